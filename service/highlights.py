"""What of a found provision a reader should look at: words, and a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from indexer.dense import Vectors
from indexer.marks import Marks
from indexer.store import Index
from service.concepts import Weighted
from service.model import Hit, Query

#: Least cosine of a sentence that is shown as the one that was meant.
NEAR: Final = 0.25


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

    def marked(
        self, hits: Sequence[Hit], query: Query, named: frozenset[str]
    ) -> tuple[Hit, ...]:
        """The hits of a page with their words, and the sentence that is meant, marked.

        Meant is the sentence nearest to the question in meaning, if any is near; none
        where the model is too slow to read sentences meanwhile. A query with quoted
        words or words left out is meant as it stands.

        Args:
            hits: As found.
            query: As understood.
            named: The lemmas that it names, see :func:`named_lemmas`.
        """
        marks = self.index.marks([hit.provision_id for hit in hits])
        vector = self._vector(query)
        rows = zip(hits, marks, strict=True)
        return tuple([_marked(hit, found, named, vector) for hit, found in rows])

    def _vector(self, query: Query) -> Vectors | None:
        """What sentences are compared with; None if they are not."""
        if query.phrases or query.excluded:
            return None
        return self.index.query_vector(query.content_text or query.text)


def _marked(
    hit: Hit, marks: Marks, named: frozenset[str], vector: Vectors | None
) -> Hit:
    return Hit(
        hit.provision_id,
        hit.score,
        hit.coverage,
        hit.features,
        tuple(marks.words(named)),
        () if vector is None else tuple(marks.nearest(vector, NEAR)),
    )
