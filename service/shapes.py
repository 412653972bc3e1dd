"""The JSON of records as it leaves: acts, provisions, measures, bodies.

These types are the schemas of ``/api/v1/openapi.json``: docstrings and
``Meta`` become its descriptions.
"""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from msgspec import Meta

from corpus.model import Kind, Language, Status

ActId = Annotated[
    str,
    Meta(
        pattern=r"^[A-Z][A-Z0-9_]{3,15}$",
        description="Code of the act, as adilet.zan.kz has it.",
        examples=["P1800000124"],
    ),
]
ProvisionIdText = Annotated[
    str,
    Meta(
        description="Stable address of a provision.",
        examples=["U1300000588/annex-1/chapter-2/point-3/subpoint-6"],
    ),
]
IsoDate = Annotated[str, Meta(description="ISO date.", examples=["2018-03-15"])]
Label = Annotated[
    str, Meta(description="How a lawyer cites it, in the language of the interface.")
]
Amounts = Annotated[
    dict[str, str],
    Meta(
        description="Figures by year or 'total': a comma for decimals, no spaces; "
        "years without a figure are left out.",
        examples=[{"2018": "25,3", "total": "25,3"}],
    ),
]
ReaderUrl = Annotated[str, Meta(description="Path that leads to it in the reader.")]


class SourceJson(TypedDict):
    """Lines of an act file, 1-based, both ends included."""

    file: str
    line_start: int
    line_end: int


class ActRefJson(TypedDict):
    """Another act, as the text names it; what it does not say is null."""

    number: str | None
    date: str | None
    issuer: str | None


class AmendmentJson(TypedDict):
    """A change by a later act."""

    number: str
    date: IsoDate
    issuer: str | None
    scope: Annotated[str, Meta(description="What was changed, in the note's words.")]
    effective: NotRequired[IsoDate]
    in_text: Annotated[bool, Meta(description="False where the text lacks it yet.")]
    provision_id: str | None
    source: SourceJson


class AbbreviationJson(TypedDict):
    """A short form of the act with its full form."""

    abbreviation: str
    name: str
    source: SourceJson


class ActJson(TypedDict):
    """An act."""

    act_id: ActId
    title: str
    label: Label
    kind: Annotated[str, Meta(examples=["government resolution"])]
    number: str
    date: IsoDate
    issuer: str
    language: Language
    status: Status
    repealed_by: ActRefJson | None
    registration: ActRefJson | None
    amended_by: list[AmendmentJson]
    abbreviations: list[AbbreviationJson]
    entry_into_force: Annotated[
        str | None, Meta(description="Provision that says when it takes effect.")
    ]
    signatory: str | None
    url: ReaderUrl
    official_url: str
    source: SourceJson


class ProvisionJson(TypedDict):
    """A unit of an act that can be cited."""

    id: ProvisionIdText
    act_id: ActId
    act_label: Label
    act_status: Status
    kind: Kind
    number: str | None
    label: Label
    heading: str | None
    text: Annotated[
        str, Meta(description="Repaired text; a point's with its subpoints.")
    ]
    language: Language
    warnings: list[str]
    source: SourceJson
    url: ReaderUrl
    parent: str | None


class ExecutorJson(TypedDict):
    """A body charged with a measure."""

    text: Annotated[str, Meta(description="As printed, spacing repaired.")]
    abbreviation: Annotated[
        str | None, Meta(description="Canonical form in this act's own list.")
    ]
    name: Annotated[str | None, Meta(description="Full form in this act's own list.")]
    body_id: str | None
    by_agreement: bool
    coordinator: bool
    read_as: Annotated[
        str | None, Meta(description="In words, why it was read as another form.")
    ]


class SubRowJson(TypedDict):
    """A row below a measure, such as a region's share."""

    label: str
    amounts: Amounts
    note: str | None
    source: SourceJson


class MeasureJson(TypedDict):
    """A row of a plan of measures."""

    id: ProvisionIdText
    act_id: ActId
    act_label: Label
    act_status: Status
    label: Label
    number: Annotated[str, Meta(examples=["42", "89-1"])]
    number_printed: Annotated[
        bool, Meta(description="False where the order alone gives the number.")
    ]
    also_numbered: list[str]
    section: str
    title: str
    completion_form: str
    deadline: str
    deadline_years: list[int]
    recurrence: str | None
    executors: list[ExecutorJson]
    executors_printed: str
    amounts: Amounts
    amounts_marks: Annotated[
        dict[str, str], Meta(description="Footnote marks at the figures.")
    ]
    amounts_unit: str | None
    funding: str
    classified: Annotated[bool, Meta(description="The row only says it is secret.")]
    sub_rows: list[SubRowJson]
    problems: Annotated[
        list[str],
        Meta(
            description="Codes of what could not be read with certainty.",
            examples=[["figure-misprinted"]],
        ),
    ]
    notes: Annotated[
        list[str], Meta(description="The same in the language of the interface.")
    ]
    source: SourceJson
    url: ReaderUrl


class NamesJson(TypedDict):
    """A name in three languages."""

    kk: str
    ru: str
    en: str


class AbbreviationsJson(TypedDict):
    """Abbreviations in three languages."""

    kk: list[str]
    ru: list[str]
    en: list[str]


class BodyJson(TypedDict):
    """A state body or organisation."""

    body_id: str
    kind: str
    name: Label
    names: NamesJson
    abbreviations: AbbreviationsJson
    measures: Annotated[int, Meta(description="How many measures it is charged with.")]


class ActsJson(TypedDict):
    """A page of acts."""

    total: int
    items: list[ActJson]


class ProvisionsJson(TypedDict):
    """A page of provisions in reading order."""

    total: int
    items: list[ProvisionJson]


class MeasuresJson(TypedDict):
    """A page of measures in reading order."""

    total: int
    items: list[MeasureJson]


class BodiesJson(TypedDict):
    """A page of bodies."""

    total: int
    items: list[BodyJson]
