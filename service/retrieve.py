"""From an understood question to provisions, best first.

Two legs look for candidates: words (translated, best sense per concept) and
vectors. Their scores are mixed; the best candidates are then ranked once more by
how much of the question each of them holds, and by small priors.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Final

from corpus.lexicon import Lexicon
from corpus.model import Kind, ProvisionId
from corpus.nlp import tokens
from indexer.analyze import terms
from indexer.store import Index
from indexer.terms import Analysis, TermQuery
from service.concepts import Weighted, weighted_concepts
from service.coverage import Held, coverage
from service.fusion import convex
from service.located import is_under, located
from service.model import Feature, Hit, Intent, Mode, Query
from service.term_query import term_query


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much in a rank; ``eval`` measures them.

    Attributes:
        words: Of the lexical leg in the mix.
        vectors: Of the dense leg in the mix.
        mix: Of the mixed score among the features.
        coverage: Of the share of the question that is held.
        record: Of a measure or indicator where a field of one is asked for.
        in_force: Of an act in force.
        note: Of an editorial note, which is not law.
        addressed: Of a provision that the question names by its number.
        affine: Of a kind of provision that an intent asks for (:data:`AFFINE`).
    """

    words: float = 0.5
    vectors: float = 0.5
    mix: float = 0.5
    coverage: float = 0.45
    record: float = 0.12
    in_force: float = 0.01
    note: float = -0.1
    addressed: float = 2.0
    affine: float = 0.35


#: Name of the feature that says how near a hit is to the question in meaning: the
#: cosine of their vectors, 0 to 1. It is given where the dense leg was used, and
#: counts for refusals alone (:mod:`service.answers.refusal`).
COSINE: Final = "cosine"
#: Candidates that each leg brings at least.
CANDIDATES: Final = 100
#: Candidates that are ranked once more; those behind them keep their order.
RERANKED: Final = 60
#: Least weight of a sense that is another name of the very thing.
_SAME: Final = 0.9
#: Provisions whose lemmas are kept in memory after they were read.
_CACHED: Final = 8192
#: Kinds of provisions that hold what an intent asks for, whatever the words.
AFFINE: Final[Mapping[Intent, frozenset[Kind]]] = {
    "abbreviation": frozenset({"abbreviation"}),
    "definition": frozenset({"definition"}),
    "status": frozenset({"note"}),
}
#: Intents that ask for a field of a measure or indicator.
_OF_RECORDS: Final[frozenset[Intent]] = frozenset(
    {"responsible", "deadline", "completion_form", "funding", "list", "count"}
)
_RECORDS: Final[frozenset[Kind]] = frozenset({"measure", "indicator"})


