"""Words hyphenated for a line that is no longer there: «бойын-ша», «Өл-шем»."""

from __future__ import annotations

import re
from typing import Final

from corpus.repair.edits import Edit, apply_edits
from corpus.repair.letters import (
    CASE_ENDINGS,
    CONJUNCTIONS,
    ENDINGS,
    has_vowel,
    in_harmony,
)
from corpus.repair.vocabulary import Vocabulary
from corpus.trace import Traced

#: Two letter groups with a hyphen and no blanks: ``бойын-ша``; must not match
#: ``60 %-дан``, ``2-тоқсан`` or the ends of a longer chain ``а-б-в``.
_PAIR = re.compile(r"(?<![\w-])([^\W\d_]+)-([^\W\d_]+)(?![\w-])")


#: A hyphen with a blank on one side, or on both before an ending of capitals.
#: Matches ``сот -наркологиялық``, ``ақпараттық- анықтамалық``, ``2016- 2020`` and
#: ``БҒМ - ға``; must not match ``2014 - 2020`` or a dash between words ``сый - бұл``.
_LOOSE = re.compile(r"(?<=[^\W\d_]) +-(?=[^\W\d_])")
_LOOSE_RIGHT = re.compile(
    r"(?<=[^\W\d_]-) +(?=([^\W\d_]+))|(?<=(?:19|20)\d\d-) +(?=(?:19|20)\d\d)"
)
#: A dash between two words, blanks on both sides: ``іс – қимылдар``.
_PARTED = re.compile(r"(?<![\w-])([^\W\d_]+)( +[-–] +)([^\W\d_]+)(?![\w-])")
#: The second part of a compound is recognised by so many letters.
_BEGINNING: Final = 4
#: A compound printed less often may itself be a misprint: ``бұдан әрі-Стратегия``.
_LEAST_COMPOUNDS: Final = 2
_LOOSE_ENDING = re.compile(
    r"(?<=[^\W\d_]{2})(?<![а-яәғқңөұүһі])( +- +)([^\W\d_]{2,4})\b"
)


def join_hyphens(text: Traced, vocabulary: Vocabulary) -> Traced:
    """The text without hyphens that part what is one word elsewhere.

    A hyphen that stands loose («сот -наркологиялық») is put back to its word.
    """
    text = _tighten(_compounds(text, vocabulary))
    edits = [
        Edit(pair.end(1), pair.start(2))
        for pair in _PAIR.finditer(text.text)
        if is_one_word(pair[1], pair[2], vocabulary)
    ]
    return apply_edits(text, edits)


def _compounds(text: Traced, vocabulary: Vocabulary) -> Traced:
    """Compounds that the corpus knows by their hyphen, printed with a dash."""
    if " -" not in text.text and " –" not in text.text:
        return text
    letters = list(text.text)
    edits: list[Edit] = []
    for parted in _PARTED.finditer(text.text):
        beginning = f"{parted[1]}-{parted[3][:_BEGINNING]}"
        known = vocabulary.family(beginning) >= _LEAST_COMPOUNDS
        if parted[3].islower() and len(parted[3]) >= _BEGINNING and known:
            dash = parted.end(2) - len(parted[2].lstrip())
            letters[dash] = "-"
            edits += [Edit(parted.start(2), dash), Edit(dash + 1, parted.end(2))]
    return apply_edits(text.with_text("".join(letters)), edits)


def _tighten(text: Traced) -> Traced:
    """The text without blanks beside hyphens that belong to a word."""
    if "- " in text.text:
        text = apply_edits(text, _hanging(text.text))
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


def _hanging(text: str) -> list[Edit]:
    """Blanks behind hyphens, but not in «научно- и», where a part is left out."""
    return [
        Edit(blank.start(), blank.end())
        for blank in _LOOSE_RIGHT.finditer(text)
        if blank[1] is None or (blank[1].islower() and blank[1] not in CONJUNCTIONS)
    ]


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
