"""A corpus folder → all its acts: the one door that other packages use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from corpus.errors import CorpusError
from corpus.evidence import Evidence
from corpus.manifest import MANIFEST_NAME, ManifestRow, load_manifest, load_row
from corpus.model import Act, Problem
from corpus.reading import read_act
from corpus.trace import ActFile

__all__ = ["Corpus", "load_corpus", "read_act"]

#: Endings of files that a manifest should name.
_ACT_SUFFIXES = frozenset((".txt", ".html", ".htm"))


@dataclass(frozen=True, slots=True)
class Corpus:
    """Acts as records.

    Attributes:
        acts: In order of their ids.
        problems: Of all files, in order of file and line.
        files: The act files, in order of their names.
    """

    acts: tuple[Act, ...]
    problems: tuple[Problem, ...]
    files: tuple[ActFile, ...]


def load_corpus(
    folder: Path, *, progress: Callable[[str], None] | None = None
) -> Corpus:
    """Read all acts of a folder.

    An act that cannot be understood becomes a problem of its file, and the others
    still load; a file that is missing, damaged or not the reviewed one stops all.

    Args:
        folder: Holds ``manifest.toml`` and the act files.
        progress: Told the name of each file before it is read.

    Raises:
        CorpusError: The manifest or a file cannot be used; the message names it and
            the next step.
    """
    rows = load_manifest(folder)
    files = tuple(load_row(folder, row) for row in rows)
    evidence = Evidence.of(file.text for file in files)
    acts: list[Act] = []
    problems: list[Problem] = list(_unlisted(folder, rows))
    for row, file in zip(rows, files, strict=True):
        if progress:
            progress(file.name)
        try:
            act, found = read_act(file, evidence, row.corrections)
        except CorpusError as error:
            problems.append(Problem(file.name, 0, "not-an-act", str(error)))
            continue
        acts.append(act)
        problems.extend(found)
        if row.language not in {act.language, "und"}:
            detail = f"{row.language} in the manifest, {act.language} by its letters"
            problems.append(Problem(file.name, 0, "language-differs", detail))
    acts, doubled = _without_doubles(acts)
    return Corpus(tuple(acts), tuple(sorted([*problems, *doubled], key=_place)), files)


def _unlisted(folder: Path, rows: Sequence[ManifestRow]) -> list[Problem]:
    """Files of the folder that the manifest does not name."""
    named = {row.file for row in rows}
    return [
        Problem(path.name, 0, "not-in-manifest", f"add it to {MANIFEST_NAME}")
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in _ACT_SUFFIXES and path.name not in named
    ]


def _without_doubles(acts: Sequence[Act]) -> tuple[list[Act], list[Problem]]:
    """Acts in order of their ids, each once; the first file of an act is kept."""
    ordered = sorted(acts, key=lambda act: (act.id, act.source.file))
    doubled = {
        later.source.file: earlier
        for earlier, later in pairwise(ordered)
        if earlier.id == later.id
    }
    problems = [
        Problem(name, 0, "act-doubled", f"{act.id} is already in {act.source.file}")
        for name, act in sorted(doubled.items())
    ]
    return [act for act in ordered if act.source.file not in doubled], problems


def _place(problem: Problem) -> tuple[str, int, str, str]:
    """Order of problems."""
    return problem.file, problem.line, problem.code, problem.detail
