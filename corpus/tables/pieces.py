"""Lines of a flattened table cut into pieces of one kind each.

Lines that no blank parts make a block; kinds are found in the text of the block,
so that a date or a list of bodies may run over lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from corpus.tables.bodies import find_bodies
from corpus.tables.dates import find_dates
from corpus.tables.layout import Gap, TableLine
from corpus.tables.names import Names
from corpus.tables.words import FUND, INCLUDING, MONEY, REGION, UNIT
from corpus.trace import Traced

Class = Literal["text", "exec", "body", "date", "sum", "mark", "unit", "fund", "region"]


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


class _Span(NamedTuple):
    start: int
    end: int
    kind: Class


#: A page has no more lines; longer blocks are cut, so that work stays in proportion.
LONGEST_BLOCK: Final = 60
#: Figures, dashes of empty cells and asterisks.
#: Matches ``25,3 25,3``, ``- - -``, ``5 , 0``; must not match ``-тоқсан``, ``1)``.
_SUM = re.compile(r"(?<![^\s])(?:[-–—](?![\w])|\d[\d,.]*|,(?=\s|$)|\*+)(?![^\s])")
#: A figure and its parts: ``11,7 / оның / ішінде / : / 1) / 6,3 / 2) / 5,4``.
_PARTS = re.compile(
    rf"\d[\d ,]{{0,60}}\**\s+(?:{INCLUDING.pattern})\s*:?(?:\s*\d{{1,2}}\s*\)\s*[\d ,*]+)+",
    re.IGNORECASE,
)
_MARK = re.compile(r"\*+(?:\s*\*+)*")
_LETTER = re.compile(r"[^\W\d_]")


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


def _line_spans(spans: Iterable[_Span], start: int, end: int) -> list[_Span]:
    """Spans inside a line, counted from its start."""
    return [
        _Span(max(s.start, start) - start, min(s.end, end) - start, s.kind)
        for s in spans
        if s.start < end and s.end > start
    ]


def _line_pieces(line: TableLine, at: int, spans: list[_Span]) -> Iterator[Piece]:
    """Pieces of a line: its spans and the text between them."""
    gap = line.gap
    done = 0
    for start, end, kind in [*spans, _Span(len(line.text), len(line.text), "text")]:
        for part in (_Span(done, start, "text"), _Span(start, end, kind)):
            text = line.text[part.start : part.end].strip()
            if text.text:
                indented = line.indented and gap != Gap.INLINE
                yield Piece(at, text, part.kind, gap, indented, form=False)
                gap = Gap.INLINE
        done = end


def find_spans(text: str, names: Names) -> list[_Span]:
    """Stretches of a block that are no plain text, in order, not overlapping."""
    spans: list[_Span] = []
    _add(spans, (_Span(*m.span(), "fund") for m in FUND.finditer(text)), text)
    _add(spans, (_Span(*m.span(), "sum") for m in _PARTS.finditer(text)), text)
    _add(spans, (_Span(*span, "date") for span in find_dates(text)), text)
    _add(spans, _regions(text), text)
    sums = list(_sums(text, spans))
    shut = [(s.start, s.end) for s in spans] + [(s, e) for s, e, _ in sums]
    bodies = find_bodies(text, shut, names)
    _add(
        spans,
        (_Span(b.start, b.end, "exec" if b.sure else "body") for b in bodies),
        text,
    )
    _add(spans, _units(text), text)
    _add(spans, sums, text)
    spans = _without_text_figures(spans, text)
    return _marks_joined(spans, text)


def _add(spans: list[_Span], found: Iterable[_Span], text: str) -> None:
    """Put spans that overlap none so far in their places; all stay in order."""
    for start, stop, kind in found:
        end = start + len(text[start:stop].rstrip())
        at = bisect_left(spans, start, key=_span_start)
        apart = (not at or spans[at - 1].end <= start) and (
            at == len(spans) or end <= spans[at].start
        )
        if start < end and apart:
            spans.insert(at, _Span(start, end, kind))


def _span_start(span: _Span) -> int:
    """Where a span starts."""
    return span.start


def _inside(place: int, spans: Sequence[_Span]) -> bool:
    """One of the spans, which are in order, holds the place."""
    at = bisect_right(spans, place, key=_span_start)
    return at > 0 and place < spans[at - 1].end


def _regions(text: str) -> Iterator[_Span]:
    """Names of regions that start a line and are not followed by words."""
    for match in REGION.finditer(text):
        starts = match.start() == 0 or text[match.start() - 1] == "\n"
        after = text[match.end() :].partition("\n")[0].lstrip()
        free = not after or not _LETTER.match(after) or FUND.match(after)
        if starts and free:
            yield _Span(match.start(), match.end(), "region")


def _units(text: str) -> Iterator[_Span]:
    """A unit at the start of the block, alone in its line, or money at a line end."""
    first = UNIT.match(text)
    if first:
        yield _Span(first.start(), first.end(), "unit")
    start = 0
    for line in text.split("\n"):
        whole = UNIT.fullmatch(line)
        if whole:
            yield _Span(start, start + len(line), "unit")
        for money in MONEY.finditer(line):
            if money.end() == len(line) or money.start() == 0:
                yield _Span(start + money.start(), start + money.end(), "unit")
        start += len(line) + 1


def _sums(text: str, spans: Sequence[_Span]) -> Iterator[_Span]:
    """Runs of figures and dashes outside the spans."""
    run: tuple[int, int] | None = None
    for match in _SUM.finditer(text):
        if _inside(match.start(), spans):
            continue
        if run and not text[run[1] : match.start()].strip():
            run = (run[0], match.end())
            continue
        if run:
            yield _Span(*run, "sum")
        run = match.span()
    if run:
        yield _Span(*run, "sum")


def _without_text_figures(spans: list[_Span], text: str) -> list[_Span]:
    """Spans without figures and dashes that are part of running text."""
    kept: list[_Span] = []
    for i, span in enumerate(spans):
        after = spans[i + 1].start if i + 1 < len(spans) else len(text)
        done = spans[i - 1].end if i else 0
        if span.kind != "sum" or not _in_text(span, after, done, text):
            kept.append(span)
    return kept


def _in_text(span: _Span, after: int, done: int, text: str) -> bool:
    """Between two spans words follow a figure in its line, or stand before it and follow in the next."""
    last_line = text.rfind("\n", span.start, span.end) + 1
    tail = text[span.end : after].split("\n")
    if _LETTER.search(tail[0]):
        return last_line == 0 or last_line <= span.start
    single = re.fullmatch(r"\d+", text[span.start : span.end])
    if not single or len(tail) == 1 or not tail[1]:
        return False
    start = text.rfind("\n", 0, span.start) + 1
    own = text[max(start, done) : span.start]
    return bool(_LETTER.search(own)) and tail[1][:1].islower()


def _marks_joined(spans: list[_Span], text: str) -> list[_Span]:
    """Asterisks alone made part of the date before them, or marks of their own."""
    kept: list[_Span] = []
    for span in spans:
        alone = span.kind == "sum" and _MARK.fullmatch(text[span.start : span.end])
        if alone and kept and kept[-1].kind == "date":
            between = text[kept[-1].end : span.start]
            if not between.strip():
                kept[-1] = kept[-1]._replace(end=span.end)
                continue
        kept.append(span._replace(kind="mark") if alone else span)
    return kept
