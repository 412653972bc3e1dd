"""Where an act has tables, and of what kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.repair.vocabulary import Vocabulary
from corpus.tables.columns import Header, column_numbers, read_header
from corpus.tables.layout import Gap, TableLine, gap_of, table_lines
from corpus.tables.names import Names
from corpus.tables.pieces import each_piece
from corpus.tables.records import TableKind, TableRegion
from corpus.tables.words import SECRET
from corpus.trace import Traced

#: First line of a header: the number column, or the title where rows have none.
#: Must not match ``№ 124 қаулысы`` or running text.
_START = re.compile(
    r"(?:р|рс|рс№|№|№рс|ппn?|№пп|nпп|реттік)$|(?:рс|пп)?№(?:пп|рс)?[^\W\d]"
    r"|(?:ісшара|ісқимыл|атауы|наименование|мероприяти|нысаналыинд|әрекет)"
)
#: Running text outside tables starts with a wide indent.
_PROSE = re.compile(r"[ \u00a0]{4,}\S")
#: Notes and what else stands after a table.
#: Must not match ``Ескерту жасау`` (a title).
_AFTER = re.compile(
    r"\s*(?:Ескерту|Ескертпе|Ескертулер|Примечани[ея]|Сноска)\s*[:.]"
    r"|\s*©|\s*\*{1,4}\s*[-–—]\s|\s*(?:Аббревиатура|Қысқартулар|Расшифровка\s|"
    r"Список\s+сокращений|Сокращения:)",
    re.IGNORECASE,
)
#: The stamp of the next annex.
_ANNEX = re.compile(
    r"\s*(?:\d+-)?қосымша\s*|\s*Приложение(?:\s+№?\s*\d+)?\s*", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]|№")
#: A header is no longer than this, in printed lines.
LONGEST_HEADER: Final = 70
#: What a header begins with stands in so many characters.
LINE_START: Final = 80
#: A header with column numbers but no known headings is this short.
SHORT_HEADER: Final = 12
LEAST_TABS: Final = 2
#: Another header inside a table has more columns than this.
SMALL_TABLE: Final = 3
#: A heading inside a tabbed table is followed by a row within so many lines.
HEADING_REACH: Final = 6
_NO_WORDS = Vocabulary()


def find_tables(lines: Sequence[Traced]) -> tuple[TableRegion, ...]:
    """The tables of an act in reading order, none overlapping.

    Args:
        lines: All lines of the act as printed; line ``n`` is item ``n - 1``.
    """
    regions: list[TableRegion] = []
    number = 1
    while number <= len(lines):
        region = _tabbed(lines, number) or _flat(lines, number)
        if region:
            regions.append(region)
            number = region.last
        number += 1
    return _with_unnamed(lines, regions)


def header_at(lines: Sequence[Traced], number: int) -> tuple[Header, int] | None:
    """The header that starts at a line, with the line it ends on."""
    window: list[TableLine] = []
    for at in range(number, min(number + 2 * LONGEST_HEADER, len(lines) + 1)):
        raw = lines[at - 1]
        if not raw.text.strip():
            continue
        if len(window) >= LONGEST_HEADER:
            break
        window.append(TableLine(at, raw, raw.strip(), Gap.NEXT_LINE, indented=False))
    header = read_header(window)
    return (header, window[header.length - 1].number) if header else None


def _flat(lines: Sequence[Traced], number: int) -> TableRegion | None:
    """A flattened table whose header starts at the line."""
    text = lines[number - 1].text
    if "\t" in text or _PROSE.match(text) or not _START.match(_squash(text)):
        return None
    found = header_at(lines, number)
    if not found or not _is_table(found[0]):
        return None
    last = _flat_end(lines, found[1] + 1)
    if last <= found[1]:
        return None
    kind = _kind(lines, found[0], found[1] + 1, last)
    return TableRegion(number, last, "flat", kind)


def _squash(text: str) -> str:
    """Letters, figures and № at the start of a line, lower case."""
    return "".join(_WORD.findall(text[:LINE_START])).lower()


def _is_table(header: Header) -> bool:
    """The headings are those of a plan, of indicators or of money by years."""
    if header.has("title", "exec"):
        return len(header.columns) >= 3
    if header.has("title", "form") or header.has("title", "date"):
        return len(header.columns) >= 3
    return header.numbered and len(header.periods) > 1


def _flat_end(lines: Sequence[Traced], number: int) -> int:
    """The last printed line of a flattened table from ``number`` on."""
    last = number - 1
    for at in range(number, len(lines) + 1):
        text = lines[at - 1].text
        if not text.strip():
            continue
        if "\t" in text or _AFTER.match(text) or _PROSE.match(text):
            break
        if _ANNEX.fullmatch(text):
            return _before_stamp(lines, number, at)
        if _new_header(lines, at):
            break
        last = at
    return last


def _new_header(lines: Sequence[Traced], at: int) -> bool:
    """Another table with other headings starts at the line."""
    text = lines[at - 1].text
    squashed = _squash(text)
    if not squashed.startswith(("р", "№")) or not _START.match(squashed):
        return False
    found = header_at(lines, at)
    if not found:
        return False
    return len(found[0].columns) > SMALL_TABLE and _is_table(found[0])


def _before_stamp(lines: Sequence[Traced], number: int, annex: int) -> int:
    """The last line of the table where the stamp of an annex follows it."""
    at = annex
    while at > number and _gap_before(lines, at) < Gap.PAGE and annex - at < 12:
        at -= 1
    at = at if _gap_before(lines, at) == Gap.PAGE else annex
    last = at - 1
    while last > number and not lines[last - 1].text.strip():
        last -= 1
    return last


def _gap_before(lines: Sequence[Traced], at: int) -> Gap:
    """What stands before a line."""
    between: list[str] = []
    while at > 1 and not lines[at - 2].text.strip():
        between.append(lines[at - 2].text)
        at -= 1
    return gap_of(between)


def _kind(lines: Sequence[Traced], header: Header, first: int, last: int) -> TableKind:
    """A plan, a form to fill in, or another table."""
    body = table_lines(lines[first - 1 : last], first, _NO_WORDS)
    pieces = each_piece(body, 0, len(body), Names(()))
    filled = any(piece.kind not in {"text", "unit"} for piece in pieces)
    if not filled and not any(SECRET.search(line.text.text) for line in body):
        return "form"
    plan = header.has("title", "exec") and (header.has("form") or header.has("date"))
    plan = plan or header.has("title", "form", "date")
    return "plan" if plan else "other"


def _tabbed(lines: Sequence[Traced], number: int) -> TableRegion | None:
    """A tabbed table whose header is the line."""
    text = lines[number - 1].text
    if text.count("\t") < LEAST_TABS or not text.strip():
        return None
    found = header_at(lines, number)
    header = found[0] if found else None
    known = header if header and _is_table(header) else None
    last = _tabbed_end(lines, number)
    plan = (
        known is not None
        and known.has("title")
        and (known.has("exec") or known.has("form") or known.has("date"))
    )
    return TableRegion(number, last, "tabbed", "plan" if plan else "other")


def _tabbed_end(lines: Sequence[Traced], number: int) -> int:
    """The last line of a tabbed table: rows, and headings with rows after them."""
    last = number
    for at in range(number + 1, len(lines) + 1):
        text = lines[at - 1].text
        if not text.strip():
            continue
        if "\t" in text:
            last = at
        elif at - last > HEADING_REACH or _AFTER.match(text):
            break
    return last


def _with_unnamed(
    lines: Sequence[Traced], named: Sequence[TableRegion]
) -> tuple[TableRegion, ...]:
    """Tables with those between them that only a row of column numbers shows."""
    found: list[TableRegion] = []
    done = 0
    for region in (*named, None):
        end = region.first - 1 if region else len(lines)
        at = done + 1
        above = lines[:end]
        while at <= end:
            unnamed = _unnamed(above, at, done)
            found += [unnamed] if unnamed else []
            at = unnamed.last + 1 if unnamed else at + 1
        if region:
            found.append(region)
            done = region.last
    return tuple(found)


def _unnamed(lines: Sequence[Traced], at: int, done: int) -> TableRegion | None:
    """A table whose columns are numbered in the line, its header unknown."""
    if not column_numbers(lines[at - 1].text):
        return None
    first = max(done + 1, _unnamed_start(lines, at))
    last = _flat_end(lines, at + 1)
    if not first < at < last:
        return None
    header = Header((), (), None, at - first + 1, numbered=False)
    return TableRegion(first, last, "flat", _kind(lines, header, at + 1, last))


def _unnamed_start(lines: Sequence[Traced], at: int) -> int:
    """The first line of a header without known headings."""
    first = at
    for number in range(at - 1, max(0, at - SHORT_HEADER), -1):
        text = lines[number - 1].text
        if _PROSE.match(text) or _gap_before(lines, number + 1) == Gap.PAGE:
            break
        if text.strip():
            first = number
    return first
