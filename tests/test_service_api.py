"""The JSON API over real HTTP requests, every answer checked by its own schema."""

import json
import logging
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from werkzeug.test import TestResponse

from service.app import MAX_BODY, create_app
from service.model import Reply
from service.openapi import description
from service.params import MOST_VERIFIED
from service.settings import Settings
from tests.service_fakes import ANSWER, DECREE, ORDER, PLAN, TITLE_42, FakeEngine

SUBPOINT = f"{DECREE}/annex-1/chapter-2/point-3/subpoint-6"


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def client(engine: FakeEngine) -> FlaskClient:
    return create_app(Settings(language="kk"), engine).test_client()


def _strict() -> dict[str, Any]:
    """The schemas, with no member allowed that they do not name."""
    schemas: dict[str, Any] = deepcopy(description()["components"]["schemas"])
    for schema in schemas.values():
        if "properties" in schema:
            schema["additionalProperties"] = False
    return schemas


SCHEMAS = _strict()


def valid(answer: TestResponse, schema: str, status: int = 200) -> Any:
    """The JSON of an answer, after all that every answer must be was checked."""
    body = answer.get_data(as_text=True)
    assert answer.status_code == status, body
    validator = Draft202012Validator(
        {"$ref": f"#/components/schemas/{schema}", "components": {"schemas": SCHEMAS}}
    )
    read = json.loads(body)
    validator.validate(read)
    assert "\\u" not in body  # UTF-8 as it is
    return read


def problem(answer: TestResponse, status: int, code: str) -> Any:
    read = valid(answer, "ProblemJson", status)
    assert answer.mimetype == "application/problem+json"
    assert read["status"] == status
    assert read["type"] == f"/problems/{code}"
    assert answer.headers["Cache-Control"] == "no-store"
    return read


# --- records -----------------------------------------------------------------------


def test_acts(client: FlaskClient) -> None:
    read = valid(client.get("/api/v1/acts"), "ActsJson")

    assert read["total"] == 3
    assert [act["act_id"] for act in read["items"]] == [PLAN, DECREE, ORDER]


def test_a_page_of_acts(client: FlaskClient) -> None:
    read = valid(client.get("/api/v1/acts?limit=1&offset=1"), "ActsJson")

    assert read["total"] == 3
    assert [act["act_id"] for act in read["items"]] == [DECREE]


def test_a_page_behind_the_end_is_empty(client: FlaskClient) -> None:
    read = valid(client.get("/api/v1/acts?offset=3"), "ActsJson")

    assert read == {"total": 3, "items": []}


def test_an_act(client: FlaskClient) -> None:
    read = valid(client.get(f"/api/v1/acts/{ORDER}"), "ActJson")

    assert read["status"] == "repealed"
    assert read["repealed_by"]["date"] == "2024-10-24"


def test_no_such_act(client: FlaskClient) -> None:
    read = problem(client.get("/api/v1/acts/P0000000000"), 404, "no_such_act")

    assert "P0000000000" in read["detail"]
    assert read["instance"] == "/api/v1/acts/P0000000000"


def test_provisions_of_an_act(client: FlaskClient) -> None:
    read = valid(
        client.get(f"/api/v1/acts/{DECREE}/provisions?limit=2&offset=1"),
        "ProvisionsJson",
    )

    assert read["total"] == 7
    assert [p["id"] for p in read["items"]] == [
        f"{DECREE}/body/point-3",
        f"{DECREE}/annex-1",
    ]


def test_provisions_of_no_act(client: FlaskClient) -> None:
    problem(client.get("/api/v1/acts/X0000/provisions"), 404, "no_such_act")


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("kk", "Ереженің 2-тарауының 3-тармағының 6) тармақшасы"),
        ("ru", "подпункт 6) пункта 3 главы 2 Положения"),
        ("en", "Regulations, chapter 2, point 3, subpoint 6"),
    ],
)
def test_a_provision(client: FlaskClient, language: str, label: str) -> None:
    answer = client.get(f"/api/v1/provisions/{SUBPOINT}?lang={language}")
    read = valid(answer, "ProvisionJson")

    assert read["label"] == label
    assert read["text"].startswith("выработка мер")
    assert read["url"] == f"/acts/{DECREE}/annex-1/chapter-2/point-3/subpoint-6"
    assert answer.headers["Content-Language"] == language


