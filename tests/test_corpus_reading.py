"""Whole acts: their structure, addresses, sources, and that no line is lost."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.claims import claim_lines, disjoint, measure_coverage, unread_problems
from corpus.errors import CorrectionError, UnknownActError
from corpus.evidence import Evidence
from corpus.load import Corpus, load_corpus
from corpus.manifest import Correction
from corpus.model import Act, Claim, Provision
from corpus.read_text import read_text
from corpus.reading import read_act
from corpus.trace import ActFile

ACTS = Path(__file__).parent.parent / "corpus" / "acts"
DECREE = (
    "О мерах\n\nУказ Президента Республики Казахстан от 5 мая 2020 года № 7.\n\n"
    "В соответствии с законом ПОСТАНОВЛЯЮ:\n\n"
)

#: Address and lines; below them the first and the last words.
PLACES = """
P1400000292/body/para-1 | 11-14
«Қазақстан Республикасының құқық … Үкіметі ҚАУЛЫ ЕТЕДІ:
P1400000292/body/point-1 | 15-18
1. Қоса беріліп … Іс-шаралар жоспары) бекітілсін.
P1800000124/body/point-1 | 8-11
1. Қоса беріліп … бағдарлама (бұдан әрі – Бағдарлама) бекітілсін.
P1800000124/annex-1/section-4/subpoint-2 | 564-565
2) Қазақстан … ықпал етуін төмендету:
P1800000124/annex-1/section-5/point-1/subpoint-5/para-3 | 984-986
жаңалықтар порталдарында … материалдарын тарату;
U1300000588/annex-1/chapter-3/point-6/subpoint-8 | 143-143
8) Министр культуры … Казахстан;
U1300000588/annex-1/chapter-6/point-34 | 259-261
34. Финансирование … состав Антитеррористического центра.
V2100024227/annex-1/chapter-1/point-1 | 66-76
1. Осы Қазақстан … негізгі тәсілдерді ашады.
V2100024227/annex-1/annex-1/annex-1/point-10 | 457-458
10. Қаржыландыру … толтырылады.
V2100024227/annex-1/annex-2/annex-1/point-4/subpoint-2/para-1 | 620-623
"мақсат", "нысаналы … атаулары көрсетіледі.
V2100024227/annex-1/annex-3/point-7 | 692-699
7. Құжатта қойылған … _
"""


@cache
def corpus() -> Corpus:
    """The shipped acts."""
    return load_corpus(ACTS)


def shipped(act_id: str) -> Act:
    """A shipped act."""
    return next(act for act in corpus().acts if act.id == act_id)


def found(act: Act, path: str) -> Provision:
    """A provision of an act by its path."""
    return next(p for p in act.provisions if p.id == f"{act.id}/{path}")


def decree(rest: str) -> Act:
    """A decree with some text after its preamble."""
    return read_act(read_text("a.txt", DECREE + rest))[0]


def paths(act: Act) -> list[str]:
    """Paths of an act's provisions in reading order."""
    return [p.id.partition("/")[2] for p in act.provisions]


def test_the_shipped_acts_are_found_by_their_heads() -> None:
    acts = {a.id: (a.kind, a.number, a.date, a.status) for a in corpus().acts}

    assert acts == {
        "P1400000292": ("government resolution", "292", "2014-04-01", "repealed"),
        "P1700000580": ("government resolution", "580", "2017-09-19", "in_force"),
        "P1800000124": ("government resolution", "124", "2018-03-15", "in_force"),
        "U1300000588": ("presidential decree", "588", "2013-06-24", "in_force"),
        "V2100024227": ("ministerial order", "82", "2021-09-01", "repealed"),
    }


def test_ids_are_unique_and_parents_exist() -> None:
    for act in corpus().acts:
        ids = [p.id for p in act.provisions]
        assert len(ids) == len(set(ids))
        assert {p.parent for p in act.provisions if p.parent} <= set(ids)


