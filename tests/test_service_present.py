"""Labels, JSON, snippets and the reader page's view: pure parts of presentation."""

import re
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.ids import ProvisionId, Span
from corpus.kinds import KINDS, UNKNOWN
from corpus.plan_model import Amount
from indexer.layout import Manifest
from service.labels import (
    act_kind_label,
    act_label,
    document_of,
    kind_label,
    long_date,
    provision_label,
    sentence,
)
from service.model import Value
from service.phrases import UI_LANGUAGES, UiLanguage, load_phrasebook
from service.present import act_json, measure_json, provision_json
from service.present_answers import facet_label, hits_json
from service.present_outline import outline
from service.present_parts import parts
from service.present_reader import Rows, Unit, amount_periods, units
from service.present_text import snippet
from service.rendering import Frame
from service.shapes_answers import ValueJson
from service.voice import Voice, index_identity, reader_url
from tests.service_fakes import (
    ACTS,
    DECREE,
    HITS,
    INDICATORS,
    MANIFEST,
    MEASURES,
    ORDER,
    PLAN,
    PROVISIONS,
    SUBPOINT_ID,
    FakeEngine,
    FakeIndex,
    provision,
)

BOOK = load_phrasebook()
ENGINE = FakeEngine()


def voice(language: UiLanguage = "ru") -> Voice:
    return Voice(BOOK, language, ENGINE.index, ENGINE.bodies)


# --- labels ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "kk", "ru", "en"),
    [
        (
            "annex-1/chapter-2/point-3/subpoint-6",
            "Ереженің 2-тарауының 3-тармағының 6) тармақшасы",
            "подпункт 6) пункта 3 главы 2 Положения",
            "Regulations, chapter 2, point 3, subpoint 6",
        ),
        ("annex-1", "Ереже", "Положение", "Regulations"),
        ("annex-2/point-3", "2-қосымшаның 3-тармағы", "пункт 3 приложения 2", None),
        ("annex-1/measure-42", "42-іс-шара", "мера 42", "measure 42"),
        ("annex-3/measure-89-1", "89-1-іс-шара", "мера 89-1", "measure 89-1"),
        ("body/point-2", "2-тармақ", "пункт 2", "point 2"),
        (
            "body/point-3/subpoint-6",
            "3-тармақтың 6) тармақшасы",
            "подпункт 6) пункта 3",
            "point 3, subpoint 6",
        ),
        (
            "article-12/point-3/para-2",
            "12-баптың 3-тармағының 2-абзацы",
            "абзац 2 пункта 3 статьи 12",
            "article 12, point 3, indent 2",
        ),
        (
            "annex-1/annex-2/point-4",
            "Ережеге 2-қосымшаның 4-тармағы",
            "пункт 4 приложения 2 к Положению",
            "annex 2 to the Regulations, point 4",
        ),
        (
            "annex-2/annex-3/annex-4",
            "2-қосымшаға 3-қосымшаға 4-қосымша",
            "приложение 4 к приложению 3 к приложению 2",
            "annex 4 to annex 3 to annex 2",
        ),
        ("annex-2/section-1.3", "2-қосымшаның 1.3-бөлімі", None, None),
        (
            "annex-2/indicator-target-1-2",
            "2-қосымшаның 1-2-нысаналы индикаторы",
            "целевой индикатор 1-2 приложения 2",
            None,
        ),
        ("body/heading-1-copy-2", "1-тақырып", "заголовок 1", "heading 1"),
        ("body/task-1", None, "task 1", "task 1"),
        ("annex", "қосымша", "приложение", "annex"),
    ],
)
def test_provisions_are_cited_as_lawyers_do(
    path: str, kk: str | None, ru: str | None, en: str | None
) -> None:
    address = ProvisionId(f"U1300000588/{path}")
    wanted: tuple[tuple[UiLanguage, str | None], ...] = (
        ("kk", kk),
        ("ru", ru),
        ("en", en),
    )

    for language, label in wanted:
        if label:
            found = provision_label(address, {"annex-1": "statute"}, BOOK[language])
            assert found == label


def test_the_words_before_the_first_point_are_a_preamble() -> None:
    address = ProvisionId("U1300000588/body/para-1")

    assert provision_label(address, {}, BOOK["ru"], preamble=True) == "преамбула"
    assert provision_label(address, {}, BOOK["ru"]) == "абзац 1"


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["annex", "chapter", "section", "point", "subpoint", "para"]),
        st.integers(1, 99),
    ),
    min_size=1,
    max_size=5,
)


