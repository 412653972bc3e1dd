"""Quotations in a text: what stands between quotation marks; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

#: Opening marks and the marks that close them.
_CLOSING: Final = {"«": "»", "“": "”", "„": "“”", '"': '"'}
#: Longest quotation; behind it an opening mark counts for nothing.
LONGEST: Final = 5000
#: Where words of a quote were left out: «…», "...", "[…]", "<...>", "(...)".
#: Must not match a single full stop.
_LEFT_OUT: Final = re.compile(r"[\[(<]?\s*(?:…|\.{3,})\s*[\])>]?")


class Quotation(NamedTuple):
    """What stands between marks; ``start`` and ``end`` leave the marks out."""

    start: int
    end: int
    text: str


def quotations_in(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text; a mark without its pair is passed over."""
    return tuple(_quotations(text))


def _quotations(text: str) -> Iterator[Quotation]:
    at = 0
    while at < len(text):
        end = _closing(text, at) if text[at] in _CLOSING else None
        if end is not None:
            yield Quotation(at + 1, end, text[at + 1 : end])
            at = end
        at += 1


def _closing(text: str, start: int) -> int | None:
    """The place of the mark that closes the one at ``start``, marks within skipped."""
    opening, closing = text[start], _CLOSING[text[start]]
    deep = 0
    for i in range(start + 1, min(len(text), start + LONGEST + 2)):
        if text[i] in closing:
            if deep == 0:
                return i
            deep -= 1
        elif text[i] == opening:
            deep += 1
        elif text.startswith("\n\n", i):
            return None
    return None


def blanked(text: str, quotations: Iterable[Quotation]) -> str:
    """The text with quotations blanked out, every other character in its place."""
    chars = list(text)
    for found in quotations:
        chars[found.start : found.end] = " " * (found.end - found.start)
    return "".join(chars)


def pieces(quote: str) -> list[str]:
    """The parts of a quote between marks of omission, none of them empty."""
    return [part for part in _LEFT_OUT.split(quote) if part.strip()]
