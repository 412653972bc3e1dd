"""How much of a question a provision holds."""

from dataclasses import replace

import pytest

from corpus.lexicon import Concept, Sense
from indexer.holdings import Holding
from service.concepts import UNKNOWN_WEIGHT, Weighted
from service.coverage import (
    CONTEXT_WORTH,
    LEAST_REACH,
    PARTS_WORTH,
    UNSAYABLE_WEIGHT,
    Crowd,
    coverage,
    covered,
    named_by,
)


def _concept(*senses: Sense, rarity: float = 1.0, known: bool = True) -> Weighted:
    concept = Concept(0, 1, "word", senses)
    return Weighted(concept, 1.0, rarity, known, ("word",))


def _held(own: str = "", context: str = "") -> Holding:
    none: frozenset[str] = frozenset()
    return Holding(none, frozenset(own.split()), frozenset(context.split()))


def _covered(concept: Weighted, held: Holding) -> float:
    return covered(concept, Crowd.of([held], named_by([concept])))[0]


def _coverage(concepts: list[Weighted], held: Holding) -> float:
    return coverage(concepts, Crowd.of([held], named_by(concepts)))[0]


OWN = Sense("ru", ("мера",), 1.0)
RENDERED = Sense("kk", ("іс", "шара"), 0.9)


@pytest.mark.parametrize(
    ("held", "worth"),
    [
        (_held("мера закон"), 1.0),
        (_held("іс шара"), 0.9),
        (_held("мера іс шара"), 1.0),
        (_held("іс"), 0.0),
        (_held("іс", "шара"), 0.9 * CONTEXT_WORTH),
        (_held("", "мера"), CONTEXT_WORTH),
        (_held(), 0.0),
    ],
)
def test_the_best_sense_counts(held: Holding, worth: float) -> None:
    assert _covered(_concept(OWN, RENDERED), held) == pytest.approx(worth)


def test_rare_concepts_count_more() -> None:
    rare, common = _concept(OWN, rarity=3.0), _concept(RENDERED, rarity=1.0)

    assert _coverage([rare, common], _held("мера")) == pytest.approx(0.75)


def test_a_concept_that_no_provision_holds_counts_less() -> None:
    unknown = _concept(Sense("en", ("zebra",), 1.0), known=False)

    share = _coverage([_concept(OWN), unknown], _held("мера"))

    assert share == pytest.approx(1 / (1 + UNKNOWN_WEIGHT))


def test_no_concepts_no_coverage() -> None:
    assert _coverage([], _held("мера")) == 0.0


def test_a_phrase_of_a_synonym_does_not_count() -> None:
    far = Sense("en", ("religi", "build"), 0.63)

    assert _covered(_concept(OWN, far), _held("religi group build immun")) == 0.0


def _spoken(own: str, *languages: str) -> Holding:
    return _held(own)._replace(spoken=frozenset(languages))


@pytest.mark.parametrize(
    ("held", "worth"),
    [
        (_spoken("іс шара", "kk"), 1.0),
        (_spoken("іс шара", "kk", "en"), 1.0),
        (_spoken("іс шара", "kk", "ru"), 0.9),
        (_spoken("іс шара"), 0.9),
        (_spoken("мера", "kk"), 1.0),
        (_spoken("іс", "kk"), 0.0),
    ],
)
def test_a_sense_is_compared_with_the_best_one_that_the_languages_have(
    held: Holding, worth: float
) -> None:
    assert _covered(_concept(OWN, RENDERED), held) == pytest.approx(worth)


def test_a_weak_sense_never_counts_as_the_thing_itself() -> None:
    weak = Sense("kk", ("жоба",), LEAST_REACH / 2)

    assert _covered(_concept(OWN, weak), _spoken("жоба", "kk")) == pytest.approx(0.5)


def test_what_a_language_cannot_say_counts_less_in_the_whole() -> None:
    said = Sense("kk", ("іс", "шара"), 1.0)
    asked = [_concept(said), _concept(Sense("ru", ("мера",), 1.0))]

    share = _coverage(asked, _spoken("іс шара", "kk"))

    assert share == pytest.approx(1 / (1 + UNSAYABLE_WEIGHT))
    assert _coverage(asked, _spoken("мера іс шара", "kk")) == pytest.approx(1.0)


def test_the_words_of_a_phrase_count_where_the_phrase_is_parted() -> None:
    words = ("палата", "парламент")
    parts = tuple(_concept(Sense("ru", (word,), 1.0)) for word in words)
    phrase = replace(_concept(Sense("ru", ("палата", "парламента"), 1.0)), parts=parts)

    assert _covered(phrase, _held("палата парламента")) == 1.0
    assert _covered(phrase, _held("палата и парламент")) == PARTS_WORTH
    assert _covered(phrase, _held("палата")) == PARTS_WORTH / 2
    assert _covered(phrase, _held("суд")) == 0.0


def test_many_provisions_are_looked_at_as_if_each_were_alone() -> None:
    words = ("палата", "парламент")
    parts = tuple(_concept(Sense("ru", (word,), 1.0)) for word in words)
    phrase = replace(_concept(Sense("ru", words, 1.0)), parts=parts)
    concepts = [phrase, _concept(OWN, RENDERED, rarity=2.0)]
    held = [
        _held("палата парламент", "мера"),
        _held("іс шара", "палата"),
        _held("іс", "шара"),
        _spoken("мера палата", "kk"),
        _held(),
    ]

    together = coverage(concepts, Crowd.of(held, named_by(concepts)))

    assert together == [_coverage(concepts, one) for one in held]
    assert len(set(together)) == len(held)


def test_nobody_holds_nothing() -> None:
    assert coverage([_concept(OWN)], Crowd.of([], frozenset())) == []
