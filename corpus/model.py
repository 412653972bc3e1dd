"""The records of the corpus: frozen, no I/O.

An act is read once into these records; everything later (index, answers, API)
works on them alone. Texts are repaired (see ``docs/architecture.md``) and led
back to the act file by :class:`corpus.trace.Run`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from corpus.ids import ProvisionId, Source
from corpus.plan_model import Indicator, Measure
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
