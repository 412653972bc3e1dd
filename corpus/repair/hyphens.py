"""Words hyphenated for a line that is no longer there: «бойын-ша», «Өл-шем»."""

from __future__ import annotations

import re

from corpus.repair.edits import Edit, apply_edits
from corpus.repair.letters import CASE_ENDINGS, ENDINGS, has_vowel, in_harmony
from corpus.repair.vocabulary import Vocabulary
from corpus.trace import Traced

#: Two letter groups with a hyphen and no blanks: ``бойын-ша``; must not match
#: ``60 %-дан``, ``2-тоқсан`` or the ends of a longer chain ``а-б-в``.
_PAIR = re.compile(r"(?<![\w-])([^\W\d_]+)-([^\W\d_]+)(?![\w-])")


#: A hyphen with a blank on one side, or on both before an ending of capitals.
#: Matches ``сот -наркологиялық`` and ``БҒМ - ға``; must not match ``2014 - 2020``
#: or a dash between words ``сыйақы - бұл``.
_LOOSE = re.compile(r"(?<=[^\W\d_]) +-(?=[^\W\d_])")
_LOOSE_ENDING = re.compile(
    r"(?<=[^\W\d_]{2})(?<![а-яәғқңөұүһі])( +- +)([^\W\d_]{2,4})\b"
)


def join_hyphens(text: Traced, vocabulary: Vocabulary) -> Traced:
    """The text without hyphens that part what is one word elsewhere.

    A hyphen that stands loose («сот -наркологиялық») is put back to its word.
    """
    text = _tighten(text)
    edits = [
        Edit(pair.end(1), pair.start(2))
        for pair in _PAIR.finditer(text.text)
        if is_one_word(pair[1], pair[2], vocabulary)
    ]
    return apply_edits(text, edits)


def _tighten(text: Traced) -> Traced:
    """The text without blanks beside hyphens that belong to a word."""
    if " -" not in text.text:
        return text
    text = apply_edits(
        text, [Edit(m.start(), m.end() - 1) for m in _LOOSE.finditer(text.text)]
    )
    edits: list[Edit] = []
    for loose in _LOOSE_ENDING.finditer(text.text):
        if loose[2] in CASE_ENDINGS:
            dash = loose.start(1) + loose[1].index("-")
            edits += [Edit(loose.start(1), dash), Edit(dash + 1, loose.end(1))]
    return apply_edits(text, edits)


def is_one_word(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """A hyphen between the halves is a mark of line breaking, not of spelling.

    The corpus prints the whole word, and either more often than the hyphenated one
    or a half is no word of its own («өл-шем»); or the right half is an ending, which
    takes a hyphen only after figures and capitals.
    """
    if left.isupper() or not right.islower():
        return False
    whole = vocabulary.count(left + right)
    if whole > 0:
        if whole >= vocabulary.count(f"{left}-{right}"):
            return True
        return not (vocabulary.knows(left) and vocabulary.knows(right))
    return (
        len(left) > 2
        and right in ENDINGS
        and has_vowel(left)
        and in_harmony(left, right)
    )
