"""Cells of a flattened row: running text, figures, sub-rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.repair.displaced import Neighbours, restore_line
from corpus.repair.edits import Edit, apply_edits
from corpus.repair.phrases import Phrases
from corpus.repair.vocabulary import Vocabulary
from corpus.repair.wrapping import join_lines
from corpus.tables.dates import MONTHS
from corpus.tables.decode import Placed
from corpus.tables.layout import Gap
from corpus.tables.rows import FlatRow
from corpus.tables.sub_rows import sub_rows
from corpus.trace import ActFile, Traced

EMPTY: Final = Traced("", ())
#: Years whose dash is printed behind both: ``2018  2022 –``.
_DASH_BEHIND = re.compile(r"(?:19|20)\d\d +(?:19|20)\d\d [–-]")
#: Letter-spaced marks and figures in running text: ``* * *``, ``0 0 3``, ``1 0 мая``,
#: ``3 -4-тоқсан``. Must not match ``5 и 6`` or ``- - -``.
_SPACED = re.compile(
    r"\*(?: \*)+|(?<![\d,.] )(?<![\d,.])\d(?: \d){2,3}(?![\d,]| \d)"
    rf"|(?<![\d,.])\d \d(?= (?:{MONTHS}))|\b\d -(?=\d-?тоқсан)",
    re.IGNORECASE,
)
_BLANK = re.compile(r" ")
#: Marks that no cell begins with: ``.Қызметтің``.
_NO_START: Final = " .,;:"
_NO_PHRASES: Final = Phrases()


@dataclass(frozen=True, slots=True)
class SubCells:
    """Cells of a row below a row.

    Attributes:
        label: Region, body or part that it is about.
        groups: Figures as printed, blank lines between the strings.
        sums: The same as one text.
        note: Words in place of figures.
        terms: Its own deadline and bodies, where they are not its label.
        before: What stands before the figures.
        after: What stands behind them.
        region: The label is a region.
        first: First line, 1-based.
        last: Last line.
    """

    label: Traced
    groups: tuple[str, ...]
    sums: Traced
    note: Traced
    terms: Traced
    before: Traced
    after: Traced
    region: bool
    first: int
    last: int

    @property
    def text(self) -> Traced:
        """All of it."""
        parts = (self.before, self.sums, self.after)
        return Traced.join([part for part in parts if part.text], " ")


@dataclass(frozen=True, slots=True)
class RowCells:
    """Cells of a row, mended; empty where nothing is printed.

    Attributes:
        groups: Figures as printed, blank lines between the strings.
        sums: The same as one text.
        sum_lines: 1-based lines that they are printed on.
        torn_figures: Pieces of figures that stand behind a page break.
        subs: Rows below it.
    """

    title: Traced = EMPTY
    unit: Traced = EMPTY
    source: Traced = EMPTY
    form: Traced = EMPTY
    date: Traced = EMPTY
    executors: Traced = EMPTY
    fund: Traced = EMPTY
    sums: Traced = EMPTY
    groups: tuple[str, ...] = ()
    sum_lines: tuple[int, ...] = ()
    torn_figures: int = 0
    subs: tuple[SubCells, ...] = ()

    def in_order(self) -> tuple[Traced, ...]:
        """The cells of the row itself that are not empty, in reading order."""
        cells = (
            self.title,
            self.unit,
            self.source,
            self.form,
            self.date,
            self.executors,
            self.sums,
            self.fund,
        )
        printed = [cell for cell in cells if cell.text]
        return tuple(printed if self.title.text else sorted(printed, key=_first_place))


@dataclass(frozen=True, slots=True)
class CellReader:
    """Makes cells out of placed pieces.

    Attributes:
        file: The act file, for figures as printed.
        numbers: 1-based line numbers by index of line.
        vocabulary: Words of the corpus.
    """

    file: ActFile
    numbers: Sequence[int]
    vocabulary: Vocabulary

    def row(self, row: FlatRow) -> RowCells:
        """The cells of a row."""
        main = [item for item in row.placed if not item.place.startswith("sub_")]
        sums = [item for item in main if item.place == "sum"]
        return RowCells(
            title=begun(self.text(_at(main, "title"))),
            unit=self.text(_at(main, "unit")),
            source=self.text(_at(main, "source")),
            form=begun(self.text(_at(main, "form"))),
            date=self.text(_at(main, "date")),
            executors=self.text(_at(main, "exec")),
            fund=self.text(_at(main, "fund")),
            sums=self.text(sums),
            groups=self.groups(sums),
            torn_figures=_torn(row),
            sum_lines=tuple(self.numbers[item.piece.line] for item in sums),
            subs=tuple(self.sub(items) for items in sub_rows(row.placed)),
        )

    def text(self, placed: Sequence[Placed]) -> Traced:
        """Running text of pieces."""
        lines = [self._dash_restored(line) for line in _lines(placed)]
        return tidy(join_lines(lines, self.vocabulary))

    def _dash_restored(self, line: Traced) -> Traced:
        """«2018  2022 –» as «2018 – 2022»."""
        if not _DASH_BEHIND.fullmatch(line.text):
            return line
        near = Neighbours("", "")
        return restore_line(line, near, self.vocabulary, _NO_PHRASES) or line

    def groups(self, placed: Iterable[Placed]) -> tuple[str, ...]:
        """Figures as printed, cut at blank lines."""
        groups: list[list[str]] = []
        for item in placed:
            if not groups or item.piece.gap > Gap.NEXT_LINE:
                groups.append([])
            at = [place for place in item.piece.text.at if place >= 0]
            if at:
                groups[-1].append(self.file.text[min(at) : max(at) + 1])
        return tuple("\n".join(group) for group in groups)

    def sub(self, placed: Sequence[Placed]) -> SubCells:
        """The cells of a sub-row."""
        named = _at(placed, "sub_label")
        label = named or _at(placed, "sub_exec")
        bodies = _at(placed, "sub_exec") if named else []
        terms = [self.text(part) for part in (_at(placed, "sub_date"), bodies) if part]
        sums = _at(placed, "sub_sum")
        rest = [item for item in placed if item.place != "sub_sum"]
        cut = placed.index(sums[0]) if sums else len(rest)
        lines = [self.numbers[item.piece.line] for item in placed]
        return SubCells(
            label=self.text(label),
            groups=self.groups(sums),
            sums=self.text(sums),
            note=self.text(_at(placed, "sub_fund")),
            terms=Traced.join(terms, "; "),
            before=self.text(rest[:cut]),
            after=self.text(rest[cut:]),
            region=any(item.piece.kind == "region" for item in label),
            first=min(lines),
            last=max(lines),
        )


def _first_place(cell: Traced) -> int:
    """Where a cell begins in the file."""
    return min((place for place in cell.at if place >= 0), default=0)


def _torn(row: FlatRow) -> int:
    """Pieces of figures that stand behind a page break."""
    late = [item for part in row.parts[1:] for item in part.placed]
    return sum(item.place == "sum" for item in late)


def tidy(cell: Traced) -> Traced:
    """A cell with marks, numbers and days in one piece: «* * *», «0 0 3», «1 0 мая»."""
    blanks = [
        Edit(blank.start(), blank.end())
        for run in _SPACED.finditer(cell.text)
        for blank in _BLANK.finditer(cell.text, run.start(), run.end())
    ]
    return apply_edits(cell, blanks)


def begun(cell: Traced) -> Traced:
    """A cell without marks that belong to nothing at its start."""
    return cell[len(cell.text) - len(cell.text.lstrip(_NO_START)) :]


def _at(placed: Iterable[Placed], place: str) -> list[Placed]:
    """The pieces in a place."""
    return [item for item in placed if item.place == place]


def _lines(placed: Sequence[Placed]) -> list[Traced]:
    """Text of pieces, those of one line put together."""
    lines: list[list[Traced]] = []
    last = -1
    for item in placed:
        piece = item.piece
        if lines and piece.line == last and piece.gap == Gap.INLINE:
            if not _touch(lines[-1][-1], piece.text):
                lines[-1].append(Traced.inserted(" "))
            lines[-1].append(piece.text)
        else:
            lines.append([piece.text])
        last = piece.line
    return [line[0] if len(line) == 1 else Traced.join(line) for line in lines]


def _touch(left: Traced, right: Traced) -> bool:
    """Nothing is printed between the two."""
    end = next((place for place in reversed(left.at) if place >= 0), None)
    start = next((place for place in right.at if place >= 0), None)
    return end is not None and start is not None and end + 1 == start
