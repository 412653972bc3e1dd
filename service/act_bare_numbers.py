"""Bare figures that are meant for the number of an act: «п. 2 588», "in 580"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from corpus.ids import Span

#: A figure of two to five digits. Must not match years in ranges or amounts.
_FIGURE = re.compile(r"(?<![\d.,–-])\d{2,5}(?![\d]|[.,]\d|\s?[-–]\s?\d)")
#: What stands between an address and the figure beside it.
_GAPS: Final = frozenset({" ", ", "})
#: A preposition before a figure that closes its clause: «сколько мер по 124», "in 580".
#: Must not match "in 580 cases", «за 124 дня».
_BEFORE = re.compile(r"(?:^|\s)(?:in|of|under|by|в|во|из|по|к)\s+$", re.IGNORECASE)
#: The end of a clause, or a Kazakh ending of place: «580-де», «124-те».
_BEHIND = re.compile(r"\s*(?:[?.!,;:]|$)")
_PLACE_KK = re.compile(r"\s?-?(?:да|де|та|те|дағы|дегі|тағы|тегі)(?!\w)")


def bare_numbers(
    text: str, held: Collection[str], address: Sequence[Span], taken: Sequence[Span]
) -> Iterator[Span]:
    """Figures that are the number of a held act, though no noun says so.

    Args:
        text: The question.
        held: Numbers of the acts.
        address: Where provisions are named; a figure beside one names its act.
        taken: Figures in there mean something else.
    """
    for figure in _FIGURE.finditer(text):
        free = not any(s.start <= figure.start() < s.end for s in taken)
        if free and figure[0] in held and _is_meant(text, figure, address):
            yield Span(*figure.span())


def _is_meant(text: str, figure: re.Match[str], address: Sequence[Span]) -> bool:
    start, end = figure.span()
    if any(
        text[s.end : start] in _GAPS or text[end : s.start] in _GAPS for s in address
    ):
        return True
    placed = _BEFORE.search(text, 0, start) and _BEHIND.match(text, end)
    return bool(placed or _PLACE_KK.match(text, end))
