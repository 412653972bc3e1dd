"""Russian lemmas by pymorphy3, ё written as е; loaded at the first word."""

from __future__ import annotations

import re
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
    "статей": "статья",
    "капитале": "капитал",
    "округу": "округ",
    "другом": "другой",
}
#: Lemmas of the dictionary that no legal text means.
_MERGED: Final = {"основный": "основной", "деньга": "деньги"}
#: Share of readings as an adjective from which a noun in -ое is none: «среднего»
#: and «подлежащих» are hardly ever nouns in law, «животных» nearly always.
_ADJECTIVAL: Final = 0.05
#: What the dictionary can be asked for; it fails on letters without a Unicode name,
#: such as Tangut ones. Matches «іс-шара», "plan"; must not match "𗀀".
_READABLE = re.compile(r"[\u0000-\u04ff\u2010-\u2019]+")


@lru_cache(maxsize=1)
def _analyzer() -> Any:  # noqa: ANN401 - pymorphy3 has no types
    import pymorphy3  # noqa: PLC0415

    return pymorphy3.MorphAnalyzer(lang="ru")


def _likeliest(word: str) -> str:
    """The likeliest lemma; of short adjective and short participle the verb's."""
    found = _analyzer().parse(word)
    best = found[0]
    if best.tag.POS == "ADJS":
        best = next((r for r in found if r.tag.POS == "PRTS"), best)
    elif best.tag.POS == "NOUN" and best.normal_form.endswith(("ое", "ее")):
        attributes = [r for r in found if r.tag.POS in {"ADJF", "PRTF"}]
        if sum(r.score for r in attributes) >= _ADJECTIVAL:
            best = attributes[0]
    elif best.tag.POS == "ADJF":
        best = next((r for r in found if r.tag.POS == "PRTF"), best)
    lemma: str = best.normal_form
    return lemma


@lru_cache(maxsize=1 << 17)
def lemma_ru(word: str) -> str:
    """The dictionary form of a Russian word in lower case, ё as е.

    Of several readings the likeliest counts; a participle becomes its verb, and a
    verb in -ся the one without, for in law it is the passive («направляется»).
    """
    fixed = _FIXED.get(word)
    if fixed is not None:
        return fixed
    if not _READABLE.fullmatch(word):
        return word
    lemma = _likeliest(word)
    lemma = lemma.replace("ё", "е")
    if lemma.endswith("ться"):
        lemma = lemma.removesuffix("ся")
    return _MERGED.get(lemma, lemma)


@lru_cache(maxsize=1 << 14)
def is_word_ru(word: str) -> bool:
    """Whether the dictionary has a Russian form, in lower case, as it is spelled."""
    return bool(_analyzer().word_is_known(word))
