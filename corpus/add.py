"""Acts added to a corpus folder: checked, copied, written into its manifest.

Each act is complete on the disk before the manifest names it, and the manifest is
replaced as a whole; whatever interrupts the work leaves a corpus that loads.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from corpus.adding_errors import (
    ActAlreadyThereError,
    FolderUnwritableError,
    NothingToAddError,
)
from corpus.errors import CorpusError
from corpus.fetch import Address, Fetcher, read_address
from corpus.kinds import code_in_name
from corpus.load import read_file
from corpus.manifest import MANIFEST_NAME, ManifestRow, load_manifest, load_row
from corpus.model import Act, Language
from corpus.read_text import decode, load_bytes, read_text

#: Endings of act files.
SUFFIXES: Final = (".txt", ".html", ".htm")
#: Languages that a code is fetched in if none is named.
BOTH: Final[tuple[Language, ...]] = ("kk", "ru")
_HEADER: Final = """\
# Acts of this corpus; written by `python -m corpus add`. The first row of an act is
# the one that its ids are made of, further languages of it are versions.
"""
#: What was done with a file or page.
Done = Literal["added", "already-there", "refused"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a target.

    Attributes:
        target: File or address.
        done: What was done.
        detail: The new file's name, or why nothing was done.
    """

    target: str
    done: Done
    detail: str


@dataclass(frozen=True, slots=True)
class _Source:
    """Bytes of an act and where they come from."""

    name: str
    data: bytes
    origin: str


def add_targets(
    targets: Iterable[str],
    folder: Path,
    fetcher: Fetcher,
    languages: Sequence[Language] = (),
) -> Iterator[Outcome]:
    """Add acts one by one; an outcome is given as soon as its act is on the disk.

    What fails is told and left out, the rest goes on. Pages that the corpus has
    already are not fetched again, so that an interrupted list is taken up by running
    it once more.

    Args:
        targets: Files, folders, codes or addresses.
        folder: Of the corpus; made if it is not there.
        fetcher: For codes and addresses.
        languages: In which codes are fetched; Kazakh and Russian if empty.
    """
    for target in targets:
        try:
            address = read_address(target, fetcher.manners.site)
        except CorpusError as error:
            yield Outcome(target, "refused", str(error))
            continue
        if address:
            wanted = (address.language,) if address.language else languages or BOTH
            for language in wanted:
                yield _fetched(address, language, folder, fetcher)
        else:
            yield from _local(target, folder)


def _local(target: str, folder: Path) -> Iterator[Outcome]:
    """The outcomes of a file or of all act files below a folder."""
    path = Path(target)
    if not path.exists():
        yield Outcome(target, "refused", str(NothingToAddError(target)))
        return
    files = [path] if path.is_file() else sorted(_act_files(path))
    if not files:
        yield Outcome(target, "refused", f"{target}: no act files in it (.txt, .html)")
    for file in files:
        try:
            data = load_bytes(file)
            name = add_act(folder, _Source(file.name, data, file.name))
        except CorpusError as error:
            yield Outcome(str(file), "refused", str(error))
        else:
            yield Outcome(str(file), "added", name)


def _act_files(folder: Path) -> Iterator[Path]:
    """Files below a folder that may be acts."""
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and path.suffix.lower() in SUFFIXES and not hidden:
            yield path


def _fetched(
    address: Address, language: Language, folder: Path, fetcher: Fetcher
) -> Outcome:
    """The outcome of a page of the site."""
    url = fetcher.url(address.code, language)
    try:
        held = _held(folder, address.code, language)
        if held:
            return Outcome(url, "already-there", held)
        data = fetcher.fetch(url)
        name = add_act(folder, _Source(f"{address.code}.{language}.html", data, url))
    except CorpusError as error:
        return Outcome(url, "refused", str(error))
    return Outcome(url, "added", name)


def add_act(folder: Path, source: _Source) -> str:
    """Put one act into a corpus folder; the name of its new file is returned.

    Raises:
        CorpusError: It is no act, or the corpus has it already, or the folder cannot
            be written; nothing has changed then.
    """
    path = Path(source.name)
    text = read_text(path.name, decode(path, source.data))
    act, _ = read_file(text)
    held = _held(folder, act.id, act.language)
    if held:
        raise ActAlreadyThereError(source.origin, act.id, act.language, held)
    name = _name(folder, path.name, act)
    row = _row_text(
        {
            "file": name,
            "language": act.language,
            "source": source.origin,
            "sha256": hashlib.sha256(source.data).hexdigest(),
        }
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder, name, source.data, row)
    except OSError as error:
        raise FolderUnwritableError(folder, error.strerror or "unknown") from error
    return name


def _name(folder: Path, given: str, act: Act) -> str:
    """The name of an act's file: as given if it is the act's code and is free."""
    listed = {row.file for row in _rows(folder)}
    if code_in_name(given) == act.id and given.isascii() and given not in listed:
        return given
    suffix = ".txt" if given.lower().endswith(".txt") else ".html"
    return f"{act.id}.{act.language}{suffix}"


def _write(folder: Path, name: str, data: bytes, row: str) -> None:
    """Write an act, then the manifest with its row; both or neither."""
    _replace(folder / name, data)
    try:
        _replace(folder / MANIFEST_NAME, (_manifest_text(folder) + row).encode())
    except BaseException:
        (folder / name).unlink()
        raise


def _held(folder: Path, act_id: str, language: Language) -> str:
    """The file of the corpus that holds an act in a language; "" if none does."""
    for row in _rows(folder):
        code, held = code_in_name(row.file), row.language
        if not code or held == "und":
            code, held = _identity(folder, row)
        if (code, held) == (act_id, language):
            return row.file
    return ""


def _rows(folder: Path) -> tuple[ManifestRow, ...]:
    """The rows of a corpus; none where there is no manifest yet."""
    return load_manifest(folder) if (folder / MANIFEST_NAME).exists() else ()


def _identity(folder: Path, row: ManifestRow) -> tuple[str, Language]:
    """Id and language of an act whose file is not named by them."""
    with suppress(CorpusError):
        act, _ = read_file(load_row(folder, row), corrections=row.corrections)
        return act.id, act.language
    return "", "und"


def _manifest_text(folder: Path) -> str:
    """The manifest so far, ready for another row."""
    path = folder / MANIFEST_NAME
    text = path.read_text(encoding="utf-8") if path.exists() else _HEADER
    return text if text.endswith("\n") else f"{text}\n"


def _row_text(values: dict[str, str]) -> str:
    """A row of a manifest; JSON's strings are TOML's as well but for one character."""
    lines = (
        f"{key} = {json.dumps(value, ensure_ascii=False)}".replace("\x7f", "\\u007F")
        for key, value in values.items()
    )
    return "\n[[act]]\n" + "\n".join(lines) + "\n"


def _replace(path: Path, data: bytes) -> None:
    """Write a file so that it is whole or not there at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
