"""Act files as given, copied into the index: what quotes are proven against."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from corpus.read_text import load_text
from corpus.trace import ActFile


class SourceFile(NamedTuple):
    """The file that an act was read from."""

    act_id: str
    path: Path


def save_sources(folder: Path, files: Iterable[SourceFile]) -> None:
    """Copy act files, byte for byte, each into a folder named by its act.

    The file keeps its own name: sources cite it by that.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for act_id, path in files:
        (folder / act_id).mkdir()
        shutil.copyfile(path, folder / act_id / path.name)


class SourceStore:
    """Copied act files, read when they are asked for."""

    def __init__(self, folder: Path) -> None:
        self._paths = {path.parent.name: path for path in sorted(folder.glob("*/*"))}
        self.file = lru_cache(maxsize=64)(self._file)

    def _file(self, act_id: str) -> ActFile | None:
        """The file of an act with its lines, None if the act is not held."""
        path = self._paths.get(act_id)
        return load_text(path) if path else None

    def lines(self, act_id: str, first: int, last: int) -> tuple[str, ...]:
        """Lines by their 1-based numbers, both ends included.

        Returns:
            As many as the file has of them; none for an unknown act.
        """
        file = self.file(act_id)
        if file is None:
            return ()
        numbers = range(max(1, first), min(last, len(file.starts)) + 1)
        return tuple(file.line(number).text for number in numbers)
