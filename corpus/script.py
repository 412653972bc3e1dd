"""The language of a whole act, by its letters alone."""

from __future__ import annotations

import re
from typing import Final

from corpus.model import Language

_KAZAKH: Final = "әіңғүұқөһӘІҢҒҮҰҚӨҺ"
#: A run of letters; must not match figures and marks.
_LETTERS = re.compile(r"[^\W\d_]+")
#: What is no Cyrillic letter or mark.
_FOREIGN = re.compile(r"[^\u0400-\u04ff]+")
#: Kazakh text has some 15 % of these letters, Russian law about Kazakhstan none.
_LEAST_KAZAKH: Final = 0.02


def language_of(text: str) -> Language:
    """Kazakh, Russian or English; "und" without enough letters."""
    letters = "".join(_LETTERS.findall(text))
    if not letters:
        return "und"
    cyrillic = len(_FOREIGN.sub("", letters))
    if cyrillic < len(letters) / 2:
        return "en"
    kazakh = sum(map(letters.count, _KAZAKH))
    return "kk" if kazakh >= _LEAST_KAZAKH * cyrillic else "ru"
