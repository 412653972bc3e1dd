"""An act's lines → its body and annexes, each with its items, title and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.glossary_lists import find_lists
from corpus.paragraphs import Paragraph, split_paragraphs
from corpus.patterns import COPYRIGHT, read_mark
from corpus.repair.spacing import Vocabulary
from corpus.stamps import PERSON, Stamp
from corpus.tables.records import TableRegion
from corpus.trace import Traced
from corpus.units import Item, Table

#: Lines of signatures are not longer than this.
_SHORT: Final = 90
#: A title is not longer than this.
_LONGEST_TITLE: Final = 600
#: The line that makes an annex a form: ``Нысан``, ``Форма``.
FORM = re.compile(r"\W*(?:нысан|форма)(?:\s*№?\s*\d+\w*)?\W*$", re.IGNORECASE)
#: A block of agreement by other bodies begins. Must not match ``Согласование``.
AGREED = re.compile(r"[\"«]?(?:КЕЛІСІЛДІ|КЕЛІСІЛГЕН|СОГЛАСОВАН[ОЫ]?)[\"»]?(?=\W|$)")


@dataclass(frozen=True, slots=True)
class Division:
    """The body or an annex.

    Attributes:
        stamp: What it is annexed to, None for the body and unstamped annexes.
        first: 1-based first line, stamp included.
        title: Paragraphs of its title.
        items: What stands in it.
        signatures: Signatures and agreements, each a group of paragraphs.
        furniture: Lines that belong to no text.
        form: It is a form to fill in.
        body: It is the body.
    """

    stamp: Stamp | None
    first: int
    title: tuple[Paragraph, ...]
    items: tuple[Item, ...]
    signatures: tuple[tuple[Paragraph, ...], ...] = ()
    furniture: tuple[Paragraph, ...] = ()
    form: bool = False
    body: bool = False


def read_divisions(
    lines: Sequence[Traced],
    start: int,
    stamps: Sequence[Stamp],
    regions: Sequence[TableRegion],
    vocabulary: Vocabulary,
    *,
    indented: bool,
) -> tuple[Division, ...]:
    """The body and the annexes in printed order.

    Args:
        lines: All lines of the act, despaced; item 0 is line 1.
        start: 1-based first line after the head.
        stamps: Heads of annexes, in order.
        regions: Tables, in order.
        vocabulary: Words of the corpus.
        indented: The act begins its paragraphs with an indent.
    """
    stamps = [stamp for stamp in stamps if stamp.first >= start]
    bounds = [*(stamp.first for stamp in stamps), len(lines) + 1]
    reader = _Reader(lines, regions, vocabulary, indented)
    front = reader.items(start, bounds[0])
    divisions = list(_front(front, stamps, start, indented=indented))
    for stamp, end in zip(stamps, bounds[1:], strict=True):
        items = reader.items(stamp.last + 1, end)
        divisions.append(_annex(items, stamp, stamp.first, indented=indented))
    return tuple(divisions)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads a stretch of lines into items."""

    lines: Sequence[Traced]
    regions: Sequence[TableRegion]
    vocabulary: Vocabulary
    indented: bool

    def items(self, first: int, end: int) -> list[Item]:
        """Items of the lines ``first`` to ``end - 1``."""
        regions = [r for r in self.regions if first <= r.first < end]
        covered = {n for r in regions for n in range(r.first, r.last + 1)}
        free = [n for n in range(first, end) if n not in covered]
        lists = find_lists(self.lines, free, self.vocabulary)
        covered |= {n for found in lists for n in range(found.first, found.last + 1)}
        items: list[Item] = [Table(r.first, r.last, r) for r in regions]
        items += lists
        for segment in _segments(range(first, end), covered):
            items += split_paragraphs(
                self.lines, segment, self.vocabulary, indented=self.indented
            )
        return sorted(items, key=lambda item: item.first)


def _segments(numbers: range, covered: set[int]) -> list[list[int]]:
    """Stretches of lines between covered ones."""
    segments: list[list[int]] = [[]]
    for number in numbers:
        if number in covered:
            segments.append([])
        else:
            segments[-1].append(number)
    return [segment for segment in segments if segment]


