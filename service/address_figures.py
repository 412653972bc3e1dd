"""Nouns of provisions in a question, and the figures that are their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from service.address_words import BEHIND, COUNTED, KAZAKH, NAMES, PLURAL, SHORT
from service.words_of import Word

#: A number of a provision: "42", "89-1", "2.1-3". Must not match a year («2018»),
#: a date («15.03.2018»), a range of years.
_NUMBER = re.compile(
    r"(?<!\d)(?<!\d[.,\-–])\d{1,3}(?:[.\-]\d{1,2}(?!\d)){0,2}+"
    r"(?![.,]\d|\d|\s?[-–—]\s?\d{4})"
)
#: What makes a plain figure the first part of a longer number («1 258,3»). Must not
#: match behind the noun of a provision: «п. 2 588» is point 2 of act 588.
_LONGER = re.compile(r"\s\d{3}(?!\d)")
#: The word right before a figure, a point or a number sign between them.
_BEFORE = re.compile(r"([^\W\d_]+)\s?\.?\s?(?:№\s?)?$")
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
#: A point and a blank at most part the letters of «п.п.».
_DOT: Final = 2


class Figure(NamedTuple):
    """A number that may be that of a provision; ``tied`` to the noun behind it."""

    text: str
    start: int
    end: int
    tied: bool


class Noun(NamedTuple):
    """A noun of a provision and how its number may stand to it.

    Attributes:
        kind: As in the ids of provisions.
        start: Where it begins.
        end: Where it ends.
        short: A short form: its number stands behind it.
        plural: It counts things behind a figure: "80 measures".
        kazakh: Its number stands before it.
        row: Two figures with a hyphen are a row: «пункты 9-11».
    """

    kind: str
    start: int
    end: int
    short: bool
    plural: bool
    kazakh: bool = False
    row: bool = False


def figures_in(folded: str) -> list[Figure]:
    """All figures of a folded text that may be numbers of provisions."""
    found = []
    for m in _NUMBER.finditer(folded):
        if _is_longer(folded, m):
            continue
        tie = _TIE.match(folded, m.end())
        end = tie.end() if tie else m.end()
        found.append(Figure(m[0], m.start(), end, tie is not None))
    return found


def _is_longer(folded: str, figure: re.Match[str]) -> bool:
    """Whether a figure is the first part of a longer number, by its blanks."""
    if not figure[0].isdecimal() or not _LONGER.match(folded, figure.end()):
        return False
    before = _BEFORE.search(folded, 0, figure.start())
    named = before and (before[1] in SHORT or _kind_of(before[1]) is not None)
    return not named


def _kind_of(word: str) -> str | None:
    return next((kind for kind, form in NAMES if form.fullmatch(word)), None)


def noun_at(words: Sequence[Word], i: int) -> Noun | None:
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
    return Noun(kind, start, end, short=False, plural=plural, kazakh=kazakh, row=row)


def _short(words: Sequence[Word], i: int) -> Noun | None:
    """A short form: «п.», «ст.», «п.п.» for a subpoint."""
    word, before = words[i], words[i - 1] if i else None
    kind, start = SHORT.get(word.folded), word.start
    if kind is None or _is_resolution(words, i):
        return None
    if before and word.folded == before.folded == "п" and start - before.end <= _DOT:
        kind, start = "subpoint", before.start
    open_side = word.folded in BEHIND
    return Noun(kind, start, word.end, short=not open_side, plural=False)


def _is_resolution(words: Sequence[Word], i: int) -> bool:
    """Whether «ПП» is short for a resolution of the Government: «ПП РК № 124».

    In capitals, where the question is not typed in capitals as a whole.
    """
    behind = words[i + 1].folded if i + 1 < len(words) else ""
    if words[i].text != "ПП" or behind == "п":
        return False
    others = [w.text for w in words if w.text.isalpha() and w.text not in {"ПП", "РК"}]
    return not any(text.isupper() for text in others)


def _left(name: Noun, numbers: Sequence[Figure], folded: str) -> Figure | None:
    """The figure right before a noun, if it can be its number."""
    if name.short or name.plural:
        return None
    ends = (n for n in numbers if n.end <= name.start)
    return next((n for n in ends if not folded[n.end : name.start].strip()), None)


def _right(name: Noun, numbers: Sequence[Figure], folded: str) -> Figure | None:
    """The figure right behind a noun."""
    starts = (n for n in numbers if n.start >= name.end)
    return next(
        (n for n in starts if _GAP_BEFORE.fullmatch(folded, name.end, n.start)), None
    )


def chosen(
    name: Noun, numbers: Sequence[Figure], folded: str
) -> tuple[Figure, int, int] | None:
    """The figure of a noun and where the whole mention begins and ends.

    «3-тармақтың 6)» and «п. 3 пп. 6» differ in the side: a figure that is tied to
    the noun wins, then the one behind, then the one before; before a Kazakh noun
    any figure is its own.
    """
    left, right = _left(name, numbers, folded), _right(name, numbers, folded)
    if left and (left.tied or name.kazakh or not right):
        return left, left.start, name.end
    return (right, name.start, right.end) if right else None
