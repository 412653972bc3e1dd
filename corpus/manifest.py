"""The manifest of a corpus folder → checked rows; a wrong hash stops here."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, get_args

from corpus.errors import (
    ActHashError,
    ManifestMissingError,
    ManifestRowError,
    ManifestSyntaxError,
)
from corpus.model import Language
from corpus.read_text import decode, load_bytes, read_text
from corpus.trace import ActFile

MANIFEST_NAME: Final = "manifest.toml"
_LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
_SHA256_LENGTH: Final = 64


@dataclass(frozen=True, slots=True)
class Correction:
    """A reviewed reading of a place that no rule can mend.

    Attributes:
        line: 1-based line of the act file.
        printed: What the line holds, exactly.
        read: What it means.
        reason: Why, for the reviewer.
    """

    line: int
    printed: str
    read: str
    reason: str


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """An act file of the folder.

    Attributes:
        file: Its name.
        language: "und" if the reader is to find out.
        source: Where it was taken from.
        sha256: Of its bytes, lower case.
        corrections: Reviewed readings of single places.
        position: Of the row in the manifest, from 1: the first of several language
            versions of an act is the one that its ids are made of.
    """

    file: str
    language: Language
    source: str
    sha256: str
    corrections: tuple[Correction, ...] = ()
    position: int = 0


def load_manifest(folder: Path) -> tuple[ManifestRow, ...]:
    """The rows of a folder's manifest in file order.

    Raises:
        ManifestMissingError: The folder has none.
        ManifestSyntaxError: It is no TOML or lists no acts.
        ManifestRowError: A row is incomplete, wrong or doubled.
    """
    path = folder / MANIFEST_NAME
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ManifestMissingError(path) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ManifestSyntaxError(path, str(error)) from error
    acts = content.get("act")
    if not isinstance(acts, list) or not acts:
        raise ManifestSyntaxError(path, "no [[act]] in it")
    rows = [
        replace(_row(path, entry, i), position=i) for i, entry in enumerate(acts, 1)
    ]
    names = [row.file for row in rows]
    for name in names:
        if names.count(name) > 1:
            raise ManifestRowError(path, name, "listed more than once")
    return tuple(sorted(rows, key=lambda row: row.file))


def load_row(folder: Path, row: ManifestRow) -> ActFile:
    """The act file of a row, if it is the one that was reviewed.

    Raises:
        ActHashError: Its sha256 is another one.
        CorpusError: It cannot be read; see :func:`corpus.read_text.load_text`.
    """
    path = folder / row.file
    data = load_bytes(path)
    text = decode(path, data)
    found = hashlib.sha256(data).hexdigest()
    if found != row.sha256:
        raise ActHashError(path, row.sha256, found)
    return read_text(row.file, text)


def _row(path: Path, entry: object, position: int) -> ManifestRow:
    """One checked row."""
    if not isinstance(entry, dict):
        raise ManifestRowError(path, f"act {position}", "is no table")
    file = _text(path, entry, "file", f"act {position}")
    if Path(file).name != file or file in {".", ".."}:
        raise ManifestRowError(path, file, "file must be a name without folders")
    language = _language(path, _text(path, entry, "language", file), file)
    sha256 = _text(path, entry, "sha256", file).lower()
    if len(sha256) != _SHA256_LENGTH or set(sha256) - set("0123456789abcdef"):
        raise ManifestRowError(path, file, "sha256 must be 64 hexadecimal digits")
    corrections = entry.get("correction", [])
    if not isinstance(corrections, list):
        raise ManifestRowError(path, file, "correction must be [[act.correction]]")
    return ManifestRow(
        file,
        language,
        _text(path, entry, "source", file),
        sha256,
        tuple(_correction(path, item, file) for item in corrections),
    )


def _language(path: Path, name: str, file: str) -> Language:
    """A language that the corpus knows."""
    for language in _LANGUAGES:
        if language == name:
            return language
    raise ManifestRowError(path, file, f"unknown language {name!r}")


def _correction(path: Path, item: object, file: str) -> Correction:
    """One checked correction."""
    if not isinstance(item, dict) or not isinstance(item.get("line"), int):
        raise ManifestRowError(path, file, "a correction needs a line number")
    printed, read, reason = (
        _text(path, item, key, file) for key in ("printed", "read", "reason")
    )
    return Correction(item["line"], printed, read, reason)


def _text(path: Path, entry: dict[str, object], key: str, row: str) -> str:
    """A value that must be there and must not be empty."""
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ManifestRowError(path, row, f"{key} is missing")
    return value
