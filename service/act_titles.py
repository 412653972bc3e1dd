"""Acts named loosely: the words of a question compared with the titles of acts.

«дін жоспары», "counter-terrorism programme 2018-2022": the words are looked up in
the lexicon, and those that few titles hold count most. A question names an act only
if it has the noun of a document, the kind of the act ("law", «указ») or the term of a
title beside them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpus.letters import fold
from corpus.lexicon import Concept
from corpus.model import Language, Span
from corpus.nlp import Token, tokens
from service.act_kinds import naming_kind
from service.knowledge import ActCard, Knowledge, document_of
from service.periods import Point, points_in
from service.words_of import words_of

#: Share of the best score from which a second act fits the words as well.
_AS_GOOD: Final = 0.8
#: What the term in the title adds, and the year of the act.
_YEARS_WORTH: Final = 2.5
_YEAR_WORTH: Final = 1.0
#: Least score that names an act: one word that no other title holds, or the years.
_LEAST: Final = 1.0
#: The same where only a word inside the title is used («стратегия …» for the method
#: of that strategy): the act is meant, but the words stay what is asked about.
_LEAST_SOFT: Final = 1.5
#: Words of the calendar and of approval name no act, though titles hold them.
_CALENDAR: Final = frozenset({"жыл", "год", "year"})
_APPROVAL: Final = ("бекит", "утвержд", "утверд", "approv")
#: Words before the kind of an act that ask for it: «қай қаулы», "which decree".
_ASKING: Final = ("какой", "каки", "каком", "кай", "кандай", "which", "what")
#: Least weight of a sense that may name an act.
_SURE_SENSE: Final = 0.6
#: Share of the words of a long term that a title must hold.
_MOST_OF: Final = 0.6
#: How many words may stand between a document's noun and its term.
_NEAR: Final = 4
#: How many words that are not in the title may stand inside its name.
_FOREIGN: Final = 1


class ByTitle(NamedTuple):
    """Acts that the words of a question fit, and the words that name them.

    Attributes:
        unknown: The words of a document with a term that no act has.
        titles: Of the words that name them, those that stand in the titles.
    """

    act_ids: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    unknown: str | None = None
    titles: tuple[Span, ...] = ()


class _Clue(NamedTuple):
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


def _fits_title(concept: Concept, card: ActCard) -> bool:
    """Whether a title holds a sense, or most words of one of several words."""
    sure = (s for s in concept.senses if s.weight >= _SURE_SENSE)
    return any(_held(sense.lemmas, card.lemmas) for sense in sure)


def _held(lemmas: Sequence[str], title: frozenset[str]) -> bool:
    held = sum(lemma in title for lemma in lemmas)
    return held == len(lemmas) or (held > 1 and held >= _MOST_OF * len(lemmas))


def _rarity(fitting: Sequence[bool]) -> float:
    """Weight of a word by how few titles hold it."""
    held = sum(fitting)
    return math.log1p(len(fitting) / held) - math.log(2) if held else 0.0


#: The act whose kind is its name: there is but one.
_ONE_OF_ITS_KIND: Final = "constitution"


def _kind_clues(words: Sequence[Token], knowledge: Knowledge) -> Iterator[_Clue]:
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
        weight = _LEAST if telling else (_rarity(fitting) + 0.1) * 0.5
        worth = tuple(weight * fits for fits in fitting)
        yield _Clue(i, i, worth, None, term=False, telling=telling, kind=kind)


def _says_nothing(word: Token) -> bool:
    """Whether a word stands in titles of all sorts: "year", "approved"."""
    return word.lemma in _CALENDAR or fold(word.text).startswith(_APPROVAL)


def _concept_clues(
    words: Sequence[Token], language: Language, knowledge: Knowledge
) -> Iterator[_Clue]:
    for concept in knowledge.lexicon.expand(words, language):
        fitting = [_fits_title(concept, card) for card in knowledge.acts]
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
        telling = not document or len(inside) > 1
        weight = (_rarity(fitting) + 0.1) * (1.0 if telling else 0.5)
        worth = tuple(weight * fits for fits in fitting)
        last = concept.end - 1
        yield _Clue(concept.start, last, worth, document, term=False, telling=telling)


def _year_clues(
    text: str, words: Sequence[Token], knowledge: Knowledge
) -> Iterator[_Clue]:
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
            yield _Clue(places[0], places[-1], worth, None, term, telling=term)


def _year_worth(point: Point, card: ActCard) -> float:
    """What a year or a term adds for an act: its own term, or the year it began."""
    if point.year_end:
        return _YEARS_WORTH if card.years == (point.year, point.year_end) else 0.0
    first = card.years[0] if card.years else None
    return _YEAR_WORTH if point.year in {int(card.date[:4]), first} else 0.0


def _blocks(
    clues: Sequence[_Clue], words: Sequence[Token]
) -> Iterator[tuple[_Clue, ...]]:
    """Clues that stand together: between them only words that say nothing."""
    block: list[_Clue] = []
    for clue in sorted(clues, key=lambda c: (c.first, c.last)):
        if block and not _together(block[-1], clue, words):
            yield tuple(block)
            block = []
        block.append(clue)
    if block:
        yield tuple(block)


def _together(one: _Clue, other: _Clue, words: Sequence[Token]) -> bool:
    between = words[one.last + 1 : other.first]
    return (
        sum((t.is_word or t.is_number) and not t.is_stop for t in between) <= _FOREIGN
    )


def _scores(block: Sequence[_Clue], knowledge: Knowledge) -> list[float]:
    """What a block adds up to for each act; 0 where nothing in it names the act."""
    return [
        sum(clue.worth[k] for clue in block)
        if any(clue.naming and clue.worth[k] for clue in block)
        else 0.0
        for k in range(len(knowledge.acts))
    ]


def acts_by_title(text: str, language: Language, knowledge: Knowledge) -> ByTitle:
    """Acts that the words of a question fit by title and term."""
    words = tokens(text, language)
    clues = [
        *_concept_clues(words, language, knowledge),
        *_kind_clues(words, knowledge),
        *_year_clues(text, words, knowledge),
    ]
    blocks = [b for b in _blocks(clues, words) if any(c.naming for c in b)]
    best = max(blocks, key=lambda b: max(_scores(b, knowledge)), default=())
    scores = _scores(best, knowledge) if best else []
    top = max(scores, default=0.0)
    cards = [
        card
        for card, score in zip(knowledge.acts, scores, strict=False)
        if score >= _AS_GOOD * top
    ]
    named = any(_names(best, card) for card in cards)
    if top < (_LEAST if named else _LEAST_SOFT) or not any(c.telling for c in best):
        return ByTitle(unknown=_unknown(text, knowledge))
    fitting = [c for c in best if any(_fits_card(c, card, knowledge) for card in cards)]
    span = Span(
        words[min(c.first for c in fitting)].start,
        words[max(c.last for c in fitting)].end,
    )
    titles = tuple(Span(words[c.first].start, words[c.last].end) for c in fitting)
    ids = tuple(c.id for c in cards)
    return ByTitle(ids, (span,), titles=titles) if named else ByTitle(ids)


def _unknown(text: str, knowledge: Knowledge) -> str | None:
    """A document with a term that no act has ("tourism programme 2019-2025")."""
    terms = {card.years for card in knowledge.acts}
    for found in points_in(text):
        point = found.part
        if not isinstance(point, Point) or not point.year_end or point.iso:
            continue
        near = [
            word
            for word in words_of(text)
            if document_of(word.folded)
            and len(text[word.end : found.start].split()) <= _NEAR
            and len(text[found.end : word.start].split()) <= _NEAR
        ]
        if near and (point.year, point.year_end) not in terms:
            start, end = min(near[0].start, found.start), max(near[-1].end, found.end)
            return text[start:end]
    return None


def _fits_card(clue: _Clue, card: ActCard, knowledge: Knowledge) -> bool:
    return clue.worth[knowledge.acts.index(card)] > 0


def _names(block: Sequence[_Clue], card: ActCard) -> bool:
    """Whether words name the act itself, not only something in its title."""
    return any(
        c.term
        or (c.document and c.document in card.documents)
        or (c.kind and c.kind in card.kind)
        for c in block
    )
