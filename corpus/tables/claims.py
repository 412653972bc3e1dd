"""Who accounts for which characters of a table; nothing is left over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpus.model import Claim, Problem, Role
from corpus.trace import ActFile, Traced


class Claims:
    """Collects the owners of the characters of a table."""

    __slots__ = ("_file", "_owned")

    def __init__(self, file: ActFile) -> None:
        self._file = file
        self._owned: list[Claim] = []

    def line(self, number: int, role: Role, record: str) -> None:
        """Give a whole line (1-based) to a record."""
        line = self._file.line(number)
        if line.text.strip():
            stripped = line.strip()
            claim = Claim(stripped.at[0], stripped.at[-1] + 1, role, record)
            self._owned.append(claim)

    def text(self, text: Traced, role: Role, record: str) -> None:
        """Give the places of a text to a record."""
        at = sorted(place for place in text.at if place >= 0)
        for start, end in _ranges(at, self._file.text):
            self._owned.append(Claim(start, end, role, record))

    def finished(
        self, first: int, last: int, rest: str
    ) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
        """The claims on lines ``first`` to ``last``, each character in one.

        Args:
            first: 1-based line.
            last: Last line.
            rest: Record that gets what no other has.
        """
        owned = _without_overlaps(sorted(set(self._owned)))
        claims: list[Claim] = []
        problems: list[Problem] = []
        at = 0
        for number in range(first, last + 1):
            line = self._file.line(number)
            if not line.text.strip():
                continue
            stripped = line.strip()
            start, end = stripped.at[0], stripped.at[-1] + 1
            inside: list[Claim] = []
            while at < len(owned) and owned[at].start < end:
                if owned[at].start >= start:
                    inside.append(owned[at])
                at += 1
            if not inside:
                detail = stripped.text[:200]
                problems.append(Problem(self._file.name, number, "unread", detail))
                inside = [Claim(start, end, "furniture", rest)]
            claims += _filled(inside, start, end)
        return tuple(claims), tuple(problems)


def _ranges(places: Sequence[int], printed: str) -> Iterator[tuple[int, int]]:
    """Runs of places with nothing but blanks between, each within one line."""
    start = previous = -1
    for place in places:
        if start < 0:
            start = place
        elif printed[previous + 1 : place].strip(" \t\u00a0"):
            yield start, previous + 1
            start = place
        previous = place
    if start >= 0:
        yield start, previous + 1


def _without_overlaps(claims: Iterable[Claim]) -> list[Claim]:
    """Claims in order; what a later one shares with an earlier one is the earlier's."""
    kept: list[Claim] = []
    end = 0
    for claim in claims:
        start = max(claim.start, end)
        if start < claim.end:
            kept.append(claim._replace(start=start))
            end = claim.end
    return kept


def _filled(claims: Sequence[Claim], start: int, end: int) -> Iterator[Claim]:
    """Claims on one line, grown over what stands between them."""
    for i, claim in enumerate(claims):
        left = start if i == 0 else claim.start
        right = claims[i + 1].start if i + 1 < len(claims) else end
        yield claim._replace(start=left, end=right)
