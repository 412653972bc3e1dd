"""What is known beforehand when a question is read: acts, bodies, words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple, Protocol, Self

from corpus.bodies import Bodies, Body
from corpus.ids import ProvisionId
from corpus.ids import Source as Lines
from corpus.letters import fold
from corpus.lexicon import Lexicon
from corpus.model import Act, Language, Provision
from corpus.nlp import tokens
from corpus.plan_model import Executor
from service.concepts import Frequencies
from service.passages import Passages, Texts
from service.periods import Point, points_in

#: Nouns of documents by folded beginnings, in three languages.
_DOCUMENTS: Final = (
    ("plan", ("план", "жоспар", "plan", "дорожн", "картас", "roadmap")),
    ("programme", ("програм", "госпрограм", "багдарлама", "program")),
    ("concept", ("концепци", "тужырымдама", "concept")),
    ("strategy", ("стратеги", "strateg")),
    ("method", ("методик", "адистеме", "method")),
    ("statute", ("положени", "ереже", "statute", "regulation")),
    ("rules", ("правил", "кагида", "rules")),
    ("instruction", ("инструкци", "нускаулык", "instruction")),
)
#: Words of approval that stand behind the document's noun in Kazakh.
_APPROVAL: Final = "бекит"


def document_of(folded: str) -> str | None:
    """The kind of document that a folded word names, None for other words."""
    for name, beginnings in _DOCUMENTS:
        if folded.startswith(beginnings):
            return name
    return None


def title_document(title: str, language: Language) -> str | None:
    """The document that a title is about, by its head noun.

    Kazakh has it last («… іс-шаралар жоспарын бекіту туралы»), Russian first
    («Об утверждении Положения об …»).
    """
    words = [fold(word) for word in title.replace("-", " ").split()]
    if language == "kk":
        before = (i for i, w in enumerate(words) if w.startswith(_APPROVAL))
        words = words[: next(before, len(words))][::-1]
    return next((noun for w in words if (noun := document_of(w))), None)


class Place(NamedTuple):
    """A provision and the lines that it spans."""

    id: ProvisionId
    source: Lines


class Source(Texts, Protocol):
    """What is needed of an index to know the acts; the real one has it."""

    @property
    def words(self) -> Frequencies:
        """Counts of words."""

    def acts(self) -> tuple[Act, ...]:
        """Heads of all acts by id."""

    def provisions(self, act_id: str) -> tuple[int, Sequence[Provision]]:
        """How many provisions an act has, and these in reading order."""


@dataclass(frozen=True, slots=True)
class ActCard:
    """What an act can be named by.

    Attributes:
        id: adilet's code.
        kind: In English, as the act has it.
        number: As printed.
        date: ISO.
        in_force: Whether it is.
        language: Of its text.
        title: As printed.
        lemmas: Of the title, without words that say nothing.
        document: "plan", "programme", "statute", …: what the title is about.
        documents: The same, and what its annexes are.
        years: First and last year of the term that the title gives, if any.
        linked: Numbers of acts that changed or repealed it.
        short_forms: Abbreviations that the act lists, folded.
    """

    id: str
    kind: str
    number: str
    date: str
    in_force: bool
    language: Language
    title: str
    lemmas: frozenset[str]
    document: str | None
    documents: frozenset[str]
    years: tuple[int, int] | None
    linked: tuple[str, ...]
    short_forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known beforehand when a question is read.

    Attributes:
        acts: In order of their ids.
        bodies: The registry of state bodies.
        lexicon: Terms in three languages.
        frequencies: How often a word stands in the corpus.
        places: By act, its provisions in reading order.
        passages: The texts of the provisions, as answers read them.
    """

    acts: tuple[ActCard, ...]
    bodies: Bodies
    lexicon: Lexicon
    frequencies: Frequencies
    places: Mapping[str, tuple[Place, ...]]
    passages: Passages

    @classmethod
    def of(cls, index: Source, bodies: Bodies, lexicon: Lexicon) -> Self:
        """Gather what the heads of the acts say."""
        acts = sorted(index.acts(), key=lambda a: a.id)
        provisions = {act.id: index.provisions(act.id)[1] for act in acts}
        cards = tuple(card(act, provisions[act.id]) for act in acts)
        places = {
            act_id: tuple(Place(p.id, p.source) for p in held)
            for act_id, held in provisions.items()
        }
        return cls(cards, bodies, lexicon, index.words, places, Passages(index))

    def body_of(self, executor: Executor) -> Body | None:
        """The registry's entry of an executor, by id, else by its name."""
        if executor.body_id:
            return self.bodies.get(executor.body_id)
        name = executor.name or executor.abbreviation
        return self.bodies.by_name(name) if name else None

    def ids(self, act_id: str) -> tuple[ProvisionId, ...]:
        """The provisions of an act in reading order."""
        return tuple(place.id for place in self.places.get(act_id, ()))

    def holder(self, act_id: str, line: int) -> ProvisionId | None:
        """The smallest provision that spans a line, None if none does."""
        spanning = (
            p
            for p in self.places.get(act_id, ())
            if p.source.line_start <= line <= p.source.line_end
        )
        best = min(
            spanning,
            key=lambda p: p.source.line_end - p.source.line_start,
            default=None,
        )
        return best.id if best else None

    def card(self, act_id: str) -> ActCard | None:
        """The card of an act, None if it is not held."""
        return next((c for c in self.acts if c.id == act_id), None)


@lru_cache(maxsize=1 << 12)
def title_years(title: str) -> tuple[int, int] | None:
    """The term that a title gives: «2018 – 2022 жылдарға арналған»."""
    for found in points_in(title):
        point = found.part
        if isinstance(point, Point) and point.year and point.year_end:
            return point.year, point.year_end
    return None


def _lemmas(title: str, language: Language) -> frozenset[str]:
    words = tokens(title, language)
    return frozenset(t.lemma for t in words if t.is_word and not t.is_stop)


def _linked(act: Act) -> Iterable[str]:
    yield from (a.number for a in act.amended_by)
    if act.repealed_by and act.repealed_by.number:
        yield act.repealed_by.number


def _documents(act: Act, provisions: Iterable[Provision]) -> Iterable[str]:
    """What the title and the headings of the annexes are about."""
    annexes = (p for p in provisions if p.kind == "annex" and len(p.id.steps) == 1)
    for text in (act.title, *(p.heading or "" for p in annexes)):
        document = title_document(text, act.language)
        if document:
            yield document


def card(act: Act, provisions: Iterable[Provision] = ()) -> ActCard:
    """What an act can be named by."""
    return ActCard(
        act.id,
        act.kind,
        act.number,
        act.date,
        act.status == "in_force",
        act.language,
        act.title,
        _lemmas(act.title, act.language),
        title_document(act.title, act.language),
        frozenset(_documents(act, provisions)),
        title_years(act.title),
        tuple(dict.fromkeys(_linked(act))),
        frozenset(fold(a.abbreviation) for a in act.abbreviations),
    )
