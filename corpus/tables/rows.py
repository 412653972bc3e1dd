"""Rows of a flattened table: their numbers, and their pieces in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.tables.costs import Place
from corpus.tables.decode import Placed
from corpus.tables.layout import Gap
from corpus.tables.numbers import Anchor
from corpus.tables.spans import Span


@dataclass(frozen=True, slots=True)
class Part:
    """Pieces of a row that page breaks do not part.

    Attributes:
        placed: The pieces in printed order, each with its place.
        before: The part stands before the number of its row.
        repeat: The number of the row is printed once more before the part.
    """

    placed: tuple[Placed, ...]
    before: bool = False
    repeat: bool = False

    def has(self, place: Place) -> bool:
        """Something stands in that place."""
        return any(item.place == place for item in self.placed)


@dataclass(frozen=True, slots=True)
class FlatRow:
    """A row of a flattened table.

    Attributes:
        number: Printed or inferred.
        also: Other numbers printed in the row.
        stretch: Index of the stretch of lines that the row begins in.
        parts: Its pieces.
        numbers: Indices of the lines that its number is printed on.
        printed: False where the number is inferred.
    """

    number: str
    also: tuple[str, ...]
    stretch: int
    parts: tuple[Part, ...]
    numbers: tuple[int, ...]
    printed: bool = True

    @property
    def placed(self) -> tuple[Placed, ...]:
        """All pieces in printed order."""
        return tuple(item for part in self.parts for item in part.placed)


def gather_rows(spans: Sequence[Span]) -> list[FlatRow]:
    """Rows out of spans: numbered, numbers inferred, torn rows put together."""
    rows: list[FlatRow] = []
    tail: tuple[Placed, ...] = ()
    for span in spans:
        own = [item for item in span.placed if not item.tail]
        anchor = span.anchor
        if anchor and anchor.repeat and rows:
            rows[-1] = _longer(rows[-1], anchor, [i for i in own if i.row == 0])
        elif anchor:
            rows.append(_numbered(span, anchor, tail))
            tail = ()
        elif rows and any(item.row == 0 for item in own):
            more = _parts([i for i in own if i.row == 0], repeat=False)
            rows[-1] = replace(rows[-1], parts=(*rows[-1].parts, *more))
        for row in range(1, max((item.row for item in own), default=0) + 1):
            number = str(int(rows[-1].number.split("-")[0]) + 1) if rows else "1"
            parts = _parts([item for item in own if item.row == row], repeat=False)
            rows.append(
                FlatRow(number, (), span.stretch, parts, numbers=(), printed=False)
            )
        tail = tail or tuple(item for item in span.placed if item.tail)
    return rows


def _numbered(span: Span, anchor: Anchor, tail: Sequence[Placed]) -> FlatRow:
    """A row with its number, and what stands before it on the page before."""
    own = [item for item in span.placed if item.row == 0 and not item.tail]
    parts = _parts(own, repeat=False)
    if tail:
        parts = (Part(tuple(tail), before=True), *parts)
    numbers = tuple(range(anchor.first, anchor.last + 1))
    return FlatRow(anchor.number, anchor.also, span.stretch, parts, numbers)


def _longer(row: FlatRow, anchor: Anchor, own: Sequence[Placed]) -> FlatRow:
    """A row with the part behind its repeated number."""
    numbers = (*row.numbers, *range(anchor.first, anchor.last + 1))
    parts = (*row.parts, *_parts(own, repeat=True))
    return replace(row, parts=parts, numbers=numbers)


def _parts(placed: Sequence[Placed], *, repeat: bool) -> tuple[Part, ...]:
    """Pieces of a row cut at page breaks."""
    parts: list[list[Placed]] = []
    for item in placed:
        if not parts or item.piece.gap == Gap.PAGE:
            parts.append([])
        parts[-1].append(item)
    return tuple(Part(tuple(part), repeat=repeat) for part in parts)
