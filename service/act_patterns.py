"""How acts are written in a running text: codes, numbers, dates."""

from __future__ import annotations

import re
from typing import Final

#: Characters that print alike, by the one that patterns know: blanks and hyphens that
#: do not break, so that none of them parts a number from its sign.
SAME: Final = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2010": "-", "\u2011": "-"}
)
#: First letters of codes, and Cyrillic letters that look like them.
FIRST: Final = str.maketrans("КРНСТ", "KPHCT")
#: A code and what may follow it as a path. Matches "P1800000124/annex-2/measure-42",
#: "K950001000_", "P18000124"; must not match "ISO27001", "2018".
CODE: Final = re.compile(r"(?<!\w)[KZUNRPVSGHTКРНТ]\d{6,}[\dA-Z]*_?(?:/[\w./-]*\w)?")
#: How an act's code must look.
WHOLE_CODE: Final = re.compile(r"[A-Z]\d{2}[0-9A-Z]{7}[0-9A-Z_]")
_SIGN: Final = (
    r"(?:№|(?<!\w)(?:N|No|n|no|номер\w*|нөмір\w*|number)(?=[\s.°\d]))[.°]?\s*"
)
#: A number behind its sign. Matches "№ 124", "No. 561-IV", "№ 24227";
#: must not match "№ 15.03", "№12а34".
SIGNED: Final = re.compile(
    _SIGN + r"(?P<number>\d{1,6}(?:-[IVXLC]{1,4}|-[А-Яа-яҚқІі]{1,3})?)(?![\w.]*\d)"
)
#: A sign that no number follows. Matches "№ ___", "№ от"; must not match "№ 5".
EMPTY_SIGN: Final = re.compile(r"№(?!\s*\d)(?:\s*_+)?")
#: A plain number of up to five digits. Must not match "15.03", "1 258,3", "2014-2020".
PLAIN: Final = re.compile(r"(?<![\w.,–-])\d{1,5}(?![\w]|[.,]\d|\s?[-–]\s?\d)")
#: A date in figures, whether the calendar has it or not.
FIGURES: Final = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)(?!\d)")
#: Figures that are a year unless a sign stands before them.
YEAR: Final = re.compile(r"(?:19|20)\d\d")
#: Ends what belongs together. Must not match a comma.
BREAK: Final = re.compile(r"[;?!:()\n]")
#: Words before a number that make it one of the registration of an act.
REGISTERED: Final = re.compile(r"зарегистр|реестр|тіркел|тізілім|regist", re.IGNORECASE)


def plain(text: str) -> str:
    """The text with blanks and hyphens of one sort; every character in its place."""
    return text.translate(SAME)


def is_code(text: str) -> bool:
    """Whether a text has the form of an act's code."""
    return WHOLE_CODE.fullmatch(text) is not None
