"""What of a provision can be marked as found: its telling words, its sentences.

All of it is made at the build and read with one look. The vectors of the sentences
are kept at full precision, unlike those that are searched: so a mark stands where it
would stand if the sentences were embedded at the question.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from sys import intern
from typing import Final, NamedTuple

import numpy as np

from corpus.ids import Span
from corpus.model import Act, Provision
from indexer.embed import Embedder
from indexer.kept import Kept, Rows
from indexer.readings import read_words
from indexer.static import StaticEmbedder, Vectors
from indexer.windows import pieces

_SCHEMA: Final = """
CREATE TABLE marks (provision_id TEXT PRIMARY KEY, lemmas TEXT, places BLOB,
                    sentences BLOB, vectors BLOB) WITHOUT ROWID
"""
#: Query for the stored forms of many provisions, whose ids are given as JSON.
SELECT: Final = """
SELECT provision_id, lemmas, places, sentences, vectors FROM marks
WHERE provision_id IN (SELECT value FROM json_each(?))
"""
#: Provisions of which it is kept what can be marked: some kilobytes each.
_CACHED: Final = 4096
#: Offsets as they are stored: C ints, a start and an end for each thing.
_OFFSETS: Final = "i"


class Marks(NamedTuple):
    """What can be marked in the text of a provision.

    Attributes:
        lemmas: Of the words that say something, in order.
        places: Starts and ends of these words, by turns.
        sentences: Starts and ends of the sentences and list items, by turns.
        vectors: Of these, ``(sentences, dimension) float32``, unit rows; None where
            the model is too slow to read sentences.
    """

    lemmas: tuple[str, ...]
    places: Sequence[int]
    sentences: Sequence[int]
    vectors: Vectors | None

    @classmethod
    def of(
        cls, lemmas: str, places: bytes, sentences: bytes, vectors: bytes | None
    ) -> Marks:
        """From the cells of a row of :data:`SELECT` behind the id."""
        count = len(sentences) // (2 * array(_OFFSETS).itemsize)
        flat = None if vectors is None else np.frombuffer(vectors, dtype=np.float32)
        return cls(
            tuple(map(intern, lemmas.split())),
            memoryview(places).cast(_OFFSETS),
            memoryview(sentences).cast(_OFFSETS),
            flat if flat is None or not count else flat.reshape(count, -1),
        )

    def words(self, named: Container[str]) -> Iterator[Span]:
        """Where the words with some lemmas stand."""
        for n, lemma in enumerate(self.lemmas):
            if lemma in named:
                yield Span(self.places[2 * n], self.places[2 * n + 1])

    def nearest(self, vector: Vectors, least: float) -> Iterator[Span]:
        """The sentence nearest to a vector; none if its cosine is below the least.

        Args:
            vector: ``(dimension,) float32``, unit length.
            least: Cosine.
        """
        if self.vectors is None or not len(self.sentences):
            return
        cosines = self.vectors @ vector
        n = int(cosines.argmax())
        if cosines[n] >= least:
            yield Span(self.sentences[2 * n], self.sentences[2 * n + 1])


#: What can be marked where nothing is held.
NOTHING: Final = Marks((), (), (), None)


def kept_marks(rows: Rows) -> Kept[Marks]:
    """What can be marked in provisions, read through a function that gives rows."""

    def read(provision_ids: Sequence[str]) -> Iterator[tuple[str, Marks]]:
        """What is stored of some provisions."""
        for key, *cells in rows(SELECT, (json.dumps(provision_ids),)):
            yield key, Marks.of(*cells)

    return Kept(read, NOTHING, _CACHED)


def _row(provision: Provision, embedder: Embedder | None) -> tuple[object, ...]:
    """A provision's row; its sentences are embedded where there is a model for it."""
    text = provision.text
    words = [w for w in read_words(text, provision.language) if not w.is_stop]
    spans = pieces(text)
    vectors = None
    if embedder:
        made = embedder.encode_passages([text[s.start : s.end] for s in spans])
        vectors = made.astype(np.float32).tobytes()
    return (
        provision.id,
        " ".join(word.lemma for word in words),
        array(_OFFSETS, [n for w in words for n in (w.start, w.end)]).tobytes(),
        array(_OFFSETS, chain.from_iterable(spans)).tobytes(),
        vectors,
    )


def save_marks(file: Path, acts: Iterable[Act], embedder: Embedder) -> None:
    """Add what can be marked in all provisions to a record file.

    Without vectors where the model is more than a table of them: marks are not worth
    the hours that it would take.
    """
    quick = embedder if isinstance(embedder, StaticEmbedder) else None
    rows = (_row(provision, quick) for act in acts for provision in act.provisions)
    db = sqlite3.connect(file)
    try:
        with db:
            db.execute(_SCHEMA)
            db.executemany("INSERT INTO marks VALUES (?,?,?,?,?)", sorted(rows))
    finally:
        db.close()
