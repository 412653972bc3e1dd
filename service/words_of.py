"""The words of a question: folded, with their places; pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from corpus.letters import fold

#: A run of letters or a run of digits, so «42-іс-шараға» gives 42, іс, шараға
#: and "2018г" gives 2018, г. Must not match signs, blanks or the underscore.
_WORD = re.compile(r"[^\W\d_]+|\d+")

#: Words shorter than this are never taken for a misspelling of another.
LEAST_FUZZY: Final = 6


class Word(NamedTuple):
    """A word of a question.

    Attributes:
        text: As typed.
        folded: Lower case, look-alikes undone, Kazakh letters as on a Russian
            keyboard, so that both spellings of a word are one.
        start: Offset of its first character in the question.
        end: Offset behind its last character.
    """

    text: str
    folded: str
    start: int
    end: int


def words_of(text: str) -> tuple[Word, ...]:
    """The words and numbers of a text in order."""
    return tuple(
        Word(m[0], fold(m[0]), m.start(), m.end()) for m in _WORD.finditer(text)
    )


@lru_cache(maxsize=1 << 14)
def is_slip_of(word: str, meant: str) -> bool:
    """Whether a word is one slip (change, loss, gain, swap) away from another.

    Both folded. The first letter must be right: people seldom mistype it, and
    it keeps «кто» and «что», «мера» and «вера» apart.
    """
    if min(len(word), len(meant)) < LEAST_FUZZY or word[0] != meant[0]:
        return False
    return OSA.distance(word, meant, score_cutoff=1) <= 1


@lru_cache(maxsize=1 << 14)
def begins_like(word: str, stem: str) -> bool:
    """Whether a word begins with a stem, or with one slip of it.

    Both folded. The slip is looked for within the stem's own length, give or
    take one letter; short stems must be right.
    """
    if word.startswith(stem):
        return True
    if len(stem) < LEAST_FUZZY or len(word) < len(stem) - 1:
        return False
    if word[0] != stem[0] or stem[-2:] not in word:  # mostly so
        return False
    heads = (word[: len(stem) + k] for k in (0, 1, -1))
    return any(head[-2:] == stem[-2:] and is_slip_of(head, stem) for head in heads)
