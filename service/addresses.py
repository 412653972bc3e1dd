"""Addresses in a question: «3-тармақтың 6) тармақшасы», «п. 3 пп. 6», "measure 42".

Only the words of the question are read here; whether such a provision exists is
for the answer to find out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus.ids import Span
from corpus.letters import fold
from service.address_figures import Figure, Noun, chosen, figures_in, noun_at
from service.address_numerals import said_before, said_behind
from service.address_words import ORDER
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


class _Mention(NamedTuple):
    step: Step
    start: int
    end: int


#: A part in brackets right behind a figure: "point 3(6)", «ст. 5 (2)».
#: Must not match "3 (2018)", «6) (бумага)».
_PART = re.compile(r"\s?\(\s?(\d{1,3})\s?\)")
#: What such a part is called, by the unit that it is a part of.
_PARTS: Final = {"point": "subpoint", "article": "point"}
#: Two figures of a row. Matches "9-11"; whether it is one is told by the noun.
_RANGE = re.compile(r"(\d+)-(\d+)")
#: Most provisions that one row names.
_MOST: Final = 10
#: The path of a provision's id behind the code of its act, as it is written.
#: Matches "P1700000580/annex-1/measure-42"; must not match "rus/docs/U1300000588".
_ID = re.compile(r"(?<=[0-9_])(?:/(?:[a-z]+-\d+(?:[.\-]\d+)*|body))+(?![\w/])")
#: What joins the figures of a row: «36 и 37», "5, 6 and 7".
_JOINT = re.compile(r"\)?\s*(?:,|;|и|мен|жане|and|&|,\s*and)\s*")


def _row(numbers: Sequence[Figure], first: Figure, folded: str) -> list[Figure]:
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


def _ordinal(name: Noun, words: Sequence[Word]) -> _Mention | None:
    """«третий пункт», «абзац второй», «қырық екінші шара», "measure forty-two"."""
    if name.short:
        return None
    said = said_before(words, name.start)
    if said is None and not (name.plural or name.kazakh):
        said = said_behind(words, name.end)
    if said is None:
        return None
    start, end = min(said.start, name.start), max(said.end, name.end)
    return _Mention(Step(name.kind, str(said.value)), start, end)


def _steps(name: Noun, number: Figure) -> list[Step]:
    """The units that a noun and its figure name: several for «пункты 9-11»."""
    between = _RANGE.fullmatch(number.text) if name.row else None
    first, last = (int(n) for n in between.groups()) if between else (0, 0)
    if 0 < first < last < first + _MOST:
        return [Step(name.kind, str(n)) for n in range(first, last + 1)]
    return [Step(name.kind, number.text)]


def _part(name: Noun, number: Figure, folded: str) -> list[_Mention]:
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
    numbers, found = figures_in(folded), []
    for i in range(len(words)):
        name = noun_at(words, i)
        if name is None:
            continue
        own = chosen(name, numbers, folded)
        if own is None:
            found += [m] if (m := _ordinal(name, words)) else []
            continue
        number, start, end = own
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