def _front(
    items: list[Item], stamps: Sequence[Stamp], start: int, *, indented: bool
) -> list[Division]:
    """The body, and the annex that follows it without a stamp, if there is one."""
    items, furniture = _furniture(items)
    signed = _signature(items)
    if signed is None:
        return [Division(None, start, (), tuple(items), (), furniture, body=True)]
    first, last = signed
    signatures = _by_agreement(items[first:last])
    body = Division(
        None, start, (), tuple(items[:first]), signatures, furniture, body=True
    )
    rest = items[last:]
    if not rest:
        return [body]
    del stamps
    return [body, _annex(rest, None, rest[0].first, indented=indented)]


def _furniture(items: list[Item]) -> tuple[list[Item], tuple[Paragraph, ...]]:
    """Items of the act, and what is no text: the publisher's lines, stray marks."""
    furniture = tuple(
        item
        for item in items
        if isinstance(item, Paragraph)
        and (COPYRIGHT.match(item.text.text) or _is_stray(item.text.text))
    )
    return [item for item in items if item not in furniture], furniture


def _is_stray(text: str) -> bool:
    """Marks without a word, such as a semicolon after a table; no blank to fill."""
    return not any(char.isalnum() or char == "_" for char in text)


def _signature(items: Sequence[Item]) -> tuple[int, int] | None:
    """Half-open range of the signatures: short unfinished lines with a person."""
    for i, item in enumerate(items):
        if not _is_signature_line(item):
            continue
        end = i
        while end < len(items) and _is_signature_line(items[end]):
            end += 1
        run = items[i:end]
        names = [
            k
            for k, line in enumerate(run)
            if isinstance(line, Paragraph) and PERSON.search(line.text.text)
        ]
        if names and any(
            isinstance(before, Paragraph) and read_mark(before.text.text)
            for before in items[:i]
        ):
            agreed = any(
                isinstance(line, Paragraph) and AGREED.match(line.text.text)
                for line in run[names[-1] + 1 :]
            )
            return i, end if agreed else i + names[-1] + 1
    return None


def _is_signature_line(item: Item) -> bool:
    """A short paragraph without mark and without final stop, or an agreement."""
    if isinstance(item, Paragraph) and AGREED.match(item.text.text):
        return True
    return (
        isinstance(item, Paragraph)
        and len(item.text) <= _SHORT
        and not item.ended
        and not item.is_note
        and read_mark(item.text.text) is None
    )


def _by_agreement(items: Sequence[Item]) -> tuple[tuple[Paragraph, ...], ...]:
    """Signature lines by the signature and each block of agreement."""
    groups: list[list[Paragraph]] = [[]]
    for item in items:
        if isinstance(item, Paragraph):
            if AGREED.match(item.text.text) and groups[-1]:
                groups.append([])
            groups[-1].append(item)
    return tuple(tuple(group) for group in groups if group)


def _annex(
    items: list[Item], stamp: Stamp | None, first: int, *, indented: bool
) -> Division:
    """An annex with its title taken off."""
    items, furniture = _furniture(items)
    title: list[Paragraph] = []
    form = False
    for item in items:
        if not isinstance(item, Paragraph) or item.is_note:
            break
        if FORM.match(item.text.text):
            form = True
        elif not _is_title(item, title, indented=indented):
            break
        title.append(item)
    division = Division(
        stamp, first, tuple(title), tuple(items[len(title) :]), (), furniture, form
    )
    return division if stamp else replace(division, title=(), items=tuple(items))


def _is_title(item: Paragraph, title: Sequence[Paragraph], *, indented: bool) -> bool:
    """An unmarked paragraph at the head of an annex that is its title."""
    named = [line for line in title if not FORM.match(line.text.text)]
    if named and not (named[-1].text.text.isupper() and len(named) == 1):
        return False
    text = item.text.text
    if read_mark(text) or len(text) > _LONGEST_TITLE:
        return False
    return item.loose if indented else not item.ended


def title_text(division: Division) -> Traced:
    """The title as running text, without the line that says that it is a form."""
    named = [p.text for p in division.title if not FORM.match(p.text.text)]
    return Traced.join(named, " ")
