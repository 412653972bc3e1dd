"""Text that knows where it is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.trace import INSERTED, ActFile, Excerpt, Run, Traced

PLACES = st.lists(st.integers(-1, 30), max_size=20)


@given(PLACES)
def test_runs_say_where_each_character_is_printed(places: list[int]) -> None:
    traced = Traced("x" * len(places), tuple(places))

    led_back = [INSERTED] * len(places)
    for run in traced.excerpt().runs:
        for k in range(run.length):
            led_back[run.at + k] = run.start + k
    assert led_back == places


def test_a_line_break_put_in_parts_two_runs() -> None:
    joined = Traced.join([Traced.of("іс", 5), Traced.of("шара", 10)], " ")

    assert joined.excerpt() == Excerpt("іс шара", (Run(0, 5, 2), Run(3, 10, 4)))


@given(PLACES, st.integers(0, 20), st.integers(0, 20))
def test_a_cut_keeps_its_places(places: list[int], a: int, b: int) -> None:
    start, end = sorted((min(a, len(places)), min(b, len(places))))
    traced = Traced("abcdefghijklmnopqrst"[: len(places)], tuple(places))

    assert traced.excerpt().cut(start, end) == traced[start:end].excerpt()


def test_other_letters_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="3 characters for 2 places"):
        Traced.of("БF").with_text("БҒМ")


@given(st.text(alphabet="аб \n", max_size=40))
def test_lines_are_those_of_the_file(text: str) -> None:
    file = ActFile.of("a.txt", text)

    assert [line.text for line in file.lines()] == (text.splitlines() or [""])
    for number, line in enumerate(file.lines(), 1):
        assert all(file.line_of(place) == number for place in line.at)
