"""The lexical index: words of provisions in tantivy, whose only door this is.

Fields hold terms that were analysed before (:mod:`indexer.analyze`) and are cut
at blanks alone. Documents are added in order of their ids by one thread, so
that equal scores come out in id order and builds repeat.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import starmap
from operator import neg
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

import tantivy

from indexer.analyze import CELL_BORDER, FIELDS
from indexer.terms import TIE_BREAKER, Alternative, Group, TermQuery

#: Memory that the writer may fill before it cuts a segment, in bytes: enough
#: for some 100,000 provisions in one segment.
_HEAP: Final = 512_000_000
#: Terms of other fields whose frequencies are kept.
_TERMS: Final = 1 << 15
#: Fields of lemmas. The terms of those that are looked at are all kept: a question
#: asks for hundreds.
_LEMMAS: Final = frozenset(name for name in FIELDS if name.endswith("_stems"))
#: Alternatives whose queries are kept: questions say the same things again and again.
_ALTERNATIVES: Final = 1 << 14
#: Ids by row, one a line: the row alone is kept in tantivy, where it is fast.
_IDS: Final = "ids.txt"
_OCCURS: Final = {
    "should": tantivy.Occur.Should,
    "must": tantivy.Occur.Must,
    "must_not": tantivy.Occur.MustNot,
}


class LexicalDocument(NamedTuple):
    """What is stored of a provision: its id, tags, and analysed fields."""

    id: str
    tags: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]


class LexicalHit(NamedTuple):
    """A provision that holds what is looked for, with its BM25 score."""

    provision_id: str
    score: float


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("tags", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("row", fast=True)
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace")
    return builder.build()


def _document(row: int, item: LexicalDocument) -> tantivy.Document:
    document = tantivy.Document()
    document.add_unsigned("row", row)
    for tag in item.tags:
        document.add_text("tags", tag)
    for name, terms in item.fields:
        document.add_text(name, terms)
    return document


def build_lexical(folder: Path, documents: Iterable[LexicalDocument]) -> int:
    """Write a lexical index into an empty folder.

    Args:
        folder: Made if it is not there.
        documents: In order of their ids, no id twice.

    Returns:
        Number of documents written.

    Raises:
        ValueError: They are in another order.
    """
    folder.mkdir(parents=True, exist_ok=True)
    index = tantivy.Index(_schema(), path=str(folder))
    writer = index.writer(_HEAP, 1)
    ids: list[str] = []
    for row, item in enumerate(documents):
        if ids and ids[-1] >= item.id:
            raise ValueError(f"{item.id} after {ids[-1]}")
        writer.add_document(_document(row, item))
        ids.append(item.id)
    writer.commit()
    writer.wait_merging_threads()
    (folder / _IDS).write_text("".join(f"{x}\n" for x in ids), encoding="utf-8")
    for lock in folder.glob("*.lock"):
        lock.unlink()
    return len(ids)


class LexicalIndex:
    """A lexical index opened for searching; safe to share between threads."""

    def __init__(self, index: tantivy.Index, ids: tuple[str, ...]) -> None:
        self._schema = index.schema
        self._searcher = index.searcher()
        self._ids = ids
        self._looked_up = lru_cache(_TERMS)(self._searcher.doc_freq)
        self._frequencies = cache(self._read_frequencies)
        self._queries = lru_cache(_ALTERNATIVES)(self._made)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open what :func:`build_lexical` wrote."""
        ids = (folder / _IDS).read_text(encoding="utf-8").splitlines()
        return cls(tantivy.Index.open(str(folder)), tuple(ids))

    def __len__(self) -> int:
        """Number of documents."""
        return len(self._ids)

    def search(self, query: TermQuery, limit: int) -> tuple[LexicalHit, ...]:
        """The best provisions, best first, ties by id."""
        if limit <= 0:
            return ()
        hits = self._searcher.search(self._query(query), limit, count=False).hits
        if not hits:
            return ()
        scores, addresses = zip(*hits, strict=True)
        rows: Any = self._searcher.fast_field_values("row", list(addresses))
        keys = map(self._ids.__getitem__, rows)
        ranked = sorted(zip(map(neg, scores), keys, strict=True))
        return tuple(starmap(LexicalHit, [(key, -score) for score, key in ranked]))

    def count(self, query: TermQuery) -> int:
        """Exact number of provisions that the query finds."""
        found = self._searcher.search(self._query(query), 1, count=True)
        return int(found.count)  # type: ignore[attr-defined] # missing in its stubs

    def facets(self, query: TermQuery, prefix: str = "") -> tuple[tuple[str, int], ...]:
        """Tags with a prefix and how many of the found provisions carry each."""
        found = self._searcher.terms_with_prefix("tags", prefix, self._query(query))
        return tuple((str(tag), int(count)) for tag, count in found)

    def document_frequency(self, field: str, term: str) -> int:
        """Number of provisions whose field holds the term."""
        if field in _LEMMAS:
            return self._frequencies(field).get(term, 0)
        return int(self._looked_up(field, term))

    def vocabulary(self, field: str) -> tuple[tuple[str, int], ...]:
        """All terms of a field in code point order, with their frequencies."""
        known = field in _LEMMAS
        read = self._frequencies if known else self._read_frequencies
        return tuple(read(field).items())

    def fields_by_term(self, fields: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """The terms of some fields, each with those of the fields that hold it."""
        found: dict[str, frozenset[str]] = {}
        same: dict[frozenset[str], frozenset[str]] = {}  # few, so most are shared
        for name in fields:
            for term, _ in self.vocabulary(name):
                held = found.get(term, frozenset()) | {name}
                found[term] = same.setdefault(held, held)
        return found

    def _read_frequencies(self, field: str) -> Mapping[str, int]:
        found = self._searcher.terms_with_prefix(field, "")
        return {str(t): int(n) for t, n in found if t != CELL_BORDER}

    def _query(self, query: TermQuery) -> tantivy.Query:
        clauses = [(_OCCURS[g.occurs], self._group(g)) for g in query.groups]
        if not any(group.occurs != "must_not" for group in query.groups):
            clauses.append((tantivy.Occur.Must, _unscored(tantivy.Query.all_query())))
        scored = tantivy.Query.boolean_query(clauses)
        filters = [
            (tantivy.Occur.Must, _unscored(self._one_of(tags)))
            for tags in query.filters
        ]
        if not filters:
            return scored
        # Beside a "must" the "should" groups would no longer be needed at all.
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, scored), *filters])

    def _one_of(self, tags: tuple[str, ...]) -> tantivy.Query:
        return tantivy.Query.term_set_query(self._schema, "tags", list(tags))

    def _group(self, group: Group) -> tantivy.Query:
        best = tantivy.Query.disjunction_max_query(
            list(self._alternatives(group)), TIE_BREAKER
        )
        return _boosted(best, group.weight)

    def _alternatives(self, group: Group) -> Iterator[tantivy.Query]:
        return filter(None, map(self._queries, group.alternatives))

    def _made(self, alternative: Alternative) -> tantivy.Query | None:
        """An alternative as a query; None where nothing can be found by it."""
        field, terms, boost, _ = alternative
        if not all(self.document_frequency(field, term) for term in terms):
            return None
        return _boosted(self._alternative(alternative), boost)

    def _alternative(self, alternative: Alternative) -> tantivy.Query:
        if len(alternative.terms) > 1 and alternative.slop is not None:
            return tantivy.Query.phrase_query(
                self._schema,
                alternative.field,
                list(alternative.terms),
                alternative.slop,
            )
        terms = [self._term(alternative.field, term) for term in alternative.terms]
        if len(terms) == 1:
            return terms[0]
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, t) for t in terms])

    def _term(self, field: str, term: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, term, "freq")


def _boosted(query: tantivy.Query, boost: float) -> tantivy.Query:
    """The query with its score times a factor; each wrapping copies the query."""
    return query if boost == 1.0 else tantivy.Query.boost_query(query, boost)


def _unscored(query: tantivy.Query) -> tantivy.Query:
    return tantivy.Query.const_score_query(query, 0.0)
