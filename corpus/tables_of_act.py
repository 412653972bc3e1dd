"""The tables of an act read by their own reader and put among its provisions."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpus.assemble import Draft, Frame
from corpus.claims import claim_lines, role_of
from corpus.ids import ProvisionId
from corpus.model import Abbreviation, Claim, Problem, Provision
from corpus.patterns import path_number
from corpus.plan_model import Indicator, Measure
from corpus.repair.edits import collapse
from corpus.repair.spacing import Vocabulary, despace
from corpus.structure import Placed
from corpus.tables.read import read_plan
from corpus.tables.records import PlanContext, PlanReading
from corpus.trace import Traced
from corpus.units import Table


@dataclass(frozen=True, slots=True)
class TableRecords:
    """All provisions of an act, tables read, and the records of the tables."""

    provisions: tuple[Provision, ...]
    measures: tuple[Measure, ...]
    indicators: tuple[Indicator, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]


def read_tables(
    frame: Frame,
    draft: Draft,
    abbreviations: tuple[Abbreviation, ...],
    vocabulary: Vocabulary,
) -> TableRecords:
    """Read the tables of an act where they stand.

    A table without rows of its own stays one provision with the words of its cells.
    """
    provisions: list[Provision] = []
    claims = list(draft.claims)
    measures: list[Measure] = []
    indicators: list[Indicator] = []
    problems: list[Problem] = []
    taken = {str(entry.provision.id) for entry in draft.placed}
    introduction: Provision | None = None
    for entry in draft.placed:
        known = _Known(abbreviations, vocabulary, taken, introduction)
        reading = _reading(frame, entry, known)
        introduction = entry.provision
        if reading is None:
            provisions.append(entry.provision)
            continue
        taken |= {str(p.id) for p in reading.provisions}
        provisions.extend(reading.provisions)
        measures.extend(reading.measures)
        indicators.extend(reading.indicators)
        claims.extend(reading.claims)
        problems.extend(reading.problems)
    return TableRecords(
        tuple(provisions),
        tuple(measures),
        tuple(indicators),
        tuple(sorted(claims)),
        tuple(problems),
    )


class _Known(NamedTuple):
    """What is known of an act where a table of it is read.

    Attributes:
        abbreviations: The act's own list.
        vocabulary: Words of the corpus.
        taken: Ids given out so far.
        introduction: The unit before the table.
    """

    abbreviations: tuple[Abbreviation, ...]
    vocabulary: Vocabulary
    taken: AbstractSet[str]
    introduction: Provision | None


def _reading(frame: Frame, entry: Placed, known: _Known) -> PlanReading | None:
    """The records of a unit that is a table; None for other units."""
    table = entry.unit.table
    if table is None or table.region is None:
        return None
    parent = entry.provision.parent or ProvisionId(f"{frame.act_id}/body")
    group, section = _list_of(known.introduction, parent)
    context = PlanContext(
        act_id=frame.act_id,
        file=frame.file,
        parent=parent,
        language=frame.language,
        abbreviations=known.abbreviations,
        vocabulary=known.vocabulary,
        taken=known.taken,
        group=group,
        section=section,
    )
    reading = read_plan(table.region, context)
    if reading.provisions:
        return reading
    return _unread(frame, entry.provision, table, known.vocabulary, reading.problems)


def _list_of(before: Provision | None, parent: ProvisionId) -> tuple[str, str]:
    """Number and words of the unit that ends in a colon before a table of its list."""
    if before is None or not before.own.text.endswith(":"):
        return "", ""
    inside = before.id.rpartition("/")[0]
    if before.number is None or before.kind == "para" or inside != parent:
        return "", ""
    return path_number(before.number), before.own.text.rstrip(" :")


def _unread(
    frame: Frame,
    provision: Provision,
    table: Table,
    vocabulary: Vocabulary,
    problems: tuple[Problem, ...],
) -> PlanReading:
    """A table as one provision with its lines, where no rows were found."""
    lines = [
        collapse(despace(frame.file.line(n), vocabulary))
        for n in range(table.first, table.last + 1)
    ]
    words = Traced.join([line for line in lines if line.text], "\n").excerpt()
    role = role_of(provision.kind)
    claim = claim_lines(frame.file, table.first, table.last, role, provision.id)
    filled = replace(provision, body=words, own=words)
    return PlanReading((), (), (filled,), (claim,), problems)
