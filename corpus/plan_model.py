"""The records of plans: measures and indicators with their cells; frozen, no I/O."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from corpus.ids import ProvisionId, Source
from corpus.trace import Excerpt


@dataclass(frozen=True, slots=True)
class Executor:
    """A body charged with a measure.

    Attributes:
        text: As printed, spacing repaired, with what stands in brackets.
        abbreviation: Canonical form in the act's own list, None if not listed.
        name: Full form from the act's own list, None if not listed.
        body_id: Entry of the registry of bodies, None if unknown.
        by_agreement: «(келісім бойынша)», «(по согласованию)».
        coordinator: «(жинақтау)», «(свод)».
        read_as: Why the printed form was read as another, None if it was not.
    """

    text: str
    abbreviation: str | None = None
    name: str | None = None
    body_id: str | None = None
    by_agreement: bool = False
    coordinator: bool = False
    read_as: str | None = None


class Amount(NamedTuple):
    """A figure of a row: ``period`` is a year or "total", ``value`` as printed.

    The value has a comma for decimals and no spaces; ``marks`` keeps asterisks.
    """

    period: str
    value: str
    marks: str = ""


@dataclass(frozen=True, slots=True)
class SubRow:
    """A row below a measure, such as a region's share.

    Attributes:
        label: Region, body or part that it is about.
        amounts: Figures by period.
        note: Words in place of figures, else its own deadline and bodies; None if none.
        source: Its lines.
    """

    label: str
    amounts: tuple[Amount, ...]
    note: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of a plan of measures.

    Attributes:
        id: ``<act>/<annex>/measure-<number>``.
        number: The last printed number, or the inferred one.
        number_printed: False where the number follows from the sequence alone.
        also_numbered: Other numbers printed in the same row.
        section: Heading that the row stands under, "" if none.
        title: What is to be done; «Құпия» alone for a classified row.
        completion_form: Document or act that closes it.
        deadline: As printed, footnote marks kept.
        deadline_years: Years that the deadline names, ranges filled, in order.
        recurrence: "annual", "quarterly", "continuous" or None.
        executors: In printed order.
        executors_cell: The whole cell as printed, spacing repaired.
        unit: Unit of the amounts as printed («млн. теңге»), None if none.
        amounts: Figures by period, in order; empty where none is printed.
        funding: Source of money as printed («талап етілмейді» is one).
        classified: The row says no more than that it is secret.
        sub_rows: Shares by region or body, in order.
        source: Lines of the row, sub-rows included.
        problems: Codes of :class:`Problem` that concern the row.
    """

    id: ProvisionId
    act_id: str
    number: str
    number_printed: bool
    also_numbered: tuple[str, ...]
    section: str
    title: Excerpt
    completion_form: Excerpt
    deadline: Excerpt
    deadline_years: tuple[int, ...]
    recurrence: str | None
    executors: tuple[Executor, ...]
    executors_cell: Excerpt
    unit: str | None
    amounts: tuple[Amount, ...]
    amounts_cell: Excerpt
    funding: Excerpt
    classified: bool
    sub_rows: tuple[SubRow, ...]
    source: Source
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A target or result indicator with its planned values.

    Attributes:
        id: ``<act>/<annex>/indicator-<number>``.
        number: As printed, or counted within its section.
        level: "target" (нысаналы индикатор) or "result" (нәтиже көрсеткіші).
        section: Task or heading that it stands under.
        title: What is measured.
        unit: «%» and the like, None if none.
        executors: Bodies named for it.
        values: Planned values by year, in order.
    """

    id: ProvisionId
    act_id: str
    number: str
    level: Literal["target", "result"]
    section: str
    title: Excerpt
    unit: str | None
    executors: tuple[Executor, ...]
    values: tuple[Amount, ...]
    values_cell: Excerpt
    source: Source
