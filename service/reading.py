"""An act opened for reading: its records, its parts, the part that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Self

from corpus.ids import ProvisionId
from corpus.model import Act, Provision
from service.errors import NoSuchProvisionError
from service.present_parts import Part, part_with, parts, shown_unit
from service.present_reader import Rows, first_lines_below, printed_lines
from service.voice import Voice

#: Asks for the whole act on one page.
WHOLE: Final = "all"
#: Bytes of HTML around a unit's printed lines, and around each of them.
_LINES: Final = 150
_LINE: Final = 45


@dataclass(frozen=True)
class Reading:
    """An act opened for reading.

    Attributes:
        act: Its head.
        provisions: All, in reading order.
        rows: Of its tables; its file's lines if they are to be shown.
    """

    act: Act
    provisions: Sequence[Provision]
    rows: Rows

    @classmethod
    def open(cls, voice: Voice, act_id: str, *, with_source: bool = False) -> Self:
        """Read an act.

        Raises:
            NoSuchActError: It is not held.
        """
        act = voice.act(act_id)
        records = voice.records
        _, provisions = records.provisions(act.id)
        _, measures = records.measures(act_ids=(act.id,))
        last = max(act.source.line_end, 1)
        rows = Rows(
            measures={m.id: m for m in measures},
            indicators={i.id: i for i in records.indicators(act.id)},
            lines=records.source_lines(act.id, 1, last) if with_source else (),
        )
        return cls(act, provisions, rows)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Its parts; one where a page holds all."""
        below = first_lines_below(self.provisions)

        def printed(unit: Provision) -> int:
            """Bytes that the printed lines of a unit add to a page."""
            lines = printed_lines(unit, self.rows.lines, below.get(unit.id))
            return _LINES + sum(len(line.text.encode()) + _LINE for line in lines)

        extra = printed if self.rows.lines else None
        return parts(self.provisions, self.rows.measures, extra=extra)

    def shown(self, path: str) -> Provision:
        """The unit that shows a provision, by its path within the act.

        Raises:
            NoSuchProvisionError: The act has none there.
        """
        by_id: dict[str, Provision] = {p.id: p for p in self.provisions}
        found = by_id.get(ProvisionId.trusted(f"{self.act.id}/{path}"))
        if found is None:
            raise NoSuchProvisionError(f"{self.act.id}/{path}")
        return shown_unit(found, by_id)

    def part(self, asked: str | None) -> Part | None:
        """The part that a page shows; None for all of the act.

        Args:
            asked: Path of any unit in it, :data:`WHOLE`, or None for the first.

        Raises:
            NoSuchProvisionError: The act has no such unit.
        """
        if asked == WHOLE or len(self.parts) <= 1:
            return None
        if asked is None:
            return self.parts[0]
        return part_with(self.parts, self.shown(asked).id)

    def units(self, part: Part | None) -> Sequence[Provision]:
        """The units of a part, or of the whole act."""
        chosen = (part,) if part else self.parts
        return [unit for one in chosen for unit in one.units]

    def beside(self, part: Part | None) -> tuple[Part | None, Part | None]:
        """The parts before and behind one; None where there is none."""
        if part is None:
            return None, None
        at = self.parts.index(part)
        before = self.parts[at - 1] if at else None
        return before, next(iter(self.parts[at + 1 :]), None)
