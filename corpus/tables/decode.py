"""Pieces of flattened rows put into their columns.

The cells of a row come out from left to right, each in one stretch, parted by blank
lines mostly. So a reading is a path through the columns that never goes back but at
a page break, at the start of a row and at the start of a sub-row; the cheapest path
wins (Viterbi's algorithm with pruning). Costs say how odd a step is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from corpus.tables import costs
from corpus.tables.columns import Column
from corpus.tables.costs import Place
from corpus.tables.layout import Gap
from corpus.tables.pieces import Piece


@dataclass(frozen=True, slots=True)
class SpanPlan:
    """What is known of the pieces between two printed numbers.

    Attributes:
        columns: The columns of the table from left to right.
        opened: The pieces begin inside a row.
        unnumbered: So many rows without a number begin in them; None if unknown.
        tail: They may end in the beginning of the next numbered row.
    """

    columns: tuple[Column, ...]
    opened: bool
    unnumbered: int | None
    tail: bool


class Placed(NamedTuple):
    """A piece with its place.

    Attributes:
        piece: The piece.
        place: Where it goes.
        row: Counts the rows of the span; 0 is the opened one.
        tail: It belongs to the next numbered row.
    """

    piece: Piece
    place: Place
    row: int
    tail: bool


class _State(NamedTuple):
    """Where a reading is; ``torn``: its row has gone over a page break."""

    row: int
    tail: bool
    place: str
    torn: bool


class _Step(NamedTuple):
    cost: float
    back: _State | None


_START: Final = _State(0, tail=False, place="", torn=False)


def decode(pieces: Sequence[Piece], plan: SpanPlan) -> list[Placed] | None:
    """The cheapest reading of the pieces; None if the plan allows none."""
    if not pieces:
        return [] if not plan.unnumbered else None
    paths: list[dict[_State, _Step]] = []
    alive: dict[_State, _Step] = {_START: _Step(0.0, None)}
    reader = _Reader(plan)
    for i, piece in enumerate(pieces):
        alive = reader.advance(alive, piece, first=i == 0)
        if not alive:
            return None
        paths.append(alive)
    final = [s for s in alive if reader.may_end(s)]
    if not final:
        return None
    state: _State | None = min(final, key=lambda s: (alive[s].cost, s))
    placed: list[Placed] = []
    for piece, steps in zip(reversed(pieces), reversed(paths), strict=True):
        if state is None:
            break
        place: Place = state.place  # type: ignore[assignment]
        placed.append(Placed(piece, place, state.row, state.tail))
        state = steps[state].back
    return placed[::-1]


class _Reader:
    """Steps that a plan allows."""

    __slots__ = ("main", "plan", "subs")

    def __init__(self, plan: SpanPlan) -> None:
        self.plan = plan
        main = [c for c in plan.columns if c in costs.FIT]
        if "sum" in main and "fund" not in main:
            main.append("fund")
        self.main = tuple(main)
        inner = [f"sub_{c}" for c in main if f"sub_{c}" in costs.FIT]
        self.subs = ("sub_label", *inner)

    def advance(
        self, alive: Mapping[_State, _Step], piece: Piece, *, first: bool
    ) -> dict[_State, _Step]:
        """States after a piece, each with its cheapest way there."""
        after: dict[_State, _Step] = {}
        for state, step in alive.items():
            for new, cost in self._moves(state, piece, first=first):
                total = (
                    step.cost
                    + cost
                    + costs.FIT[new.place][costs.CLASSES.index(piece.kind)]
                )
                if new not in after or total < after[new].cost:
                    after[new] = _Step(total, state)
        least = min((step.cost for step in after.values()), default=0.0)
        return {s: t for s, t in after.items() if t.cost <= least + costs.BEAM}

    def may_end(self, state: _State) -> bool:
        """The span may end there."""
        wanted = self.plan.unnumbered
        return wanted is None or state.row == wanted

    def _moves(
        self, state: _State, piece: Piece, *, first: bool
    ) -> Iterator[tuple[_State, float]]:
        """Places that a piece can go to from a state, with the cost of the step."""
        started = bool(state.place)
        if started or (self.plan.opened and first):
            yield from self._inside(state, piece)
        may_start = piece.gap >= Gap.BLANK or piece.indented or first
        if may_start and not state.tail and not (first and self.plan.opened):
            yield from self._row(state, piece)

    def _inside(self, state: _State, piece: Piece) -> Iterator[tuple[_State, float]]:
        """Steps within a row."""
        if piece.gap == Gap.HEADING and state.place:
            return
        at = self._position(state.place)
        resets = piece.gap == Gap.PAGE and state.place != ""
        for i, place in enumerate(self.main):
            if resets:
                torn = state._replace(place=place, torn=True)
                yield torn, self._reset(place, piece)
            elif place == state.place:
                yield state._replace(place=place), self._stay(place, piece)
            elif i > at:
                cost = self._switch(at, i, piece, torn=state.torn or state.tail)
                yield state._replace(place=place), cost
        if state.place:
            yield from self._sub(state, piece)

    def _position(self, place: str) -> int:
        """Index of the column; -1 before the row, past the last in a sub-row."""
        if place.startswith("sub_"):
            return len(self.main)
        return self.main.index(place) if place else -1

    def _reset(self, place: str, piece: Piece) -> float:
        """Cost of going on in a cell on the next page: the title goes on first."""
        goes_on = not piece.text.text[:1].isupper()
        if place == "title":
            return 0.1 if goes_on else 0.4
        return 0.5 if place == "form" else 0.3

    def _stay(self, place: str, piece: Piece) -> float:
        """Cost of going on in the same cell."""
        if piece.form:
            if place == "title":
                return costs.FORM_IN_TITLE
            return (
                costs.FORM_INSIDE if piece.text.text[0].isupper() else costs.FORM_ENDS
            )
        if piece.gap == Gap.BLANK:
            cut = place == "exec" and piece.text.text[0] in "),"
            return costs.CUT_LIST if cut else costs.STAY[place]
        return 0.2 if piece.gap in {Gap.PARAGRAPH, Gap.PAGE} else 0.0

    def _switch(self, at: int, to: int, piece: Piece, *, torn: bool) -> float:
        """Cost of going on to a later cell; torn rows have the rest elsewhere."""
        skipped = sum(costs.SKIP[place] for place in self.main[at + 1 : to])
        if torn or piece.gap == Gap.PAGE:
            skipped *= costs.TORN
        cost = skipped + (costs.SWITCH[piece.gap] if at >= 0 else 0.0)
        if piece.form and self.main[to] == "form":
            return cost - costs.KNOWN_FORM
        texts = at >= 0 and self.main[at] == "title" and piece.kind == "text"
        return cost + (costs.TEXT_TO_TEXT if texts and piece.gap < Gap.BLANK else 0.0)

    def _sub(self, state: _State, piece: Piece) -> Iterator[tuple[_State, float]]:
        """Steps into and within sub-rows."""
        region = piece.kind == "region"
        after_values = state.place in {"sum", "fund"} or state.place.startswith("sub_")
        if (after_values or region) and piece.gap != Gap.INLINE:
            cost = costs.NEW_SUB + (0.0 if piece.gap >= Gap.BLANK or region else 1.0)
            yield state._replace(place="sub_label"), cost
        if not state.place.startswith("sub_"):
            return
        at = self.subs.index(state.place)
        for i, place in enumerate(self.subs):
            if i == at:
                yield state._replace(place=place), self._stay(place, piece)
            elif i > at:
                cost = 0.2 if piece.gap < Gap.BLANK else 0.0
                yield state._replace(place=place), cost

    def _row(self, state: _State, piece: Piece) -> Iterator[tuple[_State, float]]:
        """Steps into a new row: one without a number, or the next numbered one."""
        wanted = self.plan.unnumbered
        if wanted is None or state.row < wanted:
            cost = costs.INDENTED_ROW if piece.indented else costs.NEW_ROW
            cost = 0.0 if piece.gap == Gap.HEADING else cost
            opens = piece.text.text[:1]
            cost += costs.LOWER_START if opens.islower() or opens in ",.;)" else 0.0
            cost += self._left_out(state, piece)
            if "title" in self.main:
                yield _State(state.row + 1, tail=False, place="title", torn=False), cost
        if self.plan.tail and (wanted is None or state.row == wanted):
            for i, place in enumerate(self.main):
                new = _State(state.row, tail=True, place=place, torn=False)
                yield new, costs.TAIL + (0.3 if i else 0.0)

    def _left_out(self, state: _State, piece: Piece) -> float:
        """Cost of ending a row before its executors and deadline."""
        if not state.place or state.torn:
            return 0.0
        rest = self.main[self._position(state.place) + 1 :]
        cost = sum(costs.SKIP[column] for column in rest if column in {"exec", "date"})
        in_title = state.place == "title" and piece.gap < Gap.BLANK
        return cost + (costs.IN_TITLE if in_title else 0.0)