@given(_STEPS, st.sampled_from(UI_LANGUAGES))
def test_every_number_of_an_address_is_in_its_label(
    steps: list[tuple[str, int]], language: UiLanguage
) -> None:
    path = "/".join(f"{kind}-{number}" for kind, number in steps)

    label = provision_label(ProvisionId(f"U1300000588/{path}"), {}, BOOK[language])

    found = sorted(int(n) for n in re.findall(r"\d+", label))
    assert found == sorted(number for _, number in steps)


@pytest.mark.parametrize(
    ("title", "language", "document"),
    [
        ("ПОЛОЖЕНИЕ об Антитеррористическом центре", "ru", "statute"),
        ("План мероприятий по реализации Программы", "ru", "plan"),
        ("Правила ведения Перечня", "ru", "rules"),
        ("бағдарламаны іске асыру жөніндегі іс-шаралар жоспары", "kk", "plan"),
        ("діни экстремизмге қарсы мемлекеттік бағдарлама", "kk", "programme"),
        ("бағалау және бақылау жүргізу әдістемесі", "kk", "methodology"),
        ("Жалпы мәліметтер", "kk", None),
        ("", "ru", None),
    ],
)
def test_an_annex_tells_what_document_it_is(
    title: str, language: UiLanguage, document: str | None
) -> None:
    assert document_of(title, BOOK[language]) == document


@pytest.mark.parametrize(
    ("language", "label"),
    [
        (
            "kk",
            "Қазақстан Республикасы Үкіметінің 2018 жылғы 15 наурыздағы № 124 қаулысы",
        ),
        (
            "ru",
            (
                "Постановление Правительства Республики Казахстан "
                "от 15 марта 2018 года № 124"
            ),
        ),
        ("en", "Government Resolution No. 124 of 15 March 2018"),
    ],
)
def test_acts_are_cited_by_kind_date_and_number(
    language: UiLanguage, label: str
) -> None:
    found = act_label("government resolution", "124", "2018-03-15", BOOK[language])

    assert found == label


@pytest.mark.parametrize("language", UI_LANGUAGES)
@pytest.mark.parametrize("kind", [*(k.name for k in KINDS), UNKNOWN.name])
def test_every_kind_of_act_has_words(kind: str, language: UiLanguage) -> None:
    label = act_label(kind, "7", "2020-01-02", BOOK[language])

    assert "{" not in label
    if kind != "act":
        assert label != act_label("act", "7", "2020-01-02", BOOK[language])
    if language != "en":
        assert act_kind_label(kind, BOOK[language]) != kind


def test_unknown_kinds_are_spoken_of_plainly() -> None:
    assert act_label("ukase", "7", "2020-01-02", BOOK["ru"]) == (
        "Акт от 2 января 2020 года № 7"
    )
    assert act_kind_label("ukase", BOOK["ru"]) == "ukase"
    assert kind_label("clause", BOOK["ru"]) == "clause"
    assert kind_label("point", BOOK["ru"]) == "пункт"


def test_dates() -> None:
    assert long_date("2013-06-24", BOOK["kk"]) == "2013 жылғы 24 маусым"
    assert long_date("2013-06-24", BOOK["ru"]) == "24 июня 2013 года"
    assert long_date("someday", BOOK["ru"]) == "someday"
    assert long_date("", BOOK["ru"]) == ""


def test_sentences_begin_with_a_capital() -> None:
    assert sentence("пункт 3") == "Пункт 3"
    assert sentence("") == ""


# --- JSON ------------------------------------------------------------------------


def test_an_act() -> None:
    json = act_json(ACTS[2], voice("en"))

    assert json["label"] == "Order No. 82 of 1 September 2021"
    assert json["repealed_by"] == {"number": "96", "date": "2024-10-24", "issuer": None}
    assert json["registration"] is not None
    assert json["registration"]["number"] == "24227"
    assert json["official_url"] == "https://adilet.zan.kz/kaz/docs/V2100024227"
    assert json["url"] == "/acts/V2100024227"
    assert json["source"] == {
        "file": "V2100024227.txt",
        "line_start": 1,
        "line_end": 200,
    }


def test_effective_is_left_out_where_nothing_says_it() -> None:
    assert "effective" not in act_json(ACTS[0], voice())["amended_by"][0]
    assert act_json(ACTS[1], voice())["amended_by"][0]["effective"] == "2026-07-12"


