"""One run over the gold: read, ask, search, and all figures of it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tqdm import tqdm

from corpus.model import Act
from eval.asking import judge_reply
from eval.gold import GoldAct, Question
from eval.ranking import judged, rank_scores, relevant
from eval.reading import judge_act
from eval.tally import Tally
from indexer.store import Index
from service.engine import Engine
from service.search_model import SearchRequest

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
        search_by_kind: Measures of the ranking by kind of question.
    """

    scores: dict[str, float]
    right: tuple[str, ...]
    missed: tuple[tuple[str, str], ...]
    latency_ms: dict[str, list[float]]
    search_by_kind: dict[str, dict[str, float]] = field(default_factory=dict)


def run(engine: Engine, acts: Sequence[GoldAct], questions: Sequence[Question]) -> Run:
    """Score an engine on hand-read acts and judged questions."""
    tally = Tally()
    for gold in acts:
        judge_act(whole_act(engine.index, gold.act_id), gold, tally)
    right, ask_ms = _ask(engine, acts, questions, tally)
    ranked, search_ms = _search(engine, questions)
    return Run(
        scores={**tally.rates(), **_by_language(ranked)},
        right=tuple(sorted(right)),
        missed=tuple(tally.missed),
        latency_ms={"ask": sorted(ask_ms), "search": sorted(search_ms)},
        search_by_kind=_by_kind(ranked),
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
        if reply.refusal is not None:
            tally.add("refusal precision", question.kind == "unanswerable")
    return right, times


class _Ranked(NamedTuple):
    """A question, the ids that count as right, and those found, best first."""

    question: Question
    known: Sequence[str]
    found: Sequence[str]


def _search(
    engine: Engine, questions: Sequence[Question]
) -> tuple[list[_Ranked], list[float]]:
    ranked, times = [], []
    asked = [q for q in questions if judged(q)]
    for question in tqdm(asked, desc="search", unit="question", disable=None):
        _, provisions = engine.index.provisions(question.act_id)
        start = time.perf_counter()
        result = engine.search(SearchRequest(text=question.text, limit=DEPTH))
        times.append((time.perf_counter() - start) * 1000)
        found = [hit.provision_id for hit in result.hits]
        ranked.append(_Ranked(question, relevant(question, provisions), found))
    return ranked, times


def _measures(ranked: Iterable[_Ranked]) -> dict[str, float]:
    part = tuple(ranked)
    return rank_scores(
        {one.question.id: one.known for one in part},
        {one.question.id: one.found for one in part},
    )


def _by_language(ranked: Sequence[_Ranked]) -> dict[str, float]:
    scores: dict[str, float] = {}
    for language in ("all", "kk", "ru", "en"):
        part = (r for r in ranked if language in {"all", r.question.language})
        found = _measures(part)
        scores.update({f"search {name} {language}": v for name, v in found.items()})
    return scores


def _by_kind(ranked: Sequence[_Ranked]) -> dict[str, dict[str, float]]:
    kinds = sorted({one.question.kind for one in ranked})
    return {
        kind: _measures(one for one in ranked if one.question.kind == kind)
        for kind in kinds
    }