@pytest.mark.parametrize(
    "wrong",
    [f"{SUBPOINT}-x", DECREE, "nonsense", f"{DECREE}//annex-1", "..%2f.."],
)
def test_no_such_provision(client: FlaskClient, wrong: str) -> None:
    problem(client.get(f"/api/v1/provisions/{wrong}"), 404, "no_such_provision")


def test_measures(client: FlaskClient) -> None:
    read = valid(client.get("/api/v1/measures"), "MeasuresJson")

    assert [m["number"] for m in read["items"]] == ["42", "43"]
    first, second = read["items"]
    assert first["amounts"]["2019"] == "77018,2"
    assert first["executors"][0]["coordinator"] is True
    assert second["classified"] is True
    assert second["number_printed"] is False


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (f"act={PLAN}", ["42", "43"]),
        (f"act={DECREE}", []),
        (f"act={DECREE}&act={PLAN}", ["42", "43"]),
        ("number=42", ["42"]),
        ("number=89-1", []),
        ("body=ministry-of-internal-affairs", ["42"]),
        ("year=2019", ["42"]),
        ("year=2021", []),
        ("classified=true", ["43"]),
        ("classified=0", ["42"]),
        ("limit=1&offset=1", ["43"]),
    ],
)
def test_measures_by_filter(
    client: FlaskClient, filters: str, numbers: list[str]
) -> None:
    read = valid(client.get(f"/api/v1/measures?{filters}"), "MeasuresJson")

    assert [m["number"] for m in read["items"]] == numbers


def test_bodies(client: FlaskClient) -> None:
    read = valid(client.get("/api/v1/bodies?limit=200&lang=en"), "BodiesJson")

    charged = {b["body_id"]: b["measures"] for b in read["items"] if b["measures"]}
    assert charged == {"ministry-of-internal-affairs": 1}
    [ministry] = [b for b in read["items"] if b["body_id"] in charged]
    assert ministry["name"] == ministry["names"]["en"]
    assert "ІІМ" in ministry["abbreviations"]["kk"]
    assert read["total"] == len(list(FakeEngine().bodies))


# --- search and ask ------------------------------------------------------------------


def test_search(client: FlaskClient, engine: FakeEngine) -> None:
    read = valid(client.get("/api/v1/search?q=экстремизм&limit=2"), "SearchJson")

    assert read["total"] == 16
    assert read["total_relation"] == "exact"
    assert [hit["rank"] for hit in read["hits"]] == [1, 2]
    assert read["hits"][0]["highlights"] == [{"start": 0, "end": 9}]
    assert "why" not in read["hits"][0]
    assert read["facets"]["act"][0] == {
        "value": DECREE,
        "label": "Presidential Decree No. 588 of 24 June 2013",
        "count": 8,
    }
    assert read["degraded"] == []
    assert read["took_ms"] == 1.2
    assert engine.searched[-1].limit == 2


def test_search_passes_every_filter_on(client: FlaskClient, engine: FakeEngine) -> None:
    client.get(
        f"/api/v1/search?q=x&act={PLAN}&act={DECREE}&kind=point&kind=measure"
        "&language=kk&status=in_force&body=ministry-of-internal-affairs&year=2018"
        "&mode=semantic&limit=5&offset=10"
    )

    request = engine.searched[-1]
    assert request.act_ids == (PLAN, DECREE)
    assert request.kinds == ("point", "measure")
    assert (request.language, request.status) == ("kk", "in_force")
    assert request.body_ids == ("ministry-of-internal-affairs",)
    assert (request.years, request.mode) == ((2018,), "semantic")
    assert (request.limit, request.offset) == (5, 10)


