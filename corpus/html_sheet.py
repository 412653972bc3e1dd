"""A page laid out as numbered slots, so that the readers of printed acts fit it.

The readers of acts know lines by their numbers. A page has no such lines: several
paragraphs may share one line of its file, and one paragraph may take many. So the
page is cut at its blocks instead of at its line ends, and each slot (a block, or
what stands between the blocks) is numbered as a line would be. Offsets stay those of
the page's file throughout; numbers are led back to its lines at the very end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.errors import CorrectionError
from corpus.html_model import Block, first_offset, last_offset
from corpus.html_page import Page
from corpus.manifest import Correction
from corpus.patterns import read_mark
from corpus.removals import REMOVED, REMOVED_BY
from corpus.repair.corrections import correct
from corpus.trace import ActFile, Traced


@dataclass(frozen=True, slots=True)
class Slot:
    """A block of the text, a part of the head, or what stands between.

    Attributes:
        start: Offset of the first character that it accounts for.
        block: None where nothing of the act stands.
        index: Of the block among those of the text, -1 outside it.
    """

    start: int
    block: Block | None = None
    index: int = -1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as numbered slots.

    Attributes:
        page: The page itself.
        printed: Its file as given.
        file: The same text with slots in place of lines.
        slots: Slot ``n`` is item ``n - 1``.
        title: Number of the slot with the title, 0 if there is none.
        status: The same for the status.
        formal: The same for issuer, date and number.
        numbers: First slot of each block of the text, with the number after its last.
    """

    page: Page
    printed: ActFile
    file: ActFile
    slots: tuple[Slot, ...]
    title: int
    status: int
    formal: int
    numbers: tuple[int, ...]

    @property
    def lines(self) -> tuple[Traced, ...]:
        """The words of each slot; empty where nothing of the act stands."""
        empty = Traced("", ())
        return tuple(slot.block.text if slot.block else empty for slot in self.slots)

    def printed_lines(self) -> tuple[tuple[int, int], ...]:
        """First and last line of the page's file for each slot."""
        return tuple(self._lines_of(number) for number in range(1, len(self.slots) + 1))

    def _lines_of(self, number: int) -> tuple[int, int]:
        """Printed lines of a slot: of its words if it has any."""
        slot = self.slots[number - 1]
        if slot.block and slot.block.text.text:
            first, last = first_offset(slot.block.text), last_offset(slot.block.text)
        else:
            first = slot.start
            further = number < len(self.slots)
            end = self.slots[number].start if further else len(self.printed.text)
            last = max(first, end - 1)
        return self.printed.line_of(first), self.printed.line_of(last)


def lay_out(file: ActFile, page: Page, corrections: Sequence[Correction] = ()) -> Sheet:
    """The slots of a page, together all of it.

    Raises:
        CorrectionError: A correction does not fit its line.
    """
    blocks = _corrected(file, page.body.blocks, corrections)
    head = [e for e in (page.title, page.status, page.formal) if e is not None]
    slots = [Slot(0)]
    for element in sorted(head, key=lambda element: element.start):
        slots += [Slot(element.start, element.block), Slot(element.end)]
    for index, block in enumerate(blocks):
        slots += _body_slots(block, index)
    slots.append(Slot(page.end))
    kept = tuple(
        slot
        for slot, after in pairwise([*slots, Slot(len(file.text) + 1)])
        if slot.start < after.start
    )
    return Sheet(
        page=page,
        printed=file,
        file=ActFile(file.name, file.text, tuple(slot.start for slot in kept)),
        slots=kept,
        title=_number(kept, page.title.block if page.title else None),
        status=_number(kept, page.status.block if page.status else None),
        formal=_number(kept, page.formal.block if page.formal else None),
        numbers=tuple(_numbers(kept, len(blocks))),
    )


def _body_slots(block: Block, index: int) -> Iterator[Slot]:
    """The slots of a block: for a part that was taken out its number and a note."""
    mark = read_mark(block.text.text)
    removed = REMOVED if block.note else REMOVED_BY
    if mark is None or not removed.match(block.text.text, mark.rest):
        yield Slot(block.start, block, index)
        return
    number, words = block.text[: mark.rest], block.text[mark.rest :]
    yield Slot(block.start, block._replace(lines=(number,), note=False), index)
    yield Slot(first_offset(words), block._replace(lines=(words,), note=True), index)


def _number(slots: Sequence[Slot], block: Block | None) -> int:
    """Number of the slot that holds a block of the head, 0 if none does."""
    return next(
        (n for n, slot in enumerate(slots, 1) if block and slot.block is block), 0
    )


def _numbers(slots: Sequence[Slot], blocks: int) -> Iterator[int]:
    """First slot of each block, and the number after the last one."""
    indexes = [slot.index for slot in slots]
    body = [n for n, index in enumerate(indexes, 1) if index >= 0]
    firsts: dict[int, int] = {}
    for number in body:
        firsts.setdefault(indexes[number - 1], number)
    after = body[-1] + 1 if body else len(slots)
    for index in range(blocks):
        yield firsts.get(index, after)
    yield after


def _corrected(
    file: ActFile, blocks: Sequence[Block], corrections: Iterable[Correction]
) -> list[Block]:
    """The blocks with their reviewed corrections made."""
    mended = list(blocks)
    starts = [block.start for block in blocks]
    for correction in corrections:
        for i in _near(file, starts, correction.line):
            read = _corrected_block(mended[i], correction)
            if read:
                mended[i] = read
                break
        else:
            raise CorrectionError(file.name, correction.line, correction.printed)
    return mended


def _near(file: ActFile, starts: Sequence[int], line: int) -> range:
    """Indexes of the blocks that a line of the file may belong to."""
    if not 1 <= line <= len(file.starts):
        return range(0)
    start = file.starts[line - 1]
    end = file.starts[line] if line < len(file.starts) else len(file.text)
    return range(max(bisect_right(starts, start) - 1, 0), bisect_right(starts, end))


def _corrected_block(block: Block, correction: Correction) -> Block | None:
    """The block with a correction made; None if it does not hold the words."""
    for k, line in enumerate(block.lines):
        read = correct(line, correction.printed, correction.read)
        if read:
            return block._replace(lines=(*block.lines[:k], read, *block.lines[k + 1 :]))
    return None
