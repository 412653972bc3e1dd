"""Names that the text of an act shortens."""

from dataclasses import replace

import pytest

from corpus.load import Corpus
from corpus.model import Abbreviation, Act, Language
from service.short_forms import named_by, short_forms


def _lemmas(text: str, _: Language) -> frozenset[str]:
    return frozenset(text.lower().split())


@pytest.fixture(scope="module")
def act(real_corpus: Corpus) -> Act:
    """An act with short forms of its own."""
    held = real_corpus.acts[0]
    rows = (
        ("Центр", "антитеррористический комитет", False),
        ("План действий", "план мероприятий", False),
        ("ІІМ", "министерство", True),
        ("", "безымянное", False),
    )
    return replace(
        held,
        abbreviations=tuple(
            Abbreviation(short, name, held.source, listed=listed)
            for short, name, listed in rows
        ),
    )


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("центр готовит", "антитеррористический комитет безымянное"),
        ("план на год", "безымянное"),  # half of a short form is none
        ("действий план", "план мероприятий безымянное"),
        ("іім", "безымянное"),  # an abbreviation of the list names no other words
        ("", "безымянное"),
    ],
)
def test_a_short_form_brings_the_words_of_its_name(
    act: Act, words: str, named: str
) -> None:
    found = named_by(_lemmas(words, "ru"), short_forms(act, _lemmas))

    assert found == _lemmas(named, "ru")


def test_an_act_without_short_forms_names_nothing(act: Act) -> None:
    forms = short_forms(replace(act, abbreviations=()), _lemmas)

    assert named_by(frozenset({"центр"}), forms) == frozenset()
