"""One run over the gold: read, ask, search, and all figures of it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tqdm import tqdm

from corpus.model import Act
from eval.asking import judge_reply
from eval.gold import GoldAct, Question
from eval.ranking import judged, rank_scores, relevant
from eval.reading import judge_act
from eval.tally import Tally
from indexer.store import Index
from service.engine import Engine
from service.model import SearchRequest

#: How many hits of a search are looked at.
DEPTH = 10


@dataclass(frozen=True, slots=True)
class Run:
    """What a run found.

    Attributes:
        scores: Share by key, 0 to 1, in a fixed order.
        right: Ids of the questions answered rightly, sorted.
        missed: ``(key, what)`` of each wrong judgement.
        latency_ms: Times of ``ask`` and ``search`` in milliseconds, sorted.
    """

    scores: dict[str, float]
    right: tuple[str, ...]
    missed: tuple[tuple[str, str], ...]
    latency_ms: dict[str, list[float]]


def run(engine: Engine, acts: Sequence[GoldAct], questions: Sequence[Question]) -> Run:
    """Score an engine on hand-read acts and judged questions."""
    tally = Tally()
    for gold in acts:
        judge_act(whole_act(engine.index, gold.act_id), gold, tally)
    right, ask_ms = _ask(engine, acts, questions, tally)
    search_scores, search_ms = _search(engine, questions)
    return Run(
        scores={**tally.rates(), **search_scores},
        right=tuple(sorted(right)),
        missed=tuple(tally.missed),
        latency_ms={"ask": sorted(ask_ms), "search": sorted(search_ms)},
    )


def whole_act(index: Index, act_id: str) -> Act | None:
    """An act with its provisions and measures, which the index keeps apart."""
    act = index.act(act_id)
    if act is None:
        return None
    _, provisions = index.provisions(act_id)
    _, measures = index.measures(act_ids=(act_id,))
    return replace(act, provisions=provisions, measures=measures)


def _ask(
    engine: Engine,
    acts: Sequence[GoldAct],
    questions: Sequence[Question],
    tally: Tally,
) -> tuple[list[str], list[float]]:
    by_id = {a.act_id: a for a in acts}
    right, times = [], []
    for question in tqdm(questions, desc="ask", unit="question", disable=None):
        start = time.perf_counter()
        reply = engine.ask(question.text)
        times.append((time.perf_counter() - start) * 1000)
        if judge_reply(question, reply, by_id, tally):
            right.append(question.id)
    return right, times


def _search(
    engine: Engine, questions: Sequence[Question]
) -> tuple[dict[str, float], list[float]]:
    known: dict[str, list[str]] = {}
    found: dict[str, list[str]] = {}
    times = []
    asked = [q for q in questions if judged(q)]
    for question in tqdm(asked, desc="search", unit="question", disable=None):
        _, provisions = engine.index.provisions(question.act_id)
        known[question.id] = relevant(question, provisions)
        start = time.perf_counter()
        result = engine.search(SearchRequest(text=question.text, limit=DEPTH))
        times.append((time.perf_counter() - start) * 1000)
        found[question.id] = [hit.provision_id for hit in result.hits]
    return _by_language(asked, known, found), times


def _by_language(
    asked: Sequence[Question], known: dict[str, list[str]], found: dict[str, list[str]]
) -> dict[str, float]:
    scores: dict[str, float] = {}
    for language in ("all", "kk", "ru", "en"):
        ids = {q.id for q in asked if language in {"all", q.language}}
        part = rank_scores(
            {i: known[i] for i in known if i in ids},
            {i: found[i] for i in found if i in ids},
        )
        scores.update({f"search {name} {language}": v for name, v in part.items()})
    return scores
