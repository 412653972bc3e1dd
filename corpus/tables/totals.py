"""Rows of totals at the ends of a table's parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.ids import Source
from corpus.model import Provision
from corpus.repair.wrapping import join_lines
from corpus.tables.amounts import Periods, read_amounts
from corpus.tables.claims import Claims
from corpus.tables.headings import Stretch
from corpus.tables.layout import Gap, TableLine
from corpus.tables.plan_rows import Ids
from corpus.tables.printed import in_one_piece
from corpus.tables.records import PlanContext
from corpus.tables.spans import is_total
from corpus.trace import Traced

#: A row of totals has no more lines.
LONGEST_TOTAL: Final = 30
#: The figures at the end of a line: ``7 6`` in ``ЖИЫНЫ: 7 6``.
#: Must not match a figure with words behind it.
_FIGURES = re.compile(r"(?<!\S)[\d\s.,*–—-]+$")


def read_totals(
    lines: Sequence[TableLine],
    parts: Sequence[Stretch],
    periods: Sequence[str],
    context: PlanContext,
    given: tuple[Ids, Claims],
) -> list[Provision]:
    """The rows of totals of all parts, as rows of their own.

    Args:
        lines: All lines of the table.
        parts: The uses of the lines.
        periods: Columns of amounts.
        context: The act.
        given: Gives out ids, and takes claims on lines.
    """
    ids, claims = given
    totals: list[Provision] = []
    for part in parts:
        if not part.rows:
            continue
        for at in range(max(part.first, part.last - LONGEST_TOTAL), part.last):
            if lines[at].gap and is_total(lines, at, part.last):
                row = lines[at : part.last]
                total = _row(row, _words(row, periods, context), context, ids)
                totals.append(total)
                for line in row:
                    claims.line(line.number, "provision", total.id)
                break
    return totals


def _words(
    lines: Sequence[TableLine], periods: Sequence[str], context: PlanContext
) -> Traced:
    """The label of the row, and its figures in one piece each."""
    label: list[Traced] = []
    figures: list[Traced] = []
    groups: list[list[str]] = []
    for line in lines:
        found = _FIGURES.search(line.text.text)
        start = found.start() if found else None
        if start != 0:
            label += [*figures, line.text[:start]]
            figures, groups = [], []
        if start is None:
            continue
        if not groups or line.gap >= Gap.BLANK:
            groups.append([])
        figures.append(line.text[start:].strip())
        groups[-1].append(figures[-1].text)
    sums = Traced.join(figures, " ")
    printed = ["\n".join(group) for group in groups]
    reading = read_amounts(printed, Periods(tuple(periods)))
    parts = (
        join_lines(label, context.vocabulary),
        in_one_piece(sums, reading.figures),
    )
    return Traced.join([part for part in parts if part.text], " ")


def _row(
    lines: Sequence[TableLine], words: Traced, context: PlanContext, ids: Ids
) -> Provision:
    """Lines as one row of a table."""
    body = words.excerpt()
    return Provision(
        id=ids.new("row-total"),
        kind="row",
        number=None,
        heading=None,
        body=body,
        own=body,
        language=context.language,
        source=Source(context.file.name, lines[0].number, lines[-1].number),
        parent=context.parent,
    )
