"""Weights are learned from questions that teach something, and tried on others."""

import numpy as np
import pytest

from eval.learning import Listed, first_right, fitted, unseen


def _listed(group: str, rows: list[list[float]], right: int) -> Listed:
    flags = np.arange(len(rows)) == right
    return Listed(group, np.array(rows), np.zeros(len(rows)), flags)


def _lesson(group: str, seed: int) -> Listed:
    """Four hits; the right one has most of the first trait, the second is noise."""
    chance = np.random.default_rng(seed)
    rows = chance.random((4, 2))
    rows[0, 0] += 1.0
    order = chance.permutation(4)
    return Listed(group, rows[order], np.zeros(4), order == 0)


LESSONS = [_lesson("ab"[seed % 2], seed) for seed in range(40)]


def test_the_trait_that_tells_gets_the_weight() -> None:
    telling, noise = fitted(LESSONS).tolist()

    assert telling > 5 * abs(noise)


def test_weights_serve_questions_that_they_were_not_fitted_on() -> None:
    ranks = unseen(LESSONS, ordered=4)

    assert sum(rank == 1 for rank in ranks) >= 38


def test_fitting_repeats() -> None:
    np.testing.assert_array_equal(fitted(LESSONS), fitted(LESSONS))


def test_questions_without_choice_teach_nothing() -> None:
    all_right = Listed("a", np.ones((2, 2)), np.zeros(2), np.array([True, True]))
    none_right = all_right._replace(right=np.array([False, False]))

    found = fitted([*LESSONS, all_right, none_right])

    np.testing.assert_allclose(found, fitted(LESSONS))


@pytest.mark.parametrize(("ordered", "rank"), [(0, 3), (2, 3), (3, 1)])
def test_only_the_first_hits_are_ordered(ordered: int, rank: int) -> None:
    one = _listed("a", [[0.0], [0.0], [1.0]], right=2)

    assert first_right(one, np.array([1.0]), ordered) == rank


def test_a_question_without_a_right_hit_has_no_rank() -> None:
    one = _listed("a", [[0.0], [1.0]], right=9)

    assert first_right(one, np.array([1.0]), 2) is None
