"""A word or phrase of a text, and the senses that terms of the lexicon give it."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from corpus.lexicon_table import Entry, Sense
from corpus.nlp import Token
from corpus.words import Tongue

#: Left of a weight if another term has the very word and this one only its stem
#: («орындаушы» executor, «орындау» execution).
_STEM_ONLY: Final = 0.6
#: Most senses that a concept keeps, the weightiest.
_MOST: Final = 24
_WEIGHT: Final = attrgetter("weight")


class Concept(NamedTuple):
    """A word or phrase of a text with what it may be called.

    Attributes:
        start: Index of its first token.
        end: Index after its last token.
        surface: As written.
        senses: Weightiest first; the first is the text's own words.
        known: Whether the lexicon has an entry for it.
        pos: Parts of speech of the terms that are most like it, in order, none
            twice ("name", "noun", "verb", …); empty where no term tells.
        parts: Of a phrase its words, each as it would be read alone: a text may
            say the same without saying the phrase.
    """

    start: int
    end: int
    surface: str
    senses: tuple[Sense, ...]
    known: bool = True
    pos: tuple[str, ...] = ()
    parts: tuple[Concept, ...] = ()


def concept_of(
    phrase: tuple[Token, ...],
    start: int,
    end: int,
    tongue: Tongue,
    entries: Sequence[Entry],
) -> Concept:
    """A concept with its senses, weightiest first.

    Senses of entries whose name is less like the words weigh less; the parts of speech
    are those of the entries that are most like them.

    Args:
        phrase: Its tokens.
        start: Index of the first of them.
        end: Index after the last.
        tongue: Of the phrase.
        entries: Terms that it may be; none where the lexicon has no entry for it.
    """
    own = tuple([t.lemma for t in phrase if not t.is_stop]) or (phrase[0].lemma,)
    surface = " ".join([token.text for token in phrase])
    lower = surface.lower()
    likeness = [_likeness(lower, entry.surface) for entry in entries]
    most = max(likeness, default=(0, True))
    best = {(tongue, own): Sense(tongue, own, 1.0)}
    for entry, here in zip(entries, likeness, strict=True):
        for sense in entry.senses:
            told = sense if here == most else _weaker(sense)
            held = best.get(place := (told.language, told.lemmas))
            if held is None or held.weight < told.weight:
                best[place] = told
    senses = sorted(best.values(), key=_WEIGHT, reverse=True)[:_MOST]
    alike = (e.pos for e, n in zip(entries, likeness, strict=True) if n == most)
    parts = tuple(sorted({pos for pos in alike if pos}))
    return Concept(start, end, surface, tuple(senses), bool(entries), parts)


def _weaker(sense: Sense) -> Sense:
    """A sense of a term that the words are less like than another one."""
    return Sense(sense.language, sense.lemmas, round(sense.weight * _STEM_ONLY, 3))


def _likeness(surface: str, name: str) -> tuple[int, bool]:
    """Letters in common from the left; then whether the name does not end in -ушы.

    «орындаудың» is as like «орындаушы» as «орындау»; the agent has to be written.
    """
    shared = min(len(surface), len(name))
    if surface[:shared] != name[:shared]:
        pairs = enumerate(zip(surface, name, strict=False))
        shared = next(i for i, (a, b) in pairs if a != b)
    return shared, shared == len(name) or not name.endswith(("ушы", "уші"))
