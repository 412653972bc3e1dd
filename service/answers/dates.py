"""Dates in the case that a sentence needs: Kazakh adds it to the name of the month."""

from __future__ import annotations

from typing import Final

from corpus.model import Language
from service.period_words import say_date

#: Endings of "in" and "from" by month, as the sounds of its name want them.
_ENDINGS: Final = {
    "қаңтар": ("да", "дан"),
    "ақпан": ("да", "нан"),
    "наурыз": ("да", "дан"),
    "сәуір": ("де", "ден"),
    "мамыр": ("да", "дан"),
    "маусым": ("да", "нан"),
    "шілде": ("де", "ден"),
    "тамыз": ("да", "дан"),
    "қыркүйек": ("те", "тен"),
    "қазан": ("да", "нан"),
    "қараша": ("да", "дан"),
    "желтоқсан": ("да", "нан"),
}


def on_date(iso: str, language: Language) -> str:
    """A day when something is done: «2016 жылғы 18 тамызда»."""
    return _with_ending(say_date(iso, language), 0)


def since_date(iso: str, language: Language) -> str:
    """A day from which something holds: «2026 жылғы 12 шілдеден»."""
    return _with_ending(say_date(iso, language), 1)


def _with_ending(said: str, which: int) -> str:
    endings = _ENDINGS.get(said.rpartition(" ")[2])
    return f"{said}{endings[which]}" if endings else said
