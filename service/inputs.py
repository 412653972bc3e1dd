"""What each endpoint takes: one record per endpoint, constraints in the types.

The same records check what callers send (:mod:`service.params`) and are the
parameters of ``openapi.json``.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from corpus.model import Kind, Status
from service.phrases import UiLanguage
from service.search_model import Mode, SearchRequest

#: Longest question, in characters.
LONGEST_QUESTION: Final = 1000
#: Most rows of a page of a list.
MOST: Final = 200
#: Parameters that narrow a search, as its facets are named.
FILTERS: Final = ("act", "kind", "language", "status", "body", "year", "classified")
#: Path of a unit within its act. Must not match blanks, upper case, a leading slash.
_PART: Final = r"^[a-z][a-z0-9./-]{0,199}$"
#: Furthest that a list can be paged.
_FURTHEST: Final = 1_000_000


def _of(fault: str, description: str, pattern: str, example: str) -> Meta:
    """A text of a form; ``fault`` names the words for what has not the form."""
    return Meta(
        pattern=pattern,
        description=description,
        examples=[example],
        extra={"fault": fault},
    )


Question = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=LONGEST_QUESTION,
        description="Question or keywords, in Kazakh, Russian or English.",
        examples=["who is responsible for measure 42"],
    ),
]
ActCode = Annotated[
    str, _of("act_id", "An act's code.", "^[A-Z][A-Z0-9_]{3,15}$", "P1800000124")
]
BodyId = Annotated[
    str, _of("body_id", "A body's id.", "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", "mvd")
]
MeasureNumber = Annotated[
    str, _of("number", "A measure's number.", r"^\d{1,4}(?:-\d{1,3})?$", "89-1")
]
Year = Annotated[int, Meta(ge=1900, le=2200, description="Year of the deadline.")]
Limit = Annotated[int, Meta(ge=1, le=MOST, description="How many at most.")]
Format = Annotated[
    Literal["json", "csv"],
    Meta(
        description="csv is a table for spreadsheets, UTF-8 with a byte-order mark; "
        "it holds every row unless limit is given."
    ),
]
Offset = Annotated[int, Meta(ge=0, le=_FURTHEST, description="How many to pass over.")]
PartPath = Annotated[
    str, _of("part", "Path of a unit whose part is shown, or all.", _PART, "chapter-3")
]
Lang = Annotated[
    UiLanguage | None,
    Meta(
        description="Language of labels and errors; else Accept-Language decides, "
        "else the language of the question."
    ),
]


Exact = Annotated[
    bool,
    Meta(
        description="Search exactly as typed: no word that seems misspelt is read as "
        "another."
    ),
]


class Inputs(msgspec.Struct, frozen=True, kw_only=True):
    """Parameters of every endpoint."""

    lang: Lang = None


class PageInputs(Inputs, frozen=True, kw_only=True):
    """Parameters of a list."""

    limit: Limit = 20
    offset: Offset = 0


class ListInputs(PageInputs, frozen=True, kw_only=True):
    """Parameters of a list that can also be had as a table."""

    format: Format = "json"


class MeasuresInputs(ListInputs, frozen=True, kw_only=True):
    """Parameters of the list of measures."""

    act: Annotated[tuple[ActCode, ...], Meta(description="Of any of these acts.")] = ()
    number: MeasureNumber | None = None
    body: BodyId | None = None
    year: Year | None = None
    classified: Annotated[
        bool | None, Meta(description="Only classified rows, or none of them.")
    ] = None


class Narrowed(Inputs, frozen=True, kw_only=True):
    """Filters of a search; those that are not given let everything through."""

    offset: Offset = 0
    act: Annotated[tuple[ActCode, ...], Meta(description="Only these acts.")] = ()
    kind: Annotated[tuple[Kind, ...], Meta(description="Only these kinds.")] = ()
    language: Annotated[
        Literal["kk", "ru", "en"] | None, Meta(description="Only texts in it.")
    ] = None
    status: Annotated[
        Status | None, Meta(description="Only acts with this status.")
    ] = None
    body: Annotated[
        tuple[BodyId, ...], Meta(description="Only measures of these bodies.")
    ] = ()
    year: Annotated[
        tuple[Year, ...], Meta(description="Only deadlines in these years.")
    ] = ()
    classified: Annotated[
        bool | None, Meta(description="Only classified measures, or only others.")
    ] = None
    exact: Exact = False
    plain: Annotated[
        bool,
        Meta(
            description="Search the words alone: no act, address, field or question "
            "is seen in them."
        ),
    ] = False

    def narrowed(
        self, text: str, *, limit: int, mode: Mode = "hybrid"
    ) -> SearchRequest:
        """The request to the engine for some words."""
        return SearchRequest(
            text=text,
            act_ids=self.act,
            kinds=self.kind,
            language=self.language,
            status=self.status,
            body_ids=self.body,
            years=self.year,
            classified=self.classified,
            mode=mode,
            exact=self.exact,
            plain=self.plain,
            limit=limit,
            offset=self.offset,
        )

    def filters(self) -> tuple[tuple[str, str], ...]:
        """The filters that are given, as pairs of an address."""
        return tuple(
            (name, str(value).lower() if isinstance(value, bool) else str(value))
            for name in FILTERS
            if (given := getattr(self, name)) is not None
            for value in (given if isinstance(given, tuple) else (given,))
        )


class SearchInputs(Narrowed, frozen=True, kw_only=True):
    """Parameters of a search."""

    q: Question
    limit: Limit = 20
    format: Format = "json"
    mode: Annotated[Mode, Meta(description="Which legs of retrieval work.")] = "hybrid"
    explain: Annotated[bool, Meta(description="Say how scores came about.")] = False

    def request(self, limit: int) -> SearchRequest:
        """The request to the engine for so many hits at most."""
        return self.narrowed(self.q, limit=limit, mode=self.mode)


class AskInputs(Inputs, frozen=True, kw_only=True):
    """Parameters of a question in the address."""

    q: Question
    act: Annotated[tuple[ActCode, ...], Meta(description="Only these acts.")] = ()
    language: Annotated[
        UiLanguage | None, Meta(description="Of the question, if it is known.")
    ] = None
    limit: Limit = 20
    exact: Exact = False


class AskBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question in the body of a request."""

    question: Question
    acts: Annotated[tuple[ActCode, ...], Meta(description="Only these acts.")] = ()
    language: Annotated[
        UiLanguage | None, Meta(description="Of the question, if it is known.")
    ] = None
    limit: Limit = 20
    exact: Exact = False


class HomeInputs(Narrowed, frozen=True, kw_only=True):
    """Parameters of the page with the search box."""

    q: Question | None = None


class PlaceInputs(Inputs, frozen=True, kw_only=True):
    """Parameters of a link to a provision in the reader."""

    source: Annotated[bool, Meta(description="Show the lines as they are printed.")] = (
        False
    )


class ReaderInputs(PlaceInputs, frozen=True, kw_only=True):
    """Parameters of the reader page of an act."""

    part: PartPath | None = None
