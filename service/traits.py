"""What speaks for and against the first hits of a question.

How both legs of retrieval scored a hit, where the words of the question stand in it,
and whether it is the kind of provision that holds such an answer.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from corpus.model import Kind
from indexer.holdings import Holding
from indexer.says import FIGURE, MEANING, TIME
from service.concepts import Weighted
from service.coverage import Crowd, coverage, covered, named_by
from service.model import Hit, Intent, Query

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
#: Intents that a figure answers.
_OF_FIGURES: Final[frozenset[Intent]] = frozenset({"count", "funding"})
#: Least units below one that lists something.
_LEAST_LISTED: Final = 2
#: Provisions with fewer lemmas are no denser for being short.
_LEAST_LEMMAS: Final = 3


class Traits(NamedTuple):
    """What a hit is judged by; shares lie between 0 and 1, flags are 0 or 1.

    Attributes:
        words: Its score among the hits by words, the best one's being 1.
        nearness: How near it is in meaning.
        things: How many of the things of the question it holds at all, of all.
        context: Share of the question that only the headings above it hold.
        whole: Square of the share of the question that it holds.
        name: Share of the question that its title or heading holds.
        density: Lemmas of the question in it, by the root of all its lemmas; both
            counted per language that it is in.
        length: Logarithm of the number of its lemmas per language.
        body: It is charged to a body that the question names.
        heading: It is a heading, and the question asks for more than one.
        cell: It is a measure, and a cell of one is asked for.
        indicator: It is an indicator, and a cell of a measure is asked for.
        listing: It has units below it, and a list or a number is asked for.
        row: It is a row of a plan, and a list or a number is asked for.
        time: It says a date or a period, as every measure does in some way, and one
            is asked for.
        figure: It says a number, and one is asked for.
        meaning: It says what something is, and that is asked for.
        far_nearness: The nearness, if it has no words in the question's language.
        far_things: The things held, if so.
    """

    words: float = 0.0
    nearness: float = 0.0
    things: float = 0.0
    context: float = 0.0
    whole: float = 0.0
    name: float = 0.0
    density: float = 0.0
    length: float = 0.0
    body: float = 0.0
    heading: float = 0.0
    cell: float = 0.0
    indicator: float = 0.0
    listing: float = 0.0
    row: float = 0.0
    time: float = 0.0
    figure: float = 0.0
    meaning: float = 0.0
    far_nearness: float = 0.0
    far_things: float = 0.0


@dataclass(frozen=True, slots=True)
class Scene:
    """What all hits of one question share.

    Attributes:
        query: As understood.
        concepts: Of the query, with their weights.
        words: Scores by words, the best one's being 1.
        near: Cosines of the hits by meaning.
    """

    query: Query
    concepts: Sequence[Weighted]
    words: Mapping[str, float]
    near: Mapping[str, float]


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
        things: How many of the things named, of all.
        lemmas: Number of the lemmas of the question in its own words.
    """

    own: float
    name: float
    things: float
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
            _things(concepts, crowd),
            [len(lemmas & one.own) for one in held],
        )
    )


def _traits(hit: Hit, place: Place, shares: _Shares, scene: Scene) -> Traits:
    key, held, query = hit.provision_id, place.held, scene.query
    own, languages = len(held.own), max(1, len(held.spoken))
    density = shares.lemmas / math.sqrt(max(_LEAST_LEMMAS, own))
    near = scene.near.get(key, 0.0)
    far = bool(held.spoken) and query.language not in held.spoken
    return Traits(
        words=scene.words.get(key, 0.0),
        nearness=near,
        things=shares.things,
        context=hit.coverage - shares.own,
        whole=hit.coverage**2,
        name=shares.name,
        density=density / math.sqrt(languages),
        length=math.log1p(own / languages),
        body=float(any(f"body:{b}" in held.tags for b in query.body_ids)),
        far_nearness=near if far else 0.0,
        far_things=shares.things if far else 0.0,
        **_fits(key.kind, query.intents[0], place),
    )


def _fits(kind: str, intent: Intent, place: Place) -> dict[str, float]:
    """The traits that tell whether a kind of provision serves an intent."""
    asks = intent in _OF_CELLS
    many = intent in _OF_LISTS
    tags = place.held.tags
    return {
        "heading": float(kind in _HEADINGS and intent not in _OF_HEADINGS),
        "cell": float(kind == "measure" and asks),
        "indicator": float(kind == "indicator" and asks),
        "listing": float(many and place.below >= _LEAST_LISTED),
        "row": float(many and kind in {"measure", "indicator"}),
        "time": float(intent == "deadline" and (TIME in tags or kind == "measure")),
        "figure": float(intent in _OF_FIGURES and FIGURE in tags),
        "meaning": float(intent == "definition" and MEANING in tags),
    }


def _things(concepts: Sequence[Weighted], crowd: Crowd) -> list[float]:
    """How many concepts each provision holds, of all."""
    shares = [covered(concept, crowd) for concept in concepts]
    counts = [sum(map(bool, row)) for row in zip(*shares, strict=True)]
    return [n / len(concepts) for n in counts] or [0.0] * len(crowd.spoken)
