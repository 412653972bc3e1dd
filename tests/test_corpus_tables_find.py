"""Tables are found with their ends, layouts and kinds."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.tables.columns import column_numbers, read_header
from corpus.tables.find import find_tables
from corpus.tables.layout import Gap, TableLine
from corpus.trace import ActFile, Traced

ACTS = Path(__file__).parent.parent / "corpus" / "acts"

RU_PLAN = """План мероприятий на 2021 – 2023 годы

№
п/п

Наименование мероприятия Форма
завершения

Ответственные
исполнители

Срок
исполнения

1 2 3 4 5

1.

Разработка проекта Водного
кодекса

Проект Кодекса

МЭГПР, МСХ

IV квартал
2022 года

      Примечание: расшифровка аббревиатур:
      МЭГПР – Министерство экологии
"""
EMPTY_FORM = """№ Әрекет Аяқтау нысаны Жауапты
орындаушылар

Орындау мерзімі Қаржыландыру
көздері

1 2 3 4 5 6
1-бөлімнің атауы

1 іс-шара

n іс-шара

      Ескертпе: нысан
"""


def tables(text: str) -> list[tuple[int, int, str, str]]:
    """First and last line, layout and kind of each table."""
    found = find_tables(ActFile.of("x.txt", text).lines())
    return [(r.first, r.last, r.layout, r.kind) for r in found]


def lines_of(text: str) -> list[TableLine]:
    """Printed lines of a header."""
    return [
        TableLine(n, Traced.of(line), Traced.of(line), Gap.NEXT_LINE, indented=False)
        for n, line in enumerate(text.split("\n"), start=1)
        if line.strip()
    ]


def test_plan_ends_before_its_notes() -> None:
    assert tables(RU_PLAN) == [(3, 27, "flat", "plan")]


def test_form_without_entries_is_no_plan() -> None:
    assert tables(EMPTY_FORM) == [(1, 12, "flat", "form")]


def test_tabbed_plan_takes_headings_between_rows() -> None:
    text = (
        "№\tМероприятие\tОтветственные исполнители\tСроки\n"
        "1\tРабота\tМВД\t2022 год\n\nРаздел 2. Дело\n\n2\tТруд\tМЮ\t2023 год\nпроза\n"
    )
    assert tables(text) == [(1, 6, "tabbed", "plan")]


def test_money_by_years_is_no_plan() -> None:
    text = (
        "Р/с № Қаржыландыру көзі 2018 жыл 2019\nжыл\n\n1. Бюджет 5 6\n\n"
        "      Ескерту.\n"
    )
    assert tables(text) == [(1, 4, "flat", "other")]


def test_numbered_columns_show_a_table_without_known_headings() -> None:
    text = "      Мәтін.\n\nСыртқы әсер Шара\n\n1 2\n\nФактор:\n\n…..\n\n      Соңы.\n"
    assert tables(text) == [(3, 9, "flat", "form")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        "\t\t\t\t\n\t\t\t\n",
        "№ 124 қаулысымен бекітілген\n",
        "      8. Жауапты орындаушылар 4-бағанында көрсетіледі.\n",
        "1 1 2 2 1\n",
    ],
)
def test_text_without_a_table(text: str) -> None:
    assert tables(text) == []


def test_next_annex_is_not_part_of_the_table() -> None:
    text = (
        "№ Әрекет Аяқтау нысаны Жауапты орындаушылар\n\n1. Іс бұйрық ІІМ\n\n\n\n"
        "Қаулыға\n2-қосымша\n"
    )
    assert tables(text)[0][1] == 3


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("P1700000580.txt", [(42, 132, "tabbed", "plan")]),
        ("P1400000292.txt", [(46, 3640, "flat", "plan")]),
        ("U1300000588.txt", []),
        (
            "V2100024227.txt",
            [
                (329, 404, "flat", "form"),
                (480, 569, "flat", "form"),
                (575, 589, "flat", "form"),
            ],
        ),
    ],
)
def test_tables_of_the_acts(
    name: str, expected: list[tuple[int, int, str, str]]
) -> None:
    assert tables((ACTS / name).read_text("utf-8")) == expected


def test_act_with_indicators_money_and_plan() -> None:
    text = (ACTS / "P1800000124.txt").read_text("utf-8")
    kinds = [kind for *_, kind in tables(text)]
    assert kinds == ["other"] * 6 + ["plan"]


def test_many_numbered_lines_take_no_long_time() -> None:
    text = "1 2 3\n" * 3000
    assert tables(text) == [(1, 3000, "flat", "other")]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("1 2 3 4 5", True), ("1\t2\t3", True), ("1 1 2 2", False), ("1", False)],
)
def test_row_of_column_numbers(text: str, *, numbers: bool) -> None:
    assert column_numbers(text) is numbers


def test_torn_header() -> None:
    header = read_header(
        lines_of(
            "Р/\nс\n№\n\nНысаналы индикаторлар\nӨл-шем\nбір-лігі\n\nАқпарат \nкөзі\n\n"
            "Жауап-ты \nорындау-шылар\n\n2017\nжыл\n(\nфакт\n)\n\n2018\nжыл\n\n1.\n"
        )
    )
    assert header is not None
    assert header.columns == ("number", "title", "unit", "source", "exec", "sum")
    assert header.periods == ("2017", "2018")
    assert header.targets
    assert header.length == 17


def test_years_cut_off_a_header_follow_from_its_total() -> None:
    header = read_header(
        lines_of(
            "№ Іс-шараның атауы Аяқтау нысаны Жауапты орындаушылар\n"
            "Болжанатын шығыстар, млн. теңге оның ішінде\n2014-\n2 0 2 0\nжылдарға\n"
            "барлығы\n2014\nжыл\n2015\nжыл\n"
        )
    )
    assert header is not None
    assert header.periods == ("total", *map(str, range(2014, 2021)))
    assert header.unit == "млн. теңге"


def test_russian_header_in_another_order() -> None:
    header = read_header(
        lines_of(
            "№ Сроки исполнения Мероприятие Ответственные исполнители "
            "Форма завершения Источники финансирования"
        )
    )
    assert header is not None
    assert header.columns == ("number", "date", "title", "exec", "form", "fund")


def test_running_text_is_no_header() -> None:
    assert read_header(lines_of("Үкімет қаулы етеді")) is None
