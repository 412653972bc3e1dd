"""What of a found provision a reader should look at: words, and a sentence."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from sys import intern
from typing import Final, NamedTuple

from corpus.ids import Span
from indexer.dense import Vectors
from indexer.store import Index
from indexer.windows import pieces
from service.concepts import Weighted
from service.model import Hit, Query

#: Provisions whose words and sentences are kept after they were read.
_CACHED: Final = 4096
#: Least cosine of a sentence that is shown as the one that was meant.
NEAR: Final = 0.25


class _Word(NamedTuple):
    """A word of a provision that says something, and where it stands."""

    lemma: str
    start: int
    end: int


class _Sentences(NamedTuple):
    """The sentences of a provision, and their vectors ``(n, dimension)``."""

    spans: tuple[Span, ...]
    vectors: Vectors


def named_lemmas(concepts: Iterable[Weighted]) -> frozenset[str]:
    """The lemmas that a question names, in any sense; the same for all its hits."""
    senses = (sense for c in concepts for sense in c.concept.senses)
    return frozenset(lemma for sense in senses for lemma in sense.lemmas)


class Marker:
    """Marks hits of one index; safe to share between threads.

    Attributes:
        index: That the hits are of.
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        self._words = lru_cache(_CACHED)(self._read_words)
        self._sentences = lru_cache(_CACHED)(self._read_sentences)

    def marked(self, hit: Hit, query: Query, named: Container[str]) -> Hit:
        """The hit with its words, and its sentence, marked.

        Args:
            hit: As found.
            query: As understood.
            named: The lemmas that it names, see :func:`named_lemmas`.
        """
        return replace(
            hit,
            highlights=tuple(self.highlights(hit.provision_id, named)),
            meant=tuple(self.meant(hit.provision_id, query)),
        )

    def highlights(self, provision_id: str, named: Container[str]) -> Iterator[Span]:
        """Words of a provision's text that the question names in any sense."""
        words = self._words(provision_id)
        yield from (Span(start, end) for lemma, start, end in words if lemma in named)

    def meant(self, provision_id: str, query: Query) -> Iterator[Span]:
        """The sentence nearest to the question in meaning; none if none is near.

        None either where the model is too slow to read sentences meanwhile. A
        query with quoted words or words left out is meant as it stands.
        """
        found = self._sentences(provision_id)
        if not found or not found.spans or query.phrases or query.excluded:
            return
        vector = self.index.query_vector(query.content_text or query.text)
        cosines = found.vectors @ vector
        best = int(cosines.argmax())
        if cosines[best] >= NEAR:
            yield found.spans[best]

    def _read_words(self, provision_id: str) -> tuple[_Word, ...]:
        provision = self.index.provision(provision_id)
        if provision is None:
            return ()
        found = self.index.words_in(provision.text, provision.language)
        return tuple(
            _Word(intern(w.lemma), w.start, w.end) for w in found if not w.is_stop
        )

    def _read_sentences(self, provision_id: str) -> _Sentences | None:
        provision = self.index.provision(provision_id)
        vectors = self.index.sentence_vectors(provision_id)
        if provision is None or vectors is None:
            return None
        return _Sentences(pieces(provision.text), vectors)
