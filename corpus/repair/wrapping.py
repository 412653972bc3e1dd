"""Wrapped lines of one paragraph or cell joined into running text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.repair.edits import Edit, apply_edits, collapse
from corpus.repair.halves import is_one_word as halves_of_one_word
from corpus.repair.hyphens import is_one_word as hyphenated
from corpus.repair.lookalikes import read_lookalikes
from corpus.repair.spacing import Vocabulary, despace
from corpus.trace import Traced

#: Marks that no blank may follow, at the end of a line: ``(``, ``«``, ``Р/``.
_OPEN_END = re.compile(r"[(«\[/“]$")
#: A quotation mark that opens: after a blank or at the start of the text.
#: Matches the end of ``2005 жылғы "``; must not match ``туралы"``.
_OPEN_QUOTE = re.compile(r"(?:^|[\s(])\"$")
#: Marks that no blank may precede, at the start of a line.
#: Must not match a dash between words or an opening bracket.
_CLOSED_START = re.compile(r"[,.;:!?)»\]”]")
#: The last and the first word of two lines.
_LAST = re.compile(r"([^\W\d_]+)(-?)$")
_FIRST = re.compile(r"^([^\W\d_]+)(?![\w-])")
#: A hyphen at a line end that belongs to the word: ``іс-``, ``12-``, ``%-``.
_HYPHEN_END = re.compile(r"(?<=[\w%»\")])-$")
#: The same with a stray blank after a figure: ``12 -`` before ``тармағына``.
#: Must not match the dash of ``2014 -`` before ``2020``: a letter must follow.
_FIGURE_HYPHEN = re.compile(r"\b\d{1,3} -$")
#: A line that starts with the hyphen of an ending: ``-тоқсан``, ``-тоқсанда``.
_HYPHEN_START = re.compile(r"-[^\W\d_]")
#: A blank on the wrong side of a mark: ``БП ,`` or ``( келісім`` or ``Ы .``.
#: Must not touch ``- ,`` in rows of dashes, ``…`` or decimal points.
_BEFORE_MARK = re.compile(
    r"(?<=[\w)»\"%]) +(?=[,;:)»](?:\s|$|[)»\"]))|(?<=\w) +(?=\.(?:\s|$))"
)
_AFTER_MARK = re.compile(r"(?<=[(«]) +(?=\S)")
#: Straight quotation marks, one by one.
_QUOTE = re.compile(r"\"")

#: Blanks, and marks that stand outside a quotation on its left or right side.
_OPENING = " \t\n([«"
_CLOSING = " \t\n.,;:!?)]»"


def join_lines(lines: Sequence[Traced], vocabulary: Vocabulary) -> Traced:
    """One running text out of the lines of a paragraph or cell.

    Letter-spacing and look-alikes are mended line by line, wrapped words and marks
    are put together, blanks are single. Blank lines between count for nothing.
    """
    mended = [collapse(read_lookalikes(despace(line, vocabulary))) for line in lines]
    parts = [line for line in mended if line.text]
    if not parts:
        return Traced("", ())
    pieces = [parts[0]]
    for part in parts[1:]:
        pieces[-1], glue = _fitted(pieces[-1], part, vocabulary)
        pieces += [Traced.inserted(glue), part] if glue else [part]
    return tidy_marks(Traced.join(pieces))


def tidy_marks(text: Traced) -> Traced:
    """The text with blanks on the right side of its marks only."""
    edits = [
        Edit(blank.start(), blank.end()) for blank in _BEFORE_MARK.finditer(text.text)
    ]
    text = apply_edits(text, edits)
    edits = [Edit(b.start(), b.end()) for b in _AFTER_MARK.finditer(text.text)]
    text = apply_edits(text, edits)
    return apply_edits(text, _quote_edits(text.text))


def _quote_edits(text: str) -> list[Edit]:
    """Blanks inside straight quotation marks.

    A mark that touches a word on one side shows itself whether it opens or closes; one
    between blanks closes what is open, else it opens.
    """
    edits: list[Edit] = []
    depth = 0
    for mark in _QUOTE.finditer(text):
        at = mark.start()
        before = text[at - 1 : at].strip(_OPENING) if at else ""
        after = text[at + 1 : at + 2].strip(_CLOSING)
        opens = depth == 0 if bool(before) == bool(after) else not before
        if opens:
            depth += 1
            if text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].strip():
                edits.append(Edit(at + 1, at + 2))
        elif depth:
            depth -= 1
            if text[at - 1 : at] == " " and text[at - 2 : at - 1].strip():
                edits.append(Edit(at - 1, at))
    return edits


def _fitted(left: Traced, right: Traced, vocabulary: Vocabulary) -> tuple[Traced, str]:
    """The left one of two lines as it stands before the right one, and the glue."""
    if _hyphen_falls(left.text, right.text, vocabulary):
        return left[: len(left) - 1], ""
    if _FIGURE_HYPHEN.search(left.text) and right.text[:1].islower():
        return left[: left.text.rindex(" ")] + left[len(left) - 1 :], ""
    return left, "" if _touch(left.text, right.text, vocabulary) else " "


def _hyphen_falls(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """The left line ends in a hyphen of line breaking."""
    last, first = _LAST.search(left), _FIRST.match(right)
    return bool(
        last and first and last[2] and hyphenated(last[1], first[1], vocabulary)
    )


def _touch(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """No blank belongs between the two lines."""
    if _OPEN_END.search(left) or _OPEN_QUOTE.search(left):
        return True
    if left.endswith("_") and right.startswith("_"):
        return True
    if _CLOSED_START.match(right) or _HYPHEN_START.match(right):
        return True
    if _HYPHEN_END.search(left) and right[:1].isalnum():
        return True
    return _word_goes_on(left, right, vocabulary)


def _word_goes_on(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """A word without hyphen is cut by the line end: «орындаушыла / р»."""
    last, first = _LAST.search(left), _FIRST.match(right)
    if not last or not first or last[2] or not first[1].islower():
        return False
    return halves_of_one_word((last[1], first[1]), vocabulary)
