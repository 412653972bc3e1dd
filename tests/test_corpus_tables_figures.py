"""Figures are put together and given to their years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.tables.amounts import Periods, marked_years, read_amounts
from corpus.tables.figures import Figure, read_group, readings_of

YEARS = Periods(("2018", "2019", "2020", "2021", "2022"), frozenset({"2021", "2022"}))
TOTAL = Periods(("total", *map(str, range(2014, 2021))))


def values(
    groups: list[str], periods: Periods, named: tuple[int, ...] = ()
) -> dict[str, str]:
    """Amounts by period."""
    return {a.period: a.value for a in read_amounts(groups, periods, named).amounts}


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        (["1 1 2 2 1"], ["1", "1", "2", "2", "1"]),
        (["25,3 25,3 25,3\n25,3\n**", "25,3\n**"], ["25,3"] * 5),
        (["100 100 100 100 1 0 0"], ["100"] * 5),
        (["190 190 190 190\n1 9 0"], ["190"] * 5),
        (["93 93,5 94 94,5 9 5"], ["93", "93,5", "94", "94,5", "95"]),
        (["5,1 5,1 5,1 5 , 1\n**", "5 , 1\n**"], ["5,1"] * 5),
        (["86 87 88 89\n9 0"], ["86", "87", "88", "89", "90"]),
        (["1 0\n000"] * 4 + ["1 0\n0 0 0"], ["10000"] * 5),
        (
            ["94,1 393,\n4", "393,\n4", "393,\n4\n**", "393,\n4\n**"],
            ["94,1", "393,4", "393,4", "393,4", "393,4"],
        ),
        (
            ["7\n647,2", "7\n018,2", "4\n078,7", "2 1\n985,1\n**", "2 2\n192,2\n**"],
            ["7647,2", "7018,2", "4078,7", "21985,1", "22192,2"],
        ),
        (
            ["2 \n094,5", "2 \n343,7", "4 \n211,5", "1920,2\n**", "2078,4\n**"],
            ["2094,5", "2343,7", "4211,5", "1920,2", "2078,4"],
        ),
    ],
)
def test_five_years(groups: list[str], expected: list[str]) -> None:
    assert list(values(groups, YEARS).values()) == expected


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        (
            ["4560 2 280 -\n2 \n280 - - - -"],
            {"total": "4560", "2014": "2280", "2016": "2280"},
        ),
        (["1 \n776,9", "1776,9"], {"total": "1776,9", "2014": "1776,9"}),
        (["7,0 7,0"], {"total": "7,0", "2014": "7,0"}),
        (["6 3 3 - - -"], {"total": "6", "2014": "3", "2015": "3"}),
        (
            ["4858,1 1 495,6 1471,3 1019,1 872,1 - -"],
            {
                "total": "4858,1",
                "2014": "1495,6",
                "2015": "1471,3",
                "2016": "1019,1",
                "2017": "872,1",
            },
        ),
        (["- - - - - -"], {}),
        ([], {}),
    ],
)
def test_total_first(groups: list[str], expected: dict[str, str]) -> None:
    assert values(groups, TOTAL) == expected


def test_marked_figures_go_to_the_marked_years() -> None:
    assert values(["18,0\n**", "24,2\n**"], YEARS) == {"2021": "18,0", "2022": "24,2"}
    assert values(["14,0\n3 , 8\n**", "3 , 8\n**"], YEARS) == {
        "2018": "14,0",
        "2021": "3,8",
        "2022": "3,8",
    }


def test_deadline_gives_the_year_of_a_lone_figure() -> None:
    reading = read_amounts(["4"], YEARS, (2019,))
    assert [tuple(a)[:2] for a in reading.amounts] == [("2019", "4")]
    assert reading.problems == ()


def test_year_without_proof_is_flagged() -> None:
    reading = read_amounts(["1"], YEARS, (2018, 2019))
    assert [a.period for a in reading.amounts] == ["2018"]
    assert reading.problems == ("amounts-years-assumed",)


def test_misprinted_figure_is_kept_and_flagged() -> None:
    groups = ["7\n647,2", "7\n7018,2", "4\n078,7", "1,0\n**", "2,0\n**"]
    reading = read_amounts(groups, YEARS)
    assert reading.amounts[1].value == "77018,2"
    assert reading.problems == ("figure-misprinted",)


def test_years_that_exceed_the_total_are_flagged() -> None:
    reading = read_amounts(["5,0 4,0 3,0 - - - - -"], TOTAL)
    assert reading.problems == ("amounts-contradict",)


def test_figures_without_a_column_are_flagged() -> None:
    reading = read_amounts(["1,5 2,5 3,5 4,5 5,5 6,5"], YEARS)
    assert len(reading.amounts) == 5
    assert reading.problems == ("amounts-without-column",)


def test_figure_with_its_parts() -> None:
    text = "11,7\nоның \nішінде\n:\n1 )  \n6 , 3\n2 )  \n5 , 4\n**"
    (reading,) = read_group(text)
    assert reading.figures == (
        Figure("11,7", "**", parts=(("1", "6,3"), ("2", "5,4"))),
    )


def test_marked_years_are_those_marked_in_most_full_rows() -> None:
    plain = Periods(("2018", "2019"))
    rows = [
        (Figure("1"), Figure("2", "**")),
        (Figure("1"), Figure("2", "**")),
        (Figure("1", "*"), Figure("2")),
        (Figure("9", "**"),),
    ]
    assert marked_years(rows, plain) == {"2019"}
    assert marked_years([], plain) == frozenset()


def test_long_text_is_read_as_it_stands() -> None:
    (reading,) = read_group("1 2 " * 500)
    assert len(reading.figures) == 1000


@given(st.lists(st.text("0123456789 ,*-\n.", max_size=40), max_size=5))
def test_no_digit_is_lost(groups: list[str]) -> None:
    digits = [char for group in groups for char in group if char.isdigit()]
    for reading in readings_of(groups):
        kept = [c for f in reading.figures for c in f.value if c.isdigit()]
        assert kept == digits


@given(
    st.lists(
        st.decimals(min_value=1, max_value=999, places=1).map(
            lambda d: str(d).replace(".", ",")
        ),
        min_size=5,
        max_size=5,
    )
)
def test_plain_rows_are_read_as_printed(figures: list[str]) -> None:
    assert list(values([" ".join(figures)], YEARS).values()) == figures
