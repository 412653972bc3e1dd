"""One build at a time, and its result made the one that serves, in one step."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.durable import replace_file, sync_file, sync_tree
from indexer.errors import BuildRunningError, IndexerError, NoEarlierIndexError
from indexer.layout import BUILDING, CURRENT, LOCK, current, generations


@contextmanager
def build_folder(folder: Path) -> Iterator[Path]:
    """An empty folder to build in, held by this process alone.

    What an interrupted build left is removed first; the lock is released by the
    system even if the process is killed.

    Raises:
        BuildRunningError: Another process holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("w", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BuildRunningError(folder) from error
        building = folder / BUILDING
        shutil.rmtree(building, ignore_errors=True)
        building.mkdir()
        yield building


def next_generation(folder: Path) -> str:
    """A name above those of all generations that are here."""
    last = max((int(path.name[1:]) for path in generations(folder)), default=0)
    return f"g{last + 1:06d}"


def publish(folder: Path, built: Path, name: str) -> Path:
    """Let a finished build serve; keep the one before, drop all older ones.

    Args:
        folder: Of the index.
        built: The finished build, in the same file system.
        name: Of the new generation.

    Returns:
        The generation's folder.
    """
    before = _serving(folder)
    target = folder / name
    sync_tree(built)
    built.rename(target)
    sync_file(folder)
    point_to(folder, name)
    for old in generations(folder):
        if old not in {target, before}:
            shutil.rmtree(old)
    return target


def roll_back(folder: Path) -> Path:
    """Let the generation before the one that serves serve again.

    Raises:
        NoEarlierIndexError: There is none.
    """
    serving = current(folder)
    earlier = [path for path in generations(folder) if path < serving]
    if not earlier:
        raise NoEarlierIndexError(folder)
    point_to(folder, earlier[-1].name)
    return earlier[-1]


def _serving(folder: Path) -> Path | None:
    try:
        return current(folder)
    except IndexerError:  # none, or none that could serve
        return None


def point_to(folder: Path, name: str) -> None:
    """Let a generation serve that is in place."""
    replace_file(folder / CURRENT, f"{name}\n".encode("ascii"))
