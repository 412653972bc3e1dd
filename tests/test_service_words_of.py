"""Words of a question, and which of them may be slips of others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.words_of import begins_like, is_slip_of, words_of


def test_letters_and_figures_part() -> None:
    assert [w.text for w in words_of("42-іс-шараға 2018ж.")] == [
        "42",
        "іс",
        "шараға",
        "2018",
        "ж",
    ]


@given(st.text(max_size=60))
def test_words_stand_where_they_say(text: str) -> None:
    assert all(text[w.start : w.end] == w.text for w in words_of(text))


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("ответственный", "ответственн"),
        ("отвественный", "ответственн"),
        ("исполниитель", "исполнител"),
        ("жауаптты", "жауапты"),
    ],
)
def test_slips_are_forgiven(word: str, stem: str) -> None:
    assert begins_like(word, stem)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("зарегистрировать", "зарегистрирован"),
        ("мера", "вера"),
        ("что", "кто"),
        ("карсы", "кайсы"),
        ("президент", "резидент"),
    ],
)
def test_other_words_are_no_slips(word: str, stem: str) -> None:
    assert not begins_like(word, stem)
    assert not is_slip_of(word, stem)
