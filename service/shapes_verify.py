"""The JSON of verified citations and quotes; see :mod:`service.shapes`."""

from __future__ import annotations

from typing import Annotated, TypedDict

from msgspec import Meta

from corpus.model import Status
from service.shapes import (
    ActId,
    Label,
    ProvisionIdText,
    ReaderUrl,
    SourceJson,
)
from service.shapes_answers import Milliseconds
from service.verify_model import CitationStatus, Side, Verdict

Item = Annotated[
    int | None,
    Meta(description="Place among the items, from 0; null where a text was given."),
]
Start = Annotated[
    int, Meta(description="Offset in characters in the text, or in the item's field.")
]
Detail = Annotated[str, Meta(description="The outcome in the caller's language.")]


class PlaceJson(TypedDict):
    """A provision, or an act as a whole."""

    act_id: ActId
    act_label: Label
    act_status: Status
    provision_id: Annotated[
        ProvisionIdText | None,
        Meta(description="Null where an act as a whole is meant."),
    ]
    label: Label
    url: ReaderUrl
    official_url: str
    source: SourceJson


class CitationCheckJson(TypedDict):
    """A citation, and what it names among the acts held."""

    item: Item
    start: Start
    end: int
    text: str
    status: CitationStatus
    reason: Annotated[
        str | None,
        Meta(
            description="Why it, or a part of it, is not found: no_such_act, "
            "no_such_provision, date_differs, bad_code, bad_date, no_number, "
            "nothing_named."
        ),
    ]
    detail: Detail
    targets: Annotated[
        list[PlaceJson], Meta(description="What it names; the first ten.")
    ]
    total: Annotated[int, Meta(description="How many things it fits.")]
    nearest: Annotated[
        list[PlaceJson], Meta(description="Acts that it may have meant.")
    ]


class ChangeJson(TypedDict):
    """Neighbouring words of a difference: in both, in the quote or source alone."""

    side: Side
    text: str


class QuoteCheckJson(TypedDict):
    """A quote, and whether it stands where it is said to stand."""

    item: Item
    start: Start
    end: int
    text: str
    citation: Annotated[
        int | None,
        Meta(description="Place of its citation among the citations, from 0."),
    ]
    verdict: Annotated[
        Verdict,
        Meta(
            description="verbatim at the place cited, verbatim elsewhere (or with no "
            "place cited), differs, absent; unchecked where no comparison can tell."
        ),
    ]
    reason: Annotated[
        str | None,
        Meta(
            description="Why it is unchecked: no_words, no_citation, not_resolved, "
            "short, title, language, rendering, classified, other_edition."
        ),
    ]
    detail: Detail
    places: Annotated[
        list[PlaceJson],
        Meta(
            description="That hold it; where it differs, what it was compared with; "
            "where it is absent, what else it is like."
        ),
    ]
    difference: Annotated[
        list[ChangeJson],
        Meta(description="Word by word, in order, from the place it is like."),
    ]


class VerifyJson(TypedDict):
    """Citations and quotes in the order of the text or of the items."""

    citations: list[CitationCheckJson]
    quotes: list[QuoteCheckJson]
    took_ms: Milliseconds
