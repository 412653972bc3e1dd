"""What the rows of plans are found by: the words of their cells, and tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.plan_model import Amount, Executor, Indicator, Measure


def amounts_words(amounts: Iterable[Amount]) -> str:
    """Figures with their periods."""
    return "; ".join(f"{a.period} {a.value}" for a in amounts)


def executors_words(executors: Iterable[Executor], cell: str) -> str:
    """The cell as printed and each full name once."""
    names = dict.fromkeys(e.name for e in executors if e.name)
    return "\n".join(filter(None, (cell, *names)))


def measure_words(measure: Measure) -> str:
    """Sums of a measure and of its sub-rows."""
    rows = (
        f"{row.label} {amounts_words(row.amounts)} {row.note or ''}".strip()
        for row in measure.sub_rows
    )
    amounts = amounts_words(measure.amounts)
    unit = f" {measure.unit}" if amounts and measure.unit else ""
    return "\n".join(filter(None, (amounts + unit, *rows)))


def measure_tags(measure: Measure) -> Iterator[str]:
    """What a measure is filtered by: secrecy, years, bodies."""
    yield f"classified:{str(measure.classified).lower()}"
    yield from (f"year:{year}" for year in measure.deadline_years)
    bodies = dict.fromkeys(e.body_id for e in measure.executors if e.body_id)
    yield from (f"body:{body}" for body in bodies)


def indicator_tags(indicator: Indicator) -> Iterator[str]:
    """What an indicator is filtered by: years, bodies."""
    yield from (f"year:{v.period}" for v in indicator.values if v.period.isdecimal())
    bodies = dict.fromkeys(e.body_id for e in indicator.executors if e.body_id)
    yield from (f"body:{body}" for body in bodies)
