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
from corpus.tables.costs import MAIN, SUBS, VALUES, Place
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
    """Where a reading is.

    Attributes:
        row: Counts the rows of the span.
        tail: In the beginning of the next numbered row.
        at: Index of the place, -1 before the first piece.
        torn: The row has gone over a page break.
    """

    row: int
    tail: bool
    at: int
    torn: bool


class _Step(NamedTuple):
    cost: float
    back: _State


_START: Final = _State(0, tail=False, at=-1, torn=False)


def decode(pieces: Sequence[Piece], plan: SpanPlan) -> list[Placed] | None:
    """The cheapest reading of the pieces; None if the plan allows none."""
    reader = _Reader(plan)
    paths: list[dict[_State, _Step]] = []
    alive = {_START: _Step(0.0, _START)}
    for piece in pieces:
        alive = reader.advance(alive, piece)
        paths.append(alive)
    final = [state for state in alive if reader.may_end(state)]
    if not final:
        return None
    state = min(final, key=lambda s: (alive[s].cost, s))
    placed: list[Placed] = []
    for piece, steps in zip(reversed(pieces), reversed(paths), strict=True):
        placed.append(Placed(piece, reader.places[state.at], state.row, state.tail))
        state = steps[state].back
    return placed[::-1]


class _Reader:
    """Steps that a plan allows; places are indices into ``places``."""

    __slots__ = ("first_sub", "fit", "places", "plan", "title")

    def __init__(self, plan: SpanPlan) -> None:
        self.plan = plan
        main = [place for column in plan.columns for place in MAIN if place == column]
        if "sum" in main and "fund" not in main:
            main.append("fund")
        subs = [sub for place in main for sub in SUBS if sub == f"sub_{place}"]
        self.places: tuple[Place, ...] = (*main, "sub_label", *subs)
        self.first_sub = len(main)
        self.title = main.index("title") if "title" in main else -1
        self.fit = {
            kind: tuple(costs.FIT[place][i] for place in self.places)
            for i, kind in enumerate(costs.CLASSES)
        }

    def advance(
        self, alive: Mapping[_State, _Step], piece: Piece
    ) -> dict[_State, _Step]:
        """States after a piece, each with its cheapest way there."""
        fit = self.fit[piece.kind]
        after: dict[_State, _Step] = {}
        least = float("inf")
        for state, step in alive.items():
            for new, cost in self._moves(state, piece):
                total = step.cost + cost + fit[new.at]
                known = after.get(new)
                if total <= least + costs.BEAM and (
                    known is None or total < known.cost
                ):
                    after[new] = _Step(total, state)
                    least = min(least, total)
        return {s: t for s, t in after.items() if t.cost <= least + costs.BEAM}

    def may_end(self, state: _State) -> bool:
        """The span may end there."""
        wanted = self.plan.unnumbered
        return wanted is None or state.row == wanted

    def _moves(self, state: _State, piece: Piece) -> Iterator[tuple[_State, float]]:
        """Places that a piece can go to from a state, with the cost of the step."""
        first = state.at < 0
        opened = first and self.plan.opened
        if (opened or not first) and piece.gap != Gap.HEADING:
            yield from self._inside(state, piece)
        starts = first or piece.gap >= Gap.BLANK or piece.indented
        if starts and not state.tail and not opened:
            yield from self._row(state, piece)

    def _inside(self, state: _State, piece: Piece) -> Iterator[tuple[_State, float]]:
        """Steps within a row."""
        row, tail, at, torn = state
        if piece.gap == Gap.PAGE and at >= 0:
            for i in range(self.first_sub):
                new = _State(row, tail, i, torn=True)
                yield new, self._reset(self.places[i], piece)
        elif at < self.first_sub:
            if at >= 0:
                yield state, self._stay(at, piece)
            for i in range(at + 1, self.first_sub):
                new = _State(row, tail, i, torn)
                yield new, self._switch(at, i, piece, torn=torn or tail)
        if at >= 0:
            yield from self._sub(state, piece)

    def _reset(self, place: Place, piece: Piece) -> float:
        """Cost of going on in a cell on the next page: the title goes on first."""
        if place == "title":
            return costs.NEXT_PAGE[piece.text.text[0].isupper()]
        return costs.FORM_NEXT_PAGE if place == "form" else costs.CELL_NEXT_PAGE

    def _stay(self, at: int, piece: Piece) -> float:
        """Cost of going on in the same cell."""
        place = self.places[at]
        if piece.form:
            if place == "title":
                return costs.FORM_IN_TITLE
            capital = piece.text.text[0].isupper()
            return costs.FORM_INSIDE if capital else costs.FORM_ENDS
        if piece.gap == Gap.BLANK:
            cut = place == "exec" and piece.text.text[0] in "),"
            return costs.CUT_LIST if cut else costs.STAY[place]
        return costs.NEW_PARAGRAPH if piece.gap >= Gap.PARAGRAPH else 0.0

    def _switch(self, at: int, to: int, piece: Piece, *, torn: bool) -> float:
        """Cost of going on to a later cell; torn rows have the rest elsewhere."""
        skipped = sum([costs.SKIP[place] for place in self.places[at + 1 : to]])
        cost = skipped * costs.TORN if torn else skipped
        if at < 0:
            return cost
        cost += costs.SWITCH[piece.gap]
        if piece.form and self.places[to] == "form":
            return cost - costs.KNOWN_FORM
        words = at == self.title and piece.kind == "text" and piece.gap < Gap.BLANK
        return cost + (costs.TEXT_TO_TEXT if words else 0.0)

    def _sub(self, state: _State, piece: Piece) -> Iterator[tuple[_State, float]]:
        """Steps into and within sub-rows."""
        row, tail, at, torn = state
        region = piece.kind == "region"
        inside = at >= self.first_sub
        if (inside or region or self.places[at] in VALUES) and piece.gap != Gap.INLINE:
            apart = piece.gap >= Gap.BLANK or region
            new = _State(row, tail, self.first_sub, torn)
            yield new, costs.NEW_SUB if apart else costs.NEW_SUB_TOUCHING
        if not inside:
            return
        yield state, self._stay(at, piece)
        touching = costs.SUB_TOUCHING if piece.gap < Gap.BLANK else 0.0
        for i in range(at + 1, len(self.places)):
            yield _State(row, tail, i, torn), touching

    def _row(self, state: _State, piece: Piece) -> Iterator[tuple[_State, float]]:
        """Steps into a new row: one without a number, or the next numbered one."""
        wanted = self.plan.unnumbered
        if (wanted is None or state.row < wanted) and self.title >= 0:
            new = _State(state.row + 1, tail=False, at=self.title, torn=False)
            yield new, self._start(piece) + self._left_out(state, piece)
        if self.plan.tail and (wanted is None or state.row == wanted):
            for i in range(self.first_sub):
                new = _State(state.row, tail=True, at=i, torn=False)
                yield new, costs.TAIL if i == self.title else costs.TAIL_WITHOUT_TITLE

    def _start(self, piece: Piece) -> float:
        """Cost of a row that starts without a number."""
        opening = piece.text.text[0]
        odd = costs.LOWER_START if opening.islower() or opening in ",.;)" else 0.0
        if piece.gap == Gap.HEADING:
            return odd
        return odd + (costs.INDENTED_ROW if piece.indented else costs.NEW_ROW)

    def _left_out(self, state: _State, piece: Piece) -> float:
        """Cost of ending a row before its executors and deadline."""
        if state.at < 0 or state.torn:
            return 0.0
        rest = self.places[state.at + 1 : self.first_sub]
        cost = sum([costs.SKIP[place] for place in rest if place in ("exec", "date")])
        in_title = state.at == self.title and piece.gap < Gap.BLANK
        return cost + (costs.IN_TITLE if in_title else 0.0)
