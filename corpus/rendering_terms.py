"""Whether renderings call things by the names of the termbase."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from corpus.lexicon import Concept, Lexicon
from corpus.model import Act, Language
from corpus.nlp import tokens
from corpus.renderings import (
    RenderedCell,
    SourceCell,
    cells_of,
    languages_wanted,
    place_of,
)

#: Words that a term needs to count as a phrase whose rendering is looked at.
_PHRASE: Final = 2


class Departure(NamedTuple):
    """A phrase of the termbase that a rendering calls by none of its names."""

    act_id: str
    language: Language
    phrase: str


def lemmas_of(text: str, language: Language) -> frozenset[str]:
    """Lemmas of the words of a text that say something; figures too."""
    return frozenset(
        token.lemma
        for token in tokens(text, language)
        if (token.is_word or token.is_number) and not token.is_stop
    )


def departures(
    acts: Iterable[Act], rows: Iterable[RenderedCell], lexicon: Lexicon
) -> Iterator[Departure]:
    """Phrases of the termbase whose rendering has none of the termbase's names.

    Not every departure is a fault: a phrase may be turned into a clause, or said
    once for twice.
    """
    held = {place_of(row): row.text for row in rows}
    for act in acts:
        for cell in cells_of(act):
            phrases = _phrases(cell, act.language, lexicon)
            for language in languages_wanted(act):
                text = held.get((cell.provision_id, cell.field, language), "")
                lemmas = lemmas_of(text, language)
                for phrase in phrases:
                    if not _said(phrase, language, lemmas):
                        yield Departure(act.id, language, phrase.surface.lower())


def _phrases(
    cell: SourceCell, language: Language, lexicon: Lexicon
) -> tuple[Concept, ...]:
    concepts = lexicon.expand(tokens(cell.text, language), language)
    return tuple(c for c in concepts if c.known and c.end - c.start >= _PHRASE)


def _said(phrase: Concept, language: Language, lemmas: frozenset[str]) -> bool:
    """Whether one of a phrase's names is there; a phrase without one in it counts."""
    names = [sense.lemmas for sense in phrase.senses if sense.language == language]
    return not names or any(lemmas.issuperset(name) for name in names)


def commonest(found: Iterable[Departure], most: int) -> Iterator[str]:
    """The commonest departures, a line each, most frequent first."""
    counts = Counter((one.language, one.phrase) for one in found)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    for (language, phrase), count in ranked[:most]:
        yield f"  {count:4d}  {language}: {phrase}"
