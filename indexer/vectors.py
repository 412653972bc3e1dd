"""Vectors by text: what was embedded once is not embedded again.

Vectors are kept at half precision in every index, and are rounded to it before
they are used: so a vector is the same whether it comes fresh from the model or
from the index before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from indexer.embed import Embedder
from indexer.static import Vectors

_VECTORS: Final = "texts.npy"
_KEYS: Final = "texts.sha256"
_KEY_BYTES: Final = 32
#: Texts embedded at once between two steps of the progress bar.
_BATCH: Final = 256

#: Told how many more texts were embedded.
Progress = Callable[[int], object]


class Embedded(NamedTuple):
    """Vectors of texts, ``(n, dimension) float32``, and how many were new."""

    vectors: Vectors
    fresh: int


def text_key(text: str) -> bytes:
    """What a text is known by in the cache: its SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


class VectorCache:
    """Vectors of texts from an earlier build by the same model."""

    def __init__(self, rows: dict[bytes, int], vectors: Vectors) -> None:
        self._rows = rows
        self._vectors = vectors

    @classmethod
    def empty(cls, dimension: int) -> VectorCache:
        """A cache that knows no text."""
        return cls({}, np.zeros((0, dimension), dtype=np.float32))

    @classmethod
    def load(cls, folder: Path) -> VectorCache:
        """Read what :func:`save_vectors` wrote; pickles are refused."""
        keys = (folder / _KEYS).read_bytes()
        halves = np.load(folder / _VECTORS, allow_pickle=False)
        parts = range(0, len(keys), _KEY_BYTES)
        rows = {keys[at : at + _KEY_BYTES]: row for row, at in enumerate(parts)}
        return cls(rows, halves.astype(np.float32))

    def __contains__(self, key: object) -> bool:
        """Whether a text's key is known."""
        return key in self._rows

    def vector(self, key: bytes) -> Vectors:
        """The vector of a known text, ``(dimension,) float32``."""
        return np.asarray(self._vectors[self._rows[key]], dtype=np.float32)


def save_vectors(folder: Path, texts: Sequence[str], vectors: Vectors) -> None:
    """Write the vectors of texts for a later build's cache."""
    folder.mkdir(parents=True, exist_ok=True)
    unique = {text_key(text): row for row, text in enumerate(texts)}
    (folder / _KEYS).write_bytes(b"".join(unique))
    np.save(folder / _VECTORS, vectors[list(unique.values())].astype(np.float16))


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(texts), _BATCH):
        yield texts[at : at + _BATCH]


def embed_texts(
    texts: Sequence[str], embedder: Embedder, cache: VectorCache, progress: Progress
) -> Embedded:
    """Vectors of passages, from the cache where it knows them.

    Args:
        texts: Passages in any order; a repeated one is embedded once.
        embedder: Model for those that the cache does not know.
        cache: Vectors of the same model.
        progress: Called after each batch with its size.
    """
    fresh: dict[bytes, str] = {}
    for text in texts:
        key = text_key(text)
        if key not in cache:
            fresh.setdefault(key, text)
    new = dict(
        zip(fresh, _embed(list(fresh.values()), embedder, progress), strict=True)
    )
    out = np.zeros((len(texts), embedder.identity.dimension), dtype=np.float32)
    for row, text in enumerate(texts):
        key = text_key(text)
        out[row] = new[key] if key in new else cache.vector(key)
    return Embedded(out, len(fresh))


def _embed(
    texts: Sequence[str], embedder: Embedder, progress: Progress
) -> Iterator[Vectors]:
    for batch in _batches(texts):
        yield from embedder.encode_passages(batch).astype(np.float16).astype(np.float32)
        progress(len(batch))
