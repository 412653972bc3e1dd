"""What is known of one word: stem or lemma, folded form, kind.

The same word gets the same analysis at index and at query time. A word in
another script than its text's language is analysed by the rules of its own
script: "resolution" in a Kazakh text is English, «қаулы» in a Russian one is
Kazakh.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, NamedTuple

from corpus.letters import fold, is_kazakh, script_of, unmix, unseen_removed
from corpus.model import Language
from corpus.stem_en import stem_en
from corpus.stem_kk import is_kazakh_form, stem_kk, stem_kk_folded
from corpus.stem_ru import lemma_ru

Tongue = Literal["kk", "ru", "en"]
LEXICON_FOLDER: Final = Path(__file__).parent / "lexicon"

#: A short form with or without a hyphened ending: its capitals and the rest.
#: Matches «ІІМ», «ІІМ-ге», «АҚДМ-ның», «ЭКСПО-2017», «ДСӘДМ»; must not match
#: «Заң», «IT-компания» (its second part is a word of more than six letters).
_ABBREVIATION = re.compile(
    r"((?:[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ]{2,8})(?:-\d+)?)(?:[-‐–][а-яәіңғүұқөһ]{1,6})?"
)
#: A figure, grouped or decimal, or a compound number. Matches "12", "148,8",
#: "89-1", "15.03.2018"; must not match "10-VIII", "2018ж".
_NUMBER = re.compile(r"\d+(?:[.,/-]\d+)*")
#: Endings after an abbreviation's hyphen in Latin or Cyrillic; part of one mark.
_HYPHENS: Final = str.maketrans("‐‑–", "---")


class Word(NamedTuple):
    """The analysis of a word, wherever it stands.

    Attributes:
        lemma: Stem (kk, en) or dictionary form (ru), in lower case.
        folded: Form for the field that does not tell ә from а, қ from к.
        is_stop: It says nothing about the topic.
        is_word: It holds a letter.
        is_number: It is a figure.
    """

    lemma: str
    folded: str
    is_stop: bool
    is_word: bool
    is_number: bool


@lru_cache(maxsize=3)
def stop_words(language: Tongue) -> frozenset[str]:
    """Words of a language that say nothing about the topic, in lower case."""
    path = LEXICON_FOLDER / f"stopwords.{language}.txt"
    rows = path.read_text(encoding="utf-8").splitlines()
    return frozenset(row for row in rows if row and not row.startswith("#"))


def tongue_of(word: str, language: Language) -> Tongue:
    """Whose rules a word follows inside a text of that language."""
    if script_of(word) == "latin":
        return "en"
    if is_kazakh(word):
        return "kk"
    return "kk" if language == "kk" else "ru"


def _is_shouted(word: str) -> bool:
    """A Kazakh word in capitals, as in «ҚАУЛЫ ЕТЕДІ»; short ones may be short forms."""
    return len(word) >= 5 and is_kazakh(word) and is_kazakh_form(word.lower())


def _lemma(lower: str, tongue: Tongue) -> str:
    if tongue == "kk":
        return stem_kk(lower)
    return lemma_ru(lower) if tongue == "ru" else stem_en(lower)


def _folded(lower: str, lemma: str, tongue: Tongue) -> str:
    return stem_kk_folded(fold(lower)) if tongue == "kk" else fold(lemma)


@lru_cache(maxsize=1 << 17)
def analysed(word: str, language: Language) -> Word:
    """The analysis of a token as it stands in a text of that language."""
    word = unmix(unseen_removed(word)).replace("ə", "ә").replace("Ə", "Ә")
    if _NUMBER.fullmatch(word):
        figure = word.replace(",", ".")
        return Word(figure, figure, is_stop=False, is_word=False, is_number=True)
    if script_of(word) == "none" or word[0] in "%№":
        return Word(word, word, is_stop=False, is_word=False, is_number=False)
    short = _ABBREVIATION.fullmatch(word)
    if short and not _is_shouted(short[1]):
        lemma = short[1].lower()
        return Word(lemma, fold(lemma), is_stop=False, is_word=True, is_number=False)
    tongue, lower = tongue_of(word, language), word.lower().translate(_HYPHENS)
    lemma = _lemma(lower.rstrip(".") or lower, tongue)
    stop = not lemma or lower.rstrip(".").replace("ё", "е") in stop_words(tongue)
    folded = _folded(lower, lemma, tongue)
    return Word(lemma, folded, is_stop=stop, is_word=True, is_number=False)
