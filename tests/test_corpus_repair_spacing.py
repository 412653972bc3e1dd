"""Letter-spacing, half words, hyphens of line breaking: each damage and its limits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.repair.edits import Edit, apply_edits, collapse
from corpus.repair.halves import is_one_word as halves_of_one_word
from corpus.repair.hyphens import is_one_word as hyphenated
from corpus.repair.hyphens import join_hyphens
from corpus.repair.letters import in_harmony
from corpus.repair.spacing import Vocabulary, despace, join_spaced_letters
from corpus.trace import INSERTED, Traced

WORDS = Vocabulary.of(
    [
        (
            "келісім бойынша келісім бойынша жоспары талап етілмейді мемлекеттік\n"
            "екінші негіздерін іс-шара іс-шара қызметкеріне қызметкері не болмаса\n"
            "бойынша Қорғанысмині өлшем бірлігі көші-қон құралдар мен құралдармен\n"
            "құралдармен на него него возложены возложены"
        )
    ]
)


def spaced(text: str) -> str:
    """The text after joining single letters."""
    return join_spaced_letters(Traced.of(text)).text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("т а л а п  е т і л м е й д і", "талап етілмейді"),
        ("І І М ,", "ІІМ,"),
        ("Б П", "БП"),
        ("т ө м е н д е т у .  ", "төмендету.  "),
        ("ж о с п а р ы )  б е к і т і л с і н .", "жоспары) бекітілсін."),
        ("Т Ж М  (", "ТЖМ ("),
        ("Б Ғ М - г е  ", "БҒМ-ге  "),
        ("2 0 1 4  ж ы л ғ ы  1  с ә у і р д е г і", "2014 жылғы 1 сәуірдегі"),
        ("№  2 9 2  қ а у л ы с ы м е н", "№ 292 қаулысымен"),
        ("ж а л п ы  -  6 0  % - ы н  қ ұ р а й д ы ;", "жалпы - 60 %-ын құрайды;"),
        ("ж ы л ы  8 7 , 7  % - д ы", "жылы 87,7 %-ды"),
        ("% - д ы ,  2 0 2 0  ж ы л ы", "%-ды, 2020 жылы"),
        ("2 0 2 0  ", "2020  "),
        ("Ақтөбе облысы 7 , 0", "Ақтөбе облысы 7,0"),
        ("1 )  ", "1)  "),
        ("% * * Ж А О ,", "% * * ЖАО,"),
        ("І І М , 85 87", "ІІМ, 85 87"),
        ("Б F M , облыстардың", "БFM, облыстардың"),
        ("м е р з і м і  _ _ _ _", "мерзімі ____"),
        ("_ _ _ _", "____"),
    ],
)
def test_spaced_letters_become_words(printed: str, read: str) -> None:
    assert spaced(printed) == read


@pytest.mark.parametrize(
    "text",
    [
        "Ақмола облысы 1 1 2 2 1",
        "Жыл сайын 2,3 1,1 1,2 - - -",
        "- - - - - РБ 001",
        "* * *  ",
        "% * * бойынша),",
        "пункты 5 и 6",
        "в т. ч. и о нём",
        "1 2 3 4 5 6 7",
        "бюджет (млн. теңге) 2 3",
        "а) б) в)",
        "",
    ],
)
def test_cells_and_short_words_are_left(text: str) -> None:
    assert spaced(text) == text


def test_a_line_found_whole_is_searched_once() -> None:
    words = Vocabulary.of(["мерзімі"])
    whole, torn = Traced.of("мерзімі өтті"), Traced.of("м е р з і м і")

    assert despace(whole, words) is whole
    assert whole.text in words.whole
    assert despace(torn, words).text == "мерзімі"
    assert torn.text not in words.whole
    assert despace(Traced.of("мерзімі өтті", 40), words).at[0] == 40


def test_wide_gap_in_a_spaced_line_stays_a_gap() -> None:
    assert spaced("т а л а п     е т і л") == "талап  етіл"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("(келіс ім ", "(келісім "),
        ("ек інші", "екінші"),
        ("кел іс ім", "келісім"),
        ("мемлекетт ік шара", "мемлекеттік шара"),
        ("сараптамалары ның", "сараптамаларының"),
        ("қорғалу ының жай-күйі", "қорғалуының жай-күйі"),
        ("көрсеткіш терінде", "көрсеткіштерінде"),
        ("облыс тардан", "облыстардан"),
        ("шет елдердің", "шет елдердің"),
        ("қала дардан", "қаладардан"),
        ("мектеп дардан", "мектеп дардан"),
        ("қызметкері не болмаса", "қызметкері не болмаса"),
        ("құралдар мен шаралар", "құралдар мен шаралар"),
        ("возложены на него", "возложены на него"),
        ("ІІМ ге", "ІІМ ге"),
        ("сот -наркологиялық", "сот-наркологиялық"),
        ("БҒМ - ға ұсыныстар", "БҒМ-ға ұсыныстар"),
        ("жылы - ға дейін", "жылы - ға дейін"),
        ("2014 - 2020 жылдар", "2014 - 2020 жылдар"),
    ],
)
def test_half_words_and_loose_hyphens(printed: str, read: str) -> None:
    assert despace(Traced.of(printed), WORDS).text == read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("бойын-ша),", "бойынша),"),
        ("Қорғаныс-мині", "Қорғанысмині"),
        ("Өл-шем бір-лігі", "Өлшем бірлігі"),
        ("консультатив-тік", "консультативтік"),
        ("іс-шара", "іс-шара"),
        ("көші-қон", "көші-қон"),
        ("ІІМ-ге", "ІІМ-ге"),
        ("60 %-дан", "60 %-дан"),
        ("2-тоқсан", "2-тоқсан"),
    ],
)
def test_hyphens_of_line_breaking_fall(printed: str, read: str) -> None:
    assert join_hyphens(Traced.of(printed), WORDS).text == read


def test_a_compound_printed_more_often_keeps_its_hyphen() -> None:
    words = Vocabulary.of(["жай жай күй күй жай-күй жай-күй жайкүй"])

    assert not hyphenated("жай", "күй", words)


def test_particles_are_never_endings() -> None:
    words = Vocabulary.of(["құралдармен " * 5])

    assert not halves_of_one_word(("құралдар", "мен"), words)
    assert halves_of_one_word(("құрал", "дармен"), words)


def test_vocabulary_leaves_out_spaced_lines() -> None:
    words = Vocabulary.of(["қ а з ақстан\nқазақстан Іс-Шара"])

    assert words.counts == {"қазақстан": 1, "іс-шара": 1}
    assert words.count("ҚАЗАҚСТАН") == 1
    assert not words.knows("ақстан")


@pytest.mark.parametrize(
    ("stem", "ending", "agrees"),
    [("мемлекетт", "ік", True), ("қала", "нің", False), ("оқу", "дың", True)],
)
def test_vowel_harmony(stem: str, ending: str, agrees: bool) -> None:
    assert in_harmony(stem, ending) is agrees


def test_edits_keep_places() -> None:
    text = apply_edits(Traced.of("ab  cd", 10), [Edit(2, 4, " ")])

    assert text.text == "ab cd"
    assert text.at == (10, 11, INSERTED, 14, 15)
    assert collapse(Traced.of("  a \t b ")).text == "a b"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="абкІМ 12,-*.%()\t", max_size=60))
def test_despacing_loses_nothing_but_blanks_and_hyphens(text: str) -> None:
    once = despace(Traced.of(text), WORDS)
    kept = [char for char in text if not char.isspace() and char != "-"]

    assert [c for c in once.text if not c.isspace() and c != "-"] == kept
    assert all(
        text[at] == c for c, at in zip(once.text, once.at, strict=True) if at >= 0
    )
