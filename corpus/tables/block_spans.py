"""Stretches of a block of lines that are no plain text: dates, bodies, figures."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from corpus.tables.bodies import find_bodies
from corpus.tables.dates import find_dates
from corpus.tables.names import Names
from corpus.tables.words import FUND, INCLUDING, MONEY, REGION, UNIT

Class = Literal["text", "exec", "body", "date", "sum", "mark", "unit", "fund", "region"]


class BlockSpan(NamedTuple):
    """A half-open stretch of one kind."""

    start: int
    end: int
    kind: Class


#: Figures, dashes of empty cells and asterisks.
#: Matches ``25,3 25,3``, ``- - -``, ``5 , 0``; must not match ``-тоқсан``, ``1)``.
_SUM = re.compile(r"(?<![^\s])(?:[-–—](?![\w])|\d[\d,.]*|,(?=\s|$)|\*+)(?![^\s])")
#: A figure and its parts: ``11,7 / оның / ішінде / : / 1) / 6,3 / 2) / 5,4``.
_PARTS = re.compile(
    rf"\d[\d ,]{{0,60}}\**\s+(?:{INCLUDING.pattern})\s*:?"
    r"(?:\s*\d{1,2}\s*\)\s*[\d ,*]+)+",
    re.IGNORECASE,
)
_MARK = re.compile(r"\*+(?:\s*\*+)*")
_LETTER = re.compile(r"[^\W\d_]")


def find_spans(text: str, names: Names) -> list[BlockSpan]:
    """Stretches of a block that are no plain text, in order, not overlapping."""
    spans: list[BlockSpan] = []
    _add(spans, (BlockSpan(*m.span(), "fund") for m in FUND.finditer(text)), text)
    _add(spans, (BlockSpan(*m.span(), "sum") for m in _PARTS.finditer(text)), text)
    _add(spans, (BlockSpan(*span, "date") for span in find_dates(text)), text)
    _add(spans, _regions(text), text)
    sums = list(_sums(text, spans))
    shut = [(s.start, s.end) for s in spans] + [(s, e) for s, e, _ in sums]
    bodies = find_bodies(text, shut, names)
    _add(
        spans,
        (BlockSpan(b.start, b.end, "exec" if b.sure else "body") for b in bodies),
        text,
    )
    _add(spans, _units(text), text)
    _add(spans, sums, text)
    spans = _without_text_figures(spans, text)
    return _marks_joined(spans, text)


def _add(spans: list[BlockSpan], found: Iterable[BlockSpan], text: str) -> None:
    """Put spans that overlap none so far in their places; all stay in order."""
    for start, stop, kind in found:
        end = start + len(text[start:stop].rstrip())
        at = bisect_left(spans, start, key=_span_start)
        apart = (not at or spans[at - 1].end <= start) and (
            at == len(spans) or end <= spans[at].start
        )
        if start < end and apart:
            spans.insert(at, BlockSpan(start, end, kind))


def _span_start(span: BlockSpan) -> int:
    """Where a span starts."""
    return span.start


def _inside(place: int, spans: Sequence[BlockSpan]) -> bool:
    """One of the spans, which are in order, holds the place."""
    at = bisect_right(spans, place, key=_span_start)
    return at > 0 and place < spans[at - 1].end


def _regions(text: str) -> Iterator[BlockSpan]:
    """Names of regions that start a line and are not followed by words."""
    for match in REGION.finditer(text):
        starts = match.start() == 0 or text[match.start() - 1] == "\n"
        after = text[match.end() :].partition("\n")[0].lstrip()
        free = not after or not _LETTER.match(after) or FUND.match(after)
        if starts and free:
            yield BlockSpan(match.start(), match.end(), "region")


def _units(text: str) -> Iterator[BlockSpan]:
    """A unit at the start of the block, alone in its line, or money at a line end."""
    first = UNIT.match(text)
    if first:
        yield BlockSpan(first.start(), first.end(), "unit")
    start = 0
    for line in text.split("\n"):
        whole = UNIT.fullmatch(line)
        if whole:
            yield BlockSpan(start, start + len(line), "unit")
        for money in MONEY.finditer(line):
            if money.end() == len(line) or money.start() == 0:
                yield BlockSpan(start + money.start(), start + money.end(), "unit")
        start += len(line) + 1


def _sums(text: str, spans: Sequence[BlockSpan]) -> Iterator[BlockSpan]:
    """Runs of figures and dashes outside the spans."""
    run: tuple[int, int] | None = None
    for match in _SUM.finditer(text):
        if _inside(match.start(), spans):
            continue
        if run and not text[run[1] : match.start()].strip():
            run = (run[0], match.end())
            continue
        if run:
            yield BlockSpan(*run, "sum")
        run = match.span()
    if run:
        yield BlockSpan(*run, "sum")


def _without_text_figures(spans: list[BlockSpan], text: str) -> list[BlockSpan]:
    """Spans without figures and dashes that are part of running text."""
    kept: list[BlockSpan] = []
    for i, span in enumerate(spans):
        after = spans[i + 1].start if i + 1 < len(spans) else len(text)
        done = spans[i - 1].end if i else 0
        if span.kind != "sum" or not _in_text(span, after, done, text):
            kept.append(span)
    return kept


def _in_text(span: BlockSpan, after: int, done: int, text: str) -> bool:
    """Words follow a figure in its line, or stand before it and follow in the next.

    Args:
        span: The figure.
        after: Where the next span starts.
        done: Where the one before ends.
        text: Of the block.
    """
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


def _marks_joined(spans: list[BlockSpan], text: str) -> list[BlockSpan]:
    """Asterisks alone made part of the date before them, or marks of their own."""
    kept: list[BlockSpan] = []
    for span in spans:
        alone = span.kind == "sum" and _MARK.fullmatch(text[span.start : span.end])
        if alone and kept and kept[-1].kind == "date":
            between = text[kept[-1].end : span.start]
            if not between.strip():
                kept[-1] = kept[-1]._replace(end=span.end)
                continue
        kept.append(span._replace(kind="mark") if alone else span)
    return kept
