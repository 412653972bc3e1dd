"""Forms of completion known from other rows, found where cells share a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from corpus.tables.layout import Gap
from corpus.tables.pieces import Piece
from corpus.tables.words import USUAL_FORMS, squash

#: Shorter forms could be part of any title.
SHORTEST_FORM: Final = 8
#: A known form runs over so many lines at most.
FORM_LINES: Final = 4
_BLANKS = re.compile(r"\s+")


def known_forms(cells: Iterable[str]) -> frozenset[str]:
    """Squashed forms: those of other rows and those that every plan uses."""
    forms = {squash(cell) for cell in (*cells, *USUAL_FORMS)}
    return frozenset(form for form in forms if len(form) >= SHORTEST_FORM)


def cut_at_forms(pieces: Sequence[Piece], forms: frozenset[str]) -> list[Piece]:
    """The pieces with text cut where a known form begins inside its line."""
    cut: list[Piece] = []
    for i, piece in enumerate(pieces):
        cut += _cut(piece, list(_follows(pieces, i)), forms)
    return cut


def _follows(pieces: Sequence[Piece], at: int) -> Iterator[str]:
    """Squashed text of the lines that go on from a piece."""
    for piece in pieces[at + 1 : at + 1 + FORM_LINES]:
        if piece.kind != "text" or piece.gap in {Gap.INLINE, Gap.PAGE, Gap.HEADING}:
            return
        yield squash(piece.text.text)


def _cut(piece: Piece, follows: Sequence[str], forms: frozenset[str]) -> list[Piece]:
    """A piece, in two if a form begins inside it."""
    if piece.kind != "text":
        return [piece]
    text = piece.text.text
    for blank in _BLANKS.finditer(text):
        if _begins_form(squash(text[blank.end() :]), follows, forms):
            form = piece.text[blank.end() :]
            return [
                piece._replace(text=piece.text[: blank.start()]),
                Piece(piece.line, form, "text", Gap.INLINE, indented=False, form=True),
            ]
    return [piece]


def _begins_form(start: str, follows: Sequence[str], forms: frozenset[str]) -> bool:
    """A known form begins with ``start`` and goes on as the lines do."""
    whole = start
    if whole in forms:
        return True
    for line in follows:
        whole += line
        if whole in forms:
            return True
    return False
