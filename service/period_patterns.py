"""How dates and terms are written in Kazakh, Russian and English; letters folded."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from corpus.letters import fold

#: Words of recurrence and the like.
WORDS_FILE: Final = Path(__file__).parent / "words" / "periods.toml"

_MONTHS: Final = (
    ("кантар", "январ", "january", "jan"),
    ("акпан", "феврал", "february", "feb"),
    ("наурыз", "март", "march", "mar"),
    ("сауир", "апрел", "april", "apr"),
    ("мамыр", "мая", "may"),
    ("маусым", "июн", "june", "jun"),
    ("шилде", "июл", "july", "jul"),
    ("тамыз", "август", "august", "aug"),
    ("кыркуйек", "кыркуйег", "сентябр", "september", "sept", "sep"),
    ("казан", "октябр", "october", "oct"),
    ("караша", "ноябр", "november", "nov"),
    ("желтоксан", "декабр", "december", "dec"),
)
MONTH_OF: Final = {name: n for n, row in enumerate(_MONTHS, 1) for name in row}
#: A month in kk, ru or en with its ending, letters folded. May in Russian has no
#: stem of its own length: «май, мая, мае, маем, маю». Must not match «мамандар»,
#: «марттық шара» is one and is meant, «казакстан», «маршрут», «декан».
_MONTH: Final = (
    r"(?P<month>кантар|акпан|наурыз|сауир|мамыр|маусым|шилде|тамыз|кыркуйе[кг]"
    r"|казан(?!\w*стан)|караша|желтоксан|январ|феврал|март|апрел|июн|июл|август"
    r"|сентябр|октябр|ноябр|декабр|ма(?=[йюея]\b|ем\b)"
    r"|(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)"
    r"(?P<case>\w*)"
)
#: What stands in each name of a month, "mar" for "march" too.
_ANY_MONTH: Final = (
    r"кантар|акпан|наурыз|сауир|мамыр|маусым|шилде|тамыз|кыркуйе[кг]|казан|караша"
    r"|желтоксан|январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр"
    r"|ма[йюея]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
)
_YEAR: Final = r"(?:19|20)\d\d"
_DASH: Final = r"\s?[-–—]\s?"
_G: Final = (
    r"(?:\s?(?:жылдар\w*|жыл\w*|жж?\."
    r"|годами|годов|годам|годах|годы|года|году|годом|год|гг?\.))?"
)
#: A quarter, as a figure or a Roman one.
_Q: Final = r"[1-4]|i{1,3}|iv"
_Q_WORD: Final = r"перв\w+|втор\w+|трет\w+|четверт\w+"
_DAY: Final = r"[\"«“]?(?P<day>\d{1,2})[\"»”]?"
#: What may stand before: the relation in Russian and English.
_BEFORE: Final = (
    r"(?:(?P<not_later>не\s+позднее|не\s+позже|no(?:t)?\s+later\s+than)\s+(?:the\s+)?"
    r"|(?P<end>(?:(?:до|к|в)\s+конц[ауе]|(?:by\s+|at\s+)?(?:the\s+)?end\s+of)\s+)"
    r"|(?P<until>до|until|till|before)\s+|(?P<by>ко?|by)\s+(?:the\s+)?"
    r"|(?P<from>со?|начиная\s+с|from|since|as\s+of)\s+(?:the\s+)?)?"
)
#: What may stand behind: the relation in Kazakh.
_AFTER: Final = (
    r"(?:\s+(?:(?P<until_>дейин\w*)|(?P<by_>карай)|(?P<not_later_>кешиктирмей|кеш\s+емес)"
    r"|(?P<from_>бастап)|(?P<end_>сонына\s+дейин|сонында|аягына\s+дейин)))?"
)
#: Dates and terms, each behind what a text that holds one must hold.
_DATES: Final = (
    # 2018 жылғы 10 шілдеге қарай; 10 шілде 2018 жыл; 2018 жылғы қараша
    (_ANY_MONTH, rf"(?:(?P<year>{_YEAR})\s?(?:жыл\w*|ж\.)\s+)?(?:{_DAY}\s+)?{_MONTH}"),
    # 15 марта 2018 года; 11 April 2019; апрель 2019
    (
        _YEAR,
        rf"(?:{_DAY}(?:st|nd|rd|th)?\s+(?:of\s+)?)?{_MONTH},?\s+(?P<year>{_YEAR}){_G}",
    ),
    # March 15, 2018
    (
        _YEAR,
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,\s+(?P<year>{_YEAR})",
    ),
    # 15.03.2018; 2018-03-15
    (
        _YEAR,
        (
            rf"(?<![\d.])(?P<day>\d{{1,2}})[./](?P<mm>\d{{1,2}})[./](?P<year>{_YEAR})"
            r"(?:\s?(?:г\.|года|ж\.))?"
        ),
    ),
    (_YEAR, rf"(?<![\d-])(?P<year>{_YEAR})-(?P<mm>\d\d)-(?P<day>\d\d)(?!\d)"),
    # 2014-2020 жылғы 4-тоқсан; 4 тоқсан
    (
        "токсан",
        (
            rf"(?:(?P<year>{_YEAR})(?:{_DASH}(?P<year_end>{_YEAR}))?\s?жыл\w*\s+)?"
            rf"(?P<q>{_Q})(?:{_DASH}(?P<q_end>{_Q}))?(?:\s?-?\s?)токсан(?!\s+сайын)\w*"
        ),
    ),
    # IV квартал 2018 года
    (
        "квартал",
        (
            rf"(?P<q>{_Q}|{_Q_WORD})(?:-?(?:й|м|го|ый|ой|ом))?\s+квартал\w*"
            rf"(?:\s+(?P<year>{_YEAR}){_G})?"
        ),
    ),
    # 3rd quarter of 2014; Q3 2014
    (
        "quarter",
        (
            r"(?:(?P<q>[1-4])(?:st|nd|rd|th)|(?P<q_word>first|second|third|fourth))"
            rf"\s+quarter(?:\s+(?:of\s+)?(?P<year>{_YEAR}))?"
        ),
    ),
    (_YEAR, rf"q(?P<q>[1-4])\s+(?P<year>{_YEAR})"),
    # 1-жартыжылдық; 2 полугодие 2018 года
    (
        "жартыжылды",
        (
            rf"(?:(?P<year>{_YEAR})\s?жыл\w*\s+)?"
            r"(?P<half>[12]|ii?)(?:\s?-?\s?)жартыжылды\w*"
        ),
    ),
    (
        "полугоди",
        rf"(?P<half>[12]|ii?)(?:-е|-го|-м)?\s+полугоди\w*(?:\s+(?P<year>{_YEAR}){_G})?",
    ),
    # 2017 – 2020 жылдар; 2018-2020 годы; 2018–2020
    (_YEAR, rf"(?P<year>{_YEAR}){_DASH}(?P<year_end>{_YEAR}){_G}"),
    # 2015 жыл; 2018 жылдан; 2018 год
    (_YEAR, rf"(?P<year>{_YEAR}){_G}"),
)


class Form(NamedTuple):
    """A way to write a date or a term.

    Attributes:
        needed: What a text must hold for the pattern to match in it at all; found
            in a tenth of the time.
        pattern: The whole of it.
    """

    needed: re.Pattern[str]
    pattern: re.Pattern[str]


FORMS: Final = tuple(
    Form(re.compile(needed), re.compile(rf"(?<!\w){_BEFORE}{whole}{_AFTER}(?!\w)"))
    for needed, whole in _DATES
)


class TermWord(NamedTuple):
    """A word of a term, such as "annually", and how it is said in each language."""

    key: str
    said: Mapping[str, str]
    pattern: re.Pattern[str]


def _pattern(forms: Sequence[str]) -> re.Pattern[str]:
    """Any of the forms, whole words, letters folded; the longer ones first."""
    ways = (
        r"\s+".join(re.escape(w).replace(r"\*", r"\w*") for w in fold(form).split())
        for form in sorted(forms, key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)")


@cache
def term_words(path: Path = WORDS_FILE) -> Mapping[str, TermWord]:
    """The words of terms by their keys, read once."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["word"]
    return {
        row["key"]: TermWord(
            row["key"],
            {language: row[language] for language in ("kk", "ru", "en")},
            _pattern(row["forms"]),
        )
        for row in rows
    }
