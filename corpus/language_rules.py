"""What the words of a text say about its language, by rules that are certain.

Every word gives weight to one language or to none: a function word more than a
Kazakh letter, that more than an ending. Quoted words and abbreviations hardly
count, for they are cited in any language («что такое ИДМ»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from corpus.language_marks import (
    EN_WORDS,
    KK_ENDING,
    KK_LATIN,
    KK_SPELLING,
    KK_WORDS,
    RU_ENDING,
    RU_LETTER,
    RU_WORDS,
)
from corpus.letters import is_kazakh, script_of, unmix, unseen_removed

#: Weight of a word that only one language has for its grammar («кто», «үшін»).
_FUNCTION: Final = 3.0
#: Weight of a lower-case word with Kazakh letters.
_LETTERS: Final = 2.0
#: Weight of an ending, of a spelling, of a Latin word.
_HINT: Final = 1.0
#: What is left of a weight inside quotation marks, in a name, an abbreviation.
_QUOTED: Final = 0.2
_NAME: Final = 0.5
_ABBREVIATED: Final = 0.1
#: With this share of lone letters the text is letter-spaced, and «и», «с», «а»
#: are pieces of words.
_SPACED: Final = 0.4
#: A word of capitals longer than this is shouted, not abbreviated.
_LONGEST_ABBREVIATION: Final = 6

#: A word: letters, with inner hyphens and apostrophes; no digits.
#: Matches «іс-шара», "don't", «ІІМ-ге»; must not match "2018", "№".
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
#: A Roman number. Matches "VIII"; must not match «ІІІ» in Cyrillic.
_ROMAN: Final = re.compile(r"[IVXLCDM]+").fullmatch
#: A capital vowel. Matches «Е» and «І» of «ЕТЕДІ»; must not match «Т», "e".
_VOWEL = re.compile(r"[АӘЕЁИОӨУҰҮЫІЭЮЯAEIOUY]")
#: Text in quotation marks of one kind, without quotes inside.
#: Matches «"Сырбар"», «„…“»; must not match the two sides of an apostrophe.
_QUOTE = re.compile(r"«[^«»]*»|\"[^\"]*\"|[“„][^“”„]*[”“]")
#: An address on the net. Matches "Kazislam.kz", "https://x.kz/a"; not "ст.7".
_ADDRESS = re.compile(
    r"https?://\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:kz|com|org|ru|net|gov)\b", re.IGNORECASE
)


class Evidence(NamedTuple):
    """Weights for each language, and how many words could have given any.

    Attributes:
        kk: Weight for Kazakh by its letters and function words.
        folded: Weight for Kazakh by spellings and endings without its letters.
        ru: Weight for Russian.
        en: Weight for English.
        words: Words that are no abbreviations.
        latin: Words among them in Latin letters.
    """

    kk: float = 0.0
    folded: float = 0.0
    ru: float = 0.0
    en: float = 0.0
    words: int = 0
    latin: int = 0


def _prepared(text: str) -> str:
    """Look-alikes undone, addresses out, a text all in capitals lowered."""
    text = _ADDRESS.sub(" ", unmix(unseen_removed(text)).replace("ə", "ә"))
    words = _WORD.findall(text)
    shouted = text.isupper() and (len(words) >= 3 or any(map(_is_shouted, words)))
    return text.lower() if shouted else text


def _is_shouted(word: str) -> bool:
    """A word in capitals that is too long, or has too many vowels, to be short."""
    vowels = len(_VOWEL.findall(word))
    return len(word) > _LONGEST_ABBREVIATION or (vowels >= 3 and not _ROMAN(word))


def _is_abbreviation(word: str) -> bool:
    """ІІМ, ІІМ-ге, ДСӘДМ, МҚІСҚА, ҒТК-нің: more capitals than one."""
    head = word.partition("-")[0]
    capitals = sum(char.isupper() for char in head)
    return capitals >= 2 and len(head) <= _LONGEST_ABBREVIATION + 2


def _of_cyrillic(word: str) -> Evidence:
    """Weight of a lower-case Cyrillic word; its letters first, then its grammar."""
    if word in KK_WORDS or is_kazakh(word):
        return Evidence(kk=_FUNCTION if word in KK_WORDS else _LETTERS)
    if word in RU_WORDS or RU_LETTER.search(word):
        return Evidence(ru=_FUNCTION if word in RU_WORDS else _HINT)
    kazakh = KK_SPELLING.search(word) or KK_ENDING.search(word)
    russian = not KK_SPELLING.search(word) and RU_ENDING.search(word)
    if kazakh and not russian:
        return Evidence(folded=_HINT)
    return Evidence(ru=_HINT) if russian and not kazakh else Evidence()


def _of_latin(word: str) -> Evidence:
    """Weight of a lower-case Latin word."""
    if word in EN_WORDS:
        return Evidence(en=_FUNCTION)
    return Evidence(folded=_HINT) if KK_LATIN.search(word) else Evidence(en=_HINT)


def _of_word(word: str) -> Evidence:
    lower = word.lower()
    return _of_latin(lower) if script_of(word) == "latin" else _of_cyrillic(lower)


def _times(weights: Evidence, factor: float) -> Evidence:
    kk, folded, ru, en, *_ = weights
    return Evidence(kk * factor, folded * factor, ru * factor, en * factor)


def _weights(text: str, factor: float) -> Iterator[Evidence]:
    """One weight for each word of a stretch of text."""
    words = _WORD.findall(text)
    lone = sum(len(word) == 1 for word in words)
    spaced = lone > _SPACED * len(words) and len(words) > 3
    for i, word in enumerate(words):
        if _is_abbreviation(word):
            yield _times(_of_word(word), factor * _ABBREVIATED)
            continue
        latin = int(script_of(word) == "latin")
        foreign = bool(latin) or is_kazakh(word)  # may be a name in any language
        name = foreign and word[0].isupper() and (i > 0 or bool(latin))
        initial = word.isupper() and i > 0
        piece = len(word) == 1 and (spaced or initial or bool(latin))
        found = Evidence() if piece else _of_word(word)
        scaled = _times(found, factor * (_NAME if name else 1.0))
        yield scaled._replace(words=1, latin=latin)


def evidence(text: str) -> Evidence:
    """What the words of a text say; quoted words count little beside others."""
    text = _prepared(text)
    unquoted = _QUOTE.sub(" ", text)
    rows = list(_weights(unquoted, 1.0))
    framed = any(row.words for row in rows)
    for quote in _QUOTE.findall(text):
        rows.extend(_weights(quote, _QUOTED if framed else 1.0))
    columns = list(zip(*rows, strict=True))
    return Evidence(*(sum(column) for column in columns)) if columns else Evidence()
