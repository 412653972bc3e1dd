"""Dates and terms: read in three languages, said in three languages."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Language
from service.period_patterns import FORMS, Form
from service.period_words import render_term, say_date, say_point
from service.periods import Point, find_periods, points_in, years_in


@pytest.mark.parametrize(
    ("printed", "russian", "english"),
    [
        ("2014 жылғы 3-тоқсан", "3 квартал 2014 года", "3rd quarter of 2014"),
        ("2014-2020 жылдар", "2014–2020 годы", "2014–2020"),
        (
            "жыл сайын, 2017 – 2020 жылдар",
            "ежегодно, 2017–2020 годы",
            "annually, 2017–2020",
        ),
        ("жыл сайын ***", "ежегодно", "annually"),
        ("2018 жылғы 10 шілдеге қарай", "к 10 июля 2018 года", "by 10 July 2018"),
        ("2017 жылғы қараша", "ноябрь 2017 года", "November 2017"),
        (
            "2018 жылдан бастап, қажеттілігіне қарай",
            "с 2018 года, по мере необходимости",
            "from 2018, as needed",
        ),
        (
            "Жыл сайын, 1 ақпаннан кешіктірмей",
            "ежегодно, не позднее 1 февраля",
            "annually, no later than 1 February",
        ),
        (
            "2022 жылғы 10 қаңтарға және 10 шілдеге қарай",
            "к 10 января 2022 года и к 10 июля",
            "by 10 January 2022 and by 10 July",
        ),
        (
            "2014-2020 жылғы 4-тоқсан",
            "4 квартал 2014–2020 годов",
            "4th quarter of 2014–2020",
        ),
        ("2016 жылдың соңына дейін", "до конца 2016 года", "by the end of 2016"),
        ("IV квартал 2018 года", "4 квартал 2018 года", "4th quarter of 2018"),
        ("до 1 декабря 2019 года", "до 1 декабря 2019 года", "by 1 December 2019"),
    ],
)
def test_terms_in_other_languages(printed: str, russian: str, english: str) -> None:
    assert render_term(printed, "ru") == russian
    assert render_term(printed, "en") == english


@pytest.mark.parametrize(
    "printed",
    ["2018 жылғы 15 наурыздағы № 124", "Президентке ұсыныстар", "-", "", "және"],
)
def test_words_that_no_rule_knows_leave_no_rendering(printed: str) -> None:
    assert render_term(printed, "ru") is None


def dates_in(text: str) -> tuple[str, ...]:
    """Whole dates of a text as ISO, in order."""
    points = (found.part for found in points_in(text))
    return tuple(p.iso for p in points if isinstance(p, Point) and p.iso)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Үкіметтің 2018 жылғы 15 наурыздағы қаулысы", "2018-03-15"),
        ("от 24 июня 2013 года", "2013-06-24"),
        ("of 11 April 2019", "2019-04-11"),
        ("June 24, 2013", "2013-06-24"),
        ("от 15.03.2018", "2018-03-15"),
        ("2018-03-15", "2018-03-15"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    assert dates_in(text) == (iso,)


@pytest.mark.parametrize("text", ["31.02.2018", "99.99.2018", "в маршруте", "мамандар"])
def test_what_is_no_date(text: str) -> None:
    assert dates_in(text) == ()


def test_years_outside_dates() -> None:
    assert years_in("2017–2020 и 2022, но не 15.03.2018") == (2017, 2020, 2022)


@given(st.dates(date(1990, 1, 1), date(2050, 12, 31)))
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_date_said_is_the_date_read(language: Language, day: date) -> None:
    assert dates_in(say_date(day.isoformat(), language)) == (day.isoformat(),)


@given(
    st.integers(2000, 2049),
    st.sampled_from([1, 2, 3, 4]),
    st.sampled_from(["", "until", "not_later", "from"]),
)
def test_a_quarter_said_is_the_quarter_read(
    year: int, quarter: int, relation: str
) -> None:
    point = Point(relation=relation, year=year, quarter=quarter)  # type: ignore[arg-type]
    [found] = find_periods(say_point(point, "ru"))

    assert found.part == point


@given(st.text(alphabet="2018 жылғы –-.,;()шілдеге қарай және сайын", max_size=50))
def test_parts_never_overlap(text: str) -> None:
    found = find_periods(text)

    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("form", FORMS, ids=range(len(FORMS)))
@pytest.mark.parametrize(
    "text",
    [
        "2018 жылгы 10 шилдеге карай",
        "маем",
        "15 марта 2018 года",
        "march 15, 2018",
        "15.03.2018",
        "2018-03-15",
        "2014 жылгы 4-токсан",
        "iv квартал 2018 года",
        "3rd quarter of 2014",
        "q3 2014",
        "1-жартыжылдыкта",
        "2 полугодие 2018 года",
        "2017 – 2020 жылдар",
        "мамандар маршрут",
    ],
)
def test_no_form_matches_without_what_it_needs(form: Form, text: str) -> None:
    assert not form.pattern.search(text) or form.needed.search(text)


@given(st.text(alphabet="2018 жылғы –-.,;()шілдеге қарай және сайын", max_size=50))
def test_points_are_the_parts_that_are_no_words(text: str) -> None:
    points = tuple(f for f in find_periods(text) if isinstance(f.part, Point))

    assert points_in(text) == points
