"""Deadlines: where one stands in a text, and which years it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_YEAR = r"(?:19|20)\d\d"
MONTHS = (
    r"қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша"
    r"|желтоқсан|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр"
    r"|ноябр|декабр"
)
#: A word that a deadline is made of; must not match ``2010-2012х`` or ``жылдам``.
_STRONG = re.compile(
    rf"""{_YEAR}(?:\s*[-–—]\s*{_YEAR})?(?:[-–—]?(?:ж|жж|г|гг)\.?)?[-–—]?
    |\d?(?:[-–—]\d)?[-–—]?тоқсан\w*|жартыжылды\w+
    |жыл|жыл(?:дар(?:дың|ға|да|ы|дан)?|ғы|ы|дың|дан|да|ға)[-–—]?
    |жж?\.|сайын|тұрақты|үнемі|(?:{MONTHS})\w*
    |ежегодно|ежеквартально|ежемесячно|еженедельно|постоянно|постоянной
    |квартал\w*|полугоди\w+|год(?:а|ы|ов|у|ам)?|гг?\.""",
    re.IGNORECASE | re.VERBOSE,
)
#: Words that may stand inside a deadline or end it.
_WEAK_WORDS: Final = """
    дейін қарай кешіктірмей бастап түрде негізде және мен екінші бірінші үшінші
    төртінші қажеттілігіне қажетіне күнге күніне аралығында ай жылы іске асыру
    шеңберінде бойы ішінде кезеңде
    до к не позднее в течение с начиная по итогам на основе один раз два и i ii iii
    iv мере необходимости числа весь период числу каждого
"""
_WEAK: Final = frozenset(_WEAK_WORDS.split())
#: Words that a Russian deadline may start with.
_LEADER_WORDS: Final = (
    "до к не позднее в течение с начиная по итогам на один раз два i ii iii iv"
)
_LEADERS: Final = frozenset(_LEADER_WORDS.split())
#: Weak words that no deadline ends with.
_NO_END_WORDS: Final = "және мен и в с по до к на не i раз один два"
_NO_END: Final = frozenset(_NO_END_WORDS.split())
#: A day or the halves of one: ``10``, ``1``.
_DAY = re.compile(r"\d{1,2}")
_DASH = re.compile(r"[-–—]")
_MARKS = re.compile(r"\*{1,4}")
_TOKEN = re.compile(r"\S+")
#: A deadline without a date.
#: Must not match ``қажеттілігіне`` alone.
_PHRASE = re.compile(
    r"қаже(?:ттілігіне|тіне)\s+қарай|по\s+мере\s+необходимости"
    r"|на\s+постоянной\s+основе|тұрақты\s+негізде",
    re.IGNORECASE,
)


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    kind: str


def find_dates(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of a text that read as a deadline, half-open, left to right."""
    tokens = [_token(match) for match in _TOKEN.finditer(text)]
    tokens = _with_phrases(tokens, text)
    first = 0
    while first < len(tokens):
        last = first
        while last < len(tokens) and tokens[last].kind:
            last += 1
        span = _trimmed(tokens[first:last])
        if span:
            yield span[0].start, span[-1].end
        first = max(last, first) + 1


def _token(match: re.Match[str]) -> _Token:
    """A token with what part of a deadline it can be, "" if none."""
    word = match.group()
    core = word.strip("(),;.")
    kind = ""
    if _STRONG.fullmatch(core) or _STRONG.fullmatch(word):
        kind = "strong"
    elif core.lower() in _WEAK:
        kind = "weak"
    elif _DAY.fullmatch(core) or re.fullmatch(r"\d{1,2}[-–]", core):
        kind = "day"
    elif not core and word in {"(", ")"}:
        kind = "weak"
    elif _DASH.fullmatch(word):
        kind = "dash"
    elif _MARKS.fullmatch(core):
        kind = "mark"
    return _Token(match.start(), match.end(), core.lower(), kind)


def _with_phrases(tokens: list[_Token], text: str) -> list[_Token]:
    """Tokens inside a fixed phrase made strong."""
    spans = [match.span() for match in _PHRASE.finditer(text)]
    if not spans:
        return tokens
    return [
        token._replace(kind="strong")
        if any(start <= token.start and token.end <= end for start, end in spans)
        else token
        for token in tokens
    ]


def _trimmed(run: list[_Token]) -> list[_Token]:
    """A run cut to what can begin and end a deadline; empty without a strong word."""
    strong = [i for i, token in enumerate(run) if token.kind == "strong"]
    if not strong:
        return []
    first = strong[0]
    while first > 0 and _may_lead(run, first - 1, strong[0]):
        first -= 1
    last = strong[-1]
    while last + 1 < len(run) and _may_follow(run, last + 1):
        last += 1
    while run[last].text in _NO_END and run[last].kind == "weak":
        last -= 1
    return run[first : last + 1]


def _may_lead(run: list[_Token], at: int, strong: int) -> bool:
    """The token may stand before the first strong one."""
    token = run[at]
    if token.kind == "day":
        days = strong - at
        return days == 1 or (days == 2 and len(token.text) == 1)
    if token.kind == "dash":
        return at > 0 and run[at - 1].kind == "day"
    return token.text in _LEADERS


def _may_follow(run: list[_Token], at: int) -> bool:
    """The token may stand after the last strong one."""
    return run[at].kind in {"weak", "mark"}


#: Years and ranges, dash displaced or not: ``2018  2022 –``.
_RANGE = re.compile(rf"({_YEAR})\s*[-–—]\s*({_YEAR})|({_YEAR})\s+({_YEAR})\s*[-–—]")
_ONE = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
LONGEST_RANGE: Final = 60


def years_of(text: str) -> tuple[int, ...]:
    """Years that a deadline names, ranges filled, in order, none twice."""
    years: set[int] = {int(year) for year in _ONE.findall(text)}
    for match in _RANGE.finditer(text):
        low, high = sorted(int(year) for year in match.groups() if year)
        if high - low <= LONGEST_RANGE:
            years.update(range(low, high + 1))
    return tuple(sorted(years))


_RECURRENCES: Final = (
    (
        re.compile(r"тоқсан\s+сайын|ежеквартально|раз\s+в\s+квартал", re.IGNORECASE),
        "quarterly",
    ),
    (re.compile(r"жыл\s+сайын|ежегодно|раз\s+в\s+год", re.IGNORECASE), "annual"),
    (re.compile(r"тұрақты|үнемі|постоянно", re.IGNORECASE), "continuous"),
)


def recurrence_of(text: str) -> str | None:
    """How often: "annual", "quarterly", "continuous" or None."""
    return next((name for form, name in _RECURRENCES if form.search(text)), None)
