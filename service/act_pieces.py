"""What a mention of an act is made of: nouns of acts, dates, figures; pure.

Which of them belong together is for :mod:`service.act_mentions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from corpus.ids import Span
from service.act_kinds import kind_of_word
from service.act_patterns import FIGURES, PLAIN, SIGNED, YEAR
from service.periods import Point, points_in
from service.words_of import words_of

#: What may stand between a bare number and the noun of an act: «580 қаулы», "82-order".
#: Must not match ", ", which parts the number of a provision from its act.
_TOUCH: Final = re.compile(r"[ -]{0,2}")


class Noun(NamedTuple):
    """The noun of an act; ``name`` of its kind, "" for «акт»."""

    start: int
    end: int
    name: str


class Day(NamedTuple):
    """A whole date; ``iso`` is None if the calendar has no such day."""

    start: int
    end: int
    iso: str | None


class Figure(NamedTuple):
    """What may be the number of an act."""

    start: int
    end: int
    number: str


def figures_in(clause: str, nouns: Sequence[Noun]) -> Iterator[Figure]:
    """Figures that may be the number of an act: signed, or right beside a noun."""
    signed = [Figure(*m.span(), m["number"]) for m in SIGNED.finditer(clause)]
    yield from signed
    known = [Span(figure.start, figure.end) for figure in signed]
    for m in PLAIN.finditer(clause):
        figure = Figure(*m.span(), m[0])
        if _beside(clause, figure, nouns) and not (
            YEAR.fullmatch(m[0]) or inside(figure, known)
        ):
            yield figure


def _beside(clause: str, figure: Figure, nouns: Iterable[Noun]) -> bool:
    """Whether the noun of an act touches a figure: «580 қаулы», "resolution 292"."""
    named = [kind for kind in nouns if kind.name]
    before = any(_TOUCH.fullmatch(clause, k.end, figure.start) for k in named)
    return before or any(_TOUCH.fullmatch(clause, figure.end, k.start) for k in named)


def inside(figure: Figure, others: Iterable[Span]) -> bool:
    """Whether the number of a figure ends within another stretch."""
    return any(other.start < figure.end <= other.end for other in others)


def nouns_in(clause: str) -> list[Noun]:
    """The nouns of acts in order."""
    named = ((w, kind_of_word(w.folded)) for w in words_of(clause))
    return [Noun(w.start, w.end, kind) for w, kind in named if kind is not None]


def days_in(clause: str) -> list[Day]:
    """Whole dates; those that the calendar has not have no ``iso``."""
    points = (
        Day(f.start, f.end, f.part.iso)
        for f in points_in(clause)
        if isinstance(f.part, Point) and f.part.day and f.part.month and f.part.year
    )
    found = list(points)
    for m in FIGURES.finditer(clause):
        if not any(d.start <= m.start() < d.end for d in found):
            found.append(Day(m.start(), m.end(), _iso(m)))
    return sorted(found, key=lambda day: day.start)


def _iso(match: re.Match[str]) -> str | None:
    day, month, year = (int(group) for group in match.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
