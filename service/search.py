"""A page of hits with totals, facets and highlights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from indexer.store import Index
from service.highlights import Marker
from service.model import Query
from service.retrieve import Retriever
from service.search_model import Facet, FacetCount, SearchRequest, SearchResult

#: Hits that are counted exactly; beyond them the total is a lower bound.
DEPTH: Final = 1000
#: Facets in the order of a page, named as the parameters that filter by them.
FACETS: Final = ("act", "kind", "language", "status", "body", "year", "classified")


def search(
    request: SearchRequest, query: Query, retriever: Retriever, marker: Marker
) -> SearchResult:
    """One page of the hits of a query; ``took_ms`` is left to the caller.

    The hits are found as deep as they are counted, whatever page is wanted, so that
    total and facets are the same on every page.
    """
    found = retriever.found(
        query, filters=tuple(filters(request)), mode=request.mode, limit=DEPTH
    )
    page = found.hits(request.offset, request.offset + request.limit)
    concepts = retriever.concepts(query)
    return SearchResult(
        query=query,
        total=found.total(),
        total_relation="exact" if found.total() < DEPTH else "at_least",
        hits=tuple(marker.marked(hit, query, concepts) for hit in page),
        facets=tuple(facets(found.ids(), marker.index)),
        degraded=(),
        took_ms=0.0,
    )


def filters(request: SearchRequest) -> Iterator[tuple[str, ...]]:
    """The filters of a request as choices of tags, empty ones left out."""
    secret = request.classified
    choices = {
        "act": request.act_ids,
        "kind": request.kinds,
        "language": (request.language,) if request.language else (),
        "status": (request.status,) if request.status else (),
        "body": request.body_ids,
        "year": request.years,
        "classified": () if secret is None else (str(secret).lower(),),
    }
    for name, values in choices.items():
        if values:
            yield tuple(f"{name}:{value}" for value in values)


def facets(ids: Iterable[str], index: Index) -> Iterator[Facet]:
    """How many of some provisions carry each value, most frequent first."""
    tagged: Counter[str] = Counter()
    # Many provisions have the same tags: these are taken apart once.
    for tags, hits in Counter(map(index.tags, ids)).items():
        for tag in tags:
            tagged[tag] += hits
    counts: dict[str, list[FacetCount]] = {}
    for tag, count in tagged.items():
        name, _, value = tag.partition(":")
        counts.setdefault(name, []).append(FacetCount(value, count))
    for name in FACETS:
        if name in counts:
            ordered = sorted(counts[name], key=lambda one: (-one.hits, one.value))
            yield Facet(name, tuple(ordered))
