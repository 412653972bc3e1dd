"""The outline of an act: its headings with their addresses; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from corpus.model import Provision
from service.present_parts import HEADED, ById, Part, anchor_of, around
from service.present_reader import title_of
from service.rendering import Frame
from service.voice import Voice

#: Kinds that are listed where they stand beside those of the open part alone.
_FINE: Final = frozenset({"paragraph", "article"})
#: Entries from which on an outline is folded where there is little room.
FOLDED: Final = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the outline; ``here`` if its unit stands in the open part."""

    address: str
    title: str
    here: bool
    below: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Turn:
    """A way to another part: its address and what it begins with."""

    address: str
    title: str


def outline(
    provisions: Sequence[Provision], open_part: Part | None, frame: Frame, voice: Voice
) -> list[Entry]:
    """Headed units as a tree in reading order.

    Args:
        provisions: All of the act.
        open_part: The part on this page; None where it shows the whole act.
        frame: Of this page.
        voice: The caller's language.
    """
    by_id: ById = {p.id: p for p in provisions}
    here = {unit.id for unit in open_part.units} if open_part else set()
    headed = [p for p in provisions if p.kind in HEADED]
    top: list[Entry] = []
    entries: dict[str, Entry] = {}
    for unit in _near(headed, open_part, by_id) if open_part else headed:
        anchor = anchor_of(unit)
        shown = open_part is None or unit.id in here
        address = f"#{anchor}" if shown else part_address(frame, anchor)
        entry = Entry(address, title_of(unit, voice), unit.id in here)
        outer = (entries.get(holder.id) for holder in around(unit, by_id))
        holder = next((found for found in outer if found), None)
        (holder.below if holder else top).append(entry)
        entries[unit.id] = entry
    return top


def _near(headed: Sequence[Provision], open_part: Part, by_id: ById) -> list[Provision]:
    """All coarse headings, and the fine ones of the chapters that are open."""
    opened = {outer.id for unit in open_part.units for outer in around(unit, by_id)}
    opened |= {unit.id for unit in open_part.units}
    return [unit for unit in headed if unit.kind not in _FINE or unit.parent in opened]


def part_address(frame: Frame, anchor: str) -> str:
    """Where a unit of another part stands."""
    return f"{frame.with_values(part=anchor)}#{anchor}"


def turn(frame: Frame, part: Part | None, voice: Voice) -> Turn | None:
    """The way to a part; None to none."""
    if part is None:
        return None
    headed = next((unit for unit in part.units if unit.kind in HEADED), None)
    first = part.units[0]
    title = title_of(headed, voice) if headed else voice.label(first.id)
    return Turn(frame.with_values(part=part.anchor), title)
