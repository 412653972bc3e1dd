"""Rows of a flattened table with their cells."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.tables.cells import CellReader
from corpus.tables.columns import Header
from corpus.tables.forms import known_forms
from corpus.tables.headings import Stretch
from corpus.tables.layout import Gap, TableLine
from corpus.tables.names import Names
from corpus.tables.plan_rows import PlanRow
from corpus.tables.records import PlanContext
from corpus.tables.rows import FlatRow, gather_rows
from corpus.tables.spans import Span, read_spans, refine_spans
from corpus.tables.torn import mended


def rows_of(
    lines: Sequence[TableLine],
    stretches: Sequence[Stretch],
    header: Header,
    context: PlanContext,
    sections: Sequence[str] = (),
    *,
    figures: int = 0,
) -> list[PlanRow]:
    """Rows of the stretches that hold rows, torn ones put together.

    Args:
        lines: All lines of the table.
        stretches: Uses of the lines after the header.
        header: The headings of the columns.
        context: The act.
        sections: Heading that each stretch stands under.
        figures: Number of columns of figures, 0 if unknown.
    """
    names = Names.of(context.abbreviations)
    spans = read_spans(lines, stretches, header, names)
    reader = CellReader(
        context.file, [line.number for line in lines], context.vocabulary
    )
    forms = known_forms(_forms(spans, reader))
    if header.has("form"):
        spans = refine_spans(spans, forms)
    return [
        _plan_row(row, mended(row, forms, figures), lines, reader, sections)
        for row in gather_rows(spans)
    ]


def _forms(spans: Sequence[Span], reader: CellReader) -> list[str]:
    """Forms of completion that stand alone between blank lines."""
    forms: list[str] = []
    for row in gather_rows(spans):
        form = [item for item in row.placed if item.place == "form"]
        if form and form[0].piece.gap >= Gap.BLANK:
            forms.append(reader.text(form).text)
    return forms


def _plan_row(
    row: FlatRow,
    whole: FlatRow,
    lines: Sequence[TableLine],
    reader: CellReader,
    sections: Sequence[str],
) -> PlanRow:
    """A row with its cells and lines; ``whole`` is the mended row."""
    at = {*row.numbers, *(item.piece.line for item in row.placed)}
    return PlanRow(
        number=row.number,
        printed=row.printed,
        also=row.also,
        section=sections[row.stretch] if row.stretch < len(sections) else "",
        cells=reader.row(whole),
        lines=tuple(lines[i].number for i in sorted(at)),
    )
