"""Running text in pieces that can answer: sentences, and what they hold."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from corpus.model import Language
from corpus.nlp import entities, sentences, tokens
from service.periods import points_in

#: Longest run of sentences that answers together, in characters and in sentences.
RUN_MOST: Final = 440
_RUN_SENTENCES: Final = 4
#: Marks of list items. Match "6) ", "; 12. ", "- 1) "; must not match "60 %", «№ 5. ».
_MARKS = re.compile(r"(?:^|[.;:!?,]\s|\n)\s*(?:[-–—*]\s*)?\d{1,3}(?:-\d+)?[.)]\s")


class Thing(NamedTuple):
    """A date, period, amount, percentage or number, and where it stands."""

    start: int
    end: int
    kind: str


class Passage(NamedTuple):
    """A run of sentences of a provision.

    Attributes:
        text: As it stands in the provision.
        lemmas: Of its words.
        kinds: Of the things that it holds: date, period, amount, percent, number.
        begins: Where it begins among the sentences, as a share, 0 to 1.
        ends: Where it ends.
        first: Its first sentence, from 0.
        last: Its last sentence.
    """

    text: str
    lemmas: frozenset[str]
    kinds: frozenset[str]
    begins: float = 0.0
    ends: float = 1.0
    first: int = 0
    last: int = 0


@lru_cache(maxsize=1 << 13)
def _lemmas_at(text: str, language: Language) -> tuple[tuple[int, str], ...]:
    found = tokens(text, language)
    return tuple((t.start, t.lemma) for t in found if t.is_word or t.is_number)


@lru_cache(maxsize=1 << 13)
def lemmas_of(text: str, language: Language) -> frozenset[str]:
    """The lemmas of a text."""
    return frozenset(lemma for _, lemma in _lemmas_at(text, language))


@lru_cache(maxsize=1 << 13)
def things_in(text: str, language: Language) -> tuple[Thing, ...]:
    """Things of a text; the marks of list items are none."""
    marks = [m.span() for m in _MARKS.finditer(text)]
    found = [Thing(e.start, e.end, e.kind) for e in entities(text, language)]
    found += [Thing(f.start, f.end, "date") for f in points_in(text)]
    return tuple(
        thing
        for thing in found
        if not any(start <= thing.start < end for start, end in marks)
    )


def _passage(text: str, language: Language, start: int, end: int) -> Passage:
    lemmas = (m for at, m in _lemmas_at(text, language) if start <= at < end)
    things = things_in(text, language)
    kinds = (t.kind for t in things if start <= t.start and t.end <= end)
    return Passage(text[start:end], frozenset(lemmas), frozenset(kinds))


@lru_cache(maxsize=1 << 12)
def runs(text: str, language: Language) -> tuple[Passage, ...]:
    """All runs of whole sentences short enough to answer; each sentence is one.

    A sentence that is too long stands alone.
    """
    cuts = [(s.start, s.end) for s in sentences(text, language) if s.end > s.start]
    places = [
        (i, j)
        for i in range(len(cuts))
        for j in range(i, min(i + _RUN_SENTENCES, len(cuts)))
        if j == i or cuts[j][1] - cuts[i][0] <= RUN_MOST
    ]
    return tuple(
        _passage(text, language, cuts[i][0], cuts[j][1])._replace(
            begins=i / len(cuts), ends=(j + 1) / len(cuts), first=i, last=j
        )
        for i, j in places
    )


@lru_cache(maxsize=1 << 12)
def whole(text: str, language: Language) -> Passage:
    """A text as one passage."""
    return _passage(text, language, 0, len(text))
