"""Pages over real HTTP requests: what they say, to whom, and how they are built."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html

from service.app import create_app
from service.errors import CODES
from service.model import Reply
from service.phrases import UI_LANGUAGES
from service.rendering import tied
from service.settings import Settings
from tests.service_fakes import ANSWER, DECREE, ORDER, PLAN, TITLE_42, FakeEngine

ADDRESSES = (
    "/",
    "/?q=who",
    "/?q=why",
    "/?q=nothing",
    "/?q=who&offset=10",
    "/acts",
    f"/acts/{PLAN}",
    f"/acts/{DECREE}",
    f"/acts/{DECREE}?source=1",
    f"/acts/{ORDER}",
    "/verify",
    "/problems/no_such_act",
)
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture(scope="module")
def app() -> Flask:
    return create_app(Settings(language="kk"), FakeEngine())


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser of its own for each test, without cookies."""
    return app.test_client()


def page(client: FlaskClient, address: str, status: int = 200) -> html.HtmlElement:
    answer = client.get(address, headers=BROWSER)
    assert answer.status_code == status
    assert answer.mimetype == "text/html"
    return html.fromstring(answer.data)


def words(part: html.HtmlElement) -> str:
    return " ".join(part.text_content().split())


def one(tree: html.HtmlElement, path: str) -> html.HtmlElement:
    [found] = tree.xpath(path)
    assert isinstance(found, html.HtmlElement)
    return found


def _every_page() -> Iterator[tuple[str, str]]:
    for address in ADDRESSES:
        for language in UI_LANGUAGES:
            yield f"{address}{'&' if '?' in address else '?'}lang={language}", language


# --- every page ----------------------------------------------------------------------


@pytest.mark.parametrize(("address", "language"), list(_every_page()))
def test_every_page_is_sound(client: FlaskClient, address: str, language: str) -> None:
    tree = page(client, address)

    assert one(tree, "/html").get("lang") == language
    assert words(one(tree, "//title"))
    assert len(tree.xpath("//h1")) == 1
    assert len(tree.xpath("//main")) == 1
    ids: Counter[str] = Counter(tree.xpath("//@id"))
    assert [name for name, times in ids.items() if times > 1] == []
    assert "{" not in words(one(tree, "//body"))
    assert tree.xpath("//*[@aria-current='true']/@lang") == [language]


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_runs_and_nothing_is_styled_inline(
    client: FlaskClient, address: str
) -> None:
    tree = page(client, address)

    assert not tree.xpath("//script | //style | //*[@style]")
    assert not [a for a in tree.xpath("//@*") if a.attrname.startswith("on")]
    loaded = tree.xpath("//link/@href | //img/@src")
    assert all(address.startswith("/static/") for address in loaded)


@pytest.mark.parametrize("address", ADDRESSES)
def test_headings_skip_no_level(client: FlaskClient, address: str) -> None:
    levels = [int(h.tag[1]) for h in page(client, address).xpath("//h1|//h2|//h3|//h4")]

    assert levels[0] == 1
    for before, after in pairwise(levels):
        assert after - before <= 1


@pytest.mark.parametrize("address", ADDRESSES)
def test_links_within_a_page_lead_somewhere(client: FlaskClient, address: str) -> None:
    tree = page(client, address)
    ids = set(tree.xpath("//@id"))

    for link in tree.xpath("//a/@href[starts-with(., '#')]"):
        assert link[1:] in ids
    for label in tree.xpath("//@aria-labelledby | //@aria-describedby"):
        assert set(label.split()) <= ids


@pytest.mark.parametrize("address", ADDRESSES)
def test_links_within_the_site_lead_somewhere(
    client: FlaskClient, address: str
) -> None:
    links = page(client, address).xpath("//@href[starts-with(., '/')]")

    for link in sorted({str(link) for link in links}):
        answer = client.get(link, headers=BROWSER, buffered=True, follow_redirects=True)
        assert answer.status_code == 200, link


