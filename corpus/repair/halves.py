"""Words parted by one stray blank: «келіс ім», «ек інші», «сараптамалары ның»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from corpus.repair.edits import Edit, apply_edits
from corpus.repair.letters import ENDINGS, INFLECTIONS, PARTICLES, in_harmony
from corpus.repair.vocabulary import Vocabulary
from corpus.trace import Traced

#: A stretch of letters; hyphens inside belong to it.
#: Matches ``іс-қимыл`` and the ``келіс`` of ``(келіс ім``; must not match figures.
_PIECE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: Halves of one word stand one blank apart.
_BLANK: Final = frozenset((" ", "\u00a0"))
#: No word is parted into more pieces than this.
MOST_PIECES: Final = 4
#: What a form is recognised by has at least so many letters.
SHORTEST_STEM: Final = 3
#: Behind a particle stand whole words («в одном»), so that «водном» must be so much
#: more frequent than what looks like its second half.
PARTICLE_MARGIN: Final = 4
#: Ends the letter that numbers an item of a list: ``і)``.
_ITEM_END: Final = ")"


def join_halves(text: Traced, vocabulary: Vocabulary) -> Traced:
    """The text with parted words in one piece."""
    edits = [
        Edit(left.end(), right.start())
        for group in _groups(text.text, vocabulary)
        for left, right in pairwise(group)
    ]
    return apply_edits(text, edits)


def _groups(text: str, vocabulary: Vocabulary) -> Iterator[Sequence[re.Match[str]]]:
    """Pieces that make one word each, longest group first, left to right."""
    pieces = list(_PIECE.finditer(text))
    i = 0
    while i < len(pieces):
        chain = _chain(pieces, i, text)
        size = next(
            (n for n in range(len(chain), 1, -1) if _one_word(chain[:n], vocabulary)),
            1,
        )
        if size > 1:
            yield chain[:size]
        i += size


def _chain(
    pieces: Sequence[re.Match[str]], first: int, text: str
) -> list[re.Match[str]]:
    """The piece and those after it that stand one blank apart, at most four."""
    chain = [pieces[first]]
    for piece in pieces[first + 1 : first + MOST_PIECES]:
        item = len(piece.group()) == 1 and text[piece.end() :][:1] == _ITEM_END
        if item or text[chain[-1].end() : piece.start()] not in _BLANK:
            break
        chain.append(piece)
    return chain


def _one_word(chain: Sequence[re.Match[str]], vocabulary: Vocabulary) -> bool:
    """The pieces are one word by the vocabulary, or by the rules of the language."""
    words = [piece.group() for piece in chain]
    if not all(word.islower() for word in words[1:]):
        return False
    return is_one_word(words, vocabulary)


def is_one_word(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Pieces in print order make one word.

    Either the corpus prints the whole word more often than its rarest piece, or
    the second of two pieces is an ending that is no word of its own, or both make
    a form of a word that the corpus has. A particle is never taken for the end of
    a word.
    """
    if words[-1] in PARTICLES:
        return False
    rarest = min(map(vocabulary.count, words))
    margin = PARTICLE_MARGIN if words[0].lower() in PARTICLES else 1
    if vocabulary.count("".join(words)) > margin * rarest:
        return True
    if len(words) != 2 or words[0].isupper():
        return False
    stem, ending = words
    if ending in ENDINGS and len(stem) > 2 and in_harmony(stem, ending):
        return True
    return _is_form(stem, ending, vocabulary)


def _is_form(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Both halves are a form of a known word: «тәс ілдері» beside «тәсілдер».

    The known word ends behind the seam, an ending of the language follows it; its
    forms are printed more often than the halves, and no other word begins as the
    right half does.
    """
    alone = vocabulary.count(right)
    if vocabulary.family(right) > alone:
        return False
    whole = left + right
    halves = vocabulary.count(left) + alone
    shortest = max(len(left) + 1, SHORTEST_STEM)
    return any(
        vocabulary.family(whole[:end]) > halves
        for end in range(len(whole), shortest - 1, -1)
        if end == len(whole) or whole[end:] in INFLECTIONS
    )
