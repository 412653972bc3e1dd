"""The undamaged words of the corpus, with how often each is printed."""

from __future__ import annotations

import re
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
    """Words, lower case, with their counts."""

    counts: Mapping[str, int] = field(default_factory=dict)

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
