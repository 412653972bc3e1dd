"""Training repeats, learns, and leaves a model that loads without torch."""

import warnings
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.model import Act
from indexer.embed import open_embedder
from indexer.pairs import (
    Pair,
    body_pairs,
    half_pairs,
    neighbour_pairs,
    parallel_pairs,
    rendering_pairs,
    synonym_pairs,
    term_pairs,
    training_pairs,
)
from indexer.pieces import train_pieces
from indexer.renderings import Rendering
from indexer.static import StaticEmbedder
from indexer.train import Trained, TrainingOptions, train_on
from tests.factory import act, excerpt

ROW = "P1700000580/annex-1/measure-1"
TINY = TrainingOptions(pieces=300, dimension=16, epochs=4, batch=16)
SUBJECTS = (("дін", "религия"), ("мектеп", "школа"), ("сот", "суд"), ("заң", "закон"))
PLACES = (("қала", "город"), ("ауыл", "село"), ("облыс", "область"), ("ел", "страна"))
PAIRS = tuple(
    Pair(f"{one} {where} {n}", f"{other} {there} {n}")
    for one, other in SUBJECTS
    for where, there in PLACES
    for n in range(4)
)


def trained(folder: Path) -> Trained:
    with warnings.catch_warnings():  # of the libraries, about each other
        warnings.simplefilter("ignore")
        return train_on(PAIRS, folder, TINY)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    return trained(tmp_path_factory.mktemp("trained") / "model")


def test_the_model_loads_and_says_what_it_is(model: Trained) -> None:
    embedder = open_embedder(str(model.folder))

    assert isinstance(embedder, StaticEmbedder)
    assert embedder.identity.dimension == 16
    assert embedder.identity.revision == model.revision
    assert model.pairs == len(PAIRS)
    assert 0 < model.size < 1_000_000


def test_translations_are_close(model: Trained) -> None:
    embedder = open_embedder(str(model.folder))
    kazakh = embedder.encode_queries([one for one, _ in SUBJECTS])
    russian = embedder.encode_passages([other for _, other in SUBJECTS])

    assert (kazakh @ russian.T).argmax(axis=1).tolist() == [0, 1, 2, 3]


def test_training_repeats(model: Trained, tmp_path: Path) -> None:
    again = trained(tmp_path / "again")

    assert again.revision == model.revision


def test_a_model_card_survives_training(tmp_path: Path) -> None:
    (tmp_path / "MODEL_CARD.md").write_text("card", encoding="utf-8")

    trained(tmp_path)

    assert (tmp_path / "MODEL_CARD.md").read_text(encoding="utf-8") == "card"
    assert not list(tmp_path.parent.glob("*.new"))


@pytest.mark.parametrize(
    ("typed", "meant"), [("КУКЫК", "құқық"), ("огиз", "өгіз"), ("дiн", "дін")]
)
def test_pieces_do_not_tell_folded_letters_apart(typed: str, meant: str) -> None:
    tokenizer = train_pieces(["құқық өгіз дін"] * 20, 60)

    if typed == "дiн":  # a Latin i stays what it is
        assert tokenizer.normalizer.normalize_str(typed) == "дiн"
    else:
        assert tokenizer.encode(typed).tokens == tokenizer.encode(meant).tokens


def test_parallel_texts_are_split_where_both_sides_agree(tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_text(
        'id\tkk\tru\n1\t1. Бір. 2. "Екі\t1. Один. 2. Два\n'
        "2\tҮш\t1. Три. 2. Четыре\n3\tБос\t\n",
        encoding="utf-8",
    )

    assert list(parallel_pairs(tmp_path)) == [
        Pair("1. Бір.", "1. Один."),
        Pair('2. "Екі', "2. Два"),
        Pair("Үш", "1. Три. 2. Четыре"),
    ]


def test_each_name_is_paired_with_the_first_of_other_languages(tmp_path: Path) -> None:
    (tmp_path / "terms-x.tsv").write_text(
        "kk\tru\ten\tnote\nқаулы;акт\tпостановление; акт\tresolution\t\n",
        encoding="utf-8",
    )

    assert list(term_pairs(tmp_path)) == [
        Pair("қаулы", "постановление"),
        Pair("қаулы", "акт"),
        Pair("акт", "постановление"),
        Pair("қаулы", "resolution"),
        Pair("акт", "resolution"),
        Pair("постановление", "resolution"),
        Pair("акт", "resolution"),
    ]


def test_synonyms_are_paired_with_their_word(tmp_path: Path) -> None:
    (tmp_path / "synonyms.kk.tsv").write_text(
        "term\tsynonyms\tnote\nақша\tқаражат; қаржы\t\nбос\t\t\n", encoding="utf-8"
    )

    assert list(synonym_pairs(tmp_path)) == [
        Pair("ақша", "қаражат"),
        Pair("ақша", "қаржы"),
    ]


def test_halves_of_a_passage_belong_together() -> None:
    head, point, item, *_ = act().provisions
    long = replace(point, body=excerpt("а б в г д е ж з и к л м н"))
    short = replace(item, body=excerpt("п р с т у ф х ц ч ш щ"))
    changed = replace(act(), provisions=(head, long, short), measures=())

    found = list(half_pairs([changed], {}))

    assert Pair("а б в г д е", "ж з и к л м н") in found
    assert not any(pair.left.startswith("п р с") for pair in found)


def test_renderings_are_paired_with_what_they_render() -> None:
    rows = (
        Rendering("en", "title", "Holding a seminar"),
        Rendering("ru", "title", "Проведение семинара"),
        Rendering("ru", "unknown", "?"),
    )

    assert list(rendering_pairs([act()], {ROW: rows})) == [
        Pair("Жастармен семинар өткізу", "Holding a seminar"),
        Pair("Жастармен семинар өткізу", "Проведение семинара"),
        Pair("Holding a seminar", "Проведение семинара"),
    ]


def test_a_heading_is_paired_with_what_stands_under_it() -> None:
    found = list(neighbour_pairs([act()]))

    assert Pair("1. Алдын алу шаралары", "Жастармен семинар өткізу") in found
    assert Pair("Орталық органдар шаралар қабылдасын:", "ақпарат ұсынсын;") in found


def test_the_projects_own_data_gives_pairs_in_all_languages() -> None:
    no_acts: tuple[Act, ...] = ()
    pairs = training_pairs(no_acts, {})

    counts = Counter(pairs)
    assert len(counts) > 30_000
    for pair, count in counts.items():
        assert count == 1 + (len(pair.left.split()) >= 6)
    assert next(body_pairs()).left.startswith("Қазақстан")
    assert all(pair.left.strip() and pair.right.strip() for pair in pairs)


def test_vectors_of_an_untrained_word_are_finite(model: Trained) -> None:
    vectors = open_embedder(str(model.folder)).encode_queries(["zzz", "дін zzz"])

    assert np.isfinite(vectors).all()
