"""What the corpus itself says about its words, for doubtful repairs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from corpus.repair.phrases import Phrases
from corpus.repair.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words and pairs of words of undamaged text."""

    vocabulary: Vocabulary
    phrases: Phrases

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """Gather the evidence of whole acts."""
        kept = tuple(texts)
        return cls(Vocabulary.of(kept), Phrases.of(kept))
