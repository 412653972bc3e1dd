"""Dates and terms said in Kazakh, Russian and English.

Works on the parts of :mod:`service.periods`; a term with words that no rule knows
has no rendering, so nothing is ever translated in part.
"""

from __future__ import annotations

import re
from typing import Final

from corpus.model import Language
from service.period_patterns import term_words
from service.periods import Point, Word, find_periods

_KK: Final = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
    "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
)  # fmt: skip
_RU: Final = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_RU_OF: Final = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_EN: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ORDINAL: Final = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th"}
#: How a term stands to a point of the calendar, by language.
_RELATIONS: Final[dict[str, dict[str, str]]] = {
    "kk": {
        "": "{}",
        "until": "{} дейін",
        "by": "{} қарай",
        "not_later": "{} кешіктірмей",
        "from": "{} бастап",
        "end": "{} соңына дейін",
    },
    "ru": {
        "": "{}",
        "until": "до {}",
        "by": "к {}",
        "not_later": "не позднее {}",
        "from": "с {}",
        "end": "до конца {}",
    },
    "en": {
        "": "{}",
        "until": "by {}",
        "by": "by {}",
        "not_later": "no later than {}",
        "from": "from {}",
        "end": "by the end of {}",
    },
}
#: Marks that may stay between two parts. Matches ", ", " (", "**"; no letters.
_MARKS = re.compile(r"[\s,;()*.]*")


def _ru(point: Point) -> str:
    bound = point.relation in {"until", "not_later", "from", "end"}
    year = f"{point.year} года" if point.year else ""
    if point.month and point.day:
        return f"{point.day} {_RU_OF[point.month - 1]} {year}".strip()
    if point.month:
        names = _RU_OF if bound else _RU
        return f"{names[point.month - 1]} {year}".strip()
    if point.quarter:
        last = f"–{point.quarter_end}" if point.quarter_end else ""
        noun = "квартала" if bound else "кварталы" if point.quarter_end else "квартал"
        ends = f"{point.year}–{point.year_end} годов" if point.year_end else year
        return f"{point.quarter}{last} {noun} {ends}".strip()
    if point.half:
        return f"{point.half} {'полугодия' if bound else 'полугодие'} {year}".strip()
    if point.year_end:
        return f"{point.year}–{point.year_end} {'годов' if bound else 'годы'}"
    return year if bound else f"{point.year} год"


def _en(point: Point) -> str:
    year = str(point.year) if point.year else ""
    if point.month and point.day:
        return f"{point.day} {_EN[point.month - 1]} {year}".strip()
    if point.month:
        return f"{_EN[point.month - 1]} {year}".strip()
    years = f"{year}–{point.year_end}" if point.year_end else year
    if point.quarter:
        last = f"–{_ORDINAL[point.quarter_end]}" if point.quarter_end else ""
        name = f"{_ORDINAL[point.quarter]}{last} quarter{'s' if last else ''}"
        return f"{name} of {years}" if year else f"the {name}"
    if point.half:
        name = f"{'first' if point.half == 1 else 'second'} half"
        return f"{name} of {year}" if year else f"the {name} of the year"
    return years


def _kk(point: Point) -> str:
    year = f"{point.year} жылғы" if point.year else ""
    if point.month and point.day:
        return f"{year} {point.day} {_KK[point.month - 1]}".strip()
    if point.month:
        return f"{year} {_KK[point.month - 1]}".strip()
    if point.quarter:
        last = f"–{point.quarter_end}" if point.quarter_end else ""
        ends = f"{point.year}–{point.year_end} жылғы" if point.year_end else year
        return f"{ends} {point.quarter}{last}-тоқсан".strip()
    if point.half:
        return f"{year} {point.half}-жартыжылдық".strip()
    if point.year_end:
        return f"{point.year}–{point.year_end} жылдар"
    return f"{point.year} жыл"


#: Kazakh endings by relation: they follow the last vowel of the word.
_KK_CASE: Final[dict[str, tuple[str, str]]] = {
    "until": ("ға", "ге"),
    "by": ("ға", "ге"),
    "not_later": ("нан", "нен"),
    "from": ("дан", "ден"),
}
_BACK: Final = frozenset("аоұы")


def _kk_case(word: str, relation: str) -> str:
    """A Kazakh month, year or quarter with the ending that a relation asks for."""
    vowels = [c for c in word if c in "аоұыәеөүі"]
    back = not vowels or vowels[-1] in _BACK
    if relation == "end":
        return f"{word}{'дың' if back else 'дің'}"
    ending = _KK_CASE[relation][0 if back else 1]
    if word[-1] in "қкптсшх":
        ending = {
            "ға": "қа",
            "ге": "ке",
            "нан": "тан",
            "нен": "тен",
            "дан": "тан",
            "ден": "тен",
        }[ending]
    elif ending[0] in "нд" and word[-1] in "нңм":
        ending = f"н{ending[1:]}"
    elif ending[0] == "н":
        ending = f"д{ending[1:]}"
    return word + ending


_SAY: Final = {"kk": _kk, "ru": _ru, "en": _en}


def say_point(point: Point, language: Language) -> str:
    """A date or term in a language, with its relation: "by 10 July 2018"."""
    said = _SAY[language](point)
    if language == "kk" and point.relation:
        said = _kk_case(said, point.relation)
    return _RELATIONS[language][point.relation].format(said)


def say_date(iso: str, language: Language) -> str:
    """An ISO date in words: «15 марта 2018 года»."""
    year, month, day = (int(part) for part in iso.split("-"))
    return say_point(Point(year=year, month=month, day=day), language)


def render_term(text: str, language: Language) -> str | None:
    """A term of execution in another language.

    Returns:
        None where it holds a word that no rule knows, or nothing to render.
    """
    parts = find_periods(text)
    if not any(isinstance(f.part, Point) or f.part.key != "and" for f in parts):
        return None
    said: list[str] = []
    at, before = 0, None
    for found in parts:
        gap = text[at : found.start]
        if not _MARKS.fullmatch(gap):
            return None
        part = found.part
        bare = isinstance(part, Point) and isinstance(before, Point)
        said.append(", " if bare and not gap.strip() else _gap(gap, first=not said))
        said.append(
            term_words()[part.key].said[language]
            if isinstance(part, Word)
            else say_point(part, language)
        )
        at, before = found.end, part
    tail = text[at:]
    return (
        "".join((*said, ")" if ")" in tail else "")).strip()
        if _MARKS.fullmatch(tail)
        else None
    )


def _gap(gap: str, *, first: bool) -> str:
    """Marks between parts: no asterisks; parts without a mark get a comma."""
    kept = gap.replace("*", "").strip(" \n.")
    if first:
        return kept
    if kept in {"", ","}:
        return f"{kept} "
    return f"{kept} " if kept == ")" else f" {kept}"
