"""Misspelt words, quoted phrases and words with a minus, through the HTTP API."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.engine import Engine
from service.settings import Settings


@pytest.fixture(scope="module")
def client(engine: Engine) -> FlaskClient:
    return create_app(Settings(language="en"), engine).test_client()


def _search(client: FlaskClient, q: str, **more: str) -> Any:
    response = client.get("/api/v1/search", query_string={"q": q, **more})
    assert response.status_code == 200
    return response.get_json()


def _texts(engine: Engine, found: Any) -> list[str]:
    """All words of each hit, renderings included, lower case."""
    ids = [hit["provision"]["id"] for hit in found["hits"]]
    return [_words(engine, provision_id) for provision_id in ids]


def _words(engine: Engine, provision_id: str) -> str:
    provision = engine.index.provision(provision_id)
    assert provision is not None
    rendered = (r.text for r in engine.index.renderings(provision_id))
    whole = " ".join((provision.heading or "", provision.text, *rendered))
    return " ".join(whole.lower().split())


def test_search_tells_what_was_read_as_what(client: FlaskClient) -> None:
    query = _search(client, "профилактика  экстримизма")["query"]

    assert query["text"] == "профилактика экстримизма"
    assert query["corrections"] == [
        {
            "start": 13,
            "end": 24,
            "typed": "экстримизма",
            "read": "экстремизма",
            "how": "slip",
        }
    ]
    assert "экстремизма" in query["read_as"]


@pytest.mark.parametrize("exact", ["1", "true"])
def test_search_exactly_as_typed(client: FlaskClient, exact: str) -> None:
    typed = "nthhjhbpv"

    found = _search(client, typed, exact=exact, mode="lexical")

    assert found["query"]["corrections"] == []
    assert found["total"] == 0
    assert _search(client, typed, mode="lexical")["total"] > 0


def test_a_wish_that_is_none_is_refused(client: FlaskClient) -> None:
    response = client.get("/api/v1/search?q=a&exact=perhaps")

    assert response.status_code == 422
    assert response.get_json()["errors"][0]["parameter"] == "exact"


def test_questions_tell_it_too(client: FlaskClient) -> None:
    asked = {"question": "rnj jndtxftn pf vthe 42"}

    read = client.post("/api/v1/ask", json=asked).get_json()
    strict = client.post("/api/v1/ask", json={**asked, "exact": True}).get_json()
    got = client.get("/api/v1/ask", query_string={"q": asked["question"]}).get_json()

    assert read["question"] == asked["question"]
    assert read["corrections"][0]["read"] == "кто отвечает за меру 42"
    assert read["corrections"][0]["how"] == "layout"
    assert read["intent"] == "responsible"
    assert not read["abstained"]
    assert got["answers"] == read["answers"]
    assert strict["corrections"] == []
    assert strict["answers"] != read["answers"]


@pytest.mark.parametrize(
    ("lang", "said", "exactly"),
    [
        ("kk", "«экстремизма» деп оқылды", "Дәл терілгендей іздеу"),
        ("ru", "прочитано как «экстремизма»", "Искать точно как введено"),
        ("en", "was read as “экстремизма”", "Search exactly as typed"),
    ],
)
def test_the_page_says_so_and_leads_back(
    client: FlaskClient, lang: str, said: str, exactly: str
) -> None:
    asked = {"q": "экстримизма", "lang": lang}

    page = client.get("/", query_string=asked).get_data(as_text=True)
    strict = client.get("/", query_string={**asked, "exact": "1"})

    assert said in page
    assert exactly in page
    assert "exact=1" in page
    assert said not in strict.get_data(as_text=True)
    assert "exact=1" in strict.get_data(as_text=True)  # in the export addresses


def test_pages_of_right_questions_say_nothing_of_it(client: FlaskClient) -> None:
    page = client.get("/?q=экстремизм&lang=en").get_data(as_text=True)

    assert "was read as" not in page
    assert "exact=1" not in page


@pytest.mark.parametrize(
    ("quoted", "phrase"),
    [
        ("«рабочий орган»", "рабочий орган"),
        ('"қайта әлеуметтендіру"', "қайта әлеуметтендіру"),
        ("“work plan”", "work plan"),
        ("«Іс-шаралар жоспарының»", "іс-шаралар жоспарының"),
    ],
)
def test_quoted_phrases_stand_word_for_word(
    client: FlaskClient, engine: Engine, quoted: str, phrase: str
) -> None:
    found = _search(client, quoted, limit="200")

    assert 0 < found["total"] < _search(client, phrase)["total"]
    assert all(phrase in text for text in _texts(engine, found))


def test_other_forms_of_a_quoted_word_are_not_found(client: FlaskClient) -> None:
    assert _search(client, "«рабочим органам»")["total"] == 0
    assert _search(client, "рабочим органам")["total"] > 0


@pytest.mark.parametrize(
    ("words", "minus", "stem"),
    [
        ("терроризм", "-экстремизм", "экстремизм"),
        ("терроризмге қарсы", "-экстремизм", "экстремизм"),
        ("terrorism", "-extremism", "extremism"),
        ("National Guard", "-equipment", "equipment"),
    ],
)
def test_words_with_a_minus_are_in_no_hit(
    client: FlaskClient, engine: Engine, words: str, minus: str, stem: str
) -> None:
    every = _search(client, words, limit="200")
    found = _search(client, f"{words} {minus}", limit="200")

    assert 0 < found["total"] < every["total"]
    assert any(stem in text for text in _texts(engine, every))
    own = [hit["provision"] for hit in found["hits"]]
    assert not any(f" {stem} " in f" {p['text'].lower()} " for p in own)


def test_a_minus_word_in_english_leaves_out_its_kazakh_name(
    client: FlaskClient,
) -> None:
    ids = [
        hit["provision"]["id"]
        for q in ("terrorism -extremism", "терроризм -экстремизм")
        for hit in _search(client, q, limit="200", kind="measure")["hits"]
        if "экстремизм " in hit["provision"]["text"].lower()
    ]

    assert ids == []


@pytest.mark.parametrize(
    ("lang", "said", "undo"),
    [
        ("ru", "Понято как: что сказано · мера 12", "Искать только по словам"),
        ("kk", "Былай түсінілді: что сказано · мера 12", "Тек сөздерді іздеу"),
        ("en", "Understood as: что сказано · мера 12", "Search the words alone"),
    ],
)
def test_page_says_what_it_understood(
    client: FlaskClient, lang: str, said: str, undo: str
) -> None:
    page = client.get("/", query_string={"q": "мера 12", "lang": lang}).text
    plain = client.get("/", query_string={"q": "мера 12", "lang": lang, "plain": "1"})

    assert said in page
    assert undo in page
    assert "plain=1" in page
    assert said not in plain.text
    assert 'class="answers"' not in plain.text
