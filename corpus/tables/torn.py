"""Rows torn by page breaks: what their fragments are, seen from the whole row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from corpus.tables.costs import Place
from corpus.tables.figures import readings_of
from corpus.tables.rows import FlatRow, Part
from corpus.tables.words import OPEN_NAME, squash

_SUB_OF: Final[Mapping[Place, Place]] = MappingProxyType({
    "title": "sub_label",
    "unit": "sub_unit",
    "date": "sub_date",
    "exec": "sub_exec",
    "sum": "sub_sum",
    "fund": "sub_fund",
})  # fmt: skip
#: Readings of figures that are dearer than the best one by more are left out.
LIKELY: Final = 0.7


def mended(row: FlatRow, forms: frozenset[str], columns: int) -> FlatRow:
    """The row with its fragments in the right cells.

    Args:
        row: A row whose parts were read one by one.
        forms: Squashed forms of completion of other rows.
        columns: Number of columns of figures, 0 if unknown.
    """
    parts = _executors_after(_forms_before(_forms_after(row.parts, forms)))
    parts = _without_repeats(_sub_rows(parts, columns))
    return replace(row, parts=tuple(parts))


def text_in(part: Part, place: Place) -> str:
    """What stands in a place of a part, lines with blanks between."""
    return " ".join(i.piece.text.text for i in part.placed if i.place == place)


def moved(part: Part, source: Place, target: Place) -> Part:
    """The part with the pieces of one place in another."""
    placed = tuple(
        item._replace(place=target) if item.place == source else item
        for item in part.placed
    )
    return replace(part, placed=placed)


def _forms_before(parts: Sequence[Part]) -> list[Part]:
    """Text before a number put into the form if the form goes on in small letters.

    The number of a torn row stands on the second page. Text on the first page is the
    beginning of the title, unless the title begins with a capital behind the number
    while the form there goes on in the middle of a sentence.
    """
    mended_parts = list(parts)
    for i, part in enumerate(parts[:-1]):
        if not part.before or not part.has("title") or part.has("form"):
            continue
        title, form = text_in(parts[i + 1], "title"), text_in(parts[i + 1], "form")
        if title[:1].isupper() and form[:1].islower():
            mended_parts[i] = moved(part, "title", "form")
    return mended_parts


def _forms_after(parts: Sequence[Part], forms: frozenset[str]) -> list[Part]:
    """Text after a page break put into the form if that makes a known form."""
    mended_parts = list(parts[:1])
    for part in parts[1:]:
        before = squash(" ".join(text_in(p, "form") for p in mended_parts))
        more = squash(text_in(part, "title"))
        lone = part.has("title") and not part.has("form") and bool(before)
        known = before + more in forms and before not in forms
        mended_parts.append(moved(part, "title", "form") if lone and known else part)
    return mended_parts


def _executors_after(parts: Sequence[Part]) -> list[Part]:
    """Text after a page break put to the executors if their last name is open."""
    mended_parts = list(parts[:1])
    for part in parts[1:]:
        bodies = " ".join(text_in(p, "exec") for p in mended_parts).rstrip()
        more = text_in(part, "form")
        goes_on = more[:1].islower() and bool(OPEN_NAME.search(bodies))
        lone = goes_on and not part.has("exec")
        mended_parts.append(moved(part, "form", "exec") if lone else part)
    return mended_parts


def _sub_rows(parts: Sequence[Part], columns: int) -> list[Part]:
    """A part with a name and more figures than the columns hold made a sub-row."""
    mended_parts: list[Part] = []
    for part in parts:
        full = sum(_figures(p) for p in mended_parts)
        named = part.has("title") or part.has("exec")
        more = _figures(part) > 1 and full + _figures(part) > columns
        if full and named and more and not mended_parts[-1].before:
            mended_parts.append(_as_sub_row(part))
        else:
            mended_parts.append(part)
    return mended_parts


def _figures(part: Part) -> int:
    """Number of figures in a part: the fewest that it may be read as."""
    readings = readings_of([text_in(part, "sum")])
    likely = [r for r in readings if r.cost <= readings[0].cost + LIKELY]
    return min((sum(bool(f.value) for f in r.figures) for r in likely), default=0)


def _as_sub_row(part: Part) -> Part:
    """The part with its columns made those of a sub-row."""
    placed = tuple(
        item._replace(place=_SUB_OF.get(item.place, item.place)) for item in part.placed
    )
    return replace(part, placed=placed)


def _without_repeats(parts: Sequence[Part]) -> list[Part]:
    """Parts behind a repeated number without what they say once more."""
    mended_parts: list[Part] = []
    for part in parts:
        mended_parts.append(_news(mended_parts, part) if part.repeat else part)
    return mended_parts


def _news(before: Sequence[Part], part: Part) -> Part:
    """The part without the cells that the earlier parts end with."""
    places = {item.place for item in part.placed}
    twice = {place for place in places if _is_said(before, part, place)}
    return replace(part, placed=tuple(i for i in part.placed if i.place not in twice))


def _is_said(before: Sequence[Part], part: Part, place: Place) -> bool:
    """The earlier parts of a cell end with what the part has in it."""
    said = "".join("".join(text_in(p, place).split()) for p in before)
    again = "".join(text_in(part, place).split())
    return bool(said) and said.endswith(again)
