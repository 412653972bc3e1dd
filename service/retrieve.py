"""From an understood question to provisions, best first.

Two legs look for candidates: words (translated, best sense per concept) and
vectors. Their scores are mixed; the best candidates are then scored by how much of
the question each of them holds and by small priors; the first of these are ordered
once more by what was learned from judged questions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from corpus.ids import ProvisionId
from corpus.lexicon import Lexicon
from indexer.store import Index
from indexer.terms import SPOKEN, TermQuery
from service.concepts import Weighted, weighted_concepts
from service.coverage import Crowd, coverage, named_by
from service.found_hits import FoundHits
from service.fusion import convex
from service.legs import CANDIDATES, Filters, Legs, Searcher
from service.located import located
from service.model import Feature, Hit, Query
from service.ranking import parted, reranked, shipped_weights
from service.scoring import AFFINE, Scorer, Weights
from service.search_model import Mode
from service.traits import Place, Scene, Traits, traits

#: Name of the feature that says how near a hit is to the question in meaning: the
#: cosine of their vectors, 0 to 1. It is given where the dense leg was used, and
#: counts for refusals alone (:mod:`service.answers.refusal`).
COSINE: Final = "cosine"
#: Candidates that are scored; those behind them keep their order.
SCORED: Final = 60
#: Places among them kept for provisions that serve the intent, whatever their words.
AFFINE_ROOM: Final = 20
#: Provisions whose lemmas are kept in memory after they were read.
_CACHED: Final = 8192
#: Queries whose concepts are kept: a search needs them again for its highlights.
_QUERIES: Final = 256


class Retriever:
    """Retrieval over one opened index; safe to share between threads.

    Attributes:
        concepts: The concepts of a query with their weights in this index.
    """

    def __init__(
        self,
        index: Index,
        lexicon: Lexicon,
        weights: Weights | None = None,
        ranking: Traits | None = None,
    ) -> None:
        self._index = index
        self._lexicon = lexicon
        self._searcher = Searcher(index, lexicon)
        self._scorer = Scorer.of(index.acts(), weights or Weights())
        self._ranking = ranking or shipped_weights()
        self._id = lru_cache(_CACHED)(ProvisionId.trusted)
        self._counts = lru_cache(_CACHED)(self._count_below)
        self.concepts = lru_cache(_QUERIES)(self._concepts)

    def retrieve(
        self,
        query: Query,
        *,
        filters: Filters = (),
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
        found = self.found(query, filters=filters, mode=mode, limit=limit)
        return found.hits(0, limit)

    def found(
        self,
        query: Query,
        *,
        filters: Filters = (),
        mode: Mode = "hybrid",
        limit: int = CANDIDATES,
    ) -> FoundHits:
        """The same as :meth:`retrieve`, hits made only of what is looked at."""
        legs = self.legs(query, filters=filters, mode=mode, limit=limit)
        mixed = self.mixed(query, legs)
        scored = self.scored(query, mixed, dict(legs.vectors))
        near, far = parted(scored, self._index.without_tag(f"{SPOKEN}{query.language}"))
        first = self._reordered(near, self.scene(query, legs))
        rest = mixed[SCORED:limit]
        return FoundHits((*first, *far)[:limit], tuple(rest), self._plain)

    def legs(
        self,
        query: Query,
        *,
        filters: Filters = (),
        mode: Mode = "hybrid",
        limit: int = CANDIDATES,
    ) -> Legs:
        """What both legs find, see :meth:`retrieve`."""
        concepts = self.concepts(query)
        return self._searcher.legs(query, concepts, filters, mode, limit)

    def term_query(self, query: Query, filters: Filters = ()) -> TermQuery:
        """What the lexical leg is asked."""
        return self._searcher.term_query(query, self.concepts(query), filters)

    def mixed(self, query: Query, legs: Legs) -> list[tuple[str, float]]:
        """Both legs mixed; provisions that the query names by number go first."""
        weights = self._scorer.weights
        parts = {"words": weights.words, "vectors": weights.vectors}
        mixed = convex(legs.shares, parts)
        named = set(located(self._ids(query), query.address))
        if not named:
            return self._with_affine(query, mixed)
        scores = dict(mixed)
        first = sorted((key, scores.get(key, 0.0)) for key in named)
        return first + [pair for pair in mixed if pair[0] not in named]

    def _with_affine(
        self, query: Query, mixed: list[tuple[str, float]]
    ) -> list[tuple[str, float]]:
        """What serves the intent in the named acts is scored too, if not found.

        A note that an act was repealed need not hold a word of the question.
        """
        kinds = AFFINE.get(query.intents[0], frozenset())
        if not query.act_ids or not kinds:
            return mixed
        scores = dict(mixed)
        fit = (key for key in self._ids(query) if key.kind in kinds)
        room = SCORED - AFFINE_ROOM
        first = {key for key, _ in mixed[:room]}
        more = list(islice((key for key in fit if key not in first), AFFINE_ROOM))
        added = [(key, scores.get(key, 0.0)) for key in more]
        rest = [pair for pair in mixed[room:] if pair[0] not in more]
        return [*mixed[:room], *added, *rest]

    def scored(
        self,
        query: Query,
        mixed: Sequence[tuple[str, float]],
        near: Mapping[str, float],
    ) -> list[Hit]:
        """The first candidates by their whole scores, best first.

        Args:
            query: As understood.
            mixed: What both legs found, best first.
            near: Cosines of the dense leg; told beside each hit, as no part of its
                score, where vectors were used.
        """
        first, concepts = mixed[:SCORED], self.concepts(query)
        held = self._index.holdings([key for key, _ in first])
        shares = coverage(concepts, Crowd.of(held, named_by(concepts)))
        rows = zip(first, shares, strict=True)
        found = [self._hit(*pair, share, query, near) for pair, share in rows]
        return sorted(found, key=lambda hit: (-hit.score, hit.provision_id))

    def scene(self, query: Query, legs: Legs) -> Scene:
        """What the traits of all hits of a query are made with."""
        concepts, near = self.concepts(query), dict(legs.vectors)
        return Scene(query, concepts, legs.shares["words"], near)

    def described(self, hits: Iterable[Hit], scene: Scene) -> list[Traits]:
        """The traits of hits, see :mod:`service.ranking`."""
        known = tuple(hits)
        held = self._index.holdings([hit.provision_id for hit in known])
        below = map(self._below, (hit.provision_id for hit in known))
        return traits(known, list(map(Place, held, below)), scene)

    def _reordered(self, hits: Sequence[Hit], scene: Scene) -> list[Hit]:
        return reranked(hits, self.described(hits, scene), self._ranking)

    def _plain(self, key: str, score: float) -> Hit:
        """A hit behind the scored ones."""
        return Hit(self._id(key), score * self._scorer.weights.mix, 0.0)

    def _ids(self, query: Query) -> Iterator[ProvisionId]:
        for act in self._index.acts():
            if not query.act_ids or act.id in query.act_ids:
                yield from self._index.provision_ids(act.id)

    def _concepts(self, query: Query) -> tuple[Weighted, ...]:
        return weighted_concepts(query, self._lexicon, self._index.words)

    def _hit(
        self,
        key: str,
        mixed: float,
        share: float,
        query: Query,
        near: Mapping[str, float],
    ) -> Hit:
        provision_id = self._id(key)
        features = self._scorer.features(provision_id, mixed, share, query)
        score = sum([f.value for f in features])
        cosine = (Feature(COSINE, near.get(key, 0.0)),) if near else ()
        return Hit(provision_id, score, share, (*features, *cosine))

    def _below(self, key: ProvisionId) -> int:
        """How many units stand right below one, by the ids' paths."""
        return self._counts(key.act_id).get(key, 0)

    def _count_below(self, act_id: str) -> Mapping[str, int]:
        """The same for each unit of an act that has any."""
        ids = self._index.provision_ids(act_id)
        return Counter(key.rpartition("/")[0] for key in ids)
