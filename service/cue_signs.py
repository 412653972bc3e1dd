"""Rows of words found in a question: which cues are in it, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from service.cues import Cue, Part, cue_file, cues
from service.words_of import Word, begins_like, is_slip_of

#: Cues are filed under so many letters.
_FILED: Final = 2
#: Words whose cues are kept: questions begin with the same ones.
_WORDS: Final = 1 << 12


class Sign(NamedTuple):
    """A cue found in a question.

    Attributes:
        cue: What it says.
        words: Places of the matched words among the words of the question.
        exact: Whether every word was spelled as written in the pattern.
    """

    cue: Cue
    words: tuple[int, ...]
    exact: bool


def fits(word: str, part: Part) -> bool | None:
    """True if a word fits, False if it fits but for a slip, None if it does not."""
    if fits_exactly(word, part):
        return True
    for form, open_end in part.long:
        if begins_like(word, form) if open_end else is_slip_of(word, form):
            return False
    return None


def fits_exactly(word: str, part: Part) -> bool:
    """Whether a word fits as it is spelled."""
    return part.anything or word in part.whole or word.startswith(part.beginnings)


def match(
    words: Sequence[str], at: int, parts: Sequence[Part]
) -> tuple[tuple[int, ...], bool] | None:
    """The places of the words that fit the parts from ``at`` on."""
    if not parts:
        return (), True
    if parts[0].end:
        return ((), True) if at == len(words) else None
    if parts[0].skip:
        ends = range(at, min(at + parts[0].skip, len(words)) + 1)
        rests = (match(words, end, parts[1:]) for end in ends)
        return next((rest for rest in rests if rest), None)
    found = fits(words[at], parts[0]) if at < len(words) else None
    rest = None if found is None else match(words, at + 1, parts[1:])
    return None if rest is None else ((at, *rest[0]), bool(found) and rest[1])


@cache
def _drawers() -> Mapping[str, tuple[Cue, ...]]:
    """Cues by the first letters of their first word."""
    drawers: dict[str, list[Cue]] = {}
    for cue in cues():
        for beginning in {form[:_FILED] for form, _ in cue.parts[0].forms}:
            drawers.setdefault(beginning, []).append(cue)
    return {key: tuple(drawer) for key, drawer in drawers.items()}


@lru_cache(maxsize=_WORDS)
def _beginning(word: str) -> tuple[tuple[Cue, bool], ...]:
    """Cues that a word may begin, each with whether it is spelled as written."""
    drawers = (_drawers().get(word[:size], ()) for size in range(1, _FILED + 1))
    filed = {id(cue): cue for drawer in drawers for cue in drawer}.values()
    found = ((cue, fits(word, cue.parts[0])) for cue in filed)
    return tuple((cue, exact) for cue, exact in found if exact is not None)


@cache
def _neutral_rows() -> Mapping[str, tuple[tuple[Part, ...], ...]]:
    """Neutral rows by the first letter of their first word, which is never a slip."""
    rows: dict[str, list[tuple[Part, ...]]] = {}
    for parts in cue_file().neutral:
        for letter in dict.fromkeys(form[:1] for form, _ in parts[0].forms):
            rows.setdefault(letter, []).append(parts)
    return {letter: tuple(drawer) for letter, drawer in rows.items()}


def neutral_words(words: Sequence[Word]) -> frozenset[int]:
    """Places of words that name a matter of law, though they look like asking."""
    folded = [word.folded for word in words]
    rows = (
        match(folded, at, parts)
        for at, word in enumerate(folded)
        for parts in _neutral_rows().get(word[:1], ())
    )
    return frozenset(i for row in rows if row for i in row[0])


def signs(words: Sequence[Word]) -> Iterator[Sign]:
    """All cues in a question, at every place."""
    folded = [word.folded for word in words]
    for at, word in enumerate(folded):
        for cue, exact in _beginning(word):
            if rest := match(folded, at + 1, cue.parts[1:]):
                yield Sign(cue, (at, *rest[0]), exact and rest[1])
