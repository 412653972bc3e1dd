"""The compiled lexicon as a file of the index: analysed once, read in a moment.

Compiling analyses some 30,000 names by the morphologies of three languages, which
takes seconds; a server must not wait for that at every start. In the file each word,
key, sense and entry stands once and is named by its number, for the same ones come
again under many keys: so it is read quickly, and they share memory as well.
"""

from __future__ import annotations

import gc
from collections.abc import Hashable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import msgspec

from corpus.lexicon import Aligned, Lexicon, Sense
from corpus.lexicon_table import Entry, Key, Table, Tables, measure
from corpus.words import Tongue

T = TypeVar("T", bound=Hashable)
#: Numbers of things in their list.
_Row = tuple[int, ...]
#: Number of a key, and of the entries under it.
_Rows = dict[Tongue, tuple[tuple[int, _Row], ...]]


class _Packed(NamedTuple):
    """A lexicon in numbers.

    Attributes:
        size: Number of terms.
        words: All lemmas and folded forms.
        keys: Numbers of their words.
        senses: Language, number of the key, weight.
        entries: Name, numbers of the senses, part of speech.
        lemmas: Table of lemmas, in order of its keys.
        folded: Table of folded forms.
        aligned: What parallel texts teach.
    """

    size: int
    words: tuple[str, ...]
    keys: tuple[_Row, ...]
    senses: tuple[tuple[Tongue, int, float], ...]
    entries: tuple[tuple[str, _Row, str], ...]
    lemmas: _Rows
    folded: _Rows
    aligned: Aligned


class _Numbered(Generic[T]):
    """Things in the order in which they were first asked for, each once."""

    def __init__(self) -> None:
        self._numbers: dict[T, int] = {}

    def number(self, thing: T) -> int:
        """The number of a thing."""
        return self._numbers.setdefault(thing, len(self._numbers))

    def all(self) -> tuple[T, ...]:
        """The things by their numbers."""
        return tuple(self._numbers)


class _Packer:
    """Numbers what a lexicon is made of."""

    def __init__(self) -> None:
        self.words = _Numbered[str]()
        self.keys = _Numbered[_Row]()
        self.senses = _Numbered[tuple[Tongue, int, float]]()
        self.entries = _Numbered[tuple[str, _Row, str]]()

    def rows(self, tables: dict[Tongue, Table]) -> _Rows:
        """Tables in numbers, in order of their keys, so that files repeat."""
        return {
            tongue: tuple(
                (self._key(key), tuple(map(self._entry, table[key])))
                for key in sorted(table)
            )
            for tongue, table in tables.items()
        }

    def _key(self, key: Key) -> int:
        return self.keys.number(tuple(map(self.words.number, key)))

    def _entry(self, entry: Entry) -> int:
        senses = tuple(
            self.senses.number((sense.language, self._key(sense.lemmas), sense.weight))
            for sense in entry.senses
        )
        return self.entries.number((entry.surface, senses, entry.pos))


def save_lexicon(file: Path, lexicon: Lexicon) -> None:
    """Write a compiled lexicon; the same lexicon gives the same bytes."""
    packer = _Packer()
    lemmas, folded = map(packer.rows, (lexicon.tables.lemmas, lexicon.tables.folded))
    packed = _Packed(
        lexicon.size,
        packer.words.all(),
        packer.keys.all(),
        packer.senses.all(),
        packer.entries.all(),
        lemmas,
        folded,
        lexicon.aligned,
    )
    file.write_bytes(msgspec.msgpack.encode(packed))


def load_lexicon(file: Path) -> Lexicon:
    """Read what :func:`save_lexicon` wrote."""
    with _nothing_collected():
        packed = msgspec.msgpack.decode(file.read_bytes(), type=_Packed)
        words = packed.words
        keys = [tuple([words[n] for n in row]) for row in packed.keys]
        senses = [Sense(tongue, keys[k], w) for tongue, k, w in packed.senses]
        entries = [
            Entry(name, tuple([senses[n] for n in row]), pos)
            for name, row, pos in packed.entries
        ]
        tables = Tables(
            _tables(packed.lemmas, keys, entries),
            _tables(packed.folded, keys, entries),
            {},
        )
        measure(tables)
        return Lexicon(tables, packed.size, packed.aligned)


def _tables(
    rows: _Rows, keys: Sequence[Key], entries: Sequence[Entry]
) -> dict[Tongue, Table]:
    return {
        tongue: {keys[k]: [entries[n] for n in numbers] for k, numbers in table}
        for tongue, table in rows.items()
    }


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """No collection of garbage, which would look through all that is made."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
