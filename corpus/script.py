"""The language of a whole act, by its letters alone."""

from __future__ import annotations

from typing import Final

from corpus.model import Language

_KAZAKH: Final = frozenset("әіңғүұқөһӘІҢҒҮҰҚӨҺ")
#: Kazakh text has some 15 % of these letters, Russian law about Kazakhstan none.
_LEAST_KAZAKH: Final = 0.02


def language_of(text: str) -> Language:
    """Kazakh, Russian or English; "und" without enough letters."""
    letters = [char for char in text if char.isalpha()]
    if not letters:
        return "und"
    cyrillic = sum("\u0400" <= char <= "\u04ff" for char in letters)
    if cyrillic < len(letters) / 2:
        return "en"
    kazakh = sum(char in _KAZAKH for char in letters)
    return "kk" if kazakh >= _LEAST_KAZAKH * cyrillic else "ru"
