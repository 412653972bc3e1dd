"""A table whose cells are parted by tabs; rows may still be torn by page breaks."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Provision
from corpus.repair.wrapping import join_lines
from corpus.tables.claims import Claims
from corpus.tables.columns import Column, Header, column_numbers, read_header
from corpus.tables.flat import periods_of, whole_table
from corpus.tables.layout import Gap, TableLine
from corpus.tables.measures import build_measures
from corpus.tables.outline import Outline
from corpus.tables.plan_rows import Ids, PlanRow
from corpus.tables.records import PlanContext, PlanReading, TableRegion
from corpus.tables.tabbed_cells import CellLine
from corpus.tables.tabbed_rows import (
    cell_lines,
    column_kinds,
    group_lines,
    is_heading,
    plan_row,
    row_number,
)
from corpus.trace import Traced


def read_tabbed(region: TableRegion, context: PlanContext) -> PlanReading:
    """The records of a tabbed table."""
    lines = cell_lines(region, context)
    claims = Claims(context.file)
    first = TableLine(
        lines[0].number,
        context.file.line(lines[0].number),
        Traced.join(lines[0].cells, "\t"),
        Gap.BLANK,
        indented=False,
    )
    header = read_header([first])
    if header is None or region.kind != "plan":
        return whole_table(region, context, claims)
    columns = column_kinds(lines[0].cells)
    body = lines[1:]
    claims.line(lines[0].number, "furniture", context.parent)
    if body and column_numbers(" ".join(c.text for c in body[0].cells)):
        claims.line(body[0].number, "furniture", context.parent)
        body = body[1:]
    return _plan(body, columns, header, region, context, claims)


def _plan(
    lines: Sequence[CellLine],
    columns: Sequence[Column | None],
    header: Header,
    region: TableRegion,
    context: PlanContext,
    claims: Claims,
) -> PlanReading:
    """A plan of measures."""
    ids = Ids(context.parent, context.taken)
    periods = periods_of(header, region, context)
    outline = Outline(context, header, periods, ids, claims)
    headings: list[Provision] = []
    rows: list[PlanRow] = []
    numbered = any(row_number(line, columns) for line in lines)
    for group in group_lines(lines, columns, numbered=numbered):
        alone = group.lines[0]
        if group.key is None and len(group.lines) == 1 and is_heading(alone):
            text = join_lines([alone.cells[0]], context.vocabulary)
            heading = outline.heading_line(text, alone.number)
            claims.line(alone.number, "heading", heading.id)
            headings.append(heading)
            continue
        rows.append(plan_row(group, columns, rows, outline.section, context))
    reading = build_measures(rows, header, periods, context, ids)
    for row, measure in zip(rows, reading.measures, strict=True):
        for number in row.lines:
            claims.line(number, "measure", measure.id)
    provisions = (*headings, *reading.provisions)
    done, unread = claims.finished(region.first, region.last, context.parent)
    return PlanReading(
        reading.measures,
        (),
        tuple(sorted(provisions, key=lambda p: (p.source.line_start, p.id))),
        done,
        (*reading.problems, *unread),
    )
