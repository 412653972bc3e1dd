"""Texts read beforehand: their words, sentences and figures, with their places.

Cutting a text takes longer than answering from it. So each text that answers are
made of is read when the index is built; whatever else is asked for is read then.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec

from corpus.entity_patterns import EntityKind
from corpus.ids import Span
from corpus.model import Act, Kind, Language, Provision
from corpus.nlp import entities, sentences, tokens
from corpus.plan_model import Measure
from indexer.renderings import Rendering

_SCHEMA: Final = """
CREATE TABLE readings (key BLOB PRIMARY KEY, packed BLOB) WITHOUT ROWID
"""
#: Query for the stored form of one reading.
SELECT: Final = "SELECT packed FROM readings WHERE key = ?"
#: Readings kept: few, for who asks for one keeps what it needs of it.
_KEPT: Final = 64
#: Bytes of the checksum that stands for a text.
_KEY_SIZE: Final = 16
#: Kinds whose own words open the list of the units below them.
_LISTS: Final[frozenset[Kind]] = frozenset({"point", "subpoint", "para"})


class ReadWord(NamedTuple):
    """A word, figure or mark of a text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        lemma: As :class:`corpus.nlp.Token` has it.
        is_stop: It says nothing about the topic.
        is_mark: It is neither a word nor a figure.
    """

    start: int
    end: int
    lemma: str
    is_stop: bool
    is_mark: bool


class Figure(NamedTuple):
    """A date, period, amount, percentage or number, and where it stands."""

    start: int
    end: int
    kind: EntityKind


class Reading(NamedTuple):
    """What a text is made of, in order."""

    words: tuple[ReadWord, ...]
    sentences: tuple[Span, ...]
    figures: tuple[Figure, ...]


_DECODER: Final = msgspec.msgpack.Decoder(Reading)


def read(text: str, language: Language) -> Reading:
    """Read a text."""
    return Reading(
        read_words(text, language),
        sentences(text, language),
        read_figures(text, language),
    )


def read_figures(text: str, language: Language) -> tuple[Figure, ...]:
    """The figures of a text alone."""
    found = entities(text, language)
    return tuple(Figure(e.start, e.end, e.kind) for e in found)


def read_words(text: str, language: Language) -> tuple[ReadWord, ...]:
    """The words of a text alone."""
    return tuple(_words(text, language))


def _words(text: str, language: Language) -> Iterator[ReadWord]:
    for token in tokens(text, language):
        mark = not (token.is_word or token.is_number)
        yield ReadWord(token.start, token.end, token.lemma, token.is_stop, mark)


def decode(packed: bytes) -> Reading:
    """A reading from its stored form."""
    return _DECODER.decode(packed)


def key_of(text: str, language: Language) -> bytes:
    """What a text of a language is stored under."""
    held = f"{language}\n{text}".encode()
    return hashlib.blake2b(held, digest_size=_KEY_SIZE).digest()


class Texts:
    """Texts as they are read: quick for those of the acts, read at the build.

    Whoever needs but a part of a reading asks for that: of a text that is none of the
    acts' nothing else is made. Safe to share between threads.
    """

    def __init__(self, rows: Callable[[str, Sequence[object]], list[Any]]) -> None:
        self._rows = rows
        kept = lru_cache(_KEPT)
        self.reading, self._stored = kept(self._reading), kept(self._read_stored)

    def _reading(self, text: str, language: Language) -> Reading:
        """The words, sentences and figures of a text."""
        return self._stored(text, language) or read(text, language)

    def words_in(self, text: str, language: Language) -> tuple[ReadWord, ...]:
        """The words of a text alone."""
        found = self._stored(text, language)
        return found.words if found else read_words(text, language)

    def figures_in(self, text: str, language: Language) -> tuple[Figure, ...]:
        """The figures of a text alone."""
        found = self._stored(text, language)
        return found.figures if found else read_figures(text, language)

    def _read_stored(self, text: str, language: Language) -> Reading | None:
        """A reading that was made at the build; None where there is none."""
        rows = self._rows(SELECT, (key_of(text, language),))
        return decode(rows[0][0]) if rows else None


def opening_text(provision: Provision) -> str:
    """What a provision says of all units below it: its heading, its list's opening."""
    text = provision.own.text if provision.kind in _LISTS else ""
    return f"{provision.heading or ''} {text}"


def title_text(measure: Measure) -> str:
    """What a measure is and what it ends in."""
    return f"{measure.title.text}\n{measure.completion_form.text}"


def measure_text(measure: Measure) -> str:
    """All words of a measure that can show what it is about."""
    cells = (
        measure.title.text,
        measure.completion_form.text,
        measure.executors_cell.text,
        measure.funding.text,
        measure.unit or "",
        measure.section,
    )
    return "\n".join(cell for cell in cells if cell)


def _texts(
    act: Act, renderings: Mapping[str, Sequence[Rendering]]
) -> Iterator[tuple[str, Language]]:
    """What answers read of an act."""
    for unit in act.provisions:
        for text in (unit.body.text, unit.own.text, unit.heading, opening_text(unit)):
            yield text or "", unit.language
        yield from ((r.text, r.language) for r in renderings.get(unit.id, ()))
    for row in act.measures:
        for text in (row.title.text, title_text(row), measure_text(row)):
            yield text, act.language


def save_readings(
    file: Path, acts: Iterable[Act], renderings: Mapping[str, Sequence[Rendering]]
) -> None:
    """Add the readings of all acts to a record file; a text that comes again is one."""
    distinct = dict.fromkeys(text for act in acts for text in _texts(act, renderings))
    encode = msgspec.msgpack.encode
    rows = ((key_of(*text), encode(read(*text))) for text in distinct if text[0])
    db = sqlite3.connect(file)
    try:
        with db:
            db.execute(_SCHEMA)
            db.executemany("INSERT INTO readings VALUES (?,?)", sorted(rows))
    finally:
        db.close()
