"""Stretches of a flattened table between two numbers of rows, read into columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.tables.columns import Header
from corpus.tables.decode import Placed, SpanPlan, decode
from corpus.tables.forms import cut_at_forms
from corpus.tables.headings import Stretch
from corpus.tables.layout import Gap, TableLine
from corpus.tables.names import Names
from corpus.tables.numbers import Anchor, chain, find_anchors
from corpus.tables.pieces import Piece, cut_pieces
from corpus.tables.words import TOTAL_ROW


@dataclass(frozen=True, slots=True)
class Span:
    """Pieces between two numbers, with what is known of them.

    Attributes:
        anchor: The number before them; None at the start of a stretch.
        stretch: Index of their stretch.
        pieces: The pieces.
        plan: What is known.
        placed: The pieces in their places, () if there are none.
    """

    anchor: Anchor | None
    stretch: int
    pieces: tuple[Piece, ...]
    plan: SpanPlan
    placed: tuple[Placed, ...]


def read_spans(
    lines: Sequence[TableLine],
    parts: Sequence[Stretch],
    header: Header,
    names: Names,
) -> list[Span]:
    """The rows' pieces in their columns, span by span.

    Args:
        lines: All lines of the table.
        parts: The uses of the lines after the header.
        header: The headings of the columns.
        names: The act's own short names.
    """
    found = [
        anchor
        for part in parts
        if part.rows
        for anchor in find_anchors(lines, part.first, part.last)
    ]
    anchors = chain(found)
    raw = [s for i, p in enumerate(parts) if p.rows for s in _cut(lines, i, p, anchors)]
    spans: list[Span] = []
    used = 0
    for i, (anchor, stretch, first, last) in enumerate(raw):
        used = 0 if anchor else used
        following = raw[i + 1] if i + 1 < len(raw) else None
        missing = _missing(anchors, anchor, following, raw[:i])
        pieces = _pieces(lines, anchor, first, last, names)
        heading = anchor is None and stretch > 0
        if heading and pieces:
            pieces[0] = pieces[0]._replace(gap=Gap.HEADING)
        ends = following is None or following[1] != stretch
        left = None if missing is None else max(0, missing - used)
        upcoming = following[0] if following and not ends else None
        plan = SpanPlan(
            columns=header.columns,
            opened=anchor is not None,
            unnumbered=None if ends and left else left,
            tail=upcoming is not None and upcoming.page and not upcoming.repeat,
        )
        span = _decoded(Span(anchor, stretch, tuple(pieces), plan, ()))
        used += max((item.row for item in span.placed), default=0)
        spans.append(span)
    return spans


RawSpan = tuple[Anchor | None, int, int, int]


def _cut(
    lines: Sequence[TableLine], index: int, part: Stretch, anchors: Sequence[Anchor]
) -> Iterator[RawSpan]:
    """Lines between numbers: anchor, stretch, first line, line after the last."""
    inside = [a for a in anchors if part.first <= a.first < part.last]
    starts = [*(a.first for a in inside), part.last]
    last = _before_total(lines, part)
    if starts[0] > part.first:
        yield None, index, part.first, min(starts[0], last)
    for anchor, end in zip(inside, starts[1:], strict=True):
        yield anchor, index, anchor.last, min(end, last)


def _before_total(lines: Sequence[TableLine], part: Stretch) -> int:
    """Index of the row of totals at the end of a stretch, or of its end."""
    for at in range(part.last - 1, max(part.first, part.last - 30), -1):
        if lines[at].gap >= Gap.BLANK and is_total(lines, at, part.last):
            return at
    return part.last


def is_total(lines: Sequence[TableLine], at: int, last: int) -> bool:
    """A row of totals starts at the line."""
    text = lines[at].text.text
    if at + 1 < last and lines[at + 1].gap < Gap.BLANK:
        text += " " + lines[at + 1].text.text
    words = text.split(":")[0].rstrip("0123456789 ,.-–")
    return bool(TOTAL_ROW.fullmatch(words.strip()))


def _missing(
    anchors: Sequence[Anchor],
    anchor: Anchor | None,
    following: RawSpan | None,
    before: Sequence[RawSpan],
) -> int | None:
    """Rows without number between the last number and the next; None if unknown."""
    if not anchors:
        return None
    if anchor is None:
        anchor = next((span[0] for span in reversed(before) if span[0]), None)
    at = anchors.index(anchor) + 1 if anchor else 0
    upcoming = anchors[at] if at < len(anchors) else None
    if upcoming is None or following is None:
        return 0
    done = anchor.key.base if anchor else 0
    return max(0, upcoming.start.base - done - 1)


def _pieces(
    lines: Sequence[TableLine],
    anchor: Anchor | None,
    first: int,
    last: int,
    names: Names,
) -> list[Piece]:
    """The pieces behind a number, the rest of the number's own line first."""
    if anchor is None:
        return cut_pieces(lines, first, last, names)
    rest = lines[first].text[anchor.length :].strip()
    if not rest.text:
        return cut_pieces(lines, first + 1, last, names)
    own = [*lines]
    own[first] = lines[first]._replace(text=rest, indented=False)
    return cut_pieces(own, first, last, names)


def _decoded(span: Span) -> Span:
    """The span with its pieces in their places."""
    if not span.pieces:
        return replace(span, placed=())
    placed = decode(span.pieces, span.plan)
    if placed is None:
        placed = decode(span.pieces, replace(span.plan, unnumbered=None))
    if placed is None:
        open_plan = replace(span.plan, unnumbered=None, opened=True)
        placed = decode(span.pieces, open_plan)
    return replace(span, placed=tuple(placed or ()))


def refine_spans(spans: Sequence[Span], forms: frozenset[str]) -> list[Span]:
    """The spans read anew where a known form begins inside a line.

    Args:
        spans: As read before.
        forms: Squashed forms of completion of other rows.
    """
    refined: list[Span] = []
    for span in spans:
        pieces = cut_at_forms(span.pieces, forms)
        if len(pieces) > len(span.pieces):
            refined.append(_decoded(replace(span, pieces=tuple(pieces))))
        else:
            refined.append(span)
    return refined
