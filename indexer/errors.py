"""What can go wrong with an index, a model or a build: one class per fact.

Each message names the file or value concerned and the next step, so that the
command line can print it as it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

#: The next step where an index cannot be used.
REBUILD: Final = "build it anew with: python -m indexer build"


class IndexerError(Exception):
    """Base of all errors that a command reports as one clear message."""


class MissingIndexError(IndexerError):
    """There is no index in the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"no index in {folder}; {REBUILD}")
        self.folder = folder


class HalfWrittenIndexError(IndexerError):
    """The index was never finished: the file that is written last is missing."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"half-written index, {path} is missing; {REBUILD}")
        self.path = path


class IndexFormatError(IndexerError):
    """The index was written in a format that this code does not read."""

    def __init__(self, path: Path, found: int, wanted: int) -> None:
        super().__init__(f"{path}: index format {found}, wanted {wanted}; {REBUILD}")
        self.path, self.found, self.wanted = path, found, wanted


class MissingIndexFileError(IndexerError):
    """A file that the manifest lists is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"index file {path} is missing; {REBUILD}")
        self.path = path


class TruncatedIndexFileError(IndexerError):
    """A file has not the size that the manifest says."""

    def __init__(self, path: Path, found: int, wanted: int) -> None:
        super().__init__(
            f"index file {path} has {found} bytes, should have {wanted}; {REBUILD}"
        )
        self.path, self.found, self.wanted = path, found, wanted


class DamagedIndexFileError(IndexerError):
    """A file has the right size but not the checksum of the manifest."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"index file {path} is damaged (wrong sha256); {REBUILD}")
        self.path = path


class DamagedManifestError(IndexerError):
    """The manifest itself cannot be read."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path} is damaged ({problem}); {REBUILD}")
        self.path = path


class ForeignModelError(IndexerError):
    """The index was built with another embedding model than the one in use."""

    def __init__(self, folder: Path, found: str, wanted: str) -> None:
        super().__init__(
            f"index {folder} was built with model {found}, in use is {wanted}; "
            f"set ZANGER_MODEL to the index's model, or {REBUILD}"
        )
        self.folder, self.found, self.wanted = folder, found, wanted


class BuildRunningError(IndexerError):
    """Another process is building into the same folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"another build is writing into {folder}; wait for its end")
        self.folder = folder


class EmptyCorpusError(IndexerError):
    """No act could be read, so there is nothing to index."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        names = ", ".join(str(folder) for folder in folders)
        super().__init__(f"no act in {names}; add act files and a manifest.toml there")
        self.folders = folders


class UnusableActsError(IndexerError):
    """Files that the manifest names hold no act that can be read."""

    def __init__(self, messages: Sequence[str]) -> None:
        step = "nothing was built; to build from the other acts add --keep-going"
        super().__init__("\n".join([*messages, step]))
        self.messages = tuple(messages)


class RepeatedActError(IndexerError):
    """Two act files give the same act id."""

    def __init__(self, act_id: str, first: str, second: str) -> None:
        super().__init__(f"{first} and {second} are both act {act_id}; remove one")
        self.act_id = act_id


class NoEarlierIndexError(IndexerError):
    """There is no generation before the one that serves."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} holds no earlier index to go back to; {REBUILD}")
        self.folder = folder


class SmokeTestError(IndexerError):
    """A freshly written index does not find what was put into it."""

    def __init__(self, folder: Path, problem: str) -> None:
        super().__init__(f"new index {folder} failed its check: {problem}; kept aside")
        self.folder, self.problem = folder, problem


class MissingModelError(IndexerError):
    """The model that is asked for is neither a folder nor at hand as a hub id."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(
            f"embedding model {name}: {problem}; set ZANGER_MODEL to a folder or hub "
            "id of a sentence-transformers model, or train with: "
            "python -m indexer train"
        )
        self.name = name


class DamagedModelError(IndexerError):
    """A file of the model folder cannot be used."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(
            f"model file {path}: {problem}; restore it or train anew with: "
            "python -m indexer train"
        )
        self.path = path
