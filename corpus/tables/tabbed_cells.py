"""Cells of tabbed lines, column by column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.repair.wrapping import join_lines
from corpus.tables.block_spans import find_spans
from corpus.tables.cells import EMPTY, RowCells, begun, tidy
from corpus.tables.columns import Column
from corpus.tables.layout import Gap
from corpus.tables.names import Names
from corpus.tables.records import PlanContext
from corpus.tables.words import FUND
from corpus.trace import Traced

#: An empty cell.
_DASH = re.compile(r"[-–—]+")


@dataclass(frozen=True, slots=True)
class CellLine:
    """A line of cells.

    Attributes:
        number: 1-based line of the file.
        cells: From left to right.
        gap: What stands before the line.
    """

    number: int
    cells: tuple[Traced, ...]
    gap: Gap


def row_cells(
    lines: Sequence[CellLine], columns: Sequence[Column | None], context: PlanContext
) -> RowCells:
    """Cells of the lines of a row, column by column."""
    names = Names.of(context.abbreviations)
    placed = [
        (kind, cell)
        for line in lines
        for kind, cell in _by_column(line, columns, names)
        if cell.text
    ]

    def cell(*kinds: Column) -> Traced:
        """What stands in some columns, joined."""
        parts = [part for kind, part in placed if kind in kinds]
        return tidy(join_lines(parts, context.vocabulary)) if parts else EMPTY

    sums = [part for kind, part in placed if kind == "sum"]
    return RowCells(
        title=begun(cell("title")),
        unit=cell("unit"),
        source=cell("source"),
        form=begun(cell("form")),
        date=cell("date"),
        executors=cell("exec"),
        fund=cell("fund", "code"),
        sums=cell("sum"),
        groups=tuple(part.text for part in sums),
    )


def _by_column(
    line: CellLine, columns: Sequence[Column | None], names: Names
) -> list[tuple[Column | None, Traced]]:
    """Cells with their columns; money words in a column of figures are moved."""
    pairs = list(zip(columns, line.cells, strict=False))
    extra = line.cells[len(columns) :]
    pairs += [(None, part) for part in extra]
    moved: list[tuple[Column | None, Traced]] = []
    for kind, part in pairs:
        dash = kind not in {"sum", "fund"} and _DASH.fullmatch(part.text)
        if dash:
            moved.append((None, part))
            continue
        words = kind == "sum" and any(char.isalpha() for char in part.text)
        if words and (FUND.match(part.text) or len(line.cells) < len(columns)):
            moved.append(("fund", part))
        elif kind is None and part.text:
            moved.append((_kind_of(part, names), part))
        else:
            moved.append((kind, part))
    return moved


def _kind_of(part: Traced, names: Names) -> Column | None:
    """What a cell without a heading looks like."""
    spans = find_spans(part.text, names)
    kinds = {span.kind for span in spans if span.end - span.start > len(part) // 2}
    if "exec" in kinds:
        return "exec"
    if "date" in kinds:
        return "date"
    return "fund" if "fund" in kinds else None
