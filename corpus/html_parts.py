"""The slots of a page → what each is: text, note, table, stamp, signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from corpus.divisions import AGREED
from corpus.html_model import Block, HtmlTable
from corpus.html_sheet import Sheet
from corpus.paragraphs import INDENT, Paragraph
from corpus.patterns import COPYRIGHT, NOTE, read_mark
from corpus.repair.spacing import Vocabulary
from corpus.stamps import PERSON, Stamp, find_stamps, is_stamp, read_stamp
from corpus.trace import Traced

PartKind = Literal["text", "table", "stamp", "signature", "furniture"]

#: A stamp or a signature has no more filled cells than this.
_MOST_CELLS: Final = 4
#: Words of a cell of a signature are not longer than this.
_SHORT: Final = 120
#: A note's heading that is printed on a line of its own: ``Примечание ИЗПИ!``.
_LONGEST_HEADING: Final = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the text of a page.

    Attributes:
        kind: What it is.
        paragraphs: Its words; one for anything but tables, stamps and signatures.
        stamp: What an annex is annexed to, for stamps.
        table: For tables, as marked up.
        heading: It is marked up as a heading, or all of it is bold.
        italic: All of it is in italics.
    """

    kind: PartKind
    paragraphs: tuple[Paragraph, ...]
    stamp: Stamp | None = None
    table: HtmlTable | None = None
    heading: bool = False
    italic: bool = False

    @property
    def first(self) -> int:
        """Number of its first slot."""
        return self.paragraphs[0].first

    @property
    def last(self) -> int:
        """Number of its last slot."""
        return self.paragraphs[-1].last


def read_parts(sheet: Sheet, vocabulary: Vocabulary) -> tuple[Part, ...]:
    """The parts of a page in order; together all its slots with words of the act."""
    parts: list[Part] = []
    done = sheet.numbers[0]
    for table in sheet.page.body.tables:
        first, end = sheet.numbers[table.first], sheet.numbers[table.end]
        parts += _texts(sheet, done, first, vocabulary)
        parts += _of_table(sheet, table, first, end)
        done = end
    parts += _texts(sheet, done, sheet.numbers[-1], vocabulary)
    return tuple(_signatures_joined(tuple(_notes_joined(parts))))


def paragraph_of(sheet: Sheet, number: int) -> Paragraph:
    """The paragraph of a slot with words."""
    block = _block(sheet, number)
    return Paragraph(
        first=number,
        last=number,
        indent=0 if block.heading or block.bold else 2 * INDENT,
        gap=True,
        text=block.text,
        heading=block.heading,
        note=block.note,
    )


def _block(sheet: Sheet, number: int) -> Block:
    """The block of a slot; one without words where there is none."""
    return sheet.slots[number - 1].block or Block(sheet.slots[number - 1].start, ())


def _texts(
    sheet: Sheet, first: int, end: int, vocabulary: Vocabulary
) -> Iterator[Part]:
    """Parts of the slots ``first`` to ``end - 1``, which are in no table."""
    for number in range(first, end):
        block = _block(sheet, number)
        paragraph = paragraph_of(sheet, number)
        kind: PartKind = "text"
        stamp = None if block.note else _stamp(block, number, vocabulary)
        if _is_furniture(block, sheet.page.code):
            kind = "furniture"
        elif stamp:
            kind = "stamp"
        elif _is_signature(block):
            kind = "signature"
        heading = block.heading or (block.bold and not block.note)
        yield Part(kind, (paragraph,), stamp, heading=heading, italic=block.italic)


def _is_furniture(block: Block, code: str) -> bool:
    """A link to another page of the same act, or the publisher's line."""
    own = bool(code) and f"/docs/{code}/" in block.link
    return own or bool(COPYRIGHT.match(block.text.text))