def test_fragments_of_links_stand_in_the_reader(client: FlaskClient) -> None:
    places = "//a[@class='where']/@href | //ol[@class='hits']//h3/a/@href"
    for link in page(client, "/?q=who").xpath(places):
        led = client.get(link, headers=BROWSER)
        assert led.status_code == 302
        address, _, fragment = led.headers["Location"].partition("#")
        assert fragment in page(client, address).xpath("//@id")


def test_a_keyboard_comes_to_the_content_first(client: FlaskClient) -> None:
    tree = page(client, "/acts")

    first = tree.xpath("//a")[0]
    assert first.get("href") == "#main"
    assert one(tree, "//main").get("tabindex") == "-1"


@pytest.mark.parametrize("address", [*ADDRESSES, "/static/zanger.css", "/nowhere"])
def test_headers_forbid_what_pages_do_not_need(
    client: FlaskClient, address: str
) -> None:
    headers = client.get(address, headers=BROWSER, buffered=True).headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_what_was_typed_is_text(client: FlaskClient) -> None:
    typed = "<script>alert(1)</script>\"'&"
    answer = client.get("/", query_string={"q": typed})

    assert "<script" not in answer.get_data(as_text=True)
    tree = html.fromstring(answer.data)
    assert one(tree, "//input[@name='q']").get("value") == typed


# --- language ------------------------------------------------------------------------


def test_a_chosen_language_is_kept(client: FlaskClient) -> None:
    answer = client.get("/acts?lang=ru")

    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("lang=ru;")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert one(page(client, "/acts"), "/html").get("lang") == "ru"
    assert one(page(client, "/acts?lang=en"), "/html").get("lang") == "en"


def test_no_cookie_without_a_choice(client: FlaskClient) -> None:
    assert "Set-Cookie" not in client.get("/acts").headers


@pytest.mark.parametrize(
    ("address", "accept", "language"),
    [
        ("/", "", "kk"),
        ("/", "ru-RU,ru;q=0.9", "ru"),
        ("/?q=who", "", "en"),
        ("/?q=кто", "", "ru"),
        ("/?q=кто", "en", "en"),
    ],
)
def test_the_language_of_who_chose_none(
    client: FlaskClient, address: str, accept: str, language: str
) -> None:
    answer = client.get(address, headers={"Accept-Language": accept})

    assert one(html.fromstring(answer.data), "/html").get("lang") == language


def test_the_switch_keeps_the_question(client: FlaskClient) -> None:
    tree = page(client, "/?q=a%26b&offset=10&lang=en")

    assert tree.xpath("//nav[@class='languages']/a/@href") == [
        f"/?q=a%26b&offset=10&lang={language}" for language in UI_LANGUAGES
    ]
    assert one(tree, "//form//input[@name='lang']").get("value") == "en"


# --- search --------------------------------------------------------------------------


def test_the_first_page_offers_a_box_examples_and_acts(client: FlaskClient) -> None:
    tree = page(client, "/?lang=ru")

    box = one(tree, "//search/form[@action='/']//input[@type='search']")
    label = one(tree, f"//label[@for='{box.get('id')}']")
    assert words(label) == "Вопрос или ключевые слова"
    assert len(tree.xpath("//ul[@class='examples']//a")) == 4
    assert len(tree.xpath("//ul[@class='acts']/li")) == 3


def test_an_answer_comes_with_quote_place_and_links(client: FlaskClient) -> None:
    tree = page(client, "/?q=who is responsible&lang=en")

    first, second = tree.xpath("//article[@class='answer']")
    assert "Ministry of Internal Affairs" in words(first)
    assert "Government Resolution No. 124 of 15 March 2018 In force" in words(first)
    assert "Repealed" in words(second)
    quote = one(first, ".//blockquote")
    assert quote.get("lang") == "kk"
    assert words(quote) == "ІІМ, ҰҚК (келісім бойынша)"
    where = one(first, ".//a[@class='where']")
    assert where.get("href") == f"/acts/{PLAN}/annex-2/measure-42"
    assert words(where) == "Measure 42"
    assert "P1800000124.txt, lines 2631–2673" in words(first)
    official = one(first, ".//a[@class='official']").get("href", "")
    assert official.startswith("https://adilet.zan.kz/kaz/docs/")
    assert "The programme's term ended in 2022." in words(first)
    assert one(first, ".//p[@class='words']").get("lang") == "en"


