"""Figures of a cell as a reader would print them: each in one piece."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpus.repair.edits import collapse
from corpus.tables.figures import Figure
from corpus.trace import Traced


class _Found(NamedTuple):
    """A figure in its cell, and where the cell goes on behind it."""

    text: Traced
    end: int


def in_one_piece(cell: Traced, figures: Sequence[Figure]) -> Traced:
    """The cell with one blank between its figures and none inside them.

    A figure that no plan would print («7 7018,2») keeps its blanks: it is a misprint
    that a reader should see. The cell comes back unchanged where it holds more than
    its figures.

    Args:
        cell: As printed, figures and marks.
        figures: What was read from it, in printed order.
    """
    pieces: list[Traced] = []
    at = 0
    for figure in figures:
        found = None if figure.parts else _find(cell, at, figure)
        if found is None:
            return cell
        pieces.append(found.text)
        at = found.end
    if any(char not in " \n,." for char in cell.text[at:]):
        return cell
    return Traced.join(pieces, " ")


def _find(cell: Traced, at: int, figure: Figure) -> _Found | None:
    """A figure from an offset on, with its marks; None if it does not stand there."""
    value = _taken(cell, at, figure.value or "-")
    if value is None:
        return None
    if not figure.marks:
        return _Found(_digits(cell, value, figure), value[-1] + 1)
    marks = _taken(cell, value[-1] + 1, figure.marks)
    if marks is None:
        return None
    stars = Traced.join([cell[i : i + 1] for i in marks])
    text = Traced.join((_digits(cell, value, figure), stars), " ")
    return _Found(text, marks[-1] + 1)


def _digits(cell: Traced, places: Sequence[int], figure: Figure) -> Traced:
    """The digits in one piece, or as printed where they make no good figure."""
    if figure.odd:
        return collapse(cell[places[0] : places[-1] + 1])
    return Traced.join([cell[i : i + 1] for i in places])


def _taken(cell: Traced, at: int, wanted: str) -> list[int] | None:
    """Places of wanted characters from an offset on; blanks and lone marks between."""
    places: list[int] = []
    for i in range(at, len(cell.text)):
        if len(places) == len(wanted):
            break
        if _same(cell.text[i], wanted[len(places)]):
            places.append(i)
        elif cell.text[i] not in " \n,.":
            return None
    return places if len(places) == len(wanted) else None


def _same(printed: str, wanted: str) -> bool:
    """The printed character is the wanted one: a point is a comma, any dash a dash."""
    if wanted == "-":
        return printed in "-–—"
    return printed == wanted or (wanted == "," and printed == ".")
