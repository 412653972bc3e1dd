"""Kazakh stems: endings taken off from the right by a grammar of slots.

A noun is stem + plural + possessive + case; a verb form is root + voice +
negation + (verbal noun, participle, tense or converb), and a verbal noun or a
participle takes the endings of a noun again. Each ending fits only after some
letters (assimilation) and some vowels (harmony); :mod:`corpus.suffixes_kk` has
them. All readings of a form are listed; a known root decides between them, and
for unknown words the cautious rules do.

Kept, as derivation: -лық, -лы, -шы, -сыз, -ма, -ла, -дыр, -ыс.
Taken off: inflection, -дағы, verbal nouns, participles, -ушы, passives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from corpus.exceptions import KAZAKH_FILE, load_exceptions
from corpus.letters import fold
from corpus.suffixes_kk import (
    BACK,
    FRONT,
    RULES,
    UNHARMONIC,
    VOICED,
    VOWELS,
    Rule,
    Slot,
)

#: Shortest stem that an unknown word is cut down to, in letters.
_SHORTEST: Final = 3
#: Endings taken off a word of this length or less would eat the word.
_TOO_SHORT: Final = 2
#: Endings that swallow the last ы or і of a root: оқы + у = «оқу».
_VERBAL_NOUN: Final = frozenset({"у", "ушы", "уші"})
#: Slots whose rest is no stem yet.
_UNFINISHED: Final = frozenset({"poss3"})


class Reading(NamedTuple):
    """A way to take a form apart: its stem, and whether only sure rules did it."""

    stem: str
    slot: Slot
    sure: bool


class StemAccuracy(NamedTuple):
    """Forms judged, forms right, and what went wrong as (form, wanted, got)."""

    total: int
    right: int
    misses: tuple[tuple[str, str, str], ...]

    @property
    def share(self) -> float:
        """Right forms among all, 0..1; 1 where there is none."""
        return self.right / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class _Grammar:
    """Roots and rules in one spelling: with the Kazakh letters or folded.

    Attributes:
        known: Form → stem.
        rules: By slot and the form's last letter.
        harmony: Vowels tell; folded ones do not (ә and а are one).
    """

    known: Mapping[str, str]
    rules: Mapping[tuple[Slot, str], tuple[Rule, ...]]
    harmony: bool


def _by_last_letter(
    rules: Mapping[Slot, Iterable[Rule]],
) -> dict[tuple[Slot, str], tuple[Rule, ...]]:
    table: dict[tuple[Slot, str], list[Rule]] = {}
    for slot, rows in rules.items():
        for rule in rows:
            table.setdefault((slot, rule.suffix[-1]), []).append(rule)
    return {key: tuple(rows) for key, rows in table.items()}


@lru_cache(maxsize=1)
def _lettered() -> _Grammar:
    return _Grammar(load_exceptions(KAZAKH_FILE), _by_last_letter(RULES), harmony=True)


def _folded_rule(rule: Rule) -> Rule:
    after = frozenset(fold(char) for char in rule.after)
    return rule._replace(suffix=fold(rule.suffix), after=after, put=fold(rule.put))


@lru_cache(maxsize=1)
def _folded() -> _Grammar:
    known: dict[str, str] = {}
    for form, stem in load_exceptions(KAZAKH_FILE).items():
        known.setdefault(fold(form), fold(stem))
    rules = {
        slot: tuple(dict.fromkeys(_folded_rule(rule) for rule in rows))
        for slot, rows in RULES.items()
    }
    return _Grammar(known, _by_last_letter(rules), harmony=False)


def _harmonious(rest: str, suffix: str) -> bool:
    """Whether the suffix has the vowels that the last vowel of the rest asks for."""
    if suffix in UNHARMONIC:
        return True
    wanted = next((c for c in suffix if c in BACK or c in FRONT), "")
    for char in reversed(rest):
        if char in VOWELS:
            return not wanted or char in "иую" or (char in BACK) == (wanted in BACK)
    return False


def _fits(rest: str, suffix: str, grammar: _Grammar) -> bool:
    """Whether an unknown rest may be a word: its vowels, and no қ after a consonant."""
    if rest[-1] == "қ" and rest[-2] not in VOWELS:
        return False
    return not grammar.harmony or _harmonious(rest, suffix)


def _rests(rest: str, rule: Rule, grammar: _Grammar) -> Iterator[str]:
    """The rest of a form as it may be spelled without the ending."""
    rest += rule.put
    if rule.opens and rest[-1] in VOICED:
        voiceless = VOICED[rest[-1]]
        yield rest[:-1] + (voiceless if grammar.harmony else fold(voiceless))
    yield rest
    if rule.suffix in _VERBAL_NOUN and rest[-1] not in VOWELS:
        front = "і" if grammar.harmony else "и"
        yield rest + ("ы" if _harmonious(rest, "ы") else front)


def _readings(
    form: str, slot: Slot, grammar: _Grammar, *, sure: bool
) -> Iterator[Reading]:
    """All ways to take a form apart, the least taken off first."""
    if slot not in _UNFINISHED:
        yield Reading(form, slot, sure)
    for rule in grammar.rules.get((slot, form[-1]), ()):
        cut = len(form) - len(rule.suffix)
        if cut < _TOO_SHORT or not form.endswith(rule.suffix):
            continue
        if form[cut - 1] not in rule.after:
            continue
        for i, rest in enumerate(_rests(form[:cut], rule, grammar)):
            fits = i == 0 and _fits(rest, rule.suffix, grammar)
            if fits or rest in grammar.known:
                yield from _readings(rest, rule.slot, grammar, sure=sure and rule.sure)


def readings(form: str) -> tuple[Reading, ...]:
    """All ways to take a lower-case form apart, the form itself first."""
    return tuple(_readings(form, "word", _lettered(), sure=True)) if form else ()


def _plain(found: list[Reading]) -> str:
    """The stem of an unknown word: most taken off by sure rules alone."""
    fit = [r.stem for r in found if r.sure and len(r.stem) >= _SHORTEST]
    return min(fit, key=len, default=found[0].stem)


def _word_stem(form: str, grammar: _Grammar) -> str:
    known = grammar.known
    if form in known or len(form) <= _TOO_SHORT:
        return known.get(form, form)
    found = list(_readings(form, "word", grammar, sure=True))
    best = max((r.stem for r in found if r.stem in known), key=len, default="")
    return known[best] if best else _plain(found)


def _stem(word: str, grammar: _Grammar) -> str:
    if word in grammar.known:
        return grammar.known[word]
    head, hyphen, tail = word.rpartition("-")
    return head + hyphen + _word_stem(tail, grammar)


def is_kazakh_form(word: str) -> bool:
    """Whether a lower-case word is a known root, or one with known endings."""
    known = _lettered().known
    return word in known or any(reading.stem in known for reading in readings(word))


@lru_cache(maxsize=1 << 17)
def stem_kk(word: str) -> str:
    """The stem of a Kazakh word in lower case; of a compound, of its last part.

    A word without a known ending is its own stem. Nothing is raised.
    """
    return _stem(word, _lettered())


@lru_cache(maxsize=1 << 17)
def stem_kk_folded(word: str) -> str:
    """The same for a word folded by :func:`corpus.letters.fold`.

    «кауипсиздиги» and «қауіпсіздігі», folded, come to the same stem.
    """
    return _stem(word, _folded())


def stem_accuracy(pairs: Iterable[tuple[str, str]]) -> StemAccuracy:
    """How many forms get the stem they should, for ``(form, stem)`` pairs."""
    judged = [(form, wanted, stem_kk(form)) for form, wanted in pairs]
    misses = tuple(row for row in judged if row[1] != row[2])
    return StemAccuracy(len(judged), len(judged) - len(misses), misses)
