"""Who accounts for which characters of an act file, and what nobody accounts for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from corpus.model import Claim, Kind, Problem, Role
from corpus.trace import ActFile

_ROLES: dict[Kind, Role] = {
    "note": "note",
    "form": "form",
    "heading": "heading",
    "annex": "heading",
    "part": "heading",
    "section": "heading",
    "subsection": "heading",
    "chapter": "heading",
    "paragraph": "heading",
    "measure": "measure",
    "indicator": "indicator",
}


#: One more claim on each of some characters, "more than one" being the most.
_ONE_MORE: Final = bytes((1, 2, 2)) + bytes(253)
#: Visible characters without a blank between them.
_VISIBLE = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many visible characters of a file belong to records.

    Attributes:
        visible: Characters that are not blank.
        claimed: Those in exactly one claim.
        doubled: Those in more than one.
        unread: Stretches in none, as half-open offsets.
    """

    visible: int
    claimed: int
    doubled: int
    unread: tuple[tuple[int, int], ...]


def role_of(kind: Kind) -> Role:
    """The role of a provision of some kind."""
    return _ROLES.get(kind, "provision")


def claim_lines(file: ActFile, first: int, last: int, role: Role, record: str) -> Claim:
    """A claim on whole lines, both ends included."""
    start = file.starts[first - 1]
    end = file.starts[last] if last < len(file.starts) else len(file.text)
    return Claim(start, end, role, record)


def measure_coverage(file: ActFile, claims: Iterable[Claim]) -> Coverage:
    """Count the visible characters of a file by the claims on them."""
    counts = bytearray(len(file.text))
    for claim in claims:
        place = slice(max(claim.start, 0), max(claim.end, 0))
        counts[place] = counts[place].translate(_ONE_MORE)
    visible = claimed = doubled = 0
    unread: list[tuple[int, int]] = []
    for word in _VISIBLE.finditer(file.text):
        start, end = word.span()
        visible += end - start
        claimed += counts.count(1, start, end)
        doubled += counts.count(2, start, end)
        if counts.count(0, start, end):
            unread.extend(_unclaimed(counts, start, end))
    return Coverage(visible, claimed, doubled, tuple(_joined(file.text, unread)))


def _unclaimed(counts: bytearray, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches within ``start:end`` that no claim is on."""
    while (first := counts.find(0, start, end)) >= 0:
        start = first
        while start < end and not counts[start]:
            start += 1
        yield first, start


def _joined(
    text: str, stretches: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Stretches in order; those with nothing but blanks between are one."""
    last: tuple[int, int] | None = None
    for start, end in stretches:
        if last and not text[last[1] : start].strip():
            last = (last[0], end)
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def unread_problems(file: ActFile, coverage: Coverage) -> tuple[Problem, ...]:
    """One problem for each stretch that belongs to no record."""
    return tuple(
        Problem(
            file.name, file.line_of(start), "unread", file.text[start:end][:80].strip()
        )
        for start, end in coverage.unread
    )


def disjoint(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims of which no two share a character, in order of their places.

    A record may span lines of another one (a note goes on after the publisher's line):
    the claim that starts later keeps its lines, the wider one is cut around it.
    """
    ordered = sorted(set(claims), key=lambda claim: (claim.start, -claim.end))
    cut: list[Claim] = []
    open_claims: list[Claim] = []
    at = 0
    for claim in ordered:
        while open_claims and open_claims[-1].end <= claim.start:
            at = _close(cut, open_claims, at)
        if open_claims and at < claim.start:
            cut.append(open_claims[-1]._replace(start=at, end=claim.start))
        at = max(at, claim.start)
        open_claims.append(claim)
    while open_claims:
        at = _close(cut, open_claims, at)
    return tuple(cut)


def _close(cut: list[Claim], open_claims: list[Claim], at: int) -> int:
    """Take the innermost claim off; what is left of it goes to the result."""
    claim = open_claims.pop()
    if at < claim.end:
        cut.append(claim._replace(start=max(at, claim.start), end=claim.end))
    return max(at, claim.end)
