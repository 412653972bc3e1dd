"""What a model is known by: name, dimension, prompts, and a hash of its files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

#: Files of a model folder that change its vectors.
_SUFFIXES: Final = frozenset({".json", ".safetensors", ".bin", ".txt", ".model"})
#: Larger files are hashed by size, first and last megabyte: reading two
#: gigabytes at each start would cost more than it protects.
_WHOLE: Final = 64_000_000
_EDGE: Final = 1_000_000


class ModelIdentity(NamedTuple):
    """A model as an index records it.

    Attributes:
        name: How it was asked for.
        dimension: Of its vectors.
        revision: Hash of its files, or the hub's commit.
        query_prompt: Put before each query.
        passage_prompt: Put before each passage.
    """

    name: str
    dimension: int
    revision: str
    query_prompt: str = ""
    passage_prompt: str = ""

    def __str__(self) -> str:
        """As messages name it."""
        return f"{self.name} ({self.dimension} dimensions, {self.revision[:12]})"


def _content(file: Path) -> bytes:
    size = file.stat().st_size
    with file.open("rb") as stream:
        if size <= _WHOLE:
            return stream.read()
        first = stream.read(_EDGE)
        stream.seek(size - _EDGE)
        return first + stream.read(_EDGE)


def _files(folder: Path) -> Iterator[Path]:
    files = (file for file in folder.rglob("*") if file.suffix in _SUFFIXES)
    yield from sorted(file for file in files if file.is_file())


def folder_revision(folder: Path) -> str:
    """Hash of the files that make the vectors, the same on every machine."""
    total = hashlib.sha256()
    for file in _files(folder):
        name = file.relative_to(folder).as_posix()
        total.update(f"{name}\0{file.stat().st_size}\0".encode())
        total.update(hashlib.sha256(_content(file)).digest())
    return total.hexdigest()