def test_quotes_of_the_same_provision_share_one_figure() -> None:
    class Quoting(FakeEngine):
        def ask(self, text: str, **options: Any) -> Reply:
            reply = super().ask(text, **options)
            [first] = ANSWER.citations
            title = replace(first, quote=TITLE_42)
            again = replace(first, source=first.source._replace(line_start=2660))
            answer = replace(ANSWER, citations=(first, title, again))
            return replace(reply, answers=(answer,))

    client = create_app(Settings(), Quoting()).test_client()
    tree = page(client, "/?q=who&lang=en")

    figure = one(tree, "//article//figure")
    quotes = [words(quote) for quote in figure.xpath("./blockquote")]
    assert quotes == ["ІІМ, ҰҚК (келісім бойынша)", TITLE_42]
    assert len(figure.xpath("./figcaption")) == 1
    assert "Unofficial rendering Equip the units" in words(figure)


def test_only_the_ready_answer_is_announced(client: FlaskClient) -> None:
    tree = page(client, "/?q=who&lang=en")

    assert words(one(tree, "//*[@role='status']")) == "Answer ready: 2 answers"
    assert not tree.xpath("//*[@aria-live]")
    assert "2 answers" in words(one(tree, "//title"))


def test_a_refusal_is_plain_and_followed_by_what_is_related(
    client: FlaskClient,
) -> None:
    tree = page(client, "/?q=why&lang=en")

    refusal = one(tree, "//div[@class='refusal']")
    assert words(refusal) == "No reliable answer The acts held do not say this."
    assert not tree.xpath("//article[@class='answer']")
    assert words(one(tree, "//h2[@id='hits']")).startswith("Related provisions")
    assert len(tree.xpath("//ol[@class='hits']/li")) == 10


def test_hits_are_marked_and_paged(client: FlaskClient) -> None:
    tree = page(client, "/?q=who&lang=en")

    assert words(tree.xpath("//ol[@class='hits']//mark")[0]) == "выработка"
    assert "1–10 of 16" in words(one(tree, "//h2[@id='hits']"))
    [after] = tree.xpath("//nav[@class='pages']/a/@href")
    second = page(client, after)
    assert "11–16 of 16" in words(one(second, "//h2[@id='hits']"))
    assert one(second, "//ol[@class='hits']").get("start") == "11"
    assert not second.xpath("//article[@class='answer']")
    [before] = second.xpath("//nav[@class='pages']/a/@href")
    assert "offset" not in before
    assert "1–10 of 16" in words(one(page(client, before), "//h2[@id='hits']"))


def test_nothing_found_is_said(client: FlaskClient) -> None:
    tree = page(client, "/?q=nothing&lang=en")

    assert "Nothing was found." in words(one(tree, "//section[@class='hits']"))


def test_a_missing_part_of_the_search_is_said(client: FlaskClient) -> None:
    tree = page(client, "/?q=degraded&lang=en")

    assert "semantic" in words(one(tree, "//p[@class='notice']"))


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("", "must not be empty"),
        ("x" * 1001, "at most 1000 characters"),
        ("a%07b", "control characters"),
    ],
)
def test_a_bad_question_is_explained_beside_the_box(
    client: FlaskClient, question: str, reason: str
) -> None:
    tree = page(client, f"/?q={question}&lang=en", 422)

    fault = one(tree, "//p[@role='alert']")
    assert reason in words(fault)
    box = one(tree, "//input[@name='q']")
    assert box.get("aria-invalid") == "true"
    assert fault.get("id") in box.get("aria-describedby", "").split()


def test_no_question_is_stored_on_the_way(client: FlaskClient) -> None:
    assert "private" in client.get("/?q=who").headers["Cache-Control"]


# --- acts ----------------------------------------------------------------------------


