"""The two legs that look for candidates: words and vectors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple, Self

from corpus.lexicon import Lexicon, Sense
from corpus.nlp import tokens
from indexer.analyze import terms
from indexer.dense import DenseHit
from indexer.store import Index
from indexer.terms import SPOKEN, Alternative, Analysis, TermQuery
from service.concepts import Weighted
from service.fusion import Ranked, best_first, normalised
from service.glosses import glosses
from service.model import Query
from service.search_model import Mode
from service.term_query import FIELD_BOOSTS, places_of, term_query

#: Candidates that each leg brings at least.
CANDIDATES: Final = 100
#: What a cosine is raised by if the provision has no words in the question's language:
#: vectors of two languages are that much less alike where they say the same.
FOREIGN: Final = 0.03
#: Closest provisions among which those in other languages are looked for.
_NEAREST: Final = 2 * CANDIDATES
#: Provisions in other languages that are few enough to be looked at first.
_FEW: Final = 64
#: Senses whose places are kept: questions name the same things again and again, and
#: few senses have many places here.
_SENSES: Final = 1 << 14
_NOWHERE: Final[frozenset[str]] = frozenset()
#: Least weight of a sense that is another name of the very thing.
_SAME: Final = 0.9

#: What tags that name an act begin with.
_ACT: Final = "act:"
#: Choices of tags, of each of which a provision must carry one.
Filters = Sequence[tuple[str, ...]]


@dataclass(frozen=True)
class Legs:
    """What each leg found, ``(provision id, score)`` best first.

    Attributes:
        words: With BM25 scores; empty where words were not looked for.
        vectors: With cosines, see :data:`FOREIGN`; empty where vectors were not used.
    """

    words: Ranked
    vectors: Ranked

    @cached_property
    def shares(self) -> Mapping[str, Mapping[str, float]]:
        """The scores of both legs by id, the best one's of each being 1."""
        return {"words": normalised(self.words), "vectors": normalised(self.vectors)}


class _Choice(NamedTuple):
    """A choice of tags: the acts in it, which an id tells, and the other tags."""

    acts: frozenset[str]
    others: frozenset[str]

    @classmethod
    def of(cls, tags: Sequence[str]) -> Self:
        """From the tags as a filter has them."""
        acts = frozenset(t.removeprefix(_ACT) for t in tags if t.startswith(_ACT))
        return cls(acts, frozenset(t for t in tags if not t.startswith(_ACT)))


