"""Rows of words that say what is asked, read from ``words/intents.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

from corpus.letters import fold
from service.model import Intent
from service.words_of import LEAST_FUZZY

CUES_FILE: Final = Path(__file__).parent / "words" / "intents.toml"

#: How many words the marks for any words may stand for.
_SKIPS: Final = {"...": 3, "....": 8}

#: The mark for any one word.
_ANY: Final = "_"


class Part(NamedTuple):
    """A word of a pattern: its forms, each with whether it is only a beginning.

    Attributes:
        forms: Any of these fits.
        skip: Any words fit, so many at most.
        end: No word may follow.
        long: Of the forms, those that also fit with a slip in them.
        whole: Of the forms, those that are whole words.
        beginnings: Of the forms, those that are beginnings.
        anything: Any one word fits.
    """

    forms: tuple[tuple[str, bool], ...]
    skip: int = 0
    end: bool = False
    long: tuple[tuple[str, bool], ...] = ()
    whole: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    anything: bool = False


class Cue(NamedTuple):
    """A row of words that says an intent (see ``words/intents.toml``)."""

    intent: Intent
    slot: str
    weight: int
    keep: bool
    head: bool
    parts: tuple[Part, ...]


def _part(word: str) -> Part:
    if word in _SKIPS:
        return Part((), skip=_SKIPS[word])
    if word == "$":
        return Part((), end=True)
    read = (form for form in fold(word).split("|") if form)
    forms = tuple((f.rstrip("*"), f.endswith("*")) for f in read)
    return Part(
        forms,
        long=tuple(f for f in forms if len(f[0]) >= LEAST_FUZZY),
        whole=frozenset(form for form, open_end in forms if not open_end),
        beginnings=tuple(form for form, open_end in forms if open_end),
        anything=_ANY in dict(forms),
    )


def _row(pattern: str) -> tuple[Part, ...]:
    return tuple(_part(word) for word in pattern.split())


class CueFile(NamedTuple):
    """The file as read: groups of cues, and words with a part of their own."""

    groups: list[dict[str, Any]]
    matter: Part
    joining: Part
    asking: Part
    neutral: tuple[tuple[Part, ...], ...]


@cache
def cue_file(path: Path = CUES_FILE) -> CueFile:
    """The file as it lies on disk, read once.

    Raises:
        OSError: It cannot be read.
        tomllib.TOMLDecodeError: It is no TOML.
    """
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    return CueFile(
        read["cue"],
        _part("|".join(read["matter"])),
        _part("|".join(read["joining"])),
        _part("|".join(read["asking"])),
        tuple(_row(pattern) for pattern in read["neutral"]),
    )


@cache
def cues(path: Path = CUES_FILE) -> tuple[Cue, ...]:
    """The rows of words, read once.

    Raises:
        OSError: The file cannot be read.
        tomllib.TOMLDecodeError: It is no TOML.
    """
    return tuple(
        Cue(
            cast("Intent", group["intent"]),
            group["slot"],
            group["weight"],
            group.get("keep", False),
            group.get("head", False),
            _row(pattern),
        )
        for group in cue_file(path).groups
        for pattern in group["patterns"]
    )