def test_search_ranks_go_on(client: FlaskClient) -> None:
    read = valid(client.get("/api/v1/search?q=x&limit=10&offset=10"), "SearchJson")

    assert [hit["rank"] for hit in read["hits"]] == list(range(11, 17))


def test_search_explains(client: FlaskClient) -> None:
    read = valid(client.get("/api/v1/search?q=x&explain=1"), "SearchJson")

    assert read["hits"][0]["why"]["features"] == [{"name": "words", "value": 0.5}]


def test_search_says_what_is_missing(client: FlaskClient) -> None:
    read = valid(client.get("/api/v1/search?q=degraded"), "SearchJson")

    assert read["degraded"] == ["semantic"]


def test_ask(client: FlaskClient, engine: FakeEngine) -> None:
    answer = client.get("/api/v1/ask?q=who is responsible for measure 42")
    read = valid(answer, "AskJson")

    assert read["question"] == "who is responsible for measure 42"
    assert (read["language"], read["intent"]) == ("en", "responsible")
    assert (read["abstained"], read["reason"]) == (False, None)
    first = read["answers"][0]
    assert first["act_id"] == PLAN
    assert first["values"][0] == {
        "text": "ІІМ",
        "abbreviation": "ІІМ",
        "name": "Қазақстан Республикасының Ішкі істер министрлігі",
        "translation": "Ministry of Internal Affairs",
        "coordinator": True,
    }
    [citation] = first["citations"]
    assert citation["provision_id"] == f"{PLAN}/annex-2/measure-42"
    assert citation["label"] == "measure 42"
    assert citation["verified"] is True
    assert citation["source"] == {
        "file": f"{PLAN}.txt",
        "line_start": 2631,
        "line_end": 2673,
    }
    assert citation["url"] == f"/acts/{PLAN}/annex-2/measure-42"
    assert citation["official_url"].endswith(PLAN)
    assert citation["renderings"] == []
    assert read["took_ms"] >= 0
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert engine.asked[-1][1] == {"act_ids": (), "language": None, "limit": 20}


def test_a_quoted_cell_comes_with_its_own_rendering() -> None:
    class Quoting(FakeEngine):
        def ask(self, text: str, **options: Any) -> Reply:
            [first] = ANSWER.citations
            title = replace(first, quote=TITLE_42)
            answer = replace(ANSWER, citations=(first, title))
            return replace(super().ask(text, **options), answers=(answer,))

    client = create_app(Settings(), Quoting()).test_client()
    read = valid(client.get("/api/v1/ask?q=who"), "AskJson")
    kk = valid(client.get("/api/v1/ask?q=іс-шара"), "AskJson")

    executors, title = read["answers"][0]["citations"]
    assert executors["renderings"] == []
    assert title["renderings"] == [
        {
            "language": "en",
            "field": "title",
            "text": "Equip the units of the interior bodies",
            "official": False,
        }
    ]
    assert [c["renderings"] for c in kk["answers"][0]["citations"]] == [[], []]


def test_labels_follow_the_question_where_nothing_else_is_said(
    client: FlaskClient,
) -> None:
    kk = valid(client.get("/api/v1/ask?q=42-іс-шараға кім жауапты"), "AskJson")
    ru = valid(client.get("/api/v1/ask?q=кто отвечает за меру 42"), "AskJson")

    assert kk["answers"][0]["citations"][0]["label"] == "42-іс-шара"
    assert ru["answers"][0]["citations"][0]["label"] == "мера 42"


def test_labels_follow_the_interface_where_it_is_named(client: FlaskClient) -> None:
    chosen = client.get("/api/v1/ask?q=кто отвечает за меру 42&lang=kk")
    accepted = client.get(
        "/api/v1/ask?q=who", headers={"Accept-Language": "de, kk;q=0.5"}
    )

    for answer in (chosen, accepted):
        read = valid(answer, "AskJson")
        assert read["answers"][0]["citations"][0]["label"] == "42-іс-шара"


