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
from service.highlights import Marker
from service.model import Query, Reply
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
        query = self.understand(text, act_ids=act_ids, language=language, exact=exact)
        hits = self.retriever.retrieve(query)
        concepts = self.retriever.concepts(query)
        answers, refusal = answer(query, hits, self.index, self.knowledge, concepts)
        return Reply(
            query=query,
            intent=answers[0].intent if answers else query.intents[0],
            answers=answers[:limit],
            refusal=None if answers else refusal,
            related=hits[:limit],
        )

    def search(self, request: SearchRequest) -> SearchResult:
        """A page of provisions for words or a question."""
        start = time.perf_counter()
        query = self.understand(
            request.text, act_ids=request.act_ids, exact=request.exact
        )
        found = search(request, query, self.retriever, self.marker)
        return replace(found, took_ms=(time.perf_counter() - start) * 1000)
