"""Words of a question that are read otherwise than they were typed; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from corpus.ids import Span

#: Why words were read as others: another keyboard layout, Kazakh letters left
#: out, a slip of the fingers.
Repair = Literal["layout", "letters", "slip"]
#: What is left of the worth of a word that may be read wrongly, against 1.
WORTH: Final[dict[Repair, float]] = {"layout": 1.0, "letters": 0.95, "slip": 0.8}


class Correction(NamedTuple):
    """Words of a question that were read as others.

    Attributes:
        start: Offset of the first character in the question as typed, white
            space squeezed.
        end: Offset behind the last one.
        typed: What stands there.
        read: What it was read as.
        how: Why.
    """

    start: int
    end: int
    typed: str
    read: str
    how: Repair


class Doubt(NamedTuple):
    """Words of a question as read that may mean something else.

    Attributes:
        span: In the question as read.
        typed: What was typed in their place.
        worth: What is left of their worth, above 0, at most 1.
    """

    span: Span
    typed: str
    worth: float


def applied(text: str, corrections: Sequence[Correction]) -> str:
    """A text as typed with its corrections made.

    Args:
        text: As typed.
        corrections: In order, none overlapping.
    """
    parts, at = [], 0
    for one in corrections:
        parts += [text[at : one.start], one.read]
        at = one.end
    return "".join((*parts, text[at:]))


def doubts(corrections: Sequence[Correction]) -> Iterator[Doubt]:
    """Where the corrections of single words lie in the question as read.

    A question in another keyboard layout is read as a whole, beyond doubt.
    """
    shift = 0
    for one in corrections:
        start = one.start + shift
        if one.how != "layout":
            span = Span(start, start + len(one.read))
            yield Doubt(span, one.typed, WORTH[one.how])
        shift += len(one.read) - len(one.typed)
