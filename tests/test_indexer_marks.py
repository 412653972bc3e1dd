"""What can be marked comes back from the index as it went in."""

import json
from pathlib import Path

import numpy as np
import pytest

from corpus.ids import Span
from corpus.nlp import tokens
from indexer.embed import Embedder, open_embedder
from indexer.marks import NOTHING, SELECT, Marks, save_marks
from indexer.records import RecordStore
from tests.factory import HashEmbedder, act, provision

TEXT = "Дін туралы заң.\nСеминар және конференция өткізу."
UNIT = provision("P1700000580/annex-1/point-1", "point", TEXT)


def read(file: Path, *provision_ids: str) -> dict[str, Marks]:
    rows = RecordStore(file).rows(SELECT, (json.dumps(provision_ids),))
    return {key: Marks.of(*cells) for key, *cells in rows}


def saved(folder: Path, embedder: Embedder) -> Marks:
    save_marks(folder / "records", [act(provisions=(UNIT,))], embedder)
    return read(folder / "records", UNIT.id, "P1700000580/annex-9")[UNIT.id]


def test_words_that_say_something_stand_where_they_stood(tmp_path: Path) -> None:
    found = saved(tmp_path, HashEmbedder())

    telling = [t for t in tokens(TEXT, UNIT.language) if not t.is_stop]
    assert list(found.lemmas) == [t.lemma for t in telling]
    spans = list(found.words({t.lemma for t in telling}))
    assert spans == [Span(t.start, t.end) for t in telling]
    assert list(found.words({"жоқ"})) == []


def test_the_sentence_nearest_to_a_vector_is_meant(tmp_path: Path) -> None:
    embedder = open_embedder(None)
    found = saved(tmp_path, embedder)
    assert found.vectors is not None
    second = TEXT.split("\n")[1]
    [vector] = embedder.encode_queries([second])

    [span] = found.nearest(vector, 0.9)

    assert TEXT[span.start : span.end] == second
    np.testing.assert_array_equal(
        found.vectors, embedder.encode_passages(TEXT.split("\n"))
    )
    assert list(found.nearest(-vector, 0.25)) == []


@pytest.mark.parametrize("vectors", [None, b""])
def test_no_sentence_is_meant_where_none_is_embedded(vectors: bytes | None) -> None:
    found = Marks.of("", b"", b"", vectors)

    assert list(found.nearest(np.ones(4, dtype=np.float32), 0.0)) == []


def test_a_slow_model_leaves_the_sentences_unread(tmp_path: Path) -> None:
    found = saved(tmp_path, HashEmbedder())

    assert found.vectors is None
    assert list(found.nearest(np.ones(4, dtype=np.float32), 0.0)) == []
    assert len(found.sentences) == 4


def test_nothing_is_marked_where_nothing_is_held() -> None:
    assert list(NOTHING.words({"дін"})) == []
    assert list(NOTHING.nearest(np.ones(4, dtype=np.float32), 0.0)) == []
