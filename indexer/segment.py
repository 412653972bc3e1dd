"""Records to clauses: the passages that are searched, one per provision.

A clause gathers all that a provision can be found by: its own words, the cells
of a measure, the headings that it stands under, its renderings in other
languages. It is an index entry, never a source of quotes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from corpus.ids import ProvisionId
from corpus.model import Act, Kind, Language, Provision
from corpus.plan_model import Indicator, Measure
from indexer.record_words import (
    amounts_words,
    executors_words,
    indicator_tags,
    measure_tags,
    measure_words,
)
from indexer.renderings import Rendering
from indexer.says import says
from indexer.terms import SPOKEN, Part
from indexer.windows import windows

#: Kinds that hold other units: their clause has their own words alone, since
#: each unit below has a clause of its own.
_CONTAINERS: Final = frozenset(
    {"annex", "part", "section", "subsection", "chapter", "paragraph", "article"}
)
#: Cells whose renderings are shown but lead to no measure: dates and sources of
#: money say the same in many rows and would only make every passage longer.
_UNSEARCHED: Final = frozenset({"deadline", "funding"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A searchable passage; texts that do not apply are "".

    Attributes:
        id: The provision that it leads to.
        title: Of a measure or indicator; the term of a definition.
        heading: The provision's own heading.
        section: Headings above it, nearest first, and the words that open the
            list that it is an item of.
        text: Its words, units below included where they are quoted together;
            of a measure the rows below it and its amounts.
        renderings: The same in other languages, cell by cell.
        tags: Filters and facets, such as ``kind:measure``, ``year:2019``.
    """

    id: ProvisionId
    act_id: str
    kind: Kind
    language: Language
    title: str
    heading: str
    section: str
    text: str
    completion_form: str
    deadline: str
    executors: str
    funding: str
    act_title: str
    renderings: tuple[Rendering, ...]
    tags: tuple[str, ...]

    @property
    def cells(self) -> tuple[tuple[Part, str], ...]:
        """The words of the provision itself, cell by cell."""
        return (
            ("heading", self.heading),
            ("title", self.title),
            ("text", self.text),
            ("form", self.completion_form),
            ("deadline", self.deadline),
            ("executors", self.executors),
            ("funding", self.funding),
        )

    @property
    def words(self) -> str:
        """The same as one text, a line per cell; "" where there is none."""
        return "\n".join(text for _, text in self.cells if text)

    def passages(self) -> tuple[str, ...]:
        """What the vectors are made of: windows of few words, none twice."""
        texts = (self.title, self.heading, self.words, *self._rendered())
        cut = (window for text in texts for window in windows(text))
        return tuple(dict.fromkeys(cut))

    def _rendered(self) -> Iterator[str]:
        """The provision in each other language, all its cells together."""
        for language in dict.fromkeys(r.language for r in self.renderings):
            cells = (r.text for r in self.renderings if r.language == language)
            yield "\n".join(cells)


class _Segmenter:
    """Look-ups over one act, and the clauses made with them."""

    def __init__(self, act: Act, renderings: Mapping[str, Iterable[Rendering]]) -> None:
        self.act = act
        self.renderings = renderings
        self.by_id = {provision.id: provision for provision in act.provisions}
        self.measures = {measure.id: measure for measure in act.measures}
        self.indicators = {indicator.id: indicator for indicator in act.indicators}
        self.terms = {d.provision: d.term for d in act.definitions}
        self.head = _head(act)

    def _above(self, provision: Provision) -> Iterator[str]:
        """Headings above, nearest first, and the words that open its list."""
        parent = self.by_id.get(provision.parent) if provision.parent else None
        if parent is not None and parent.kind not in _CONTAINERS:
            yield parent.own.text
        while parent is not None:
            yield parent.heading or ""
            parent = self.by_id.get(parent.parent) if parent.parent else None

    def _section(self, provision: Provision, *nearer: str) -> str:
        return "\n".join(
            dict.fromkeys(filter(None, (*nearer, *self._above(provision))))
        )

    def _found_by(self, provision: Provision) -> Iterator[Rendering]:
        """The renderings that lead to a provision; a name leads to it as printed."""
        if provision.kind == "signature":
            return
        for rendering in self.renderings.get(provision.id, ()):
            if rendering.field not in _UNSEARCHED:
                yield rendering

    def _text(self, provision: Provision) -> str:
        own = provision.own if provision.kind in _CONTAINERS else provision.body
        head = _head_words(self.act) if provision.id == self.head else ""
        return "\n".join(filter(None, (own.text, head)))

    def _tags(self, provision: Provision, more: Iterable[str]) -> tuple[str, ...]:
        found = (r.language for r in self._found_by(provision))
        spoken = dict.fromkeys((provision.language, *found))
        return (
            f"act:{self.act.id}",
            f"kind:{provision.kind}",
            f"language:{provision.language}",
            f"status:{self.act.status}",
            *(f"{SPOKEN}{language}" for language in spoken),
            *says(provision.text, provision.language),
            *more,
        )

    def _plain(self, provision: Provision) -> Clause:
        return Clause(
            id=provision.id,
            act_id=self.act.id,
            kind=provision.kind,
            language=provision.language,
            title=self.terms.get(provision.id, ""),
            heading=provision.heading or "",
            section=self._section(provision),
            text=self._text(provision),
            completion_form="",
            deadline="",
            executors="",
            funding="",
            act_title=self.act.title,
            renderings=tuple(self._found_by(provision)),
            tags=self._tags(provision, ()),
        )

    def _measure(self, provision: Provision, measure: Measure) -> Clause:
        return replace(
            self._plain(provision),
            title=measure.title.text,
            heading="",
            section=self._section(provision, measure.section),
            text=measure_words(measure),
            completion_form=measure.completion_form.text,
            deadline=measure.deadline.text,
            executors=executors_words(measure.executors, measure.executors_cell.text),
            funding=measure.funding.text,
            tags=self._tags(provision, measure_tags(measure)),
        )

    def _indicator(self, provision: Provision, indicator: Indicator) -> Clause:
        cell = "\n".join(e.text for e in indicator.executors)
        return replace(
            self._plain(provision),
            title=indicator.title.text,
            heading="",
            section=self._section(provision, indicator.section),
            text=f"{amounts_words(indicator.values)} {indicator.unit or ''}".strip(),
            executors=executors_words(indicator.executors, cell),
            tags=self._tags(provision, indicator_tags(indicator)),
        )

    def clause(self, provision: Provision) -> Clause:
        """The clause of one provision, whatever it is."""
        if measure := self.measures.get(provision.id):
            return self._measure(provision, measure)
        if indicator := self.indicators.get(provision.id):
            return self._indicator(provision, indicator)
        return self._plain(provision)


def _head(act: Act) -> ProvisionId | None:
    """The provision that stands for the act as a whole: its first words of law."""
    return next((p.id for p in act.provisions if p.kind != "note"), None)


def _head_words(act: Act) -> str:
    """What the act as a whole is asked for by: title, number, date, issuer."""
    return f"{act.title}\n№ {act.number} {act.date} {act.issuer}"


def clauses(
    act: Act, renderings: Mapping[str, Iterable[Rendering]] | None = None
) -> Iterator[Clause]:
    """The clauses of an act in reading order, one per provision with words.

    Args:
        act: The act as read.
        renderings: Provision id → its words in other languages.

    Yields:
        Clauses; a provision without any word of its own gives none.
    """
    segmenter = _Segmenter(act, renderings or {})
    made = (segmenter.clause(provision) for provision in act.provisions)
    yield from (clause for clause in made if clause.words.strip())
