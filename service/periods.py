"""Dates and terms of execution, read in Kazakh, Russian and English.

«2018 жылғы 10 шілдеге қарай», «ежегодно, до 1 декабря», "3rd quarter of 2014" all
become the same parts, so that they can be said in another language
(:mod:`service.period_words`) and compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from corpus.letters import fold
from service.period_patterns import FORMS, MONTH_OF, term_words

Relation = Literal["", "until", "by", "not_later", "from", "end"]


class Point(NamedTuple):
    """A point or stretch of the calendar; parts that are not said are None.

    Attributes:
        relation: How the term stands to it: until, by, not later than, from, at
            the end of; "" if it is the term itself.
        year_end: Last year of a range.
        quarter_end: Last quarter of a range.
    """

    relation: Relation = ""
    year: int | None = None
    year_end: int | None = None
    quarter: int | None = None
    quarter_end: int | None = None
    half: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str | None:
        """The ISO date, where it is a whole date that the calendar has."""
        if not (self.year and self.month and self.day):
            return None
        try:
            return date(self.year, self.month, self.day).isoformat()
        except ValueError:
            return None


class Word(NamedTuple):
    """A word of recurrence or a mark between parts: "annual", ","."""

    key: str


class Found(NamedTuple):
    """A part with its half-open place in the text."""

    start: int
    end: int
    part: Point | Word


_QUARTER: Final = {
    name: n
    for n, names in enumerate(
        (
            ("1", "i", "first", "пер"),
            ("2", "ii", "second", "вто"),
            ("3", "iii", "third", "тре"),
            ("4", "iv", "fourth", "чет"),
        ),
        start=1,
    )
    for name in names
}
_RELATIONS: Final[tuple[Relation, ...]] = ("not_later", "end", "until", "by", "from")
#: Case endings of Kazakh that carry a relation where no word behind does:
#: dative «10 қаңтарға (және 10 шілдеге қарай)».
_DATIVE = re.compile(r"(?:га|ге|ка|ке)")


def _folded(text: str) -> str:
    """Folded letters at the same offsets; Latin numerals stay Latin."""
    folded = fold(text)
    if len(folded) != len(text):
        folded = "".join(fold(char)[:1] or " " for char in text)
    return folded


def _relation(groups: dict[str, str | None]) -> Relation:
    for name in _RELATIONS:
        if groups.get(name) or groups.get(f"{name}_"):
            return name
    if _DATIVE.fullmatch(groups.get("case") or ""):
        return "by"
    return ""


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _quarter(text: str | None) -> int | None:
    return None if text is None else _QUARTER.get(text, _QUARTER.get(text[:3]))


def _month(groups: dict[str, str | None]) -> int | None:
    if groups.get("mm"):
        return _int(groups["mm"])
    name = groups.get("month")
    return None if name is None else MONTH_OF.get(name, 5 if name == "ма" else None)


def _point(match: re.Match[str]) -> Point | None:
    groups = match.groupdict()
    month, day = _month(groups), _int(groups.get("day"))
    if (month and not 1 <= month <= 12) or (day and not 1 <= day <= 31):
        return None
    return Point(
        _relation(groups),
        _int(groups.get("year")),
        _int(groups.get("year_end")),
        _quarter(groups.get("q") or groups.get("q_word")),
        _quarter(groups.get("q_end")),
        _quarter(groups.get("half")),
        month,
        day,
    )


@lru_cache(maxsize=1 << 12)
def find_periods(text: str) -> tuple[Found, ...]:
    """All dates, terms and words of recurrence of a text in order; none overlap.

    Where two readings begin at one place the longer one is taken.
    """
    folded = _folded(text)
    return _apart([*_dates(folded), *_term_words(folded)])


def _dates(folded: str) -> list[Found]:
    """Dates and terms, overlapping ones too."""
    return [
        Found(m.start(), m.end(), point)
        for form in FORMS
        if form.needed.search(folded)
        for m in form.pattern.finditer(folded)
        if (point := _point(m)) is not None
    ]


def _term_words(folded: str) -> Iterator[Found]:
    """Words of recurrence and the like."""
    for key, word in term_words().items():
        for m in word.pattern.finditer(folded):
            yield Found(m.start(), m.end(), Word(key))


def _apart(found: list[Found]) -> tuple[Found, ...]:
    """The longest of those that overlap, in order of their places."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda f: f.start))


@lru_cache(maxsize=1 << 12)
def points_in(text: str) -> tuple[Found, ...]:
    """Dates and terms of a text, without words of recurrence."""
    folded = _folded(text)
    dates = _dates(folded)
    if not dates:  # most texts; these need not be searched for words
        return ()
    found = _apart([*dates, *_term_words(folded)])
    return tuple(f for f in found if isinstance(f.part, Point))


def years_in(text: str) -> tuple[int, ...]:
    """Years that a text names outside whole dates; ranges give both ends."""
    years: list[int] = []
    for found in points_in(text):
        point = found.part
        if isinstance(point, Point) and point.year and not point.iso:
            years += [point.year, *([point.year_end] if point.year_end else [])]
    return tuple(dict.fromkeys(years))
