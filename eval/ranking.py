"""How well search ranks: by a reference implementation of the measures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import ir_measures
from ir_measures import RR, Qrel, ScoredDoc, Success, nDCG

from corpus.model import Provision
from eval.compare import cites
from eval.gold import Question

#: Success@k is the share of questions with evidence among the first k hits.
MEASURES = (Success @ 1, Success @ 5, Success @ 10, RR @ 10, nDCG @ 10)
#: How the measures are called in reports.
NAMES = {
    "Success@1": "hit@1",
    "Success@5": "recall@5",
    "Success@10": "recall@10",
    "RR@10": "mrr@10",
    "nDCG@10": "ndcg@10",
}


def judged(question: Question) -> bool:
    """Whether a question has one act's evidence to be found."""
    answerable = question.kind != "unanswerable" and bool(question.wanted.evidence)
    return answerable and question.act_id != "*"


def relevant(question: Question, provisions: Iterable[Provision]) -> list[str]:
    """Ids of the provisions of an act that cite the evidence."""
    evidence = question.wanted.evidence
    return [p.id for p in provisions if cites(p.source, evidence)]


def rank_scores(
    relevant_ids: Mapping[str, Sequence[str]], ranked: Mapping[str, Sequence[str]]
) -> dict[str, float]:
    """Mean of each measure over the questions, 0 to 1, four decimals.

    Args:
        relevant_ids: Question id to the ids that count as right.
        ranked: Question id to the ids found, best first.
    """
    qrels = [Qrel(q, d, 1) for q, ids in relevant_ids.items() for d in ids]
    run = [
        ScoredDoc(q, d, float(-rank))
        for q, ids in ranked.items()
        for rank, d in enumerate(ids)
    ]
    if not qrels:
        return {}
    found = ir_measures.calc_aggregate(MEASURES, qrels, run)
    return {NAMES[str(m)]: round(found[m], 4) for m in MEASURES}
