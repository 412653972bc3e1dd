"""Where annexes begin: «… қаулысымен бекітілген», «УТВЕРЖДЕНО …», «1-қосымша»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from corpus.paragraphs import INDENT, begins_part
from corpus.repair.spacing import Vocabulary
from corpus.repair.wrapping import join_lines
from corpus.trace import Traced

#: Stamps are set in a narrow column.
_WIDEST: Final = 52
#: Blank lines that a stamp may hold between two of its lines.
_MOST_BLANK: Final = 1
#: No stamp is longer than this, in printed lines.
_MOST_LINES: Final = 14

#: The last line of a Kazakh stamp: ``бекітілген``, ``1-қосымша``.
#: Must not match the middle of a sentence: ``бекітілген Қазақстан``.
_KAZAKH_END = re.compile(
    r"(?:.*\s)?(?:бекітілген|бекітілді|(?:(?P<number>\d+(?:-\d+)?)\s?-\s?)?қосымша)$",
    re.IGNORECASE,
)
#: The first line of a Russian stamp: ``УТВЕРЖДЕНО``, ``Приложение 1 к приказу``.
#: Must not match ``Утвердить`` or ``Приложением``.
_RUSSIAN_START = re.compile(
    r"(?:УТВЕРЖД[ЕЁ]Н[АОЫ]?|Утвержд[её]н[аоы]?"
    r"|(?:ПРИЛОЖЕНИЕ|Приложение)(?:\s+№?\s*(?P<number>\d+(?:-\d+)?))?)(?=\s|$)(?!.*[.;:]$)"
)
#: A person under a text: ``Б. Сағынтаев``, ``Н.Ә. Назарбаев``.
PERSON = re.compile(
    r"(?<!\w)[А-ЯЁӘІҢҒҮҰҚӨҺ]\.\s?(?:[А-ЯЁӘІҢҒҮҰҚӨҺ]\.\s?)?[А-ЯЁӘІҢҒҮҰҚӨҺ][\w-]{2,}$"
)
#: Words that make a stamp one of approval.
_APPROVED = re.compile(r"бекітіл(?:ген|ді)$|^УТВЕРЖД|^Утвержд", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;:]$")


@dataclass(frozen=True, slots=True)
class Stamp:
    """The lines at the head of an annex that say what it is annexed to.

    Attributes:
        first: 1-based number of its first line.
        last: 1-based number of its last line.
        text: As running text.
        number: Printed number of the annex, None if it has none.
        approved: It says that the annex is approved, not merely annexed.
    """

    first: int
    last: int
    text: str
    number: str | None
    approved: bool


def find_stamps(
    lines: Sequence[Traced], vocabulary: Vocabulary, *, indented: bool
) -> tuple[Stamp, ...]:
    """All stamps of an act in order; ``lines`` are despaced, item 0 is line 1."""
    stamps: list[Stamp] = []
    for first, last in _ranges([line.text for line in lines], indented=indented):
        if stamps and first <= stamps[-1].last:
            continue
        text = join_lines(lines[first - 1 : last], vocabulary).text
        stamps.append(read_stamp(first, last, text))
    return tuple(stamps)


def is_stamp(text: str) -> bool:
    """A running text that stands by itself, as in a cell, is a whole stamp."""
    return bool(_RUSSIAN_START.match(text) or _KAZAKH_END.fullmatch(text))


def read_stamp(first: int, last: int, text: str) -> Stamp:
    """The record of a stamp.

    Args:
        first: 1-based number of its first line.
        last: 1-based number of its last line.
        text: As running text.
    """
    mark = _RUSSIAN_START.match(text) or _KAZAKH_END.match(text)
    number = mark["number"] if mark else None
    return Stamp(first, last, text, number, bool(_APPROVED.search(text)))


def _ranges(lines: Sequence[str], *, indented: bool) -> Iterator[tuple[int, int]]:
    """First and last line numbers of the stamps."""
    for i, line in enumerate(lines):
        text = line.strip()
        if not text or len(text) > _WIDEST:
            continue
        if _RUSSIAN_START.match(text):
            yield i + 1, _down(lines, i) + 1
        elif _KAZAKH_END.match(text) and not _SENTENCE_END.search(text):
            first = _up(lines, i, indented=indented)
            if first < i or not text.lower().endswith("бекітілген"):
                yield first + 1, i + 1


def _down(lines: Sequence[str], start: int) -> int:
    """The last line of a stamp that begins at ``start``: before a blank or long one."""
    narrow = takewhile(
        lambda i: (
            lines[i].strip()
            and len(lines[i].strip()) <= _WIDEST
            and not begins_part(lines[i])
        ),
        range(start + 1, min(start + _MOST_LINES, len(lines))),
    )
    return max(narrow, default=start)


def _up(lines: Sequence[str], end: int, *, indented: bool) -> int:
    """The first line of a stamp that ends at ``end``.

    Among indented paragraphs a stamp is what is not indented, or all of it is and no
    blank line parts it.
    """
    deep = indented and _is_deep(lines[end])
    first, blank = end, 0
    for i in range(end - 1, max(-1, end - 2 * _MOST_LINES), -1):
        text = lines[i].strip()
        if not text:
            blank += 1
            if deep or blank > _MOST_BLANK:
                break
            continue
        if (indented and _is_deep(lines[i]) != deep) or not _is_narrow(lines[i]):
            break
        first, blank = i, 0
    return first


def _is_deep(line: str) -> bool:
    """The line is indented as the first one of a paragraph."""
    return len(line) - len(line.lstrip(" ")) >= INDENT


def _is_narrow(line: str) -> bool:
    """A narrow line of the text of a stamp, above its last line."""
    text = line.strip()
    return not (
        len(text) > _WIDEST
        or _SENTENCE_END.search(text)
        or PERSON.search(text)
        or _KAZAKH_END.match(text)
        or begins_part(text)
    )