def test_ask_refuses_in_words(client: FlaskClient) -> None:
    read = valid(client.get("/api/v1/ask?q=why is the sky blue"), "AskJson")

    assert read["abstained"] is True
    assert read["reason"] == {
        "code": "not_in_corpus",
        "text": "The acts held do not say this.",
    }
    assert read["answers"] == []
    assert len(read["related"]) == 2


def test_ask_by_post(client: FlaskClient, engine: FakeEngine) -> None:
    answer = client.post(
        "/api/v1/ask",
        json={"question": " who ", "acts": [PLAN], "language": "kk", "limit": 3},
    )

    valid(answer, "AskJson")
    assert engine.asked[-1] == (
        "who",
        {"act_ids": (PLAN,), "language": "kk", "limit": 3},
    )


def test_both_ways_of_asking_answer_alike(client: FlaskClient) -> None:
    got = valid(client.get("/api/v1/ask?q=who"), "AskJson")
    posted = valid(client.post("/api/v1/ask", json={"question": "who"}), "AskJson")

    assert {**got, "took_ms": 0} == {**posted, "took_ms": 0}


# --- refusals of requests ----------------------------------------------------------


@pytest.mark.parametrize("path", ["/api/v1/ask", "/api/v1/search"])
@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty"), ("%20%09", "empty"), ("x" * 1001, "too_long"), ("a%07", "control")],
)
def test_bad_questions(client: FlaskClient, path: str, text: str, code: str) -> None:
    read = problem(client.get(f"{path}?q={text}"), 422, "bad_parameters")

    [fault] = read["errors"]
    assert (fault["parameter"], fault["code"]) == ("q", code)
    assert fault["detail"]


def test_a_question_of_a_thousand_characters_is_taken(client: FlaskClient) -> None:
    assert client.get("/api/v1/ask", query_string={"q": "ә" * 1000}).status_code == 200


def test_a_question_is_required(client: FlaskClient) -> None:
    read = problem(client.get("/api/v1/ask"), 422, "bad_parameters")

    assert read["errors"][0]["code"] == "missing"


@pytest.mark.parametrize(
    ("path", "parameter", "code"),
    [
        ("/api/v1/acts?limit=0", "limit", "whole"),
        ("/api/v1/acts?limit=201", "limit", "whole"),
        ("/api/v1/acts?offset=-1", "offset", "whole"),
        ("/api/v1/acts?page=2", "page", "unknown"),
        ("/api/v1/acts?limit=1&limit=2", "limit", "repeated"),
        (f"/api/v1/acts/{PLAN}?limit=1", "limit", "unknown"),
        (f"/api/v1/provisions/{SUBPOINT}?x=1", "x", "unknown"),
        ("/api/v1/measures?act=X0000", "act", "unheld_act"),
        ("/api/v1/measures?body=nobody", "body", "unheld_body"),
        ("/api/v1/measures?act=p1800000124", "act", "act_id"),
        ("/api/v1/search?q=x&act=X0000", "act", "unheld_act"),
        ("/api/v1/search?q=x&body=nobody", "body", "unheld_body"),
        ("/api/v1/ask?q=x&act=X0000", "act", "unheld_act"),
        ("/api/v1/ask?q=x&lang=de", "lang", "choice"),
        ("/healthz?x=1", "x", "unknown"),
        ("/metrics?x=1", "x", "unknown"),
    ],
)
def test_bad_parameters(
    client: FlaskClient, path: str, parameter: str, code: str
) -> None:
    read = problem(client.get(path), 422, "bad_parameters")

    [fault] = read["errors"]
    assert (fault["parameter"], fault["code"]) == (parameter, code)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"x"',
        b"null",
        b'{"question": "\\ud800"}',
        b"\xff\xfe",
        b"{}}",
    ],
)
def test_bodies_that_are_no_object(client: FlaskClient, body: bytes) -> None:
    answer = client.post("/api/v1/ask", data=body, content_type="application/json")

    problem(answer, 400, "bad_json")


