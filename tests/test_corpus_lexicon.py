"""The termbase: files, checker, look-ups, coverage."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.lexicon import Concept, Lexicon
from corpus.lexicon_check import (
    check_folder,
    coverage,
    main,
)
from corpus.model import Language
from corpus.nlp import tokens
from corpus.terms import LexiconFormatError, load_synonyms, load_terms, term_files
from corpus.words import LEXICON_FOLDER

HEADER = "kk\tru\ten\tpos\tdomain\tnote\n"
SYNONYM_HEADER = "term\tsynonyms\tnote\n"
TERMS = HEADER + (
    "қаулы\tпостановление\tresolution\tnoun\tlaw\t\n"
    "тармақ\tпункт\tpoint;paragraph;clause\tnoun\tlaw\t\n"
    "құқық\tправо\tright;law\tnoun\tlaw\t\n"
    "құқық қорғау органдары\tправоохранительные органы\tlaw enforcement agencies;"
    "law enforcement\tphrase\tpolice\t\n"
    "мемлекеттік орган\tгосударственный орган\tstate body\tphrase\tstate\t\n"
    "орындаушы\tисполнитель\texecutor\tnoun\tplanning\t\n"
    "орындау\tисполнение\texecution\tnoun\tplanning\t\n"
    "өзгерістер мен толықтырулар енгізу\tвнесение изменений и дополнений\t"
    "amendments and additions\tphrase\tlawmaking\t\n"
)


def write(folder: Path, name: str, text: str) -> Path:
    """A file of a lexicon folder."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    folder = tmp_path_factory.mktemp("lexicon")
    write(folder, "terms.tsv", TERMS)
    write(
        folder, "synonyms.ru.tsv", SYNONYM_HEADER + "решение\tпостановление;вердикт\t\n"
    )
    return Lexicon.load(folder)


@pytest.fixture(scope="module")
def shipped() -> Lexicon:
    return Lexicon.load(LEXICON_FOLDER)


def expanded(lexicon: Lexicon, text: str, language: Language) -> tuple[Concept, ...]:
    """The concepts of a text."""
    return lexicon.expand(tokens(text, language), language)


def senses(concept: Concept, language: Language) -> list[tuple[str, float]]:
    """The senses of a concept in one language, lemmas joined."""
    return [
        (" ".join(s.lemmas), s.weight) for s in concept.senses if s.language == language
    ]


def test_a_word_has_itself_first_then_its_translations(small: Lexicon) -> None:
    (concept,) = expanded(small, "қаулысы", "kk")

    assert concept.surface == "қаулысы"
    assert concept.known
    assert [(s.language, s.lemmas, s.weight) for s in concept.senses] == [
        ("kk", ("қаулы",), 1.0),
        ("ru", ("постановление",), 0.9),
        ("en", ("resolut",), 0.9),
        ("ru", ("решение",), 0.7),
    ][: len(concept.senses)]


def test_later_alternatives_weigh_less(small: Lexicon) -> None:
    (concept,) = expanded(small, "пункт", "ru")

    assert senses(concept, "en") == [("point", 0.9), ("paragraph", 0.8), ("claus", 0.7)]


def test_a_secondary_name_weighs_less_than_the_preferred_one(small: Lexicon) -> None:
    (concept,) = expanded(small, "clause", "en")

    assert senses(concept, "kk") == [("тармақ", 0.81)]
    assert ("point", 0.63) in senses(concept, "en")


def test_longest_phrase_wins(small: Lexicon) -> None:
    concepts = expanded(small, "құқық қорғау органдарының құқықтары", "kk")

    assert [c.surface for c in concepts] == ["құқық қорғау органдарының", "құқықтары"]
    assert [(c.start, c.end) for c in concepts] == [(0, 3), (3, 4)]
    assert ("правоохранительный орган", 0.9) in senses(concepts[0], "ru")


def test_a_phrase_does_not_cross_punctuation(small: Lexicon) -> None:
    concepts = expanded(small, "государственный, орган", "ru")

    assert [c.surface for c in concepts] == ["государственный", "орган"]
    assert not any(c.known for c in concepts)


def test_a_phrase_runs_across_quotation_marks(small: Lexicon) -> None:
    (concept,) = expanded(small, "«государственный» орган", "ru")

    assert concept.known
    assert (concept.start, concept.end) == (1, 4)


