"""A page of hits with totals, facets and highlights."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from indexer.store import Index
from service.found_hits import FoundHits
from service.highlights import Marker, named_lemmas
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
    found = _found(request, query, retriever, marker.index)
    page = found.hits(request.offset, request.offset + request.limit)
    named = named_lemmas(retriever.concepts(query))
    return SearchResult(
        query=query,
        total=found.total(),
        total_relation="exact" if found.total() < DEPTH else "at_least",
        hits=marker.marked(page, query, named),
        facets=tuple(facets(found.ids(), marker.index)),
        degraded=(),
        took_ms=0.0,
    )


def _found(
    request: SearchRequest, query: Query, retriever: Retriever, index: Index
) -> FoundHits:
    """All hits that pass the filters of a request.

    Where all hits of the query could be counted, those that pass are a part of them,
    so that each facet counts what choosing it leaves. Where they could not, or where
    none passes, what passes is looked for.
    """
    wanted = tuple(filters(request))
    found = retriever.found(query, mode=request.mode, limit=DEPTH)
    if not wanted:
        return found
    kept = found._replace(first=(), rest=())
    if found.total() < DEPTH:
        kept = _passing(found, wanted, index)
    if kept.total():
        return kept
    return retriever.found(query, filters=wanted, mode=request.mode, limit=DEPTH)


def _passing(
    found: FoundHits, wanted: Sequence[tuple[str, ...]], index: Index
) -> FoundHits:
    """The hits that have a tag of every choice."""

    def passes(key: str) -> bool:
        """Whether a provision has."""
        return all(not set(index.tags(key)).isdisjoint(choice) for choice in wanted)

    first = tuple(hit for hit in found.first if passes(hit.provision_id))
    rest = tuple(pair for pair in found.rest if passes(pair[0]))
    return found._replace(first=first, rest=rest)


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
    tagged: defaultdict[str, int] = defaultdict(int)
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
