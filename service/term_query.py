"""Concepts as the lexical index takes them: the best sense of each counts."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from typing import Final

from corpus.lexicon import Sense
from indexer.analyze import grams
from indexer.terms import Alternative, Group, TermQuery, field
from service.concepts import Weighted

#: Where a sense is looked for, and what a find there is worth: the provision's own
#: words first, its title most, the headings above it half, its act's title little.
FIELD_BOOSTS: Final = (
    (field("all", "stems"), 1.0),
    (field("title", "stems"), 1.25),
    (field("heading", "stems"), 1.1),
    (field("rendering", "stems"), 1.0),
    (field("section", "stems"), 0.45),
    (field("act", "stems"), 0.15),
)
_FIELDS: Final = frozenset(name for name, _ in FIELD_BOOSTS)
#: Worth of a find by folded letters (Kazakh typed on a Russian keyboard).
FOLDED_BOOST: Final = 0.7
#: Worth of a find by 4-grams alone (a typing error, an unknown ending).
GRAMS_BOOST: Final = 0.25
#: Worth of a quoted phrase, in the provision's own words and in a rendering.
EXACT_BOOST: Final = 2.0
RENDERED_BOOST: Final = 1.0
#: Worth of the words of a phrase found apart from each other, and where they may be.
APART_BOOST: Final = 0.6
_ANYWHERE: Final = (field("all", "stems"), field("rendering", "stems"))
#: Worth of each word of a phrase, looked for by itself beside the phrase.
PARTS_BOOST: Final = 0.25
#: How far the words of one sense may be apart.
SLOP: Final = 3
#: Shortest folded word that 4-grams are made of.
_LEAST_GRAMMED: Final = 6
#: The ways to look for a sense.
Places = Callable[[Sense], tuple[Alternative, ...]]


def places_of(
    sense: Sense, fields: Container[str] = _FIELDS
) -> tuple[Alternative, ...]:
    """The ways to look for a sense: in each field at its worth.

    Args:
        sense: What is looked for.
        fields: Those that it is looked for in; by default all.
    """
    return tuple(_places(sense, fields))


def term_query(
    concepts: Sequence[Weighted],
    *,
    phrases: Sequence[tuple[str, ...]] = (),
    excluded: Sequence[tuple[str, ...]] = (),
    filters: Sequence[tuple[str, ...]] = (),
    places: Places = places_of,
) -> TermQuery:
    """A query for the lexical index.

    Args:
        concepts: What should be found.
        phrases: Words, lower case, that must stand as they are.
        excluded: Lemmas that must not stand.
        filters: Choices of tags, one of each must be carried.
        places: The ways to look for a sense; may leave out those that find nothing.
    """
    groups = [_group(c, places) for c in concepts]
    groups += [_group(p, places, PARTS_BOOST) for c in concepts for p in c.parts]
    groups += [_exact(words) for words in phrases]
    groups += [_without(lemmas) for lemmas in excluded]
    return TermQuery(tuple(groups), tuple(filters))


def _group(weighted: Weighted, places: Places, worth: float = 1.0) -> Group:
    weight = worth * weighted.importance
    return Group(tuple(_alternatives(weighted, places)), weight=weight)


def _alternatives(weighted: Weighted, places: Places) -> Iterator[Alternative]:
    for sense in weighted.concept.senses:
        yield from places(sense)
    if len(weighted.folded) == 1:
        word = weighted.folded[0]
        yield Alternative(field("all", "folded"), (word,), FOLDED_BOOST)
        unread = weighted.typed or ("" if weighted.known else word)
        if len(unread) >= _LEAST_GRAMMED:
            yield Alternative(
                field("all", "grams"), grams(unread)[:-2], GRAMS_BOOST, slop=None
            )


def _places(sense: Sense, fields: Container[str]) -> Iterator[Alternative]:
    _, lemmas, weight = sense
    slop = SLOP if len(lemmas) > 1 else 0
    for name, boost in FIELD_BOOSTS:
        if name in fields:
            yield Alternative(name, lemmas, boost * weight, slop)
    if slop:
        for name in _ANYWHERE:
            if name in fields:
                yield Alternative(name, lemmas, APART_BOOST * weight, slop=None)


def _exact(words: tuple[str, ...]) -> Group:
    places = (field("all", "words"), field("heading", "words"))
    own = (Alternative(place, words, EXACT_BOOST) for place in places)
    rendered = Alternative(field("rendering", "words"), words, RENDERED_BOOST)
    return Group((*own, rendered), occurs="must")


def _without(lemmas: tuple[str, ...]) -> Group:
    """None of the words, in the provision's language or in another."""
    places = (field("all", "stems"), field("heading", "stems"))
    fields = (*places, field("rendering", "stems"))
    return Group(
        tuple(Alternative(place, lemmas, slop=None) for place in fields),
        occurs="must_not",
    )