def test_every_text_stands_in_its_source_lines() -> None:
    files = {file.name: file for file in corpus().files}
    for act in corpus().acts:
        for p in act.provisions:
            places = [r.start + k for r in p.body.runs for k in range(r.length)]
            lines = {files[p.source.file].line_of(place) for place in places}
            assert all(p.source.line_start <= n <= p.source.line_end for n in lines), (
                p.id
            )


def test_units_lie_within_their_parents() -> None:
    for act in corpus().acts:
        by_id = {p.id: p for p in act.provisions}
        for p in act.provisions:
            above = by_id.get(p.parent) if p.parent else None
            if above is not None:
                assert above.source.line_start <= p.source.line_start, p.id
                assert above.source.line_end >= p.source.line_end, p.id


@pytest.mark.parametrize("row", re.findall(r".+\n.+", PLACES))
def test_places_of_provisions(row: str) -> None:
    place, words = row.split("\n")
    address, lines = place.split(" | ")
    starts, ends = words.split(" … ")
    provision = found(shipped(address[:11]), address[12:])

    assert f"{provision.source.line_start}-{provision.source.line_end}" == lines
    assert provision.text.startswith(starts)
    assert provision.text.endswith(ends)


def test_displaced_words_read_as_a_lawyer_would_write_them() -> None:
    text = found(shipped("V2100024227"), "annex-1/chapter-1/point-1").text

    assert "16-тармағының 8) тармақшасына және Қазақстан Республикасы" in text
    assert "жүйесінің 12-тармағына сәйкес әзірленді" in text
    assert "Ұлттық қауіпсіздік стратегиясын әзірлеу" in text


def test_a_point_holds_the_words_of_its_subpoints() -> None:
    point = found(shipped("U1300000588"), "annex-1/chapter-2/point-3")

    assert point.own.text.endswith("следующие функции:")
    assert "17) направление" in point.text
    assert "Примечание ИЗПИ" not in point.text
    assert point.source[1:] == (63, 101)


def test_announced_wordings_warn() -> None:
    act = shipped("U1300000588")
    warned = {p.id.partition("/")[2]: p.warnings for p in act.provisions if p.warnings}

    assert set(warned) == {
        "annex-1/chapter-2/point-3/subpoint-6",
        "annex-1/chapter-2/point-4/subpoint-7",
    }
    assert all("12.07.2026" in words[0] for words in warned.values())
    assert [(a.number, a.effective) for a in act.amended_by if not a.in_text] == [
        ("1258", "2026-07-12")
    ] * 2


def test_notes_stand_apart() -> None:
    for act in corpus().acts:
        for p in act.provisions:
            if p.kind not in {"note", "table", "form"}:
                assert "Сноска." not in p.text, p.id
                assert "Ескерту." not in p.text, p.id


def test_entry_into_force_and_signatures() -> None:
    order = shipped("V2100024227")

    assert order.entry_into_force == "V2100024227/body/point-4"
    assert (
        order.signatory
        == "Қазақстан Республикасы Ұлттық экономика министрі А. Иргалиев"
    )
    assert [p.text[:11] for p in order.provisions if p.kind == "signature"][1:] == [
        '"КЕЛІСІЛДІ"'
    ] * 2
    assert shipped("U1300000588").signatory == (
        "Президент Республики Казахстан Н. Назарбаев"
    )


def test_annexes_know_what_they_are_annexed_to() -> None:
    annexes = {
        p.id.partition("/")[2]: p.source[1:]
        for p in shipped("V2100024227").provisions
        if p.kind == "annex"
    }

    assert annexes == {
        "annex-1": (56, 699),
        "annex-1/annex-1": (316, 458),
        "annex-1/annex-1/annex-1": (412, 458),
        "annex-1/annex-2": (462, 655),
        "annex-1/annex-2/annex-1": (599, 655),
        "annex-1/annex-3": (659, 699),
    }


def test_an_unstamped_programme_is_the_first_annex() -> None:
    act = shipped("P1800000124")

    assert found(act, "annex-1").source[1:] == (25, 1225)
    assert found(act, "annex-1").heading == act.title.replace("ны бекіту туралы", "")
    assert found(act, "annex-1/section-1/row-5").heading == "Мақсаты"
    assert found(act, "annex-2").source.line_start == 1229


