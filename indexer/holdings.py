"""What each provision is found by: its tags and lemmas, kept for ranking.

The lexical index tells which provisions hold a term; a ranking also asks what one
provision holds. Both are made of the same documents, so that they never differ.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from indexer.analyze import CELL_BORDER
from indexer.kept import Kept, Rows
from indexer.lexical import LexicalDocument
from indexer.terms import SPOKEN, field

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS holdings (provision_id TEXT PRIMARY KEY, tags TEXT,
                                     own TEXT, context TEXT,
                                     name TEXT) WITHOUT ROWID
"""
#: Query for the stored forms of many provisions, whose ids are given as JSON.
SELECT: Final = """
SELECT provision_id, tags, own, context, name FROM holdings
WHERE provision_id IN (SELECT value FROM json_each(?))
"""
#: Query for its tags alone.
SELECT_TAGS: Final = "SELECT tags FROM holdings WHERE provision_id = ?"
#: Query for the provisions without a tag.
SELECT_WITHOUT: Final = """
SELECT provision_id FROM holdings WHERE instr(' ' || tags || ' ', ' ' || ? || ' ') = 0
"""
#: Provisions of which it is kept what they are found by.
_CACHED: Final = 8192
#: Lemmas of the provision's own words, renderings included.
_OWN: Final = (field("all", "stems"), field("rendering", "stems"))
#: Lemmas of the headings above it and of the title of its act.
_CONTEXT: Final = (field("section", "stems"), field("act", "stems"))
#: Lemmas of what it is called.
_NAME: Final = (field("name", "stems"),)


class Holding(NamedTuple):
    """Tags and lemmas of one provision.

    Attributes:
        tags: As the clause has them, such as ``kind:measure``.
        own: Lemmas of its own words and renderings.
        context: Lemmas of the headings above it and of its act's title.
        name: Lemmas of its own title or heading, renderings included.
        spoken: The languages that its words are in, renderings included; empty for
            all there are.
    """

    tags: frozenset[str]
    own: frozenset[str]
    context: frozenset[str]
    name: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()

    @classmethod
    def of(cls, tags: str, own: str, context: str, name: str) -> Holding:
        """From the cells of a row of :data:`SELECT` behind the id."""
        found = shared_set(tags)
        words, title = frozenset(own.split()), frozenset(name.split())
        return cls(found, words, shared_set(context), title, _spoken(found))


#: What a provision is found by that is not held.
NOTHING: Final = Holding(frozenset(), frozenset(), frozenset())


@lru_cache(maxsize=1 << 12)
def _spoken(tags: frozenset[str]) -> frozenset[str]:
    """The languages that are among some tags."""
    return frozenset(t.removeprefix(SPOKEN) for t in tags if t.startswith(SPOKEN))


@lru_cache(maxsize=1 << 12)
def shared_set(cell: str) -> frozenset[str]:
    """The tags, or lemmas, of a cell that many provisions have: these share one set."""
    return frozenset(cell.split())


class Holdings:
    """What provisions are found by, as stored; safe to share between threads.

    Attributes:
        many: What each of some provisions is found by, in their order.
        tags: The tags of one provision; none if it is not held.
        without_tag: The provisions that do not carry a tag.
    """

    def __init__(self, rows: Rows) -> None:
        """Read through a function that gives the rows of a query."""
        self._rows = rows
        self.many = Kept(self._read_many, NOTHING, _CACHED)
        self.tags = lru_cache(_CACHED)(self._read_tags)
        self.without_tag = lru_cache(_CACHED)(self._read_without_tag)

    def _read_many(self, provision_ids: Sequence[str]) -> Iterator[tuple[str, Holding]]:
        for key, *cells in self._rows(SELECT, (json.dumps(provision_ids),)):
            yield key, Holding.of(*cells)

    def _read_tags(self, provision_id: str) -> frozenset[str]:
        rows = self._rows(SELECT_TAGS, (provision_id,))
        return shared_set(rows[0][0] if rows else "")

    def _read_without_tag(self, tag: str) -> frozenset[str]:
        return frozenset(key for (key,) in self._rows(SELECT_WITHOUT, (tag,)))


def _lemmas(document: LexicalDocument, names: Iterable[str]) -> str:
    texts = dict(document.fields)
    found = {term for name in names for term in texts.get(name, "").split()}
    return " ".join(sorted(found - {CELL_BORDER}))


def _row(document: LexicalDocument) -> tuple[str, ...]:
    kinds = (_lemmas(document, names) for names in (_OWN, _CONTEXT, _NAME))
    return (document.id, " ".join(document.tags), *kinds)


def save_holdings(file: Path, documents: Iterable[LexicalDocument]) -> None:
    """Add the holdings of all documents to a record file."""
    db = sqlite3.connect(file)
    try:
        with db:
            db.execute(_SCHEMA)
            db.executemany(
                "INSERT INTO holdings VALUES (?,?,?,?,?)",
                (_row(document) for document in documents),
            )
    finally:
        db.close()
