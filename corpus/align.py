"""Two language versions of one act, provision by provision.

Units of one parent are aligned with those of its counterpart: equal kinds and numbers
first, then order and length, as sentences of parallel texts are (Gale and Church,
"A program for aligning sentences in bilingual corpora", 1993, with single units only).
What is built differently in the two (a table in one, paragraphs in the other) is
aligned once more without its levels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from typing import Final, NamedTuple

from corpus.ids import ProvisionId
from corpus.model import Act, Kind, Provision

#: Cost of a unit without counterpart; that of a pair is the logarithm of how many
#: times longer one of them is.
_ALONE: Final = 0.7
#: A pair of unlike units (a row of a table and a paragraph) costs this much more.
_UNLIKE: Final = 0.3
#: A pair of equal numbers is worth this much more than any other.
_NUMBERED: Final = 3.0
#: More than any pair of units without counterparts.
_NEVER: Final = 9.0
#: Longer lists of units (the product of both lengths) are aligned in their order.
_MOST_PAIRS: Final = 400_000
#: Kinds that may stand for each other where two versions are built differently.
_ALIKE: Final[frozenset[Kind]] = frozenset(
    ("para", "point", "subpoint", "row", "heading", "preamble", "abbreviation")
)
#: Kinds whose numbers are printed and not counted.
_COUNTED: Final[frozenset[Kind]] = frozenset(("para", "row", "note", "preamble"))


class Pair(NamedTuple):
    """A provision and its counterpart in the other version."""

    one: ProvisionId
    other: ProvisionId


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two versions have in common.

    Attributes:
        pairs: In the order of the first version; no provision is in two of them.
        alone_in_one: Provisions of the first version without counterpart, in order.
        alone_in_other: The same of the second one.
    """

    pairs: tuple[Pair, ...]
    alone_in_one: tuple[ProvisionId, ...]
    alone_in_other: tuple[ProvisionId, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A further language version of an act of the corpus.

    Attributes:
        act: The version; its id is that of the act it is a version of.
        counterparts: Its provisions by those of the act that the corpus holds.
    """

    act: Act
    counterparts: Mapping[ProvisionId, ProvisionId]


@dataclass(slots=True)
class _Unit:
    """A provision with those below it."""

    provision: Provision
    below: list[_Unit] = field(default_factory=list)

    @property
    def key(self) -> tuple[Kind, str]:
        """Kind and printed number; "" for units that are only counted."""
        kind = self.provision.kind
        number = "" if kind in _COUNTED else self.provision.number or ""
        return kind, number

    @property
    def length(self) -> int:
        """Characters of its own words."""
        return max(len(self.provision.own.text), 1)


def align(one: Act, other: Act) -> Alignment:
    """Align two versions of one act."""
    found: dict[str, str] = {}
    _align_below(_tree(one), _tree(other), found)
    taken = set(found.values())
    return Alignment(
        pairs=tuple(
            Pair(p.id, ProvisionId.trusted(found[p.id]))
            for p in one.provisions
            if p.id in found
        ),
        alone_in_one=tuple(p.id for p in one.provisions if p.id not in found),
        alone_in_other=tuple(p.id for p in other.provisions if p.id not in taken),
    )


def _tree(act: Act) -> list[_Unit]:
    """The provisions of an act as a tree; the top is a list."""
    units = {str(p.id): _Unit(p) for p in act.provisions}
    top: list[_Unit] = []
    for unit in units.values():
        above = units.get(unit.provision.parent or "")
        (above.below if above else top).append(unit)
    return top


def _align_below(
    one: Sequence[_Unit], other: Sequence[_Unit], found: dict[str, str]
) -> None:
    """Align two lists of siblings and all that is below them."""
    pairs = _matched(one, other)
    for i, j in pairs:
        found[one[i].provision.id] = other[j].provision.id
        _align_below(one[i].below, other[j].below, found)
    ones, others = {i for i, _ in pairs}, {j for _, j in pairs}
    left = [unit for i, unit in enumerate(one) if i not in ones]
    right = [unit for j, unit in enumerate(other) if j not in others]
    if not left or not right:
        return
    left, right = list(_flat(left)), list(_flat(right))
    for i, j in _by_order(left, right, _loose_cost):
        found[left[i].provision.id] = right[j].provision.id


def _flat(units: Iterable[_Unit]) -> Iterator[_Unit]:
    """Units and all that is below them, in reading order."""
    for unit in units:
        yield unit
        yield from _flat(unit.below)


def _matched(one: Sequence[_Unit], other: Sequence[_Unit]) -> list[tuple[int, int]]:
    """Indexes of siblings that belong together: by order, then by number alone."""
    if [unit.key for unit in one] == [unit.key for unit in other]:
        return [(i, i) for i in range(len(one))]
    pairs = _by_order(one, other, _strict_cost)
    ones, others = {i for i, _ in pairs}, {j for _, j in pairs}
    free: dict[tuple[Kind, str], int] = {}
    for j, unit in enumerate(other):
        if j not in others and unit.key[1]:
            free.setdefault(unit.key, j)
    for i, unit in enumerate(one):
        if i not in ones and unit.key in free:
            pairs.append((i, free.pop(unit.key)))
    return sorted(pairs)


def _by_order(
    one: Sequence[_Unit],
    other: Sequence[_Unit],
    cost_of: Callable[[_Unit, _Unit], float],
) -> list[tuple[int, int]]:
    """The cheapest pairs of units that do not cross each other."""
    if len(one) * len(other) > _MOST_PAIRS:
        return _in_turn(one, other)
    width = len(other) + 1
    costs = [j * _ALONE for j in range(width)]
    steps: list[bytes] = []
    for unit in one:
        row = [costs[0] + _ALONE]
        step = bytearray(b"u")
        for j in range(1, width):
            choices = (
                (costs[j - 1] + cost_of(unit, other[j - 1]), b"p"),
                (costs[j] + _ALONE, b"u"),
                (row[j - 1] + _ALONE, b"l"),
            )
            cost, way = min(choices, key=lambda choice: choice[0])
            row.append(cost)
            step += way
        costs = row
        steps.append(bytes(step))
    return _walked(steps, width)


def _walked(steps: Sequence[bytes], width: int) -> list[tuple[int, int]]:
    """The pairs on the way that was found, from the last to the first."""
    pairs: list[tuple[int, int]] = []
    i, j = len(steps), width - 1
    while i and j:
        way = steps[i - 1][j : j + 1]
        i -= way in {b"p", b"u"}
        j -= way in {b"p", b"l"}
        if way == b"p":
            pairs.append((i, j))
    return pairs[::-1]


def _in_turn(one: Sequence[_Unit], other: Sequence[_Unit]) -> list[tuple[int, int]]:
    """Pairs of equal keys, the first with the first: for very long lists."""
    places: dict[tuple[Kind, str], list[int]] = {}
    for j in range(len(other) - 1, -1, -1):
        places.setdefault(other[j].key, []).append(j)
    pairs: list[tuple[int, int]] = []
    last = -1
    for i, unit in enumerate(one):
        free = places.get(unit.key, [])
        while free and free[-1] <= last:
            free.pop()
        if free:
            last = free.pop()
            pairs.append((i, last))
    return pairs


def _strict_cost(one: _Unit, other: _Unit) -> float:
    """What it costs to take two siblings for counterparts: of one kind and number."""
    if one.key != other.key:
        return _NEVER
    longer = abs(log(one.length / other.length))
    return min(longer, 1.0) - _NUMBERED if one.key[1] else longer


def _loose_cost(one: _Unit, other: _Unit) -> float:
    """The same where levels differ: one of two alike units may lack a number."""
    if one.key == other.key:
        return _strict_cost(one, other)
    (kind, number), (other_kind, other_number) = one.key, other.key
    if kind not in _ALIKE or other_kind not in _ALIKE or (number and other_number):
        return _NEVER
    return abs(log(one.length / other.length)) + _UNLIKE
