"""The first hits, ordered once more by weights that were fitted on judged questions.

Each hit is described by a few traits: how both legs of retrieval scored it, where
the words of the question stand in it, and whether it is the kind of provision that
holds such an answer. A weighted sum of these is added to its score. Only the first
hits are ordered anew, so that nothing is found or lost by it. The weights lie in
``words/ranking.json``; ``python -m eval rank`` fits them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from corpus.ids import ProvisionId
from corpus.model import Kind
from indexer.holdings import Holding
from service.concepts import Weighted
from service.coverage import Crowd, coverage, covered, named_by
from service.model import Feature, Hit, Intent, Query

#: Hits that are ordered anew: those that a reader sees first.
ORDERED: Final = 10
#: Where the fitted weights lie.
WEIGHTS_FILE: Final = Path(__file__).parent / "words" / "ranking.json"
#: Kinds that are above other units and say little themselves.
_HEADINGS: Final[frozenset[Kind]] = frozenset(
    {
        "annex",
        "part",
        "section",
        "subsection",
        "chapter",
        "paragraph",
        "article",
        "heading",
    }
)
#: Intents that a heading may serve as well as the words below it.
_OF_HEADINGS: Final[frozenset[Intent]] = frozenset({"provision", "status", "search"})
#: Intents that ask for a cell of a plan's row, and those that ask for several rows.
_OF_CELLS: Final[frozenset[Intent]] = frozenset(
    {"responsible", "deadline", "completion_form", "funding"}
)
_OF_LISTS: Final[frozenset[Intent]] = frozenset({"list", "count"})
#: Least units below one that lists something.
_LEAST_LISTED: Final = 2
#: Provisions with fewer lemmas are no denser for being short.
_LEAST_LEMMAS: Final = 3


class Traits(NamedTuple):
    """What a hit is judged by; shares lie between 0 and 1, flags are 0 or 1.

    Attributes:
        words: Its score among the hits by words, the best one's being 1.
        vectors: The same among the hits by meaning.
        context: Share of the question that only the headings above it hold.
        whole: Square of the share of the question that it holds.
        name: Share of the question that its title or heading holds.
        density: Lemmas of the question in it, by the root of all its lemmas; both
            counted per language that it is in.
        length: Logarithm of the number of its lemmas per language.
        rarest: How well it holds the rarest thing that the question names.
        body: It is charged to a body that the question names.
        heading: It is a heading, and the question asks for more than one.
        cell: It is a measure, and a cell of one is asked for.
        indicator: It is an indicator, and a cell of a measure is asked for.
        listing: It has units below it, and a list or a number is asked for.
        row: It is a row of a plan, and a list or a number is asked for.
        outer: The mixed score of the best unit around it.
    """

    words: float = 0.0
    vectors: float = 0.0
    context: float = 0.0
    whole: float = 0.0
    name: float = 0.0
    density: float = 0.0
    length: float = 0.0
    rarest: float = 0.0
    body: float = 0.0
    heading: float = 0.0
    cell: float = 0.0
    indicator: float = 0.0
    listing: float = 0.0
    row: float = 0.0
    outer: float = 0.0


#: Name of the feature that all reordered hits of a query were raised by.
LEVEL: Final = "level"
#: Names of the features that were learned.
_LEARNED: Final = frozenset({*Traits._fields, LEVEL})


@dataclass(frozen=True, slots=True)
class Scene:
    """What all hits of one question share.

    Attributes:
        query: As understood.
        concepts: Of the query, with their weights.
        words: Scores by words, the best one's being 1.
        vectors: Scores by meaning, the best one's being 1.
        mixed: Both mixed, of the hits that may be around others.
    """

    query: Query
    concepts: Sequence[Weighted]
    words: Mapping[str, float]
    vectors: Mapping[str, float]
    mixed: Mapping[str, float]


class Place(NamedTuple):
    """What is known of the provision of a hit.

    Attributes:
        held: What it is found by.
        below: Number of units right below it.
    """

    held: Holding
    below: int


class _Shares(NamedTuple):
    """How much of a question one provision holds, each 0 to 1.

    Attributes:
        own: In its own words.
        name: In what it is called.
        rarest: Of the rarest thing that the question names.
        lemmas: Number of the lemmas of the question in its own words.
    """

    own: float
    name: float
    rarest: float
    lemmas: int


def traits(hits: Sequence[Hit], places: Sequence[Place], scene: Scene) -> list[Traits]:
    """What speaks for and against hits.

    Args:
        hits: Of one question.
        places: Of their provisions, in the same order.
        scene: Of the question.
    """
    shares = _shares([place.held for place in places], scene.concepts)
    rows = zip(hits, places, shares, strict=True)
    return [_traits(*row, scene) for row in rows]


def _shares(held: Sequence[Holding], concepts: Sequence[Weighted]) -> list[_Shares]:
    """What the traits are made of, of many provisions together."""
    named = named_by(concepts)
    crowd = Crowd.of(held, named)
    names = [one._replace(own=one.name, context=frozenset()) for one in held]
    lemmas = frozenset().union(*(c.lemmas for c in concepts))
    return list(
        map(
            _Shares,
            coverage(concepts, crowd.by_own()),
            coverage(concepts, Crowd.of(names, named)),
            _rarest(concepts, crowd),
            [len(lemmas & one.own) for one in held],
        )
    )


def _traits(hit: Hit, place: Place, shares: _Shares, scene: Scene) -> Traits:
    key, own = hit.provision_id, len(place.held.own)
    languages = max(1, len(place.held.spoken))
    density = shares.lemmas / math.sqrt(max(_LEAST_LEMMAS, own))
    return Traits(
        words=scene.words.get(key, 0.0),
        vectors=scene.vectors.get(key, 0.0),
        context=hit.coverage - shares.own,
        whole=hit.coverage**2,
        name=shares.name,
        density=density / math.sqrt(languages),
        length=math.log1p(own / languages),
        rarest=shares.rarest,
        body=float(any(f"body:{b}" in place.held.tags for b in scene.query.body_ids)),
        outer=max((scene.mixed.get(k, 0.0) for k in around(key)), default=0.0),
        **_fits(key.kind, scene.query.intents[0], place.below),
    )


def _fits(kind: str, intent: Intent, below: int) -> dict[str, float]:
    """The traits that tell whether a kind of provision serves an intent."""
    asks = intent in _OF_CELLS
    many = intent in _OF_LISTS
    return {
        "heading": float(kind in _HEADINGS and intent not in _OF_HEADINGS),
        "cell": float(kind == "measure" and asks),
        "indicator": float(kind == "indicator" and asks),
        "listing": float(many and below >= _LEAST_LISTED),
        "row": float(many and kind in {"measure", "indicator"}),
    }


def _rarest(concepts: Sequence[Weighted], crowd: Crowd) -> list[float]:
    known = [c for c in concepts if c.known] or concepts
    rarest = max(known, key=lambda c: c.weight, default=None)
    return covered(rarest, crowd) if rarest else [0.0] * len(crowd.spoken)


def around(key: ProvisionId) -> Iterator[str]:
    """The ids of the units around a provision, outermost first."""
    steps = key.split("/")
    yield from ("/".join(steps[:size]) for size in range(2, len(steps)))


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
