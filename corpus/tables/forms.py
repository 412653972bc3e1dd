"""Forms of completion known from other rows, found where cells share a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from corpus.tables.layout import Gap
from corpus.tables.pieces import Piece
from corpus.tables.words import USUAL_FORMS, squash

#: Shorter forms could be part of any title.
SHORTEST_FORM: Final = 8
#: A known form runs over so many lines at most.
FORM_LINES: Final = 4
_BLANKS = re.compile(r"\s+")
_ENDS: Final = frozenset((Gap.INLINE, Gap.PAGE, Gap.HEADING))


def known_forms(cells: Iterable[str]) -> frozenset[str]:
    """Squashed forms: those of other rows and those that every plan uses."""
    forms = {squash(cell) for cell in (*cells, *USUAL_FORMS)}
    return frozenset(form for form in forms if len(form) >= SHORTEST_FORM)


def cut_at_forms(pieces: Sequence[Piece], forms: frozenset[str]) -> list[Piece]:
    """The pieces with text cut where a known form begins inside its line."""
    cut: list[Piece] = []
    for i, piece in enumerate(pieces):
        cut += _cut(piece, pieces[i + 1 : i + 2 + FORM_LINES], forms)
    return cut


def _cut(
    piece: Piece, following: Sequence[Piece], forms: frozenset[str]
) -> list[Piece]:
    """A piece, in two if a form begins inside it."""
    if piece.kind != "text":
        return [piece]
    text = piece.text.text
    left = squash(text)
    longest = max(map(len, forms), default=0)
    at = 0
    for blank in _BLANKS.finditer(text):
        left = left[len(squash(text[at : blank.end()])) :]
        at = blank.end()
        if len(left) <= longest and _begins_form(left, following, forms):
            form = piece.text[blank.end() :]
            return [
                piece._replace(text=piece.text[: blank.start()]),
                Piece(piece.line, form, "text", Gap.INLINE, indented=False, form=True),
            ]
    return [piece]


def _begins_form(start: str, following: Sequence[Piece], forms: frozenset[str]) -> bool:
    """A known form begins with ``start`` and goes on as the lines do.

    No other words may follow: in the next line they would be part of the form, after
    a blank line they are the form, and what looked like one is the end of the title.
    """
    whole = start
    for piece in (None, *following):
        if piece is not None:
            if piece.kind != "text" or piece.gap in _ENDS:
                return False
            whole += squash(piece.text.text)
        if whole in forms:
            at = 0 if piece is None else following.index(piece) + 1
            after = following[at] if at < len(following) else None
            return not (after and after.kind == "text" and after.gap not in _ENDS)
    return False