def test_the_list_of_acts(client: FlaskClient) -> None:
    tree = page(client, "/acts?lang=en")

    items = tree.xpath("//ul[@class='acts']/li")
    assert [item.find("a").get("href") for item in items] == [
        f"/acts/{act}" for act in (PLAN, DECREE, ORDER)
    ]
    assert items[1].find("a").get("lang") == "ru"
    assert "Repealed" in words(items[2])


def test_every_provision_is_anchored_by_its_path(client: FlaskClient) -> None:
    tree = page(client, f"/acts/{DECREE}")

    unit = one(tree, "//*[@id='annex-1/chapter-2/point-3/subpoint-6']")
    assert words(unit).startswith("6) выработка мер")
    assert unit.get("lang") == "ru"
    permalink = one(unit, ".//a[@class='permalink']")
    assert permalink.get("href") == "#annex-1/chapter-2/point-3/subpoint-6"
    assert "2-тарауының" in permalink.get("aria-label", "")


def test_the_outline_links_to_headings(client: FlaskClient) -> None:
    tree = page(client, f"/acts/{DECREE}")

    links = tree.xpath("//nav[@class='outline']//a/@href")
    assert links == ["#annex-1", "#annex-1/chapter-2"]
    assert [h.tag for h in tree.xpath("//article//h2 | //article//h3")] == ["h2", "h3"]


def test_notes_are_told_from_law(client: FlaskClient) -> None:
    tree = page(client, f"/acts/{DECREE}?lang=ru")

    notes = [words(note) for note in tree.xpath("//p[@class='note']")]
    assert notes[0].startswith("Примечание Сноска. Положение – в редакции")
    assert "02.05.2026 № 1258" in notes[1]


def test_a_measure_is_a_card(client: FlaskClient) -> None:
    tree = page(client, f"/acts/{PLAN}?lang=ru")

    card = one(tree, "//*[@id='annex-2/measure-42']//div[@class='card']")
    terms = [words(term) for term in card.xpath(".//dt")]
    assert terms == [
        "Форма завершения",
        "Срок исполнения",
        "Ответственные исполнители",
        "Источник финансирования",
    ]
    assert [words(cell) for cell in card.xpath(".//thead//th")] == [
        "2018",
        "2019",
        "2021",
        "Всего",
    ]
    rows = [[words(c) for c in row.xpath("./*")] for row in card.xpath(".//tbody/tr")]
    assert rows[0] == ["Мера 42", "7647,2", "77018,2", "21985,1**", "106650,5"]
    assert rows[1][1:] == ["2094,5", "–", "–", "–"]


def test_a_classified_measure_says_so(client: FlaskClient) -> None:
    tree = page(client, f"/acts/{PLAN}?lang=en")

    card = words(one(tree, "//*[@id='annex-2/measure-43']"))
    assert "Classified: its content is not published." in card
    assert "number not printed" in card


def test_an_indicator_is_a_card(client: FlaskClient) -> None:
    tree = page(client, f"/acts/{PLAN}")

    card = one(tree, "//*[@id='annex-1/indicator-1']")
    assert [words(cell) for cell in card.xpath(".//td")] == ["87,7", "88,1"]


def test_a_repealed_act_says_so_at_once(client: FlaskClient) -> None:
    tree = page(client, f"/acts/{ORDER}?lang=ru")

    banner = words(one(tree, "//p[@class='banner']"))
    assert banner == ("Этот акт утратил силу. Чем отменён: 24 октября 2024 года, № 96.")
    assert not page(client, f"/acts/{PLAN}").xpath("//p[@class='banner']")


def test_amendments_and_what_is_not_yet_in_the_text(client: FlaskClient) -> None:
    tree = page(client, f"/acts/{DECREE}?lang=ru")

    about = words(one(tree, "//details[@class='about']"))
    assert "2 мая 2026 года, № 1258" in about
    assert "вводится в действие с 12 июля 2026 года" in about
    assert "в тексте ещё не отражено" in about


