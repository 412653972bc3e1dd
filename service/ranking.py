"""The first hits, ordered once more by weights that were fitted on judged questions.

Each hit is described by a few traits (:mod:`service.traits`), and a weighted sum of
these is added to its score. Only the first hits are ordered anew, so that nothing
behind them is found or lost by it. The weights lie in ``words/ranking.json``;
``python -m eval ranking`` fits them.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from service.model import Feature, Hit
from service.traits import Traits

#: Hits that are ordered anew: those that a reader sees first.
ORDERED: Final = 10
#: Hits that are ordered with them where they have no words in the question's language:
#: their first scores tell less.
FURTHER: Final = 20
#: Where the fitted weights lie.
WEIGHTS_FILE: Final = Path(__file__).parent / "words" / "ranking.json"
#: Name of the feature that all reordered hits of a query were raised by.
LEVEL: Final = "level"
#: Names of the features that were learned.
_LEARNED: Final = frozenset({*Traits._fields, LEVEL})


def parted(hits: Sequence[Hit], foreign: Container[str]) -> tuple[list[Hit], list[Hit]]:
    """The hits to order anew, and those behind them.

    Args:
        hits: Best first.
        foreign: Provisions without words in the language of the question.
    """
    far = {n for n, hit in enumerate(hits[:FURTHER]) if hit.provision_id in foreign}
    first = [hit for n, hit in enumerate(hits) if n < ORDERED or n in far]
    rest = [hit for n, hit in enumerate(hits) if n >= ORDERED and n not in far]
    return first, rest


def reranked(
    hits: Sequence[Hit], described: Sequence[Traits], weights: Traits
) -> list[Hit]:
    """The same hits in the order of their scores with the traits weighed in.

    None of their scores falls: what the traits add is counted from the hit that
    they speak for least, so that hits further behind stay behind. Each trait that
    counts is a feature; "level" is what all were raised by.

    Args:
        hits: Best first.
        described: The traits of each.
        weights: What each trait counts.
    """
    added = [sum(w * x for w, x in zip(weights, d, strict=True)) for d in described]
    level = -min(added, default=0.0)
    found = [
        _raised(hit, tuple(_features(d, weights)), level, more)
        for hit, d, more in zip(hits, described, added, strict=True)
    ]
    return sorted(found, key=lambda hit: (-hit.score, hit.provision_id))


def _raised(hit: Hit, features: tuple[Feature, ...], level: float, more: float) -> Hit:
    told = (*hit.features, *features, Feature(LEVEL, level))
    return replace(hit, score=hit.score + more + level, features=told)


def _features(described: Traits, weights: Traits) -> Iterator[Feature]:
    named = zip(Traits._fields, described, weights, strict=True)
    yield from (Feature(name, w * x) for name, x, w in named if x)


def learned(hit: Hit) -> float:
    """How much of a hit's score was learned; 0 for hits that were not reordered."""
    return sum(f.value for f in hit.features if f.name in _LEARNED)


def load_weights(file: Path = WEIGHTS_FILE) -> Traits:
    """What each trait counts.

    Raises:
        ValueError: The file names other traits than there are.
    """
    found = json.loads(file.read_text(encoding="utf-8"))["weights"]
    if set(found) != set(Traits._fields):
        raise ValueError(f"{file}: other traits than {', '.join(Traits._fields)}")
    return Traits(**{name: float(weight) for name, weight in found.items()})


@cache
def shipped_weights() -> Traits:
    """The weights that ship, read once."""
    return load_weights()
