"""Lines of a flattened table cut into pieces of one kind each.

Lines that no blank parts make a block; kinds are found in the text of the block,
so that a date or a list of bodies may run over lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from corpus.tables.block_spans import BlockSpan, Class, find_spans
from corpus.tables.layout import Gap, TableLine
from corpus.tables.names import Names
from corpus.trace import Traced


class Piece(NamedTuple):
    """Text of one line that is of one kind.

    Attributes:
        line: Index of its line in the table.
        text: The piece, letter-spacing mended.
        kind: What it looks like.
        gap: What stands before it.
        indented: Its line starts with a blank.
        form: It starts like a form of completion that is known from other rows.
    """

    line: int
    text: Traced
    kind: Class
    gap: Gap
    indented: bool
    form: bool


#: A page has no more lines; longer blocks are cut, so that work stays in proportion.
LONGEST_BLOCK: Final = 60


def cut_pieces(
    lines: Sequence[TableLine],
    first: int,
    last: int,
    names: Names,
) -> list[Piece]:
    """The pieces of lines ``first`` to ``last`` (indices, the last not included).

    Args:
        lines: All lines of the table.
        first: Index of the first line.
        last: Index after the last line.
        names: The act's own short names.
    """
    return list(each_piece(lines, first, last, names))


def each_piece(
    lines: Sequence[TableLine], first: int, last: int, names: Names
) -> Iterator[Piece]:
    """The same, one by one."""
    for start, end in _blocks(lines, first, last):
        yield from _block_pieces(lines, start, end, names)


def _blocks(
    lines: Sequence[TableLine], first: int, last: int
) -> Iterator[tuple[int, int]]:
    """Stretches of lines without a blank between, of no more than a page."""
    start = first
    for i in range(first + 1, last + 1):
        if i == last or lines[i].gap >= Gap.BLANK or i - start == LONGEST_BLOCK:
            yield start, i
            start = i


def _block_pieces(
    lines: Sequence[TableLine],
    first: int,
    last: int,
    names: Names,
) -> Iterator[Piece]:
    """Pieces of one block."""
    text = "\n".join(line.text.text for line in lines[first:last])
    spans = find_spans(text, names)
    offset = 0
    for i in range(first, last):
        line = lines[i]
        end = offset + len(line.text)
        cuts = _line_spans(spans, offset, end)
        yield from _line_pieces(line, i, cuts)
        offset = end + 1


def _line_spans(spans: Iterable[BlockSpan], start: int, end: int) -> list[BlockSpan]:
    """Spans inside a line, counted from its start."""
    return [
        BlockSpan(max(s.start, start) - start, min(s.end, end) - start, s.kind)
        for s in spans
        if s.start < end and s.end > start
    ]


def _line_pieces(line: TableLine, at: int, spans: list[BlockSpan]) -> Iterator[Piece]:
    """Pieces of a line: its spans and the text between them."""
    gap = line.gap
    done = 0
    for start, end, kind in [*spans, BlockSpan(len(line.text), len(line.text), "text")]:
        for part in (BlockSpan(done, start, "text"), BlockSpan(start, end, kind)):
            text = line.text[part.start : part.end].strip()
            if text.text:
                indented = line.indented and gap != Gap.INLINE
                yield Piece(at, text, part.kind, gap, indented, form=False)
                gap = Gap.INLINE
        done = end
