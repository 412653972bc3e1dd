"""Dates in Kazakh and Russian words or figures → ISO."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

_KAZAKH: Final = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
    "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
)  # fmt: skip
_RUSSIAN: Final = (
    "январ", "феврал", "март", "апрел", "ма", "июн",
    "июл", "август", "сентябр", "октябр", "ноябр", "декабр",
)  # fmt: skip
#: ``2018 жылғы 15 наурыздағы``, ``2017 жылғы "19" қыркүйектегі``,
#: ``1995 жылы 30 тамызда``.
#: Must not match a year without a day: ``2018 жылғы наурызда``.
_IN_KAZAKH = re.compile(
    rf"(?P<year>(?:19|20)\d\d)\s+жыл(?:ғы|ы)\s+[\"«“]?(?P<day>\d{{1,2}})[\"»”]?\s+"
    rf"(?P<month>{'|'.join(_KAZAKH)})\w*",
    re.IGNORECASE,
)
#: ``24 июня 2013 года``, ``«6» сентября 2021 г.``; must not match ``1 декабря`` alone.
_IN_RUSSIAN = re.compile(
    r"[\"«“]?(?P<day>\d{1,2})[\"»”]?\s+"
    r"(?P<month>январ|феврал|март|апрел|ма(?=[йя]\b)|июн|июл|август|сентябр|октябр"
    r"|ноябр|декабр)\w*\s+(?P<year>(?:19|20)\d\d)(?=\s*г|\W|$)",
    re.IGNORECASE,
)
#: ``28.02.2024``; must not match a version or a longer chain of figures.
_IN_FIGURES = re.compile(
    r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?![\d])"
)
#: The same as Kazakh notes have it: ``2013.01.08``.
_IN_FIGURES_KK = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)\.(?P<month>\d{1,2})\.(?P<day>\d{1,2})(?!\.?\d)"
)


class DateAt(NamedTuple):
    """A date and its half-open place in the text."""

    start: int
    end: int
    iso: str


def find_dates(text: str) -> tuple[DateAt, ...]:
    """All dates of a text in order of their places; impossible ones are left out."""
    found = sorted(
        DateAt(match.start(), match.end(), iso)
        for pattern, months in (
            (_IN_KAZAKH, _KAZAKH),
            (_IN_RUSSIAN, _RUSSIAN),
            (_IN_FIGURES, ()),
            (_IN_FIGURES_KK, ()),
        )
        for match in pattern.finditer(text)
        for iso in _iso(match, months)
    )
    return tuple(found)


def _iso(match: re.Match[str], months: tuple[str, ...]) -> Iterator[str]:
    """The date, if the calendar has it."""
    name = match["month"].lower()
    month = months.index(name) + 1 if months else int(name)
    try:
        yield date(int(match["year"]), month, int(match["day"])).isoformat()
    except ValueError:
        return
