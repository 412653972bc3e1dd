"""Letter-spaced text read as words: «т а л а п  е т і л м е й д і», «І І М ,».

A justified line of a PDF comes out with a blank after each letter and two blanks
after each word. Half words («келіс ім») and words hyphenated inside a line
(«бойын-ша») are the same damage in smaller doses and are mended here as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from corpus.repair.edits import Edit, apply_edits
from corpus.repair.halves import join_halves
from corpus.repair.hyphens import join_hyphens
from corpus.repair.vocabulary import Vocabulary
from corpus.trace import Traced

__all__ = ["Vocabulary", "despace", "join_spaced_letters"]

#: A run of single characters, each followed by blanks and another single one.
#: Matches ``6 0  % - ы н`` and ``І І М ,``; must not match ``85 87`` or ``а) б)``.
_RUN = re.compile(r"(?<!\S)\S(?:[ \t\u00a0]+\S(?!\S))+(?!\S)")
#: Two blanks or more part the words of a run.
_GAP = re.compile(r"[ \t\u00a0]{2,}")
#: A group that is a word: two letters next to each other and only word characters.
#: Matches ``т е к`` and ``% - д ы ,``; must not match ``5 и 6``, ``- - -``, ``A + B``.
_WORDLIKE = re.compile(r"(?:[^\W_]|[-–%№/,.;:()«»\"'’]| )+")
_PAIR = re.compile(r"[^\W\d_] [^\W\d_](?: |$)")
#: A figure with a decimal comma, a year, a list number, a line to write on:
#: ``7 , 0``, ``2 0 2 0``, ``1 )``, ``_ _ _``.
#: Must not match a row of cells such as ``1 1 2 2 1`` or ``2 3``.
_FIGURE = re.compile(
    r"(?:\d )*\d , \d(?: \d)*|(?:19|1 9|2 0) \d \d|\d(?: \d)? \)[.]?|_(?: _)+"
)
#: Where a digit or a mark meets a letter inside one group, two cells meet:
#: ``* Ж А О``, ``5 и``. Must not part ``- т о қ`` or ``( к``.
_SEAM = re.compile(r"(?<=[\d*]) (?=[^\W\d_])|(?<=[^\W\d_]) (?=[\d*])|(?<=\*) | (?=\*)")


#: Empty cells side by side: ``- - -``; must not match ``- д ы``.
_DASHES = re.compile(r"[-–] [-– ]*")
_BLANKS: Final = " \t\u00a0"


def despace(text: Traced, vocabulary: Vocabulary) -> Traced:
    """Text of a line or cell with its words in one piece each.

    Blanks outside letter-spaced stretches stay as they are (a gap may be the place
    of displaced text). The result is the same when it is despaced once more.
    """
    if text.text in vocabulary.whole:
        return text
    mended = join_spaced_letters(text)
    mended = join_hyphens(mended, vocabulary)
    mended = join_halves(mended, vocabulary)
    if mended.text == text.text:
        vocabulary.whole.add(text.text)
    return mended


def join_spaced_letters(text: Traced) -> Traced:
    """Words out of single letters; rows of figures, dashes and marks are left."""
    edits = [edit for run in _RUN.finditer(text.text) for edit in _run_edits(run)]
    return apply_edits(text, edits)


class _Group(NamedTuple):
    """Characters of a run that stand one blank apart, with their place."""

    start: int
    text: str
    seamed: bool

    @property
    def end(self) -> int:
        """Place after the last character."""
        return self.start + len(self.text)


def _run_edits(run: re.Match[str]) -> Iterator[Edit]:
    """Blanks to take out of one run of single characters."""
    groups = list(_groups(run.group(), run.start()))
    spaced = any(_is_word(group.text) for group in groups)
    joined = [
        _FIGURE.fullmatch(group.text) is not None
        or _is_word(group.text)
        or (spaced and not group.seamed and _may_stand_by_words(group.text))
        for group in groups
    ]
    for i, group in enumerate(groups):
        if joined[i]:
            yield from (
                Edit(group.start + k, group.start + k + 1)
                for k, char in enumerate(group.text)
                if char in _BLANKS
            )
        if i + 1 < len(groups) and joined[i] and joined[i + 1]:
            yield from _narrow(group.end, groups[i + 1].start)


def _narrow(start: int, end: int) -> Iterator[Edit]:
    """The gap between two words: one blank; a wider one stays a gap of two."""
    kept = 1 if end - start == 2 else 2
    if end - start > kept:
        yield Edit(start + kept, end)


def _groups(run: str, offset: int) -> Iterator[_Group]:
    """Words of a run with their places: parted by gaps and at seams of cells."""
    start = 0
    for cut in [*_GAP.finditer(run), None]:
        end = cut.start() if cut else len(run)
        yield from _parts(run[start:end], offset + start)
        start = cut.end() if cut else end


def _parts(group: str, offset: int) -> Iterator[_Group]:
    """A group cut at the seams of cells."""
    seams = [(seam.start(), seam.end()) for seam in _SEAM.finditer(group)]
    starts = [0, *(end for _, end in seams)]
    ends = [*(start for start, _ in seams), len(group)]
    for start, end in zip(starts, ends, strict=True):
        if end > start:
            yield _Group(offset + start, group[start:end], bool(seams))


def _is_word(group: str) -> bool:
    """Letters side by side: three of any kind, or two capitals."""
    if not _WORDLIKE.fullmatch(group) or not _PAIR.search(group):
        return False
    letters = [char for char in group if char.isalpha()]
    return len(letters) > 2 or all(char.isupper() for char in letters)


def _may_stand_by_words(group: str) -> bool:
    """A figure, short word or mark in a letter-spaced line; no row of dashes."""
    return bool(_WORDLIKE.fullmatch(group)) and not _DASHES.fullmatch(group)
