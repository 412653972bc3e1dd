"""Known words, and which of them a misspelt word stands for."""

import string
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from corpus.bodies import Bodies
from corpus.letters import fold
from corpus.lexicon import Lexicon
from corpus.model import Language
from corpus.nlp import tokens
from service.vocabulary import LEAST_ONE, LEAST_TWO, Near, Shelf, Vocabulary

ACTS: tuple[tuple[Language, str], ...] = (
    ("ru", "Финансирование стратегии и профилактика терроризма, министерство"),
    ("ru", "Финансирование: источники финансирования мониторинга"),
    ("kk", "Қауіпсіздік стратегиясы, жоспары мен мұраға қатысты құқықтары"),
    ("en", "Theology, journalism and the curricula of police schools"),
)


@dataclass(frozen=True)
class FakeTerms:
    """Words and stems of a few texts, each text a provision."""

    texts: tuple[tuple[Language, str], ...] = ACTS

    def vocabulary(self, field: str) -> tuple[tuple[str, int], ...]:
        part, analysis = field.split("_")
        counts: dict[str, int] = {}
        for language, text in self.texts if part == "all" else ():
            found = [t for t in tokens(text, language) if t.is_word]
            terms = {t.text.lower() if analysis == "words" else t.lemma for t in found}
            for term in terms:
                counts[term] = counts.get(term, 0) + 1
        return tuple(sorted(counts.items()))


@pytest.fixture(scope="module")
def known() -> Vocabulary:
    return Vocabulary.of(FakeTerms(), Lexicon.empty(), Bodies.load())


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("финансирование", "ru"),  # as it stands in an act
        ("финансированию", "ru"),  # another form of it
        ("Стратегия", "ru"),  # capital or not
        ("велосипедом", "ru"),  # in the dictionary, in no act
        ("жоспары", "kk"),
        ("жоспарының", "kk"),
        ("полис", "ru"),  # in the dictionary, near to a word of an act
        ("что", "ru"),  # stop word
        ("қандай", "kk"),
        ("schools", "en"),
        ("school", "en"),
        ("республикасы", "kk"),  # in the name of a body
    ],
)
def test_known_words_are_known_in_every_form(
    known: Vocabulary, word: str, language: Language
) -> None:
    assert known.knows(word, language)


@pytest.mark.parametrize(
    ("word", "language", "near"),
    [
        ("кауипсиздик", "kk", Near("қауіпсіздік", 0)),  # Kazakh letters left out
        ("кукыктары", "kk", Near("құқықтары", 0)),
        ("кандай", "kk", Near("қандай", 0)),  # a stop word
        ("мурасы", "kk", Near("мұрасы", 0)),  # a form that no act has
        ("финансирвание", "ru", Near("финансирование", 1)),  # a letter lost
        ("профилакттика", "ru", Near("профилактика", 1)),  # one too many
        ("профилоктика", "ru", Near("профилактика", 1)),  # a wrong one
        ("мониторнига", "ru", Near("мониторинга", 1)),  # two swapped
        ("чинистерство", "ru", Near("министерство", 1)),  # the first letter
        ("финонсиравание", "ru", Near("финансирование", 2)),
        ("стротегиями", "ru", Near("стратегиями", 1)),  # a form that no act has
        ("teology", "en", Near("theology", 1)),
        ("journalizm", "en", Near("journalism", 1)),
        ("polica", "en", Near("police", 1)),
        ("polce", "en", None),  # too short to be told
        ("curriclua", "en", Near("curricula", 1)),
        ("curicala", "en", None),  # two slips in a word of eight letters
        ("зщгыпрнлукд", "ru", None),
    ],
)
def test_unknown_words_are_read_as_the_nearest(
    known: Vocabulary, word: str, language: Language, near: Near | None
) -> None:
    assert not known.knows(word, language)
    assert known.nearest(word, language) == near


def _vocabulary(**words: int) -> Vocabulary:
    return Vocabulary(Shelf(words), Shelf({}), frozenset({"кошелка"}))


def test_of_two_near_words_neither_is_taken_unless_one_is_clearly_commoner() -> None:
    assert _vocabulary(мишина=3, машина=2).nearest("мошина", "ru") is None
    assert _vocabulary(мишина=1, машина=9).nearest("мошина", "ru") == Near("машина", 1)


def test_forms_of_one_word_do_not_compete() -> None:
    found = _vocabulary(программа=1, программу=1).nearest("програмаа", "ru")

    assert found == Near("программа", 1)


def test_the_right_first_letter_is_preferred() -> None:
    assert _vocabulary(корень=1, ворень=90).nearest("коренъ", "ru") == Near("корень", 1)


def test_words_that_ask_are_not_read_as_others() -> None:
    assert _vocabulary(кошёлка=5).nearest("кошелка", "ru") == Near("кошёлка", 0)
    assert _vocabulary(кошёлки=5).nearest("кошелка", "ru") is None


WORDS = st.text("абвгді" + string.ascii_lowercase[:3], min_size=LEAST_ONE, max_size=12)


@given(st.lists(WORDS, min_size=1, max_size=20), WORDS)
def test_what_is_near_is_so_by_brute_force(known: list[str], word: str) -> None:
    shelf = Shelf(dict.fromkeys(known, 1))
    folded = fold(word)
    for slips in (1, 2):
        near = {form.text for form in shelf.near(folded, slips)}
        right = {k for k in known if OSA.distance(fold(k), folded) == slips}

        assert {k for k in right if fold(k)[0] == folded[0]} <= near
        assert near <= right


def test_two_slips_need_a_longer_word() -> None:
    assert LEAST_ONE < LEAST_TWO
    assert _vocabulary(абвгдежзик=1).nearest("аввгдежзии", "ru") == Near(
        "абвгдежзик", 2
    )
    assert _vocabulary(абвгдежзи=1).nearest("аввгдежзк", "ru") is None
