"""A question as a vector, with what it is called in other languages."""

from __future__ import annotations

from typing import Final

import numpy as np

from indexer.embed import Embedder
from indexer.static import StaticEmbedder, Vectors

#: What a question in another language counts in its vector, against 1 as asked.
GLOSS: Final = np.float32(0.7)


def query_vector(
    embedder: Embedder, text: str, glosses: tuple[str, ...] = ()
) -> Vectors:
    """The vector of a question, ``(dimension,) float32``, unit length or 0.

    Args:
        embedder: The model in use.
        text: The question, in any language.
        glosses: The question in other languages, each of which counts
            :data:`GLOSS`. Left out where the model is no static one: it knows the
            languages itself, and every text costs its time.
    """
    if not isinstance(embedder, StaticEmbedder):
        glosses = ()
    vectors = embedder.encode_queries([text, *glosses])
    whole: Vectors = vectors[0] + GLOSS * vectors[1:].sum(axis=0)
    return whole / (np.linalg.norm(whole) or np.float32(1.0))
