"""Words of a question that fit the titles of acts, and what they are worth."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, Self

from corpus.letters import fold
from corpus.lexicon import Concept
from corpus.model import Language
from corpus.nlp import Token
from service.act_kinds import naming_kind
from service.address_words import is_measure
from service.knowledge import ActCard, Knowledge, document_of
from service.periods import Point, points_in

#: What the term in the title adds, and the year of the act.
_YEARS_WORTH: Final = 2.5
_YEAR_WORTH: Final = 1.0
#: Words of the calendar and of approval name no act, though titles hold them.
_CALENDAR: Final = frozenset({"жыл", "год", "year"})
_APPROVAL: Final = ("бекит", "утвержд", "утверд", "approv")
#: Words before the kind of an act that ask for it: «қай қаулы», "which decree".
_ASKING: Final = ("какой", "каки", "каком", "кай", "кандай", "which", "what")
#: Least weight of a sense that may name an act.
_SURE_SENSE: Final = 0.6
#: Share of the words of a long term that a title must hold.
_MOST_OF: Final = 0.6
#: What the name of the act that is the only one of its kind is worth.
_ALONE: Final = 1.0


class Clue(NamedTuple):
    """A stretch of words (places ``first`` to ``last``) that fits titles.

    Attributes:
        worth: What it adds for each act, in the order of the acts; 0 if it does
            not fit.
        document: The noun of a document that it holds ("plan"), None without any.
        kind: The kind of act that it is ("law"), None if it is none.
        term: Whether it is the term of a title, such as «2018 – 2022».
        telling: Whether it says which act: more than the noun of a document.
    """

    first: int
    last: int
    worth: tuple[float, ...]
    document: str | None
    term: bool
    telling: bool
    kind: str | None = None

    @property
    def naming(self) -> bool:
        """Whether it shows that an act is named at all."""
        return self.term or (self.document or self.kind) is not None


class _Sure(NamedTuple):
    """The senses of a concept that may name an act: words, and rows of words."""

    words: frozenset[str]
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, concept: Concept) -> Self:
        """Of all senses of some weight."""
        sure = [s.lemmas for s in concept.senses if s.weight >= _SURE_SENSE]
        words = frozenset(lemmas[0] for lemmas in sure if len(lemmas) == 1)
        return cls(words, tuple(lemmas for lemmas in sure if len(lemmas) > 1))

    def stand_in(self, title: frozenset[str]) -> bool:
        """Whether a title holds a sense, or most words of one of several words."""
        return not self.words.isdisjoint(title) or any(
            _most_held(lemmas, title) for lemmas in self.rows
        )


def _most_held(lemmas: Sequence[str], title: frozenset[str]) -> bool:
    held = len([lemma for lemma in lemmas if lemma in title])
    return held == len(lemmas) or (held > 1 and held >= _MOST_OF * len(lemmas))


def _rarity(fitting: Sequence[bool]) -> float:
    """Weight of a word by how few titles hold it."""
    held = sum(fitting)
    return math.log1p(len(fitting) / held) - math.log(2) if held else 0.0


#: The act whose kind is its name: there is but one.
_ONE_OF_ITS_KIND: Final = "constitution"


def kind_clues(words: Sequence[Token], knowledge: Knowledge) -> Iterator[Clue]:
    """Nouns of kinds of acts, where such acts are held."""
    folded = [fold(word.text) for word in words]
    for i, word in enumerate(folded):
        behind = folded[i + 1] if i + 1 < len(folded) else ""
        kind = naming_kind(word, behind)
        fitting = [kind is not None and kind in card.kind for card in knowledge.acts]
        asked = i > 0 and folded[i - 1].startswith(_ASKING)
        if kind is None or asked or not any(fitting):
            continue
        telling = kind == _ONE_OF_ITS_KIND
        weight = _ALONE if telling else (_rarity(fitting) + 0.1) * 0.5
        worth = tuple(weight * fits for fits in fitting)
        yield Clue(i, i, worth, None, term=False, telling=telling, kind=kind)


def _says_nothing(word: Token) -> bool:
    """Whether a word stands in titles of all sorts: "year", "approved"."""
    return word.lemma in _CALENDAR or fold(word.text).startswith(_APPROVAL)


def _is_common(word: Token) -> bool:
    """Whether a word says what sort of act is named, not which: "action plan".

    Titles of all plans hold them, however few of these a corpus has.
    """
    folded = fold(word.text)
    return document_of(folded) is not None or is_measure(folded)


def concept_clues(
    words: Sequence[Token], language: Language, knowledge: Knowledge
) -> Iterator[Clue]:
    """Words, and rows of words with an entry of their own, that titles hold."""
    for concept in knowledge.lexicon.expand(words, language):
        sure = _Sure.of(concept)
        fitting = [sure.stand_in(card.lemmas) for card in knowledge.acts]
        inside = [w for w in words[concept.start : concept.end] if w.is_word]
        nouns = (document_of(fold(w.text)) for w in inside)
        document = next((noun for noun in nouns if noun), None)
        own = [document in card.documents for card in knowledge.acts]
        if document and len(inside) == 1 and any(own):
            fitting = own
        elif len(inside) == 1 and not any(own):
            document = None
        calendar = any(_says_nothing(w) for w in inside)
        if not any(fitting) or calendar or (all(fitting) and not document):
            continue
        telling = not all(map(_is_common, inside))
        weight = (_rarity(fitting) + 0.1) * (1.0 if telling else 0.5)
        worth = tuple(weight * fits for fits in fitting)
        last = concept.end - 1
        yield Clue(concept.start, last, worth, document, term=False, telling=telling)


def year_clues(
    text: str, words: Sequence[Token], knowledge: Knowledge
) -> Iterator[Clue]:
    """Years and terms that are those of acts."""
    for found in points_in(text):
        point = found.part
        if not isinstance(point, Point) or not point.year or point.iso:
            continue
        places = [
            i
            for i, w in enumerate(words)
            if w.start < found.end and found.start < w.end
        ]
        worth = tuple(_year_worth(point, card) for card in knowledge.acts)
        if places and any(worth):
            term = bool(point.year_end)
            yield Clue(places[0], places[-1], worth, None, term, telling=term)


def _year_worth(point: Point, card: ActCard) -> float:
    """What a year or a term adds for an act: its own term, or the year it began."""
    if point.year_end:
        return _YEARS_WORTH if card.years == (point.year, point.year_end) else 0.0
    first = card.years[0] if card.years else None
    return _YEAR_WORTH if point.year in {int(card.date[:4]), first} else 0.0
