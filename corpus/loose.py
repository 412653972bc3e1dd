"""Loose lines: numbered headings such as «2. Кіріспе», and cells of flat tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.paragraphs import INDENT, Paragraph
from corpus.patterns import Mark, is_heading_kind, read_mark
from corpus.units import Item, Table

#: A numbered heading is not longer than this.
_LONGEST_HEADING: Final = 250
#: Numbers of headings may skip one (a heading lost in extraction).
_MOST_SKIPPED: Final = 2
#: A footnote of a table: ``* - …``, ``** іс-шаралар …``.
FOOTNOTE = re.compile(r"^\*{1,3}(?=[\s\"«])")
_FIGURE = re.compile(r"\d+")


def numbered_headings(items: Sequence[Item], *, indented: bool) -> frozenset[int]:
    """First lines of the numbered paragraphs that are headings of sections.

    A heading has no final mark, stands apart, is next in the row of sections, and is
    followed by something else than another one.
    """
    found: set[int] = set()
    sections = 0
    for i, item in enumerate(items):
        mark = read_mark(item.text.text) if isinstance(item, Paragraph) else None
        if mark is None or not isinstance(item, Paragraph):
            continue
        if mark.kind == "section":
            sections = max(sections, leading_figure(mark.number))
        after = items[i + 1] if i + 1 < len(items) else None
        if (
            mark.kind == "point"
            and _may_be_heading(item, mark, indented=indented)
            and _follows(mark, sections)
            and _may_follow(after, indented=indented)
        ):
            found.add(item.first)
            sections = max(sections, leading_figure(mark.number))
    return frozenset(found)


def group_cells(items: Sequence[Item], headings: frozenset[int]) -> list[Item]:
    """Items with neighbouring loose cells put together as tables."""
    grouped: list[Item] = []
    for item in items:
        if not isinstance(item, Paragraph) or not _is_cell(item, headings):
            grouped.append(item)
            continue
        last = grouped[-1] if grouped else None
        if isinstance(last, Table) and last.region is None:
            grouped[-1] = Table(last.first, item.last, None, (*last.cells, item))
        else:
            grouped.append(Table(item.first, item.last, None, (item,)))
    return grouped


def leading_figure(number: str) -> int:
    """The figure that a number begins with; 0 if none."""
    match = _FIGURE.match(number)
    return int(match[0]) if match else 0


def _may_be_heading(item: Paragraph, mark: Mark, *, indented: bool) -> bool:
    """The paragraph looks like a heading: short, apart, unfinished, in capitals."""
    text = item.text.text
    words = text[mark.rest :]
    apart = item.indent < INDENT or not indented
    return (
        apart
        and not item.ended
        and len(text) <= _LONGEST_HEADING
        and words[:1].isupper()
    )


def _follows(mark: Mark, sections: int) -> bool:
    """The number is the next one after so many sections, or one of a subsection."""
    if "." in mark.number:
        return True
    return 1 <= leading_figure(mark.number) - sections <= _MOST_SKIPPED


def _may_follow(after: Item | None, *, indented: bool) -> bool:
    """What stands after a heading: no other numbered paragraph without final mark."""
    if after is None:
        return False
    if indented or not isinstance(after, Paragraph) or after.ended:
        return True
    mark = read_mark(after.text.text)
    return mark is None or mark.kind != "point"


def _is_cell(item: Paragraph, headings: frozenset[int]) -> bool:
    """A paragraph that can only be a cell of a flattened table."""
    text = item.text.text
    if not item.loose or item.is_note or FOOTNOTE.match(text):
        return False
    mark = read_mark(text)
    if mark is None:
        return True
    heading = is_heading_kind(mark.kind) or mark.kind == "article"
    return not heading and item.first not in headings
