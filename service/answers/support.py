"""How far words support an answer: the share of a question that they hold.

More forgiving than the ranking (:mod:`service.coverage`), which must be quick: a
phrase counts in part where most of its words stand, and a word counts in part
where another of its family does («руководит» – «руководителем»).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import Final

from service.concepts import Weighted

#: Worth of a word in the headings above, against 1 in the words themselves.
CONTEXT_WORTH: Final = 0.5
#: Worth of a word of the same family.
KIN_WORTH: Final = 0.7
#: Least letters that words of one family share at their beginning, and the least
#: share of the shorter one that these must be.
_KIN_LETTERS: Final = 6
_KIN_SHARE: Final = 0.8
#: Least share of a phrase's words that must be held for it to count in part.
_PART: Final = 0.6


#: The same where it is asked whether any word of a family is held at all.
_FAMILY_LETTERS: Final = 5
_FAMILY_SHARE: Final = 0.75


@dataclass(frozen=True)
class Held:
    """The lemmas that evidence holds.

    Attributes:
        own: Of its own words and their renderings.
        context: Of the headings above it and of what opens its list.
    """

    own: frozenset[str]
    context: frozenset[str]

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """Beginnings that its own words share with others of their families."""
        return _beginnings(self.own)


@lru_cache(maxsize=1 << 12)
def _beginnings(held: frozenset[str]) -> frozenset[str]:
    return frozenset(chain.from_iterable(map(_beginnings_of, held)))


@lru_cache(maxsize=1 << 15)
def _beginnings_of(word: str) -> tuple[str, ...]:
    least = max(_KIN_LETTERS, math.ceil(_KIN_SHARE * len(word)) - 2)
    return tuple(word[:size] for size in range(least, len(word) + 1))


@lru_cache(maxsize=1 << 14)
def _family(lemma: str) -> str:
    """What a word must begin with to be of a lemma's family; "" for short ones."""
    least = max(_KIN_LETTERS, round(_KIN_SHARE * len(lemma)))
    return lemma[:least] if len(lemma) >= least else ""


@lru_cache(maxsize=1 << 12)
def _families(lemmas: frozenset[str]) -> frozenset[str]:
    return frozenset(filter(None, map(_family, lemmas)))


def has_kin(lemma: str, held: frozenset[str]) -> bool:
    """Whether any word of a family is held: «журналист», «журналистика».

    More forgiving than what counts for an answer; short words must be held as such.
    """
    if lemma in held or len(lemma) < _FAMILY_LETTERS:
        return lemma in held
    head = lemma[:_FAMILY_LETTERS]  # the least that they share
    return any(_related(lemma, word) for word in held if word.startswith(head))


def _related(one: str, other: str) -> bool:
    share = math.ceil(_FAMILY_SHARE * min(len(one), len(other)))
    shared = max(_FAMILY_LETTERS, share)
    return one[:shared] == other[:shared]


def _word(lemma: str, held: Held) -> float:
    if lemma in held.own:
        return 1.0
    if _family(lemma) in held.beginnings:
        return KIN_WORTH
    return CONTEXT_WORTH if lemma in held.context else 0.0


def _sense(lemmas: Sequence[str], held: Held) -> float:
    """Mean worth of the words; 0 where too few of them are held."""
    if len(lemmas) == 1:
        return _word(lemmas[0], held)
    worths = [_word(lemma, held) for lemma in lemmas]
    found = len(worths) - worths.count(0.0)
    if found < _PART * len(lemmas):
        return 0.0
    missing = found < len(lemmas)
    return sum(worths) / len(lemmas) * (0.8 if missing else 1.0)


def _is_absent(weighted: Weighted, held: Held) -> bool:
    """Whether no word of any sense is held, nor one of its family: most often so."""
    return (
        held.own.isdisjoint(weighted.lemmas)
        and held.context.isdisjoint(weighted.lemmas)
        and held.beginnings.isdisjoint(_families(weighted.lemmas))
    )


def supported(weighted: Weighted, held: Held) -> float:
    """How well a concept is held, 0 to 1: by its best sense.

    Senses stand weightiest first, so the rest cannot be better than one found.
    """
    best = 0.0
    if _is_absent(weighted, held):
        return best
    for sense in weighted.telling:
        if sense.weight <= best:
            return best
        full = held.own.issuperset(sense.lemmas)
        worth = 1.0 if full else _sense(sense.lemmas, held)
        best = max(best, sense.weight * worth)
    return best


def support(concepts: Sequence[Weighted], held: Held) -> float:
    """Share of the question, weighted by rarity, that is held, 0 to 1."""
    whole = share = 0.0
    for concept in concepts:
        whole += concept.weight
        share += concept.weight * supported(concept, held)
    return share / whole if whole else 0.0
