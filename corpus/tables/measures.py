"""Rows of a plan made into measures and their provisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.ids import Source
from corpus.model import Problem, Provision
from corpus.plan_model import Executor, Measure
from corpus.tables.cells import RowCells
from corpus.tables.columns import Header, unit_of
from corpus.tables.dates import recurrence_of, years_of
from corpus.tables.executors import bare, read_executors, split_executors
from corpus.tables.money import RowMoney, read_money
from corpus.tables.names import Names, doubles, in_cyrillic
from corpus.tables.plan_rows import Ids, PlanRow
from corpus.tables.records import PlanContext
from corpus.tables.words import SECRET
from corpus.trace import Excerpt, Traced


@dataclass(frozen=True, slots=True)
class MeasureReading:
    """Measures with their provisions (one each, same order) and problems."""

    measures: tuple[Measure, ...]
    provisions: tuple[Provision, ...]
    problems: tuple[Problem, ...]


def build_measures(
    rows: Sequence[PlanRow],
    header: Header,
    periods: Sequence[str],
    context: PlanContext,
    ids: Ids,
) -> MeasureReading:
    """Measures out of rows.

    Args:
        rows: Rows in reading order.
        header: The headings of the columns.
        periods: Columns of amounts: "total" and years.
        context: The act.
        ids: Gives out ids.
    """
    names = Names.of(context.abbreviations)
    bodies = [split_executors(row.cells.executors.text, names) for row in rows]
    apart = doubles(([bare(body) for body in row] for row in bodies), names)
    money = read_money([row.cells for row in rows], periods, context.file.name)
    measures: list[Measure] = []
    provisions: list[Provision] = []
    problems: list[Problem] = []
    for whole, printed, amounts in zip(rows, bodies, money, strict=True):
        row = replace(whole, cells=_in_cyrillic(amounts.cells, names))
        executors = read_executors(printed, names, apart)
        measure = _measure(row, header, executors, amounts, (context, ids))
        measures.append(measure)
        provisions.append(provision_of(row, measure, context))
        problems += [
            Problem(context.file.name, row.first, code, f"measure {row.number}")
            for code in measure.problems
        ]
    return MeasureReading(tuple(measures), tuple(provisions), tuple(problems))


def _in_cyrillic(cells: RowCells, names: Names) -> RowCells:
    """The cells with the act's short names in its own letters."""
    return replace(
        cells,
        title=in_cyrillic(cells.title, names),
        form=in_cyrillic(cells.form, names),
    )


def _measure(
    row: PlanRow,
    header: Header,
    executors: tuple[Executor, ...],
    money: RowMoney,
    place: tuple[PlanContext, Ids],
) -> Measure:
    """One measure."""
    context, ids = place
    cells = row.cells
    classified = is_classified(row)
    return Measure(
        id=ids.new(f"measure-{row.number}"),
        act_id=context.act_id,
        number=row.number,
        number_printed=row.printed,
        also_numbered=row.also,
        section=row.section,
        title=cells.title.excerpt(),
        completion_form=cells.form.excerpt(),
        deadline=cells.date.excerpt(),
        deadline_years=years_of(cells.date.text),
        recurrence=recurrence_of(cells.date.text),
        executors=executors,
        executors_cell=cells.executors.excerpt(),
        unit=None if classified else unit_of(cells.unit.text) or header.unit,
        amounts=money.amounts,
        amounts_cell=cells.sums.excerpt(),
        funding=_funding(row),
        classified=classified,
        sub_rows=money.sub_rows,
        source=Source(context.file.name, row.first, row.last),
        problems=(*_gaps(row, header, classified=classified), *money.problems),
    )


def is_classified(row: PlanRow) -> bool:
    """The row says that it is secret and nothing else."""
    cells = row.cells
    rest = (cells.form, cells.date, cells.executors)
    secret = SECRET.fullmatch(cells.title.text)
    return bool(secret) and not any(cell.text for cell in rest)


def _funding(row: PlanRow) -> Excerpt:
    """Source of money: the row's own words, or those of a body's share."""
    if row.cells.fund.text:
        return row.cells.fund.excerpt()
    for sub in row.cells.subs:
        if sub.note.text and not sub.region:
            return sub.text.excerpt()
    return Excerpt("")


def _gaps(row: PlanRow, header: Header, *, classified: bool) -> tuple[str, ...]:
    """Codes of what a measure should have and has not."""
    if classified:
        return ()
    cells = row.cells
    empty = (
        ("title-missing", cells.title.text),
        ("form-missing", cells.form.text or not header.has("form")),
        ("executors-missing", cells.executors.text or not header.has("exec")),
        ("deadline-missing", cells.date.text or not header.has("date")),
    )
    return tuple(code for code, there in empty if not there)


def provision_of(row: PlanRow, measure: Measure, context: PlanContext) -> Provision:
    """The row as a unit of the act: its cells in reading order."""
    cells = [*row.cells.in_order(), *(sub.text for sub in row.cells.subs)]
    body = Traced.join(cells, "\n").excerpt()
    return Provision(
        id=measure.id,
        kind="measure",
        number=row.number,
        heading=None,
        body=body,
        own=body,
        language=context.language,
        source=measure.source,
        parent=context.parent,
    )
