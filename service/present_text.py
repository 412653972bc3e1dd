"""Texts cut for reading: snippets with marks, paragraphs; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus.ids import Span

#: Characters of a snippet.
SNIPPET: Final = 320
#: Characters before the first mark.
_BEFORE: Final = 80
_GAP: Final = "…"


class Piece(NamedTuple):
    """A stretch of text, marked or not."""

    text: str
    marked: bool


def snippet(text: str, marks: Sequence[Span], length: int = SNIPPET) -> list[Piece]:
    """A part of a text around its first mark, cut between words.

    Args:
        text: The whole text.
        marks: Half-open stretches of it, in any order; they may overlap. Those
            that end behind the text are no good and left out.
        length: Most characters, ellipses apart.

    Returns:
        Pieces in order; joined they are the part, with "…" where text was left out.
    """
    marks = [mark for mark in marks if mark.end <= len(text)]
    first = min((mark.start for mark in marks), default=0)
    start = _word_start(text, max(0, first - _BEFORE))
    end = _word_end(text, start, min(len(text), start + length))
    pieces = [Piece(_GAP, marked=False)] if start else []
    pieces += _pieces(text, start, end, marks)
    return pieces + ([Piece(_GAP, marked=False)] if end < len(text) else [])


def _pieces(text: str, start: int, end: int, marks: Sequence[Span]) -> list[Piece]:
    pieces: list[Piece] = []
    at = start
    for mark in sorted(marks):
        low, high = max(mark.start, at), min(mark.end, end)
        if low >= high:
            continue
        if low > at:
            pieces.append(Piece(text[at:low], marked=False))
        pieces.append(Piece(text[low:high], marked=True))
        at = high
    if at < end:
        pieces.append(Piece(text[at:end], marked=False))
    return pieces


def _word_start(text: str, at: int) -> int:
    """The start of the next word, ``at`` itself where a word begins."""
    if at == 0 or text[at - 1].isspace():
        return at
    cut = text.find(" ", at, at + _BEFORE)
    return at if cut < 0 else cut + 1


def _word_end(text: str, start: int, at: int) -> int:
    """The end of the last whole word before ``at``; ``at`` if there is none."""
    if at >= len(text) or text[at].isspace():
        return at
    cut = text.rfind(" ", start, at)
    return at if cut <= start else cut
