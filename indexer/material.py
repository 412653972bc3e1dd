"""Corpus folders to what an index is made of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, NoReturn

from tqdm import tqdm

from corpus.lexicon import Lexicon
from corpus.load import load_corpus
from corpus.model import Act, Problem, ProvisionId
from corpus.versions import Rendering as OfficialText
from corpus.versions import official_renderings
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

    Progress is shown where standard error is a terminal, unless ``quiet``.

    Raises:
        EmptyCorpusError: There is no act in them.
        RepeatedActError: Two files give the same act.
        CorpusError: A folder or file cannot be used.
    """
    files = corpus_files(folders)  # before reading: a later change shows as stale
    found: dict[str, tuple[Act, Path]] = {}
    official: dict[ProvisionId, tuple[OfficialText, ...]] = {}
    problems: list[Problem] = []
    for folder in folders:
        what = f"reading {folder.name}"
        with tqdm(desc=what, unit=" acts", disable=quiet or None) as bar:
            corpus = load_corpus(folder, progress=partial(_advance, bar))
        problems.extend(corpus.problems)
        official.update(official_renderings(corpus))
        for act in corpus.acts:
            path = folder / act.source.file
            if act.id in found:
                raise RepeatedActError(act.id, str(found[act.id][1]), str(path))
            found[act.id] = (act, path)
    if not found:
        raise EmptyCorpusError(tuple(folders))
    ordered = [found[act_id] for act_id in sorted(found)]
    material = Material(
        acts=tuple(act for act, _ in ordered),
        sources=tuple(SourceFile(act.id, path) for act, path in ordered),
        corpus=files,
        renderings=with_official(load_renderings(), official),
        lexicon=Lexicon.load(LEXICON),
    )
    return Loaded(material, tuple(problems))
