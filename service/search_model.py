"""What a search is asked for and what it finds; frozen, no I/O."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from corpus.model import Kind, Language, Status
from service.model import Hit, Query

#: Which legs of retrieval a search uses.
Mode = Literal["hybrid", "lexical", "semantic"]


#: Whether a total was counted or is a lower bound.
TotalRelation = Literal["exact", "at_least"]


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What a search is asked for; an empty filter lets everything through.

    Attributes:
        text: Words looked for, as typed.
        act_ids: Only provisions of these acts.
        kinds: Only provisions of these kinds.
        language: Only provisions in this language.
        status: Only provisions of acts with this status.
        body_ids: Only measures that one of these bodies is charged with.
        years: Only measures whose deadline names one of these years.
        classified: Only measures that say no more than that they are secret, or
            only others; None lets both through, and what is no measure.
        mode: Which legs of retrieval are used.
        exact: The words are searched as typed, none is read as another.
        plain: They are searched as words alone: no act, address, field or
            question is seen in them.
        limit: Hits per page, 1 to 200.
        offset: Hits passed over.
    """

    text: str
    act_ids: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    language: Language | None = None
    status: Status | None = None
    body_ids: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    classified: bool | None = None
    mode: Mode = "hybrid"
    exact: bool = False
    plain: bool = False
    limit: int = 20
    offset: int = 0


class FacetCount(NamedTuple):
    """How many of the hits have a value."""

    value: str
    hits: int


@dataclass(frozen=True, slots=True)
class Facet:
    """Counts over all hits, not over the page, most frequent first.

    Attributes:
        name: The parameter that filters by it: "act", "kind", "language", ….
        counts: Ties in order of the value.
    """

    name: str
    counts: tuple[FacetCount, ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A page of hits.

    Attributes:
        query: The words as understood.
        total: Of all hits, the same on every page.
        total_relation: Whether ``total`` was counted or is a lower bound.
        hits: Of this page, best first; ``Hit.highlights`` are spans of the
            provision's ``text``.
        facets: Counts by filter.
        degraded: Legs that could not be used, such as "semantic"; empty if none.
        took_ms: Time inside the engine, in milliseconds.
    """

    query: Query
    total: int
    total_relation: TotalRelation
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    degraded: tuple[str, ...]
    took_ms: float
