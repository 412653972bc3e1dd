"""The records of the corpus: frozen, no I/O.

An act is read once into these records; everything later (index, answers, API)
works on them alone. Texts are repaired (see ``docs/architecture.md``) and led
back to the act file by :class:`corpus.trace.Run`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple, Self

from corpus.trace import Excerpt

Language = Literal["kk", "ru", "en", "und"]
Status = Literal["in_force", "repealed"]
Kind = Literal[
    "preamble",
    "annex",
    "part",
    "section",
    "subsection",
    "chapter",
    "paragraph",
    "article",
    "point",
    "subpoint",
    "para",
    "note",
    "definition",
    "abbreviation",
    "measure",
    "indicator",
    "form",
    "signature",
    "heading",
    "table",
    "row",
]
Role = Literal[
    "provision", "heading", "measure", "indicator", "note", "form", "furniture"
]

#: ``P1700000580/annex-1/measure-42``; readable, ASCII, safe in a URL.
#: Must not match an act id alone, blanks, or upper case in the path.
_ID = re.compile(r"[A-Z][A-Z0-9_]{3,15}(?:/[a-z]+(?:-[0-9a-z.\-]+)?)+")


class BadProvisionIdError(ValueError):
    """A text has not the form of a provision id."""

    def __init__(self, text: str) -> None:
        super().__init__(f"not a provision id: {text!r}")
        self.text = text


class ProvisionId(str):
    """Stable address of a provision, such as ``U1300000588/annex-1/point-3``."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Check the form once, at the border."""
        if not _ID.fullmatch(text):
            raise BadProvisionIdError(text)
        return super().__new__(cls, text)

    @classmethod
    def trusted(cls, text: str) -> Self:
        """An id that was checked before, when it was written into an index."""
        return str.__new__(cls, text)

    @property
    def act_id(self) -> str:
        """The act's own part."""
        return self.partition("/")[0]

    @property
    def steps(self) -> tuple[tuple[str, str], ...]:
        """The path as ``(kind, number)`` pairs; number "" where there is none."""
        parts = (step.partition("-") for step in self.split("/")[1:])
        return tuple((kind, number) for kind, _, number in parts)


class Source(NamedTuple):
    """Lines of an act file, 1-based, both ends included."""

    file: str
    line_start: int
    line_end: int


class Span(NamedTuple):
    """A half-open stretch of characters."""

    start: int
    end: int


class Claim(NamedTuple):
    """Who accounts for a stretch of the act file (offsets in characters)."""

    start: int
    end: int
    role: Role
    record: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in an act that could not be read with certainty.

    Attributes:
        file: The act file.
        line: 1-based line, 0 where the whole file is meant.
        code: Stable name such as ``amounts-contradict``.
        detail: The values concerned, as printed.
    """

    file: str
    line: int
    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Provision:
    """A unit of an act that can be cited.

    Attributes:
        id: Its address.
        kind: What it is.
        number: As printed without its point or bracket ("89-1"); None if it has none.
        heading: Title of a section, chapter, article, annex.
        body: Its own words and those of the units below it where a lawyer would
            quote them together (a point with its subpoints, not a chapter).
        own: The same without the units below it.
        language: Of the text.
        source: Lines that it spans, units below included.
        parent: The unit that holds it, None at the top.
        warnings: Notes that concern it, in the words of the act's notes.
    """

    id: ProvisionId
    kind: Kind
    number: str | None
    heading: str | None
    body: Excerpt
    own: Excerpt
    language: Language
    source: Source
    parent: ProvisionId | None
    warnings: tuple[str, ...] = ()

    @property
    def act_id(self) -> str:
        """The act that it belongs to."""
        return self.id.act_id

    @property
    def text(self) -> str:
        """Repaired text, units below included."""
        return self.body.text


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


@dataclass(frozen=True, slots=True)
class ActRef:
    """An act as a text names it; parts that it does not say are None."""

    number: str | None
    date: str | None
    issuer: str | None


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change by a later act, from the act's own notes.

    Attributes:
        number: Of the amending act.
        date: ISO.
        issuer: As the note says it.
        scope: What was changed, in the note's words.
        effective: ISO date from which the change is in force, if said.
        in_text: False where the note announces wording that the text does not hold.
        target: Provision concerned, None where the whole act or unresolved.
        source: Lines of the note.
    """

    number: str
    date: str
    issuer: str | None
    scope: str
    effective: str | None
    in_text: bool
    target: ProvisionId | None
    source: Source


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form with its full form, from a list or from «(бұдан әрі – …)»."""

    abbreviation: str
    name: str
    source: Source
    provision: ProvisionId | None = None
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Definition:
    """A term that the act itself explains."""

    term: str
    meaning: str
    provision: ProvisionId


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of another act or provision inside a provision's text."""

    provision: ProvisionId
    text: str
    act: ActRef | None
    target: ProvisionId | None


@dataclass(frozen=True, slots=True)
class Act:
    """A whole act.

    Attributes:
        id: adilet's code, such as ``P1800000124``.
        kind: In English: "government resolution", "presidential decree", …
        date: ISO.
        entry_into_force: The clause that says when, as an id; None if none.
        signatory: Office and name under the text.
        provisions: In reading order; measures and indicators are among them.
        claims: Who accounts for which characters of the file.
    """

    id: str
    title: str
    kind: str
    number: str
    date: str
    issuer: str
    language: Language
    status: Status
    repealed_by: ActRef | None
    registration: ActRef | None
    amended_by: tuple[Amendment, ...]
    abbreviations: tuple[Abbreviation, ...]
    definitions: tuple[Definition, ...]
    entry_into_force: ProvisionId | None
    signatory: str | None
    source: Source
    head: Source
    status_source: Source
    provisions: tuple[Provision, ...]
    measures: tuple[Measure, ...]
    indicators: tuple[Indicator, ...]
    references: tuple[Reference, ...]
    claims: tuple[Claim, ...]

    @property
    def official_url(self) -> str:
        """The act's page on the ministry's own site."""
        side = {"kk": "kaz", "ru": "rus", "en": "eng"}.get(self.language, "rus")
        return f"https://adilet.zan.kz/{side}/docs/{self.id}"
