"""Lines, numbers, pieces and headings of flattened tables."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.ids import ProvisionId
from corpus.repair.vocabulary import Vocabulary
from corpus.tables.block_spans import find_spans
from corpus.tables.claims import Claims
from corpus.tables.find import find_tables
from corpus.tables.forms import cut_at_forms, known_forms
from corpus.tables.headings import heading_kind, stretches
from corpus.tables.layout import Gap, TableLine, gap_of, table_lines
from corpus.tables.names import Names
from corpus.tables.numbers import chain, find_anchors
from corpus.tables.pieces import cut_pieces
from corpus.tables.plan_rows import Ids
from corpus.tables.read import read_plan
from corpus.tables.records import PlanContext
from corpus.tables.sections import unit_in, values_by_year
from corpus.tables.tokens import tokens_of
from corpus.trace import ActFile


def lines_of(text: str) -> tuple[TableLine, ...]:
    """Printed lines of a text."""
    return table_lines(ActFile.of("x", text).lines(), 1, Vocabulary.of([text]))


def numbers_of(text: str) -> list[str]:
    """Numbers of rows, a repeated one in brackets."""
    lines = lines_of(text)
    anchors = chain(find_anchors(lines, 0, len(lines)))
    return [f"({a.number})" if a.repeat else a.number for a in anchors]


def test_tokens_know_what_is_shut() -> None:
    """Shut stretches may lie in any order and inside each other."""
    text = "аб вг де жз"
    tokens = tokens_of(text, [(6, 8), (0, 8), (1, 2)])

    assert [(t.text, t.shut) for t in tokens] == [
        ("аб", True),
        ("вг", True),
        ("де", True),
        ("жз", False),
    ]


@given(st.text("12 5,-*аб()ІМ\n", max_size=60))
def test_stretches_of_a_block_are_in_order_and_apart(text: str) -> None:
    spans = find_spans(text, Names(()))

    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def pieces_of(text: str) -> list[tuple[str, str]]:
    """Text and kind of each piece."""
    lines = lines_of(text)
    pieces = cut_pieces(lines, 0, len(lines), Names(()))
    return [(piece.text.text, piece.kind) for piece in pieces]


@pytest.mark.parametrize(
    ("between", "gap"),
    [
        ([], Gap.NEXT_LINE),
        ([" "], Gap.PARAGRAPH),
        ([""], Gap.BLANK),
        ([" ", ""], Gap.BLANK),
        (["", ""], Gap.BLANK),
        (["", "", ""], Gap.PAGE),
        ([" ", "", " ", " ", ""], Gap.BLANK),
        (["\f"], Gap.PAGE),
    ],
)
def test_gaps(between: list[str], gap: Gap) -> None:
    assert gap_of(between) == gap


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1.\n\nІс\n\n2.\n\nІс", ["1", "2"]),
        ("9.\n\nІс\n\n10\n.\n\nІс", ["9", "10"]),
        ("89.\n\nІс\n\n89-\n1.\n\nІс\n\n90.\n\nІс", ["89", "89-1", "90"]),
        ("44\n.\n\nІс\n\n45\n.\n 46\n.\n\nІс\n\n47\n.\n\nІс", ["44", "46", "47"]),
        ("19\n\nІс\n\n20 Құпия\n\n21 Құпия", ["19", "20", "21"]),
        ("1\n\nІс\n\n4\n\n2\n\nІс\n\n3\n\nІс", ["1", "2", "3"]),
        ("4.\n\nІс\n\n\n\n4.\nжалғасы\n\n5\n\nІс", ["4", "(4)", "5"]),
        ("102\n.\n\nІс\n\n103\n.\n\n8 сағаттық жұмыс\n\n104\n.\n\nІс", None),
        ("Іс\n7\n018,2\n\nІс", []),
        ("1) бір\n\n2) екі", []),
        ("2014 жылы СМО", []),
    ],
)
def test_numbers(text: str, numbers: list[str] | None) -> None:
    assert numbers_of(text) == (["102", "103", "104"] if numbers is None else numbers)


def test_second_number_is_kept() -> None:
    lines = lines_of("45\n.\n 46\n.\n\nІс")
    (anchor,) = chain(find_anchors(lines, 0, len(lines)))
    assert (anchor.number, anchor.also) == ("46", ("45",))


@given(st.lists(st.integers(1, 130), max_size=30))
def test_numbers_of_a_chain_rise(figures: list[int]) -> None:
    numbers = [int(n) for n in numbers_of("\n\n".join(map(str, figures)))]
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "ДІАҚМ талап етілмейді",
            [("ДІАҚМ", "exec"), ("талап етілмейді", "fund")],
        ),
        (
            "млн. теңге ҰҚК-ге ақпарат\nтұрақты\n***",
            [
                ("млн. теңге", "unit"),
                ("ҰҚК-ге ақпарат", "text"),
                ("тұрақты", "date"),
                ("***", "date"),
            ],
        ),
        (
            "Ақмола облысы 1 1 2 2 1",
            [("Ақмола облысы", "region"), ("1 1 2 2 1", "sum")],
        ),
        ("Астана қаласының\nәуежайында", [("Астана қаласының", "text"), None]),
        ("туралы 35 бейнеролик, 1\nойын және 5 деректі", [None, None]),
        ("- аз қамтылған және", [("- аз қамтылған және", "text")]),
        ("% * *", [("%", "unit"), ("* *", "mark")]),
        ("25,3 25,3\n25,3\n**", [(None, "sum"), (None, "sum"), ("**", "sum")]),
        ("жылдар - - - -", [("жылдар", "date"), ("- - - -", "sum")]),
        (
            "көзделген қаражат шегінде \n(әр орган өз бөлігі бойынша)",
            [(None, "fund"), ("(әр орган өз бөлігі бойынша)", "fund")],
        ),
        ("15,0 3,0 РБ 001", [("15,0 3,0", "sum"), ("РБ 001", "fund")]),
    ],
)
def test_pieces(text: str, pieces: list[tuple[str | None, str] | None]) -> None:
    found = pieces_of(text)
    assert len(found) == len(pieces)
    for (shown, kind), wanted in zip(found, pieces, strict=True):
        if wanted is None:
            assert kind == "text"
        else:
            assert kind == wanted[1]
            assert wanted[0] in {None, shown}


@given(st.text("ІМ 25,*-()\nжылсайн%", max_size=60))
def test_pieces_hold_every_letter(text: str) -> None:
    printed = [char for line in lines_of(text) for char in line.text.text]
    shown = [char for piece, _ in pieces_of(text) for char in piece]
    assert sorted("".join(shown).replace(" ", "")) == sorted(
        "".join(printed).replace(" ", "").replace("\n", "")
    )


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (
            "ғимараттарын Үкіметке\n\nұсыныстар енгізу\n\nДСМ",
            ["ғимараттарын", "Үкіметке", "ұсыныстар енгізу"],
        ),
        (
            "жөнінде ұсыныстар енгізу\n\nҮкіметке ақпарат",
            ["жөнінде ұсыныстар енгізу", "Үкіметке ақпарат"],
        ),
        ("бейнебақылау Үкіметке ақпарат ІІМ", ["бейнебақылау", "Үкіметке ақпарат"]),
    ],
)
def test_known_forms_begin_a_cell(text: str, cut: list[str]) -> None:
    lines = lines_of(text)
    pieces = cut_pieces(lines, 0, len(lines), Names(()))
    forms = known_forms(["ұсыныстар енгізу"])
    words = [p.text.text for p in cut_at_forms(pieces, forms) if p.kind == "text"]
    assert words == cut


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Іс-шаралар:", "marker"),
        ("Іс-шаралар жоспары", None),
        ("Нысаналы индикатор - діни", "target"),
        ("Нысаналы индикаторларды есептеу", None),
        ("Нәтижелер көрсеткіштері:", "result"),
        ("4. Міндет: діни", "task"),
        ("Міндеттер:", "task"),
        ("Бағдарламалық мақсат: қоғамның", "goal"),
        ("1.1 Сенімді құқық", "section"),
        ("2-бөлім. Мемлекет", "section"),
        ("Раздел 3. Общие", "section"),
        ("Целевые индикаторы:", "target"),
        ("Показатели результатов:", "result"),
        ("Задача: развитие", "task"),
        ("Цель программы: развитие", "goal"),
    ],
)
def test_heading_kinds(text: str, kind: str | None) -> None:
    assert heading_kind(text) == kind


def test_lines_are_parted_by_their_use() -> None:
    lines = lines_of(
        "1.1 Бірінші\n\nМіндет:\nдамыту.\n\nНәтижелер көрсеткіштері:\nүлесі 5 %;\n\n"
        "өсуі 6 %.\n\n1.\n\nІс\n\n1.2 Екінші\n\n2.\n\nІс"
    )
    parts = [(p.rows, lines[p.first].number) for p in stretches(lines, 0, len(lines))]
    assert parts == [(False, 1), (True, 11), (False, 15), (True, 17)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "2016 жылы - 40 %-ды, 2020 жылы - 70 %-ды",
            (("2016", "40"), ("2020", "70")),
        ),
        ("2020 жылы қызметтердің 100 %-ы", (("2020", "100"),)),
        ("қамтамасыз етілуінің 90 %-ы 2020 жылы", (("2020", "90"),)),
        ("2020 жылы 56-орынға дейін", (("2020", "56"),)),
        ("2020 жылы стандарттарға 100-% сәйкес", (("2020", "100"),)),
        ("деңгейі жоғары", ()),
    ],
)
def test_values_of_a_sentence(text: str, values: tuple[tuple[str, str], ...]) -> None:
    assert values_by_year(text) == values


def test_unit_of_a_sentence() -> None:
    assert unit_in("2020 жылы - 70 %-ды") == "%"
    assert unit_in("2020 жылы 56-орынға") == "орын"
    assert unit_in("2020 жылы") is None


def test_ids_are_given_once() -> None:
    ids = Ids(ProvisionId("P2100000300/annex-1"), frozenset())
    assert ids.new("measure-1") == "P2100000300/annex-1/measure-1"
    assert ids.new("measure-1") == "P2100000300/annex-1/measure-1-copy-2"
    taken = Ids(
        ProvisionId("P2100000300/annex-1"),
        frozenset({"P2100000300/annex-1/measure-1"}),
    )
    assert taken.new("measure-1") == "P2100000300/annex-1/measure-1-copy-2"


def test_line_without_owner_is_reported() -> None:
    claims = Claims(ActFile.of("x.txt", "бір\n\nекі\n"))
    claims.line(1, "measure", "a")
    done, problems = claims.finished(1, 3, "rest")
    assert [(c.record, c.start, c.end) for c in done] == [("a", 0, 3), ("rest", 5, 8)]
    assert [(p.line, p.code) for p in problems] == [(3, "unread")]


def test_tabbed_rows_without_numbers() -> None:
    text = (
        "Мероприятие\tОтветственные исполнители\tСроки исполнения\tЗаметки\n"
        "Форум\tМВД\t2022 год\t\n"
        "и его итоги\t\t\t\n"
        "Съезд\tМЮ\tежегодно\tне требуется\n"
    )
    file = ActFile.of("P2100000300.txt", text)
    (region,) = find_tables(file.lines())
    about = PlanContext(
        "P2100000300",
        file,
        ProvisionId("P2100000300/annex-1"),
        "ru",
        (),
        Vocabulary.of([text]),
    )
    first, second = read_plan(region, about).measures
    assert (first.title.text, first.number_printed) == ("Форум и его итоги", False)
    assert second.number == "2"
    assert second.funding.text == "не требуется"
