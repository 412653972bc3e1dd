"""Headings of a plan and the indicators under them, read from their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from corpus.repair.vocabulary import Vocabulary
from corpus.repair.wrapping import join_lines
from corpus.tables.headings import Found, HeadingKind, Stretch, find_headings
from corpus.tables.layout import TableLine
from corpus.tables.numbers import find_anchors
from corpus.tables.words import UNIT
from corpus.trace import Traced

Level = Literal["target", "result"]

#: Number of a section or task: ``1.1 Сенімді``, ``2-бөлім``, ``Раздел 3``.
_NUMBER = re.compile(
    r"(?:Раздел|Глава|Направление|Этап)\s+(\d{1,2})|(\d{1,2}(?:\.\d{1,2})*)"
)
#: The words before a list or an indicator: ``Нысаналы индикатор - ``.
_LABEL = re.compile(r"(?:\d{1,2}[.)]?\s*)?[^:–—-]{5,60}?\s*(?::|\s[-–—]|[-–—]\s)\s*")
#: A list item's own number: ``2) ``.
_ITEM = re.compile(r"\d{1,2}\s*\)\s*")
#: A finite verb at the end of a line, with a comma in place of a semicolon.
_ENDED = re.compile(r"\w+(?:ады|еді|йды|йді)\s*,")


class Entry(NamedTuple):
    """A heading, or the block of an indicator list.

    Attributes:
        kind: What it is.
        number: Of a section or task, "" if none is printed.
        text: Its words; for lists the label alone.
        first: Index of its first line.
        last: Index after its last line.
        items: Index of the first line behind the label.
    """

    kind: HeadingKind
    number: str
    text: Traced
    first: int
    last: int
    items: int


class Item(NamedTuple):
    """An indicator of a list in running text."""

    number: str
    text: Traced


def read_entries(
    lines: Sequence[TableLine], stretch: Stretch, vocabulary: Vocabulary
) -> list[Entry]:
    """The headings of a stretch in order, each up to the next one."""
    found = find_headings(lines, stretch.first, stretch.last)
    entries: list[Entry] = []
    for i, heading in enumerate(found):
        last = found[i + 1].first if i + 1 < len(found) else stretch.last
        entries.append(_entry(lines, heading, last, vocabulary))
    return entries


def _entry(
    lines: Sequence[TableLine], heading: Found, last: int, vocabulary: Vocabulary
) -> Entry:
    """One heading with its words."""
    items = last
    if heading.kind in {"target", "result"}:
        items = heading.text_line
        while items < last and not re.search(r"[:–—-]", lines[items].text.text):
            items += 1
        items = min(items + 1, last)
    words = [line.text for line in lines[heading.first : items]]
    text = join_lines(words, vocabulary)
    number = _NUMBER.match(text.text)
    printed = (number[1] or number[2]) if number else ""
    return Entry(heading.kind, printed, text, heading.first, last, items)


def is_tabular(lines: Sequence[TableLine], entry: Entry) -> bool:
    """The indicators stand in rows with numbers or units, not in running text."""
    if entry.kind == "target" and lines[entry.items - 1].text.text.rstrip()[-1:] != ":":
        return True
    if find_anchors(lines, entry.items, entry.last):
        return True
    rest = lines[entry.items : entry.last]
    return any(UNIT.fullmatch(line.text.text) for line in rest)


def running_text(lines: Sequence[TableLine], vocabulary: Vocabulary) -> Traced:
    """Lines as paragraphs: one ends where its line ends a sentence or a label."""
    paragraphs: list[Traced] = []
    held: list[Traced] = []
    for line in lines:
        held.append(line.text)
        if line.text.text.endswith((";", ".", ":")):
            paragraphs.append(join_lines(held, vocabulary))
            held = []
    if held:
        paragraphs.append(join_lines(held, vocabulary))
    return Traced.join([p for p in paragraphs if p.text], "\n")


def without_label(text: Traced) -> Traced:
    """«Нысаналы индикатор - діни …» as «діни …»."""
    label = _LABEL.match(text.text)
    return text[label.end() :] if label else text


def list_items(
    lines: Sequence[TableLine], entry: Entry, vocabulary: Vocabulary
) -> Iterator[Item]:
    """The indicators of a list in running text, counted from 1."""
    first = lines[entry.items - 1].text
    colon = first.text.find(":")
    rest = first[colon + 1 :] if colon >= 0 else first[len(first) :]
    words = [rest, *(line.text for line in lines[entry.items : entry.last])]
    for count, item in enumerate(_sentences(words, vocabulary), start=1):
        number = _ITEM.match(item.text)
        text = item[number.end() :] if number else item
        yield Item(number[0].strip(" )") if number else str(count), text)


def _sentences(words: Sequence[Traced], vocabulary: Vocabulary) -> Iterator[Traced]:
    """Running text cut behind semicolons, and behind lines that end a sentence."""
    held: list[Traced] = []
    for i, line in enumerate(words):
        held.append(line)
        following = words[i + 1].text.lstrip() if i + 1 < len(words) else ""
        ended = line.text.rstrip().endswith((";", ".")) or _comma_ends(line, following)
        if ended and not following.startswith(";"):
            yield from _by_semicolons(join_lines(held, vocabulary))
            held = []
    if held:
        yield from _by_semicolons(join_lines(held, vocabulary))


def _comma_ends(line: Traced, following: str) -> bool:
    """A comma stands for a semicolon: a finite verb before it, a year behind."""
    last = " ".join(line.text.split()[-2:])
    return bool(_ENDED.search(last)) and bool(re.match(r"(?:19|20)\d\d", following))


def _by_semicolons(text: Traced) -> Iterator[Traced]:
    """Parts of a text between semicolons, none empty."""
    start = 0
    for end in [*(m.start() for m in re.finditer(";", text.text)), len(text.text)]:
        part = text[start:end].strip()
        if any(char.isalnum() for char in part.text):
            yield part[: len(part.text.rstrip(" ,"))]
        start = end + 1


#: A year and the figure after it: ``2016 жылы - 40 %-ды``.
_YEAR = re.compile(r"(?:19|20)\d\d(?=\s*-?\s*(?:жыл|г))")
_FIGURE = re.compile(
    r"(?<![\d,.-])(\d+(?:[,.]\d+)?)\s*(?:-?\s*(%|пайыз|процент|бірлік)|-(?:орын|мест))"
)


def values_by_year(text: str) -> tuple[tuple[str, str], ...]:
    """Figures that a sentence plans, by year, in order of the years.

    «2016 жылы - 40 %-ды, 2020 жылы - 70 %-ды» is (2016, 40), (2020, 70).
    """
    years = list(_YEAR.finditer(text))
    values: dict[str, str] = {}
    for i, year in enumerate(years):
        end = years[i + 1].start() if i + 1 < len(years) else len(text)
        figure = _FIGURE.search(text, year.end(), end)
        if figure is None and len(years) == 1:
            figure = _FIGURE.search(text)
        if figure and year[0] not in values:
            values[year[0]] = figure[1].replace(".", ",")
    return tuple(sorted(values.items()))


def unit_in(text: str) -> str | None:
    """The unit of the figures of a sentence."""
    if re.search(r"%|пайыз|процент", text):
        return "%"
    return "орын" if re.search(r"\d-(?:орын|мест)", text) else None
