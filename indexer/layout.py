"""An index folder: names of its parts, the manifest, checksums, publication.

    index/
      CURRENT              name of the generation that serves
      g000007/             a generation; written once, never changed
        manifest.json      written last: format, code, model, corpus, checksums
        lexical/  dense/  texts/  records.sqlite  sources/  lexicon.msgpack
      g000006/             the one before, kept to go back to
      building/            a build that is running or was interrupted

A generation is published by replacing ``CURRENT`` in one step; whoever reads
sees the old name or the new one, never a mixture.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from indexer.durable import replace_file
from indexer.errors import (
    DamagedIndexFileError,
    DamagedManifestError,
    HalfWrittenIndexError,
    IndexFormatError,
    MissingIndexError,
    MissingIndexFileError,
    TruncatedIndexFileError,
)
from indexer.identity import ModelIdentity

FORMAT: Final = 6
CURRENT: Final = "CURRENT"
BUILDING: Final = "building"
LOCK: Final = ".lock"
MANIFEST: Final = "manifest.json"
LEXICAL: Final = "lexical"
DENSE: Final = "dense"
TEXTS: Final = "texts"
RECORDS: Final = "records.sqlite"
SOURCES: Final = "sources"
LEXICON: Final = "lexicon.msgpack"
#: Matches ``g000007``; must not match ``building`` or a path.
_GENERATION: Final = re.compile(r"g(\d{6,})")


class FileEntry(NamedTuple):
    """A file with its size in bytes and its checksum."""

    path: str
    size: int
    sha256: str


class Counts(NamedTuple):
    """How much an index holds; vectors count windows."""

    acts: int
    provisions: int
    measures: int
    indicators: int
    clauses: int
    vectors: int


class Manifest(msgspec.Struct, frozen=True):
    """What a generation is made of.

    Attributes:
        format: Of the folder, :data:`FORMAT`.
        generation: Its name.
        built: When, ISO with time zone.
        code: Hash of the code that read and indexed the acts.
        model: Of the vectors.
        corpus: The files read, by path as the corpus names them.
        counts: How much it holds.
        files: Its own files, by path within the generation, this one left out.
    """

    format: int
    generation: str
    built: str
    code: str
    model: ModelIdentity
    corpus: tuple[FileEntry, ...]
    counts: Counts
    files: tuple[FileEntry, ...]


def sha256_of(path: Path) -> str:
    """Checksum of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def entries(folder: Path, files: Iterable[Path]) -> tuple[FileEntry, ...]:
    """Sizes and checksums of files, paths as seen from the folder, in path order."""
    found = (
        FileEntry(f.relative_to(folder).as_posix(), f.stat().st_size, sha256_of(f))
        for f in files
    )
    return tuple(sorted(found))


def check_size(folder: Path, entry: FileEntry) -> Path:
    """Compare a file's presence and size with its entry.

    Raises:
        MissingIndexFileError: It is not there.
        TruncatedIndexFileError: It has another size.
    """
    path = folder / entry.path
    if not path.is_file():
        raise MissingIndexFileError(path)
    size = path.stat().st_size
    if size != entry.size:
        raise TruncatedIndexFileError(path, size, entry.size)
    return path


def check_file(folder: Path, entry: FileEntry) -> None:
    """Compare a file with its entry, the cheap checks first.

    Raises:
        MissingIndexFileError: It is not there.
        TruncatedIndexFileError: It has another size.
        DamagedIndexFileError: It has another checksum.
    """
    path = check_size(folder, entry)
    if sha256_of(path) != entry.sha256:
        raise DamagedIndexFileError(path)


def save_manifest(generation: Path, manifest: Manifest) -> None:
    """Write the manifest so that it is there whole or not at all."""
    replace_file(
        generation / MANIFEST, msgspec.json.format(msgspec.json.encode(manifest))
    )


def load_manifest(generation: Path) -> Manifest:
    """Read a manifest without looking at the files that it lists.

    Raises:
        HalfWrittenIndexError: There is none.
        IndexFormatError: It is of another format.
        DamagedManifestError: It cannot be read.
    """
    path = generation / MANIFEST
    if not path.is_file():
        raise HalfWrittenIndexError(path)
    content = path.read_bytes()
    try:
        found = msgspec.json.decode(content, type=_Format).format
        if found != FORMAT:
            raise IndexFormatError(path, found, FORMAT)
        return msgspec.json.decode(content, type=Manifest)
    except msgspec.DecodeError as error:
        raise DamagedManifestError(path, str(error)) from error


class _Format(msgspec.Struct):
    """As much of a manifest as every format has."""

    format: int


def current(folder: Path) -> Path:
    """The generation that serves.

    Raises:
        MissingIndexError: Nothing was ever published here.
        HalfWrittenIndexError: The generation named is not there.
    """
    pointer = folder / CURRENT
    if not pointer.is_file():
        raise MissingIndexError(folder)
    name = pointer.read_text(encoding="ascii", errors="replace").strip()
    if not _GENERATION.fullmatch(name):
        raise DamagedManifestError(pointer, "names no generation")
    if not (folder / name).is_dir():
        raise HalfWrittenIndexError(folder / name)
    return folder / name


def generations(folder: Path) -> tuple[Path, ...]:
    """All generations in order of age, the newest last."""
    found = ((_GENERATION.fullmatch(p.name), p) for p in folder.iterdir() if p.is_dir())
    numbered = sorted((int(match[1]), path) for match, path in found if match)
    return tuple(path for _, path in numbered)


def _paths(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.rglob("*") if path.is_file())


def files_of(generation: Path) -> tuple[FileEntry, ...]:
    """All files of a build but its manifest."""
    kept = (p for p in _paths(generation) if p.relative_to(generation).name != MANIFEST)
    return entries(generation, kept)
