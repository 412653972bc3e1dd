"""Target and result indicators out of rows and out of lists in running text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from corpus.ids import Source
from corpus.model import Provision
from corpus.plan_model import Amount, Indicator
from corpus.tables.amounts import AmountReading, Periods, number, read_amounts
from corpus.tables.cells import RowCells
from corpus.tables.columns import unit_of
from corpus.tables.executors import read_executors, split_executors
from corpus.tables.names import Names
from corpus.tables.plan_rows import Ids, PlanRow
from corpus.tables.printed import in_one_piece
from corpus.tables.records import PlanContext
from corpus.tables.sections import Item, unit_in, values_by_year
from corpus.trace import Traced


class Place(NamedTuple):
    """Where an indicator stands.

    Attributes:
        level: Of a goal or of a task.
        group: Number of its section, task or list, "" where there is but one list.
        section: Heading that it stands under.
    """

    level: Literal["target", "result"]
    group: str
    section: str


def indicator_step(place: Place, number_: str) -> str:
    """The last step of an indicator's id: ``indicator-2.1-6``."""
    group = f"{place.group}-" if place.group else ""
    level = "target-" if place.level == "target" else ""
    return f"indicator-{level}{group}{number_}"


def from_row(
    row: PlanRow,
    place: Place,
    periods: Sequence[str],
    context: PlanContext,
    ids: Ids,
) -> tuple[Indicator, Provision]:
    """An indicator that stands in a row of cells."""
    names = Names.of(context.abbreviations)
    reading = read_amounts(row.cells.groups, Periods(tuple(periods)))
    sums = in_one_piece(row.cells.sums, reading.figures)
    cells = replace(row.cells, sums=sums)
    amounts = values_in_order(cells, reading, periods)
    bodies = split_executors(cells.executors.text, names)
    indicator = Indicator(
        id=ids.new(indicator_step(place, row.number)),
        act_id=context.act_id,
        number=row.number,
        level=place.level,
        section=place.section,
        title=cells.title.excerpt(),
        unit=unit_of(cells.unit.text),
        executors=read_executors(bodies, names, frozenset()),
        values=amounts,
        values_cell=cells.sums.excerpt(),
        source=Source(context.file.name, row.first, row.last),
    )
    return indicator, _provision(
        indicator, Traced.join(cells.in_order(), "\n"), context
    )


def from_item(
    item: Item, place: Place, context: PlanContext, ids: Ids
) -> tuple[Indicator, Provision]:
    """An indicator that is a sentence of a list."""
    text = item.text
    at = [offset for offset in text.at if offset >= 0]
    source = Source(
        context.file.name, context.file.line_of(min(at)), context.file.line_of(max(at))
    )
    named = f"{place.group}-{item.number}" if place.group else item.number
    indicator = Indicator(
        id=ids.new(indicator_step(place, item.number)),
        act_id=context.act_id,
        number=named if place.level == "result" else item.number,
        level=place.level,
        section=place.section,
        title=text.excerpt(),
        unit=unit_in(text.text),
        executors=(),
        values=tuple(Amount(y, v) for y, v in values_by_year(text.text)),
        values_cell=text.excerpt(),
        source=source,
    )
    return indicator, _provision(indicator, text, context)


def _provision(indicator: Indicator, text: Traced, context: PlanContext) -> Provision:
    """The indicator as a unit of the act."""
    body = text.excerpt()
    return Provision(
        id=indicator.id,
        kind="indicator",
        number=indicator.number,
        heading=None,
        body=body,
        own=body,
        language=context.language,
        source=indicator.source,
        parent=context.parent,
    )


def values_in_order(
    cells: RowCells, reading: AmountReading, periods: Sequence[str]
) -> tuple[Amount, ...]:
    """Values by year; one figure that a page break tore off is put in its place."""
    torn = cells.torn_figures == 1 and bool(reading.figures)
    if not torn or len(reading.figures) != len(periods):
        return reading.amounts
    values = [figure.value for figure in reading.figures]
    ordered = _monotone(values[:-1], values[-1])
    if ordered is None:
        return reading.amounts
    pairs = zip(periods, ordered, strict=True)
    return tuple(Amount(period, value) for period, value in pairs if value)


def _monotone(values: list[str], late: str) -> list[str] | None:
    """The series with the late value where it stays rising or falling.

    None if it does so nowhere but at the end, or in several places.
    """
    fits = []
    for at in range(len(values) + 1):
        series = [*values[:at], late, *values[at:]]
        figures = [number(value) for value in series]
        if figures == sorted(figures) or figures == sorted(figures, reverse=True):
            fits.append(series)
    return fits[0] if len(fits) == 1 else None
