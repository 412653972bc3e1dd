"""Plots as inline SVG, drawn by hand: a page needs no script and no library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import Final, NamedTuple

#: Sizes in pixels.
_ROW: Final = 22
_LABEL: Final = 190
_BAR: Final = 360
_PLOT: Final = (560, 150)
_COLOURS: Final = ("#2a6f97", "#7fb069", "#d08c60", "#8e6c8a", "#b23a48")
_FILLED: Final = f'height="{_ROW - 8}" fill="{_COLOURS[0]}"'


class Bar(NamedTuple):
    """A share and the accepted one; None where there is none."""

    name: str
    value: float
    before: float | None = None


def bars(title: str, rows: Sequence[Bar]) -> str:
    """Shares, 0 to 1, as bars; a line marks the accepted share where it differs."""
    drawn = "".join(_bar(row, place) for place, row in enumerate(rows))
    width, height = _LABEL + _BAR + 130, _ROW * len(rows)
    return _figure(title, _svg(width, height, drawn))


def _bar(row: Bar, place: int) -> str:
    top = place * _ROW
    end = _LABEL + row.value * _BAR
    parts = [
        f'<text x="0" y="{top + 15}">{escape(row.name)}</text>',
        f'<rect x="{_LABEL}" y="{top + 4}" width="{end - _LABEL:.1f}" {_FILLED}/>',
        f'<text x="{end + 6:.1f}" y="{top + 15}">{row.value:.3f}{_was(row)}</text>',
    ]
    if row.before is not None:
        mark = _LABEL + row.before * _BAR
        parts.append(
            f'<line x1="{mark:.1f}" x2="{mark:.1f}" y1="{top + 2}" '
            f'y2="{top + _ROW - 2}" stroke="{_COLOURS[4]}" stroke-width="2"/>'
        )
    return "".join(parts)


def _was(row: Bar) -> str:
    return "" if row.before is None else f" (was {row.before:.3f})"


def latency(title: str, times_ms: Mapping[str, Sequence[float]]) -> str:
    """Shares of requests that were done after so many milliseconds, as curves.

    Args:
        title: Of the plot.
        times_ms: Sorted times by name.
    """
    known = {name: times for name, times in times_ms.items() if times}
    last = max((_at(times, 0.99) for times in known.values()), default=1.0) or 1.0
    parts = [_axis(last)]
    for (name, times), colour in zip(known.items(), _COLOURS, strict=False):
        points = [(_at(times, share / 100), share / 100) for share in range(100)]
        parts += [_piece(a, b, last, colour) for a, b in pairwise(points)]
        told = f"{name}: p50 {_at(times, 0.5):.1f} ms, p95 {_at(times, 0.95):.1f} ms"
        line = 18 * (1 + list(known).index(name))
        parts.append(f'<text x="330" y="{line}" fill="{colour}">{escape(told)}</text>')
    return _figure(title, _svg(_PLOT[0], _PLOT[1] + 24, "".join(parts)))


def _piece(
    a: tuple[float, float], b: tuple[float, float], last: float, colour: str
) -> str:
    (x1, y1), (x2, y2) = (_point(*end, last) for end in (a, b))
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{colour}" stroke-width="2"/>'
    )


def _point(time: float, share: float, last: float) -> tuple[float, float]:
    return min(time / last, 1.0) * _PLOT[0], _PLOT[1] * (1 - share)


def _axis(last: float) -> str:
    width, height = _PLOT
    return (
        f'<line x1="0" y1="{height}" x2="{width}" y2="{height}" stroke="#888"/>'
        f'<text x="0" y="{height + 18}">0 ms</text>'
        f'<text x="{width - 70}" y="{height + 18}">{last:.0f} ms</text>'
    )


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _svg(width: float, height: float, inside: str) -> str:
    size = f'width="{width:.0f}" height="{height:.0f}"'
    return f'<svg {size} viewBox="0 0 {width:.0f} {height:.0f}">{inside}</svg>'


def _figure(title: str, inside: str) -> str:
    told = f"<figcaption>{escape(title)}</figcaption>"
    return f"<figure>{told}{inside}</figure>"
