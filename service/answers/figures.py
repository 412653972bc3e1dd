"""Figures and their units in the language of an answer; values keep what is printed."""

from __future__ import annotations

import re
from typing import Final

from corpus.model import Language

#: Units as plans print them, spacing and stops aside, and how each language says them.
_UNITS: Final[dict[str, dict[Language, str]]] = {
    "млнтеңге": {"kk": "млн теңге", "ru": "млн тенге", "en": "million tenge"},
    "мыңтеңге": {"kk": "мың теңге", "ru": "тыс. тенге", "en": "thousand tenge"},
    "млрдтеңге": {"kk": "млрд теңге", "ru": "млрд тенге", "en": "billion tenge"},
    "теңге": {"kk": "теңге", "ru": "тенге", "en": "tenge"},
    "адам": {"kk": "адам", "ru": "человек", "en": "people"},
    "бірлік": {"kk": "бірлік", "ru": "единиц", "en": "units"},
    "орын": {"kk": "орын", "ru": "место", "en": "(place)"},
    "дана": {"kk": "дана", "ru": "штук", "en": "pieces"},
    "ісшаралар": {"kk": "іс-шара", "ru": "мероприятий", "en": "events"},
    "млнтенге": {"kk": "млн теңге", "ru": "млн тенге", "en": "million tenge"},
    "тыстенге": {"kk": "мың теңге", "ru": "тыс. тенге", "en": "thousand tenge"},
    "млрдтенге": {"kk": "млрд теңге", "ru": "млрд тенге", "en": "billion tenge"},
    "тенге": {"kk": "теңге", "ru": "тенге", "en": "tenge"},
    "человек": {"kk": "адам", "ru": "человек", "en": "people"},
    "единиц": {"kk": "бірлік", "ru": "единиц", "en": "units"},
}
#: All but letters. Matches the stop and blank of «млн. теңге»; must not match «%».
_NO_LETTER = re.compile(r"[^\w%]|_")
#: A comma between figures. Must not match "1, 2".
_COMMA = re.compile(r"(?<=\d),(?=\d)")

#: A number in digits. Matches "114", the 2019 of «2019 ж.».
_FIGURE: Final = re.compile(r"\d+")


def unit_words(unit: str, language: Language) -> str:
    """A unit in a language; one that is not known stays as it is printed."""
    said = _UNITS.get(_NO_LETTER.sub("", unit).lower(), {})
    return said.get(language, unit)


def figure_words(value: str, language: Language) -> str:
    """A figure in a language's form: "87.7" in English, «87,7» elsewhere."""
    return _COMMA.sub(".", value) if language == "en" else value


def has_other_figures(text: str, question: str) -> bool:
    """Whether a text has numbers beside those that the question names itself.

    "How many people rang line 114" is not answered by the 114; numbers in words count.
    """
    figures = set(_FIGURE.findall(text))
    return not figures or not figures <= set(_FIGURE.findall(question))
