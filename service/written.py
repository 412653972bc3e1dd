"""Texts as quotes are compared: their letters, and what stands between them; pure.

As in :mod:`service.quotes` only letters and figures count. But a quote ends where
words end («допустимо» does not stand in «недопустимо»), its parts stand in order, and
the mark inside a figure counts: 1,5 is not 15.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from typing import Final, NamedTuple

from service.quotes import letters_again

#: Where words of a quote were left out: «…», "...", "[…]", "<...>", "(...)".
#: Must not match a single full stop.
_LEFT_OUT: Final = re.compile(r"[\[(<]?\s*(?:…|\.{3,})\s*[\])>]?")


class Join(IntEnum):
    """What stands between a letter and the one before it."""

    NOTHING = 0
    #: The mark inside a figure: "1,5", "15.03".
    POINT = 1
    BLANK = 2
    OTHER = 3


#: Joins where a word ends and another begins.
_BETWEEN_WORDS: Final = frozenset({Join.BLANK, Join.OTHER})
#: Joins that lack the mark which a figure of the other text has.
_UNMARKED: Final = frozenset({Join.NOTHING, Join.BLANK})


class Written(NamedTuple):
    """A text to be compared.

    Attributes:
        text: Its letters and figures, folded.
        joins: For each of them the :class:`Join` with the one before it.
    """

    text: str
    joins: bytes

    @property
    def key(self) -> str:
        """The letters, with the marks inside figures."""
        pairs = zip(self.text, self.joins, strict=True)
        return "".join(f",{c}" if join == Join.POINT else c for c, join in pairs)


class Part(NamedTuple):
    """A part of a quote; ``open_end`` where it may stop within a word: «прогноз…»."""

    words: Written
    open_end: bool


def written(text: str) -> Written:
    """The letters of a text and what joins them."""
    held = letters_again(text)
    pairs = zip((-1, *held.at), held.at, strict=False)
    joins = bytes(_join(text, before, here) for before, here in pairs)
    return Written(held.text, joins)


@lru_cache(maxsize=1 << 11)
def written_again(text: str) -> Written:
    """The same, kept: for passages that many quotes are compared with."""
    return written(text)


def _join(text: str, before: int, here: int) -> Join:
    if before < 0:
        return Join.OTHER
    between = text[before + 1 : here]
    if not between:
        return Join.NOTHING
    if between.isspace():
        return Join.BLANK
    figures = text[before].isdigit() and text[here].isdigit()
    return Join.POINT if figures and between in {",", "."} else Join.OTHER


def parts_of(quote: str) -> list[Part]:
    """The parts of a quote between marks of omission, each with a letter in it."""
    texts = _LEFT_OUT.split(quote)
    parts = [Part(written(text), i + 1 < len(texts)) for i, text in enumerate(texts)]
    return [part for part in parts if part.words.text]


def stretch(
    parts: Sequence[Part], held: Written, start: int = 0, end: int | None = None
) -> tuple[int, int] | None:
    """Where the parts of a quote stand, in order.

    Args:
        parts: At least one.
        held: The text that may hold them.
        start: Number of its first letter that may be one of the quote's.
        end: Number behind the last such letter; None for all.

    Returns:
        Number of the first letter and behind the last one; None if they do not stand
        there.
    """
    first, at = -1, start
    for part in parts:
        found = _find(part, held, at, len(held.text) if end is None else end)
        if found < 0:
            return None
        first, at = (found if first < 0 else first), found + len(part.words.text)
    return first, at


def _find(part: Part, held: Written, start: int, end: int) -> int:
    wanted = part.words.text
    found = held.text.find(wanted, start, end)
    while found >= 0 and not _fits(part, held, found):
        found = held.text.find(wanted, found + 1, end)
    return found


def _fits(part: Part, held: Written, at: int) -> bool:
    """Whether words begin and end with a part that stands at a letter."""
    end = at + len(part.words.text)
    last = part.open_end or end == len(held.text)
    if held.joins[at] not in _BETWEEN_WORDS:
        return False
    if not last and held.joins[end] not in _BETWEEN_WORDS:
        return False
    return not _figures_differ(part.words.joins[1:], held.joins[at + 1 : end])


def _figures_differ(one: bytes, other: bytes) -> bool:
    """Whether a mark inside a figure of one text is missing in the other."""
    return one != other and any(
        (a == Join.POINT and b in _UNMARKED) or (b == Join.POINT and a in _UNMARKED)
        for a, b in zip(one, other, strict=True)
    )
