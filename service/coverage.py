"""How much of a question provisions hold: the evidence behind a rank.

Many provisions are looked at together: each is a bit of whole numbers, and a lemma is
the number of those that hold it, so that one operation tells for all of them whether
they hold a sense.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from indexer.holdings import Holding
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


@dataclass(frozen=True, slots=True)
class Crowd:
    """Provisions looked at together; bit n of a number stands for the n-th of them.

    Attributes:
        own: Who holds a lemma in its own words.
        anywhere: Who holds it there or in the headings above.
        spoken: The languages of each provision.
        languages: The different ones of these.
    """

    own: Mapping[str, int]
    anywhere: Mapping[str, int]
    spoken: tuple[frozenset[str], ...]
    languages: frozenset[frozenset[str]]

    @classmethod
    def of(cls, held: Sequence[Holding], named: frozenset[str]) -> Self:
        """Some provisions, of whose lemmas only those that are named matter."""
        own: dict[str, int] = {}
        below: dict[frozenset[str], int] = {}  # many stand below the same headings
        for number, one in enumerate(held):
            _mark(own, one.own & named, 1 << number)
            below[one.context] = below.get(one.context, 0) | 1 << number
        anywhere = dict(own)
        for context, bits in below.items():
            _mark(anywhere, context & named, bits)
        spoken = tuple([one.spoken for one in held])
        return cls(own, anywhere, spoken, frozenset(spoken))

    def by_own(self) -> Crowd:
        """The same provisions, as if they stood below no headings."""
        return Crowd(self.own, self.own, self.spoken, self.languages)


def _mark(held: dict[str, int], lemmas: Iterable[str], bits: int) -> None:
    for lemma in lemmas:
        held[lemma] = held.get(lemma, 0) | bits


def named_by(concepts: Iterable[Weighted]) -> frozenset[str]:
    """All lemmas that decide whether concepts are held, those of parts included."""
    every = (one for c in concepts for one in (c, *c.parts))
    return frozenset().union(*(one.lemmas for one in every))


def covered(weighted: Weighted, crowd: Crowd) -> list[float]:
    """How well each provision holds a concept, 0 to 1: by a sense, or by its parts.

    A sense is compared with the best one in the languages of the provision, so that
    an act in one language alone is not behind others for being translated to.
    """
    whole = _by_sense(weighted, crowd)
    if not weighted.parts:
        return whole
    most = sum(part.weight for part in weighted.parts)
    parts = [0.0] * len(whole)
    for part in weighted.parts:
        shares = _by_sense(part, crowd)
        parts = [x + part.weight * y for x, y in zip(parts, shares, strict=True)]
    return [
        whole_share
        if whole_share >= PARTS_WORTH
        else max(whole_share, PARTS_WORTH * share / most)
        for whole_share, share in zip(whole, parts, strict=True)
    ]


def _by_sense(weighted: Weighted, crowd: Crowd) -> list[float]:
    """How well each provision holds the best sense, 0 to 1.

    Senses stand weightiest first, so the first one found in the words themselves
    is the best of those; only a sense found in the headings may lie before it.
    """
    shares = [0.0] * len(crowd.spoken)
    if crowd.anywhere.keys().isdisjoint(weighted.lemmas):  # mostly so
        return shares
    looking = above = (1 << len(shares)) - 1  # who has it not yet, nor in headings
    for sense in weighted.telling:
        anywhere = _holders(sense.lemmas, crowd.anywhere) & looking
        if not anywhere:
            continue
        own = _holders(sense.lemmas, crowd.own) & looking
        worth = {s: _worth(sense.weight, weighted, s) for s in crowd.languages}
        for n in _numbers(anywhere & ~own & above):
            shares[n] = CONTEXT_WORTH * worth[crowd.spoken[n]]
        for n in _numbers(own):
            shares[n] = max(worth[crowd.spoken[n]], shares[n])
        above &= ~anywhere
        looking &= ~own
    return shares


def _worth(weight: float, weighted: Weighted, spoken: frozenset[str]) -> float:
    """Worth of a sense against the best one that some languages have."""
    return min(weight / max(weighted.reach(spoken), LEAST_REACH), 1.0)


def _holders(lemmas: Sequence[str], held: Mapping[str, int]) -> int:
    """Who holds all of some lemmas."""
    first, *others = lemmas
    found = held.get(first, 0)
    for lemma in others:
        found &= held.get(lemma, 0)
    return found


def _numbers(bits: int) -> Iterator[int]:
    """The places of the bits that are set."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def coverage(concepts: Sequence[Weighted], crowd: Crowd) -> list[float]:
    """Share of the question, weighted by rarity, that each provision holds, 0 to 1."""
    whole, found = ([0.0] * len(crowd.spoken) for _ in range(2))
    for concept in concepts:
        shares, weight = covered(concept, crowd), concept.weight
        counted = _counted(concept, shares, crowd)
        whole = [x + y for x, y in zip(whole, counted, strict=True)]
        found = [x + weight * y for x, y in zip(found, shares, strict=True)]
    return [x / y if y else 0.0 for x, y in zip(found, whole, strict=True)]


def _counted(concept: Weighted, shares: Sequence[float], crowd: Crowd) -> list[float]:
    """What a concept counts in the whole of the question, for each provision."""
    said = {spoken: concept.reach(spoken) > 0 for spoken in crowd.languages}
    full, less = concept.weight, concept.weight * UNSAYABLE_WEIGHT
    if all(said.values()):
        return [full] * len(shares)
    rows = zip(shares, crowd.spoken, strict=True)
    return [full if share or said[spoken] else less for share, spoken in rows]
