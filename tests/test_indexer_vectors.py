"""A text is embedded once, and its vector is the same from the cache."""

from pathlib import Path

import numpy as np

from indexer.vectors import VectorCache, embed_texts, save_vectors
from tests.factory import HashEmbedder

TEXTS = ("дін", "семинар", "дін", "жоспар")


def test_repeated_texts_are_embedded_once() -> None:
    embedder = HashEmbedder()
    steps: list[int] = []

    made = embed_texts(TEXTS, embedder, VectorCache.empty(32), steps.append)

    assert (made.fresh, embedder.calls, sum(steps)) == (3, 3, 3)
    np.testing.assert_array_equal(made.vectors[0], made.vectors[2])


def test_known_texts_are_not_embedded_again(tmp_path: Path) -> None:
    fresh = embed_texts(TEXTS, HashEmbedder(), VectorCache.empty(32), lambda _: None)
    save_vectors(tmp_path, TEXTS, fresh.vectors)
    embedder = HashEmbedder()

    again = embed_texts(
        ("жоспар", "жаңа", "дін"), embedder, VectorCache.load(tmp_path), lambda _: None
    )

    assert (again.fresh, embedder.calls) == (1, 1)
    np.testing.assert_array_equal(again.vectors[[0, 2]], fresh.vectors[[3, 0]])


def test_no_texts() -> None:
    made = embed_texts((), HashEmbedder(), VectorCache.empty(32), lambda _: None)

    assert made.vectors.shape == (0, 32)
    assert made.fresh == 0
