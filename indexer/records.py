"""The record store: acts, provisions and measures in one SQLite file.

Records are kept whole as JSON beside the few columns that are asked for. The
file is opened read-only and unchanging, so that nothing needs a lock, and each
thread has its own connection.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple, TypedDict, TypeVar

import msgspec

from corpus.model import Act
from corpus.plan_model import Executor, Measure
from indexer.renderings import Rendering

T = TypeVar("T")

#: Bytes of the file that are read through memory, where the system keeps them for
#: all processes; what lies behind them is read with calls, which take longer.
_MAPPED: Final = 1 << 30

_SCHEMA: Final = """
CREATE TABLE acts (id TEXT PRIMARY KEY, place INTEGER, json BLOB) WITHOUT ROWID;
CREATE TABLE provisions (id TEXT PRIMARY KEY, act_id TEXT, place INTEGER,
                         parent TEXT, json BLOB) WITHOUT ROWID;
CREATE TABLE measures (id TEXT PRIMARY KEY, act_id TEXT, place INTEGER,
                       classified INTEGER, json BLOB) WITHOUT ROWID;
CREATE TABLE indicators (id TEXT PRIMARY KEY, act_id TEXT, place INTEGER,
                         json BLOB) WITHOUT ROWID;
CREATE TABLE mentions (provision_id TEXT, place INTEGER, json BLOB);
CREATE TABLE renderings (provision_id TEXT, place INTEGER, json BLOB);
CREATE TABLE keys (kind TEXT, value TEXT, measure_id TEXT,
                   PRIMARY KEY (kind, value, measure_id)) WITHOUT ROWID;
