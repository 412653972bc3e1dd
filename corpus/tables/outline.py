"""Headings of a plan and lists of indicators made into provisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.ids import ProvisionId, Source
from corpus.model import Kind, Provision
from corpus.plan_model import Indicator
from corpus.tables.claims import Claims
from corpus.tables.columns import Header
from corpus.tables.flat_rows import rows_of
from corpus.tables.headings import Stretch
from corpus.tables.indicators import Place, from_item, from_row
from corpus.tables.layout import TableLine
from corpus.tables.plan_rows import Ids
from corpus.tables.records import PlanContext
from corpus.tables.sections import (
    Entry,
    Level,
    is_tabular,
    list_items,
    read_entries,
    running_text,
    without_label,
)
from corpus.trace import Excerpt, Traced


class Outlined(NamedTuple):
    """What a stretch of headings holds."""

    indicators: list[Indicator]
    provisions: list[Provision]


@dataclass(slots=True)
class Outline:
    """Reads the headings of a table in order and remembers where it is.

    Attributes:
        context: The act.
        header: The headings of the columns.
        periods: Columns of amounts.
        ids: Gives out ids.
        claims: Who accounts for which line.
        section: Heading that the next rows stand under.
    """

    context: PlanContext
    header: Header
    periods: tuple[str, ...]
    ids: Ids
    claims: Claims
    section: str = ""
    _numbered: str = field(default="", init=False)
    _section: str = field(default="", init=False)
    _goal: str = field(default="", init=False)
    _tasks: int = field(default=0, init=False)
    _lists: int = field(default=0, init=False)
    _headings: int = field(default=0, init=False)
    _last: str = field(default="", init=False)

    def read(self, lines: Sequence[TableLine], stretch: Stretch) -> Outlined:
        """The headings and indicators of one stretch, in reading order."""
        entries = read_entries(lines, stretch, self.context.vocabulary)
        out = Outlined([], [])
        for i, entry in enumerate(entries):
            if entry.kind in {"target", "result"}:
                self._list(lines, entry, out)
            elif entry.kind == "marker":
                self._furniture(lines, entry)
            else:
                out.provisions.append(self._heading(lines, entry, entries[i + 1 :]))
        return out

    def heading_line(self, text: Traced, line: int) -> Provision:
        """A heading that stands in one line between rows."""
        entry = Entry("section", _digits(text.text), text, 0, 1, 1)
        self._enter(entry)
        return self._provision(entry, text.excerpt(), (line, line))

    def _heading(
        self, lines: Sequence[TableLine], entry: Entry, following: Sequence[Entry]
    ) -> Provision:
        """A section, goal or task; a section's text goes on to the next section."""
        self._enter(entry)
        end = entry.last
        body = entry.text
        if entry.kind == "section":
            inner = []
            for other in following:
                if other.kind == "section":
                    break
                inner.append(other)
            end = inner[-1].last if inner else end
            body = running_text(lines[entry.first : end], self.context.vocabulary)
        own = (lines[entry.first].number, lines[end - 1].number)
        provision = self._provision(entry, body.excerpt(), own)
        for line in lines[entry.first : entry.last]:
            self.claims.line(line.number, "heading", provision.id)
        self._last = provision.id
        return provision

    def _enter(self, entry: Entry) -> None:
        """Remember where the reading is."""
        if entry.kind == "section":
            self._numbered = entry.number or self._numbered
            self._section = entry.text.text.rstrip(" .:")
            self.section = self._section
        elif entry.kind == "goal":
            self._goal = entry.text.text.rstrip(" .")
            self._section = self._numbered = ""
            self.section = self._goal
        elif entry.kind == "task":
            self._tasks = (
                int(entry.number) if entry.number.isdigit() else (self._tasks + 1)
            )
            self.section = self._section or entry.text.text.rstrip(" .")

    def _provision(
        self, entry: Entry, body: Excerpt, lines: tuple[int, int]
    ) -> Provision:
        """A heading as a unit of the act."""
        kind: Kind = "section" if entry.kind == "section" else "heading"
        numbered = kind == "section" and entry.number
        self._headings += 0 if numbered else 1
        return Provision(
            id=self.ids.new(f"section-{entry.number}")
            if numbered
            else self.ids.next("heading", self._headings),
            kind=kind,
            number=entry.number or None,
            heading=entry.text.text.rstrip(" ."),
            body=body,
            own=entry.text.excerpt(),
            language=self.context.language,
            source=Source(self.context.file.name, *lines),
            parent=self.context.parent,
        )

    def _furniture(self, lines: Sequence[TableLine], entry: Entry) -> None:
        """Labels that say what the next rows are."""
        record: str = self._last or self.context.parent
        for line in lines[entry.first : entry.items]:
            self.claims.line(line.number, "heading", record)

    def _list(self, lines: Sequence[TableLine], entry: Entry, out: Outlined) -> None:
        """Indicators of a goal or task, in rows or in running text."""
        target = entry.kind == "target"
        self._lists += target
        level: Level = "target" if target else "result"
        section = self._goal if target else self.section
        place = Place(level, self._group(entry), section)
        if is_tabular(lines, entry):
            self._rows(lines, entry, place, out)
            return
        last: ProvisionId | None = None
        for item in list_items(lines, entry, self.context.vocabulary):
            indicator, provision = from_item(item, place, self.context, self.ids)
            out.indicators.append(indicator)
            out.provisions.append(provision)
            self.claims.text(item.text, "indicator", provision.id)
            last = provision.id
        self._furniture(lines, entry)
        if last is None:
            for line in lines[entry.first : entry.last]:
                record: str = self._last or self.context.parent
                self.claims.line(line.number, "heading", record)

    def _group(self, entry: Entry) -> str:
        """Number of the section or task that a list belongs to."""
        if entry.kind == "target":
            return "" if entry.number else str(self._lists)
        return self._numbered or (str(self._tasks) if self._tasks else "")

    def _rows(
        self, lines: Sequence[TableLine], entry: Entry, place: Place, out: Outlined
    ) -> None:
        """Indicators that stand in rows of cells."""
        own = list(lines)
        first = entry.items
        if entry.kind == "target":
            first = entry.first
            for at in range(entry.first, entry.items):
                own[at] = own[at]._replace(text=without_label(own[at].text))
        else:
            self._furniture(lines, entry)
        stretch = Stretch(rows=True, first=first, last=entry.last)
        figures = len(self.periods)
        rows = rows_of(own, [stretch], self.header, self.context, figures=figures)
        for i, row in enumerate(rows):
            indicator, provision = from_row(
                row, place, self.periods, self.context, self.ids
            )
            out.indicators.append(indicator)
            out.provisions.append(provision)
            label = [line.number for line in lines[first : entry.items]]
            for number in (*(label if i == 0 else ()), *row.lines):
                self.claims.line(number, "indicator", provision.id)


def _digits(text: str) -> str:
    """The first number of a heading."""
    digits = ""
    for char in text:
        if char.isdigit():
            digits += char
        elif digits:
            break
    return digits
