"""A flattened table read whole: headings, rows, totals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.ids import Source
from corpus.model import Problem, Provision, Role
from corpus.plan_model import Indicator
from corpus.tables.amounts import Periods, read_amounts
from corpus.tables.claims import Claims
from corpus.tables.columns import Header, read_header
from corpus.tables.flat_rows import rows_of
from corpus.tables.headings import Stretch, stretches
from corpus.tables.indicators import Place, from_row
from corpus.tables.layout import TableLine, table_lines
from corpus.tables.measures import build_measures
from corpus.tables.outline import Outline
from corpus.tables.plan_rows import Ids, PlanRow
from corpus.tables.printed import in_one_piece
from corpus.tables.records import PlanContext, PlanReading, TableRegion
from corpus.tables.totals import read_totals
from corpus.trace import Traced

#: Years that a plan is for: ``2018 – 2022 жылдарға``, ``на 2021-2025 годы``.
_PLAN_YEARS = re.compile(r"((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)\s*(?:жыл|г)")
#: The title of a plan stands so many lines above its table at most.
TITLE_REACH: Final = 25
#: A plan runs over so many years at most.
LONGEST_PLAN: Final = 15


def read_flat(region: TableRegion, context: PlanContext) -> PlanReading:
    """The records of a flattened table."""
    printed = [context.file.line(n) for n in range(region.first, region.last + 1)]
    lines = table_lines(printed, region.first, context.vocabulary)
    header = read_header(lines)
    claims = Claims(context.file)
    if header is None:
        return whole_table(region, context, claims)
    for line in lines[: header.length]:
        claims.line(line.number, "furniture", context.parent)
    if region.kind == "plan":
        return _plan(lines, header, region, context, claims)
    return _other(lines, header, region, context, claims)


def whole_table(
    region: TableRegion, context: PlanContext, claims: Claims
) -> PlanReading:
    """A table that is kept as one record: a form, or one of unknown make."""
    form = region.kind == "form"
    ids = Ids(context.parent, context.taken)
    lines = [context.file.line(n) for n in range(region.first, region.last + 1)]
    printed = [line.strip() for line in lines if line.text.strip()]
    body = Traced.join(printed, "\n").excerpt()
    provision = Provision(
        id=ids.new("form" if form else "table"),
        kind="form" if form else "table",
        number=None,
        heading=None,
        body=body,
        own=body,
        language=context.language,
        source=Source(context.file.name, region.first, region.last),
        parent=context.parent,
    )
    for number in range(region.first, region.last + 1):
        claims.line(number, "form" if form else "provision", provision.id)
    done, problems = claims.finished(region.first, region.last, provision.id)
    return PlanReading((), (), (provision,), done, problems)


def plan_years(region: TableRegion, context: PlanContext) -> tuple[str, ...]:
    """Years that the title above a table names, () if it names none."""
    first = max(1, region.first - TITLE_REACH)
    title = " ".join(context.file.line(n).text for n in range(first, region.first))
    found = list(_PLAN_YEARS.finditer(title))
    if not found:
        return ()
    low, high = int(found[-1][1]), int(found[-1][2])
    if not low <= high < low + LONGEST_PLAN:
        return ()
    return tuple(str(year) for year in range(low, high + 1))


def periods_of(
    header: Header, region: TableRegion, context: PlanContext
) -> tuple[str, ...]:
    """Columns of amounts: those of the header, else the years of the title."""
    if header.periods:
        return header.periods
    if header.yearly:
        return plan_years(region, context)
    return ("total",)


def _plan(
    lines: Sequence[TableLine],
    header: Header,
    region: TableRegion,
    context: PlanContext,
    claims: Claims,
) -> PlanReading:
    """A plan of measures."""
    ids = Ids(context.parent, context.taken)
    periods = periods_of(header, region, context)
    outline = Outline(context, header, periods, ids, claims)
    parts = stretches(lines, header.length, len(lines))
    sections: list[str] = []
    indicators: list[Indicator] = []
    provisions: list[Provision] = []
    for part in parts:
        if not part.rows:
            found = outline.read(lines, part)
            indicators += found.indicators
            provisions += found.provisions
        sections.append(outline.section)
    rows = rows_of(lines, parts, header, context, sections, figures=len(periods))
    reading = build_measures(rows, header, periods, context, ids)
    for row, measure in zip(rows, reading.measures, strict=True):
        for number in row.lines:
            claims.line(number, "measure", measure.id)
    provisions += reading.provisions
    provisions += read_totals(lines, parts, periods, context, (ids, claims))
    done, unread = claims.finished(region.first, region.last, context.parent)
    return PlanReading(
        reading.measures,
        tuple(indicators),
        tuple(sorted(provisions, key=lambda p: (p.source.line_start, p.id))),
        done,
        _sorted((*reading.problems, *unread)),
    )


def _sorted(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of their lines."""
    return tuple(sorted(problems, key=lambda p: (p.line, p.code, p.detail)))


def _other(
    lines: Sequence[TableLine],
    header: Header,
    region: TableRegion,
    context: PlanContext,
    claims: Claims,
) -> PlanReading:
    """A table of indicators, or of anything else in rows."""
    ids = Ids(context.parent, context.taken)
    periods = periods_of(header, region, context)
    parts = [Stretch(rows=True, first=header.length, last=len(lines))]
    rows = rows_of(lines, parts, header, context, figures=len(periods))
    indicators: list[Indicator] = []
    provisions: list[Provision] = []
    measured = header.has("title", "sum") and header.yearly
    place = Place("result", context.group, context.section)
    if header.targets:
        place = Place("target", "", context.section)
    for row in rows:
        if measured:
            indicator, provision = from_row(row, place, periods, context, ids)
            indicators.append(indicator)
        else:
            provision = _plain_row(row, periods, context, ids)
        provisions.append(provision)
        role: Role = "indicator" if measured else "provision"
        for number in row.lines:
            claims.line(number, role, provision.id)
    provisions += read_totals(lines, parts, periods, context, (ids, claims))
    done, problems = claims.finished(region.first, region.last, context.parent)
    return PlanReading((), tuple(indicators), tuple(provisions), done, problems)


def _plain_row(
    row: PlanRow, periods: Sequence[str], context: PlanContext, ids: Ids
) -> Provision:
    """A row that is neither a measure nor an indicator."""
    figures = read_amounts(row.cells.groups, Periods(tuple(periods))).figures
    cells = replace(row.cells, sums=in_one_piece(row.cells.sums, figures))
    body = Traced.join(cells.in_order(), "\n").excerpt()
    return Provision(
        id=ids.new(f"row-{row.number}"),
        kind="row",
        number=row.number,
        heading=None,
        body=body,
        own=replace(body),
        language=context.language,
        source=Source(context.file.name, row.first, row.last),
        parent=context.parent,
    )
