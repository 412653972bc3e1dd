"""Patterns of dates, periods, amounts and figures over tokens, as data.

Each pattern is a row of token descriptions as spaCy's ``Matcher`` reads them.
Words are described by their lower-case form, so the patterns need no model.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from corpus.numerals import (
    currency_pattern,
    month_pattern,
    numeral_words,
    ordinal_pattern,
    scale_pattern,
    unit_pattern,
)
from corpus.words import Tongue

EntityKind = Literal["date", "period", "amount", "number", "percent", "ordinal"]
#: Of readings of equal length the earlier kind counts.
RANK: Final[dict[EntityKind, int]] = {
    "date": 0,
    "period": 1,
    "amount": 2,
    "percent": 3,
    "ordinal": 4,
    "number": 5,
}

#: A description of one token, as the Matcher takes it.
Part = dict[str, Any]
Row = tuple[Part, ...]


def _like(pattern: str, op: str = "") -> Part:
    """A token whose lower-case form matches a regular expression."""
    part: Part = {"LOWER": {"REGEX": pattern}}
    return part | {"OP": op} if op else part


def _one_of(words: str, op: str = "") -> Part:
    """A token whose lower-case form is one of the words."""
    part: Part = {"LOWER": {"IN": words.split()}}
    return part | {"OP": op} if op else part


_YEAR: Final = _like(r"^(?:19|20)\d\d$")
_DAY: Final = _like(r"^(?:0?[1-9]|[12]\d|3[01])$")
_SMALL: Final = _like(r"^\d{1,3}$")
_FIGURE: Final = _like(r"^\d+(?:[.,]\d+)?$")
_GROUP: Final = _like(r"^\d{3}(?:[.,]\d+)?$", "*")
_DASH: Final = _one_of("– — - ‑")
#: A date in figures. Matches "15.03.2018"; must not match "148.8".
_IN_FIGURES: Final = _like(
    r"^(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:19|20)\d\d$"
)


def _count(tongue: Tongue) -> tuple[Part, Part]:
    """A number in figures, or in words."""
    return _SMALL, _one_of(" ".join(numeral_words(tongue)), "+")


def _kk_dates() -> tuple[Row, ...]:
    year = _like(r"^(?:жыл\w*|жж?\.)$")
    month = _like(month_pattern("kk"))
    tail = _one_of("дейін кешіктірмей бастап кейін бері", "?")
    day = _like(r"^күн\w+$")
    limit = _one_of("кешіктірмей дейін")
    return (
        (_YEAR, year, _DAY, month, tail),
        (_YEAR, year, month, tail),
        (_YEAR, year, tail),
        (_DAY, month, tail),
        (_like(r"^ай\w*$", "?"), _DAY, _one_of("-", "?"), day, limit),
        (_IN_FIGURES, tail),
    )


def _ru_dates() -> tuple[Row, ...]:
    before = (
        (),
        (_one_of("до с от к по после"),),
        (_one_of("не"), _one_of("позднее позже")),
    )
    year = _like(r"^(?:год\w*|гг?\.)$")
    month = _like(month_pattern("ru"))
    rows = (
        (_DAY, month, _YEAR, {**year, "OP": "?"}),
        (_DAY, month),
        (month, _YEAR, {**year, "OP": "?"}),
        (_YEAR, year),
        (_DAY, _one_of("числа")),
        (_IN_FIGURES, {**year, "OP": "?"}),
    )
    return tuple((*head, *row) for head in before for row in rows)


def _en_dates() -> tuple[Row, ...]:
    before = (
        (),
        (_one_of("by until before from since after on in"),),
        (_one_of("not no"), _one_of("later"), _one_of("than")),
    )
    month = _like(month_pattern("en"))
    day = _like(r"^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$")
    rows = (
        (day, _one_of("of", "?"), month, _one_of(",", "?"), _YEAR),
        (month, day, _one_of(",", "?"), _YEAR),
        (day, month),
        (month, day),
        (month, _YEAR),
        (_YEAR,),
        (_IN_FIGURES,),
    )
    return tuple((*head, *row) for head in before for row in rows)


def _kk_periods() -> tuple[Row, ...]:
    unit = _like(unit_pattern("kk"))
    kind = _one_of("жұмыс күнтізбелік банк", "?")
    tail = _one_of("ішінде мерзімде бойы мерзімге мерзімі бұрын", "?")
    year = _like(r"^(?:жыл\w*|жж?\.)$", "?")
    each = _like(
        r"^(?:жылына|тоқсанына|тоқсанда|айына|аптасына|күніне|жартыжылда|жылда)$"
    )
    return (
        *((count, kind, unit, tail) for count in _count("kk")),
        *((each, count, _one_of("рет реттен")) for count in _count("kk")),
        (unit, _one_of("сайын")),
        (_YEAR, _DASH, _YEAR, year),
    )


def _ru_periods() -> tuple[Row, ...]:
    unit = _like(unit_pattern("ru"))
    kind = _like(r"^(?:рабоч|календарн|банковск)[а-я]{2,3}$", "?")
    year = _like(r"^(?:год\w*|гг?\.)$", "?")
    times = _like(r"^раза?$")
    before = ((), (_one_of("в"), _one_of("течение")), (_one_of("не"), _one_of("реже")))
    return (
        *((*head, n, kind, unit) for head in before for n in _count("ru")),
        *(
            (*head, n, times, _one_of("в"), unit)
            for head in before
            for n in _count("ru")
        ),
        (_like(r"^еже(?:год|кварталь|месяч|недель|дневно)[а-я]*$"),),
        (_one_of("раз"), _one_of("в"), unit),
        (_YEAR, _DASH, _YEAR, year),
    )


def _en_periods() -> tuple[Row, ...]:
    unit = _like(unit_pattern("en"))
    kind = _one_of("working business calendar", "?")
    before = ((), (_one_of("within in for during"),), (_one_of("at"), _one_of("least")))
    often = _one_of("once twice")
    per = _one_of("a an per every each")
    return (
        *((*head, n, kind, unit) for head in before for n in _count("en")),
        *((*head, often, per, unit) for head in before),
        *(
            (*head, n, _one_of("times"), per, unit)
            for head in before
            for n in _count("en")
        ),
        (_one_of("every each"), unit),
        (_one_of("annually yearly quarterly monthly weekly daily"),),
        (_YEAR, _DASH, _YEAR),
    )


def _ordinals(tongue: Tongue) -> tuple[Row, ...]:
    """Numbers of order and of the parts of an act."""
    worded = (_like(ordinal_pattern(tongue)),)
    number = _like(r"^\d{1,4}(?:-\d+)?$")
    if tongue == "kk":
        part = r"^(?:бап|баб|тарау|тарма|бөлі|қосымша|іс-шара|абзац|параграф|кіші)\w*"
        return worded, (number, _one_of("-"), _like(part))
    if tongue == "ru":
        part = (
            r"^(?:стать|пункт|подпункт|глав|раздел|част|приложени|мероприяти|мер|абзац)"
            r"[а-я]{0,4}$|^(?:ст|п|пп|подп|гл|абз|ч|разд|прил)\.$"
        )
        return (
            worded,
            (_like(part), _one_of("№", "?"), number),
            (
                number,
                _one_of("-"),
                _like(r"^(?:й|го|му|м|я|ю|е)$"),
            ),
        )
    part = (
        r"^(?:article|point|subpoint|paragraph|section|chapter|annex|measure|clause)s?$"
        r"|^(?:art|para|sec|ch)\.$"
    )
    return worded, (_like(part), number), (_like(r"^\d+(?:st|nd|rd|th)$"),)


def patterns(tongue: Tongue) -> dict[EntityKind, tuple[Row, ...]]:
    """All patterns of a language, by kind."""
    currency, scale = _like(currency_pattern()), _like(scale_pattern())
    percent = _like(r"^(?:%|пайыз\w*|процент\w*|percent)$")
    dates = {"kk": _kk_dates, "ru": _ru_dates, "en": _en_dates}[tongue]
    periods = {"kk": _kk_periods, "ru": _ru_periods, "en": _en_periods}[tongue]
    return {
        "date": dates(),
        "period": periods(),
        "amount": (
            (_FIGURE, _GROUP, scale | {"OP": "?"}, currency),
            (_FIGURE, _GROUP, scale),
        ),
        "percent": ((_FIGURE, percent), (_FIGURE, _one_of("per"), _one_of("cent"))),
        "ordinal": _ordinals(tongue),
        "number": (
            (_one_of("№ no. n"), _like(r"^\d[\d/-]*(?:-[a-zivxlcа-я]+)?$")),
            (_FIGURE, _GROUP),
        ),
    }
