"""Whether an index still matches the files and the code that it came from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from corpus.errors import ManifestMissingError
from corpus.manifest import MANIFEST_NAME
from indexer import layout
from indexer.errors import REBUILD, IndexerError
from indexer.identity import ModelIdentity
from indexer.layout import FileEntry

_CHECKOUT: Final = Path(__file__).parent.parent
#: Data beside the acts that changes what is read or indexed.
_DATA: Final = ("corpus/lexicon", "corpus/translations", "corpus/profiles")
_CODE: Final = ("corpus", "indexer")


def _acts(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        raise ManifestMissingError(folder / MANIFEST_NAME)
    yield from (p for p in folder.iterdir() if p.is_file() and p.name[0] != ".")


def _data() -> Iterator[Path]:
    for name in _DATA:
        yield from (p for p in (_CHECKOUT / name).rglob("*") if p.is_file())


def corpus_files(folders: Sequence[Path]) -> tuple[FileEntry, ...]:
    """Every file that an index is made from, with its checksum, in path order.

    Raises:
        ManifestMissingError: A folder of acts is not there.
    """
    acts = (
        entry._replace(path=f"{folder.name}/{entry.path}")
        for folder in folders
        for entry in layout.entries(folder, _acts(folder))
    )
    return tuple(sorted((*acts, *layout.entries(_CHECKOUT, _data()))))


def code_hash() -> str:
    """Hash of the code that reads and indexes."""
    total = hashlib.sha256()
    for package in _CODE:
        for file in sorted((_CHECKOUT / package).rglob("*.py")):
            total.update(file.relative_to(_CHECKOUT).as_posix().encode())
            total.update(file.read_bytes())
    return total.hexdigest()


def _changed(old: Sequence[FileEntry], new: Sequence[FileEntry]) -> str | None:
    """The first file that differs, and how."""
    before, after = ({entry.path: entry for entry in side} for side in (old, new))
    for path in sorted(before.keys() | after.keys()):
        if path not in after:
            return f"{path} is gone"
        if path not in before:
            return f"{path} is new"
        if before[path].sha256 != after[path].sha256:
            return f"{path} has changed"
    return None


def stale(folder: Path, corpora: Sequence[Path], model: ModelIdentity) -> str | None:
    """Why an index must be built anew, None if it need not.

    Looks at checksums of the corpus, the code and the model, and at the presence
    and size of the index's own files; their content is checked when it is opened.

    Args:
        folder: Of the index.
        corpora: Folders of acts.
        model: The embedding model in use.
    """
    try:
        generation = layout.current(folder)
        manifest = layout.load_manifest(generation)
        for entry in manifest.files:
            layout.check_size(generation, entry)
    except IndexerError as error:
        return str(error).removesuffix(f"; {REBUILD}")
    if manifest.model[1:] != model[1:]:
        return f"built with model {manifest.model}, in use is {model}"
    if manifest.code != code_hash():
        return "the code that reads and indexes acts has changed"
    return _changed(manifest.corpus, corpus_files(corpora))