@pytest.mark.parametrize(
    ("body", "parameter", "code"),
    [
        ({}, "question", "missing"),
        ({"question": "x", "q": "x"}, "q", "unknown"),
        ({"question": ""}, "question", "empty"),
        ({"question": "x" * 1001}, "question", "too_long"),
        ({"question": "a\u0000"}, "question", "control"),
        ({"question": 5}, "question", "text"),
        ({"question": "x", "acts": "P1800000124"}, "acts", "texts"),
        ({"question": "x", "acts": ["X0000"]}, "acts", "unheld_act"),
        ({"question": "x", "limit": 0}, "limit", "whole"),
        ({"question": "x", "limit": "3"}, "limit", "whole"),
        ({"question": "x", "language": "de"}, "language", "choice"),
    ],
)
def test_bad_members(
    client: FlaskClient, body: dict[str, object], parameter: str, code: str
) -> None:
    read = problem(client.post("/api/v1/ask", json=body), 422, "bad_parameters")

    [fault] = read["errors"]
    assert (fault["parameter"], fault["code"], fault["place"]) == (
        parameter,
        code,
        "body",
    )


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", ""]
)
def test_a_body_must_be_json(client: FlaskClient, kind: str) -> None:
    answer = client.post("/api/v1/ask", data=b'{"question": "x"}', content_type=kind)

    problem(answer, 415, "unsupported_media")


def test_a_body_must_not_be_large(client: FlaskClient) -> None:
    body = json.dumps({"question": "x" * MAX_BODY})
    answer = client.post("/api/v1/ask", data=body, content_type="application/json")

    read = problem(answer, 413, "too_large")
    assert str(MAX_BODY) in read["detail"]


def test_an_address_must_be_utf_8(client: FlaskClient) -> None:
    problem(client.get("/api/v1/ask?q=%ff%fe"), 400, "bad_encoding")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST"])
def test_methods(client: FlaskClient, method: str) -> None:
    answer = client.open("/api/v1/acts", method=method)

    read = problem(answer, 405, "method_not_allowed")
    assert method in read["detail"]
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize(
    "path", ["/api/v1/", "/api/v1/nothing", "/api", "/api/v1/acts/", "/favicon.ico"]
)
def test_no_such_address(client: FlaskClient, path: str) -> None:
    read = problem(client.get(path), 404, "not_found")

    assert read["instance"] == path


def test_errors_of_the_api_are_json_whoever_asks(client: FlaskClient) -> None:
    answer = client.get("/api/v1/nothing", headers={"Accept": "text/html"})

    problem(answer, 404, "not_found")


@pytest.mark.parametrize(
    ("address", "headers", "title"),
    [
        ("/api/v1/acts/X0000?lang=ru", {"Accept-Language": "en"}, "Акт не найден"),
        ("/api/v1/acts/X0000", {"Accept-Language": "en-GB"}, "Act not found"),
        ("/api/v1/acts/X0000", {"Accept-Language": "kk, ru"}, "Акт табылмады"),
        ("/api/v1/acts/X0000", {}, "Акт табылмады"),
        ("/api/v1/ask?q=кто&x=1", {}, "Ошибка в параметрах"),
        ("/api/v1/ask?q=who&x=1", {}, "Wrong parameters"),
        ("/api/v1/ask?q=кім жауапты&x=1", {}, "Параметрлер қате"),
    ],
)
def test_problems_speak_the_callers_language(
    client: FlaskClient, address: str, headers: dict[str, str], title: str
) -> None:
    assert client.get(address, headers=headers).get_json()["title"] == title


