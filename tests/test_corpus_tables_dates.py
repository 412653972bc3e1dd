"""Deadlines are found in running text, and years are read from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.tables.dates import find_dates, recurrence_of, years_of


@pytest.mark.parametrize(
    "marked",
    [
        "[жыл сайын\n***]",
        "ұсынымдар [жыл сайын] \nДІАҚМ",
        "[2014 жылғы\n2-тоқсан] - - - -",
        "[2014 \nжылғы \n4 -\nтоқсан]",
        "[Жыл сайын, 1\nжелтоқсаннан\nкешіктірмей (\n2016 жылғы\n3\n-тоқсаннан]",
        "[2014-2020 \nжылдар] 171,5 24,5",
        "[2018  2022 –\nжылдар]",
        "[2018 жылғы\n10 шілдеге \nқарай]",
        "Бұйрық [2014 жылғы 3\n-4-тоқсан]",
        "[тұрақты \nтүрде\n***]",
        "[IV квартал\n2022 года]",
        "[ежегодно, до\n15 декабря]",
        "[по мере необходимости]",
        "отчет [до 1 июля 2021 года]",
        "орындалған жұмыстар актісі",
        "25,3 25,3 **",
        "және мен",
    ],
)
def test_deadline_spans(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    parts = []
    done = 0
    for start, end in find_dates(text):
        parts += [text[done:start], "[", text[start:end], "]"]
        done = end
    assert "".join([*parts, text[done:]]) == marked


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2018 – 2020 жылдар", (2018, 2019, 2020)),
        ("2018  2020 –жылдар", (2018, 2019, 2020)),
        ("2021 жылғы 10 шілдеге қарай 2022 жылғы", (2021, 2022)),
        ("2014 жыл - жобаны әзірлеу; 2016-2017 жылдар", (2014, 2016, 2017)),
        ("жыл сайын", ()),
        ("1900-2099", (1900, 2099)),
    ],
)
def test_years(text: str, years: tuple[int, ...]) -> None:
    assert years_of(text) == years


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("жыл сайын ***", "annual"),
        ("тоқсан сайын, 2017 – 2020 жылдар", "quarterly"),
        ("тұрақты ***", "continuous"),
        ("ежеквартально", "quarterly"),
        ("2014 жыл", None),
    ],
)
def test_recurrence(text: str, recurrence: str | None) -> None:
    assert recurrence_of(text) == recurrence


@given(st.text("20148 жылтоқсанғы-–*()\n,", max_size=60))
def test_spans_are_ordered_and_inside(text: str) -> None:
    done = 0
    for start, end in find_dates(text):
        assert done <= start < end <= len(text)
        done = end
