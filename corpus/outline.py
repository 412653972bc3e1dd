"""Paragraphs → units of an act, each with its kind, number and depth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.glossary_lists import AbbreviationList
from corpus.loose import FOOTNOTE, group_cells, numbered_headings
from corpus.model import Kind
from corpus.paragraphs import Paragraph
from corpus.passport import passport_rows
from corpus.patterns import Mark, rank, read_mark
from corpus.trace import Traced
from corpus.units import LETTER, LIST_PARA, Item, Table, Unit

#: A note that has no words of its own, only its heading.
_BARE_NOTE = re.compile(r"^[^.:!]{3,40}[.:!]$")
#: What an editor's note announces; its dates are written in figures, those of the
#: law in words. Must not match ``особенностей, предусмотренных статьей 7``.
_ANNOUNCES = re.compile(
    r"предусмотр|предусматрива|вводится в действие|вступа\w+ в силу|утрачива|исключ"
    r"|көзделген|қолданысқа енгізіледі|жаңа редакцияда|алып таста",
    re.IGNORECASE,
)
_FIGURE_DATE = re.compile(r"(?<!\d)\d\d\.\d\d\.\d{4}(?!\d)")


@dataclass(slots=True)
class _State:
    """What is open while units are read."""

    point: bool = False
    subpoint: bool = False
    listing: bool = False
    closed: bool = False
    previous: str = ""


def read_units(items: Sequence[Item], *, indented: bool) -> tuple[Unit, ...]:
    """The units of a body or annex in reading order.

    Args:
        items: What stands in it, without stamp and title.
        indented: The act begins its paragraphs with an indent.
    """
    state = _State()
    units: list[Unit] = []
    headings = numbered_headings(items, indented=indented)
    for item in group_cells(items, headings):
        if isinstance(item, AbbreviationList):
            units.extend(_abbreviations(item))
        elif isinstance(item, Table):
            units.extend(_rows(item, state) or [_table(item, state)])
        elif units and _joins_note(units[-1], item):
            units[-1] = _with_more(units[-1], item)
        else:
            units.append(_unit(item, state, heading=item.first in headings))
    return tuple(units)


def _unit(item: Paragraph, state: _State, *, heading: bool) -> Unit:
    """The unit of a paragraph."""
    text = item.text.text
    if item.is_note or FOOTNOTE.match(text):
        return _whole("note", item, rank("point") + 1)
    mark = read_mark(text)
    if item.heading and not mark:
        state.point = state.subpoint = state.listing = False
        return _whole("heading", item, rank("point"))
    if mark and heading:
        mark = mark._replace(kind="subsection" if "." in mark.number else "section")
    unit = _marked(item, mark, state) if mark else _para(item, state)
    state.previous = text
    return unit


def _marked(item: Paragraph, mark: Mark, state: _State) -> Unit:
    """A unit that begins with a mark; it opens and closes what it must."""
    level = rank(mark.kind)
    if mark.kind == "subpoint" and not mark.number[0].isdigit():
        level = LETTER if state.subpoint else level
    elif mark.kind == "subpoint":
        state.subpoint = True
    elif mark.kind == "point":
        state.point, state.subpoint = True, False
    else:
        state.point = state.subpoint = False
    state.listing = item.text.text.endswith(":")
    state.closed = False
    return Unit(
        mark.kind, mark.number, item.first, item.last, item.text, mark.rest, level
    )


def _para(item: Paragraph, state: _State) -> Unit:
    """An unmarked paragraph, under the subpoint whose list it goes on or higher."""
    if state.subpoint and not state.closed and _goes_on_list(item, state):
        level = LIST_PARA
    else:
        level = rank("subpoint") if state.point else rank("point")
        state.subpoint = False
    if item.text.text.endswith(":"):
        state.listing = True
    return _whole("para", item, level)


def _goes_on_list(item: Paragraph, state: _State) -> bool:
    """The paragraph belongs to the open subpoint and not to the point above.

    A list opened by a colon lasts until an item ends with a full stop; a paragraph
    that begins in lower case goes on what is not finished.
    """
    if state.previous.endswith(":"):
        return True
    if state.previous.endswith((".", '."', "!", "?")):
        state.listing = False
        return False
    return state.listing or item.text.text[:1].islower()


def _whole(kind: Kind, item: Paragraph, level: int) -> Unit:
    """A unit without mark that holds no others."""
    return Unit(kind, "", item.first, item.last, item.text, 0, level, leaf=True)


def _table(item: Table, state: _State) -> Unit:
    """A table closes the list that it follows."""
    state.subpoint = False
    state.closed = True
    cells = [cell.text for cell in item.cells]
    level = rank("subpoint") if state.point else rank("point")
    kind: Kind = "form" if item.region and item.region.kind == "form" else "table"
    return Unit(
        kind,
        "",
        item.first,
        item.last,
        Traced.join(cells, "\n"),
        0,
        level,
        leaf=True,
        table=item,
    )


def _rows(item: Table, state: _State) -> list[Unit]:
    """The rows of a programme's passport; none for other tables."""
    if item.region is not None:
        return []
    level = rank("subpoint") if state.point else rank("point")
    return [
        Unit("row", "", row.first, row.last, row.text, row.content, level, leaf=True)
        for row in passport_rows(item.cells)
    ]


def _abbreviations(item: AbbreviationList) -> list[Unit]:
    """A heading and the entries of a list."""
    level = rank("point")
    heading = Unit(
        "heading", "", item.first, item.first, item.heading, 0, level, leaf=True
    )
    entries = [
        Unit("abbreviation", "", e.first, e.last, e.text, 0, level, leaf=True)
        for e in item.entries
    ]
    return [heading, *entries]


def _joins_note(note: Unit, item: Paragraph) -> bool:
    """The paragraph is the text of the bare note heading before it."""
    if note.kind != "note" or item.is_note:
        return False
    text = item.text.text
    if FOOTNOTE.match(text):
        return bool(_BARE_NOTE.match(note.text.text.split("\n")[0]))
    if read_mark(text):
        return False
    bare = bool(_BARE_NOTE.match(note.text.text))
    announced = _ANNOUNCES.search(text) and _FIGURE_DATE.search(text)
    return bare or ("!" in note.text.text[:40] and bool(announced))


def _with_more(note: Unit, item: Paragraph) -> Unit:
    """A note with one more paragraph."""
    text = Traced.join((note.text, item.text), "\n")
    return Unit(
        note.kind, "", note.first, item.last, text, note.rest, note.level, leaf=True
    )
