"""Lines of a table with what stands between them.

In a flattened table the blanks between lines are the only trace of its cells: an
empty line ends a cell, three of them end a page, a line with a blank on it is a
paragraph mark inside a cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Final, NamedTuple

from corpus.repair.spacing import Vocabulary, despace
from corpus.trace import Traced

#: So many empty lines in a row are a page break.
PAGE_BREAK_LINES: Final = 3


class Gap(IntEnum):
    """What stands before a piece of text, in order of weight."""

    INLINE = 0
    NEXT_LINE = 1
    PARAGRAPH = 2
    BLANK = 3
    PAGE = 4
    HEADING = 5


class TableLine(NamedTuple):
    """A line that is not blank.

    Attributes:
        number: 1-based line of the file.
        raw: As printed.
        text: Letter-spacing mended, no blanks at either end.
        gap: What stands before it.
        indented: It starts with a blank (in place of an empty number cell).
    """

    number: int
    raw: Traced
    text: Traced
    gap: Gap
    indented: bool


def table_lines(
    printed: Sequence[Traced], first: int, vocabulary: Vocabulary
) -> tuple[TableLine, ...]:
    """Printed lines but blank ones.

    Args:
        printed: Lines of a file that follow each other.
        first: 1-based number of the first of them.
        vocabulary: Words of the corpus.
    """
    lines: list[TableLine] = []
    between: list[str] = []
    for number, raw in enumerate(printed, start=first):
        if not raw.text.strip():
            between.append(raw.text)
            continue
        gap = gap_of(between) if lines else Gap.BLANK
        text = despace(raw, vocabulary).strip()
        indented = raw.text.startswith((" ", "\u00a0"))
        lines.append(TableLine(number, raw, text, gap, indented))
        between = []
    return tuple(lines)


def gap_of(between: list[str]) -> Gap:
    """What the blank lines between two printed ones stand for."""
    if not between:
        return Gap.NEXT_LINE
    if any("\f" in line for line in between) or _longest_run(between) >= (
        PAGE_BREAK_LINES
    ):
        return Gap.PAGE
    return Gap.BLANK if "" in between else Gap.PARAGRAPH


def _longest_run(between: list[str]) -> int:
    """Most empty lines in a row."""
    longest = run = 0
    for line in between:
        run = 0 if line else run + 1
        longest = max(longest, run)
    return longest
