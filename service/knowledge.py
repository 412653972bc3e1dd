"""What is known beforehand when a question is read: acts, bodies, words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, Self

from corpus.bodies import Bodies
from corpus.lexicon import Lexicon
from corpus.letters import fold
from corpus.model import Act, Language, Provision, ProvisionId
from corpus.nlp import tokens
from service.concepts import Frequencies
from service.periods import Point, points_in


class Source(Protocol):
    """What is needed of an index to know the acts; the real one has it."""

    @property
    def lexical_index(self) -> Frequencies:
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
        addresses: By act, the ids of its provisions in reading order.
    """

    acts: tuple[ActCard, ...]
    bodies: Bodies
    lexicon: Lexicon
    frequencies: Frequencies
    addresses: Mapping[str, tuple[ProvisionId, ...]]

    @classmethod
    def of(cls, index: Source, bodies: Bodies, lexicon: Lexicon) -> Self:
        """Gather what the heads of the acts say."""
        cards = tuple(card(act) for act in sorted(index.acts(), key=lambda a: a.id))
        addresses = {c.id: tuple(p.id for p in index.provisions(c.id)[1]) for c in cards}
        return cls(cards, bodies, lexicon, index.lexical_index, addresses)

    def card(self, act_id: str) -> ActCard | None:
        """The card of an act, None if it is not held."""
        return next((c for c in self.acts if c.id == act_id), None)


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


def card(act: Act) -> ActCard:
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
        title_years(act.title),
        tuple(dict.fromkeys(_linked(act))),
        frozenset(fold(a.abbreviation) for a in act.abbreviations),
    )
