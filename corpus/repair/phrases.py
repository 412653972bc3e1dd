"""Which words follow each other in the corpus: evidence for doubtful joins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Self

#: Words and figures; marks between them end a phrase and are tokens of their own.
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[.;:()!?]")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Pairs of neighbouring words, lower case, with their counts."""

    pairs: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """Count the pairs of whole texts; line ends count as blanks."""
        counts: Counter[tuple[str, str]] = Counter()
        for text in texts:
            counts.update(pairwise(token.lower() for token in _TOKEN.findall(text)))
        return cls(dict(counts))

    def count(self, left: str, right: str) -> int:
        """How often the right word follows the left one."""
        return self.pairs.get((left.lower(), right.lower()), 0)
