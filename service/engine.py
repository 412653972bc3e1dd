"""The whole service in one object: used by HTTP, command line and eval alike."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Self

from corpus.bodies import Bodies
from corpus.model import Language
from indexer.embed import open_embedder
from indexer.store import Index
from service.answers.route import answer
from service.binding import is_loose, speaks_of_others, unbound
from service.explain import explain
from service.field_filters import fields_in, narrowed, without
from service.highlights import Marker
from service.literal import plain
from service.model import Hit, Query, Reply
from service.reading_aloud import read_as
from service.retrieve import Retriever
from service.search import search
from service.search_model import SearchRequest, SearchResult
from service.settings import Settings
from service.spelling import read_question
from service.understand import Knowledge
from service.verify import Verifier
from service.vocabulary import Vocabulary

#: Hits shown beside an answer or in place of one.
RELATED: Final = 5


class Engine:
    """Questions in, replies out; safe to share between threads."""

    def __init__(self, index: Index, bodies: Bodies, *, alignment: bool = True) -> None:
        held = index.lexicon
        lexicon = held if alignment else held.without_aligned()
        self.index = index
        self.bodies = bodies
        self.knowledge = Knowledge.of(index, bodies, lexicon)
        self.vocabulary = Vocabulary.of(index.words, lexicon, bodies)
        self.retriever = Retriever(index, lexicon)
        self.marker = Marker(index)
        self.verifier = Verifier(self.knowledge, index)

    @classmethod
    def open(cls, settings: Settings) -> Self:
        """Open the index and the data beside it.

        Raises:
            IndexerError: The index is missing, damaged or foreign.
            BodiesFileError: The registry of bodies cannot be read.
        """
        index = Index.open(settings.index, open_embedder(settings.model))
        return cls(index, Bodies.load(), alignment=settings.alignment == "on")

    def understand(
        self,
        text: str,
        *,
        act_ids: Sequence[str] = (),
        language: Language | None = None,
        exact: bool = False,
    ) -> Query:
        """A question as understood; acts given outside it overrule those in it.

        Args:
            text: The question, not empty.
            act_ids: Only these acts.
            language: Of the question, where the caller knows it.
            exact: Take the words as typed, though they may be misspelt.
        """
        query = read_question(
            text, self.knowledge, self.vocabulary, language=language, exact=exact
        )
        return replace(query, act_ids=tuple(act_ids)) if act_ids else query

    def ask(
        self,
        text: str,
        *,
        act_ids: Sequence[str] = (),
        language: Language | None = None,
        limit: int = RELATED,
        exact: bool = False,
    ) -> Reply:
        """Answer a question, or say why not.

        Args:
            text: The question, not empty.
            act_ids: Only these acts.
            language: Of the question, where the caller knows it.
            limit: Most answers, and most related hits.
            exact: Take the words as typed, though they may be misspelt.
        """
        query, hits = self._heard(text, act_ids=act_ids, language=language, exact=exact)
        concepts = self.retriever.concepts(query)
        answers, refusal = answer(query, hits, self.index, self.knowledge, concepts)
        return Reply(
            query=query,
            intent=answers[0].intent if answers else query.intents[0],
            answers=answers[:limit],
            refusal=None if answers else refusal,
            related=hits[:limit],
        )

    def _heard(
        self,
        text: str,
        *,
        act_ids: Sequence[str] = (),
        language: Language | None = None,
        exact: bool = False,
    ) -> tuple[Query, tuple[Hit, ...]]:
        """A question as understood, its field filters read, and what was found."""
        fields = fields_in(text, self.knowledge)
        named = tuple(v for f in fields if f.name == "act" for v in f.values)
        query = self.understand(
            without(text, fields) if fields else text,
            act_ids=act_ids or named,
            language=language,
            exact=exact,
        )
        return self.found(query, given=bool(act_ids or named))

    def found(
        self, query: Query, *, given: bool = False
    ) -> tuple[Query, tuple[Hit, ...]]:
        """The hits that an answer is made of, and the question as they were found.

        An act that only a word seems to name is let go where the acts at large hold
        the question far better.

        Args:
            query: As understood.
            given: The acts were chosen outside the question.
        """
        hits = self.retriever.retrieve(query)
        if given or not is_loose(query):
            return query, hits
        free = unbound(query)
        others = self.retriever.retrieve(free)
        return (free, others) if speaks_of_others(hits, others) else (query, hits)

    def search(self, request: SearchRequest) -> SearchResult:
        """A page of provisions for words or a question."""
        start = time.perf_counter()
        said: tuple[str, ...] = ()
        if not request.plain:
            request, said = narrowed(request, self.knowledge)
        query = self.understand(request.text, exact=request.exact)
        if request.plain:
            query = plain(query)
            query = replace(query, read_as=read_as(query, self.knowledge))
        elif query.act_ids and request.act_ids:  # what the caller says overrules
            query = replace(query, act_ids=request.act_ids)
        query = replace(query, read_as=" · ".join((query.read_as, *said)))
        found = search(request, query, self.retriever, self.marker)
        return replace(found, took_ms=(time.perf_counter() - start) * 1000)

    def explained(self, text: str, *, act_ids: Sequence[str] = ()) -> tuple[str, ...]:
        """Every stage of an answer, a line each: slots, candidates, checks."""
        query, hits = self._heard(text, act_ids=act_ids)
        return explain(query, hits, self.index, self.knowledge)
