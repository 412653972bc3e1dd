"""Amounts of the rows of a plan and of the rows below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import repeat
from typing import Final

from corpus.ids import Source
from corpus.plan_model import Amount, SubRow
from corpus.tables.amounts import (
    AmountReading,
    Periods,
    marked_years,
    number,
    read_amounts,
)
from corpus.tables.cells import RowCells, SubCells
from corpus.tables.dates import years_of
from corpus.tables.printed import in_one_piece

#: Rounded shares may miss the amount that they add up to by so much.
_ROUNDING: Final = Decimal("0.5")
#: Fewer shares prove nothing.
_LEAST_SHARES: Final = 2


@dataclass(frozen=True, slots=True)
class RowMoney:
    """Amounts of a row, its sub-rows, and codes of what is odd.

    Attributes:
        amounts: By period.
        sub_rows: Shares of the amounts.
        problems: Codes.
        cells: The row's cells with their figures in one piece each.
    """

    amounts: tuple[Amount, ...]
    sub_rows: tuple[SubRow, ...]
    problems: tuple[str, ...]
    cells: RowCells


def read_money(
    rows: Sequence[RowCells], names: Sequence[str], file: str
) -> list[RowMoney]:
    """Amounts of all rows; the rows that have all figures help the others.

    Args:
        rows: Cells of the rows.
        names: Columns of amounts: "total" and years.
        file: Name of the act file.
    """
    plain = Periods(tuple(names))
    full = [read_amounts(cells.groups, plain).figures for cells in rows if cells.groups]
    periods = Periods(tuple(names), marked_years(full, plain))
    return [_row_money(cells, periods, file) for cells in rows]


def _row_money(cells: RowCells, periods: Periods, file: str) -> RowMoney:
    """Amounts of one row and of its sub-rows."""
    reading = read_amounts(cells.groups, periods, years_of(cells.date.text))
    readings = [read_amounts(sub.groups, periods) for sub in cells.subs]
    subs = tuple(map(_sub_row, cells.subs, readings, repeat(file)))
    subs = (*_parts(reading, cells, file), *subs)
    cells = replace(
        cells,
        sums=in_one_piece(cells.sums, reading.figures),
        subs=tuple(
            replace(sub, sums=in_one_piece(sub.sums, own.figures))
            for sub, own in zip(cells.subs, readings, strict=True)
        ),
    )
    problems = reading.problems
    proof = _proof(reading.amounts, subs)
    if proof is not None:
        problems = tuple(p for p in problems if p != "amounts-years-assumed")
        problems = problems if proof else (*problems, "sub-rows-contradict")
    return RowMoney(reading.amounts, subs, problems, cells)


def _sub_row(sub: SubCells, reading: AmountReading, file: str) -> SubRow:
    """A row below a row."""
    source = Source(file, sub.first, sub.last)
    note = sub.note.text or sub.terms.text or None
    return SubRow(sub.label.text, reading.amounts, note, source)


def _parts(reading: AmountReading, cells: RowCells, file: str) -> tuple[SubRow, ...]:
    """Parts that figures name themselves («оның ішінде: 1) … 2) …»)."""
    by_number: dict[str, list[Amount]] = {}
    for amount, figure in zip(reading.amounts, reading.figures, strict=False):
        for part, value in figure.parts:
            share = Amount(amount.period, value, amount.marks)
            by_number.setdefault(part, []).append(share)
    if not by_number or not cells.sum_lines:
        return ()
    source = Source(file, min(cells.sum_lines), max(cells.sum_lines))
    return tuple(
        SubRow(f"{part})", tuple(shares), None, source)
        for part, shares in sorted(by_number.items())
    )


def _proof(amounts: Sequence[Amount], subs: Sequence[SubRow]) -> bool | None:
    """The shares add up to the amounts of each year; None if they prove nothing."""
    sharing = [sub for sub in subs if sub.amounts and not sub.label.endswith(")")]
    if len(sharing) < _LEAST_SHARES or not amounts:
        return None
    return all(
        abs(number(amount.value) - _shares(sharing, amount.period)) <= _ROUNDING
        for amount in amounts
    )


def _shares(subs: Sequence[SubRow], period: str) -> Decimal:
    """What the sub-rows have in a period."""
    return sum(
        (number(a.value) for sub in subs for a in sub.amounts if a.period == period),
        Decimal(0),
    )
