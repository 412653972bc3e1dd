"""Numbers, months and units in words, in three languages: data and look-ups."""

from __future__ import annotations

import re
from typing import Final

from corpus.words import Tongue

#: How a month's name begins, January first; endings follow.
_MONTHS: Final[dict[Tongue, str]] = {
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек|қырқүйек қазан"
    " қараша желтоқсан",
    "ru": "январ феврал март апрел мая|май|мае июн июл август сентябр октябр ноябр"
    " декабр",
    "en": "january|jan february|feb march|mar april|apr may june|jun july|jul"
    " august|aug september|sept|sep october|oct november|nov december|dec",
}
_MONTH_ENDINGS: Final[dict[Tongue, str]] = {
    "kk": r"(?:ы|і|ға|ге|да|де|та|те|қа|ке|дың|дің|тың|тің|ның|дан|ден|тан|тен|нан|нен"
    r"|ына|іне|ында|інде|ынан|інен|дағы|дегі|тағы|тегі|ындағы|індегі|ының|інің"
    r"|ін|ын|ғы|гі)?",
    "ru": r"(?:ь|я|е|ю|ем|ём|а|у|ом)?",
    "en": r"\.?",
}
#: Numbers in words, by the beginning that their forms share.
_NUMERALS: Final[dict[Tongue, str]] = {
    "kk": "бір=1 екі=2 үш=3 төрт=4 бес=5 алты=6 жеті=7 сегіз=8 тоғыз=9 он=10"
    " жиырма=20 отыз=30 қырық=40 елу=50 алпыс=60 жетпіс=70 сексен=80 тоқсан=90 жүз=100",
    "ru": "один=1 одного=1 одной=1 одну=1 одна=1 одно=1 два=2 двух=2 две=2 дважды=2"
    " три=3 трех=3 трёх=3 четыре=4 четырех=4 четырёх=4 пять=5 пяти=5 шесть=6 шести=6"
    " семь=7 семи=7 восемь=8 восьми=8 девять=9 девяти=9 десять=10 десяти=10"
    " пятнадцать=15 пятнадцати=15 двадцать=20 двадцати=20 тридцать=30 тридцати=30"
    " сорок=40 сорока=40 шестьдесят=60 шестидесяти=60 девяносто=90 сто=100 ста=100",
    "en": "one=1 a=1 an=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9"
    " ten=10 twelve=12 fifteen=15 twenty=20 thirty=30 forty=40 sixty=60 ninety=90",
}
#: Numbers of order in words.
_ORDINALS: Final[dict[Tongue, str]] = {
    "kk": "бірінші=1 екінші=2 үшінші=3 төртінші=4 бесінші=5 алтыншы=6 жетінші=7"
    " сегізінші=8 тоғызыншы=9 оныншы=10",
    "ru": "перв=1 втор=2 третий=3 третьего=3 третьем=3 третья=3 третье=3 четверт=4"
    " четвёрт=4 пятый=5 пятого=5 шест=6 седьм=7 восьмо=8 девят=9 десят=10",
    "en": "first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8"
    " ninth=9 tenth=10",
}
#: Units of time, by the beginning that their forms share.
_UNITS: Final[dict[Tongue, str]] = {
    "kk": "күн=day апта=week ай=month тоқсан=quarter жыл=year сағат=hour минут=minute"
    " жартыжылдық=half-year тәулік=day",
    "ru": "дн=day день=day сут=day недел=week месяц=month квартал=quarter год=year"
    " лет=year час=hour минут=minute полугоди=half-year",
    "en": "day=day week=week month=month quarter=quarter year=year annum=year"
    " hour=hour minute=minute half-year=half-year",
}
#: Words that multiply an amount.
_SCALES: Final = {
    "мың": 10**3,
    "тыс": 10**3,
    "thousand": 10**3,
    "млн": 10**6,
    "миллион": 10**6,
    "million": 10**6,
    "mln": 10**6,
    "млрд": 10**9,
    "миллиард": 10**9,
    "billion": 10**9,
    "bn": 10**9,
    "трлн": 10**12,
    "триллион": 10**12,
    "trillion": 10**12,
}
_CURRENCIES: Final = {
    "теңге": "KZT",
    "тенге": "KZT",
    "тг": "KZT",
    "tenge": "KZT",
    "kzt": "KZT",
    "₸": "KZT",
    "доллар": "USD",
    "dollar": "USD",
    "usd": "USD",
    "рубл": "RUB",
    "руб": "RUB",
    "еуро": "EUR",
    "евро": "EUR",
    "euro": "EUR",
}


def _table(rows: str) -> dict[str, str]:
    return dict(row.split("=") for row in rows.split())


def month_pattern(tongue: Tongue) -> str:
    """A regular expression that a month's name in any form matches whole."""
    names = _MONTHS[tongue].replace(" ", "|")
    return rf"^(?:{names}){_MONTH_ENDINGS[tongue]}$"


def month_of(word: str, tongue: Tongue) -> int | None:
    """The number of a month, 1..12, None for other words."""
    if not re.match(month_pattern(tongue), word):
        return None
    for number, names in enumerate(_MONTHS[tongue].split(), 1):
        if word.startswith(tuple(names.split("|"))):
            return number
    return None


def numeral_words(tongue: Tongue) -> tuple[str, ...]:
    """Words that stand for a number, whole forms."""
    return tuple(_table(_NUMERALS[tongue]))


def number_of(word: str, tongue: Tongue) -> str | None:
    """The number that a word or figure stands for, in digits."""
    if word[:1].isdigit():
        return word.replace(",", ".")
    return _table(_NUMERALS[tongue]).get(word)


def ordinal_pattern(tongue: Tongue) -> str:
    """A regular expression that matches numbers of order in words."""
    tail = {"kk": "", "ru": r"[а-яё]{0,4}", "en": ""}[tongue]
    return rf"^(?:{'|'.join(_table(_ORDINALS[tongue]))}){tail}$"


def ordinal_of(word: str, tongue: Tongue) -> str | None:
    """The number of order that a word stands for, in digits."""
    if not re.match(ordinal_pattern(tongue), word):
        return None
    rows = _table(_ORDINALS[tongue]).items()
    return next((value for stem, value in rows if word.startswith(stem)), None)


def unit_pattern(tongue: Tongue) -> str:
    """A regular expression that matches a unit of time in any form."""
    tail = {"kk": r"\w{0,6}", "ru": r"[а-яё]{0,4}", "en": "s?"}[tongue]
    return rf"^(?:{'|'.join(_table(_UNITS[tongue]))}){tail}$"


def unit_of(word: str, tongue: Tongue) -> str | None:
    """The unit of time that a word stands for, in English."""
    if not re.match(unit_pattern(tongue), word):
        return None
    rows = _table(_UNITS[tongue]).items()
    return next((unit for stem, unit in rows if word.startswith(stem)), None)


def scale_of(word: str) -> int | None:
    """What a word multiplies an amount by: «млн.» 10⁶."""
    return next((n for stem, n in _SCALES.items() if word.startswith(stem)), None)


def currency_of(word: str) -> str | None:
    """The ISO code of a currency."""
    return next(
        (code for stem, code in _CURRENCIES.items() if word.startswith(stem)), None
    )


def scale_pattern() -> str:
    """A regular expression that matches words which multiply an amount."""
    return rf"^(?:{'|'.join(_SCALES)})\w{{0,4}}\.?$"


def currency_pattern() -> str:
    """A regular expression that matches currencies."""
    return rf"^(?:{'|'.join(_CURRENCIES)})\w{{0,4}}\.?$"