def test_a_provision_links_to_its_place_in_the_reader() -> None:
    held = ENGINE.index.provision(SUBPOINT_ID)
    assert held is not None

    json = provision_json(held, voice("ru"))

    assert json["label"] == "подпункт 6) пункта 3 главы 2 Положения"
    assert json["url"] == f"/acts/{DECREE}/annex-1/chapter-2/point-3/subpoint-6"
    assert json["url"] == reader_url(SUBPOINT_ID)
    assert json["act_status"] == "in_force"
    assert json["parent"] == f"{DECREE}/annex-1/chapter-2/point-3"


def test_a_measure() -> None:
    json = measure_json(MEASURES[0], voice("ru"))

    assert json["amounts"] == {
        "2018": "7647,2",
        "2019": "77018,2",
        "2021": "21985,1",
        "total": "106650,5",
    }
    assert json["amounts_marks"] == {"2021": "**"}
    assert [e["by_agreement"] for e in json["executors"]] == [False, True]
    assert json["sub_rows"][0]["amounts"] == {"2018": "2094,5"}
    assert json["label"] == "мера 42"


def test_values_have_the_fields_of_the_record() -> None:
    assert set(ValueJson.__annotations__) == set(Value.__dataclass_fields__)


def test_ranks_go_on_from_page_to_page() -> None:
    json = hits_json(HITS, voice(), first_rank=21)

    assert [hit["rank"] for hit in json] == [21, 22]
    assert json[0]["score"] == 0.9877
    assert "why" not in json[0]


def test_a_hit_is_explained_on_demand() -> None:
    [first, _] = hits_json(HITS, voice(), explain=True)

    assert first["why"] == {
        "coverage": 0.75,
        "features": [{"name": "words", "value": 0.5}],
    }


@pytest.mark.parametrize(
    ("name", "value", "label"),
    [
        ("act", ORDER, "Приказ от 1 сентября 2021 года № 82"),
        ("act", "X0000", "X0000"),
        ("kind", "point", "пункт"),
        ("status", "repealed", "Утратил силу"),
        ("language", "kk", "казахский"),
        ("year", "2018", "2018"),
        ("body", "no-such-body", "no-such-body"),
    ],
)
def test_facets_are_named(name: str, value: str, label: str) -> None:
    assert facet_label(name, value, voice("ru")) == label


def test_a_body_is_named_in_the_callers_language() -> None:
    name = facet_label("body", "ministry-of-internal-affairs", voice("en"))

    assert name == "Ministry of Internal Affairs"


def test_the_identity_follows_what_is_indexed() -> None:
    same = replace_manifest(generation="g000009", built="2027-01-01T00:00:00+00:00")

    assert index_identity(MANIFEST) == index_identity(same)
    assert index_identity(MANIFEST) != index_identity(replace_manifest(code="other"))


def replace_manifest(**fields: str) -> Manifest:
    return msgspec.structs.replace(MANIFEST, **fields)


# --- snippets --------------------------------------------------------------------

_TEXT = st.text(alphabet="ab \n", max_size=120)
_MARKS = st.lists(
    st.tuples(st.integers(0, 120), st.integers(0, 20)).map(
        lambda m: Span(m[0], m[0] + m[1])
    ),
    max_size=5,
)


@given(_TEXT, _MARKS, st.integers(1, 60))
def test_a_snippet_is_a_part_of_its_text(
    text: str, marks: list[Span], length: int
) -> None:
    pieces = snippet(text, marks, length)
    shown = "".join(piece.text for piece in pieces).strip("…")

    assert shown in text
    assert len(shown) <= length
    marked = "".join(p.text for p in pieces if p.marked)
    assert not marked or marks


def test_a_short_text_is_shown_whole_with_its_marks() -> None:
    pieces = snippet("abc def", [Span(4, 7), Span(0, 1)])

    assert [(p.text, p.marked) for p in pieces] == [
        ("a", True),
        ("bc ", False),
        ("def", True),
    ]


def test_a_snippet_begins_before_its_first_mark_between_words() -> None:
    text = "word " * 100 + "found " + "word " * 100
    start = text.index("found")

    pieces = snippet(text, [Span(start, start + 5)], 200)

    assert pieces[0].text == "…"
    assert pieces[-1].text == "…"
    assert pieces[1].text.startswith("word")
    assert [p.text for p in pieces if p.marked] == ["found"]


def test_overlapping_marks_are_told_once() -> None:
    pieces = snippet("abcdef", [Span(0, 3), Span(1, 2), Span(2, 5)])

    assert [(p.text, p.marked) for p in pieces] == [
        ("abc", True),
        ("de", True),
        ("f", False),
    ]


# --- the reader page ---------------------------------------------------------------


