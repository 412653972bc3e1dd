"""Printed lines → paragraphs, page breaks inside sentences mended.

Three ways of printing are met: paragraphs that begin with an indent and are wrapped;
paragraphs that are one long line each; paragraphs parted by blank lines alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.patterns import COPYRIGHT, NOTE, rank, read_mark
from corpus.repair.edits import collapse
from corpus.repair.markup import strip_markup
from corpus.repair.spacing import Vocabulary
from corpus.repair.wrapping import join_lines
from corpus.trace import Traced

#: Blanks before the first line of a paragraph, from this width on.
INDENT: Final = 3
#: This many indented lines make an act one that indents its paragraphs.
_LEAST_INDENTED: Final = 3
#: A line of this length is full: its sentence may go on after a page break.
_FULL_LINE: Final = 60
#: A line of this length is a paragraph of its own in acts without indents.
_LONG_LINE: Final = 150
#: The end of a sentence, a clause of a list, or a place to fill in.
_ENDED = re.compile(r"(?:[.;:!?…_]|[.;:!?][\"»”)])$")
#: A list dash before a number.
_DASH = re.compile(r"^[-–—•·]\s+(?=\d)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of whole lines that is one piece of text.

    Attributes:
        first: 1-based number of its first line.
        last: 1-based number of its last line.
        indent: Blanks before its first line.
        gap: A blank line stands before it.
        text: Repaired text, single blanks.
        loose: Printed without indent in an act that indents: a heading, a title or
            a cell of a flattened table.
        heading: Marked up as a heading (web pages).
        note: Marked up as a note of the editors (web pages).
    """

    first: int
    last: int
    indent: int
    gap: bool
    text: Traced
    loose: bool = False
    heading: bool = False
    note: bool = False

    @property
    def ended(self) -> bool:
        """Its last character ends a sentence or a list item."""
        return bool(_ENDED.search(self.text.text))

    @property
    def is_note(self) -> bool:
        """It is marked up as a note, or begins as one does."""
        return self.note or bool(NOTE.match(self.text.text))


def is_indented(lines: Iterable[Traced]) -> bool:
    """The act begins its paragraphs with an indent."""
    wide = (len(line.text) - len(line.text.lstrip(" ")) for line in lines)
    return sum(indent >= INDENT for indent in wide) >= _LEAST_INDENTED


@dataclass(slots=True)
class _Draft:
    """Lines collected for the paragraph that is being read."""

    numbers: list[int]
    lines: list[Traced]
    indent: int
    gap: bool
    loose: bool
    marked: bool
    heading: bool
    note: bool

    @property
    def tail(self) -> str:
        """The last line."""
        return self.lines[-1].text.rstrip()


def split_paragraphs(
    lines: Sequence[Traced],
    numbers: Iterable[int],
    vocabulary: Vocabulary,
    *,
    indented: bool,
) -> tuple[Paragraph, ...]:
    """Paragraphs of some lines of an act.

    Args:
        lines: All lines of the act; line ``n`` is item ``n - 1``.
        numbers: The lines to read, in order; each printed one falls to one paragraph.
        vocabulary: Words of the corpus.
        indented: The act begins its paragraphs with an indent.
    """
    drafts: list[_Draft] = []
    gap = True
    for number in numbers:
        line = lines[number - 1]
        if not line.text.strip():
            gap = True
            continue
        if drafts and _goes_on(drafts[-1], line.text, gap=gap, indented=indented):
            drafts[-1].numbers.append(number)
            drafts[-1].lines.append(line)
        else:
            drafts.append(_draft(number, line, gap=gap, indented=indented))
        gap = False
    return tuple(_paragraph(draft, vocabulary) for draft in drafts)


def _draft(number: int, line: Traced, *, gap: bool, indented: bool) -> _Draft:
    """A paragraph that begins with this line."""
    text = line.text.strip()
    indent = len(line.text) - len(line.text.lstrip(" "))
    note = bool(NOTE.match(text))
    mark = read_mark(text)
    return _Draft(
        numbers=[number],
        lines=[line],
        indent=indent,
        gap=gap,
        loose=indented and indent < INDENT,
        marked=begins_part(text),
        heading=mark is not None and rank(mark.kind) <= rank("article"),
        note=note,
    )


def begins_part(text: str) -> bool:
    """A line begins a numbered part, a note or the publisher's line."""
    text = text.strip()
    return bool(
        read_mark(_DASH.sub("", text)) or NOTE.match(text) or COPYRIGHT.match(text)
    )


def _goes_on(draft: _Draft, line: str, *, gap: bool, indented: bool) -> bool:
    """The line belongs to the paragraph before it."""
    text = line.strip()
    indent = len(line) - len(line.lstrip(" "))
    if not text.strip("_ "):
        return True
    if indented and indent >= INDENT:
        return False
    if not gap:
        return _goes_on_at_once(draft, line, indented=indented)
    if draft.loose or begins_part(text) or _ENDED.search(draft.tail):
        return _is_split_title(draft, text)
    if text[:1].islower() or text[:1] in ",.;:)»":
        return True
    full = len(draft.tail) >= _FULL_LINE and not draft.heading and not draft.note
    return full and text[:1].isalpha()


def _goes_on_at_once(draft: _Draft, line: str, *, indented: bool) -> bool:
    """The line follows without a blank one and belongs to the same paragraph."""
    text = line.strip()
    if indented:
        return not (line.startswith(" ") and begins_part(text))
    if begins_part(text) and (_ENDED.search(draft.tail) or draft.note):
        return False
    return len(draft.tail) < _LONG_LINE or not _ENDED.search(draft.tail)


def _is_split_title(draft: _Draft, text: str) -> bool:
    """A title whose first word stands alone in capitals: ``ПОЛОЖЕНИЕ / об …``."""
    return (
        not _ENDED.search(draft.tail)
        and draft.tail.isupper()
        and not draft.marked
        and text[:1].islower()
    )


def _paragraph(draft: _Draft, vocabulary: Vocabulary) -> Paragraph:
    """The finished paragraph."""
    text = strip_markup(join_lines(draft.lines, vocabulary))
    return Paragraph(
        first=draft.numbers[0],
        last=draft.numbers[-1],
        indent=draft.indent,
        gap=draft.gap,
        text=collapse(text),
        loose=draft.loose,
    )
