"""Corpus folders to what an index is made of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Final, NamedTuple, NoReturn

from tqdm import tqdm

from corpus.lexicon import Lexicon
from corpus.load import load_corpus
from corpus.model import Act, Problem
from corpus.nlp import tokens
from corpus.versions import rendered_by, version_of
from indexer.alignment import learn_aligned
from indexer.build import Material
from indexer.errors import EmptyCorpusError, RepeatedActError
from indexer.freshness import corpus_files
from indexer.renderings import load_renderings, with_official
from indexer.sources import SourceFile

#: The acts that the project ships.
SHIPPED_ACTS: Final = Path(__file__).resolve().parent.parent / "corpus" / "acts"


def shipped_acts() -> tuple[Act, ...]:
    """The acts that the project ships, read."""
    return load_corpus(SHIPPED_ACTS).acts


#: Where the termbase lies.
LEXICON: Final = Path(__file__).resolve().parent.parent / "corpus" / "lexicon"


class Loaded(NamedTuple):
    """Material and what could not be read with certainty."""

    material: Material
    problems: tuple[Problem, ...]


def _advance(bar: tqdm[NoReturn], _name: str) -> None:
    bar.update()


def load_material(folders: Sequence[Path], *, quiet: bool = False) -> Loaded:
    """Read all acts of some corpus folders.

    An act that an earlier folder holds in another language is a further version of
    it: its official words take the place of unofficial renderings.

    Progress is shown where standard error is a terminal, unless ``quiet``.

    Raises:
        EmptyCorpusError: There is no act in them.
        RepeatedActError: Two files give the same act in the same language.
        CorpusError: A folder or file cannot be used.
    """
    files = corpus_files(folders)  # before reading: a later change shows as stale
    read = _Read({}, [], [])
    for folder in folders:
        what = f"reading {folder.name}"
        with tqdm(desc=what, unit=" acts", disable=quiet or None) as bar:
            corpus = load_corpus(folder, progress=partial(_advance, bar))
        read.problems.extend(corpus.problems)
        for act in (*corpus.acts, *(version.act for version in corpus.versions)):
            _take(read, act, folder / act.source.file)
    if not read.found:
        raise EmptyCorpusError(tuple(folders))
    ordered = [read.found[act_id] for act_id in sorted(read.found)]
    versions = (
        (held.act, version_of(held.act, other))
        for held in ordered
        for other in read.others
        if other.id == held.act.id
    )
    renderings = with_official(load_renderings(), rendered_by(versions))
    acts = tuple(held.act for held in ordered)
    aligned = learn_aligned(acts, renderings, tokens)
    material = Material(
        acts=acts,
        sources=tuple(SourceFile(held.act.id, held.path) for held in ordered),
        corpus=files,
        renderings=renderings,
        lexicon=_lexicon(LEXICON, _state(LEXICON)).with_aligned(aligned),
    )
    return Loaded(material, tuple(read.problems))


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells whether a folder was changed: names, sizes and times of its files."""
    stats = ((file.name, file.stat()) for file in sorted(folder.iterdir()))
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)


@lru_cache(maxsize=1)
def _lexicon(folder: Path, _kept_for: object) -> Lexicon:
    """The termbase of a folder as it is now; compiling it takes seconds."""
    return Lexicon.load(folder)


class _Held(NamedTuple):
    """An act and its file."""

    act: Act
    path: Path


class _Read(NamedTuple):
    """What was read so far.

    Attributes:
        found: Acts by id, in the language that came first.
        others: The same acts in other languages.
        problems: Of all files.
    """

    found: dict[str, _Held]
    others: list[Act]
    problems: list[Problem]


def _take(read: _Read, act: Act, path: Path) -> None:
    """Add an act, or a version of one that is there."""
    held = read.found.setdefault(act.id, _Held(act, path))
    if held.act is act:
        return
    spoken = {held.act.language} | {a.language for a in read.others if a.id == act.id}
    if act.language in spoken:
        raise RepeatedActError(act.id, str(held.path), str(path))
    read.others.append(act)