def test_printed_lines_are_shown_on_demand(client: FlaskClient) -> None:
    without = page(client, f"/acts/{DECREE}")
    [link] = without.xpath("//p[@class='tools']/a[contains(@href, 'source')]/@href")
    tree = page(client, link)

    assert not without.xpath("//pre")
    pre = one(tree, "//*[@id='annex-1/chapter-2/point-3/subpoint-6']//pre")
    assert re.match(r"79\s+6\) выработка мер", pre.text_content())


def test_printed_lines_can_be_hidden_again(client: FlaskClient) -> None:
    tree = page(client, f"/acts/{DECREE}?source=1")

    assert tree.xpath("//p[@class='tools']/a/@href")[1] == f"/acts/{DECREE}"


# --- errors --------------------------------------------------------------------------


def test_browsers_get_errors_as_pages(client: FlaskClient) -> None:
    tree = page(client, "/acts/X0000?lang=en", 404)

    assert words(one(tree, "//h1")) == "Act not found"
    assert "X0000" in words(one(tree, "//main"))


def test_programs_get_errors_as_problems(client: FlaskClient) -> None:
    answer = client.get("/acts/X0000")

    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"


@pytest.mark.parametrize(
    "address", ["/?x=1", "/acts?x=1", f"/acts/{PLAN}?source=maybe", "/?lang=de&q=x"]
)
def test_pages_ignore_no_parameter(client: FlaskClient, address: str) -> None:
    tree = page(client, address, 422)

    assert tree.xpath("//div[@class='refusal']//code")


def test_a_defect_is_an_id_on_a_page(client: FlaskClient) -> None:
    tree = page(client, "/?q=boom&lang=en", 500)

    assert re.search(r"logged on the server as [0-9a-f]{12}", words(tree))


@pytest.mark.parametrize("code", CODES)
def test_every_type_of_problem_has_a_page(client: FlaskClient, code: str) -> None:
    assert words(one(page(client, f"/problems/{code}?lang=en"), "//h1"))


def test_there_are_no_other_types_of_problems(client: FlaskClient) -> None:
    page(client, "/problems/nonsense", 404)


def test_the_style_sheet_loads_nothing(client: FlaskClient) -> None:
    answer = client.get("/static/zanger.css", buffered=True)
    sheet = answer.get_data(as_text=True)

    assert "url(" not in sheet
    assert "@import" not in sheet
    assert "prefers-color-scheme: dark" in sheet
    assert "@media print" in sheet
    assert ":focus-visible" in sheet


# --- verifying -----------------------------------------------------------------------

WORDS_6 = "выработка мер по взаимному обмену между государственными органами"
TO_VERIFY = (
    f"По пп. 6 п. 3 указа № 588 – «{WORDS_6}».\n\n"
    f"«{WORDS_6.replace('мер', 'правил')}» (пп. 6 п. 3 указа № 588).\n\n"
    "<b>Указ № 9999</b>."
)


def sent(client: FlaskClient, text: str, status: int = 200) -> html.HtmlElement:
    answer = client.post("/verify?lang=en", data={"text": text}, headers=BROWSER)
    assert answer.status_code == status
    return html.fromstring(answer.data)


def test_a_text_is_verified_without_a_script(client: FlaskClient) -> None:
    tree = sent(client, TO_VERIFY)

    assert not tree.xpath("//script")
    moods = [words(b).lower() for b in tree.xpath("//li/p/b")]
    assert moods == ["verbatim", "differs", "found", "found", "not in the corpus"]
    assert [words(d) for d in tree.xpath("//blockquote//del")] == ["правил"]
    assert [words(d) for d in tree.xpath("//blockquote//ins")] == ["мер"]
    assert one(tree, "//*[@role='status']").text_content().startswith("Citations: 3.")


def test_a_verified_text_is_shown_whole_and_leads_to_what_was_found(
    client: FlaskClient,
) -> None:
    tree = sent(client, TO_VERIFY)
    shown = one(tree, "//*[@class='checked']")

    assert shown.text_content() == TO_VERIFY
    anchors = [a[1:] for a in shown.xpath(".//a/@href")]
    assert anchors == ["c1", "q1", "q2", "c2", "c3"]
    assert set(anchors) <= set(tree.xpath("//li/@id"))
    assert one(tree, "//textarea").text_content().strip() == TO_VERIFY


