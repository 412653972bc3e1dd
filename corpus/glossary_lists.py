"""Lists of abbreviations: «Аббревиатуралардың толық жазылуы: ҰҚК – …»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.paragraphs import INDENT
from corpus.patterns import COPYRIGHT, NOTE
from corpus.repair.edits import collapse
from corpus.repair.lookalikes import read_capitals
from corpus.repair.spacing import Vocabulary
from corpus.repair.wrapping import join_lines
from corpus.trace import Traced

#: The heading of a list. Must not match a sentence that mentions abbreviations.
_HEADING = re.compile(
    r"^\W*(?:(?:Ескертпе|Ескерту|Примечание)\s*[:.]?\s*)?"
    r"(?:аббревиатура\w*(?:\s+толық)?\s+жазылуы|аббревиатура\w*\s+мағынасы"
    r"|қысқарт\w+(?:\s+сөздер\w*)?(?:\s+толық\s+жазылуы|\s+тізбесі)?"
    r"|(?:расшифровка|список|перечень|значение)\s+(?:используемых\s+)?"
    r"(?:аббревиатур|сокращений)\w*|сокращения|используемые сокращения)\s*:?\s*$",
    re.IGNORECASE,
)
#: ``ҰҚК – Қазақстан …``: short form, dash, full form.
#: Must not match a dash without blanks or a sentence before the dash.
_ENTRY = re.compile(
    r"^\s*(?P<short>\S[^.;:()–—]{0,44}?|\S\. [^.;:–—]{1,40}?)\s+[-–—]\s+(?P<name>\S.*)$"
)
#: The second line of both columns: ``ВАК          көрмесін және …``.
_COLUMNS = re.compile(r"^(?P<short>\S.{0,20}?)\s{3,}(?P<name>\S.*)$")
#: Blanks before a line that goes on a full form.
_HANGING: Final = 8
#: A line that ends for want of room has so many characters.
_FULL_LINE: Final = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """A short form and its full form.

    Attributes:
        first: 1-based first line.
        last: 1-based last line.
        short: Repaired.
        name: Repaired, without final mark.
        text: Both with the dash between, as printed.
    """

    first: int
    last: int
    short: str
    name: str
    text: Traced


@dataclass(frozen=True, slots=True)
class AbbreviationList:
    """A list with its heading."""

    first: int
    last: int
    heading: Traced
    entries: tuple[Entry, ...]


def find_lists(
    lines: Sequence[Traced], numbers: Iterable[int], vocabulary: Vocabulary
) -> tuple[AbbreviationList, ...]:
    """All lists among some lines.

    Args:
        lines: All lines of the act, despaced; item 0 is line 1.
        numbers: 1-based lines that may hold lists, in order.
        vocabulary: Words of the corpus.
    """
    candidates = list(numbers)
    lists: list[AbbreviationList] = []
    taken = 0
    for k, number in enumerate(candidates):
        if number > taken and _HEADING.match(lines[number - 1].text):
            drafts = _drafts(lines, candidates[k + 1 :])
            entries = tuple(_entry(lines, draft, vocabulary) for draft in drafts)
            if entries:
                heading = collapse(lines[number - 1])
                taken = entries[-1].last
                lists.append(AbbreviationList(number, taken, heading, entries))
    return tuple(lists)


def _drafts(lines: Sequence[Traced], numbers: Sequence[int]) -> list[list[int]]:
    """Line numbers of each entry, up to the first line that fits no entry."""
    drafts: list[list[int]] = []
    for number in numbers:
        text = lines[number - 1].text
        if not text.strip():
            continue
        if NOTE.match(text.strip()) or COPYRIGHT.match(text.strip()):
            break
        if _ENTRY.match(text):
            drafts.append([number])
        elif drafts and _goes_on(lines, drafts[-1], number):
            drafts[-1].append(number)
        else:
            break
    return drafts


def _goes_on(lines: Sequence[Traced], draft: Sequence[int], number: int) -> bool:
    """A line that belongs to the entry before it: hanging, or wrapped by its width."""
    if number != draft[-1] + 1:
        return False
    text = lines[number - 1].text
    indent = _indent(text)
    if indent >= _HANGING or text.lstrip()[:1].islower() or _COLUMNS.match(text):
        return True
    if _indent(lines[draft[0] - 1].text) >= INDENT:
        return indent < INDENT
    return len(lines[draft[-1] - 1]) >= _FULL_LINE


def _indent(text: str) -> int:
    """Blanks at the start of a line."""
    return len(text) - len(text.lstrip(" \u00a0"))


def _entry(
    lines: Sequence[Traced], numbers: Sequence[int], vocabulary: Vocabulary
) -> Entry:
    """One entry out of its lines; both columns may be wrapped."""
    shorts: list[Traced] = []
    names: list[Traced] = []
    for k, number in enumerate(numbers):
        line = lines[number - 1]
        match = _ENTRY.match(line.text) if k == 0 else _COLUMNS.match(line.text)
        if match:
            shorts.append(line[match.start("short") : match.end("short")])
            names.append(line[match.start("name") : match.end("name")])
        else:
            names.append(line)
    short = join_lines(shorts, vocabulary)
    short = read_capitals(short) if _is_cyrillic(names[0].text) else short
    name = join_lines(names, vocabulary)
    dash = Traced.inserted(" – ")
    return Entry(
        numbers[0],
        numbers[-1],
        short.text,
        name.text.rstrip(" .;,"),
        short + dash + name,
    )


def _is_cyrillic(text: str) -> bool:
    """The text has Cyrillic letters."""
    return any("\u0400" <= char <= "\u04ff" for char in text)