def _units(act_id: str, *, lines: bool = False) -> list[Unit]:
    index = FakeIndex()
    _, held = index.provisions(act_id)
    rows = Rows(
        {m.id: m for m in MEASURES},
        {i.id: i for i in INDICATORS},
        index.source_lines(act_id, 1, 200) if lines else (),
    )
    shown = [unit for part in parts(held, rows.measures) for unit in part.units]
    return units(held, shown, rows, voice())


def test_units_keep_reading_order_and_have_anchors() -> None:
    anchors = [unit.anchor for unit in _units(DECREE)]

    assert anchors == [p.id.partition("/")[2] for p in PROVISIONS if p.act_id == DECREE]


def test_headings_go_one_deeper_with_each_headed_unit() -> None:
    found = {unit.anchor: unit for unit in _units(DECREE)}

    assert found["annex-1"].level == 2
    assert found["annex-1/chapter-2"].level == 3
    assert found["annex-1/chapter-2/point-3"].level is None
    assert found["annex-1/chapter-2/point-3/subpoint-6"].depth == 1


def test_numbers_are_added_where_the_text_lacks_them() -> None:
    point = provision(f"{DECREE}/body/point-9", "point", "9", text="Текст.")
    printed = provision(f"{DECREE}/body/point-8", "point", "8", text="8. Текст.")

    first, second = units([point, printed], [point, printed], Rows({}, {}), voice())

    assert first.mark == "9."
    assert second.mark == ""


def test_what_is_inside_a_card_is_left_to_it() -> None:
    found = {unit.anchor: unit for unit in _units(PLAN)}

    assert "annex-2/measure-42/row-1" not in found
    assert found["annex-2/measure-42"].measure is not None
    assert found["annex-1/indicator-1"].indicator is not None


@pytest.mark.parametrize(
    ("heading", "own", "title", "text"),
    [
        ("Задачи", "Глава 2. Задачи", "Глава 2. Задачи", ""),
        ("Задачи", "Глава 2.\nЗадачи.\nСлова главы", "Глава 2. Задачи", "Слова главы"),
        ("Задачи", "", "Задачи", ""),
        (None, "Слова главы", "Глава 2", "Слова главы"),
        (None, "", "Глава 2", ""),
    ],
)
def test_a_printed_heading_is_shown_once(
    heading: str | None, own: str, title: str, text: str
) -> None:
    chapter = provision(
        f"{DECREE}/annex-1/chapter-2", "chapter", "2", heading=heading, text=own
    )

    [unit] = units([chapter], [chapter], Rows({}, {}), voice("kk"))

    assert (unit.heading, unit.text) == (title, text)


def test_a_heading_without_a_title_is_its_own_words() -> None:
    line = provision(f"{DECREE}/annex-1/heading-1", "heading", text="Толық жазылуы:")

    [unit] = units([line], [line], Rows({}, {}), voice())

    assert (unit.heading, unit.text, unit.level) == ("Толық жазылуы:", "", 2)


def test_printed_lines_end_where_the_first_unit_below_begins() -> None:
    found = {unit.anchor: unit for unit in _units(DECREE, lines=True)}

    chapter = found["annex-1/chapter-2"].printed
    subpoint = found["annex-1/chapter-2/point-3/subpoint-6"].printed
    assert chapter[0].number == 45
    assert chapter[-1].number < 63
    assert chapter[-1].text.strip()
    assert [line.number for line in subpoint] == [79]
    assert subpoint[0].text.startswith("6) выработка мер")


def test_nothing_is_printed_unless_asked_for() -> None:
    assert all(unit.printed == () for unit in _units(DECREE))


def test_the_outline_is_a_tree() -> None:
    _, held = FakeIndex().provisions(DECREE)

    [annex] = outline(held, None, Frame("ru", "/acts/X0000"), voice())

    assert annex.title.startswith("ПОЛОЖЕНИЕ")
    assert [entry.address for entry in annex.below] == ["#annex-1/chapter-2"]


def test_an_outline_goes_past_units_without_headings() -> None:
    annex = provision(f"{DECREE}/annex-1", "annex", "1", heading="Правила")
    point = provision(f"{DECREE}/annex-1/point-1", "point", "1", text="x")
    inner = provision(
        f"{DECREE}/annex-1/point-1/section-1", "section", "1", heading="Раздел"
    )

    [entry] = outline([annex, point, inner], None, Frame("ru", "/"), voice())

    assert [below.title for below in entry.below] == ["Раздел"]


def test_periods_are_in_order_with_the_total_last() -> None:
    amounts = (Amount("total", "3"), Amount("2020", "1"))
    measure = replace(MEASURES[0], amounts=amounts)

    assert amount_periods(measure_json(measure, voice())) == ["2018", "2020", "total"]
