"""Merging ranked lists; pure.

Reciprocal rank fusion was tried on this corpus and always fell below a convex mix
of normalised scores, since it throws away how much better the first hit is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Ranked = Sequence[tuple[str, float]]


def normalised(ranked: Ranked) -> dict[str, float]:
    """Scores divided by the best one, so that they lie between 0 and 1.

    Args:
        ranked: ``(id, score)``, scores not below 0.

    Returns:
        Score by id; empty if there is nothing above 0.
    """
    best = max((score for _, score in ranked), default=0.0)
    if best <= 0:
        return {}
    return {key: score / best for key, score in ranked}


def convex(
    lists: Mapping[str, Mapping[str, float]], weights: Mapping[str, float]
) -> list[tuple[str, float]]:
    """Mix ranked lists by weighted sums of their normalised scores.

    Args:
        lists: By name, scores by id as :func:`normalised` gives them.
        weights: Weight by the same names; a list without a weight counts nothing.

    Returns:
        ``(id, score)`` best first; ties in id order, so that runs repeat.
    """
    mixed: dict[str, float] = {}
    for name, scores in lists.items():
        weight = weights.get(name, 0.0)
        if mixed:
            for key, score in scores.items():
                mixed[key] = mixed.get(key, 0.0) + weight * score
        else:
            mixed = {key: weight * score for key, score in scores.items()}
    return best_first(mixed.items())


def best_first(pairs: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    """Pairs of id and score by falling score; ties in id order, so that runs repeat."""
    # Plain tuples are compared several times as fast as by a key function.
    turned = sorted([(-score, key) for key, score in pairs])
    return [(key, -score) for score, key in turned]
