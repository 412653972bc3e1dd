"""Running text in pieces that can answer: sentences, and what they hold."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from sys import intern
from typing import Final, NamedTuple, Protocol

from corpus.model import Act, Language, Provision
from indexer.readings import Figure, Reading, ReadWord, opening_text
from indexer.renderings import Rendering
from service.periods import points_in
from service.short_forms import ShortForm, short_forms

#: Longest run of sentences that answers together, in characters and in sentences.
RUN_MOST: Final = 440
_RUN_SENTENCES: Final = 4
#: Share of a sentence by which a run may reach into it and not hold it.
_NEARLY: Final = 0.3
#: Texts and provisions whose pieces are kept after they were read.
_CACHED: Final = 1 << 13
#: Marks of list items. Match "6) ", "; 12. ", "- 1) "; must not match "60 %", «№ 5. ».
_MARKS = re.compile(r"(?:^|[.;:!?,]\s|\n)\s*(?:[-–—*]\s*)?\d{1,3}(?:-\d+)?[.)]\s")


class Texts(Protocol):
    """What is needed of an index; :class:`indexer.store.Index` has it."""

    def reading(self, text: str, language: Language) -> Reading:
        """The words, sentences and figures of a text."""

    def words_in(self, text: str, language: Language) -> tuple[ReadWord, ...]:
        """The words of a text alone."""

    def figures_in(self, text: str, language: Language) -> tuple[Figure, ...]:
        """The figures of a text alone."""

    def act(self, act_id: str) -> Act | None:
        """The head of an act, None if it is not held."""

    def provision(self, provision_id: str) -> Provision | None:
        """A provision, None if it is not held."""

    def children(self, provision_id: str) -> tuple[Provision, ...]:
        """The units right below a provision, in reading order."""

    def renderings(self, provision_id: str) -> tuple[Rendering, ...]:
        """A provision in other languages, cell by cell."""


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
        first: Its first sentence, from 0.
        last: Its last sentence.
        start: Offset of its first character in the provision.
    """

    text: str
    lemmas: frozenset[str]
    kinds: frozenset[str]
    first: int = 0
    last: int = 0
    start: int = 0


class _Part(NamedTuple):
    """A stretch of a provision's text with the sentences of its renderings.

    Attributes:
        start: Offset in the text.
        end: Offset behind it.
        rendered: The sentences of each rendering, as lemmas, in order.
    """

    start: int
    end: int
    rendered: tuple[Sequence[frozenset[str]], ...]