def test_stop_words_inside_a_phrase_do_not_hinder(small: Lexicon) -> None:
    whole = expanded(small, "внесении изменений и дополнений", "ru")
    short = expanded(small, "внесение изменений, дополнений", "ru")

    assert [c.known for c in whole] == [True]
    assert len(short) == 3


def test_stop_words_at_the_ends_stay_outside(small: Lexicon) -> None:
    (concept,) = expanded(small, "для государственных органов и", "ru")

    assert concept.surface == "государственных органов"


def test_a_name_that_ends_with_a_stop_word_is_not_known_without_it(
    tmp_path: Path,
) -> None:
    write(
        tmp_path,
        "terms.tsv",
        HEADER
        + "үйде жұмыс істеу өз\tработать на дому\twork from home\tphrase\tlabour\t\n",
    )
    lexicon = Lexicon.load(tmp_path)

    def known(text: str) -> list[bool]:
        """Whether each concept of a Kazakh text has an entry."""
        return [c.known for c in lexicon.expand(tokens(text, "kk"), "kk")]

    assert known("үйде жұмыс істеу өз") == [True]
    assert known("үйде жұмыс істеу") == [False, False, False]


def test_agent_and_action_are_told_apart_by_spelling(small: Lexicon) -> None:
    (agent,) = expanded(small, "орындаушылар", "kk")
    (action,) = expanded(small, "орындаудың", "kk")

    assert senses(agent, "ru")[0] == ("исполнитель", 0.9)
    assert senses(action, "ru")[0] == ("исполнение", 0.9)
    assert ("исполнение", 0.54) in senses(agent, "ru")


def test_typed_without_kazakh_letters(small: Lexicon) -> None:
    (concept,) = expanded(small, "кукык коргау органдары", "kk")

    assert ("law enforc agenc", 0.9) in senses(concept, "en")


def test_an_unknown_word_is_a_concept_of_its_own(small: Lexicon) -> None:
    (concept,) = expanded(small, "космодром", "ru")

    assert not concept.known
    assert [(s.lemmas, s.weight) for s in concept.senses] == [(("космодром",), 1.0)]


def test_a_word_of_another_language_is_looked_up_in_its_own(small: Lexicon) -> None:
    concepts = expanded(small, "что такое қаулы и resolution", "ru")

    assert [c.surface for c in concepts] == ["қаулы", "resolution"]
    assert ("постановление", 0.9) in senses(concepts[0], "ru")
    assert ("қаулы", 0.9) in senses(concepts[1], "kk")


def test_a_concept_has_the_parts_of_speech_of_the_terms_most_like_it(
    small: Lexicon,
) -> None:
    [agent] = expanded(small, "орындаушы", "kk")
    [phrase] = expanded(small, "state body", "en")
    [unknown] = expanded(small, "незнакомец", "ru")

    assert agent.pos == ("noun",)
    assert phrase.pos == ("phrase",)
    assert unknown.pos == ()


def test_synonyms_work_both_ways_and_borrow_translations(small: Lexicon) -> None:
    (everyday,) = expanded(small, "решение", "ru")
    (official,) = expanded(small, "постановление", "ru")
    (far,) = expanded(small, "вердикт", "ru")

    assert ("постановление", 0.7) in senses(everyday, "ru")
    assert ("қаулы", 0.63) in senses(everyday, "kk")
    assert ("решение", 0.7) in senses(official, "ru")
    assert senses(far, "ru") == [("вердикт", 1.0), ("решение", 0.7)]


def test_numbers_are_concepts_and_marks_are_not(small: Lexicon) -> None:
    concepts = expanded(small, "пункт 42?", "ru")

    assert [c.surface for c in concepts] == ["пункт", "42"]


def test_nothing_gives_nothing(small: Lexicon) -> None:
    assert expanded(small, "", "kk") == ()
    assert expanded(small, "және; кім?", "kk") == ()