def test_empty_forms_are_no_measures() -> None:
    act = shipped("V2100024227")

    assert act.measures == ()
    assert [p.source.line_start for p in act.provisions if p.kind == "form"] != []


def test_equal_numbers_are_told_apart() -> None:
    act = decree("1. Первый.\n\n1. Снова первый.\n\n1. И ещё.\n")

    assert paths(act) == [
        "body/para-1",
        "body/point-1",
        "body/point-1-bis",
        "body/point-1-bis3",
    ]


def test_a_paragraph_after_a_finished_list_belongs_to_the_point() -> None:
    act = decree(
        "1. Список:\n\n1) первое:\n\nчасть;\n\nдругая часть;\n\n2) второе.\n\nВывод.\n"
    )

    assert paths(act)[1:] == [
        "body/point-1",
        "body/point-1/subpoint-1",
        "body/point-1/subpoint-1/para-1",
        "body/point-1/subpoint-1/para-2",
        "body/point-1/subpoint-2",
        "body/point-1/para-1",
    ]


def test_letters_nest_in_subpoints() -> None:
    act = decree("1. Список:\n\n1) первое:\n\nа) один;\n\nб) два;\n\n2) второе.\n")

    assert paths(act)[2:] == [
        "body/point-1/subpoint-1",
        "body/point-1/subpoint-1/subpoint-a",
        "body/point-1/subpoint-1/subpoint-b",
        "body/point-1/subpoint-2",
    ]


def test_articles_hold_their_points() -> None:
    act = decree(
        "Глава 1. Общие\n\nСтатья 1. Цель\n\n1. Первый.\n\nСтатья 2\n\nТекст.\n"
    )
    article = found(act, "body/chapter-1/article-1")

    assert (article.heading, article.text) == ("Цель", "Статья 1. Цель\n1. Первый.")
    assert found(act, "body/chapter-1/article-2/para-1").text == "Текст."
    assert found(act, "body/chapter-1").text == "Глава 1. Общие"


def test_numbered_headings_are_sections() -> None:
    act = decree(
        "1. Общие положения\n\n1. Первый пункт.\n\n2. Цели и задачи\n\nТекст.\n"
    )

    assert paths(act)[1:] == [
        "body/section-1",
        "body/section-1/point-1",
        "body/section-2",
        "body/section-2/para-1",
    ]


def test_an_act_without_a_code_is_refused_or_named_by_its_file() -> None:
    with pytest.raises(UnknownActError, match="adilet code as its name"):
        read_act(read_text("notes.txt", "Просто текст без номера."))
    act, _ = read_act(read_text("Z1500000416.txt", "Закон без номера.\n\n1. Первый."))
    assert act.id == "Z1500000416"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("1. Настоящий Указ вводится в действие со дня подписания.", "body/point-1"),
        (
            (
                "1. Акты вводятся в действие со дня подписания.\n\n"
                "2. Настоящий Указ вступает в силу со дня подписания."
            ),
            "body/point-2",
        ),
        (
            (
                "1. Осы Жарлық қолданысқа енгізілгенге дейін күтілсін.\n\n"
                "2. Осы Жарлық қол қойылған күнінен бастап қолданысқа енгізіледі."
            ),
            "body/point-2",
        ),
        (
            (
                "1. Настоящий Указ вводится в действие с 1 июля 2020 года.\n\n"
                "2. Исключен Указом РК от 01.02.2021 № 5 (настоящий Указ вводится"
                " в действие с 01.03.2021)."
            ),
            "body/point-1",
        ),
        ("1. Актілер жарияланған күнінен бастап қолданысқа енгізіледі.", None),
    ],
)
def test_the_clause_on_entry_into_force(text: str, path: str | None) -> None:
    act = decree(text + "\n")

    assert act.entry_into_force == (f"{act.id}/{path}" if path else None)


