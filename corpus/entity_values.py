"""The values of dates, periods, amounts and figures, one form for all languages.

==========  ======================================================================
kind        value
==========  ======================================================================
date        ISO 8601 as far as said: ``2018-07-10``, ``2018-07``, ``2018``,
            ``--07-10`` (any year), ``---10`` (any month)
period      ``10 working day``, ``2 month``; ``1/quarter`` for once a quarter;
            ``2018/2022`` for a range of years
amount      ``270148.8 million KZT``, ``500 KZT``: figure, scale, currency
percent     the figure
ordinal     the number in digits, ``89-1`` as printed
number      the figure; after № as printed
==========  ======================================================================

The figure has a point for decimals and no spaces.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from corpus.entity_patterns import EntityKind
from corpus.numerals import (
    currency_of,
    month_of,
    number_of,
    ordinal_of,
    scale_of,
    unit_of,
)
from corpus.words import Tongue

#: A year. Matches "2018"; must not match "1860", "20181".
_YEAR = re.compile(r"(?:19|20)\d\d")
#: A date in figures. Matches "15.03.2018"; must not match "2018-03-15".
_FIGURES = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
#: A day of a month, ordinal endings allowed. Matches "10", "3rd"; not "100".
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_SCALE_NAMES: Final = {
    10**3: "thousand",
    10**6: "million",
    10**9: "billion",
    10**12: "trillion",
}
#: Words that say how often by themselves, by their beginning.
_OFTEN: Final = {
    "ежегодн": "1/year",
    "ежекварталь": "1/quarter",
    "ежемесяч": "1/month",
    "еженедель": "1/week",
    "ежедневн": "1/day",
    "annual": "1/year",
    "yearly": "1/year",
    "quarterly": "1/quarter",
    "monthly": "1/month",
    "weekly": "1/week",
    "daily": "1/day",
}
_TIMES: Final = frozenset({"рет", "реттен", "раз", "раза", "times", "once", "twice"})
_EACH: Final = frozenset({"сайын", "every", "each"})
_WORKING: Final = ("жұмыс", "рабоч", "working", "business")

Words = tuple[str, ...]


def _date(words: Words, tongue: Tongue) -> str:
    figures = next((m for w in words if (m := _FIGURES.fullmatch(w))), None)
    if figures:
        return f"{figures[3]}-{int(figures[2]):02d}-{int(figures[1]):02d}"
    year = next((w for w in words if _YEAR.fullmatch(w)), "")
    month = next((n for w in words if (n := month_of(w, tongue))), 0)
    day = next((int(m[1]) for w in words if (m := _DAY.fullmatch(w))), 0)
    if not year and not month:
        return f"---{day:02d}"
    parts = [year or "-", f"{month:02d}" if month else "", f"{day:02d}" if day else ""]
    return "-".join(part for part in parts if part)


def _figure(words: Words) -> str:
    digits = "".join(word for word in words if word[:1].isdigit())
    return digits.replace(",", ".")


def _count(words: Words, tongue: Tongue) -> str:
    found = [n for word in words if (n := number_of(word, tongue))]
    if len(found) > 1 and all(n.isdigit() for n in found):
        return str(sum(int(n) for n in found))
    return found[0] if found else "1"


def _period(words: Words, tongue: Tongue) -> str:
    years = [word for word in words if _YEAR.fullmatch(word)]
    if len(years) == 2:
        return "/".join(years)
    often = next((v for k, v in _OFTEN.items() if words[0].startswith(k)), None)
    if often:
        return often
    unit = next((u for word in reversed(words) if (u := unit_of(word, tongue))), "")
    if _EACH.intersection(words) and not _TIMES.intersection(words):
        return f"1/{unit}"
    if _TIMES.intersection(words):
        twice = "twice" in words
        counted = tuple(w for w in words if w not in {"a", "an"})
        return f"{2 if twice else _count(counted, tongue)}/{unit}"
    working = any(word.startswith(_WORKING) for word in words)
    return f"{_count(words, tongue)} {'working ' if working else ''}{unit}"


def _amount(words: Words, _: Tongue) -> str:
    scale = next((n for word in words if (n := scale_of(word))), 0)
    currency = next((c for word in words if (c := currency_of(word))), "")
    parts = (_figure(words), _SCALE_NAMES.get(scale, ""), currency)
    return " ".join(part for part in parts if part)


def _ordinal(words: Words, tongue: Tongue) -> str:
    worded = next((n for word in words if (n := ordinal_of(word, tongue))), None)
    #: The digits of "3rd", "89-1"; nothing else of the word.
    printed = re.compile(r"\d+(?:-\d+)?")
    figure = next((m[0] for word in words if (m := printed.match(word))), None)
    return figure or worded or ""


def _number(words: Words, _: Tongue) -> str:
    if words[0][:1].isdigit():
        return _figure(words)
    return words[-1].upper()


_READERS: Final[dict[EntityKind, Callable[[Words, Tongue], str]]] = {
    "date": _date,
    "period": _period,
    "amount": _amount,
    "percent": lambda words, _: _figure(words),
    "ordinal": _ordinal,
    "number": _number,
}


def value_of(kind: EntityKind, words: Words, tongue: Tongue) -> str:
    """The value of an entity from its tokens; the forms are in the module's table."""
    return _READERS[kind](tuple(word.lower() for word in words), tongue)
