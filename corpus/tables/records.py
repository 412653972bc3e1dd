"""What goes into the reading of a table and what comes out of it."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from corpus.ids import ProvisionId
from corpus.model import Abbreviation, Claim, Language, Problem, Provision
from corpus.plan_model import Indicator, Measure
from corpus.repair.vocabulary import Vocabulary
from corpus.trace import ActFile

Layout = Literal["flat", "tabbed"]
TableKind = Literal["plan", "form", "other"]


@dataclass(frozen=True, slots=True)
class TableRegion:
    """Lines of an act that are a table, headings of its columns included.

    Attributes:
        first: 1-based line of the first heading.
        last: 1-based last line that is not blank.
        layout: "tabbed" where tabs part the cells, "flat" where nothing does.
        kind: "plan" has measures, "form" has nothing but empty cells to fill in,
            "other" is any other table (indicators, money by years).
    """

    first: int
    last: int
    layout: Layout
    kind: TableKind


@dataclass(frozen=True, slots=True)
class PlanContext:
    """What a reader of a table has to know of its act.

    Attributes:
        act_id: adilet's code.
        file: The act file.
        parent: The unit that the table stands in.
        language: Of the table.
        abbreviations: The act's own list.
        vocabulary: Words of the corpus, for mending letter-spacing.
        taken: Ids that other records of the act have already.
        group: Number of the unit whose list the table is, such as a task.
        section: The words of that unit.
    """

    act_id: str
    file: ActFile
    parent: ProvisionId
    language: Language
    abbreviations: tuple[Abbreviation, ...]
    vocabulary: Vocabulary
    taken: AbstractSet[str] = frozenset()
    group: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class PlanReading:
    """The records of a table, each in reading order.

    Every character of the region that is not blank lies in exactly one claim.
    """

    measures: tuple[Measure, ...]
    indicators: tuple[Indicator, ...]
    provisions: tuple[Provision, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]