def test_everything_of_the_form_is_reached_and_named(client: FlaskClient) -> None:
    tree = page(client, "/verify?lang=en")
    area, button = one(tree, "//textarea"), one(tree, "//main//button")

    assert words(one(tree, f"//label[@for='{area.get('id')}']")) == "Text to verify"
    assert set(area.get("aria-describedby", "").split()) <= set(tree.xpath("//@id"))
    assert button.get("type") == "submit"
    assert not tree.xpath("//@tabindex[. > 0]")
    assert one(tree, "//form[@method='post']").get("action", "").startswith("/verify")


def test_a_text_without_citations_is_told_so(client: FlaskClient) -> None:
    assert "no citation" in words(one(sent(client, "nothing"), "//*[@class='refusal']"))


@pytest.mark.parametrize(
    ("text", "told"),
    [(" ", "must not be empty"), ("a\x07", "U+0007"), ("a" * 100_001, "100000")],
)
def test_a_text_that_cannot_be_verified_is_explained_beside_the_box(
    client: FlaskClient, text: str, told: str
) -> None:
    tree = sent(client, text, 422)
    area = one(tree, "//textarea")

    assert told in words(one(tree, "//*[@role='alert']")).replace(",", "")
    assert area.get("aria-invalid") == "true"
    assert "text-fault" in area.get("aria-describedby", "").split()


def test_no_verified_text_is_stored_on_the_way(client: FlaskClient) -> None:
    answer = client.post("/verify", data={"text": "указ № 588"}, headers=BROWSER)

    assert answer.headers["Cache-Control"] == "private, no-store"


# --- colours -------------------------------------------------------------------------

_PAIRS = (
    *(("ink", ground) for ground in ("paper", "ground", "accent-soft")),
    *(("ink", f"{mood}-soft") for mood in ("good", "warn", "bad")),
    *(
        (quiet, ground)
        for quiet in ("quiet", "accent")
        for ground in ("paper", "ground")
    ),
    *((mood, f"{mood}-soft") for mood in ("good", "warn", "bad", "accent")),
    *(("paper", "accent"), ("mark-ink", "mark"), ("quiet", "accent-soft")),
    *((mood, ground) for mood in ("bad", "warn") for ground in ("paper", "ground")),
)


def _palettes(sheet: str) -> list[dict[str, str]]:
    """The colours by day, and by night."""
    blocks = re.findall(r":root \{([^}]*--paper[^}]*--mark-ink[^}]*)\}", sheet)
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in blocks]


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("ink", "ground"), _PAIRS)
def test_words_stand_out_by_day_and_by_night(
    client: FlaskClient, ink: str, ground: str
) -> None:
    """Contrast of at least 4.5 to 1, WCAG 2.2 AA."""
    palettes = _palettes(client.get("/static/zanger.css", buffered=True).text)

    assert len(palettes) == 2
    for colours in palettes:
        dark, light = sorted(_luminance(colours[name]) for name in (ink, ground))
        assert (light + 0.05) / (dark + 0.05) >= 4.5


# --- words ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Указ от 24 июня 2013 года № 588", "Указ от 24~июня 2013~года №~588"),
        ("Order No. 82 of 1 September 2021", "Order No.~82~of 1~September 2021"),
        ("2018 жылғы 15 наурыздағы № 124", "2018~жылғы 15~наурыздағы №~124"),
        ("глава 2", "глава 2"),
    ],
)
def test_numbers_keep_their_words_at_the_end_of_a_line(label: str, shown: str) -> None:
    assert tied(label) == shown.replace("~", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize("language", UI_LANGUAGES)
def test_what_a_kind_of_problem_means_is_a_sentence(
    client: FlaskClient, language: str
) -> None:
    text = words(
        one(page(client, f"/problems/bad_parameters?lang={language}"), "//main")
    )

    assert "…" in text
    assert "…." not in text
