"""An index opened for answering: records, words and vectors behind one door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final, Self, Unpack

from corpus.ids import ProvisionId
from corpus.model import Act, Provision, Reference
from corpus.plan_model import Indicator, Measure
from corpus.trace import ActFile
from indexer import layout
from indexer.asked import Questions
from indexer.dense import DenseHit, DenseIndex
from indexer.embed import Embedder
from indexer.errors import ForeignModelError
from indexer.holdings import Holdings
from indexer.layout import Manifest
from indexer.lexical import LexicalHit, LexicalIndex
from indexer.lexicon_file import load_lexicon
from indexer.marks import kept_marks
from indexer.readings import Texts
from indexer.records import MeasureFilter, MeasureWanted, RecordStore
from indexer.renderings import Rendering
from indexer.sources import SourceStore
from indexer.terms import TermQuery

#: Records kept in memory after they were read.
_CACHED: Final = 8192
#: Most provisions that are read ahead: less than are kept, in some 0.1 s.
_AHEAD: Final = 3000


class Index:
    """A checked generation of an index; safe to share between threads.

    Attributes:
        folder: Of the generation.
        manifest: What it is made of.
        words: The lexical index itself, for facets, counts and vocabulary.
        vectors: The dense index itself.
        lexicon: That questions are read with, as it was when the index was built.
    """

    def __init__(self, folder: Path, manifest: Manifest, embedder: Embedder) -> None:
        self.folder = folder
        self.manifest = manifest
        self.words = LexicalIndex.open(folder / layout.LEXICAL)
        self.vectors = DenseIndex.open(folder / layout.DENSE)
        self.lexicon = load_lexicon(folder / layout.LEXICON)
        self._records = RecordStore(folder / layout.RECORDS)
        self._sources = SourceStore(folder / layout.SOURCES)
        self._acts = self._records.all(Act, "SELECT json FROM acts ORDER BY place")
        self._act_by_id = {act.id: act for act in self._acts}
        kept = lru_cache(_CACHED)
        self.provision, self.measure = kept(self._provision), kept(self._measure)
        self.children = kept(self._children)
        held = Holdings(self._records.rows)
        self.holdings, self.tags = held.many, held.tags
        self.without_tag = held.without_tag
        self.marks = kept_marks(self._records.rows)
        self.provision_ids = kept(self._provision_ids)
        texts = Texts(self._records.rows)
        self.reading, self.words_in = texts.reading, texts.words_in
        self.figures_in = texts.figures_in
        self.renderings = kept(self._renderings)
        self.indicators = kept(self._indicators)
        self.query_vector = Questions(embedder).vector

    @classmethod
    def open(cls, folder: Path, embedder: Embedder) -> Self:
        """Open the generation that serves, after checking every file of it.

        Args:
            folder: Of the index.
            embedder: The model in use; must be the one that the index was built by.

        Raises:
            IndexerError: One class per fact: no index, half-written, of another
                format, a file missing, truncated or damaged, a foreign model.
        """
        generation = layout.current(folder)
        return cls.open_generation(generation, embedder)

    @classmethod
    def open_generation(cls, generation: Path, embedder: Embedder) -> Self:
        """The same for one generation, served or not."""
        manifest = verify(generation)
        if manifest.model[1:] != embedder.identity[1:]:
            raise ForeignModelError(
                generation, str(manifest.model), str(embedder.identity)
            )
        return cls(generation, manifest, embedder)

    def acts(self) -> tuple[Act, ...]:
        """Heads of all acts in order of ids.

        Provisions, measures, indicators and references are left out, see
        :meth:`whole_act`; so are the claims, which no answer needs.
        """
        return self._acts

    def read_ahead(self) -> None:
        """Read what hits are scored and marked by, unless it is too much to be kept.

        So the first questions do not wait for it, and processes that fork share it.
        """
        if self.manifest.counts.provisions <= _AHEAD:
            ids = [key for act in self._acts for key in self.provision_ids(act.id)]
            self.holdings(ids)
            self.marks(ids)
            for key in ids:
                self.tags(key)

    def act(self, act_id: str) -> Act | None:
        """The head of an act, None if it is not held."""
        return self._act_by_id.get(act_id)

    def provisions(
        self, act_id: str, limit: int = -1, offset: int = 0
    ) -> tuple[int, tuple[Provision, ...]]:
        """How many provisions an act has, and a page in reading order.

        Args:
            act_id: Of the act; an unknown one has none.
            limit: Most to return, -1 for all.
            offset: How many to leave out.
        """
        [(total,)] = self._records.rows(
            "SELECT count(*) FROM provisions WHERE act_id = ?", (act_id,)
        )
        sql = "SELECT json FROM provisions WHERE act_id = ? ORDER BY place"
        page = f"{sql} LIMIT ? OFFSET ?"
        return int(total), self._records.all(Provision, page, (act_id, limit, offset))

    def whole_act(self, act_id: str) -> Act | None:
        """An act with all its records but the claims, None if it is not held."""
        head = self.act(act_id)
        if head is None:
            return None
        provisions = self.provisions(act_id)[1]
        return replace(
            head,
            provisions=provisions,
            measures=self.measures(act_ids=(act_id,))[1],
            indicators=self.indicators(act_id),
            references=tuple(r for p in provisions for r in self.references(p.id)),
        )

    def _provision(self, provision_id: str) -> Provision | None:
        """A provision by its id, None if it is not held."""
        sql = "SELECT json FROM provisions WHERE id = ?"
        return self._records.one(Provision, sql, (provision_id,))

    def _provision_ids(self, act_id: str) -> tuple[ProvisionId, ...]:
        """Ids of all provisions of an act, in reading order."""
        sql = "SELECT id FROM provisions WHERE act_id = ? ORDER BY place"
        found = self._records.rows(sql, (act_id,))
        return tuple(ProvisionId.trusted(key) for (key,) in found)

    def _children(self, provision_id: str) -> tuple[Provision, ...]:
        """The units right below a provision, in reading order."""
        sql = "SELECT json FROM provisions WHERE parent = ? ORDER BY place"
        return self._records.all(Provision, sql, (provision_id,))

    def references(self, provision_id: str) -> tuple[Reference, ...]:
        """What a provision mentions, in order of its text."""
        sql = "SELECT json FROM mentions WHERE provision_id = ? ORDER BY place"
        return self._records.all(Reference, sql, (provision_id,))

    def _renderings(self, provision_id: str) -> tuple[Rendering, ...]:
        """A provision in other languages, cell by cell."""
        sql = "SELECT json FROM renderings WHERE provision_id = ? ORDER BY place"
        return self._records.all(Rendering, sql, (provision_id,))

    def _measure(self, measure_id: str) -> Measure | None:
        """A measure by its id, None if it is not held."""
        sql = "SELECT json FROM measures WHERE id = ?"
        return self._records.one(Measure, sql, (measure_id,))

    def measures(
        self, *, limit: int = -1, offset: int = 0, **wanted: Unpack[MeasureWanted]
    ) -> tuple[int, tuple[Measure, ...]]:
        """How many measures are as wanted, and a page of them in reading order.

        Args:
            limit: Most to return, -1 for all.
            offset: How many to leave out.
            wanted: See :class:`indexer.records.MeasureFilter`; all by default.
        """
        return self._records.measures(MeasureFilter(**wanted), limit, offset)

    def _indicators(self, act_id: str | None = None) -> tuple[Indicator, ...]:
        """Indicators of an act, or of all acts, in reading order."""
        if act_id is None:
            return tuple(i for act in self._acts for i in self.indicators(act.id))
        sql = "SELECT json FROM indicators WHERE act_id = ? ORDER BY place"
        return self._records.all(Indicator, sql, (act_id,))

    def body_counts(self) -> tuple[tuple[str, int], ...]:
        """Each body that is charged with a measure, and with how many, by id."""
        sql = "SELECT value, count(*) FROM keys WHERE kind = 'body' GROUP BY value"
        return tuple((str(body), int(count)) for body, count in self._records.rows(sql))

    def lexical(self, query: TermQuery, limit: int) -> tuple[LexicalHit, ...]:
        """The best provisions by words, best first, ties by id."""
        return self.words.search(query, limit)

    def dense(
        self,
        text: str,
        limit: int,
        keep: Callable[[str], bool] | None = None,
        glosses: tuple[str, ...] = (),
    ) -> tuple[DenseHit, ...]:
        """The provisions closest in meaning, best first, ties by id.

        Args:
            text: The question, in any language.
            limit: Most to return.
            keep: Which provisions may be returned; all by default.
            glosses: The question in other languages, see :mod:`indexer.asked`.
        """
        return self.vectors.search(self.query_vector(text, glosses), limit, keep)

    def source_lines(self, act_id: str, first: int, last: int) -> tuple[str, ...]:
        """Lines of the act file as given, 1-based, both ends included."""
        return self._sources.lines(act_id, first, last)

    def source(self, act_id: str) -> ActFile | None:
        """The whole act file as given, None if the act is not held."""
        return self._sources.file(act_id)


def verify(generation: Path) -> Manifest:
    """Check every file of a generation against its manifest.

    Raises:
        IndexerError: Half-written, of another format, a file missing, truncated
            or damaged.
    """
    manifest = layout.load_manifest(generation)
    for entry in manifest.files:
        layout.check_file(generation, entry)
    return manifest