@given(
    st.lists(
        st.sampled_from(
            ["құқық", "қорғау", "органдары", "және", ",", "орган", "«қаулы»", "42"]
        )
    )
)
@settings(deadline=None)
def test_content_words_are_covered_once(words: list[str]) -> None:
    lexicon = _small_lexicon()
    found = tokens(" ".join(words), "kk")
    concepts = lexicon.expand(found, "kk")
    inside = [i for c in concepts for i in range(c.start, c.end)]
    content = [
        i for i, t in enumerate(found) if (t.is_word or t.is_number) and not t.is_stop
    ]

    assert len(inside) == len(set(inside))
    assert set(content) <= set(inside)
    assert all(c.senses[0].weight == 1 for c in concepts)
    assert all(0 < s.weight <= 1 for c in concepts for s in c.senses)


_LOADED: list[Lexicon] = []


def _small_lexicon() -> Lexicon:
    """The small lexicon, loaded once: a fixture cannot go into a given test."""
    if not _LOADED:
        with tempfile.TemporaryDirectory() as name:
            write(Path(name), "terms.tsv", TERMS)
            _LOADED.append(Lexicon.load(Path(name)))
    return _LOADED[0]


# --- the shipped files ------------------------------------------------------------


def test_shipped_files_keep_the_rules() -> None:
    assert [str(finding) for finding in check_folder(LEXICON_FOLDER)] == []


def test_shipped_files_are_one_termbase(shipped: Lexicon) -> None:
    rows = sum(len(load_terms(path)) for path in term_files(LEXICON_FOLDER))

    assert shipped.size == rows >= 1000


@pytest.mark.parametrize(
    ("text", "language", "lemmas"),
    [
        ("қаулы", "kk", "постановление"),
        ("law enforcement bodies", "en", "құқық қорға орган"),
        ("ақша", "kk", "деньги"),
        ("садик", "ru", "балабақша"),
    ],
)
def test_shipped_terms_are_found(
    shipped: Lexicon, text: str, language: Language, lemmas: str
) -> None:
    (concept,) = expanded(shipped, text, language)

    assert lemmas in [" ".join(sense.lemmas) for sense in concept.senses]


# --- the checker -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("қаулы\tпостановление\tresolution\tnoun\tlaw\t", None),
        ("IT\tИТ\tIT\tnoun\tdigital\t", None),
        ("II тоқсан\tII квартал\tsecond quarter\tphrase\tplanning\t", None),
        ("Мәңгілік Ел\tидея Мәңгілік Ел\tEternal Nation\tname\tstate\t", None),
        ("\tпостановление\tresolution\tnoun\tlaw\t", "empty-side"),
        ("қаулы\t;\tresolution\tnoun\tlaw\t", "empty-side"),
        ("қаулы\tпостановление\tresolution\tnoun\tmagic\t", "unknown-domain"),
        ("қаулы\tпостановление\tresolution\tnoum\tlaw\t", "unknown-pos"),
        ("қaулы\tпостановление\tresolution\tnoun\tlaw\t", "look-alike"),
        ("CMC\tСМС\tSMS\tnoun\tdigital\t", "look-alike"),
        ("қаулы\tқаулысы\tresolution\tnoun\tlaw\t", "wrong-script"),
        ("қаулы\tпостановление\tрезолюция\tnoun\tlaw\t", "wrong-script"),
        ("resolution\tпостановление\tresolution\tnoun\tlaw\t", "wrong-script"),
        ("қаулы\tпостановление\tact;Act\tnoun\tlaw\t", "repeated-name"),
        ("қаулы  етеді\tпостановляет\tresolves\tphrase\tlaw\t", "double-space"),
    ],
)
def test_checker_on_one_row(tmp_path: Path, row: str, code: str | None) -> None:
    write(tmp_path, "terms.tsv", HEADER + row + "\n")
    found = check_folder(tmp_path)

    assert [finding.code for finding in found] == ([code] if code else [])
    assert all(finding.line == 2 for finding in found)


