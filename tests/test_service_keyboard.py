"""Words in the other keyboard layout."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.keyboard import turned


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rnj", "кто"),
        ("jndtxftn", "отвечает"),
        ("Vthf", "Мера"),
        (",.l;tn", "бюджет"),
        ("gj;fhyjq", "пожарной"),
        ("j,]zdktybt", "объявление"),
        ("црщ", "who"),
        ("Куызщтышиду", "Responsible"),
        ("ьуфыгку", "measure"),
    ],
)
def test_letters_stand_on_the_same_keys(typed: str, meant: str) -> None:
    assert next(turned(typed)) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("r3v", "кім"),
        ("0fhcs", "қарсы"),
        ("l-4utktr", "дөңгелек"),
        ("3c-0bvsk", "іс-қимыл"),
    ],
)
def test_kazakh_letters_stand_on_the_keys_of_figures(typed: str, meant: str) -> None:
    assert meant in turned(typed)


def test_figures_stay_figures_first() -> None:
    assert next(turned("42-q")) == "42-й"


@pytest.mark.parametrize(
    ("typed", "meant"), [("ujhjlf,", "города,"), ("yjdjcnb.", "новости.")]
)
def test_marks_at_the_end_may_be_meant_as_they_are(typed: str, meant: str) -> None:
    whole, closed, *_ = turned(typed)

    assert whole[-1] in "бю"
    assert closed == meant


@pytest.mark.parametrize("word", ["42", "–", "rnjкто", "«»"])
def test_what_has_no_one_script_has_no_other_layout(word: str) -> None:
    assert not list(turned(word))


@given(st.text("qwerty[];',.йцукен-0123456789ә", min_size=1, max_size=12))
def test_each_character_stays_in_its_place(word: str) -> None:
    for read in turned(word):
        assert len(read) == len(word)
