"""Text of links put back into the gap that it left.

A PDF of adilet prints the text of a hyperlink at the end (rarely the start) of its
line; the gap stays as two blanks, as a blank before a mark, or as a blank at the
line start: «66-бабының  сәйкес 1) тармақшасына», «Үкіметі :ҚАУЛЫ ЕТЕДІ»,
« (бұдан әрі – Бағдарлама) бекітілсін.бағдарлама».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpus.repair.links import link_heads, link_tails
from corpus.repair.phrases import Phrases
from corpus.repair.vocabulary import Vocabulary
from corpus.trace import Traced

#: A gap inside a line: two blanks between visible characters.
#: Must not match the indent of a line or tabs between cells.
_WIDE = re.compile(r"(?<=[^\s]) {2,3}(?=[^\s])")
#: A blank before a mark: ``Үкіметі :ҚАУЛЫ``; must not match a mark at the line start.
_BEFORE_MARK = re.compile(r"(?<=[^\W_]) {1,3}(?=[;:,.](?:\s|\w|№))")
#: One or two blanks at the start of a line that goes on a sentence.
_AT_START = re.compile(r"^ {1,2}(?=[^\s])")
#: Years parted from their dash: ``2018  2022 –``.
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)( +)((?:19|20)\d\d) ([–-])(?=\s*$)")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
#: Links of other forms than references need this much evidence.
LEAST_EVIDENCE: Final = 2


class _Move(NamedTuple):
    """A piece of a line and the gap it belongs to; half-open stretches."""

    gap: tuple[int, int]
    piece: tuple[int, int]
    sure: bool


class Neighbours(NamedTuple):
    """Text of the printed lines before and after."""

    before: str
    after: str


def restore_links(
    lines: Sequence[Traced], vocabulary: Vocabulary, phrases: Phrases
) -> tuple[Traced, ...]:
    """The lines with displaced text in its gap; all others unchanged.

    Args:
        lines: Despaced lines of an act in order, blank ones included.
        vocabulary: Words of the corpus.
        phrases: Pairs of words of the corpus.

    Returns:
        As many lines, each under its own number.
    """
    printed = [i for i, line in enumerate(lines) if line.text.strip()]
    restored = list(lines)
    for k, i in enumerate(printed):
        before = lines[printed[k - 1]].text if k else ""
        after = lines[printed[k + 1]].text if k + 1 < len(printed) else ""
        moved = restore_line(lines[i], Neighbours(before, after), vocabulary, phrases)
        if moved is not None:
            restored[i] = moved
    return tuple(restored)


def restore_line(
    line: Traced, near: Neighbours, vocabulary: Vocabulary, phrases: Phrases
) -> Traced | None:
    """One despaced line with its displaced text in place; None if there is none."""
    years = _YEARS.search(line.text)
    if years:
        return _move_dash(line, years)
    if "\t" in line.text:
        return None
    best = _best_move(line, near, vocabulary, phrases)
    return _moved(line, best) if best else None


def _move_dash(line: Traced, years: re.Match[str]) -> Traced:
    """«2018  2022 –» as «2018 – 2022»."""
    blank = line[years.start(2) : years.start(2) + 1]
    second = line[years.start(3) : years.end(3)]
    dash = line[years.start(4) : years.end(4)]
    gap = line[years.end(3) : years.start(4)]
    left = line[: years.end(1)]
    return left + blank + dash + gap + second + line[years.end(4) :]


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """Places of a line where text may be missing."""
    start = _AT_START.match(text)
    if start:
        yield start.start(), start.end()
    for pattern in (_WIDE, _BEFORE_MARK):
        for gap in pattern.finditer(text):
            yield gap.start(), gap.end()


def _best_move(
    line: Traced, near: Neighbours, vocabulary: Vocabulary, phrases: Phrases
) -> _Move | None:
    """The move with most evidence, if it has enough."""
    best: tuple[int, _Move] | None = None
    for gap in _gaps(line.text):
        for move in _moves(line.text, gap, vocabulary):
            weight = _weigh(line.text, move, near, phrases)
            least = 0 if move.sure else LEAST_EVIDENCE
            if weight >= least and (best is None or weight > best[0]):
                best = (weight, move)
    return best[1] if best else None


def _moves(text: str, gap: tuple[int, int], vocabulary: Vocabulary) -> Iterator[_Move]:
    """Pieces at the end or start of the line that could fill the gap."""
    for start, sure in link_tails(text, vocabulary):
        if text[gap[1] : start].strip():
            yield _Move(gap, (start, len(text.rstrip())), sure)
    for end in link_heads(text):
        if 0 < end < gap[0]:
            yield _Move(gap, (0, end), sure=False)


def _weigh(text: str, move: _Move, near: Neighbours, phrases: Phrases) -> int:
    """Pairs of words that the move makes, less the pairs that it breaks.

    A pair that is made counts where the corpus has it; one that is broken counts
    where the corpus has it elsewhere as well (this line is one witness itself).
    What stands before a reference is no evidence: the same link is often displaced
    in the same words.
    """
    (gap_start, gap_end), (start, end) = move.gap, move.piece
    piece = text[start:end]
    left = text[:gap_start] if text[:gap_start].strip() else near.before
    right = text[gap_end:start] if start >= gap_end else text[gap_end:]
    rest = text[gap_end:start] if start >= gap_end else near.before
    follows = near.after if start >= gap_end else text[end:gap_start]
    made = (
        _pair(left, piece, phrases) + _pair(piece, right, phrases),
        _pair(rest, follows, phrases),
    )
    broken = _pair(left, right, phrases, least=2)
    if not move.sure:
        broken += _pair(rest, piece, phrases, least=2)
        broken += _pair(piece, follows, phrases, least=2)
    return sum(made) - broken


def _pair(left: str, right: str, phrases: Phrases, *, least: int = 1) -> int:
    """1 if the corpus has the last word of left before the first of right."""
    last = _WORD.findall(left)
    first = _WORD.match(right.lstrip())
    if not last or not first or not left.rstrip().endswith(last[-1]):
        return 0
    return int(phrases.count(last[-1], first.group()) >= least)


def _moved(line: Traced, move: _Move) -> Traced:
    """The line with the piece in the gap."""
    (gap_start, gap_end), (start, end) = move.gap, move.piece
    piece = line[start:end].strip()
    if start < gap_start:
        before = line[end:gap_start].strip()
        return Traced.join((before, piece, line[gap_end:]), " ")
    left, right = line[:gap_start], line[gap_end:start]
    tight = right.text[:1] in ";:,."
    right = right[: len(right.text.rstrip())]
    filled = piece + right if tight else Traced.join((piece, right), " ")
    return Traced.join((left, filled), " ") if left.text.strip() else left + filled
