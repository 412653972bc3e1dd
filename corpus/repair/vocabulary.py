"""The undamaged words of the corpus, with how often each is printed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

#: Letters of Cyrillic and Latin script, hyphens between them allowed.
#: Matches ``іс-шара``; must not match ``2-тоқсан`` as a whole, only ``тоқсан``.
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: Three single letters in a row: the line is letter-spaced, its words are no witness.
#: Matches ``Қ а з``; must not match ``1 1 2``.
_SPACED = re.compile(r"(?<!\S)[^\W\d_] [^\W\d_] [^\W\d_](?!\S)")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words, lower case, with their counts.

    Attributes:
        counts: How often each word is printed in one piece.
        whole: Texts that :func:`corpus.repair.spacing.despace` found nothing to mend
            in: a line is read by several steps, and need be searched once only.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set, init=False, repr=False, compare=False)
    _ordered: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Order the words once, for :meth:`family`."""
        object.__setattr__(self, "_ordered", tuple(sorted(self.counts)))

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """Count the words of lines or whole texts; letter-spaced lines are left out.

        A word cut by a line break leaves two halves in the count; they are rare
        beside the whole word, which is what :meth:`knows` and :meth:`count` rest on.
        """
        counts: Counter[str] = Counter()
        for text in texts:
            for line in text.split("\n"):
                if not _SPACED.search(line):
                    counts.update(word.lower() for word in _WORD.findall(line))
        return cls(dict(counts))

    def count(self, word: str) -> int:
        """How often the word is printed in one piece."""
        return self.counts.get(word.lower(), 0)

    def knows(self, word: str) -> bool:
        """The word is printed at least once in one piece."""
        return word.lower() in self.counts

    def family(self, beginning: str) -> int:
        """How often words that begin so are printed, the word itself included."""
        total = 0
        beginning = beginning.lower()
        at = bisect_left(self._ordered, beginning)
        while at < len(self._ordered) and self._ordered[at].startswith(beginning):
            total += self.counts[self._ordered[at]]
            at += 1
        return total
