"""What a question is about: its concepts, each with its senses and its weight."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Protocol

from corpus.ids import Span
from corpus.letters import fold
from corpus.lexicon import Concept, Lexicon, Sense
from corpus.nlp import Token, tokens
from indexer.terms import field
from service.corrections import Doubt, doubts
from service.model import Query

#: Weight of a concept that only names the act: its title is not what is asked.
ACT_NAME_WEIGHT: Final = 0.15
#: Weight of a concept that no provision holds in any sense: it cannot be found,
#: but a question made of such concepts alone is not about this corpus.
UNKNOWN_WEIGHT: Final = 0.6
#: Weight below which a sense was reached over two steps.
FAR: Final = 0.65
#: Field that rarity is counted in.
_STEMS: Final = field("all", "stems")


class Frequencies(Protocol):
    """What is needed of an index to weigh a concept."""

    def document_frequency(self, field: str, term: str) -> int:
        """Number of provisions whose field holds the term."""

    def __len__(self) -> int:
        """Number of provisions."""


@dataclass(frozen=True)
class Weighted:
    """A concept and how much it says.

    Attributes:
        concept: With its senses.
        importance: 1 for what is asked, less for what only names the act.
        rarity: Inverse document frequency of its commonest sense, above 0.
        known: Whether a provision holds it in any sense.
        folded: The question's own words, folded, for unknown words.
        typed: What was typed where a misspelt word was read as this one, folded;
            else "".
        parts: Of a phrase its words, each by itself.
    """

    concept: Concept
    importance: float
    rarity: float
    known: bool
    folded: tuple[str, ...]
    typed: str = ""
    parts: tuple[Weighted, ...] = ()

    @cached_property
    def weight(self) -> float:
        """How much it counts in coverage, above 0."""
        return self.importance * self.rarity * (1.0 if self.known else UNKNOWN_WEIGHT)

    @cached_property
    def telling(self) -> tuple[Sense, ...]:
        """The senses that may count as held, weightiest first.

        A phrase reached over two steps (a translation of a synonym) is left out:
        its words are compared one by one and meet by chance («мечеть» → religious
        building → "religious groups", "building immunity").
        """
        senses = self.concept.senses
        return tuple(s for s in senses if len(s.lemmas) == 1 or s.weight >= FAR)

    @cached_property
    def _best(self) -> Mapping[str, float]:
        """Weight of the best telling sense in each language, that of all being 1."""
        ranked = sorted(self.telling, key=lambda sense: sense.weight)
        most = ranked[-1].weight if ranked else 1.0
        return {sense.language: sense.weight / most for sense in ranked}

    @cached_property
    def _reaches(self) -> dict[frozenset[str], float]:
        """What :meth:`reach` has found: few sets of languages are asked for."""
        return {}

    def reach(self, spoken: frozenset[str]) -> float:
        """How much of the concept some languages can say, 0 to 1.

        Weight of their best sense against that of the best one of all; 1 where no
        language is given.
        """
        reach = self._reaches.get(spoken)
        if reach is None:
            best = self._best.items()
            held = (w for x, w in best if not spoken or x in spoken)
            reach = self._reaches[spoken] = max(held, default=0.0)
        return reach

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """All words of these senses: what holds none of them holds no sense."""
        return frozenset(lemma for sense in self.telling for lemma in sense.lemmas)


def weighted_concepts(
    query: Query, lexicon: Lexicon, frequencies: Frequencies
) -> tuple[Weighted, ...]:
    """The concepts of a question in order, those of the act's name kept low."""
    words = tuple(t for t in tokens(query.text, query.language) if _counts(t))
    content = [t for t in words if _inside(t, query.content)]
    name = [t for t in words if _inside(t, query.act_spans) and t not in content]
    return (
        *_weighed(content, query, lexicon, frequencies, importance=1.0),
        *_weighed(name, query, lexicon, frequencies, importance=ACT_NAME_WEIGHT),
    )


def _counts(token: Token) -> bool:
    return (token.is_word or token.is_number) and not token.is_stop


def _inside(token: Token, spans: Sequence[Span]) -> bool:
    return any(s.start <= token.start and token.end <= s.end for s in spans)


def _weighed(
    words: Sequence[Token],
    query: Query,
    lexicon: Lexicon,
    frequencies: Frequencies,
    *,
    importance: float,
) -> Iterator[Weighted]:
    doubted = tuple(doubts(query.corrections))
    for concept in lexicon.expand(words, query.language):
        own = words[concept.start : concept.end]
        weighted = _rated(concept, words, frequencies, importance)
        yield _doubted(weighted, own, doubted) if doubted else weighted


def _rated(
    concept: Concept,
    words: Sequence[Token],
    frequencies: Frequencies,
    importance: float,
) -> Weighted:
    """A concept with its rarity, and the parts of it with theirs."""
    found = max(_frequencies(concept, frequencies), default=0)
    rarity = math.log1p(max(1, len(frequencies)) / (1 + found))
    folded = tuple(t.folded for t in words[concept.start : concept.end])
    parts = (_rated(part, words, frequencies, importance) for part in concept.parts)
    return Weighted(
        concept, importance, rarity, bool(found), folded, parts=tuple(parts)
    )


def _doubted(
    weighted: Weighted, own: Sequence[Token], doubted: Sequence[Doubt]
) -> Weighted:
    """The concept with less worth if a word of it was typed otherwise."""
    here = [d for d in doubted if any(_inside(token, (d.span,)) for token in own)]
    if not here:
        return weighted
    worth = min(doubt.worth for doubt in here)
    senses = (s._replace(weight=s.weight * worth) for s in weighted.concept.senses)
    concept = weighted.concept._replace(senses=tuple(senses))
    typed = fold(here[0].typed) if len(own) == 1 else ""
    return replace(weighted, concept=concept, typed=typed)


def _frequencies(concept: Concept, frequencies: Frequencies) -> Iterable[int]:
    for sense in concept.senses:
        counts = (frequencies.document_frequency(_STEMS, x) for x in sense.lemmas)
        yield min(counts, default=0)
