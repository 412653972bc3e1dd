"""How much of a question a provision holds."""

import pytest

from corpus.lexicon import Concept, Sense
from service.concepts import UNKNOWN_WEIGHT, Weighted
from service.coverage import CONTEXT_WORTH, Held, coverage, covered


def _concept(*senses: Sense, rarity: float = 1.0, known: bool = True) -> Weighted:
    concept = Concept(0, 1, "word", senses)
    return Weighted(concept, 1.0, rarity, known, ("word",))


def _held(own: str = "", context: str = "") -> Held:
    return Held(frozenset(own.split()), frozenset(context.split()))


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
def test_the_best_sense_counts(held: Held, worth: float) -> None:
    assert covered(_concept(OWN, RENDERED), held) == pytest.approx(worth)


def test_rare_concepts_count_more() -> None:
    rare, common = _concept(OWN, rarity=3.0), _concept(RENDERED, rarity=1.0)

    assert coverage([rare, common], _held("мера")) == pytest.approx(0.75)


def test_a_concept_that_no_provision_holds_counts_less() -> None:
    unknown = _concept(Sense("en", ("zebra",), 1.0), known=False)

    share = coverage([_concept(OWN), unknown], _held("мера"))

    assert share == pytest.approx(1 / (1 + UNKNOWN_WEIGHT))


def test_no_concepts_no_coverage() -> None:
    assert coverage([], _held("мера")) == 0.0


def test_a_phrase_of_a_synonym_does_not_count() -> None:
    far = Sense("en", ("religi", "build"), 0.63)

    assert covered(_concept(OWN, far), _held("religi group build immun")) == 0.0