class Retriever:
    """Retrieval over one opened index; safe to share between threads."""

    def __init__(
        self, index: Index, lexicon: Lexicon, weights: Weights | None = None
    ) -> None:
        self._index = index
        self._lexicon = lexicon
        self._weights = weights or Weights()
        self._held = lru_cache(_CACHED)(self._read_held)
        self._in_force = {a.id for a in index.acts() if a.status == "in_force"}

    def retrieve(
        self,
        query: Query,
        *,
        filters: Sequence[tuple[str, ...]] = (),
        mode: Mode = "hybrid",
        limit: int = CANDIDATES,
    ) -> tuple[Hit, ...]:
        """Provisions for a query, best first; ties in id order.

        Args:
            query: As understood; acts that it names are a filter.
            filters: Choices of tags besides those of the query.
            mode: Which legs are used.
            limit: Most hits.
        """
        concepts = self.concepts(query)
        near, mixed = self._candidates(query, concepts, filters, mode, limit)
        mixed = self._with_addressed(query, mixed)
        found = (self._hit(*pair, concepts, query) for pair in mixed[:RERANKED])
        hits = (_with_nearness(hit, near) for hit in found) if near else found
        ordered = sorted(hits, key=lambda hit: (-hit.score, hit.provision_id))
        rest = (
            Hit(ProvisionId.trusted(k), s * self._weights.mix, 0.0) for k, s in mixed
        )
        return (*ordered, *islice(rest, RERANKED, None))[:limit]

    def _with_addressed(
        self, query: Query, mixed: list[tuple[str, float]]
    ) -> list[tuple[str, float]]:
        """The provisions named by number first, whatever words they hold."""
        named = set(located(self._ids(query), query.address))
        scores = dict(mixed)
        first = sorted((key, scores.get(key, 0.0)) for key in named)
        return first + [pair for pair in mixed if pair[0] not in named]

    def _ids(self, query: Query) -> Iterator[ProvisionId]:
        for act in self._index.acts():
            if not query.act_ids or act.id in query.act_ids:
                yield from self._index.provision_ids(act.id)

    def concepts(self, query: Query) -> tuple[Weighted, ...]:
        """The concepts of a query with their weights in this index."""
        return weighted_concepts(query, self._lexicon, self._index.words)

    def term_query(
        self, query: Query, filters: Sequence[tuple[str, ...]] = ()
    ) -> TermQuery:
        """What the lexical leg is asked."""
        return self._term_query(query, self.concepts(query), filters)

    def _term_query(
        self,
        query: Query,
        concepts: Sequence[Weighted],
        filters: Sequence[tuple[str, ...]],
    ) -> TermQuery:
        named = (tuple(f"act:{a}" for a in query.act_ids),) if query.act_ids else ()
        return term_query(
            concepts,
            phrases=[self._terms(p, query, "words") for p in query.phrases],
            excluded=tuple(self._excluded(query)),
            filters=(*named, *filters),
        )

    def _excluded(self, query: Query) -> Iterator[tuple[str, ...]]:
        """Words with a minus, and what they are called in the other languages."""
        for word in query.excluded:
            yield self._terms(word, query, "stems")
            found = tokens(word, query.language)
            for concept in self._lexicon.expand(found, query.language):
                senses = (s for s in concept.senses if s.weight >= _SAME)
                yield from (sense.lemmas for sense in senses)

    def _terms(self, text: str, query: Query, analysis: Analysis) -> tuple[str, ...]:
        return tuple(terms(tokens(text, query.language), analysis))

    def _candidates(
        self,
        query: Query,
        concepts: Sequence[Weighted],
        filters: Sequence[tuple[str, ...]],
        mode: Mode,
        limit: int,
    ) -> tuple[Mapping[str, float], list[tuple[str, float]]]:
        """The cosines of the dense leg, and both legs mixed."""
        asked = self._term_query(query, concepts, filters)
        words = (
            self._index.lexical(asked, max(limit, CANDIDATES))
            if mode != "semantic"
            else ()
        )
        vectors = () if mode == "lexical" else self._near(query, asked)
        weights = {"words": self._weights.words, "vectors": self._weights.vectors}
        mixed = convex({"words": words, "vectors": vectors}, weights)
        return dict(vectors), mixed

    def _near(self, query: Query, asked: TermQuery) -> Sequence[tuple[str, float]]:
        """The dense leg; vectors know neither phrases nor words left out."""
        if query.phrases or query.excluded:
            return ()
        text = query.content_text or query.text
        return self._index.dense(text, CANDIDATES, lambda key: self._passes(key, asked))

    def _passes(self, key: str, asked: TermQuery) -> bool:
        act = f"act:{key.partition('/')[0]}"
        return all(
            act in choice or not self._index.holding(key).tags.isdisjoint(choice)
            for choice in asked.filters
        )

    def _hit(
        self, key: str, mixed: float, concepts: Sequence[Weighted], query: Query
    ) -> Hit:
        provision_id = ProvisionId.trusted(key)
        share = coverage(concepts, self._held(key))
        features = tuple(self._features(provision_id, mixed, share, query))
        return Hit(provision_id, sum(f.value for f in features), share, features)

    def _features(
        self, provision_id: ProvisionId, mixed: float, share: float, query: Query
    ) -> Iterable[Feature]:
        weights = self._weights
        kind = provision_id.steps[-1][0]
        yield Feature("mix", weights.mix * mixed)
        yield Feature("coverage", weights.coverage * share)
        if kind in _RECORDS and query.intents[0] in _OF_RECORDS:
            yield Feature("record", weights.record)
        if provision_id.act_id in self._in_force:
            yield Feature("in_force", weights.in_force)
        if kind in AFFINE.get(query.intents[0], ()):
            yield Feature("affine", weights.affine)
        elif kind == "note":
            yield Feature("note", weights.note)
        if query.address and is_under(provision_id, query.address):
            yield Feature("addressed", weights.addressed)

    def _read_held(self, key: str) -> Held:
        holding = self._index.holding(key)
        return Held(holding.own, holding.context)


def _with_nearness(hit: Hit, near: Mapping[str, float]) -> Hit:
    """The hit with its cosine beside it, which is no part of its score."""
    cosine = Feature(COSINE, near.get(hit.provision_id, 0.0))
    return replace(hit, features=(*hit.features, cosine))
