"""Figures of a row given to their years, with proof where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

from corpus.plan_model import Amount
from corpus.tables.figures import Figure, Reading, readings_of

#: A sum may miss its total by so much (misprints of the last digit).
TOLERANCE: Final = Decimal("0.2")
#: A reading with another number of figures than columns is so much dearer.
_COUNT_COST: Final = 2.0
_SUM_GAIN: Final = 1.5


@dataclass(frozen=True, slots=True)
class Periods:
    """The columns of amounts.

    Attributes:
        names: "total" and years from left to right.
        marked: Years whose figures bear asterisks in rows that have all figures.
    """

    names: tuple[str, ...]
    marked: frozenset[str] = frozenset()

    @property
    def years(self) -> tuple[str, ...]:
        """The names that are years."""
        return tuple(name for name in self.names if name != "total")


class AmountReading(NamedTuple):
    """Amounts of a row, the figures they come from, and what is odd."""

    amounts: tuple[Amount, ...]
    figures: tuple[Figure, ...]
    problems: tuple[str, ...]


def read_amounts(
    groups: Sequence[str], periods: Periods, named_years: Sequence[int] = ()
) -> AmountReading:
    """Amounts by period.

    Args:
        groups: Figures as printed, one string for each stretch without blank lines.
        periods: The columns of amounts.
        named_years: Years of the row's deadline, used where figures are missing.
    """
    readings = [r for r in readings_of(groups) if r.figures]
    if not readings:
        return AmountReading((), (), ())
    best = min(readings, key=lambda r: (_dearness(r, periods), r.figures))
    figures = best.figures
    problems = ["figure-misprinted"] if any(f.odd for f in figures) else []
    names, sure = _assign(figures, periods, named_years)
    if not sure:
        problems.append("amounts-years-assumed")
    amounts = tuple(
        Amount(name, figure.value, figure.marks)
        for name, figure in zip(names, figures, strict=False)
        if figure.value
    )
    if len(figures) > len(names):
        problems.append("amounts-without-column")
    if contradicts(amounts):
        problems.append("amounts-contradict")
    return AmountReading(amounts, figures, tuple(problems))


def number(value: str) -> Decimal:
    """A printed value as a number; 0 for none."""
    try:
        return Decimal(value.replace(",", ".") or "0")
    except InvalidOperation:
        return Decimal(0)


def _dearness(reading: Reading, periods: Periods) -> float:
    """Cost of a reading, its length and its sum considered."""
    wanted = len(periods.names)
    figures = reading.figures
    cost = reading.cost
    if wanted and len(figures) != wanted:
        more = len(figures) > wanted
        cost += _COUNT_COST * (3 if more else 0.5) * abs(len(figures) - wanted) ** 0.5
    if periods.names[:1] == ("total",):
        cost -= _SUM_GAIN * _adds_up(figures)
    return cost


def _adds_up(figures: Sequence[Figure]) -> int:
    """1 if the first figure is the sum of the others, -1 if it is less."""
    rest = [number(f.value) for f in figures[1:] if f.value]
    missing = number(figures[0].value) - sum(rest)
    if not rest or missing > TOLERANCE:
        return 0
    return 1 if missing >= -TOLERANCE else -1


def contradicts(amounts: Sequence[Amount]) -> bool:
    """The years add up to more than the total (less may have been cut off)."""
    total = next((a.value for a in amounts if a.period == "total"), "")
    years = [number(a.value) for a in amounts if a.period != "total"]
    return bool(total and years) and sum(years) > number(total) + TOLERANCE


def _assign(
    figures: Sequence[Figure], periods: Periods, named_years: Sequence[int]
) -> tuple[tuple[str, ...], bool]:
    """Names for the figures, and whether they are proven."""
    names = periods.names
    if len(figures) >= len(names):
        return names, True
    if any(not figure.value for figure in figures):
        return names[: len(figures)], True
    lead: tuple[str, ...] = ()
    rest = list(figures)
    if names[:1] == ("total",):
        lead, rest = ("total",), rest[1:]
    years, sure = _years_for(rest, periods, named_years)
    return (*lead, *years), sure or not rest


def _years_for(
    figures: Sequence[Figure], periods: Periods, named_years: Sequence[int]
) -> tuple[tuple[str, ...], bool]:
    """Years for fewer figures than there are columns."""
    years = periods.years
    named = tuple(str(year) for year in named_years if str(year) in years)
    by_marks = _by_marks(figures, periods)
    if by_marks and len(by_marks) == len(figures):
        plain = sum(not f.marks for f in figures)
        free = len(years) - len(periods.marked)
        sure = plain in {0, free} and len(figures) - plain in {0, len(periods.marked)}
        if sure or any(f.marks for f in figures) or len(named) != len(figures):
            return by_marks, sure
    if len(named) == len(figures):
        return named, True
    if by_marks and len(by_marks) == len(figures):
        return by_marks, False
    start = years.index(named[0]) if named else 0
    if start + len(figures) > len(years):
        start = 0
    return years[start : start + len(figures)], False


def _by_marks(figures: Sequence[Figure], periods: Periods) -> tuple[str, ...]:
    """Years by asterisks: marked figures go to marked columns; () if none are."""
    if not periods.marked:
        return ()
    plain = [y for y in periods.years if y not in periods.marked]
    marked = [y for y in periods.years if y in periods.marked]
    names: list[str] = []
    for figure in figures:
        columns = marked if figure.marks else plain
        if not columns:
            return ()
        names.append(columns.pop(0))
    return tuple(names)


def marked_years(rows: Sequence[Sequence[Figure]], periods: Periods) -> frozenset[str]:
    """Years whose figures bear asterisks in most rows that have all figures."""
    full = [row for row in rows if len(row) == len(periods.names)]
    return frozenset(
        name
        for i, name in enumerate(periods.names)
        if name != "total"
        and 2 * sum(bool(row[i].marks) for row in full) > len(full) > 0
    )
