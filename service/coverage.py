"""How much of a question a provision holds: the evidence behind a rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from service.concepts import Weighted

#: Worth of a sense found in the headings above, against 1 in the words themselves.
CONTEXT_WORTH: Final = 0.5


@dataclass(frozen=True)
class Held:
    """The lemmas that a provision is found by.

    Attributes:
        own: Of its own words, cells and renderings.
        context: Of the headings above it and of its act's title.
        name: Of its own title or heading, renderings included.
    """

    own: frozenset[str]
    context: frozenset[str]
    name: frozenset[str] = frozenset()

    @cached_property
    def anywhere(self) -> frozenset[str]:
        """All of these."""
        return self.own | self.context if self.context else self.own


def covered(weighted: Weighted, held: Held) -> float:
    """How well a concept is held, 0 to 1: by its best sense.

    Senses stand weightiest first, so the first one found in the words themselves
    is the best of those; only a sense found in the headings may lie before it.
    """
    if held.anywhere.isdisjoint(weighted.lemmas):
        return 0.0
    in_context = 0.0
    for sense in weighted.telling:
        if held.own.issuperset(sense.lemmas):
            return max(sense.weight, in_context)
        if not in_context and held.anywhere.issuperset(sense.lemmas):
            in_context = CONTEXT_WORTH * sense.weight
    return in_context


def coverage(concepts: Sequence[Weighted], held: Held) -> float:
    """Share of the question, weighted by rarity, that a provision holds, 0 to 1."""
    whole = share = 0.0
    for concept in concepts:
        whole += concept.weight
        share += concept.weight * covered(concept, held)
    return share / whole if whole else 0.0
