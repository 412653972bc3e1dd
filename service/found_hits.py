"""All that a query finds: the first as hits, the many behind them as mere pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from service.model import Hit


class FoundHits(NamedTuple):
    """All hits of a query, best first; most are only counted.

    Attributes:
        first: Those that were scored.
        rest: Ids and mixed scores of those behind them.
        plain: Makes a hit of these.
    """

    first: tuple[Hit, ...]
    rest: tuple[tuple[str, float], ...]
    plain: Callable[[str, float], Hit]

    def total(self) -> int:
        """How many there are."""
        return len(self.first) + len(self.rest)

    def ids(self) -> Iterator[str]:
        """The provisions, in order."""
        yield from (hit.provision_id for hit in self.first)
        yield from (key for key, _ in self.rest)

    def hits(self, start: int, end: int) -> tuple[Hit, ...]:
        """Some of the hits by their places, counted from 0."""
        scored = len(self.first)
        rest = self.rest[max(0, start - scored) : max(0, end - scored)]
        return (*self.first[start:end], *(self.plain(*pair) for pair in rest))
