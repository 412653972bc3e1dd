"""Long texts cut into windows that an embedding can hold the sense of."""

from __future__ import annotations

import re
from typing import Final

from corpus.ids import Span

#: Words that a window may hold: beyond, the mean of a text says little.
WINDOW_WORDS: Final = 80
#: Border of a sentence or of a list item: white space after a closing mark, or
#: a line break. Matches in ``бекітілсін. Орталық`` and ``1) а; 2) б``; must not
#: match in ``2018 ж.ж`` (no space) or inside ``12,5 млн``.
_BORDER: Final = re.compile(r"(?<=[.;:!?])\s+|\s*\n\s*")


def pieces(text: str) -> tuple[Span, ...]:
    """Where the sentences and list items of a text stand, without blanks around."""
    borders = [m.span() for m in _BORDER.finditer(text)]
    starts = [0, *(end for _, end in borders)]
    ends = [*(start for start, _ in borders), len(text)]
    found = (Span(*pair) for pair in zip(starts, ends, strict=True))
    return tuple(s for s in found if text[s.start : s.end].strip())


def _pieces(text: str, limit: int) -> list[list[str]]:
    """Sentences as words; one that is over the limit is cut where it is full."""
    sentences = (sentence.split() for sentence in _BORDER.split(text))
    return [
        words[at : at + limit]
        for words in sentences
        for at in range(0, len(words), limit)
    ]


def windows(text: str, limit: int = WINDOW_WORDS) -> tuple[str, ...]:
    """Cut a text at sentence and list borders into windows of few words.

    Args:
        text: Any text.
        limit: Most words of a window.

    Returns:
        Windows in order, words joined by one space: together all words of the
        text, none twice. Nothing for a text without words.
    """
    filled: list[list[str]] = []
    for piece in _pieces(text, limit):
        if filled and len(filled[-1]) + len(piece) <= limit:
            filled[-1].extend(piece)
        else:
            filled.append(list(piece))
    return tuple(" ".join(words) for words in filled)
