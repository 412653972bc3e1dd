"""What the corpus itself says about its words, for doubtful repairs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from corpus.repair.phrases import Phrases
from corpus.repair.vocabulary import Vocabulary

#: The acts that are shipped: their words are evidence for a corpus of few acts.
SHIPPED: Final = Path(__file__).parent / "acts"


def load_background(folder: Path) -> tuple[str, ...]:
    """Texts whose words are evidence for the acts of any other folder.

    A torn act alone says little about its words: «орында ушылар» needs a whole one.

    Args:
        folder: Of the corpus that is read; the shipped acts are no background for
            themselves.
    """
    if folder.resolve() == SHIPPED.resolve():
        return ()
    return tuple(path.read_text("utf-8") for path in sorted(SHIPPED.glob("*.txt")))


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
