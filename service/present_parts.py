"""A long act cut into parts that open fast, where its own headings allow; pure.

A part begins with a section, chapter or article; only where a stretch without any
heading is too long by itself it is cut between points. Any unit names the part that
holds it, so that links stay good when parts are cut anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from corpus.model import Provision
from corpus.plan_model import Measure

#: Kinds that stand under a heading of their own and are listed in the outline.
HEADED: Final = frozenset(
    {"annex", "part", "section", "subsection", "chapter", "paragraph", "article"}
)
#: Kinds that are shown as a card, with all that stands below them.
CARDS: Final = frozenset({"measure", "indicator"})
#: Most bytes of the units of a page, as they are reckoned below; it has its frame
#: and outline besides.
BUDGET: Final = 140_000
#: Bytes of HTML around the words of a unit, and those that a card has besides.
_FRAME: Final = 310
_CARD: Final = 620
#: Depth from which units count that have no heading.
_UNHEADED: Final = 100

ById = Mapping[str, Provision]


@dataclass(frozen=True, slots=True)
class Part:
    """Units that share a page; the first of them names it."""

    units: tuple[Provision, ...]

    @property
    def anchor(self) -> str:
        """Path of the first unit within its act."""
        return anchor_of(self.units[0])

    def holds(self, provision_id: str) -> bool:
        """Whether a unit stands in this part."""
        return any(unit.id == provision_id for unit in self.units)


def anchor_of(provision: Provision) -> str:
    """The path of a unit within its act: the fragment of its address."""
    return provision.id.partition("/")[2]


def around(provision: Provision, by_id: ById) -> list[Provision]:
    """The units around a provision, innermost first."""
    found: list[Provision] = []
    parent = by_id.get(provision.parent or "")
    while parent is not None:
        found.append(parent)
        parent = by_id.get(parent.parent or "")
    return found


def shown_unit(provision: Provision, by_id: ById) -> Provision:
    """The unit that shows a provision: its card if it stands in one, else itself."""
    cards = [unit for unit in around(provision, by_id) if unit.kind in CARDS]
    return cards[-1] if cards else provision


def parts(
    provisions: Sequence[Provision],
    measures: Mapping[str, Measure],
    *,
    extra: Callable[[Provision], int] | None = None,
    budget: int = BUDGET,
) -> tuple[Part, ...]:
    """The parts of an act in reading order.

    Args:
        provisions: All of the act.
        measures: Its measures by their ids.
        extra: Bytes that a unit takes besides, such as its printed lines.
        budget: Most bytes of a part; a unit that is larger is a part by itself.

    Returns:
        One part if all fits; none for an act without provisions.
    """
    by_id: ById = {p.id: p for p in provisions}
    shown = [p for p in provisions if shown_unit(p, by_id) is p]
    sizes = [_size(p, measures) + (extra(p) if extra else 0) for p in shown]
    depths = [_depth(p, by_id) for p in shown]
    cut = _Cutter(sizes, depths, budget)
    return tuple(Part(tuple(shown[i:j])) for i, j in cut.pieces(0, len(shown)) if i < j)


def part_with(found: Sequence[Part], provision_id: str) -> Part | None:
    """The part that holds a unit, None if none does."""
    return next((part for part in found if part.holds(provision_id)), None)


def _size(provision: Provision, measures: Mapping[str, Measure]) -> int:
    text = len(provision.own.text.encode())
    notes = sum(len(note.encode()) for note in provision.warnings)
    card = _CARD if provision.kind in CARDS else 0
    measure = measures.get(provision.id)
    executors = measure.executors if measure else ()
    names = sum(len((executor.name or "").encode()) for executor in executors)
    return text + notes + _FRAME + card + names


def _depth(provision: Provision, by_id: ById) -> int:
    """How deep a part that begins here would lie; headed units lie above all others."""
    outer = around(provision, by_id)
    headed = sum(unit.kind in HEADED for unit in outer)
    return headed if provision.kind in HEADED else _UNHEADED + len(outer)


@dataclass(frozen=True, slots=True)
class _Cutter:
    sizes: Sequence[int]
    depths: Sequence[int]
    budget: int

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Half-open stretches that fit, cut at the outermost units first."""
        inside = self.depths[start + 1 : end]
        if not inside or sum(self.sizes[start:end]) <= self.budget:
            yield start, end
            return
        outermost = min(inside)
        marks = [i for i in range(start + 1, end) if self.depths[i] == outermost]
        finer = (
            piece
            for i, j in pairwise((start, *marks, end))
            for piece in self.pieces(i, j)
        )
        yield from self._packed(finer)

    def _packed(self, pieces: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Neighbours together as long as they fit."""
        start, end = next(pieces)
        for i, j in pieces:
            if sum(self.sizes[start:j]) > self.budget:
                yield start, end
                start = i
            end = j
        yield start, end
