"""The JSON of answers and hits as it leaves; see :mod:`service.shapes`."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from msgspec import Meta

from corpus.model import Status
from service.corrections import Repair
from service.model import Intent, RefusalCode
from service.phrases import UiLanguage
from service.search_model import TotalRelation
from service.shapes import (
    ActId,
    IsoDate,
    Label,
    ProvisionIdText,
    ProvisionJson,
    ReaderUrl,
    SourceJson,
)

Milliseconds = Annotated[float, Meta(description="Milliseconds.", examples=[9.1])]


class ValueJson(TypedDict):
    """An answer as data; a field that does not apply is left out."""

    text: Annotated[str, Meta(description="As printed in the act, spacing repaired.")]
    abbreviation: NotRequired[str]
    name: NotRequired[str]
    translation: NotRequired[str]
    body_id: NotRequired[str]
    number: NotRequired[str]
    date: NotRequired[IsoDate]
    status: NotRequired[Status]
    provision_id: NotRequired[ProvisionIdText]
    by_agreement: NotRequired[bool]
    coordinator: NotRequired[bool]
    read_as: NotRequired[str]


class RenderingJson(TypedDict):
    """Words of what is quoted from, in the language of the answer."""

    language: str
    field: Annotated[
        str, Meta(description="'text', or the cell of a measure that is rendered.")
    ]
    text: str
    official: bool


class CitationJson(TypedDict):
    """A quote that was compared with its source, and where it stands."""

    provision_id: ProvisionIdText
    act_id: ActId
    label: Label
    act_label: Label
    quote: Annotated[str, Meta(description="In the act's language.")]
    language: str
    renderings: list[RenderingJson]
    verified: Annotated[
        Literal[True], Meta(description="The source holds the quote; always true.")
    ]
    source: SourceJson
    url: ReaderUrl
    official_url: str


class AnswerJson(TypedDict):
    """One answer."""

    text: Annotated[
        str, Meta(max_length=700, description="In the language of the question.")
    ]
    act_id: ActId
    act_label: Label
    act_status: Status
    intent: Intent
    values: list[ValueJson]
    citations: Annotated[list[CitationJson], Meta(min_length=1)]
    warnings: list[str]
    export: NotRequired[
        Annotated[str, Meta(description="The measures of a list as a table (CSV).")]
    ]


class ReasonJson(TypedDict):
    """Why there is no answer."""

    code: RefusalCode
    text: str


class HighlightJson(TypedDict):
    """A half-open stretch of the provision's ``text``, in characters."""

    start: int
    end: int


class FeatureJson(TypedDict):
    """A named part of a score."""

    name: str
    value: float


class WhyJson(TypedDict):
    """How a score came about."""

    coverage: Annotated[
        float, Meta(description="Share of the query's content that it holds, 0 to 1.")
    ]
    features: list[FeatureJson]


class HitJson(TypedDict):
    """A provision found."""

    rank: Annotated[int, Meta(ge=1)]
    score: float
    provision: ProvisionJson
    highlights: Annotated[
        list[HighlightJson], Meta(description="Words that the query names.")
    ]
    meant: Annotated[
        list[HighlightJson],
        Meta(description="The sentence nearest to the query in meaning, if any is."),
    ]
    why: NotRequired[WhyJson]


class FacetJson(TypedDict):
    """How many hits have a value of a filter."""

    value: str
    label: Label
    count: int


class CorrectionJson(TypedDict):
    """Words that were read as others; ``exact`` has the question read as typed."""

    start: Annotated[
        int, Meta(description="In the question, white space squeezed; half-open.")
    ]
    end: int
    typed: str
    read: str
    how: Annotated[
        Repair,
        Meta(
            description="Another keyboard layout, Kazakh letters left out, or a slip."
        ),
    ]


Corrections = Annotated[
    list[CorrectionJson],
    Meta(description="Misspelt words and what they were read as, in order."),
]


class QueryJson(TypedDict):
    """A query as understood."""

    text: str
    language: UiLanguage
    read_as: Annotated[str, Meta(description="What was understood, in words.")]
    corrections: Corrections


class SearchJson(TypedDict):
    """A page of hits."""

    query: QueryJson
    total: int
    total_relation: TotalRelation
    hits: list[HitJson]
    facets: Annotated[
        dict[str, list[FacetJson]],
        Meta(description="Counts over all hits, by the parameter that filters."),
    ]
    degraded: Annotated[
        list[str], Meta(description="Parts of the search that could not be used.")
    ]
    took_ms: Milliseconds


class AskJson(TypedDict):
    """What a question gets: answers best first, or a refusal with its reason."""

    question: str
    language: UiLanguage
    read_as: Annotated[str, Meta(description="What was understood, in words.")]
    corrections: Corrections
    intent: Intent
    abstained: bool
    reason: ReasonJson | None
    answers: list[AnswerJson]
    related: list[HitJson]
    took_ms: Milliseconds
