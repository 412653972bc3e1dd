"""A page of hits with totals, facets and highlights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from corpus.model import Provision, Span
from corpus.nlp import tokens
from indexer.store import Index
from service.concepts import Weighted
from service.model import (
    Facet,
    FacetCount,
    Hit,
    Query,
    SearchRequest,
    SearchResult,
)
from service.retrieve import Retriever

#: Hits that are counted exactly; beyond them the total is a lower bound.
DEPTH: Final = 1000
#: Facets in the order of a page, named as the parameters that filter by them.
FACETS: Final = ("act", "kind", "language", "status", "body", "year", "classified")


def search(
    request: SearchRequest, query: Query, retriever: Retriever, index: Index
) -> SearchResult:
    """One page of the hits of a query; ``took_ms`` is left to the caller."""
    hits = retriever.retrieve(
        query, filters=tuple(filters(request)), mode=request.mode, limit=DEPTH
    )
    page = hits[request.offset : request.offset + request.limit]
    concepts = retriever.concepts(query)
    return SearchResult(
        query=query,
        total=len(hits),
        total_relation="exact" if len(hits) < DEPTH else "at_least",
        hits=tuple(_highlighted(hit, concepts, index) for hit in page),
        facets=tuple(facets(hits, index)),
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


def facets(hits: Sequence[Hit], index: Index) -> Iterator[Facet]:
    """How many of the hits carry each value, most frequent first."""
    tags = Counter(tag for hit in hits for tag in index.holding(hit.provision_id).tags)
    for name in FACETS:
        found = {t.partition(":")[2]: n for t, n in tags.items() if _names(t, name)}
        ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        if ordered:
            yield Facet(name, tuple(FacetCount(value, n) for value, n in ordered))


def _names(tag: str, name: str) -> bool:
    return tag.partition(":")[0] == name


def _highlighted(hit: Hit, concepts: Sequence[Weighted], index: Index) -> Hit:
    provision = index.provision(hit.provision_id)
    if provision is None:
        return hit
    return replace(hit, highlights=tuple(highlights(provision, concepts)))


def highlights(provision: Provision, concepts: Iterable[Weighted]) -> Iterator[Span]:
    """Spans of a provision's text whose words the question names in any sense."""
    named = {x for c in concepts for sense in c.concept.senses for x in sense.lemmas}
    for token in tokens(provision.text, provision.language):
        if token.lemma in named and not token.is_stop:
            yield Span(token.start, token.end)