class Passages:
    """The texts of one index as answers read them; safe to share between threads.

    What is read once is kept as long as the index is open, and no longer.
    """

    def __init__(self, index: Texts) -> None:
        self._index = index
        kept = lru_cache(_CACHED)
        self.lemmas, self.whole = kept(self._lemmas), kept(self._whole)
        self.runs, self.things = kept(self._runs), kept(self._read_things)
        self.rendered, self.context = kept(self._rendered), kept(self._context)
        self.beside, self.short_forms = kept(self._beside), kept(self._short_forms)

    def _lemmas(self, text: str, language: Language) -> frozenset[str]:
        """The lemmas of a text."""
        return _lemmas(self._index.words_in(text, language))

    def said(self, provision: Provision, text: str) -> frozenset[str]:
        """The lemmas of a text of a provision, and of its renderings."""
        own: frozenset[str] = self.lemmas(text, provision.language)
        return own | self.rendered(provision.id)

    def placed(self, text: str, language: Language) -> tuple[tuple[int, str], ...]:
        """The lemmas of a text with the offsets of their words, in order."""
        words = self._index.words_in(text, language)
        return tuple((w.start, w.lemma) for w in words if not w.is_mark)

    def _read_things(self, text: str, language: Language) -> tuple[Thing, ...]:
        """Things of a text; the marks of list items are none."""
        marks = [m.span() for m in _MARKS.finditer(text)]
        figures = self._index.figures_in(text, language)
        found = [Thing(*figure) for figure in figures]
        found += [Thing(f.start, f.end, "date") for f in points_in(text)]
        return tuple(
            thing
            for thing in found
            if not any(start <= thing.start < end for start, end in marks)
        )

    def _passage(self, text: str, language: Language, start: int, end: int) -> Passage:
        lemmas = _between(self._index.reading(text, language), start, end)
        things = self.things(text, language)
        kinds = (t.kind for t in things if start <= t.start and t.end <= end)
        return Passage(text[start:end], lemmas, frozenset(kinds))

    def _whole(self, text: str, language: Language) -> Passage:
        """A text as one passage."""
        return self._passage(text, language, 0, len(text))

    def _runs(self, text: str, language: Language) -> tuple[Passage, ...]:
        """All runs of whole sentences short enough to answer; each sentence is one.

        A sentence that is too long stands alone.
        """
        found = self._index.reading(text, language).sentences
        cuts = [(s.start, s.end) for s in found if s.end > s.start]
        places = [
            (i, j)
            for i in range(len(cuts))
            for j in range(i, min(i + _RUN_SENTENCES, len(cuts)))
            if j == i or cuts[j][1] - cuts[i][0] <= RUN_MOST
        ]
        return tuple(
            self._passage(text, language, cuts[i][0], cuts[j][1])._replace(
                first=i, last=j, start=cuts[i][0]
            )
            for i, j in places
        )

    def _rendered(self, provision_id: str) -> frozenset[str]:
        """Lemmas of what is said of a provision in other languages."""
        said = self._index.renderings(provision_id)
        return frozenset().union(*(self.lemmas(r.text, r.language) for r in said))

    def _short_forms(self, act_id: str) -> Mapping[str, tuple[ShortForm, ...]]:
        """See :func:`service.short_forms.short_forms`; none of an unknown act."""
        act = self._index.act(act_id)
        return short_forms(act, self.lemmas) if act else {}

    def _context(self, provision_id: str) -> frozenset[str]:
        """Lemmas above a provision: headings, the words that open its list."""
        above = self._above(provision_id)
        texts = (self.lemmas(opening_text(p), p.language) for p in above)
        return frozenset().union(*texts)

    def _above(self, provision_id: str) -> Iterator[Provision]:
        held = self._index.provision(provision_id)
        while held is not None and held.parent is not None:
            held = self._index.provision(held.parent)
            if held is not None:
                yield held

    def _beside(
        self, provision_id: str, text: str, language: Language, spoken: Language
    ) -> tuple[frozenset[str], ...]:
        """The lemmas of each run of a provision's text, and of its renderings there.

        Args:
            provision_id: Of the provision.
            text: Of it, that the runs are of.
            language: Of the text.
            spoken: Only renderings in this language count.
        """
        parts = tuple(self._parts(provision_id, text, spoken))
        return tuple(
            run.lemmas.union(*(row for part in parts for row in _within(part, run)))
            for run in self.runs(text, language)
        )

    def _parts(self, provision_id: str, text: str, spoken: Language) -> Iterator[_Part]:
        """A provision's own words and the units below it, with their renderings.

        A rendering says what a unit says itself; units below it have their own.
        """
        end = len(text)
        for child in reversed(self._index.children(provision_id)):
            start = text.rfind(child.body.text, 0, end) if child.body.text else -1
            if start >= 0:
                yield _Part(start, end, self._said(child.id, spoken))
                end = start
        yield _Part(0, max(end, 1), self._said(provision_id, spoken))

    def _said(
        self, provision_id: str, spoken: Language
    ) -> tuple[Sequence[frozenset[str]], ...]:
        """The sentences of each rendering of a unit's text, as lemmas."""
        said = (r for r in self._index.renderings(provision_id) if r.field == "text")
        return tuple(self._sentences(r) for r in said if r.language == spoken)

    def _sentences(self, rendering: Rendering) -> list[frozenset[str]]:
        """The sentences of a rendering, as lemmas."""
        found = self._index.reading(rendering.text, rendering.language)
        return [_between(found, *span) for span in found.sentences]


def _between(found: Reading, start: int, end: int) -> frozenset[str]:
    """The lemmas of the words that stand between two places of a text."""
    return _lemmas([w for w in found.words if start <= w.start < end])


def _lemmas(words: Iterable[ReadWord]) -> frozenset[str]:
    """The lemmas of words; kept for long, so equal ones share their memory."""
    return frozenset(map(intern, {w.lemma for w in words if not w.is_mark}))


def _within(part: _Part, run: Passage) -> Iterator[frozenset[str]]:
    """The sentences of a unit's renderings that stand where a run stands."""
    first = max(run.start, part.start)
    last = min(run.start + len(run.text), part.end)
    size = part.end - part.start
    for rows in part.rendered if first < last else ():
        low = math.floor((first - part.start) / size * len(rows) + _NEARLY)
        high = math.ceil((last - part.start) / size * len(rows) - _NEARLY)
        yield from rows[low : max(high, low + 1)]
