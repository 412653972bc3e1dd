"""The tables of a page put among the provisions of its act, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.assemble import Draft, Frame
from corpus.claims import claim_lines, disjoint
from corpus.html_plans import read_html_plan
from corpus.html_sheet import Sheet
from corpus.html_tables import GridRow, read_rows
from corpus.ids import ProvisionId, Source
from corpus.model import Abbreviation, Claim, Kind, Problem, Provision, Role
from corpus.plan_model import Indicator, Measure
from corpus.repair.spacing import Vocabulary
from corpus.tables.records import PlanContext, PlanReading
from corpus.tables_of_act import TableRecords
from corpus.trace import Excerpt, Traced


@dataclass(slots=True)
class _Records:
    """Records as they come in."""

    provisions: list[Provision] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def take(self, reading: PlanReading) -> None:
        """Records of a plan."""
        self.provisions += reading.provisions
        self.measures += reading.measures
        self.indicators += reading.indicators
        self.claims += reading.claims
        self.problems += reading.problems


def read_page_tables(
    sheet: Sheet,
    frame: Frame,
    draft: Draft,
    known: tuple[Abbreviation, ...],
    vocabulary: Vocabulary,
) -> TableRecords:
    """All provisions of an act with its tables read.

    A plan of measures becomes measures; any other table keeps its own record, with
    one for each row below it.
    """
    tables = {sheet.numbers[t.first]: t for t in sheet.page.body.tables}
    found = _Records(claims=list(draft.claims))
    taken = {str(entry.provision.id) for entry in draft.placed}
    for entry in draft.placed:
        table = entry.unit.table
        marked = tables.get(table.first) if table else None
        if marked is None:
            found.provisions.append(entry.provision)
            continue
        rows = read_rows(sheet, marked)
        parent = entry.provision.parent or ProvisionId(f"{frame.act_id}/body")
        context = PlanContext(
            act_id=frame.act_id,
            file=frame.file,
            parent=parent,
            language=frame.language,
            abbreviations=known,
            vocabulary=vocabulary,
            taken=frozenset(taken),
        )
        reading = read_html_plan(rows, context)
        reading = reading or _rows(sheet, frame, entry.provision, rows)
        taken |= {str(p.id) for p in reading.provisions}
        found.take(reading)
    return TableRecords(
        tuple(found.provisions),
        tuple(found.measures),
        tuple(found.indicators),
        disjoint(found.claims),
        tuple(found.problems),
    )


def _rows(
    sheet: Sheet, frame: Frame, table: Provision, rows: Sequence[GridRow]
) -> PlanReading:
    """The record of a table and those of its rows and notes."""
    provisions = [table]
    claims: list[Claim] = []
    counts: dict[Kind, int] = {}
    for row in rows:
        if row.texts:
            text = Traced.join(row.texts, "\n").excerpt()
            places = [n for cell in row.cells for n in (cell.first, cell.last) if n]
            span = Source(frame.file.name, min(places), max(places))
            provision = _below(table, "row", text, span, counts)
            provisions.append(provision)
            claims.append(_claimed(frame, row.first, row.last, "provision", provision))
        for number in row.slots:
            block = sheet.slots[number - 1].block
            if block and block.note:
                span = Source(frame.file.name, number, number)
                note = _below(table, "note", block.text.excerpt(), span, counts)
                provisions.append(note)
                claims.append(_claimed(frame, number, number, "note", note))
    return PlanReading((), (), tuple(provisions), tuple(claims), ())


def _below(
    table: Provision, kind: Kind, text: Excerpt, span: Source, counts: dict[Kind, int]
) -> Provision:
    """A row or a note of a table, counted within it."""
    counts[kind] = counts.get(kind, 0) + 1
    return replace(
        table,
        id=ProvisionId(f"{table.id}/{kind}-{counts[kind]}"),
        kind=kind,
        number=str(counts[kind]) if kind == "row" else None,
        heading=None,
        body=text,
        own=text,
        source=span,
        parent=table.id,
        warnings=(),
    )


def _claimed(
    frame: Frame, first: int, last: int, role: Role, provision: Provision
) -> Claim:
    """The claim of a row or note on its slots."""
    return claim_lines(frame.file, first, last, role, provision.id)
