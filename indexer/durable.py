"""Files that survive a power cut: written aside, synced, moved in place."""

from __future__ import annotations

import os
from pathlib import Path


def sync_file(path: Path) -> None:
    """Make sure that a file, or the names in a folder, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_tree(folder: Path) -> None:
    """Make sure that all files and names below a folder are on the disk."""
    for path in sorted(folder.rglob("*")):
        sync_file(path)
    sync_file(folder)


def replace_file(path: Path, content: bytes) -> None:
    """Put content in place of a file in one step: readers see old or new."""
    aside = path.with_name(f"{path.name}.new")
    aside.write_bytes(content)
    sync_file(aside)
    aside.replace(path)
    sync_file(path.parent)
