"""Vectors of the sentences of provisions, for the one that a question means.

Full precision, unlike the vectors that are searched: so a mark stands where it
would stand if the sentences were embedded at the question.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import numpy as np

from corpus.model import Act
from indexer.embed import Embedder
from indexer.static import StaticEmbedder, Vectors
from indexer.windows import pieces

_SCHEMA: Final = """
CREATE TABLE meanings (provision_id TEXT PRIMARY KEY, vectors BLOB) WITHOUT ROWID
"""
#: Query for the stored vectors of one provision.
SELECT: Final = "SELECT vectors FROM meanings WHERE provision_id = ?"


def sentence_vectors(text: str, embedder: Embedder) -> Vectors:
    """Vectors of the pieces of a text, ``(pieces, dimension) float32``, unit rows."""
    return embedder.encode_passages([text[p.start : p.end] for p in pieces(text)])


def decode(vectors: bytes, dimension: int) -> Vectors:
    """Vectors from their stored form."""
    return np.frombuffer(vectors, dtype=np.float32).reshape(-1, dimension)


def _rows(acts: Iterable[Act], embedder: Embedder) -> Iterator[tuple[str, bytes]]:
    for act in acts:
        for provision in act.provisions:
            vectors = sentence_vectors(provision.text, embedder)
            yield provision.id, vectors.astype(np.float32).tobytes()


def save_meanings(file: Path, acts: Iterable[Act], embedder: Embedder) -> None:
    """Add the sentence vectors of all provisions to a record file.

    None where the model is more than a table of vectors: marks are not worth the
    hours that it would take.
    """
    quick = isinstance(embedder, StaticEmbedder)
    db = sqlite3.connect(file)
    try:
        with db:
            db.execute(_SCHEMA)
            rows = sorted(_rows(acts, embedder)) if quick else []
            db.executemany("INSERT INTO meanings VALUES (?,?)", rows)
    finally:
        db.close()
