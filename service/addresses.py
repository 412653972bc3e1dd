"""Addresses in a question: «3-тармақтың 6) тармақшасы», «п. 3 пп. 6», "measure 42".

Only the words of the question are read here; whether such a provision exists is
for the answer to find out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus.letters import fold
from corpus.model import Span
from service.address_words import (
    BEHIND,
    COUNTED,
    KAZAKH,
    NAMES,
    ORDER,
    ORDINALS,
    PLURAL,
    SHORT,
)
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
    kazakh: bool = False
    row: bool = False


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
#: A part in brackets right behind a figure: "point 3(6)", «ст. 5 (2)».
#: Must not match "3 (2018)", «6) (бумага)».
_PART = re.compile(r"\s?\(\s?(\d{1,3})\s?\)")
#: What such a part is called, by the unit that it is a part of.
_PARTS: Final = {"point": "subpoint", "article": "point"}
#: Two figures of a row. Matches "9-11"; whether it is one is told by the noun.
_RANGE = re.compile(r"(\d+)-(\d+)")
#: A point and a blank at most part the letters of «п.п.».
_DOT: Final = 2
#: Most provisions that one row names.
_MOST: Final = 10
#: The path of a provision's id behind the code of its act, as it is written.
#: Matches "P1700000580/annex-1/measure-42"; must not match "rus/docs/U1300000588".
_ID = re.compile(r"(?<=[0-9_])(?:/(?:[a-z]+-\d[\d.\-]*|body))+(?![\w/])")
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
        return _short(words, i)
    if before and before.folded in {"ис", "sub"}:
        kind, start = {"point": "subpoint"}.get(kind, kind), before.start
    plural = COUNTED.fullmatch(word.folded) is not None
    kazakh = KAZAKH.fullmatch(word.folded) is not None
    row = PLURAL.fullmatch(word.folded) is not None
    return _Name(kind, start, end, short=False, plural=plural, kazakh=kazakh, row=row)


def _short(words: Sequence[Word], i: int) -> _Name | None:
    """A short form: «п.», «ст.», «п.п.» for a subpoint."""
    word, before = words[i], words[i - 1] if i else None
    kind, start = SHORT.get(word.folded), word.start
    if kind is None:
        return None
    if before and word.folded == before.folded == "п" and start - before.end <= _DOT:
        kind, start = "subpoint", before.start
    open_side = word.folded in BEHIND
    return _Name(kind, start, word.end, short=not open_side, plural=False)


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
    the noun wins, then the one behind, then the one before; before a Kazakh noun
    any figure is its own.
    """
    left, right = _left(name, numbers, folded), _right(name, numbers, folded)
    if left and (left.tied or name.kazakh or not right):
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
    """«третий пункт», «абзац второй», «үшінші тармақ», "the first measure"."""
    before = next((w for w in reversed(words) if w.end <= name.start), None)
    behind = next((w for w in words if w.start >= name.end), None)
    if name.short:
        return None
    for word in (before, behind):
        number = _ordinal_of(word) if word else None
        if word and number:
            start, end = min(word.start, name.start), max(word.end, name.end)
            return _Mention(Step(name.kind, str(number)), start, end)
    return None


def _ordinal_of(word: Word) -> int | None:
    """1 for «первый», "first"; None for other words."""
    numbered = enumerate(ORDINALS, start=1)
    return next((n for n, forms in numbered if word.folded.startswith(forms)), None)


def _steps(name: _Name, number: _Number) -> list[Step]:
    """The units that a noun and its figure name: several for «пункты 9-11»."""
    between = _RANGE.fullmatch(number.text) if name.row else None
    first, last = (int(n) for n in between.groups()) if between else (0, 0)
    if 0 < first < last < first + _MOST:
        return [Step(name.kind, str(n)) for n in range(first, last + 1)]
    return [Step(name.kind, number.text)]


def _part(name: _Name, number: _Number, folded: str) -> list[_Mention]:
    """The part in brackets behind a figure: "point 3(6)"."""
    kind = _PARTS.get(name.kind)
    found = _PART.match(folded, number.start + len(number.text))
    return [_Mention(Step(kind, found[1]), *found.span())] if kind and found else []


def _ids(text: str) -> list[_Mention]:
    """Steps of ids of provisions, written out."""
    return [
        _Mention(Step(kind, number), *m.span())
        for m in _ID.finditer(text)
        for kind, dash, number in (s.partition("-") for s in m[0].split("/"))
        if dash and kind in ORDER
    ]


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
            _Mention(step, start, max(end, n.start + len(n.text)))
            for n in taken
            for step in _steps(name, n)
        ]
        found += _part(name, number, folded)
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


def _cleared(text: str, mentions: Sequence[_Mention]) -> str:
    """The text with blanks for what is read already."""
    for m in mentions:
        text = text[: m.start] + " " * (m.end - m.start) + text[m.end :]
    return text


def addresses_in(text: str) -> Found:
    """The provisions that a question names by their numbers.

    Returns:
        Paths in the order of mention, empty where none is named.
    """
    folded = fold(text)
    if len(folded) != len(text):
        folded = text.lower()
    mentions = _ids(text)
    clear = _cleared(folded, mentions)
    mentions += _mentions([w for w in words_of(text) if clear[w.start] != " "], clear)
    spans = tuple(dict.fromkeys(Span(m.start, m.end) for m in mentions))
    return Found(_paths(mentions), spans)
