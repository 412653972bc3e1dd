"""Lines of cells parted by tabs, put together to rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.tables.columns import Column, read_header
from corpus.tables.layout import Gap, TableLine, gap_of
from corpus.tables.plan_rows import PlanRow
from corpus.tables.records import PlanContext, TableRegion
from corpus.tables.tabbed_cells import CellLine, row_cells
from corpus.trace import Traced

#: A number cell: ``12``, ``12.``, ``89-1.``, ``45. 46.``.
_NUMBERS = re.compile(r"\d{1,3}(?:-\d{1,2})?\s*[.)]?(?:\s+\d{1,3}(?:-\d{1,2})?\.?)*")
_NUMBER = re.compile(r"\d{1,3}(?:-\d{1,2})?")


@dataclass(frozen=True, slots=True)
class CellRow:
    """Lines that make one row; ``key`` is the one with the number, if any."""

    lines: tuple[CellLine, ...]
    key: CellLine | None


def cell_lines(region: TableRegion, context: PlanContext) -> list[CellLine]:
    """Lines of cells, blank lines left out."""
    lines: list[CellLine] = []
    between: list[str] = []
    for number in range(region.first, region.last + 1):
        raw = context.file.line(number)
        if not raw.text.strip():
            between.append(raw.text)
            continue
        lines.append(CellLine(number, _cells(raw), gap_of(between)))
        between = []
    return lines


def _cells(raw: Traced) -> tuple[Traced, ...]:
    """A line cut at its tabs."""
    cells: list[Traced] = []
    start = 0
    for end in [*(m.start() for m in re.finditer("\t", raw.text)), len(raw.text)]:
        cells.append(raw[start:end].strip())
        start = end + 1
    return tuple(cells)


def column_kinds(cells: Sequence[Traced]) -> tuple[Column | None, ...]:
    """Kind of each column by its heading."""
    kinds: list[Column | None] = []
    for cell in cells:
        line = TableLine(1, cell, cell, Gap.BLANK, indented=False)
        header = read_header([line])
        kind = header.columns[0] if header else None
        kinds.append(None if kind in kinds and kind != "sum" else kind)
    return tuple(kinds)


def row_number(line: CellLine, columns: Sequence[Column | None]) -> str:
    """What the number cell of a line holds."""
    if "number" not in columns or len(line.cells) < 2:
        return ""
    text = line.cells[columns.index("number")].text
    return text if _NUMBERS.fullmatch(text) else ""


def is_heading(line: CellLine) -> bool:
    """Only the first cell holds anything, and it does not go on in small letters."""
    first = line.cells[0].text
    alone = bool(first) and not any(cell.text for cell in line.cells[1:])
    return alone and not first[0].islower()


def group_lines(
    lines: Sequence[CellLine], columns: Sequence[Column | None], *, numbered: bool
) -> list[CellRow]:
    """Lines put together to rows: a fragment goes to its side of the page break.

    In a table without numbers each line is a row, unless it goes on in small letters.
    """
    rows: list[CellRow] = []
    held: list[CellLine] = []
    for i, line in enumerate(lines):
        if is_heading(line) and not row_number(line, columns):
            rows.append(CellRow((line,), None))
            continue
        if row_number(line, columns) or not (numbered or _goes_on(line, columns)):
            rows.append(CellRow((*held, line), line))
            held = []
            continue
        following = lines[i + 1] if i + 1 < len(lines) else None
        if _is_whole(line, following, columns):
            rows.append(CellRow((line,), line))
            continue
        if _belongs_below(line, following, columns) or not _open(rows):
            held.append(line)
        else:
            rows[-1] = replace(rows[-1], lines=(*rows[-1].lines, line))
    if held and _open(rows):
        rows[-1] = replace(rows[-1], lines=(*rows[-1].lines, *held))
    elif held:
        rows.append(CellRow(tuple(held), held[0]))
    return rows


def _is_whole(
    line: CellLine, following: CellLine | None, columns: Sequence[Column | None]
) -> bool:
    """A line without number is a row of its own: no cell of a row is missing in it.

    The next line must not go on with its title: that would be a torn row.
    """
    if not _has(line, columns, ("title", "exec", "date")) or _goes_on(line, columns):
        return False
    return (
        following is None or is_heading(following) or not _goes_on(following, columns)
    )


def _has(
    line: CellLine, columns: Sequence[Column | None], kinds: Sequence[Column]
) -> bool:
    """All of these columns are there, and hold something in the line."""
    places = [columns.index(kind) if kind in columns else -1 for kind in kinds]
    return all(0 <= at < len(line.cells) and line.cells[at].text for at in places)


def _open(rows: Sequence[CellRow]) -> bool:
    """The last row can go on."""
    return bool(rows) and rows[-1].key is not None


def _belongs_below(
    line: CellLine, following: CellLine | None, columns: Sequence[Column | None]
) -> bool:
    """A fragment stands before the page break that its row's number comes after."""
    if following is None or not row_number(following, columns):
        return False
    if line.gap > following.gap:
        return False
    if following.gap > line.gap:
        return True
    return not _goes_on(line, columns)


def _goes_on(line: CellLine, columns: Sequence[Column | None]) -> bool:
    """The title of the line goes on in small letters, or is empty."""
    at = columns.index("title") if "title" in columns else 0
    title = line.cells[at].text if at < len(line.cells) else ""
    return not title or title[:1].islower()


def plan_row(
    group: CellRow,
    columns: Sequence[Column | None],
    rows: Sequence[PlanRow],
    section: str,
    context: PlanContext,
) -> PlanRow:
    """A row with its cells."""
    printed = row_number(group.key, columns) if group.key else ""
    numbers = _NUMBER.findall(printed)
    following = int(rows[-1].number.split("-")[0]) + 1 if rows else 1
    return PlanRow(
        number=numbers[-1] if numbers else str(following),
        printed=bool(numbers),
        also=tuple(numbers[:-1]),
        section=section,
        cells=row_cells(group.lines, columns, context),
        lines=tuple(line.number for line in group.lines),
    )
