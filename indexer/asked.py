"""A question as a vector, with what it is called in other languages."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np

from indexer.embed import Embedder
from indexer.static import StaticEmbedder, Vectors

#: What a question in another language counts in its vector, against 1 as asked.
GLOSS: Final = np.float32(0.7)
#: Questions whose vectors are kept.
_KEPT: Final = 512


class Questions:
    """Makes vectors of questions, keeps the latest; safe to share between threads."""

    def __init__(self, embedder: Embedder) -> None:
        """Make them by a model."""
        self._embedder = embedder
        self._alone = lru_cache(_KEPT)(self._embedded)
        self._whole = lru_cache(_KEPT)(self._added)

    def vector(self, text: str, glosses: tuple[str, ...] = ()) -> Vectors:
        """The vector of a question, ``(dimension,) float32``, unit length or 0.

        Args:
            text: The question, in any language.
            glosses: The question in other languages, each of which counts
                :data:`GLOSS`. Left out where the model is no static one: it knows the
                languages itself, and every text costs its time.
        """
        return self._whole(text, glosses)

    def _added(self, text: str, glosses: tuple[str, ...]) -> Vectors:
        whole = self._alone(text)
        if glosses and isinstance(self._embedder, StaticEmbedder):
            others = self._embedder.encode_queries(glosses)
            whole = whole + GLOSS * others.sum(axis=0)
        return whole / (np.linalg.norm(whole) or np.float32(1.0))

    def _embedded(self, text: str) -> Vectors:
        vector: Vectors = self._embedder.encode_queries([text])[0]
        return vector
