"""Words that translate each other are learned, kept weak, and never override."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lexicon import Lexicon, Sense
from corpus.load import Corpus
from corpus.nlp import tokens
from indexer.alignment import LEAST_SCORE, STRENGTH, align_words, learn_aligned
from indexer.lexicon_file import load_lexicon, save_lexicon
from indexer.renderings import load_renderings
from service.engine import Engine
from service.settings import SettingError, Settings

#: Pairs of lemmas, each word beside its own translation and beside another one.
TEXTS: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
    (("дін", "кітап"), ("книга", "религия")),
    (("дін", "мектеп"), ("религия", "школа")),
    (("кітап", "мектеп"), ("книга", "школа")),
]


def learned(pairs: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> dict[str, str]:
    return {pair.one: pair.other for pair in align_words(pairs)}


def test_words_are_told_apart_by_the_texts_that_they_stand_in() -> None:
    assert learned(TEXTS) == {
        "дін": "религия",
        "кітап": "книга",
        "мектеп": "школа",
    }


def test_scores_are_probabilities_and_texts_are_counted() -> None:
    found = list(align_words(TEXTS))

    assert all(LEAST_SCORE <= pair.score <= 1 for pair in found)
    assert {pair.texts for pair in found} == {2}


def test_what_stands_together_once_is_not_learned() -> None:
    assert learned([(("дін",), ("религия",))]) == {}


def test_no_texts_teach_nothing() -> None:
    assert learned([]) == {}


WORDS = st.lists(st.sampled_from("абвгде"), min_size=1, max_size=4, unique=True)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=8))
def test_every_pair_stood_in_two_texts(
    pairs: list[tuple[list[str], list[str]]],
) -> None:
    texts = [(tuple(one), tuple(other)) for one, other in pairs]

    for found in align_words(texts):
        together = sum(found.one in one and found.other in two for one, two in texts)
        assert together == found.texts >= 2


@pytest.fixture(scope="module")
def lexicon(real_corpus: Corpus) -> Lexicon:
    """A termbase without a term, and what the shipped texts teach."""
    aligned = learn_aligned(real_corpus.acts, load_renderings(), tokens)
    return Lexicon.empty().with_aligned(aligned)


@pytest.mark.parametrize(
    ("word", "language", "other", "lemma"),
    [
        ("экстремизмге", "kk", "ru", "экстремизм"),
        ("терроризм", "ru", "en", "terror"),
        ("сарапшыларының", "kk", "ru", "эксперт"),
        ("prosecution", "en", "kk", "прокуратура"),
    ],
)
def test_the_shipped_texts_teach(
    lexicon: Lexicon, word: str, language: str, other: str, lemma: str
) -> None:
    found = tokens(word, language)  # type: ignore[arg-type] # as parametrized
    [concept] = lexicon.expand(found, language)  # type: ignore[arg-type]

    assert not concept.known
    assert concept.senses[0].weight == 1.0
    assert (other, (lemma,)) in [s[:2] for s in concept.senses]
    assert all(s.weight <= STRENGTH for s in concept.senses[1:])


def test_the_same_texts_teach_the_same(real_corpus: Corpus) -> None:
    acts, renderings = real_corpus.acts[:2], load_renderings()
    first = learn_aligned(acts, renderings, tokens)

    assert learn_aligned(tuple(reversed(acts)), renderings, tokens) == first


def small_termbase(folder: Path) -> Lexicon:
    (folder / "terms.tsv").write_text(
        "kk\tru\ten\tpos\tdomain\tnote\nдін\tрелигия\treligion\tnoun\treligion\t\n",
        encoding="utf-8",
    )
    return Lexicon.load(folder)


def test_the_termbase_is_never_overridden(tmp_path: Path) -> None:
    wrong = (Sense("ru", ("школа",), 0.4),)
    lexicon = small_termbase(tmp_path)
    more = lexicon.with_aligned({"kk": {"дін": wrong, "мектеп": wrong}})
    words = tokens("дін мектеп", "kk")

    assert more.expand(words[:1], "kk") == lexicon.expand(words[:1], "kk")
    assert more.expand(words[1:], "kk")[0].senses[1:] == wrong
    assert more.without_aligned().expand(words, "kk") == lexicon.expand(words, "kk")


def test_what_was_learned_travels_with_the_lexicon(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    save_lexicon(tmp_path / "lexicon", lexicon)

    assert load_lexicon(tmp_path / "lexicon").aligned == lexicon.aligned


@pytest.mark.parametrize(("value", "found"), [("on", "on"), ("OFF", "off"), ("", "on")])
def test_it_can_be_switched_off(value: str, found: str) -> None:
    assert Settings.from_env({"ZANGER_ALIGNMENT": value}).alignment == found


def test_other_values_of_the_switch_are_refused() -> None:
    with pytest.raises(SettingError, match="ZANGER_ALIGNMENT"):
        Settings.from_env({"ZANGER_ALIGNMENT": "perhaps"})


def test_the_switch_takes_the_learned_words_away(real_index: Path) -> None:
    off = Engine.open(Settings(index=real_index, alignment="off"))
    on = Engine.open(Settings(index=real_index))

    assert on.knowledge.lexicon.aligned["kk"]
    assert not off.knowledge.lexicon.aligned
    assert on.knowledge.lexicon.tables == off.knowledge.lexicon.tables
