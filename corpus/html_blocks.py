"""A page's tags and text → its blocks: paragraphs, headings, cells of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from corpus.html_scan import Token, attribute, read_text_token
from corpus.paragraphs import begins_part
from corpus.patterns import NOTE
from corpus.repair.edits import collapse
from corpus.repair.lookalikes import read_lookalikes
from corpus.repair.spacing import join_spaced_letters
from corpus.repair.wrapping import tidy_marks
from corpus.trace import Traced

#: Elements that begin and end a block of their own.
_BLOCKS: Final = frozenset(
    "p h1 h2 h3 h4 h5 h6 div li ul ol dl dt dd center blockquote pre section article"
    " header footer nav aside main form fieldset hr body html head title option select"
    " table caption thead tbody tfoot tr td th address figure".split()
)
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BOLD: Final = frozenset(("b", "strong"))
_ITALIC: Final = frozenset(("i", "em"))
_CELLS: Final = frozenset(("td", "th"))
#: A colour of editors' notes: ``#FF0000``, ``red``; must not match ``#FF9900``.
_RED = re.compile(r"#?f{1,2}0{2,4}$|red$", re.IGNORECASE)
#: Blanks before the first line of a paragraph, as the pages print them.
_INDENT = re.compile(r"\s*(?:\u00a0[ \t]*){3,}")
#: A line that ends a sentence or a list item.
_ENDED = re.compile(r"[.;:!?]\s*$")
#: A span of a cell is no wider than this; more is a slip of the page.
_MOST_SPANNED: Final = 1000


class Block(NamedTuple):
    """A paragraph, a heading, or a paragraph of a cell.

    Attributes:
        start: Offset of the first character that it accounts for, mark-up included.
        lines: Its printed lines, mended, none empty.
        heading: It is marked up as one.
        note: It is marked up as a note of the editors.
        bold: All of it is.
        italic: All of it is.
        link: Where all of it leads, "" if not one link.
        indent: It begins with an indent.
    """

    start: int
    lines: tuple[Traced, ...]
    heading: bool = False
    note: bool = False
    bold: bool = False
    italic: bool = False
    link: str = ""
    indent: bool = False

    @property
    def text(self) -> Traced:
        """Its words as running text."""
        return self.lines[0] if len(self.lines) == 1 else Traced.join(self.lines, " ")


class Cell(NamedTuple):
    """A cell: its blocks as a half-open range of their indexes, and its spans."""

    first: int
    end: int
    columns: int
    rows: int


class HtmlTable(NamedTuple):
    """A table as marked up.

    Attributes:
        first: Index of its first block.
        end: Index after its last block.
        rows: Cells as written, from left to right.
        start: Offset of its tag.
        nested: It holds another table, whose words stand in its cells.
        border: It is drawn with lines.
    """

    first: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]
    start: int
    nested: bool
    border: bool


class PageBlocks(NamedTuple):
    """What a part of a page consists of.

    Attributes:
        blocks: In order; each accounts for the characters up to the next one.
        tables: In order, none inside another.
        pictures: Offsets of pictures.
    """

    blocks: tuple[Block, ...]
    tables: tuple[HtmlTable, ...]
    pictures: tuple[int, ...]


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
    builder.close_table(end, whole=True)
    return PageBlocks(
        tuple(builder.blocks), tuple(builder.tables), tuple(builder.pictures)
    )


def mend(text: Traced) -> Traced:
    """A printed line with single blanks, words in one piece, letters as meant."""
    return tidy_marks(collapse(read_lookalikes(join_spaced_letters(collapse(text)))))


@dataclass(slots=True)
class _Style:
    """What the open elements say about the text in them."""

    name: str
    note: bool
    bold: bool
    italic: bool
    link: str


@dataclass(slots=True)
class _Line:
    """A printed line that is being read; flags are those of its visible text."""

    start: int
    pieces: list[Traced] = field(default_factory=list)
    visible: bool = False
    note: bool = False
    bold: bool = True
    italic: bool = True
    links: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _OpenTable:
    """A table that is being read."""

    start: int
    first: int
    border: bool
    rows: list[list[Cell]] = field(default_factory=list)
    cell: tuple[int, int, int] | None = None
    depth: int = 1
    nested: bool = False


@dataclass(slots=True)
class _Builder:
    """Collects lines, blocks and tables while tokens come in."""

    text: str
    done: int
    line_start: int
    blocks: list[Block] = field(default_factory=list)
    tables: list[HtmlTable] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    lines: list[_Line] = field(default_factory=list)
    styles: list[_Style] = field(default_factory=list)
    heading: bool = False
    loose: bool = True
    table: _OpenTable | None = None

    def take(self, token: Token) -> None:
        """Read one token."""
        if token.kind == "text":
            self._text(token)
        elif token.name == "br" or token.name == "hr":
            self._break(token)
        elif token.name in _BLOCKS:
            self._block(token)
        elif token.name == "img" and token.kind == "open":
            self.pictures.append(token.start)
        elif token.kind == "open":
            if not token.attributes.endswith("/"):
                self._push(token)
        elif token.kind == "close":
            self._pop(token.name)

    def flush(self, end: int) -> None:
        """End the block that is being read; the next one begins at ``end``."""
        lines = [line for line in self.lines if line.visible]
        self.lines = []
        groups = [lines] if self._in_cell() else list(_groups(lines, loose=self.loose))
        for k, group in enumerate(groups):
            start = self.done if k == 0 else group[0].start
            if group:
                self.blocks.append(_finished(group, start, heading=self.heading))
                self.done = end
        self.line_start = end

    def close_table(self, end: int, *, whole: bool = False) -> None:
        """End the table that is being read, or the one inside it."""
        table = self.table
        if table is None:
            return
        table.depth -= 1
        if table.depth and not whole:
            return
        self._close_cell()
        self.table = None
        if len(self.blocks) > table.first:
            rows = tuple(tuple(row) for row in table.rows if row)
            self.tables.append(
                HtmlTable(
                    table.first,
                    len(self.blocks),
                    rows,
                    table.start,
                    table.nested,
                    table.border,
                )
            )
        self.line_start = end

    def _in_cell(self) -> bool:
        return self.table is not None and self.table.cell is not None

    def _text(self, token: Token) -> None:
        """Words of the line that is being read."""
        if not self.lines:
            self.lines.append(_Line(self.line_start))
        line = self.lines[-1]
        read = read_text_token(self.text, token.start, token.end)
        if read.text.strip():
            note = any(style.note for style in self.styles)
            if line.visible and _turns(line, read.text, note, bool(self._link())):
                line = _Line(token.start)
                self.lines.append(line)
            if not line.visible:
                line.note = note
            line.visible = True
            line.bold &= any(style.bold for style in self.styles)
            line.italic &= any(style.italic for style in self.styles)
            line.links.add(self._link())
        line.pieces.append(read)

    def _link(self) -> str:
        """Where the innermost open link leads."""
        return next((s.link for s in reversed(self.styles) if s.link), "")

    def _break(self, token: Token) -> None:
        """A new printed line; outside paragraphs also a new block."""
        if self.loose and not self._in_cell():
            self.flush(token.end)
        else:
            self.lines.append(_Line(token.end))

    def _block(self, token: Token) -> None:
        """An element of its own begins or ends."""
        opens = token.kind == "open"
        self.flush(token.start if opens else token.end)
        if not opens or token.name in _HEADINGS:
            self.styles = []
        self.heading = opens and token.name in _HEADINGS
        self.loose = not opens or token.name in {"article", "div", "body", "section"}
        if opens and token.name not in {"table", "tr"} | _CELLS:
            self._push(token)
        if token.name == "table":
            self._table(token)
        elif self.table and self.table.depth == 1:
            self._row_or_cell(token)

    def _table(self, token: Token) -> None:
        """A table begins or ends; one inside another becomes words of its cell."""
        if token.kind == "close":
            self.close_table(token.end)
        elif self.table is None:
            border = attribute(token.attributes, "border") not in {"", "0"}
            self.table = _OpenTable(token.start, len(self.blocks), border)
        else:
            self.table.depth += 1
            self.table.nested = True

    def _row_or_cell(self, token: Token) -> None:
        """A row or cell of the open table."""
        if self.table is None or token.name not in {"tr"} | _CELLS:
            return
        self._close_cell()
        if token.name == "tr" and token.kind == "open":
            self.table.rows.append([])
        elif token.name in _CELLS and token.kind == "open":
            spans = (_span(token.attributes, k) for k in ("colspan", "rowspan"))
            columns, rows = spans
            self.table.cell = (len(self.blocks), columns, rows)

    def _close_cell(self) -> None:
        """The cell that is being read is complete."""
        if self.table is None or self.table.cell is None:
            return
        first, columns, rows = self.table.cell
        if not self.table.rows:
            self.table.rows.append([])
        self.table.rows[-1].append(Cell(first, len(self.blocks), columns, rows))
        self.table.cell = None

    def _push(self, token: Token) -> None:
        """An element that says how its text looks."""
        note = "note" in attribute(token.attributes, "class").split() or (
            token.name == "font" and _is_red(token.attributes)
        )
        link = attribute(token.attributes, "href") if token.name == "a" else ""
        bold, italic = token.name in _BOLD, token.name in _ITALIC
        if note or link or bold or italic:
            self.styles.append(_Style(token.name, note, bold, italic, link))

    def _pop(self, name: str) -> None:
        """An element ends, and with it those opened inside it."""
        for i in range(len(self.styles) - 1, -1, -1):
            if self.styles[i].name == name:
                del self.styles[i:]
                return


def _is_red(attributes: str) -> bool:
    """The colour of notes."""
    return bool(_RED.match(attribute(attributes, "color")))


def _span(attributes: str, name: str) -> int:
    """Columns or rows that a cell covers, at least one."""
    value = attribute(attributes, name).strip()
    return max(1, min(int(value), _MOST_SPANNED)) if value.isdecimal() else 1


def _turns(line: _Line, words: str, note: bool, linked: bool) -> bool:  # noqa: FBT001
    """A note begins inside a line of the act, or ends there and the act goes on."""
    if note != line.note and not line.note:
        return True
    if note or linked or not line.note or line.start == -1:
        return False
    return False and bool(words)


def _groups(lines: Sequence[_Line], *, loose: bool) -> Iterator[list[_Line]]:
    """Lines of one element by the paragraphs that they are."""
    group: list[_Line] = []
    for line in lines:
        if group and (loose or _begins(group[-1], line)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(before: _Line, line: _Line) -> bool:
    """A printed line begins a paragraph."""
    raw = "".join(piece.text for piece in line.pieces)
    text = raw.strip()
    if before.note != line.note or _INDENT.match(raw) or NOTE.match(text):
        return True
    last = "".join(piece.text for piece in before.pieces)
    return begins_part(text) and bool(_ENDED.search(last))


def _finished(lines: Sequence[_Line], start: int, *, heading: bool) -> Block:
    """The block of some lines."""
    raw = [Traced.join(line.pieces) for line in lines]
    links = set().union(*(line.links for line in lines))
    return Block(
        start=start,
        lines=tuple(line for line in map(mend, raw) if line.text),
        heading=heading,
        note=lines[0].note,
        bold=all(line.bold for line in lines),
        italic=all(line.italic for line in lines),
        link=next(iter(links)) if len(links) == 1 else "",
        indent=bool(_INDENT.match(raw[0].text)),
    )


def first_offset(text: Traced) -> int:
    """Offset in the file of the first character that is printed there."""
    return next((place for place in text.at if place >= 0), 0)


def last_offset(text: Traced) -> int:
    """Offset in the file of the last character that is printed there."""
    return next((place for place in reversed(text.at) if place >= 0), 0)


__all__ = ["Block", "Cell", "HtmlTable", "PageBlocks", "pairwise", "read_blocks"]
