"""Acts as a running text names them: by code, or by kind, date and number.

«Указ Президента от 24 июня 2013 года № 588», «2018 жылғы 15 наурыздағы № 124
қаулы», "Order No. 82", "P1800000124/annex-2/measure-42". Whether such an act is held
is for :mod:`service.citations` to find out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from corpus.ids import Span
from service.act_patterns import (
    BREAK,
    CODE,
    EMPTY_SIGN,
    FIRST,
    REGISTERED,
    is_code,
)
from service.act_pieces import Day, Figure, Noun, days_in, figures_in, inside, nouns_in

#: How far a kind may stand before a number, behind it, and a date from either.
_KIND_BEFORE: Final = 70
_KIND_BEHIND: Final = 12
_DATE_NEAR: Final = 30
#: How far before a number the words of its registration may stand.
_REGISTER_NEAR: Final = 90


#: Why a mention cannot be read; "" where it can.
Fault = Literal["", "bad_code", "bad_date", "no_number"]


class ActMention(NamedTuple):
    """An act as named.

    Attributes:
        start: Offset of the first character.
        end: Offset behind the last one.
        number: Without its sign, None if not given.
        kind: "decree", "order", …; "" for «акт», None if not given.
        iso: Its date, None if not given.
        code: Code or id of a provision as given, None if not given.
        fault: Why it cannot be read: "bad_code", "bad_date", "no_number", or "".
    """

    start: int
    end: int
    number: str | None = None
    kind: str | None = None
    iso: str | None = None
    code: str | None = None
    fault: Fault = ""


def act_mentions(clause: str, taken: Sequence[Span] = ()) -> tuple[ActMention, ...]:
    """The acts that a clause names, in its order.

    Args:
        clause: As :func:`plain` makes it.
        taken: Addresses of provisions, whose numbers are no numbers of acts.
    """
    kinds = nouns_in(clause)
    dates = days_in(clause)
    coded = list(_coded(clause))
    blocked = [*taken, *(Span(m.start, m.end) for m in coded)]
    free = [f for f in figures_in(clause, kinds) if not inside(f, blocked)]
    numbered = list(_numbered(clause, sorted(free), kinds, dates))
    dated = _dated(clause, kinds, dates, [*numbered, *coded])
    empty = _empty(clause, kinds)
    found = [*coded, *_merged(clause, numbered), *dated, *empty]
    found.sort(key=lambda mention: (mention.start, mention.end))
    return tuple(_joined(found))


def _joined(found: Iterable[ActMention]) -> Iterator[ActMention]:
    """Mentions that share the noun of an act are one: its number and its date.

    "Order No. 82 of the Minister of … of 1 September 2021", «Указ № ___ от …».
    """
    before: ActMention | None = None
    for mention in found:
        if before and _one(before, mention):
            before = before._replace(
                end=max(before.end, mention.end),
                number=before.number or mention.number,
                iso=before.iso or mention.iso,
                fault=before.fault or mention.fault,
            )
            continue
        if before:
            yield before
        before = mention
    if before:
        yield before


def _one(one: ActMention, other: ActMention) -> bool:
    """Whether two mentions overlap and complete each other."""
    parted = other.start >= one.end or one.code or other.code
    twice = (one.number and other.number) or (one.iso and other.iso)
    return not parted and not twice


def _coded(clause: str) -> Iterator[ActMention]:
    for m in CODE.finditer(clause):
        code = m[0][:1].translate(FIRST) + m[0][1:]
        fault: Fault = "" if is_code(code.partition("/")[0]) else "bad_code"
        yield ActMention(*m.span(), code=code, fault=fault)


def _numbered(
    clause: str,
    figures: Sequence[Figure],
    kinds: Sequence[Noun],
    dates: Sequence[Day],
) -> Iterator[ActMention]:
    """Numbers, each with the kind and the date that belong to it alone."""
    free = list(dates)
    for figure in figures:
        kind, day = _kind_of(clause, figure, kinds), _date_of(clause, figure, free)
        if day:
            free.remove(day)
        parts = [part for part in (figure, kind, day) if part is not None]
        start, end = min(p[0] for p in parts), max(p[1] for p in parts)
        name, iso = kind.name if kind else None, day.iso if day else None
        fault: Fault = "bad_date" if day and day.iso is None else ""
        yield ActMention(start, end, figure.number, name, iso, None, fault)


def _kind_of(clause: str, figure: Figure, kinds: Sequence[Noun]) -> Noun | None:
    behind = [k for k in kinds if 0 <= k.start - figure.end <= _KIND_BEHIND]
    near = [k for k in behind if not BREAK.search(clause, figure.end, k.start)]
    before = [k for k in kinds if 0 <= figure.start - k.end <= _KIND_BEFORE]
    ahead = [k for k in before if not BREAK.search(clause, k.end, figure.start)]
    if near and (not ahead or near[0].start - figure.end <= 1):
        return near[0]
    return ahead[-1] if ahead else None


def _date_of(clause: str, figure: Figure, dates: Sequence[Day]) -> Day | None:
    """The date right before a number, else the one right behind it."""

    def joined(start: int, end: int) -> bool:
        """Whether date and number stand side by side."""
        near = 0 <= end - start <= _DATE_NEAR
        return near and not BREAK.search(clause, start, end)

    before = [day for day in dates if joined(day.end, figure.start)]
    behind = [day for day in dates if joined(figure.end, day.start)]
    return before[-1] if before else next(iter(behind), None)


def _merged(clause: str, numbered: Sequence[ActMention]) -> Iterator[ActMention]:
    """Mentions of their own; numbers that stand alone are none.

    A number without kind and date counts only with its sign, and the number of a
    registration belongs to the order before it.
    """
    for i, mention in enumerate(numbered):
        ahead = clause[max(0, mention.end - _REGISTER_NEAR) : mention.end]
        if i and REGISTERED.search(ahead):
            continue
        yield mention


def _dated(
    clause: str,
    kinds: Sequence[Noun],
    dates: Sequence[Day],
    others: Sequence[ActMention],
) -> Iterator[ActMention]:
    """Acts named by kind and date alone."""
    for day in dates:
        if any(o.start < day.end and day.start < o.end for o in others):
            continue
        kind = _kind_of(clause, Figure(day.start, day.end, ""), kinds)
        if kind is None or not kind.name:
            continue
        fault: Fault = "" if day.iso else "bad_date"
        start, end = min(kind.start, day.start), max(kind.end, day.end)
        yield ActMention(start, end, None, kind.name, day.iso, None, fault)


def _empty(clause: str, kinds: Sequence[Noun]) -> Iterator[ActMention]:
    """A kind with a sign that no number follows: «Указ № ___»."""
    for m in EMPTY_SIGN.finditer(clause):
        kind = _kind_of(clause, Figure(*m.span(), ""), kinds)
        if kind is not None and kind.name:
            start, end = min(kind.start, m.start()), max(kind.end, m.end())
            yield ActMention(start, end, None, kind.name, fault="no_number")