def _stamp(block: Block, number: int, vocabulary: Vocabulary) -> Stamp | None:
    """The stamp that the lines of a paragraph are, all of them."""
    if block.heading or read_mark(block.text.text):
        return None
    found = find_stamps(block.lines, vocabulary, indented=True)
    if len(found) != 1 or (found[0].first, found[0].last) != (1, len(block.lines)):
        return None
    return replace(found[0], first=number, last=number)


def _is_signature(block: Block) -> bool:
    """Office and person, or the agreement of another body."""
    text = block.text.text
    if block.note or read_mark(text):
        return False
    short = block.italic or len(text) <= _SHORT
    return bool(AGREED.match(text) or (short and PERSON.search(text)))


def _of_table(sheet: Sheet, table: HtmlTable, first: int, end: int) -> Iterator[Part]:
    """The part of a table, or those of a stamp that is set as one."""
    paragraphs = tuple(paragraph_of(sheet, number) for number in range(first, end))
    filled = [cell for row in table.rows for cell in row if cell.end > cell.first]
    texts = [_cell_text(sheet, cell.first, cell.end) for cell in filled]
    set_apart = not table.border and not table.nested and 0 < len(filled) <= _MOST_CELLS
    narrow = all(sum(cell.end > cell.first for cell in row) <= 1 for row in table.rows)
    if set_apart and narrow and is_stamp(texts[0].text):
        after = sheet.numbers[filled[0].end]
        stamp = read_stamp(first, after - 1, texts[0].text)
        yield Part("stamp", paragraphs[: after - first], stamp)
        for paragraph in paragraphs[after - first :]:
            yield Part("text", (paragraph,), heading=True)
    elif set_apart and _are_signatures(texts):
        yield Part("signature", paragraphs, table=table)
    else:
        yield Part("table", paragraphs, table=table)


def _cell_text(sheet: Sheet, first: int, end: int) -> Traced:
    """The words of blocks as running text."""
    return Traced.join((b.text for b in sheet.page.body.blocks[first:end]), " ")


def _are_signatures(texts: Sequence[Traced]) -> bool:
    """Short cells, a person in the last one."""
    return all(len(text) <= _SHORT for text in texts) and bool(
        PERSON.search(texts[-1].text)
    )


def _notes_joined(parts: Sequence[Part]) -> Iterator[Part]:
    """Parts with the heading of a note and the words below it in one."""
    held: Part | None = None
    for part in parts:
        if held and _is_note(part) and not NOTE.match(part.paragraphs[0].text.text):
            held = _joined(held, part)
            yield held
            held = None
            continue
        if held:
            yield held
        held = part if _is_bare(part) else None
        if held is None:
            yield part
    if held:
        yield held


def _signatures_joined(parts: Sequence[Part]) -> Iterator[Part]:
    """Parts with the office in italics above a person put to the signature."""
    held: list[Part] = []
    for part in parts:
        plain = part.kind == "text" and part.italic and not part.paragraphs[0].ended
        if plain and not read_mark(part.paragraphs[0].text.text):
            held.append(part)
            continue
        if part.kind == "signature" and held:
            offices = [line for office in held for line in office.paragraphs]
            yield replace(part, paragraphs=(*offices, *part.paragraphs))
        else:
            yield from held
            yield part
        held = []
    yield from held


def _is_note(part: Part) -> bool:
    """A paragraph that is marked up as a note."""
    return part.kind == "text" and part.paragraphs[0].note


def _is_bare(part: Part) -> bool:
    """The heading of a note with nothing after its mark."""
    text = part.paragraphs[0].text.text
    return _is_note(part) and len(text) <= _LONGEST_HEADING and text[-1:] in "!:"


def _joined(heading: Part, words: Part) -> Part:
    """One note out of its heading and its words."""
    first, last = heading.paragraphs[0], words.paragraphs[0]
    text = Traced.join((first.text, last.text), "\n")
    return replace(heading, paragraphs=(replace(first, last=last.last, text=text),))
