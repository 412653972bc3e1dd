"""Facets, chips of filters and page numbers of a list of hits; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from service.inputs import FILTERS, HomeInputs
from service.present_answers import facet_label
from service.rendering import Frame
from service.shapes_answers import FacetJson, SearchJson
from service.voice import Voice

#: Values of a facet that are shown at once; the rest is folded away.
_SHOWN: Final = 6
#: Facets whose values have an order of their own, whatever the counts.
_IN_ORDER: Final = frozenset({"year"})
#: Pages on either side of the present one that have a number.
_AROUND: Final = 1


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet.

    Attributes:
        text: In the caller's language.
        count: Hits that have it.
        address: Of the same list with it alone; without it where it is chosen.
        chosen: Whether the list is narrowed by it now.
    """

    text: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A facet: its parameter, what it is called, its first values and the rest."""

    name: str
    title: str
    shown: tuple[Choice, ...]
    folded: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use, and the address of the same list without it."""

    title: str
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the list; without an address it stands for those left out."""

    number: int
    address: str | None
    here: bool = False


def boxes(
    found: SearchJson, asked: HomeInputs, frame: Frame, voice: Voice
) -> tuple[Box, ...]:
    """The facets that can still tell hits apart, or that are in use."""
    made = (
        _box(name, found["facets"].get(name, []), asked, frame, voice)
        for name in FILTERS
    )
    return tuple(box for box in made if box)


def _box(
    name: str,
    counts: Sequence[FacetJson],
    asked: HomeInputs,
    frame: Frame,
    voice: Voice,
) -> Box | None:
    chosen = {value for key, value in asked.filters() if key == name}
    if not counts or (len(counts) == 1 and not chosen):
        return None
    ordered = sorted(counts, key=_value) if name in _IN_ORDER else counts
    choices = tuple(_choice(name, one, chosen, frame) for one in ordered)
    title = voice.words(f"facet.{name}")
    # One value folded away takes as much room as the line that unfolds it.
    cut = _SHOWN if len(choices) > _SHOWN + 1 else len(choices)
    return Box(name, title, choices[:cut], choices[cut:])


def _value(one: FacetJson) -> str:
    return one["value"]


def _choice(name: str, one: FacetJson, chosen: set[str], frame: Frame) -> Choice:
    value = one["value"]
    held = value in chosen
    address = frame.widened(name, value=value) if held else frame.narrowed(name, value)
    return Choice(one["label"], one["count"], address, held)


def chips(asked: HomeInputs, frame: Frame, voice: Voice) -> tuple[Chip, ...]:
    """The filters in use, each with the way out of it."""
    return tuple(
        Chip(
            voice.words(f"facet.{name}"),
            facet_label(name, value, voice),
            frame.widened(name, value=value),
        )
        for name, value in asked.filters()
    )


def leaves(total: int, offset: int, size: int, frame: Frame) -> tuple[Leaf, ...]:
    """Numbered pages: the first, the last, those around the present one.

    Args:
        total: Of all hits.
        offset: Hits before the present page.
        size: Hits of a page.
        frame: Of the present page.

    Returns:
        In order; none where one page holds all.
    """
    last = -(-total // size)
    if last <= 1:
        return ()
    return tuple(_leaves(last, offset // size + 1, size, frame))


def _leaves(last: int, here: int, size: int, frame: Frame) -> Iterator[Leaf]:
    before = 0
    for number in sorted({1, *range(here - _AROUND, here + _AROUND + 1), last}):
        if not 1 <= number <= last:
            continue
        if number - before == 2:  # a gap of one page is that page
            yield _leaf(number - 1, here, size, frame)
        elif number - before > 2:
            yield Leaf(number - 1, None)
        yield _leaf(number, here, size, frame)
        before = number


def _leaf(number: int, here: int, size: int, frame: Frame) -> Leaf:
    offset = (number - 1) * size
    address = frame.with_values(offset=str(offset or ""))
    return Leaf(number, address, here=number == here)
