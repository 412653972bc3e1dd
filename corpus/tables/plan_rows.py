"""A row of a plan, whatever the layout it was read from."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from corpus.ids import ProvisionId
from corpus.tables.cells import RowCells


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row with its cells.

    Attributes:
        number: Printed or inferred.
        printed: False where it is inferred.
        also: Other numbers printed in the row.
        section: Heading that it stands under, "" if none.
        cells: Its cells, mended.
        lines: 1-based lines that it is printed on, in order.
    """

    number: str
    printed: bool
    also: tuple[str, ...]
    section: str
    cells: RowCells
    lines: tuple[int, ...]

    @property
    def first(self) -> int:
        """Its first line."""
        return min(self.lines)

    @property
    def last(self) -> int:
        """Its last line."""
        return max(self.lines)


class Ids:
    """Gives out ids of provisions, none twice."""

    __slots__ = ("_others", "_own", "_parent")

    def __init__(self, parent: ProvisionId, taken: AbstractSet[str]) -> None:
        self._parent = parent
        self._others = taken
        self._own: set[str] = set()

    def new(self, step: str) -> ProvisionId:
        """The id of a unit below the parent; a second one of a name is marked."""
        name = f"{self._parent}/{step}"
        count = 2
        while self._is_taken(name):
            name = f"{self._parent}/{step}-copy-{count}"
            count += 1
        self._own.add(name)
        return ProvisionId(name)

    def next(self, step: str, number: int) -> ProvisionId:
        """The id of a unit that is only counted: the first free number from one on."""
        while self._is_taken(f"{self._parent}/{step}-{number}"):
            number += 1
        return self.new(f"{step}-{number}")

    def _is_taken(self, name: str) -> bool:
        """Another record has the id."""
        return name in self._own or name in self._others
