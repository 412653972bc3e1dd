"""Rows below a row, such as the shares of regions: where each one begins."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.tables.decode import Placed
from corpus.tables.layout import Gap


def sub_rows(placed: Sequence[Placed]) -> list[list[Placed]]:
    """Pieces of sub-rows, row by row."""
    rows: list[list[Placed]] = []
    last = ""
    for item in placed:
        if not item.place.startswith("sub_"):
            continue
        if not rows or (item.place == "sub_label" and _begins(rows[-1], item, last)):
            rows.append([])
        rows[-1].append(item)
        last = item.place
    return rows


def _begins(row: Sequence[Placed], item: Placed, last: str) -> bool:
    """A label begins another sub-row."""
    if last != "sub_label":
        return True
    new_region = item.piece.kind == "region" and row[-1].piece.kind == "region"
    same_name = item.piece.gap == Gap.NEXT_LINE and not _whole(row)
    return item.piece.gap >= Gap.BLANK or (new_region and not same_name)


def _whole(row: Sequence[Placed]) -> bool:
    """The label so far is a whole name of a region."""
    return row[-1].piece.text.text.split()[-1].startswith(("облыс", "қала", "област"))
