"""A plan of measures in a page's table → measures, through the reader of tabbed plans.

That reader takes lines of cells parted by tabs. The rows of the table are written as
such lines, its heading rows as one, and what comes back is led back to the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import Final

from corpus.claims import claim_lines
from corpus.html_places import Places, moved
from corpus.html_tables import GridCell, GridRow
from corpus.model import Claim
from corpus.repair.edits import collapse
from corpus.tables.find import find_tables
from corpus.tables.read import read_plan
from corpus.tables.records import PlanContext, PlanReading
from corpus.trace import ActFile, Traced

#: The heading of a plan has no more rows than this.
_MOST_HEADINGS: Final = 4
#: The number of a row, or of a column in the row that numbers them.
_NUMBER = re.compile(r"\d{1,3}(?:-\d{1,2})?\s*[.)]?")


def read_html_plan(rows: Sequence[GridRow], context: PlanContext) -> PlanReading | None:
    """The measures of a table; None if it is no plan.

    Args:
        rows: As the page has them.
        context: The act; its file has slots in place of lines.
    """
    cut = _heading_rows(rows)
    if not cut:
        return None
    lines = [_heading_line(rows[:cut]), *(_line(row) for row in rows[cut:])]
    slots = [(rows[0].first, rows[cut - 1].last)]
    slots += [(row.first, row.last) for row in rows[cut:]]
    text = Traced.join([_joined(line) for line in lines], "\n")
    file = ActFile.of(context.file.name, text.text)
    region = next(iter(find_tables(file.lines())), None)
    if region is None or region.kind != "plan":
        return None
    whole = replace(region, first=1, last=len(lines))
    reading = read_plan(whole, replace(context, file=file))
    if not reading.measures:
        return None
    places = Places(slots, text.at)
    return replace(
        moved(reading, places),
        claims=tuple(
            _claim(claim, file, slots, context.file) for claim in reading.claims
        ),
    )


def _heading_rows(rows: Sequence[GridRow]) -> int:
    """Number of rows before the first numbered one or section; 0 if there is none."""
    for i, row in enumerate(rows[: _MOST_HEADINGS + 1]):
        first = next((cell.text.text for cell in row.cells if cell.text.text), "")
        if _NUMBER.fullmatch(first) or (i and len(row.texts) == 1):
            return i
    return 0


def _heading_line(rows: Sequence[GridRow]) -> list[Traced]:
    """One cell for each column: what its heading rows say, from the top down."""
    columns = zip_longest(*(row.cells for row in rows))
    return [_heading(column) for column in columns]


def _heading(cells: Sequence[GridCell | None]) -> Traced:
    """The heading of a column; a cell that spans rows counts once."""
    texts: list[Traced] = []
    seen: set[int] = set()
    for cell in cells:
        if cell and cell.text.text and cell.first not in seen:
            seen.add(cell.first)
            texts.append(cell.text)
    return Traced.join(texts, " ")


def _line(row: GridRow) -> list[Traced]:
    """The cells of a row; one that spans columns stands in the first of them.

    A heading that spans the table stands alone.
    """
    cells = [row.cells[0].text] if row.cells else []
    for before, cell in pairwise(row.cells):
        spanned = bool(cell.first) and cell.first == before.first
        cells.append(Traced("", ()) if spanned else cell.text)
    return cells if any(cell.text for cell in cells[1:]) else cells[:1]


def _joined(cells: Sequence[Traced]) -> Traced:
    """A line of cells parted by tabs; line ends inside cells become blanks."""
    return Traced.join([collapse(cell) for cell in cells], "\t")


def _claim(
    claim: Claim, file: ActFile, slots: Sequence[tuple[int, int]], page: ActFile
) -> Claim:
    """The claim on the slots of the rows that it covers."""
    first = slots[file.line_of(claim.start) - 1][0]
    last = slots[file.line_of(max(claim.start, claim.end - 1)) - 1][1]
    return claim_lines(page, first, last, claim.role, claim.record)
