"""Numbers of rows: printed whole, split over lines, doubled, inserted, repeated.

Which figures are numbers of rows and which are values or parts of a title is
decided for the table as a whole: the numbers are the best rising chain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus.tables.layout import Gap, TableLine

#: A number alone in its line: ``12``, ``12.``, ``89-1.``; must not match ``1)``.
_WHOLE = re.compile(r"(\d{1,3}(?:-\d{1,2})?)\s*(\.?)")
#: The first half of an inserted number: ``89-``.
_HALF = re.compile(r"(\d{1,3})-")
#: A number before other text in its line: ``20 Құпия``; must not match ``2014 жылы``
#: or ``1 776,9``.
_LEADING = re.compile(r"(\d{1,3}(?:-\d{1,2})?)(\.?)\s+(?=[^\W\d_]|[\"«])")
#: A chain looks back over so many candidates.
REACH: Final = 60
#: More rows without a number in a row are not believed.
MOST_UNNUMBERED: Final = 40
_MISSING_COST: Final = 0.3


class Key(NamedTuple):
    """A number by its parts: ``89-1`` is ``(89, 1)``."""

    base: int
    insert: int


class Anchor(NamedTuple):
    """The number of a row.

    Attributes:
        first: Index of the first line that it is printed on.
        last: Index of the last such line.
        length: Characters of the last line that it takes up.
        number: As printed, without its point; the last one of several.
        also: Numbers printed before it in the same row.
        weight: How much it looks like a number.
        page: It stands after a page break.
        repeat: It is printed once more for the rest of a row.
    """

    first: int
    last: int
    length: int
    number: str
    also: tuple[str, ...]
    weight: float
    page: bool
    repeat: bool = False

    @property
    def key(self) -> Key:
        """The number by its parts."""
        return key_of(self.number)

    @property
    def start(self) -> Key:
        """The first of the numbers by its parts."""
        return key_of(self.also[0]) if self.also else self.key


def key_of(number: str) -> Key:
    """A printed number by its parts."""
    base, _, insert = number.partition("-")
    return Key(int(base), int(insert or 0))


def find_anchors(lines: Sequence[TableLine], first: int, last: int) -> list[Anchor]:
    """What may be a number of a row in lines ``first`` to ``last`` (not included)."""
    found: list[Anchor] = []
    at = first
    while at < last:
        anchor = _anchor_at(lines, at, last)
        if anchor:
            found.append(anchor)
            at = anchor.last
        at += 1
    return found


def _anchor_at(lines: Sequence[TableLine], at: int, last: int) -> Anchor | None:
    """The candidate that starts at a line."""
    line = lines[at]
    if line.gap < Gap.BLANK and not (at and lines[at - 1].gap == Gap.HEADING):
        return None
    page = line.gap == Gap.PAGE
    end = _number_end(lines, at, last)
    if end:
        number, stop, weight = end
        also: list[str] = []
        while (more := _next_number(lines, stop + 1, last)) is not None:
            also.append(number)
            number, stop, _ = more
        if stop + 1 < last and _opens_text(lines[stop + 1].text.text):
            weight += 0.3
        length = len(lines[stop].text)
        return Anchor(at, stop, length, number, tuple(also), weight, page)
    leading = _LEADING.match(line.text.text)
    if leading:
        weight = 1.2 if _opens_text(line.text.text[leading.end() :]) else 0.6
        weight += 0.5 if leading[2] else 0
        return Anchor(at, at, leading.end(), leading[1], (), weight, page)
    return None


def _number_end(
    lines: Sequence[TableLine], at: int, last: int
) -> tuple[str, int, float] | None:
    """Number, last line and weight of a number that stands alone from a line on."""
    text = lines[at].text.text
    following = lines[at + 1] if at + 1 < last else None
    touches = following is not None and following.gap < Gap.BLANK
    half = _HALF.fullmatch(text)
    if half and following and touches:
        rest = _WHOLE.fullmatch(following.text.text)
        if rest and "-" not in rest[1]:
            return f"{half[1]}-{rest[1]}", at + 1, 2.5
    whole = _WHOLE.fullmatch(text)
    if not whole:
        return None
    if whole[2]:
        return whole[1], at, 2.0
    if following and touches and following.text.text == ".":
        return whole[1], at + 1, 2.5
    return None if touches else (whole[1], at, 1.5)


def _next_number(
    lines: Sequence[TableLine], at: int, last: int
) -> tuple[str, int, float] | None:
    """A second number of the same row, with a point, right below the first."""
    if at >= last or lines[at].gap >= Gap.BLANK:
        return None
    found = _number_end(lines, at, last)
    return found if found and found[2] >= 2.0 else None


def _opens_text(text: str) -> bool:
    """Text starts as a title does: with a capital, a quotation or a figure."""
    return text[:1].isupper() or text[:1] in '"«'


def chain(candidates: Sequence[Anchor]) -> list[Anchor]:
    """The numbers of the rows: the best rising chain of candidates.

    A number that is printed again after a page break is kept with ``repeat``.
    """
    best: list[float] = []
    back: list[int] = []
    for i, anchor in enumerate(candidates):
        score, previous = anchor.weight - _start_cost(anchor), -1
        for j in range(max(0, i - REACH), i):
            step = _step(candidates[j], anchor)
            if step is not None and best[j] + anchor.weight + step > score:
                score, previous = best[j] + anchor.weight + step, j
        best.append(score)
        back.append(previous)
    return _with_repeats(_path(candidates, best, back))


def _start_cost(anchor: Anchor) -> float:
    """A chain rather begins with 1."""
    return min(3.0, 0.2 * (anchor.start.base - 1)) if anchor.start.base else 3.0


def _step(left: Anchor, right: Anchor) -> float | None:
    """How well one number follows another; None if it cannot."""
    old, new = left.key, right.start
    if new == old and right.page:
        return -right.weight + 0.4
    if new == Key(old.base, old.insert + 1) or new == Key(old.base + 1, 0):
        return 1.0
    missing = new.base - old.base - 1
    if new.insert or not 0 < missing <= MOST_UNNUMBERED:
        return None
    return -_MISSING_COST * missing


def _path(
    candidates: Sequence[Anchor], best: Sequence[float], back: Sequence[int]
) -> list[Anchor]:
    """The chain with the highest score, in order."""
    if not candidates:
        return []
    at = max(range(len(best)), key=lambda i: (best[i], -i))
    path: list[Anchor] = []
    while at >= 0:
        path.append(candidates[at])
        at = back[at]
    return path[::-1]


def _with_repeats(path: Sequence[Anchor]) -> list[Anchor]:
    """The chain with repeated numbers marked."""
    marked: list[Anchor] = []
    for anchor in path:
        repeat = bool(marked) and marked[-1].key == anchor.start
        marked.append(anchor._replace(repeat=repeat))
    return marked
