"""Does a freshly written index find what was put into it?

Before a generation is published it is opened as a server would open it, every
checksum is compared, and some of its own provisions are looked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol

from indexer.analyze import Tokenize, terms
from indexer.embed import Embedder
from indexer.errors import SmokeTestError
from indexer.segment import Clause, clauses
from indexer.store import Index
from indexer.terms import Alternative, Group, TermQuery, field

#: Provisions looked for, spread over the index.
_SAMPLES: Final = 40
#: Words of a provision that are looked for together.
_WORDS: Final = 5
#: A quantised index may put equal neighbours before a provision itself.
_PLACES: Final = 20


class SearchTools(Protocol):
    """What a search needs beside the index; :class:`indexer.build.Tools` has it."""

    @property
    def embedder(self) -> Embedder:
        """Makes the vectors."""

    @property
    def tokenize(self) -> Tokenize:
        """Cuts texts into words."""


def check_generation(
    generation: Path, items: Sequence[Clause], tools: SearchTools
) -> None:
    """Open a generation and look for some of its provisions.

    Args:
        generation: The folder, manifest written.
        items: Its clauses, or some of them.
        tools: What it was built with.

    Raises:
        SmokeTestError: A count is wrong or a provision is not found.
        IndexerError: A file is missing or damaged.
    """
    _check(Index.open_generation(generation, tools.embedder), items, tools)


def check_served(generation: Path, tools: SearchTools) -> int:
    """The same for a generation whose clauses are not at hand.

    Returns:
        How many provisions were looked for.
    """
    index = Index.open_generation(generation, tools.embedder)
    acts = (index.whole_act(act.id) for act in index.acts())
    items = [
        clause
        for act in acts
        if act is not None
        for clause in clauses(
            act, {p.id: index.renderings(p.id) for p in act.provisions}
        )
    ]
    _check(index, items, tools)
    return len(_sample(items))


def _check(index: Index, items: Sequence[Clause], tools: SearchTools) -> None:
    problem = _count_problem(index) or next(
        filter(None, (_problem(index, item, tools) for item in _sample(items))), None
    )
    if problem:
        raise SmokeTestError(index.folder, problem)


def _sample(items: Sequence[Clause]) -> Sequence[Clause]:
    step = max(1, len(items) // _SAMPLES)
    return items[::step]


def _count_problem(index: Index) -> str | None:
    counts = index.manifest.counts
    found = (
        ("clauses", len(index.words), counts.clauses),
        ("vectors", len(index.vectors), counts.vectors),
        ("acts", len(index.acts()), counts.acts),
        ("measures", index.measures(limit=0)[0], counts.measures),
    )
    wrong = (f"{have} {what} of {want}" for what, have, want in found if have != want)
    return next(wrong, None)


def _problem(index: Index, item: Clause, tools: SearchTools) -> str | None:
    """What is wrong with the way to one provision, None if nothing is."""
    provision = index.provision(item.id)
    if provision is None:
        return f"{item.id} has no record"
    if not index.source_lines(item.act_id, *provision.source[1:]):
        return f"{item.id} has no source lines"
    if not _found_by_words(index, item, tools.tokenize):
        return f"{item.id} is not found by its words"
    if not _found_by_meaning(index, item, tools.embedder):
        return f"{item.id} is not found by its meaning"
    return None


def _found_by_words(index: Index, item: Clause, tokenize: Tokenize) -> bool:
    words = tuple(terms(tokenize(item.words, item.language), "words"))[:_WORDS]
    if not words:
        return True
    wanted = Alternative(field("all", "words"), words, slop=None)
    query = TermQuery((Group((wanted,), occurs="must"),), ((f"act:{item.act_id}",),))
    return any(
        hit.provision_id == item.id for hit in index.lexical(query, len(index.words))
    )


def _found_by_meaning(index: Index, item: Clause, embedder: Embedder) -> bool:
    """Its own passage brings it, or others whose vectors are as close."""
    vector = embedder.encode_passages(item.passages()[:1])[0]
    if not vector.any():
        return True
    hits = index.vectors.search(vector, _PLACES)
    own = (hit for hit in hits if hit.provision_id == item.id)
    return next(own, None) is not None or hits[-1].score > 1 - 1e-3
