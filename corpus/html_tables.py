"""Tables of a page → their rows, cells that span rows repeated in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from corpus.html_model import Cell, HtmlTable
from corpus.html_sheet import Sheet
from corpus.trace import Traced

#: Columns of a table beyond this are not told apart.
_MOST_COLUMNS: Final = 200


class GridCell(NamedTuple):
    """A place of a table.

    Attributes:
        text: Words of the cell, notes left out.
        first: First slot of the cell, 0 if it is empty.
        last: Its last slot.
        own: The cell begins here and is not merely continued from the left or above.
    """

    text: Traced
    first: int
    last: int
    own: bool


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row as a reader sees it.

    Attributes:
        cells: One for each column; a cell that spans several stands in each.
        slots: Numbers of the slots that are printed in this row, in order.
    """

    cells: tuple[GridCell, ...]
    slots: tuple[int, ...]

    @property
    def first(self) -> int:
        """Its first slot."""
        return self.slots[0]

    @property
    def last(self) -> int:
        """Its last slot."""
        return self.slots[-1]

    @property
    def texts(self) -> tuple[Traced, ...]:
        """The words of its cells from left to right, each once, empty ones left out."""
        kept: list[GridCell] = []
        for cell in self.cells:
            if cell.text.text and (not kept or kept[-1].first != cell.first):
                kept.append(cell)
        return tuple(cell.text for cell in kept)


_EMPTY: Final = GridCell(Traced("", ()), 0, 0, own=True)


def read_rows(sheet: Sheet, table: HtmlTable) -> tuple[GridRow, ...]:
    """The rows of a table; every slot of it falls to exactly one of them."""
    grid = [_grid_row(cells) for cells in _grid(sheet, table.rows)]
    taken = {n for row in grid for n in row.slots}
    first, end = sheet.numbers[table.first], sheet.numbers[table.end]
    strays = [
        GridRow((_cell(sheet, n, n, own=True),), (n,))
        for n in range(first, end)
        if n not in taken
    ]
    filled = [row for row in grid if row.slots]
    return tuple(sorted([*filled, *strays], key=lambda row: row.first))


def _grid_row(cells: Sequence[GridCell]) -> GridRow:
    """A row of the grid with the slots that are printed in it."""
    own = [cell for cell in cells if cell.own and cell.first]
    slots = {n for cell in own for n in range(cell.first, cell.last + 1)}
    return GridRow(tuple(cells), tuple(sorted(slots)))


def _grid(sheet: Sheet, rows: Sequence[Sequence[Cell]]) -> Iterator[list[GridCell]]:
    """Places of a table row by row, with what hangs down from the rows above."""
    hanging: dict[int, tuple[GridCell, int]] = {}
    for row in rows:
        places: dict[int, GridCell] = {}
        for column, (cell, left) in list(hanging.items()):
            places[column] = cell._replace(own=False)
            if left > 1:
                hanging[column] = (cell, left - 1)
            else:
                del hanging[column]
        _place(sheet, row, places, hanging)
        width = max(places, default=-1) + 1
        yield [places.get(column, _EMPTY) for column in range(width)]


def _place(
    sheet: Sheet,
    row: Sequence[Cell],
    places: dict[int, GridCell],
    hanging: dict[int, tuple[GridCell, int]],
) -> None:
    """Put the cells of a row into the places that are free."""
    column = 0
    for cell in row:
        while column in places:
            column += 1
        read = _of(sheet, cell)
        for k in range(max(1, min(cell.columns, _MOST_COLUMNS - column))):
            places[column] = read if k == 0 else read._replace(own=False)
            if cell.rows > 1:
                hanging[column] = (read, cell.rows - 1)
            column += 1


def _of(sheet: Sheet, cell: Cell) -> GridCell:
    """The words and slots of a cell as marked up."""
    if cell.end == cell.first:
        return _EMPTY
    first, end = sheet.numbers[cell.first], sheet.numbers[cell.end]
    return _cell(sheet, first, end - 1, own=True)


def _cell(sheet: Sheet, first: int, last: int, *, own: bool) -> GridCell:
    """The words of some slots, notes left out."""
    blocks = [slot.block for slot in sheet.slots[first - 1 : last]]
    words = [block.text for block in blocks if block and not block.note]
    return GridCell(Traced.join(words, "\n"), first, last, own)
