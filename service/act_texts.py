"""The letters of a whole act in reading order: where a quote stands, what is like it.

Only letters and figures count, as in :mod:`service.quotes`, so a quote may run over
the border of two units, and marks and blanks never part it from its source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final, Self

from corpus.model import Provision, ProvisionId
from service.quotes import letters

#: Words that stand in more units than this say nothing of a likeness.
_COMMON: Final = 60


@dataclass(frozen=True, slots=True)
class ActText:
    """An act to be searched for letters.

    Attributes:
        ids: Of its units in reading order.
        text: Letters and figures of their own words, one after the other.
        starts: Where each unit begins in ``text``.
    """

    ids: tuple[ProvisionId, ...]
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, units: Iterable[Provision]) -> Self:
        """Read the units of an act, given in reading order."""
        ids, texts, starts, at = [], [], [], 0
        for unit in units:
            own = letters(unit.own.text).text
            ids.append(unit.id)
            texts.append(own)
            starts.append(at)
            at += len(own)
        return cls(tuple(ids), "".join(texts), tuple(starts))

    def find(self, wanted: str, most: int) -> list[ProvisionId]:
        """Units that hold some letters, the smallest around each, in reading order."""
        found: dict[ProvisionId, None] = {}
        at = self.text.find(wanted)
        while at >= 0 and len(found) < most:
            found.setdefault(self._around(at, at + len(wanted) - 1))
            at = self.text.find(wanted, at + len(wanted))
        return list(found)

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
