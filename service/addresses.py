"""Addresses in a question: «3-тармақтың 6) тармақшасы», «п. 3 пп. 6», "measure 42".

Only the words of the question are read here; whether such a provision exists is
for the answer to find out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.letters import fold
from corpus.model import Span
from service.address_words import COUNTED, NAMES, ORDER, ORDINALS, SHORT
from service.model import Step
from service.words_of import Word, words_of


class Found(NamedTuple):
    """Addresses in a question.

    Attributes:
        paths: One for each provision named; its steps outermost first.
        spans: The words that say them.
    """

    paths: tuple[tuple[Step, ...], ...]
    spans: tuple[Span, ...]


class _Number(NamedTuple):
    text: str
    start: int
    end: int
    tied: bool


class _Name(NamedTuple):
    kind: str
    start: int
    end: int
    short: bool
    plural: bool


class _Mention(NamedTuple):
    step: Step
    start: int
    end: int


#: A number of a provision: "42", "89-1", "2.1-3". Must not match a year («2018»),
#: a date («15.03.2018»), a range of years or a part of a longer number («1 258,3»).
_NUMBER = re.compile(
    r"(?<!\d)(?<!\d[.,\-–])\d{1,3}(?:[.\-]\d{1,2}(?!\d)){0,2}(?![.,]\d|\d|\s?[-–—]\s?\d{4}|\s\d{3})"
)
#: What ties a figure to the noun behind it: a bracket, a hyphen, an ordinal ending.
#: Matches «) », «-», «-й », «ші », "th "; must not match a blank alone, «, ».
_TIE = re.compile(
    r"\)\s?|\s?-\s?(?:(?:й|я|е|го|ой|му|ую|ая|ые|ши|шы|инши|ыншы)\s)?|\s?(?:ши|шы|st|nd|rd|th)\s"
)
#: What may stand between a noun and its figure: a point, a number sign, a colon.
#: Matches « № », ". ", " no. ", «нөмірі »; must not match another word.
_GAP_BEFORE = re.compile(
    r"\s?\.?:?\s*(?:№|#|n[°o]?\.?\s|номер\w*|номир\w*|number)?\.?\s*"
)
#: What joins the figures of a row: «36 и 37», "5, 6 and 7".
_JOINT = re.compile(r"\)?\s*(?:,|;|и|мен|жане|and|&|,\s*and)\s*")


def _numbers(folded: str) -> list[_Number]:
    found = []
    for m in _NUMBER.finditer(folded):
        tie = _TIE.match(folded, m.end())
        end = tie.end() if tie else m.end()
        found.append(_Number(m[0], m.start(), end, tie is not None))
    return found


def _kind_of(word: str) -> str | None:
    return next((kind for kind, form in NAMES if form.fullmatch(word)), None)


def _name(words: Sequence[Word], i: int) -> _Name | None:
    """The noun of a provision at a place in the question, «іс-шара» as one."""
    word, before = words[i], words[i - 1] if i else None
    kind, start, end = _kind_of(word.folded), word.start, word.end
    if kind is None:
        short = SHORT.get(word.folded)
        return _Name(short, start, end, short=True, plural=False) if short else None
    if before and before.folded in {"ис", "sub"}:
        kind, start = {"point": "subpoint"}.get(kind, kind), before.start
    plural = COUNTED.fullmatch(word.folded) is not None
    return _Name(kind, start, end, short=False, plural=plural)


def _left(name: _Name, numbers: Sequence[_Number], folded: str) -> _Number | None:
    """The figure right before a noun, if it can be its number."""
    if name.short or name.plural:
        return None
    ends = (n for n in numbers if n.end <= name.start)
    return next((n for n in ends if not folded[n.end : name.start].strip()), None)


def _right(name: _Name, numbers: Sequence[_Number], folded: str) -> _Number | None:
    """The figure right behind a noun."""
    starts = (n for n in numbers if n.start >= name.end)
    return next(
        (n for n in starts if _GAP_BEFORE.fullmatch(folded, name.end, n.start)), None
    )


def _chosen(
    name: _Name, numbers: Sequence[_Number], folded: str
) -> tuple[_Number, int, int] | None:
    """The figure of a noun and where the whole mention begins and ends.

    «3-тармақтың 6)» and «п. 3 пп. 6» differ in the side: a figure that is tied to
    the noun wins, then the one behind, then the one before.
    """
    left, right = _left(name, numbers, folded), _right(name, numbers, folded)
    if left and (left.tied or not right):
        return left, left.start, name.end
    return (right, name.start, right.end) if right else None


def _row(numbers: Sequence[_Number], first: _Number, folded: str) -> list[_Number]:
    """Further figures joined to one: «36 и 37»."""
    row = [first]
    for number in numbers:
        if number.start < row[-1].end:
            continue
        start = row[-1].start + len(row[-1].text)
        if not _JOINT.fullmatch(folded, start, number.start):
            break
        row.append(number)
    return row[1:]


def _ordinal(name: _Name, words: Sequence[Word]) -> _Mention | None:
    """«третий пункт», «үшінші тармақ», "the first measure"."""
    before = next((w for w in reversed(words) if w.end <= name.start), None)
    if before is None or name.short:
        return None
    for number, forms in enumerate(ORDINALS, start=1):
        if before.folded.startswith(forms):
            return _Mention(Step(name.kind, str(number)), before.start, name.end)
    return None


def _mentions(words: Sequence[Word], folded: str) -> list[_Mention]:
    numbers, found = _numbers(folded), []
    for i in range(len(words)):
        name = _name(words, i)
        if name is None:
            continue
        chosen = _chosen(name, numbers, folded)
        if chosen is None:
            found += [m] if (m := _ordinal(name, words)) else []
            continue
        number, start, end = chosen
        row = _row(numbers, number, folded) if number.start >= name.end else []
        taken = [number, *row]
        numbers = [n for n in numbers if n not in taken]
        found += [
            _Mention(Step(name.kind, n.text), start, max(end, n.start + len(n.text)))
            for n in taken
        ]
    return found


def _paths(mentions: Sequence[_Mention]) -> tuple[tuple[Step, ...], ...]:
    """Mentions of different kinds make one path, several of a kind several paths."""
    paths: list[list[Step]] = []
    for step in (m.step for m in mentions):
        open_paths = [p for p in paths if all(s.kind != step.kind for s in p)]
        if open_paths:
            for path in open_paths:
                path.append(step)
        else:
            paths.append([step])
    ordered = (tuple(sorted(p, key=lambda s: ORDER.index(s.kind))) for p in paths)
    return tuple(dict.fromkeys(ordered))


def addresses_in(text: str) -> Found:
    """The provisions that a question names by their numbers.

    Returns:
        Paths in the order of mention, empty where none is named.
    """
    folded = fold(text)
    if len(folded) != len(text):
        folded = text.lower()
    mentions = _mentions(words_of(text), folded)
    spans = tuple(dict.fromkeys(Span(m.start, m.end) for m in mentions))
    return Found(_paths(mentions), spans)
