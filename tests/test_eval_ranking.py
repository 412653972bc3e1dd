"""Ranking measures on an example worked by hand."""

import math

import pytest

from eval.ranking import rank_scores


def test_two_questions_worked_by_hand() -> None:
    scores = rank_scores(
        {"q1": ["a"], "q2": ["b", "c"]},
        {"q1": ["a", "x"], "q2": ["x", "y", "b"]},
    )

    assert scores["hit@1"] == 0.5
    assert scores["recall@5"] == 1.0
    assert scores["mrr@10"] == pytest.approx((1 + 1 / 3) / 2, abs=1e-4)
    ideal = 1 + 1 / math.log2(3)
    second = (1 / math.log2(4)) / ideal
    assert scores["ndcg@10"] == pytest.approx((1 + second) / 2, abs=1e-4)


def test_a_question_without_hits_counts_as_missed() -> None:
    scores = rank_scores({"q1": ["a"], "q2": ["b"]}, {"q1": ["a"], "q2": []})

    assert scores["recall@10"] == 0.5


def test_nothing_judged_gives_no_scores() -> None:
    assert rank_scores({}, {}) == {}