def test_law_after_the_words_of_a_note_is_no_note() -> None:
    """Words that announce («предусмотренных») stand in the law as well."""
    act = decree(
        "      1. Список:\n\n      1) первый;\n\n      Примечание ИЗПИ!\n"
        "      Часть 2 вводится в действие с 01.01.2027 (текст исключен).\n\n"
        "      Служат с учетом особенностей, предусмотренных статьей 7 Закона;\n\n"
        "      2) второй.\n"
    )
    notes = [p.text for p in act.provisions if p.kind == "note"]

    assert len(notes) == 1
    assert "особенностей" not in notes[0]
    assert "предусмотренных статьей 7" in found(act, "body/point-1").text


def test_announcements_of_one_note_stay_together() -> None:
    act = decree(
        "1. Первый.\n\nПримечание ИЗПИ!\n"
        "Пункт 1 предусматривается в редакции Указа РК от 02.05.2026 № 1258.\n\n"
        "Пункт 2 предусматривается исключить Указом РК от 03.05.2026 № 1259.\n\n"
        "2. Второй.\n"
    )
    notes = [p.text for p in act.provisions if p.kind == "note"]

    assert len(notes) == 1
    assert notes[0].endswith("Указом РК от 03.05.2026 № 1259.")


def test_corrections_come_first() -> None:
    file = read_text("a.txt", DECREE + "1. Перый пункт.\n")
    act, _ = read_act(file, None, [Correction(7, "Перый", "Первый", "a typo")])

    assert found(act, "body/point-1").text == "1. Первый пункт."
    with pytest.raises(CorrectionError, match="line 7 does not hold 'Второй'"):
        read_act(file, None, [Correction(7, "Второй", "Первый", "wrong")])
    with pytest.raises(CorrectionError):
        read_act(file, None, [Correction(99, "x", "y", "beyond the end")])


def test_claims_are_cut_around_each_other() -> None:
    wide, inner, after = (
        Claim(0, 10, "note", "a"),
        Claim(3, 5, "furniture", "b"),
        Claim(8, 12, "provision", "c"),
    )

    assert disjoint([after, inner, wide]) == (
        Claim(0, 3, "note", "a"),
        Claim(3, 5, "furniture", "b"),
        Claim(5, 8, "note", "a"),
        Claim(8, 12, "provision", "c"),
    )


def test_unread_text_is_listed_with_its_line() -> None:
    file = ActFile.of("a.txt", "раз\nдва три\n\nчетыре\n")
    coverage = measure_coverage(file, [claim_lines(file, 1, 1, "provision", "x")])

    assert (coverage.visible, coverage.claimed, coverage.doubled) == (15, 3, 0)
    assert [(p.line, p.code, p.detail) for p in unread_problems(file, coverage)] == [
        (2, "unread", "два три\n\nчетыре")
    ]


@cache
def evidence() -> Evidence:
    """Of the shipped acts."""
    return Evidence.of(file.text for file in corpus().files)


def mutated(lines: list[str], seeds: list[int], way: str) -> str:
    """Some lines of an act dropped, doubled, letter-spaced, torn or swapped."""
    for seed in seeds:
        i = seed % max(len(lines), 1)
        if not lines:
            break
        if way == "drop":
            del lines[i]
        elif way == "double":
            lines.insert(i, lines[i])
        elif way == "space":
            lines[i] = " ".join(lines[i])
        elif way == "tear":
            half = len(lines[i]) // 2
            lines[i : i + 1] = [lines[i][:half], lines[i][half:]]
        else:
            lines[i], lines[0] = lines[0], lines[i]
    return "\n".join(lines)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(["U1300000588.txt", "V2100024227.txt"]),
    st.lists(st.integers(0, 700), max_size=25),
    st.sampled_from(["drop", "double", "space", "tear", "swap"]),
)
def test_a_damaged_act_loses_no_line(name: str, seeds: list[int], way: str) -> None:
    lines = (ACTS / name).read_text(encoding="utf-8").split("\n")
    file = read_text(name, mutated(lines, seeds, way))
    act, _ = read_act(file, evidence())
    coverage = measure_coverage(file, act.claims)
    ids = [p.id for p in act.provisions]

    assert coverage.unread == ()
    assert coverage.doubled == 0
    assert len(ids) == len(set(ids))
