"""Fitting the weights that order the first hits; see :mod:`service.ranking`.

Each question is a list of hits, some of them right. The weights raise the chance
that a right one is drawn first, were hits drawn by the softmax of their scores
(Cao et al., Learning to Rank: From Pairwise Approach to Listwise Approach, 2007;
several right hits share the chance). A penalty on their squares keeps them small,
so that a trait counts only if many questions speak for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

#: How sharply the chance of being drawn first follows the score.
SHARPNESS: Final = 8.0
#: What the square of a weight costs, a trait's spread being 1.
PENALTY: Final = 1e-2
_STEPS: Final = 300


class Listed(NamedTuple):
    """The hits of one question, best first by their first score.

    Attributes:
        group: What is left out together when weights are tried on unseen data.
        traits: ``(hits, traits)``.
        scores: ``(hits,)``, before the traits count.
        right: ``(hits,)``: whether each holds evidence.
    """

    group: str
    traits: Floats
    scores: Floats
    right: Flags


def fitted(lists: Sequence[Listed]) -> Floats:
    """Weights of the traits, in units of the score.

    Args:
        lists: Questions; those without a right or a wrong hit teach nothing.
    """
    from scipy.optimize import minimize  # noqa: PLC0415 - not needed for scoring

    taught = [one for one in lists if one.right.any() and not one.right.all()]
    spread = np.vstack([one.traits for one in taught]).std(axis=0)
    spread[spread == 0] = 1.0
    scaled = [one._replace(traits=one.traits / spread) for one in taught]
    start = np.zeros(len(spread))
    options = {"maxiter": _STEPS}
    found = minimize(_loss(scaled), start, jac=True, method="L-BFGS-B", options=options)
    weights: Floats = found.x / spread / SHARPNESS
    return weights


def _loss(lists: Sequence[Listed]) -> Callable[[Floats], tuple[float, Floats]]:
    """The mean loss and its slope at given weights."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        """Loss and slope, penalty included."""
        total, slope = 0.0, np.zeros_like(weights)
        for one in lists:
            raised = one.traits @ weights + SHARPNESS * one.scores
            chance = np.exp(raised - raised.max())
            chance /= chance.sum()
            drawn = chance[one.right].sum()
            total -= float(np.log(drawn))
            share = np.where(one.right, chance / drawn, 0.0)
            slope -= one.traits.T @ (share - chance)
        penalty = PENALTY * float(weights @ weights)
        mean = slope / len(lists) + 2 * PENALTY * weights
        return total / len(lists) + penalty, mean

    return loss


def first_right(one: Listed, weights: Floats, ordered: int) -> int | None:
    """The rank, from 1, of the first right hit; None if there is none.

    Args:
        one: The hits of a question.
        weights: Of the traits.
        ordered: How many of the first hits are ordered anew.
    """
    raised = (one.scores + one.traits @ weights)[:ordered]
    order = [*np.argsort(-raised, kind="stable"), *range(ordered, len(one.scores))]
    ranks = (rank for rank, at in enumerate(order, start=1) if one.right[at])
    return next(ranks, None)


def unseen(lists: Sequence[Listed], ordered: int) -> list[int | None]:
    """Ranks of the first right hits, each group by weights fitted on the others."""
    weights = {
        group: fitted([one for one in lists if one.group != group])
        for group in sorted({one.group for one in lists})
    }
    return [first_right(one, weights[one.group], ordered) for one in lists]
