"""What a question is about: its concepts, each with its senses and its weight."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from corpus.lexicon import Concept, Lexicon
from corpus.model import Span
from corpus.nlp import Token, tokens
from indexer.terms import field
from service.model import Query

#: Weight of a concept that only names the act: its title is not what is asked.
ACT_NAME_WEIGHT: Final = 0.15
#: Weight of a concept that no provision holds in any sense: it cannot be found,
#: but a question made of such concepts alone is not about this corpus.
UNKNOWN_WEIGHT: Final = 0.6
#: Field that rarity is counted in.
_STEMS: Final = field("all", "stems")


class Frequencies(Protocol):
    """What is needed of an index to weigh a concept."""

    def document_frequency(self, field: str, term: str) -> int:
        """Number of provisions whose field holds the term."""

    def __len__(self) -> int:
        """Number of provisions."""


@dataclass(frozen=True, slots=True)
class Weighted:
    """A concept and how much it says.

    Attributes:
        concept: With its senses.
        importance: 1 for what is asked, less for what only names the act.
        rarity: Inverse document frequency of its commonest sense, above 0.
        known: Whether a provision holds it in any sense.
        folded: The question's own words, folded, for unknown words.
    """

    concept: Concept
    importance: float
    rarity: float
    known: bool
    folded: tuple[str, ...]

    @property
    def weight(self) -> float:
        """How much it counts in coverage, above 0."""
        return self.importance * self.rarity * (1.0 if self.known else UNKNOWN_WEIGHT)


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
    for concept in lexicon.expand(words, query.language):
        found = max(_frequencies(concept, frequencies), default=0)
        rarity = math.log1p(max(1, len(frequencies)) / (1 + found))
        folded = tuple(t.folded for t in words[concept.start : concept.end])
        yield Weighted(concept, importance, rarity, bool(found), folded)


def _frequencies(concept: Concept, frequencies: Frequencies) -> Iterable[int]:
    for sense in concept.senses:
        counts = (frequencies.document_frequency(_STEMS, x) for x in sense.lemmas)
        yield min(counts, default=0)
