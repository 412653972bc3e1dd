"""English stems by Snowball's second English algorithm."""

from __future__ import annotations

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=1)
def _stemmer() -> Any:  # noqa: ANN401 - snowballstemmer has no types
    import snowballstemmer  # noqa: PLC0415

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=1 << 17)
def stem_en(word: str) -> str:
    """The stem of an English word; case and a possessive 's do not count."""
    word = word.lower().replace("’", "'")
    word = word.removesuffix("'s").removesuffix("'")
    stem: str = _stemmer().stemWord(word)
    return stem
