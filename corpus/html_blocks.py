"""A page's tags and text → its blocks: paragraphs, headings, cells of tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from corpus.html_lines import Line, Styles, paragraphs_of
from corpus.html_model import Block, Cell, HtmlTable, PageBlocks
from corpus.html_scan import Token, attribute, read_text_token

#: Elements that begin and end a block of their own.
_BLOCKS: Final = frozenset(
    (
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "div", "li", "ul", "ol", "dl", "dt"),
        *(
            "dd",
            "center",
            "blockquote",
            "pre",
            "section",
            "article",
            "header",
            "footer",
        ),
        *("nav", "aside", "main", "form", "fieldset", "body", "html", "head", "title"),
        *("option", "select", "table", "caption", "thead", "tbody", "tfoot", "tr"),
        *("td", "th", "address", "figure"),
    )
)
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: Elements in which lines are paragraphs of their own.
_FRAMES: Final = frozenset(("article", "div", "body", "section", "html", "main"))
_CELLS: Final = frozenset(("td", "th"))
#: A span of a cell is no wider than this; more is a slip of the page.
_MOST_SPANNED: Final = 1000


def read_blocks(text: str, tokens: Iterable[Token], start: int) -> PageBlocks:
    """The blocks of a part of a page.

    Args:
        text: The whole page.
        tokens: Of the part, in order.
        start: Offset at which the part begins.
    """
    builder = _Builder(text, start, start)
    end = start
    for token in tokens:
        builder.take(token)
        end = token.end
    builder.flush(end)
    builder.end_table(whole=True)
    return PageBlocks(
        tuple(builder.blocks), tuple(builder.tables), tuple(builder.pictures)
    )


@dataclass(slots=True)
class _OpenTable:
    """A table that is being read."""

    first: int
    border: bool
    rows: list[list[Cell]] = field(default_factory=list)
    cell: tuple[int, int, int] | None = None
    depth: int = 1
    nested: bool = False

    def end_cell(self, block: int) -> None:
        """The open cell, if there is one, ends before this block."""
        if self.cell is None:
            return
        first, columns, rows = self.cell
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(Cell(first, block, columns, rows))
        self.cell = None

    def finished(self, end: int) -> HtmlTable:
        """The table, which ends before a block."""
        rows = tuple(tuple(row) for row in self.rows if row)
        return HtmlTable(self.first, end, rows, self.nested, self.border)


@dataclass(slots=True)
class _Builder:
    """Collects lines, blocks and tables while tokens come in.

    ``done`` is the offset up to which blocks account for the page, ``at`` where the
    line begins that is being read.
    """

    text: str
    done: int
    at: int
    blocks: list[Block] = field(default_factory=list)
    tables: list[HtmlTable] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    styles: Styles = field(default_factory=Styles)
    heading: bool = False
    loose: bool = True
    table: _OpenTable | None = None

    def take(self, token: Token) -> None:
        """Read one token."""
        if token.kind == "text":
            self._words(token)
        elif token.name in {"br", "hr"}:
            self._break(token)
        elif token.name in _BLOCKS:
            self._block(token)
        elif token.kind == "open":
            self.styles.push(token)
            if token.name == "img":
                self.pictures.append(token.start)
        elif token.kind == "close":
            self.styles.pop(token.name)

    def flush(self, end: int) -> None:
        """End the block that is being read; the next one begins at ``end``."""
        lines = [line for line in self.lines if line.visible]
        for k, group in enumerate(paragraphs_of(lines, loose=self.loose)):
            start = group[0].start if k else self.done
            self.blocks.append(_finished(group, start, heading=self.heading))
        if lines:
            self.done = end
        self.lines = []
        self.at = end

    def end_table(self, *, whole: bool = False) -> None:
        """End the table that is being read, or the one inside it."""
        if self.table is None:
            return
        self.table.depth -= 1
        if self.table.depth and not whole:
            return
        self.table.end_cell(len(self.blocks))
        if len(self.blocks) > self.table.first:
            self.tables.append(self.table.finished(len(self.blocks)))
        self.table = None

    def _words(self, token: Token) -> None:
        """Words of the line that is being read."""
        words = read_text_token(self.text, token.start, token.end)
        if not self.lines:
            self.lines.append(Line(self.at))
        if self.lines[-1].turns(words, self.styles):
            self.lines.append(Line(token.start))
        self.lines[-1].add(words, self.styles)

    def _break(self, token: Token) -> None:
        """A new printed line; outside paragraphs also a new block."""
        if self.loose:
            self.flush(token.end)
        else:
            self.lines.append(Line(token.end))

    def _block(self, token: Token) -> None:
        """An element of its own begins or ends."""
        opens = token.kind == "open"
        self.flush(token.start if opens else token.end)
        self.styles.open.clear()
        self.heading = opens and token.name in _HEADINGS
        self.loose = not opens or token.name in _FRAMES
        if opens:
            self.styles.push(token)
        if token.name == "table":
            self._table(token)
        elif self.table and self.table.depth == 1:
            self._row_or_cell(self.table, token)

    def _table(self, token: Token) -> None:
        """A table begins or ends; one inside another becomes words of its cell."""
        if token.kind == "close":
            self.end_table()
        elif self.table is None:
            border = attribute(token.attributes, "border") not in {"", "0"}
            self.table = _OpenTable(len(self.blocks), border)
        else:
            self.table.depth += 1
            self.table.nested = True

    def _row_or_cell(self, table: _OpenTable, token: Token) -> None:
        """A row or cell of the open table begins or ends."""
        if token.name != "tr" and token.name not in _CELLS:
            return
        table.end_cell(len(self.blocks))
        if token.kind == "open" and token.name == "tr":
            table.rows.append([])
        elif token.kind == "open":
            columns = _span(token.attributes, "colspan")
            rows = _span(token.attributes, "rowspan")
            table.cell = (len(self.blocks), columns, rows)


def _span(attributes: str, name: str) -> int:
    """Columns or rows that a cell covers, at least one."""
    value = attribute(attributes, name).strip()
    if not (value.isascii() and value.isdecimal()):
        return 1
    return max(1, min(int(value[:5]), _MOST_SPANNED))


def _finished(lines: Sequence[Line], start: int, *, heading: bool) -> Block:
    """The block of some lines."""
    mended = [line.mended() for line in lines]
    links = {link for line in lines for link in line.links}
    return Block(
        start=start,
        lines=tuple(line for line in mended if line.text),
        heading=heading,
        note=lines[0].note,
        bold=all(line.bold for line in lines),
        italic=all(line.italic for line in lines),
        link=next(iter(links)) if len(links) == 1 else "",
    )