class Searcher:
    """Both legs over one opened index; safe to share between threads."""

    def __init__(self, index: Index, lexicon: Lexicon) -> None:
        self._index = index
        self._lexicon = lexicon
        self._fields = index.words.fields_by_term(name for name, _ in FIELD_BOOSTS)
        self._standing = lru_cache(_SENSES)(self._read_standing)

    def legs(
        self,
        query: Query,
        concepts: Sequence[Weighted],
        filters: Filters,
        mode: Mode,
        limit: int,
    ) -> Legs:
        """What both legs find.

        Args:
            query: As understood; acts that it names are a filter.
            concepts: Of the query.
            filters: Choices of tags besides those of the query.
            mode: Which legs are used.
            limit: Most hits by words, though not below :data:`CANDIDATES`.
        """
        asked = self.term_query(query, concepts, filters)
        words: Ranked = ()
        if mode != "semantic":
            words = self._index.lexical(asked, max(limit, CANDIDATES))
        vectors = () if mode == "lexical" else self._near(query, concepts, asked)
        return Legs(words, vectors)

    def term_query(
        self, query: Query, concepts: Sequence[Weighted], filters: Filters = ()
    ) -> TermQuery:
        """What the lexical leg is asked."""
        named = (tuple(f"act:{a}" for a in query.act_ids),) if query.act_ids else ()
        return term_query(
            concepts,
            phrases=[_terms(p, query, "words") for p in query.phrases],
            excluded=tuple(self._excluded(query)),
            filters=(*named, *filters),
            places=self._standing,
        )

    def _read_standing(self, sense: Sense) -> tuple[Alternative, ...]:
        """The ways to look for a sense that may find anything here."""
        first, *others = (self._fields.get(x, _NOWHERE) for x in sense.lemmas)
        fields = first.intersection(*others)
        return places_of(sense, fields) if fields else ()

    def _excluded(self, query: Query) -> Iterator[tuple[str, ...]]:
        """Words with a minus, and what they are called in the other languages."""
        for word in query.excluded:
            yield _terms(word, query, "stems")
            found = tokens(word, query.language)
            for concept in self._lexicon.expand(found, query.language):
                senses = (s for s in concept.senses if s.weight >= _SAME)
                yield from (sense.lemmas for sense in senses)

    def _near(
        self, query: Query, concepts: Sequence[Weighted], asked: TermQuery
    ) -> Ranked:
        """The dense leg; vectors know neither phrases nor words left out.

        Provisions with words in the question's language are compared with it as it
        was asked, the others with its translations beside it.
        """
        if query.phrases or query.excluded:
            return ()
        text, kept = query.content_text or query.text, self._kept(asked.filters)
        known = self._index.dense(text, CANDIDATES, kept)
        foreign = self._index.without_tag(f"{SPOKEN}{query.language}")
        told = glosses(concepts, query.language)
        if not self._may_come_in(text, told, known, foreign):
            return known
        far = self._index.dense(text, _NEAREST, kept, told)
        return joined(known, far, foreign.__contains__)[:CANDIDATES]

    def _may_come_in(
        self,
        text: str,
        told: tuple[str, ...],
        known: Sequence[DenseHit],
        foreign: frozenset[str],
    ) -> bool:
        """Whether a foreign provision may be among the nearest; far cheaper to tell.

        Not if enough others are nearer than any of the foreign ones. Many of these
        are not looked at one by one.
        """
        if len(foreign) > _FEW or len(known) < CANDIDATES:
            return bool(foreign)
        if not foreign.isdisjoint(hit.provision_id for hit in known):
            return True
        vector = self._index.query_vector(text, told)
        return self._index.vectors.nearest(vector, foreign) + FOREIGN >= known[-1].score

    def _kept(self, filters: Filters) -> Callable[[str], bool] | None:
        """Which provisions pass the filters; None if all do."""
        if not filters:
            return None

        choices = [_Choice.of(tags) for tags in filters]
        if not any(choice.others for choice in choices):  # mostly acts alone
            chosen = frozenset.intersection(*(choice.acts for choice in choices))
            return lambda key: key.partition("/")[0] in chosen

        def passes(key: str) -> bool:
            """Whether a provision fits one choice of every filter."""
            act = key.partition("/")[0]
            for acts, others in choices:
                held = self._index.tags(key) if others and act not in acts else ()
                if act not in acts and others.isdisjoint(held):
                    return False
            return True

        return passes


def joined(
    known: Iterable[tuple[str, float]],
    far: Iterable[tuple[str, float]],
    foreign: Callable[[str], bool],
) -> list[tuple[str, float]]:
    """Hits by vectors in the question's language and in others, in one list.

    Args:
        known: ``(provision id, cosine)`` with the question as asked.
        far: The same with the question and its translations.
        foreign: Whether a provision has no words in the language of the question.

    Returns:
        Those of ``far`` that are foreign, raised by :data:`FOREIGN`, and those of
        ``known`` that are not; best first, ties by id.
    """
    pairs = [pair for pair in known if not foreign(pair[0])]
    pairs += [(key, min(1.0, s + FOREIGN)) for key, s in far if foreign(key)]
    return best_first(pairs)


def _terms(text: str, query: Query, analysis: Analysis) -> tuple[str, ...]:
    return tuple(terms(tokens(text, query.language), analysis))
