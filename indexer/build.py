"""Acts to an index: written aside, checked, then published in one step.

Whatever interrupts a build, the index that served before serves on. Texts that
the index before has vectors of are not embedded again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import msgspec
import numpy as np
from tqdm import tqdm

from corpus.lexicon import Lexicon
from corpus.model import Act
from indexer import layout
from indexer.analyze import Tokenize, fields
from indexer.dense import build_dense
from indexer.embed import Embedder
from indexer.errors import IndexerError
from indexer.freshness import code_hash
from indexer.holdings import save_holdings
from indexer.layout import Counts, FileEntry, Manifest
from indexer.lexical import LexicalDocument, build_lexical
from indexer.lexicon_file import save_lexicon
from indexer.marks import save_marks
from indexer.publish import build_folder, next_generation, publish
from indexer.readings import save_readings
from indexer.records import save_records
from indexer.renderings import Rendering
from indexer.segment import Clause, clauses
from indexer.smoke import check_generation
from indexer.sources import SourceFile, save_sources
from indexer.vectors import Embedded, VectorCache, embed_texts, save_vectors

#: Tokenized texts kept in memory while words are written.
_REMEMBERED: Final = 1024
_NO_RENDERINGS: Final[Mapping[str, tuple[Rendering, ...]]] = {}


@dataclass(frozen=True, slots=True)
class Material:
    """What an index is made of.

    Attributes:
        acts: In order of their ids.
        sources: The file of each act.
        corpus: Checksums of all files that had a part in it.
        renderings: Provision id → its words in other languages.
        lexicon: That questions over this index are read with.
    """

    acts: tuple[Act, ...]
    sources: tuple[SourceFile, ...]
    corpus: tuple[FileEntry, ...] = ()
    renderings: Mapping[str, tuple[Rendering, ...]] = field(
        default_factory=lambda: _NO_RENDERINGS
    )
    lexicon: Lexicon = field(default_factory=Lexicon.empty)


class Tools(NamedTuple):
    """What a build works with.

    Attributes:
        embedder: Makes the vectors.
        tokenize: Cuts texts into words.
        quiet: Show no progress bars.
    """

    embedder: Embedder
    tokenize: Tokenize
    quiet: bool = False


class Built(NamedTuple):
    """A published generation, how much it holds, and how many texts were embedded."""

    generation: Path
    counts: Counts
    embedded: int


class _Windows(NamedTuple):
    """Passages with the provision of each."""

    texts: list[str]
    provision_ids: list[str]


def build(folder: Path, material: Material, tools: Tools) -> Built:
    """Build an index and let it serve.

    Args:
        folder: Of the index; made if it is not there.
        material: Acts and their files.
        tools: Model and tokenizer.

    Raises:
        BuildRunningError: Another build is at work in the folder.
        SmokeTestError: The new index does not find what was put into it; it is
            not published.
    """
    code = code_hash()  # before the work: a later change shows as stale
    with build_folder(folder) as building:
        name = next_generation(folder)
        items = list(_clauses(material))
        passages = _windows(items)
        embedded = _embed(folder, passages, tools)
        _write(building, material, items, tools)
        _write_vectors(building, passages, embedded)
        manifest = _manifest(building, material, items, passages, tools)
        manifest = msgspec.structs.replace(manifest, generation=name, code=code)
        layout.save_manifest(building, manifest)
        check_generation(building, items, tools)
        generation = publish(folder, building, name)
    return Built(generation, manifest.counts, embedded.fresh)


def _clauses(material: Material) -> Iterator[Clause]:
    """All clauses in order of their ids, as the lexical index wants them."""
    for act in sorted(material.acts, key=lambda act: f"{act.id}/"):
        yield from sorted(clauses(act, material.renderings), key=lambda c: c.id)


def _windows(items: Sequence[Clause]) -> _Windows:
    pairs = [(text, item.id) for item in items for text in item.passages()]
    return _Windows([text for text, _ in pairs], [owner for _, owner in pairs])


def _cache(folder: Path, embedder: Embedder) -> VectorCache:
    """Vectors of the index that serves, if they are sound and of the same model."""
    empty = VectorCache.empty(embedder.identity.dimension)
    try:
        generation = layout.current(folder)
        manifest = layout.load_manifest(generation)
        for entry in manifest.files:
            if entry.path.startswith(f"{layout.TEXTS}/"):
                layout.check_file(generation, entry)
    except IndexerError:
        return empty
    if manifest.model[1:] != embedder.identity[1:]:
        return empty
    return VectorCache.load(generation / layout.TEXTS)


def _embed(folder: Path, passages: _Windows, tools: Tools) -> Embedded:
    cache = _cache(folder, tools.embedder)
    with tqdm(desc="embedding", unit=" texts", disable=tools.quiet or None) as bar:
        return embed_texts(passages.texts, tools.embedder, cache, bar.update)


def _documents(items: Sequence[Clause], tools: Tools) -> Iterator[LexicalDocument]:
    # The title of the act and the headings above come again with each provision.
    tokenize = lru_cache(maxsize=_REMEMBERED)(tools.tokenize)
    bar = tqdm(items, desc="words", unit=" provisions", disable=tools.quiet or None)
    for item in bar:
        yield LexicalDocument(item.id, item.tags, fields(item, tokenize))


def _write(
    building: Path, material: Material, items: Sequence[Clause], tools: Tools
) -> None:
    save_records(building / layout.RECORDS, material.acts, material.renderings)
    save_readings(building / layout.RECORDS, material.acts, material.renderings)
    save_marks(building / layout.RECORDS, material.acts, tools.embedder)
    save_sources(building / layout.SOURCES, material.sources)
    save_lexicon(building / layout.LEXICON, material.lexicon)
    documents = list(_documents(items, tools))
    save_holdings(building / layout.RECORDS, documents)
    build_lexical(building / layout.LEXICAL, documents)


def _write_vectors(building: Path, passages: _Windows, embedded: Embedded) -> None:
    vectors = np.ascontiguousarray(embedded.vectors)
    build_dense(building / layout.DENSE, vectors, passages.provision_ids)
    save_vectors(building / layout.TEXTS, passages.texts, vectors)


def _manifest(
    building: Path,
    material: Material,
    items: Sequence[Clause],
    passages: _Windows,
    tools: Tools,
) -> Manifest:
    acts = material.acts
    return Manifest(
        format=layout.FORMAT,
        generation="",
        built=datetime.now(UTC).isoformat(timespec="seconds"),
        code="",
        model=tools.embedder.identity,
        corpus=material.corpus,
        counts=Counts(
            acts=len(acts),
            provisions=sum(len(act.provisions) for act in acts),
            measures=sum(len(act.measures) for act in acts),
            indicators=sum(len(act.indicators) for act in acts),
            clauses=len(items),
            vectors=len(passages.texts),
        ),
        files=layout.files_of(building),
    )
