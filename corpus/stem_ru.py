"""Russian lemmas by pymorphy3, ё written as е; loaded at the first word."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

#: Forms whose likeliest reading in the dictionary is not the one of legal texts.
_FIXED: Final = {
    "мер": "мера",
    "суд": "суд",
    "суда": "суд",
    "суде": "суд",
    "судов": "суд",
    "судам": "суд",
    "судом": "суд",
    "лет": "год",
    "данные": "данные",
    "данных": "данные",
    "данным": "данные",
    "данными": "данные",
}
#: Lemmas of one word that the dictionary has twice.
_MERGED: Final = {"основный": "основной"}


@lru_cache(maxsize=1)
def _analyzer() -> Any:  # noqa: ANN401 - pymorphy3 has no types
    import pymorphy3  # noqa: PLC0415

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=1 << 17)
def lemma_ru(word: str) -> str:
    """The dictionary form of a Russian word in lower case, ё as е.

    Of several readings the likeliest counts; a participle becomes its verb, and a
    verb in -ся the one without, for in law it is the passive («направляется»).
    """
    fixed = _FIXED.get(word)
    if fixed is not None:
        return fixed
    lemma: str = _analyzer().parse(word)[0].normal_form
    lemma = lemma.replace("ё", "е")
    if lemma.endswith("ться"):
        lemma = lemma.removesuffix("ся")
    return _MERGED.get(lemma, lemma)
