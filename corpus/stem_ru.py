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
#: Nouns of Kazakhstan that the dictionary has not, and guesses differently by form.
_LOCAL: Final = ("маслихат", "акимат", "аким", "кандас")
#: Endings of such nouns.
_LOCAL_ENDINGS: Final = ["", "а", "у", "ом", "е", "ы", "и", "ов", "ам", "ами", "ах"]
#: Lemmas of the dictionary that no legal text means.
_MERGED: Final = {"основный": "основной", "деньга": "деньги"}
#: Share of readings as an adjective from which a noun in -ое is none: «среднего»
#: and «подлежащих» are hardly ever nouns in law, «животных» nearly always.
_ADJECTIVAL: Final = 0.05
#: Parts of speech whose forms may look like a noun's dictionary form.
_NO_BASE: Final = frozenset({"NOUN", "GRND", "VERB"})
_LOCAL_FORMS: Final = {
    noun + ending: noun for noun in _LOCAL for ending in _LOCAL_ENDINGS
}
#: What the dictionary can be asked for; it fails on letters without a Unicode name,
#: such as Tangut ones. Matches «іс-шара», "plan"; must not match "𗀀".
_READABLE = re.compile(r"[\u0000-\u04ff\u2010-\u2019]+")


@lru_cache(maxsize=1)
def _analyzer() -> Any:  # noqa: ANN401 - pymorphy3 has no types
    import pymorphy3  # noqa: PLC0415

    return pymorphy3.MorphAnalyzer(lang="ru")


def _is_base(reading: Any, word: str) -> bool:  # noqa: ANN401 - without types
    """The word as a noun in its dictionary form: «устав», «вина», «село»."""
    return bool(reading.tag.POS == "NOUN" and reading.normal_form == word)


def _is_neuter_attribute(reading: Any) -> bool:  # noqa: ANN401 - without types
    """A lifeless noun in -ое: «среднее», not «животное»."""
    lifeless = reading.tag.POS == "NOUN" and reading.tag.animacy != "anim"
    return bool(lifeless and reading.normal_form.endswith(("ое", "ее")))


def _likeliest(word: str) -> str:
    """The likeliest lemma; of short adjective and short participle the verb's."""
    found = _analyzer().parse(word)
    best = found[0]
    if best.tag.POS == "ADJS":
        best = next((r for r in found if r.tag.POS == "PRTS"), best)
    elif best.tag.POS in _NO_BASE and best.normal_form != word:
        best = next((r for r in found if _is_base(r, word)), best)
    if _is_neuter_attribute(best):
        attributes = [r for r in found if r.tag.POS in {"ADJF", "PRTF"}]
        if sum(r.score for r in attributes) >= _ADJECTIVAL:
            best = attributes[0]
    if best.tag.POS == "ADJF":
        best = next((r for r in found if r.tag.POS == "PRTF"), best)
    lemma: str = best.normal_form
    return lemma


@lru_cache(maxsize=1 << 17)
def lemma_ru(word: str) -> str:
    """The dictionary form of a Russian word in lower case, ё as е.

    Of several readings the likeliest counts; a participle becomes its verb, and a
    verb in -ся the one without, for in law it is the passive («направляется»).
    """
    fixed = _FIXED.get(word) or _LOCAL_FORMS.get(word)
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