CREATE INDEX provisions_in_order ON provisions (act_id, place);
CREATE INDEX provisions_below ON provisions (parent, place);
CREATE INDEX measures_in_order ON measures (act_id, place);
CREATE INDEX indicators_in_order ON indicators (act_id, place);
CREATE INDEX mentions_in ON mentions (provision_id, place);
CREATE INDEX renderings_of ON renderings (provision_id, place);
"""


class MeasureFilter(NamedTuple):
    """Which measures are wanted; what is None or empty does not matter.

    Attributes:
        act_ids: Of any of these acts.
        number: Printed or inferred, also the further numbers of a row.
        body_id: Charged with it, from the registry.
        executor: Charged with it, by abbreviation as the act lists it.
        year: Named by its deadline.
        classified: Says no more than that it is secret, or does not.
    """

    act_ids: tuple[str, ...] = ()
    number: str | None = None
    body_id: str | None = None
    executor: str | None = None
    year: int | None = None
    classified: bool | None = None


class MeasureWanted(TypedDict, total=False):
    """Keywords of :meth:`indexer.store.Index.measures`, as in the filter."""

    act_ids: tuple[str, ...]
    number: str | None
    body_id: str | None
    executor: str | None
    year: int | None
    classified: bool | None


def executor_key(text: str) -> str:
    """An abbreviation as it is compared: case and blanks do not count."""
    return "".join(text.split()).casefold()


def _encode(record: object) -> bytes:
    return msgspec.json.encode(record, enc_hook=str)


def decode(kind: type[T], json: bytes) -> T:
    """A record from its stored form."""
    return msgspec.json.decode(json, type=kind, dec_hook=_checked)


def _checked(kind: type[T], value: Any) -> T:  # noqa: ANN401 - as msgspec calls it
    """Ids are texts with a checked form; msgspec leaves them to us."""
    return kind(value)  # type: ignore[call-arg]


def _executor_keys(executor: Executor) -> Iterator[tuple[str, str]]:
    yield "executor", executor_key(executor.abbreviation or executor.text)
    if executor.body_id:
        yield "body", executor.body_id


def _keys(measure: Measure) -> Iterator[tuple[str, str, str]]:
    pairs = [
        *(("number", number) for number in (measure.number, *measure.also_numbered)),
        *(("year", str(year)) for year in measure.deadline_years),
        *(key for executor in measure.executors for key in _executor_keys(executor)),
    ]
    yield from ((kind, value, measure.id) for kind, value in dict.fromkeys(pairs))


def act_head(act: Act) -> Act:
    """An act without what is stored row by row, and without its claims."""
    return replace(
        act, provisions=(), measures=(), indicators=(), references=(), claims=()
    )


def _save_act(db: sqlite3.Connection, place: int, act: Act) -> None:
    db.execute(
        "INSERT INTO acts VALUES (?,?,?)", (act.id, place, _encode(act_head(act)))
    )
    db.executemany(
        "INSERT INTO provisions VALUES (?,?,?,?,?)",
        ((p.id, act.id, i, p.parent, _encode(p)) for i, p in enumerate(act.provisions)),
    )
    db.executemany(
        "INSERT INTO measures VALUES (?,?,?,?,?)",
        (
            (m.id, act.id, i, m.classified, _encode(m))
            for i, m in enumerate(act.measures)
        ),
    )
    db.executemany(
        "INSERT INTO indicators VALUES (?,?,?,?)",
        ((x.id, act.id, i, _encode(x)) for i, x in enumerate(act.indicators)),
    )
    db.executemany(
        "INSERT INTO mentions VALUES (?,?,?)",
        ((r.provision, i, _encode(r)) for i, r in enumerate(act.references)),
    )
    keys = (key for measure in act.measures for key in _keys(measure))
    db.executemany("INSERT INTO keys VALUES (?,?,?)", keys)


def save_records(
    file: Path, acts: Iterable[Act], renderings: Mapping[str, Sequence[Rendering]]
) -> None:
    """Write all records into a new file, acts in the given order."""
    db = sqlite3.connect(file)
    try:
        db.executescript(_SCHEMA)
        with db:
            for place, act in enumerate(acts):
                _save_act(db, place, act)
            db.executemany(
                "INSERT INTO renderings VALUES (?,?,?)",
                (
                    (provision_id, place, _encode(row))
                    for provision_id, rows in renderings.items()
                    for place, row in enumerate(rows)
                ),
            )
        db.execute("ANALYZE")
        db.commit()
        db.execute("VACUUM")
    finally:
        db.close()


class RecordStore:
    """Records opened for reading; safe to share between threads and over forks."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._local = threading.local()

    def _connection(self) -> sqlite3.Connection:
        owner = (os.getpid(), threading.get_ident())
        if getattr(self._local, "owner", None) != owner:
            uri = f"{self._file.resolve().as_uri()}?mode=ro&immutable=1"
            self._local.db = sqlite3.connect(uri, uri=True)
            self._local.db.execute(f"PRAGMA mmap_size = {_MAPPED}")
            self._local.owner = owner
        db: sqlite3.Connection = self._local.db
        return db

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Rows of a query; values never become part of its text."""
        return self._connection().execute(sql, tuple(values)).fetchall()

    def all(
        self, kind: type[T], sql: str, values: Sequence[object] = ()
    ) -> tuple[T, ...]:
        """Records of a query that selects their JSON alone."""
        return tuple(decode(kind, json) for (json,) in self.rows(sql, values))

    def one(self, kind: type[T], sql: str, values: Sequence[object]) -> T | None:
        """The record of a query that selects the JSON of at most one."""
        return next(iter(self.all(kind, sql, values)), None)

    def measures(
        self, wanted: MeasureFilter, limit: int, offset: int
    ) -> tuple[int, tuple[Measure, ...]]:
        """How many measures pass the filter, and a page of them in reading order."""
        where, values = _where(wanted)
        source = f"FROM measures m JOIN acts a ON a.id = m.act_id{where}"
        [(total,)] = self.rows(f"SELECT count(*) {source}", values)
        page = f"SELECT m.json {source} ORDER BY a.place, m.place LIMIT ? OFFSET ?"
        return int(total), self.all(Measure, page, [*values, limit, offset])


_HAS_KEY: Final = "m.id IN (SELECT measure_id FROM keys WHERE kind = ? AND value = ?)"


def _where(wanted: MeasureFilter) -> tuple[str, list[object]]:
    """The filter as SQL with places for its values, and the values."""
    keys = (
        ("number", wanted.number),
        ("body", wanted.body_id),
        ("executor", wanted.executor and executor_key(wanted.executor)),
        ("year", wanted.year and str(wanted.year)),
    )
    conditions: list[str] = []
    values: list[object] = []
    if wanted.act_ids:
        conditions.append(f"m.act_id IN ({','.join('?' * len(wanted.act_ids))})")
        values.extend(wanted.act_ids)
    for kind, value in keys:
        if value is not None:
            conditions.append(_HAS_KEY)
            values.extend((kind, value))
    if wanted.classified is not None:
        conditions.append("m.classified = ?")
        values.append(wanted.classified)
    return (" WHERE " + " AND ".join(conditions) if conditions else ""), values