def test_a_refused_body_is_answered_in_its_own_language(client: FlaskClient) -> None:
    answer = client.post("/api/v1/ask", json={"question": "кто", "x": 1})

    assert answer.get_json()["title"] == "Ошибка в параметрах"


def test_a_defect_is_logged_under_an_id_and_not_shown(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        answer = client.get("/api/v1/ask?q=boom&lang=en")

    read = problem(answer, 500, "internal")
    assert read["incident"] in read["detail"]
    assert read["incident"] in caplog.text
    assert "BrokenError" in caplog.text
    assert "BrokenError" not in answer.get_data(as_text=True)
    assert "Traceback" not in answer.get_data(as_text=True)


# --- caching, health, metrics --------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/acts",
        f"/api/v1/acts/{PLAN}",
        f"/api/v1/acts/{PLAN}/provisions",
        f"/api/v1/provisions/{SUBPOINT}",
        "/api/v1/measures",
        "/api/v1/bodies",
        "/api/v1/openapi.json",
    ],
)
def test_records_are_sent_again_only_if_they_changed(
    client: FlaskClient, path: str
) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    other = client.get(path, headers={"If-None-Match": '"other"'})

    assert first.headers["Cache-Control"] == "public, no-cache"
    assert "Accept-Language" in first.headers["Vary"]
    assert again.status_code == 304
    assert again.data == b""
    assert other.data == first.data


def test_the_etag_follows_the_index_and_the_language(client: FlaskClient) -> None:
    ready = client.get("/readyz").get_json()
    kk = client.get("/api/v1/acts?lang=kk").headers["ETag"]
    ru = client.get("/api/v1/acts?lang=ru").headers["ETag"]

    assert ready["index"]["identity"] in kk
    assert kk != ru


def test_equal_requests_give_equal_bytes(client: FlaskClient) -> None:
    first, second = (client.get("/api/v1/measures").data for _ in range(2))

    assert first == second
    assert list(json.loads(first)) == ["items", "total"]


def test_health(client: FlaskClient) -> None:
    assert valid(client.get("/healthz"), "HealthJson") == {"status": "ok"}


def test_readiness(client: FlaskClient) -> None:
    read = valid(client.get("/readyz"), "ReadyJson")

    assert read["index"]["acts"] == 3
    assert read["index"]["generation"] == "g000001"


def test_metrics_count_requests_and_refusals(client: FlaskClient) -> None:
    client.get("/api/v1/ask?q=who")
    client.get("/api/v1/ask?q=why")
    client.get("/api/v1/acts/X0000")
    client.get("/nowhere/at/all")
    counted = "zanger_requests_total"

    answer = client.get("/metrics")
    text = answer.get_data(as_text=True)
    assert answer.mimetype == "text/plain"
    for line in (
        f'{counted}{{method="GET",route="/api/v1/ask",status="200"}} 2.0',
        f'{counted}{{method="GET",route="/api/v1/acts/<act_id>",status="404"}} 1.0',
        f'{counted}{{method="GET",route="unmatched",status="404"}} 1.0',
        'zanger_refusals_total{reason="not_in_corpus"} 1.0',
        'zanger_request_seconds_count{route="/api/v1/ask"} 2.0',
        "zanger_index_acts 3.0",
    ):
        assert line in text
    assert "zanger_index_info{identity=" in text


# --- verifying -----------------------------------------------------------------------

QUOTE = "выработка мер по взаимному обмену между государственными органами"


def verified(client: FlaskClient, body: Any, **query: str) -> Any:
    answer = client.post("/api/v1/verify", json=body, query_string=query)
    assert answer.headers["Cache-Control"] == "private, no-store"
    return valid(answer, "VerifyJson")


