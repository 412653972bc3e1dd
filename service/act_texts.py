"""The letters of a whole act in reading order: where a quote stands, what is like it.

Words are compared as in :mod:`service.written`; a quote may run over the border of two
units.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Self

from corpus.ids import ProvisionId, Span
from corpus.model import Provision
from service.quotes import letters
from service.written import Part, Written, stretch, written

#: Words that stand in more units than this say nothing of a likeness.
_COMMON: Final = 60


@dataclass(frozen=True, slots=True)
class ActText:
    """An act to be searched for quotes.

    Attributes:
        ids: Of its units in reading order.
        words: Their own words, one unit after the other.
        starts: Where each unit begins among the letters of ``words``.
        ranges: By unit, and by the path above units, its letters and those below.
    """

    ids: tuple[ProvisionId, ...]
    words: Written
    starts: tuple[int, ...]
    ranges: Mapping[str, Span]

    @classmethod
    def of(cls, units: Iterable[Provision]) -> Self:
        """Read the units of an act, given in reading order."""
        ids: list[ProvisionId] = []
        texts: list[Written] = []
        starts = [0]
        for unit in units:
            ids.append(unit.id)
            texts.append(written(unit.own.text))
            starts.append(starts[-1] + len(texts[-1].text))
        whole = Written(
            "".join(text.text for text in texts),
            b"".join(text.joins for text in texts),
        )
        return cls(tuple(ids), whole, tuple(starts[:-1]), _ranges(ids, starts))

    def find(
        self, parts: Sequence[Part], most: int, holder: str | None = None
    ) -> list[ProvisionId]:
        """Units that hold the parts of a quote, the smallest around each place.

        Args:
            parts: In order.
            most: How many at most.
            holder: Only this unit and what stands below it; None for the whole act.

        Returns:
            In reading order.
        """
        found: dict[ProvisionId, None] = {}
        room = Span(0, len(self.words.text)) if holder is None else self._room(holder)
        at = stretch(parts, self.words, *room)
        while at and len(found) < most:
            found.setdefault(self._around(at[0], at[1] - 1))
            at = stretch(parts, self.words, at[1], room.end)
        return list(found)

    def _room(self, holder: str) -> Span:
        return self.ranges.get(holder, Span(0, 0))

    def _around(self, first: int, last: int) -> ProvisionId:
        """The smallest unit around two letters; the first letter's if there is none."""
        one, other = self._unit(first), self._unit(last)
        holder: str = one
        while holder and not is_in(other, holder):
            holder = holder.rpartition("/")[0]
        held = next((i for i in (one, other) if i == holder), None)
        if held is None and holder.count("/"):
            held = next((i for i in self.ids if i == holder), None)
        return held or one

    def _unit(self, at: int) -> ProvisionId:
        return self.ids[bisect_right(self.starts, at) - 1]


def _ranges(ids: Sequence[ProvisionId], starts: Sequence[int]) -> dict[str, Span]:
    """By unit and by path above units, where the letters begin and end."""
    found: dict[str, Span] = {}
    for i, provision_id in enumerate(ids):
        holder: str = provision_id
        while holder:
            first = found.get(holder, Span(starts[i], 0)).start
            found[holder] = Span(first, starts[i + 1])
            holder = holder.rpartition("/")[0]
    return found


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """The words of an act, to look up units that are like a quote.

    Attributes:
        ids: Of its units in reading order.
        places: By folded word, the places of the units that hold it.
    """

    ids: tuple[ProvisionId, ...]
    places: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, units: Iterable[Provision]) -> Self:
        """Read the units of an act, given in reading order."""
        ids: list[ProvisionId] = []
        places: dict[str, list[int]] = {}
        for place, unit in enumerate(units):
            ids.append(unit.id)
            for word in set(folded_words(unit.own.text)):
                places.setdefault(word, []).append(place)
        return cls(tuple(ids), {word: tuple(held) for word, held in places.items()})

    def alike(self, quote: str, holder: str, most: int) -> list[ProvisionId]:
        """The units that share most words with a quote, best first.

        Args:
            quote: The words.
            holder: An act or a unit: only it and what stands below it.
            most: How many at most.
        """
        shared: Counter[int] = Counter()
        for word in set(folded_words(quote)):
            held = self.places.get(word, ())
            if len(held) <= _COMMON:
                shared.update(held)
        best = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        fitting = (self.ids[place] for place, _ in best)
        return list(islice((i for i in fitting if is_in(i, holder)), most))


def folded_words(text: str) -> list[str]:
    """The words of a text as they are compared, those without letters left out."""
    return [word for part in text.split() if (word := letters(part).text)]


def is_in(provision_id: str, holder: str) -> bool:
    """Whether a unit is another, or stands below it or in that act."""
    return provision_id == holder or provision_id.startswith(f"{holder}/")
