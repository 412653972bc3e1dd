"""What a static model learns from, and how: pairs and settings."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datasets import Dataset


class Lessons(NamedTuple):
    """What a static model learns from, and how.

    Attributes:
        lefts: One side of each pair.
        rights: The other side.
        epochs: How often each pair is seen.
        batch: Pairs that are told apart from each other at once.
        learning_rate: At its highest.
        dropout: Share of pieces left out of a text while learning.
        seed: Of all chance.
    """

    lefts: Sequence[str]
    rights: Sequence[str]
    epochs: int
    batch: int
    learning_rate: float
    dropout: float
    seed: int


def lesson_rows(lessons: Lessons) -> Dataset:
    """Pairs as a data set whose texts lose other words each time they are seen."""
    from datasets import Dataset  # noqa: PLC0415

    chance = random.Random(lessons.seed)  # noqa: S311 - repeats, guards nothing

    def thinned(text: str) -> str:
        """The text without some of its words, by chance; whole if none would stay."""
        words = text.split()
        kept = [word for word in words if chance.random() >= lessons.dropout]
        return " ".join(kept or words)

    def transform(rows: dict[str, list[str]]) -> dict[str, list[str]]:
        """Every text of a batch, thinned."""
        return {name: [thinned(text) for text in texts] for name, texts in rows.items()}

    rows = {"left": list(lessons.lefts), "right": list(lessons.rights)}
    return Dataset.from_dict(rows).with_transform(transform)