def test_verify_a_text(client: FlaskClient) -> None:
    text = f"По пп. 6 п. 3 указа № 588 – «{QUOTE}»; указ № 9999."
    read = verified(client, {"text": text})

    found, missing = read["citations"]
    assert [found["status"], missing["status"]] == ["found", "not_in_corpus"]
    assert [found["reason"], missing["reason"]] == [None, "no_such_act"]
    assert found["targets"][0]["provision_id"] == SUBPOINT
    assert found["targets"][0]["source"]["line_start"] == 79
    assert found["targets"][0]["url"] == f"/acts/{SUBPOINT}"
    [quote] = read["quotes"]
    assert (quote["verdict"], quote["citation"]) == ("verbatim", 0)
    for one in (found, missing, quote):
        assert text[one["start"] : one["end"]] == one["text"]
        assert one["item"] is None


def test_verify_items(client: FlaskClient) -> None:
    changed = QUOTE.replace("мер", "правил")
    read = verified(
        client,
        {
            "items": [
                {"citation": SUBPOINT, "quote": changed},
                {"citation": f"{DECREE}/annex-7"},
                {"quote": QUOTE},
            ]
        },
    )

    assert [c["item"] for c in read["citations"]] == [0, 1]
    assert read["citations"][1]["nearest"][0]["act_id"] == DECREE
    differs, elsewhere = read["quotes"]
    assert (differs["verdict"], elsewhere["verdict"]) == (
        "differs",
        "verbatim_elsewhere",
    )
    assert {"side": "quote", "text": "правил"} in differs["difference"]
    assert elsewhere["item"] == 2


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "Мұндай акт"),
        ("ru", "Такого акта"),
        ("en", "No such act is held here."),
    ],
)
def test_what_was_found_is_said_in_the_callers_language(
    client: FlaskClient, language: str, words: str
) -> None:
    read = verified(client, {"text": "указ № 9999"}, lang=language)

    assert read["citations"][0]["detail"].startswith(words)


@pytest.mark.parametrize(
    ("body", "parameter", "code"),
    [
        ({}, "text", "either"),
        ({"text": "a", "items": [{"quote": "b"}]}, "text", "either"),
        ({"text": " "}, "text", "empty"),
        ({"text": "a" * 100_001}, "text", "too_long"),
        ({"text": "a\u0007"}, "text", "control"),
        ({"text": 5}, "text", "text"),
        ({"items": [{}]}, "items", "claims"),
        ({"items": [{"quote": " "}]}, "items", "claims"),
        ({"items": [{"quote": "a"}] * 251}, "items", "claims"),
        ({"items": [{"quote": "a" * 5001}]}, "items", "claims"),
        ({"items": [{"citation": "a" * 1001}]}, "items", "claims"),
        ({"items": [{"page": 3}]}, "items", "claims"),
        ({"items": "a"}, "items", "claims"),
        ({"text": "a", "title": "b"}, "title", "unknown"),
    ],
)
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_what_cannot_be_verified(
    client: FlaskClient, body: Any, parameter: str, code: str, language: str
) -> None:
    answer = client.post(
        "/api/v1/verify", json=body, headers={"Accept-Language": language}
    )

    read = problem(answer, 422, "bad_parameters")
    assert answer.headers["Content-Language"] == language
    [fault] = read["errors"]
    assert (fault["parameter"], fault["code"]) == (parameter, code)
    assert fault["place"] == "body"
    assert fault["detail"]


def test_as_many_items_as_are_allowed(client: FlaskClient) -> None:
    items = [{"citation": "указ № 588", "quote": "я" * 5000}] * 250
    read = verified(client, {"items": items})

    assert len(read["citations"]) == len(read["quotes"]) == 250


def test_a_text_to_verify_must_not_be_larger_than_said(client: FlaskClient) -> None:
    problem(
        client.post(
            "/api/v1/verify",
            data=b"[" * (MOST_VERIFIED + 1),
            content_type="application/json",
        ),
        413,
        "too_large",
    )


def test_verifying_takes_post_alone(client: FlaskClient) -> None:
    answer = client.get("/api/v1/verify")

    problem(answer, 405, "method_not_allowed")
    assert answer.headers["Allow"] == "OPTIONS, POST"
