"""What an act is cut into: items as printed, and units with kind, number and depth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from corpus.glossary_lists import AbbreviationList
from corpus.model import Kind
from corpus.paragraphs import Paragraph
from corpus.tables.records import TableRegion
from corpus.trace import Traced

#: Depths below those of :func:`corpus.patterns.rank`.
LETTER: Final = 9
LIST_PARA: Final = 10


@dataclass(frozen=True, slots=True)
class Table:
    """A table among the paragraphs.

    Attributes:
        first: 1-based first line.
        last: 1-based last line.
        region: As found by the tables' own reader, None for loose cells.
        cells: Loose cells in reading order.
    """

    first: int
    last: int
    region: TableRegion | None
    cells: tuple[Paragraph, ...] = ()


Item = Paragraph | Table | AbbreviationList


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of an act with its own words.

    Attributes:
        kind: What it is.
        number: As printed; "" if it has none.
        first: 1-based first line of its own.
        last: 1-based last line of its own.
        text: Own words, mark included.
        rest: Offset in the text after the mark.
        level: Depth; a unit holds those after it that are deeper.
        leaf: It holds none.
        table: The table that it stands for.
    """

    kind: Kind
    number: str
    first: int
    last: int
    text: Traced
    rest: int
    level: int
    leaf: bool = False
    table: Table | None = None
