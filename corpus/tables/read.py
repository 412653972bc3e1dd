"""A table of an act read into records."""

from __future__ import annotations

from corpus.tables.claims import Claims
from corpus.tables.flat import read_flat, whole_table
from corpus.tables.records import PlanContext, PlanReading, TableRegion
from corpus.tables.tabbed import read_tabbed


def read_plan(region: TableRegion, context: PlanContext) -> PlanReading:
    """The records of a table; never fails on odd text, which comes back as problems.

    Args:
        region: A table as found by :func:`corpus.tables.find.find_tables`.
        context: The act that it stands in.

    Returns:
        Measures of a plan, indicators, and a provision for each record; every
        character of the region that is not blank lies in exactly one claim.
    """
    if region.kind == "form":
        return whole_table(region, context, Claims(context.file))
    if region.layout == "tabbed":
        return read_tabbed(region, context)
    return read_flat(region, context)
