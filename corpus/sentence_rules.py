"""Where sentences begin, by the tokens alone: legal short forms never end one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.tokenizing import CLOSING

#: Ends a sentence unless a short form or an initial has it.
_STOPS: Final = frozenset({".", "!", "?", "…"})
#: What may stand between a stop and the next sentence's first word.
_CLOSERS: Final = frozenset('»"”“)]')
#: What a sentence may begin with, beside a capital or a figure.
_OPENERS: Final = frozenset('«"“„([-–—•*')
#: The number of a list item. Matches "3" and "89-1" of «3.»; must not match "2018".
_ITEM = re.compile(r"\d{1,3}(?:-\d+)?|[IVXLC]+")


def sentence_starts(words: Sequence[str], spaced: Sequence[bool]) -> list[bool]:
    """Whether each token begins a sentence; the first one does.

    Args:
        words: Tokens, white-space tokens among them.
        spaced: Whether a blank follows each token; as long as ``words``.
    """
    starts = [False] * len(words)
    first = 0
    for i in range(len(words)):
        starts[i] = i == 0 or _starts(words, spaced, i, first)
        if starts[i]:
            first = i
    return starts


def _starts(words: Sequence[str], spaced: Sequence[bool], i: int, first: int) -> bool:
    """Whether token ``i`` begins a sentence; the one before began at ``first``."""
    if "\n\n" in words[i - 1]:
        return True
    here = words[i]
    if here.isspace() or (here in _CLOSERS and not spaced[i - 1]):
        return False
    last = i - 1
    while last > first and (words[last].isspace() or words[last] in _CLOSERS):
        last -= 1
    stop = words[last]
    if stop not in _STOPS and stop.lower() not in CLOSING:
        return False
    if stop == "." and last - 1 == first and _ITEM.fullmatch(words[first]):
        return False
    return here[0].isupper() or here[0].isdigit() or here in _OPENERS
