"""Lines of a plan that are no rows: sections, goals, tasks, lists of indicators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from corpus.tables.layout import Gap, TableLine
from corpus.tables.numbers import find_anchors

HeadingKind = Literal["section", "goal", "task", "target", "result", "marker"]

#: What may stand before a heading in its line: ``4. Міндет``, ``1-міндет``.
_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+|\d{1,2}\s*-\s*)?"
_COLON = r"\s*(?:[:.]|\s[-–—]|[-–—]\s)"
#: Headings by their first words; a colon or dash must follow, so that a title that
#: starts with «Нәтижелер көрсеткіштерін есептеу» is none.
_FORMS: Final[tuple[tuple[HeadingKind, re.Pattern[str]], ...]] = (
    ("marker", re.compile(r"(?:Іс-шаралар|Шаралар|Мероприятия)\s*:", re.IGNORECASE)),
    (
        "target",
        re.compile(
            rf"{_NUMBER}(?:Нысаналы\s+индикатор(?:лар|ы|лары)?"
            rf"|Целев(?:ой|ые)\s+индикатор(?:ы)?){_COLON}",
            re.IGNORECASE,
        ),
    ),
    (
        "result",
        re.compile(
            rf"{_NUMBER}(?:(?:Тікелей\s+)?Нәтиже(?:лер|лердің)?\s+көрсеткіш(?:тері|і)"
            rf"|Показател[ьи](?:\s+(?:прямых|конечных))?\s+результат(?:а|ов)){_COLON}",
            re.IGNORECASE,
        ),
    ),
    (
        "goal",
        re.compile(
            rf"{_NUMBER}(?:Бағдарлама(?:ның|лық)?\s+|Жоспардың\s+|Стратегиялық\s+)?"
            rf"мақсат(?:ы|тар|тары)?{_COLON}|{_NUMBER}(?:Программная\s+|Стратегическая\s+"
            rf")?Цел[ьи](?:\s+(?:Программы|плана))?{_COLON}",
            re.IGNORECASE,
        ),
    ),
    (
        "task",
        re.compile(
            rf"{_NUMBER}(?:Міндет(?:тер|і|тері)?|Задач[аи]|Бағыт|Направлени[ея]"
            rf"|Басымдық|Приоритет){_COLON}",
            re.IGNORECASE,
        ),
    ),
    (
        "section",
        re.compile(
            r"\d{1,2}\.\d{1,2}\.?\s+(?=[А-ЯЁӘҒҚҢӨҰҮҺІA-Z«\"])"
            r"|\d{1,2}\s*-\s*(?:бөлім|бағыт|тарау|кезең|басымдық)\b"
            r"|(?:Раздел|Глава|Направление|Этап)\s+\d{1,2}\b"
            r"|(?:I{1,3}|IV|V|VI{1,3}|IX|X)\.?\s+(?=[А-ЯЁӘҒҚҢӨҰҮҺІ])",
        ),
    ),
)
#: A number alone before a heading: ``1.``, ``3``.
_ALONE = re.compile(r"\d{1,2}\.?")


class Found(NamedTuple):
    """A heading with the index of its first line (its number's, if it has one)."""

    kind: HeadingKind
    first: int
    text_line: int


class Stretch(NamedTuple):
    """Lines of one use: rows, or headings and indicators.

    ``first`` and ``last`` are indices, the last not included.
    """

    rows: bool
    first: int
    last: int


def heading_kind(text: str) -> HeadingKind | None:
    """What a text is the heading of; None if of nothing."""
    return next((kind for kind, form in _FORMS if form.match(text)), None)


def find_headings(lines: Sequence[TableLine], first: int, last: int) -> list[Found]:
    """Headings in lines ``first`` to ``last`` (not included)."""
    found: list[Found] = []
    for at in range(first, last):
        numbered = at > first and _ALONE.fullmatch(lines[at - 1].text.text)
        if lines[at].gap < Gap.BLANK and at != first and not numbered:
            continue
        text = lines[at].text.text
        if at + 1 < last and lines[at + 1].gap == Gap.NEXT_LINE:
            text = f"{text} {lines[at + 1].text.text}"
        if _ALONE.fullmatch(lines[at].text.text):
            continue
        kind = heading_kind(text)
        if kind:
            own_number = kind not in {"marker", "section"} and numbered
            found.append(Found(kind, at - 1 if own_number else at, at))
    return found


def stretches(lines: Sequence[TableLine], first: int, last: int) -> list[Stretch]:
    """The lines by their use, in order, none left out."""
    headings = find_headings(lines, first, last)
    marked = any(heading.kind == "marker" for heading in headings)
    parts: list[Stretch] = []
    at = first
    for i, heading in enumerate(headings):
        if heading.first < at:
            continue
        if heading.first > at:
            parts.append(Stretch(rows=True, first=at, last=heading.first))
        end = _zone_end(lines, headings[i:], last, marked=marked)
        parts.append(Stretch(rows=False, first=heading.first, last=end))
        at = end
    if at < last:
        parts.append(Stretch(rows=True, first=at, last=last))
    return parts


def _zone_end(
    lines: Sequence[TableLine], headings: Sequence[Found], last: int, *, marked: bool
) -> int:
    """Index after the last line of headings and indicators that begin a zone."""
    if marked and headings[0].kind != "section":
        marker = next((h for h in headings if h.kind == "marker"), None)
        if marker:
            return marker.text_line + 1
    end = headings[0].first
    for i, heading in enumerate(headings):
        if heading.first > end:
            break
        following = headings[i + 1].first if i + 1 < len(headings) else last
        end = _part_end(lines, heading, following)
    return end


def _part_end(lines: Sequence[TableLine], heading: Found, following: int) -> int:
    """Index after a heading's own lines: its block, or its list of indicators."""
    block = heading.text_line + 1
    while block < following and lines[block].gap < Gap.BLANK:
        block += 1
    if heading.kind not in {"target", "result"}:
        return block
    anchors = find_anchors(lines, block, following)
    return anchors[0].first if anchors else following
