"""A running text cut into clauses, in which citations are looked for; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

#: Where a clause may end: after a stop or semicolon before a capital, at line ends.
#: Matches ". А", "; ", "\n"; must not match "п. 3".
_CLAUSE_END: Final = re.compile(r"[.!?…]\s+(?=[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ«\"“(])|;\s|\n+")
#: Longest clause: longer ones are cut at a blank, so that a text without stops takes
#: no longer than one with them.
_LONGEST_CLAUSE: Final = 500
#: Short forms that end with a stop and end no clause.
_SHORT: Final = re.compile(
    r"(?:\b(?:п|пп|подп|ст|гл|абз|разд|прил|г|гг|ж|жж|т|б|см|No|no|N|art|ch|para|p|т\.б)"
    r"|\b[A-ZА-ЯЁІ])$"
)


class Clause(NamedTuple):
    """A clause and where it begins in the text."""

    start: int
    text: str


def clauses_of(text: str) -> Iterator[Clause]:
    """The clauses of a text in order; line ends and semicolons part them."""
    start = 0
    for m in _CLAUSE_END.finditer(text):
        if m[0][0] in ".!?…" and _SHORT.search(text, start, m.start()):
            continue
        yield from _cut(start, text[start : m.end()])
        start = m.end()
    yield from _cut(start, text[start:])


def _cut(start: int, clause: str) -> Iterator[Clause]:
    """A clause, in several pieces where it is long; blank ones left out."""
    while clause:
        end = len(clause)
        if end > _LONGEST_CLAUSE:
            end = clause.rfind(" ", 1, _LONGEST_CLAUSE) + 1 or _LONGEST_CLAUSE
        if not clause[:end].isspace():
            yield Clause(start, clause[:end])
        start, clause = start + end, clause[end:]
