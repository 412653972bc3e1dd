"""What a page of an act consists of: blocks, cells, tables."""

from __future__ import annotations

from typing import NamedTuple

from corpus.trace import Traced


class Block(NamedTuple):
    """A paragraph, a heading, or a paragraph of a cell.

    Attributes:
        start: Offset of the first character that it accounts for, mark-up included.
        lines: Its printed lines, mended, none empty.
        heading: It is marked up as one.
        note: It is marked up as a note of the editors.
        bold: All of it is.
        italic: All of it is.
        link: Where all of it leads, "" if not one link.
    """

    start: int
    lines: tuple[Traced, ...]
    heading: bool = False
    note: bool = False
    bold: bool = False
    italic: bool = False
    link: str = ""

    @property
    def text(self) -> Traced:
        """Its words as running text."""
        return self.lines[0] if len(self.lines) == 1 else Traced.join(self.lines, " ")


class Cell(NamedTuple):
    """A cell: its blocks as a half-open range of their indexes, and its spans."""

    first: int
    end: int
    columns: int
    rows: int


class HtmlTable(NamedTuple):
    """A table as marked up.

    Attributes:
        first: Index of its first block.
        end: Index after its last block.
        rows: Cells as written, from left to right.
        nested: It holds another table, whose words stand in its cells.
        border: It is drawn with lines.
    """

    first: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]
    nested: bool
    border: bool


class PageBlocks(NamedTuple):
    """What a part of a page consists of.

    Attributes:
        blocks: In order; each accounts for the characters up to the next one.
        tables: In order, none inside another.
        pictures: Offsets of pictures.
    """

    blocks: tuple[Block, ...]
    tables: tuple[HtmlTable, ...]
    pictures: tuple[int, ...]


def first_offset(text: Traced) -> int:
    """Offset in the file of the first character that is printed there."""
    return next((place for place in text.at if place >= 0), 0)


def last_offset(text: Traced) -> int:
    """Offset in the file of the last character that is printed there."""
    return next((place for place in reversed(text.at) if place >= 0), 0)