def test_checker_sees_duplicates_across_files(tmp_path: Path) -> None:
    row = "қаулы\tпостановление\tresolution\tnoun\tlaw\t\n"
    write(tmp_path, "terms.tsv", HEADER + row)
    write(tmp_path, "terms-law.tsv", HEADER + row.replace("қаулы", "Қаулы"))
    (finding,) = check_folder(tmp_path)

    assert (finding.file, finding.code) == ("terms-law.tsv", "duplicate")
    assert "terms.tsv:2" in finding.detail


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("terms.tsv", "kk\tru\n"),
        ("terms.tsv", ""),
        ("terms.tsv", HEADER + "x" + "\t" * 9 + "\n"),
        ("synonyms.kk.tsv", "a\tb\n"),
    ],
)
def test_checker_reports_bad_columns(tmp_path: Path, name: str, text: str) -> None:
    write(tmp_path, name, text)

    assert [finding.code for finding in check_folder(tmp_path)] == ["bad-columns"]


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("ақша\tқаражат\t", []),
        ("ақша\t\t", ["empty-side"]),
        ("money\tқаражат\t", ["wrong-script"]),
        ("ақша\tқаражат\t\nақша\tқаржы\t", ["duplicate"]),
    ],
)
def test_checker_on_synonyms(tmp_path: Path, row: str, codes: list[str]) -> None:
    write(tmp_path, "synonyms.kk.tsv", SYNONYM_HEADER + row + "\n")

    assert [finding.code for finding in check_folder(tmp_path)] == codes


def test_command_prints_findings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, "terms.tsv", HEADER + "қаулы\tзакон\tlaw\tnoun\tx\t\n")

    assert main([str(tmp_path)]) == 1
    assert "terms.tsv:2: unknown-domain: x" in capsys.readouterr().out
    write(tmp_path, "terms.tsv", HEADER)
    assert main([str(tmp_path)]) == 0


def test_bad_header_is_refused_on_reading(tmp_path: Path) -> None:
    terms = write(tmp_path, "terms.tsv", "kk;ru;en\n")
    synonyms = write(tmp_path, "synonyms.kk.tsv", "a\n")

    with pytest.raises(LexiconFormatError, match=r"terms\.tsv:1"):
        Lexicon.load(tmp_path)
    with pytest.raises(LexiconFormatError, match=r"terms\.tsv:1"):
        load_terms(terms)
    with pytest.raises(LexiconFormatError, match=r"synonyms\.kk\.tsv:1"):
        load_synonyms(synonyms)


def test_remarks_and_blank_lines_are_skipped(tmp_path: Path) -> None:
    path = write(
        tmp_path, "terms.tsv", HEADER + "# remark\n\nқаулы\tакт\tact\tnoun\tlaw\n"
    )
    (term,) = load_terms(path)

    assert (term.kk, term.note, term.line) == (("қаулы",), "", 4)


# --- coverage ----------------------------------------------------------------------


def test_coverage_counts_content_words(small: Lexicon) -> None:
    found = coverage(
        small, ["Құқық қорғау органдары және космодром, космодромға 7"], "kk"
    )

    assert (found.words, found.covered) == (5, 3)
    assert found.share == 0.6
    assert found.missing == (("космодром", 2),)


def test_coverage_of_nothing_is_whole(small: Lexicon) -> None:
    assert coverage(small, ["", "7 және"], "kk").share == 1


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_without_terms_every_word_stands_for_itself(language: Language) -> None:
    concepts = Lexicon.empty().expand(tokens("nothing", language), language)

    assert [concept.surface for concept in concepts] == ["nothing"]


def test_a_phrase_has_its_words_for_parts(small: Lexicon) -> None:
    (phrase,) = expanded(small, "государственный орган", "ru")
    (word,) = expanded(small, "орган", "ru")

    assert [part.surface for part in phrase.parts] == ["государственный", "орган"]
    assert phrase.parts[1].senses == word.senses
    assert (phrase.parts[1].start, phrase.parts[1].end) == (1, 2)
    assert not any(part.parts for part in phrase.parts)
    assert word.parts == ()


def test_stop_words_and_marks_are_no_parts(small: Lexicon) -> None:
    (phrase,) = expanded(small, "внесении изменений и дополнений", "ru")
    (quoted,) = expanded(small, "«государственный» орган", "ru")

    assert [p.surface for p in phrase.parts] == ["внесении", "изменений", "дополнений"]
    assert [p.surface for p in quoted.parts] == ["государственный", "орган"]


def test_a_phrase_that_comes_again_has_its_own_place(small: Lexicon) -> None:
    twice = expanded(small, "решение, решение", "ru")
    once = expanded(small, "решение", "ru")

    assert [(c.start, c.end) for c in twice] == [(0, 1), (2, 3)]
    assert [c._replace(start=0, end=1) for c in twice] == [*once, *once]
    assert small.without_aligned() == small
