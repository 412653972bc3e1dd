"""How much of a question a provision holds: the evidence behind a rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from service.concepts import Weighted

#: Worth of a sense found in the headings above, against 1 in the words themselves.
CONTEXT_WORTH: Final = 0.5
#: Worth of a phrase whose words are all held, though not the phrase.
PARTS_WORTH: Final = 0.5
#: What a thing counts in the whole of a question if none of its senses is in a
#: language of the provision: it cannot be held there, said or not.
UNSAYABLE_WEIGHT: Final = 0.6
#: Least weight of a sense that may count as the thing itself, where the provision is
#: in languages that have no better one.
LEAST_REACH: Final = 0.4


@dataclass(frozen=True)
class Held:
    """The lemmas that a provision is found by.

    Attributes:
        own: Of its own words, cells and renderings.
        context: Of the headings above it and of its act's title.
        name: Of its own title or heading, renderings included.
        spoken: The languages that these words are in; empty for all there are.
    """

    own: frozenset[str]
    context: frozenset[str]
    name: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()

    @cached_property
    def anywhere(self) -> frozenset[str]:
        """All of these."""
        return self.own | self.context if self.context else self.own


def covered(weighted: Weighted, held: Held) -> float:
    """How well a concept is held, 0 to 1: by its best sense, or by its parts.

    A sense is compared with the best one in the languages of the provision, so that
    an act in one language alone is not behind others for being translated to.
    """
    whole = _by_sense(weighted, held)
    if not weighted.parts or whole >= PARTS_WORTH:
        return whole
    most = sum(part.weight for part in weighted.parts)
    parts = sum(part.weight * _by_sense(part, held) for part in weighted.parts)
    return max(whole, PARTS_WORTH * parts / most)


def _by_sense(weighted: Weighted, held: Held) -> float:
    """How well the best sense is held, 0 to 1.

    Senses stand weightiest first, so the first one found in the words themselves
    is the best of those; only a sense found in the headings may lie before it.
    """
    if held.anywhere.isdisjoint(weighted.lemmas):
        return 0.0
    in_context = 0.0
    reach = max(weighted.reach(held.spoken), LEAST_REACH)
    for sense in weighted.telling:
        if held.own.issuperset(sense.lemmas):
            return max(min(sense.weight / reach, 1.0), in_context)
        if not in_context and held.anywhere.issuperset(sense.lemmas):
            in_context = CONTEXT_WORTH * min(sense.weight / reach, 1.0)
    return in_context


def coverage(concepts: Sequence[Weighted], held: Held) -> float:
    """Share of the question, weighted by rarity, that a provision holds, 0 to 1."""
    whole = found = 0.0
    anywhere = held.anywhere
    for concept in concepts:
        absent = not concept.parts and anywhere.isdisjoint(concept.lemmas)
        share = 0.0 if absent else covered(concept, held)  # mostly absent
        said = share or concept.reach(held.spoken)
        whole += concept.weight * (1.0 if said else UNSAYABLE_WEIGHT)
        found += concept.weight * share
    return found / whole if whole else 0.0
