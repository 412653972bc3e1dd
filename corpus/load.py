"""A corpus folder → all its acts: the one door that other packages use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.align import Version, align
from corpus.bodies import Bodies
from corpus.charged import with_bodies
from corpus.contradictions import differences
from corpus.errors import (
    ActEncodingError,
    ActFileBinaryError,
    ActFileEmptyError,
    ActFileTooBigError,
    ActLineTooLongError,
    CorpusError,
)
from corpus.evidence import Evidence, load_background
from corpus.html_page import visible_text
from corpus.manifest import (
    MANIFEST_NAME,
    Correction,
    ManifestRow,
    load_manifest,
    load_row,
)
from corpus.model import Act, Problem
from corpus.read_html import read_html
from corpus.read_text import PAGE_SUFFIXES
from corpus.reading import read_act
from corpus.trace import ActFile

__all__ = ["Corpus", "Version", "load_corpus", "read_act", "read_file"]

#: Endings of files that a manifest should name.
_ACT_SUFFIXES = frozenset((".txt", *PAGE_SUFFIXES))
#: Files that are no text of an act: reported, while the others still load.
_UNREADABLE = (
    ActEncodingError,
    ActFileBinaryError,
    ActFileEmptyError,
    ActFileTooBigError,
    ActLineTooLongError,
)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Acts as records.

    Attributes:
        acts: In order of their ids, each once.
        problems: Of all files, in order of file and line.
        files: The act files that could be read, in order of their names.
        versions: Further language versions of the acts, in order of ids and languages.
    """

    acts: tuple[Act, ...]
    problems: tuple[Problem, ...]
    files: tuple[ActFile, ...]
    versions: tuple[Version, ...] = ()


def load_corpus(
    folder: Path, *, progress: Callable[[str], None] | None = None
) -> Corpus:
    """Read all acts of a folder.

    An act that cannot be understood becomes a problem of its file, and the others
    still load; a file that is missing, damaged or not the reviewed one stops all.
    Of an act in several languages the first row of the manifest is the act itself;
    the others are its versions.

    Args:
        folder: Holds ``manifest.toml`` and the act files.
        progress: Told the name of each file before it is read.

    Raises:
        CorpusError: The manifest or a file cannot be used; the message names it and
            the next step.
    """
    rows = load_manifest(folder)
    problems: list[Problem] = list(_unlisted(folder, rows))
    loaded: list[tuple[ManifestRow, ActFile]] = []
    for row in rows:
        try:
            loaded.append((row, load_row(folder, row)))
        except _UNREADABLE as error:
            problems.append(Problem(row.file, 0, "file-unreadable", str(error)))
    words = (_words(file) for _, file in loaded)
    evidence = Evidence.of((*words, *load_background(folder)))
    acts: list[tuple[int, Act]] = []
    for row, file in loaded:
        if progress:
            progress(file.name)
        try:
            act, found = read_file(file, evidence, row.corrections)
        except CorpusError as error:
            problems.append(Problem(file.name, 0, "not-an-act", str(error)))
            continue
        acts.append((row.position, act))
        problems.extend(found)
        if row.language not in {act.language, "und"}:
            detail = f"{row.language} in the manifest, {act.language} by its letters"
            problems.append(Problem(file.name, 0, "language-differs", detail))
    first, versions, more = _by_language(acts)
    bodies = Bodies.load()
    return Corpus(
        acts=tuple(with_bodies(act, bodies) for act in first),
        problems=tuple(sorted([*problems, *more], key=_place)),
        files=tuple(file for _, file in loaded),
        versions=versions,
    )


def read_file(
    file: ActFile,
    evidence: Evidence | None = None,
    corrections: Sequence[Correction] = (),
) -> tuple[Act, tuple[Problem, ...]]:
    """Read an act file of any format; its name says which it is.

    Args:
        file: The file as given.
        evidence: Of the corpus; the file's own if None.
        corrections: Reviewed readings.

    Raises:
        CorpusError: It holds no act; the message names the file and the next step.
    """
    read = read_html if _is_page(file) else read_act
    return read(file, evidence, corrections)


def _is_page(file: ActFile) -> bool:
    """The file is a web page by its name."""
    return file.name.lower().endswith(PAGE_SUFFIXES)


def _words(file: ActFile) -> str:
    """The text of a file that is evidence of words."""
    return visible_text(file.text) if _is_page(file) else file.text


def _unlisted(folder: Path, rows: Sequence[ManifestRow]) -> list[Problem]:
    """Files of the folder that the manifest does not name."""
    named = {row.file for row in rows}
    return [
        Problem(path.name, 0, "not-in-manifest", f"add it to {MANIFEST_NAME}")
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in _ACT_SUFFIXES and path.name not in named
    ]


def _by_language(
    acts: Iterable[tuple[int, Act]],
) -> tuple[tuple[Act, ...], tuple[Version, ...], list[Problem]]:
    """Acts, each once, their further language versions, and what contradicts.

    Args:
        acts: With the position of each in the manifest.
    """
    first: dict[str, Act] = {}
    held: dict[tuple[str, str], Act] = {}
    versions: list[Version] = []
    problems: list[Problem] = []
    for _, act in sorted(acts, key=lambda item: (item[1].id, item[0])):
        name = act.source.file
        same = held.setdefault((act.id, act.language), act)
        if same is not act:
            detail = f"{act.id} is already in {same.source.file}"
            problems.append(Problem(name, 0, "act-doubled", detail))
            continue
        main = first.setdefault(act.id, act)
        if main is not act:
            alignment = align(main, act)
            versions.append(Version(act, dict(alignment.pairs)))
            problems.extend(differences(main, act, alignment))
    ordered = sorted(
        versions, key=lambda version: (version.act.id, version.act.language)
    )
    return tuple(first.values()), tuple(ordered), problems


def _place(problem: Problem) -> tuple[str, int, str, str]:
    """Order of problems."""
    return problem.file, problem.line, problem.code, problem.detail
