"""Quotations in a text: what stands between quotation marks; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

#: Opening marks and the marks that close them.
_CLOSING: Final = {"«": "»", "“": "”", "„": "“”", '"': '"'}
#: Longest quotation; behind it an opening mark counts for nothing.
LONGEST: Final = 5000


class Quotation(NamedTuple):
    """What stands between marks; ``start`` and ``end`` leave the marks out."""

    start: int
    end: int
    text: str


def quotations_in(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, each with a letter or a figure in it.

    A mark without its pair in the same paragraph is passed over.
    """
    closing = _closings(text)
    return tuple(
        Quotation(start, end, text[start:end])
        for start, end in _outermost(closing)
        if any(char.isalnum() for char in text[start:end])
    )


def _outermost(closing: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Where quotations begin and end, those within others left out."""
    at = 0
    for start, end in sorted(closing.items()):
        if start >= at:
            yield start + 1, end
            at = end + 1


def _closings(text: str) -> dict[int, int]:
    """For each opening mark the place of the mark that closes it; one pass each."""
    found: dict[int, int] = {}
    for opening, closing in _CLOSING.items():
        found |= _pairs(text, re.compile(f"[{opening}{closing}]|\n\n"), closing)
    return found


def _pairs(
    text: str, marks: re.Pattern[str], closing: str
) -> Iterator[tuple[int, int]]:
    """Pairs of one kind of marks; those within are paired among themselves."""
    open_: list[int] = []
    for m in marks.finditer(text):
        if m[0] == "\n\n":
            open_.clear()
        elif m[0] not in closing or (m[0] == '"' and not open_):
            open_.append(m.start())
        elif open_:
            start = open_.pop()
            if m.start() - start <= LONGEST + 1:
                yield start, m.start()


def blanked(text: str, quotations: Iterable[Quotation]) -> str:
    """The text with quotations blanked out, every other character in its place."""
    chars = list(text)
    for found in quotations:
        chars[found.start : found.end] = " " * (found.end - found.start)
    return "".join(chars)
