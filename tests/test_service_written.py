"""Quotes compared with their source: whole words, parts in order, marks in figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.written import Join, parts_of, stretch, written


def held(quote: str, source: str) -> bool:
    return stretch(parts_of(quote), written(source)) is not None


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("мониторинг, оценка", "1) Мониторинг оценка и прогноз"),
        ("ІІМ (жинақтау)", "І І М  (жинақтау ), ЭБЖМ"),
        ("1,5 процента", "не более 1.5 процента"),
        ("87,7", "87,7; 88,1"),
        ("2018, 2019", "2018 2019 жылдар"),
        ("первый … третий", "первый, второй и третий"),
        ("первый […] третий", "первый, второй и третий"),
        ("прогноз…", "оценка и прогнозирование угроз"),
        ("іс-шара", "Іс - шара атауы"),
        ("B 42", "В 42"),
    ],
)
def test_it_stands_there(quote: str, source: str) -> None:
    assert held(quote, source)


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("допустимо", "это недопустимо"),
        ("в срок 5 дней", "в срок 15 дней"),
        ("прогноз", "прогнозирование угроз"),
        ("15 процентов", "1,5 процентов"),
        ("1,5 процентов", "15 процентов"),
        ("5 процентов", "1,5 процентов"),
        ("в 1", "в 1,5 раза"),
        ("третий … первый", "первый, второй и третий"),
        ("первый … первый", "первый, второй и третий"),
        ("… допустимо", "это недопустимо"),
        ("угроз", ""),
    ],
)
def test_it_does_not_stand_there(quote: str, source: str) -> None:
    assert not held(quote, source)


def test_the_later_place_counts_where_the_first_is_inside_a_word() -> None:
    assert stretch(parts_of("мер"), written("мера и мер")) == (5, 8)


def test_a_room_is_not_left() -> None:
    words = written("один два три два")

    assert stretch(parts_of("два"), words, 5) == (10, 13)
    assert stretch(parts_of("два"), words, 5, 12) is None


def test_a_quote_without_letters_has_no_parts() -> None:
    assert parts_of("… – ... «»") == []


def test_joins() -> None:
    assert list(written("а1,5 б")[1]) == [
        Join.OTHER,
        Join.NOTHING,
        Join.POINT,
        Join.BLANK,
    ]
    assert written("а 1.5").key == "а1,5"


@given(st.text(alphabet="аб1, .…«ң", max_size=40), st.integers(0, 8), st.integers(1, 9))
def test_runs_of_whole_words_always_stand(text: str, first: int, many: int) -> None:
    chosen = " ".join(text.replace("…", " ").split()[first : first + many])

    if parts_of(chosen):
        assert held(chosen, " ".join(text.replace("…", " ").split()))


@given(st.text(max_size=60))
def test_there_is_a_join_for_every_letter(text: str) -> None:
    words = written(text)

    assert len(words.text) == len(words.joins)
