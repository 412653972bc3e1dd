"""State bodies: the registry, and which body a printed or typed form means.

The registry is data (``lexicon/bodies.toml``). An abbreviation may belong to
several bodies; an act's own list of abbreviations wins over the registry
(:meth:`Bodies.with_own`), and without one every body that fits is given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, groupby
from pathlib import Path
from typing import Final, NamedTuple, Self

from corpus.body_names import (
    Pattern,
    Way,
    Word,
    end_of_match,
    fits,
    is_noise,
    key_of,
    keys_to_try,
    make_pattern,
    telling_words,
    words_of,
)
from corpus.body_registry import (
    BODIES_FILE,
    BodiesFileError,
    Body,
    load_registry,
)
from corpus.letters import fold

__all__ = ["BODIES_FILE", "Bodies", "BodiesFileError", "Body", "Mention"]

#: Words whose names are kept: a question and a text say the same ones many times.
_WORDS: Final = 1 << 14
#: The surest way to name a body comes first.
_SURENESS: Final[tuple[Way, ...]] = (
    "own",
    "name",
    "abbreviation",
    "alias",
    "head",
    "misprint",
)


class Mention(NamedTuple):
    """A place in a text that names a body; offsets are half-open.

    Bodies that fit the same words equally share ``start`` and ``end``.
    """

    body_id: str
    start: int
    end: int
    reason: str


class _Found(NamedTuple):
    start: int
    end: int
    pattern: Pattern


def _patterns_of(body: Body) -> Iterator[Pattern]:
    ways: tuple[tuple[Way, Iterable[tuple[str, str]]], ...] = (
        ("name", body.names()),
        ("alias", body.aliases.pairs()),
        ("abbreviation", body.abbreviations.pairs()),
        ("head", body.heads.pairs()),
        ("misprint", (("kk", form) for form in body.misprints)),
    )
    for way, forms in ways:
        for language, printed in dict.fromkeys(forms):
            yield make_pattern(body.id, way, language, printed)


def _key(words: Iterable[Word]) -> tuple[str, ...]:
    """Words of a name, small letters; abbreviations as they are."""
    return tuple(w.text if w.text.isupper() else w.folded for w in words)


def _ids_by_key(
    patterns: Iterable[Pattern],
) -> Mapping[tuple[str, ...], tuple[frozenset[str], ...]]:
    """Bodies by the words of their names: one set for each way, surest first."""
    by_key: defaultdict[tuple[str, ...], dict[Way, set[str]]] = defaultdict(dict)
    for pattern in sorted(patterns, key=lambda p: _SURENESS.index(p.way)):
        ways = by_key[_key(pattern.words)]
        ways.setdefault(pattern.way, set()).add(pattern.body_id)
    return {key: tuple(map(frozenset, ways.values())) for key, ways in by_key.items()}


def _filed(patterns: Iterable[Pattern]) -> Mapping[str, tuple[Pattern, ...]]:
    drawers: defaultdict[str, list[Pattern]] = defaultdict(list)
    for pattern in patterns:
        drawers[key_of(pattern.words[0])].append(pattern)
    return {key: tuple(drawer) for key, drawer in drawers.items()}


class Bodies:
    """The registry with its look-ups. Build it with :meth:`load`."""

    def __init__(
        self,
        all_bodies: Iterable[Body],
        patterns: Iterable[Pattern],
        *,
        ordinary: frozenset[str],
    ) -> None:
        self._bodies = {body.id: body for body in all_bodies}
        self._patterns = tuple(patterns)
        self._drawers = _filed(self._patterns)
        self._ids_by_key = _ids_by_key(self._patterns)
        self._ordinary = ordinary
        self._beginning = lru_cache(_WORDS)(self._patterns_from)

    @classmethod
    def load(cls, path: Path = BODIES_FILE) -> Self:
        """Read a registry.

        Raises:
            BodiesFileError: The file is no registry, gives an id twice, relates
                a body to an unknown one, or leaves a name empty.
        """
        bodies, ordinary = load_registry(path)
        patterns = chain.from_iterable(map(_patterns_of, bodies))
        return cls(bodies, patterns, ordinary=frozenset(map(fold, ordinary)))

    def __iter__(self) -> Iterator[Body]:
        """All bodies in the registry's order."""
        return iter(self._bodies.values())

    def __len__(self) -> int:
        """How many bodies there are."""
        return len(self._bodies)

    def get(self, body_id: str) -> Body | None:
        """The body of that id, None if there is none."""
        return self._bodies.get(body_id)

    def by_name(self, name: str) -> Body | None:
        """The one body that a whole name or abbreviation means, else None.

        A form as the registry has it, with or without the country, comes first;
        then any inflected form, if no telling word of the name is left over.
        """
        for ids in self._ids_by_key.get(_key(telling_words(name)), ()):
            return self._bodies[min(ids)] if len(ids) == 1 else None
        words = [word for word in words_of(name) if not is_noise(word.folded)]
        whole = [
            mention.body_id
            for mention in self.find(name, "und")
            if mention.start == words[0].start and mention.end >= words[-1].end
        ]
        return self._bodies[whole[0]] if len(whole) == 1 else None

    def find(self, text: str, language: str) -> tuple[Mention, ...]:
        """Every place of a text that names a body, in order; none overlap.

        The longest name wins. Where several bodies fit the same words, the
        surer way to name one wins, then a name in ``language``; those still
        equal are all given, in order of their ids.

        Args:
            text: Of any length.
            language: Of the text: kk, ru, en; "und" if unknown.
        """
        found = sorted(self._matches(text), key=_longest_first)
        taken: list[_Found] = []
        for _, group in groupby(found, key=lambda one: (one.start, one.end)):
            rivals = list(group)
            if all(_apart(rivals[0], other) for other in taken):
                taken += _surest(rivals, text, language)
        taken.sort(key=lambda one: (one.start, one.pattern.body_id))
        return tuple(map(_mention, taken))

    def _matches(self, text: str) -> Iterator[_Found]:
        words = tuple(word for word in words_of(text) if not is_noise(word.folded))
        for at, word in enumerate(words):
            for pattern in self._beginning(word.text, word.folded):
                end = end_of_match(pattern, text, words, at, self._ordinary)
                if end is not None:
                    yield _Found(word.start, end, pattern)

    def _patterns_from(self, text: str, folded: str) -> tuple[Pattern, ...]:
        """The names whose first word a word may be, as filed; most words are none's."""
        word = Word(text, folded, 0, len(text))
        drawers = (self._drawers.get(key, ()) for key in keys_to_try(word))
        return tuple(
            pattern
            for pattern in chain.from_iterable(drawers)
            if fits(pattern, pattern.words[0], word, self._ordinary)
        )

    def with_own(self, pairs: Iterable[tuple[str, str]]) -> Self:
        """The registry as an act reads it, by its own list of abbreviations.

        A listed abbreviation means the body whose name stands beside it, and no
        other; if the registry does not know that name, it means no body.

        Args:
            pairs: ``(abbreviation, name)`` as the act prints them.
        """
        own = tuple(pairs)
        listed = {_spelled(abbreviation) for abbreviation, _ in own}
        kept = (p for p in self._patterns if _spelled(p.printed) not in listed)
        named = ((short, self.by_name(name)) for short, name in own)
        added = (
            make_pattern(body.id, "own", "kk", short) for short, body in named if body
        )
        return type(self)(self, chain(added, kept), ordinary=self._ordinary)


@lru_cache(maxsize=1 << 14)
def _spelled(abbreviation: str) -> tuple[str, ...]:
    return tuple(sorted(word.text for word in words_of(abbreviation)))


def _longest_first(one: _Found) -> tuple[int, int, int]:
    return (one.start - one.end, one.start, one.end)


def _apart(one: _Found, other: _Found) -> bool:
    return one.end <= other.start or other.end <= one.start


def _surest(rivals: list[_Found], text: str, language: str) -> Iterable[_Found]:
    def rank(one: _Found) -> tuple[int, bool, bool]:
        """How sure a reading is, the surest lowest."""
        printed = text[one.start : one.end].startswith(one.pattern.printed)
        foreign = one.pattern.language != language
        return _SURENESS.index(one.pattern.way), not printed, foreign

    best = min(map(rank, rivals))
    chosen = {one.pattern.body_id: one for one in rivals if rank(one) == best}
    return chosen.values()


def _mention(one: _Found) -> Mention:
    reason = f"{one.pattern.way} «{one.pattern.printed}»"
    return Mention(one.pattern.body_id, one.start, one.end, reason)
