"""The lexicon comes back from its file as it went in, with what repeats once."""

import gc
from pathlib import Path

import pytest

from corpus.lexicon import Lexicon, Sense
from corpus.lexicon_table import compile_terms, measure
from corpus.nlp import tokens
from corpus.terms import Term, load_terms, term_files
from corpus.words import LEXICON_FOLDER
from indexer.lexicon_file import load_lexicon, save_lexicon


def terms(most: int) -> list[Term]:
    """The first terms of the termbase."""
    return list(load_terms(term_files(LEXICON_FOLDER)[0]))[:most]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    some = terms(300)
    tables = compile_terms(some)
    measure(tables)
    aligned = {"ru": {"слово": (Sense("kk", ("сөз",), 0.6),)}}
    return Lexicon(tables, len(some)).with_aligned(aligned)  # type: ignore[arg-type]


def test_a_lexicon_comes_back_and_its_file_repeats(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    for name in ("one", "other"):
        save_lexicon(tmp_path / name, lexicon)

    found = load_lexicon(tmp_path / "one")

    assert found == lexicon
    assert found.tables.longest == lexicon.tables.longest
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    text = "решение о государственном учреждении"
    words = tokens(text, "ru")
    assert found.expand(words, "ru") == lexicon.expand(words, "ru")


def test_what_is_the_same_is_one_thing(lexicon: Lexicon, tmp_path: Path) -> None:
    save_lexicon(tmp_path / "file", lexicon)

    tables = load_lexicon(tmp_path / "file").tables

    by_value: dict[object, set[int]] = {}
    for kind in (tables.lemmas, tables.folded):
        for table in kind.values():
            for entries in table.values():
                for thing in (*entries, *(s for e in entries for s in e.senses)):
                    by_value.setdefault(thing, set()).add(id(thing))
    assert len(by_value) > len(terms(300))
    assert all(len(places) == 1 for places in by_value.values())


def test_an_empty_lexicon_comes_back(tmp_path: Path) -> None:
    save_lexicon(tmp_path / "file", Lexicon.empty())

    assert load_lexicon(tmp_path / "file") == Lexicon.empty()


@pytest.mark.parametrize("on", [True, False])
def test_loading_leaves_the_collection_of_garbage_as_it_was(
    tmp_path: Path, on: bool
) -> None:
    save_lexicon(tmp_path / "file", Lexicon.empty())
    was_on = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        load_lexicon(tmp_path / "file")
        assert gc.isenabled() == on
    finally:
        (gc.enable if was_on else gc.disable)()
