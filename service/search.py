"""A page of hits with totals, facets and highlights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from indexer.store import Index
from service.highlights import Marker
from service.model import Hit, Query
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
    hits = _hits(request, query, retriever, marker.index)
    page = hits[request.offset : request.offset + request.limit]
    concepts = retriever.concepts(query)
    return SearchResult(
        query=query,
        total=len(hits),
        total_relation="exact" if len(hits) < DEPTH else "at_least",
        hits=tuple(marker.marked(hit, query, concepts) for hit in page),
        facets=tuple(facets(hits, marker.index)),
        degraded=(),
        took_ms=0.0,
    )


def _hits(
    request: SearchRequest, query: Query, retriever: Retriever, index: Index
) -> Sequence[Hit]:
    """All hits that pass the filters of a request.

    Where all hits of the query could be counted, those that pass are a part of them,
    so that each facet counts what choosing it leaves. Where they could not, or where
    none passes, what passes is looked for.
    """
    wanted = tuple(filters(request))
    hits = retriever.retrieve(query, mode=request.mode, limit=DEPTH)
    if not wanted:
        return hits
    kept: Sequence[Hit] = ()
    if len(hits) < DEPTH:
        tags = ((hit, index.holding(hit.provision_id).tags) for hit in hits)
        kept = [hit for hit, held in tags if all(map(held.intersection, wanted))]
    return kept or retriever.retrieve(
        query, filters=wanted, mode=request.mode, limit=DEPTH
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


def facets(hits: Sequence[Hit], index: Index) -> Iterator[Facet]:
    """How many of the hits carry each value, most frequent first."""
    held = (index.holding(hit.provision_id).tags for hit in hits)
    counts: dict[str, list[FacetCount]] = {}
    for tag, count in Counter(chain.from_iterable(held)).items():
        name, _, value = tag.partition(":")
        counts.setdefault(name, []).append(FacetCount(value, count))
    for name in FACETS:
        if name in counts:
            ordered = sorted(counts[name], key=lambda one: (-one.hits, one.value))
            yield Facet(name, tuple(ordered))
