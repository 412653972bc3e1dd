"""Texts read beforehand: what is stored is what would be read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.load import Corpus
from corpus.nlp import entities, sentences, tokens
from indexer.embed import open_embedder
from indexer.readings import SELECT, decode, key_of, read, save_readings
from indexer.records import RecordStore
from indexer.renderings import Rendering
from indexer.store import Index

TEXT = "Бекітілсін. Орталық 2018 жылғы 1 наурызға дейін 60 % есеп береді; ол – орган."


@pytest.fixture(scope="module")
def index(real_index: Path) -> Index:
    return Index.open(real_index, open_embedder(None))


def test_a_reading_has_words_sentences_and_figures_in_their_places() -> None:
    found = read(TEXT, "kk")

    assert [TEXT[w.start : w.end] for w in found.words if w.is_mark] == list(".%;–.")
    assert next(TEXT[s.start : s.end] for s in found.sentences) == "Бекітілсін."
    kinds = {TEXT[f.start : f.end]: f.kind for f in found.figures}
    assert kinds["60 %"] == "percent"


@given(st.text(alphabet="аң 1.;%\n№(", max_size=60))
def test_a_reading_says_what_the_tokenizer_says(text: str) -> None:
    found = read(text, "kk")

    assert [w.lemma for w in found.words] == [t.lemma for t in tokens(text, "kk")]
    assert found.sentences == sentences(text, "kk")
    assert len(found.figures) == len(entities(text, "kk"))


def test_what_is_stored_is_what_was_read(real_corpus: Corpus, tmp_path: Path) -> None:
    act = min(real_corpus.acts, key=lambda a: len(a.provisions))
    unit = act.provisions[0]
    said = Rendering("ru", "text", "Утвердить прилагаемый план.")
    file = tmp_path / "records.sqlite"
    save_readings(file, [act, act], {unit.id: (said,)})
    store = RecordStore(file)

    for text, language in ((unit.body.text, unit.language), (said.text, "ru")):
        [(packed,)] = store.rows(SELECT, (key_of(text, language),))
        assert decode(packed) == read(text, language)


def test_the_same_words_in_two_languages_are_two_texts() -> None:
    assert key_of("план", "kk") != key_of("план", "ru")


def test_an_index_reads_what_it_has_not_stored(index: Index) -> None:
    assert index.reading(TEXT, "kk") == read(TEXT, "kk")


def test_all_texts_of_provisions_and_renderings_are_stored(index: Index) -> None:
    for act in index.acts():
        for unit in index.provisions(act.id)[1]:
            rendered = ((r.text, r.language) for r in index.renderings(unit.id))
            for text, language in ((unit.text, unit.language), *rendered):
                key = key_of(text, language)
                assert not text or index._records.rows(SELECT, (key,))


@pytest.mark.parametrize("text", [TEXT, ""])
def test_a_part_of_a_reading_is_that_of_the_whole(index: Index, text: str) -> None:
    whole = read(text, "kk")

    assert index.words_in(text, "kk") == whole.words
    assert index.figures_in(text, "kk") == whole.figures


def test_parts_of_stored_texts_are_those_of_the_reading(index: Index) -> None:
    unit = index.provisions("U1300000588")[1][3]
    stored = index.reading(unit.text, unit.language)

    assert index.words_in(unit.text, unit.language) == stored.words
    assert index.figures_in(unit.text, unit.language) == stored.figures
