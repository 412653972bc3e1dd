"""A row of a plan, whatever the layout it was read from."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import ProvisionId
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

    __slots__ = ("_parent", "_taken")

    def __init__(self, parent: ProvisionId, taken: frozenset[str]) -> None:
        self._parent = parent
        self._taken = set(taken)

    def new(self, step: str) -> ProvisionId:
        """The id of a unit below the parent; a second one of a name is marked."""
        name = f"{self._parent}/{step}"
        count = 2
        while name in self._taken:
            name = f"{self._parent}/{step}-copy-{count}"
            count += 1
        self._taken.add(name)
        return ProvisionId(name)
