"""Acts named loosely: the words of a question compared with the titles of acts.

«дін жоспары», "counter-terrorism programme 2018-2022": the words are looked up in
the lexicon, and those that few titles hold count most. A question names an act only
if it has the noun of a document, the kind of the act ("law", «указ») or the term of a
title beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpus.ids import Span
from corpus.model import Language
from corpus.nlp import Token, tokens
from service.knowledge import ActCard, Knowledge, document_of
from service.periods import Point, points_in
from service.title_clues import Clue, concept_clues, kind_clues, year_clues
from service.words_of import words_of

#: Share of the best score from which a second act fits the words as well.
_AS_GOOD: Final = 0.8
#: Least score that names an act: one word that no other title holds, or the years.
_LEAST: Final = 1.0
#: The same where only a word inside the title is used («стратегия …» for the method
#: of that strategy): the act is meant, but the words stay what is asked about.
_LEAST_SOFT: Final = 1.5
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


def _blocks(
    clues: Sequence[Clue], words: Sequence[Token], apart: Sequence[Span]
) -> Iterator[tuple[Clue, ...]]:
    """Clues that stand together: between them only words that say nothing.

    A name ends before an address: "religion plan | measure 31 | deadline".
    """
    block: list[Clue] = []
    for clue in sorted(clues, key=lambda c: (c.first, c.last)):
        if block and not _together(block[-1], clue, words, apart):
            yield tuple(block)
            block = []
        block.append(clue)
    if block:
        yield tuple(block)


def _together(
    one: Clue, other: Clue, words: Sequence[Token], apart: Sequence[Span]
) -> bool:
    end, start = words[one.last].end, words[other.first].start
    if any(end <= span.start < start for span in apart):
        return False
    between = words[one.last + 1 : other.first]
    return (
        sum((t.is_word or t.is_number) and not t.is_stop for t in between) <= _FOREIGN
    )


def _scores(block: Sequence[Clue], knowledge: Knowledge) -> list[float]:
    """What a block adds up to for each act; 0 where nothing in it names the act."""
    return [
        sum(clue.worth[k] for clue in block)
        if any(clue.naming and clue.worth[k] for clue in block)
        else 0.0
        for k in range(len(knowledge.acts))
    ]


def _masked(text: str, apart: Sequence[Span]) -> str:
    """The text with marks in place of some spans, every offset kept."""
    for span in apart:
        text = text[: span.start] + "·" * (span.end - span.start) + text[span.end :]
    return text


def acts_by_title(
    text: str, language: Language, knowledge: Knowledge, apart: Sequence[Span] = ()
) -> ByTitle:
    """Acts that the words of a question fit by title and term.

    Args:
        text: The question.
        language: Of the question.
        knowledge: The acts and the lexicon.
        apart: Spans that are no part of a name: addresses.
    """
    text = _masked(text, apart)
    words = tokens(text, language)
    clues = [
        *concept_clues(words, language, knowledge),
        *kind_clues(words, knowledge),
        *year_clues(text, words, knowledge),
    ]
    blocks = [b for b in _blocks(clues, words, apart) if any(c.naming for c in b)]
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


def _fits_card(clue: Clue, card: ActCard, knowledge: Knowledge) -> bool:
    return clue.worth[knowledge.acts.index(card)] > 0


def _names(block: Sequence[Clue], card: ActCard) -> bool:
    """Whether words name the act itself, not only something in its title."""
    return any(
        c.term
        or (c.document and c.document in card.documents)
        or (c.kind and c.kind in card.kind)
        for c in block
    )
