"""The first score of a hit: both legs mixed, what it holds, and small priors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from corpus.ids import ProvisionId
from corpus.model import Act, Kind
from service.located import is_under
from service.model import Feature, Intent, Query

#: Kinds of provisions of an act, under an intent, whose priors are kept.
_PRIORS: Final = 1 << 12


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much in a score; ``eval`` measures them.

    Attributes:
        words: Of the lexical leg in the mix.
        vectors: Of the dense leg in the mix.
        mix: Of the mixed score among the features.
        coverage: Of the share of the question that is held.
        record: Of a measure or indicator where a field of one is asked for.
        in_force: Of an act in force.
        rank: Of the act's place in the hierarchy of acts (:data:`RANKS`).
        note: Of an editorial note, which is not law.
        addressed: Of a provision that the question names by its number.
        affine: Of a kind of provision that an intent asks for (:data:`AFFINE`).
    """

    words: float = 0.5
    vectors: float = 0.5
    mix: float = 0.5
    coverage: float = 0.45
    record: float = 0.12
    in_force: float = 0.01
    rank: float = 0.004
    note: float = -0.1
    addressed: float = 2.0
    affine: float = 0.35


#: Kinds of provisions that hold what an intent asks for, whatever the words.
AFFINE: Final[Mapping[Intent, frozenset[Kind]]] = {
    "abbreviation": frozenset({"abbreviation"}),
    "definition": frozenset({"definition"}),
    "status": frozenset({"note"}),
}
#: Place of a kind of act in the hierarchy, 0 to 1; orders, decisions and acts of
#: local bodies have none.
RANKS: Final[Mapping[str, float]] = {
    "constitution": 1.0,
    "constitutional law": 0.9,
    "code": 0.8,
    "law": 0.7,
    "presidential decree": 0.5,
    "presidential directive": 0.4,
    "government resolution": 0.3,
}
#: Intents that ask for a field of a measure or indicator.
_OF_RECORDS: Final[frozenset[Intent]] = frozenset(
    {"responsible", "deadline", "completion_form", "funding", "list", "count"}
)
_RECORDS: Final[frozenset[Kind]] = frozenset({"measure", "indicator"})


class Scorer:
    """Scores hits; safe to share between threads.

    Attributes:
        weights: Of the features.
    """

    def __init__(
        self, weights: Weights, in_force: frozenset[str], ranks: Mapping[str, float]
    ) -> None:
        """Score by weights.

        Args:
            weights: Of the features.
            in_force: Ids of the acts in force.
            ranks: Place in the hierarchy by act id, 0 to 1.
        """
        self.weights = weights
        self._in_force, self._ranks = in_force, ranks
        self._priors = lru_cache(_PRIORS)(self._priors_of)

    @classmethod
    def of(cls, acts: Iterable[Act], weights: Weights) -> Self:
        """For the hits in some acts."""
        known = tuple(acts)
        return cls(
            weights,
            frozenset(a.id for a in known if a.status == "in_force"),
            {a.id: RANKS.get(a.kind, 0.0) for a in known},
        )

    def features(
        self, provision_id: ProvisionId, mixed: float, share: float, query: Query
    ) -> tuple[Feature, ...]:
        """The parts of a hit's score; those that do not apply are left out.

        Args:
            provision_id: Of the hit.
            mixed: Score of both legs, 0 to 1.
            share: Of the question that the provision holds, 0 to 1.
            query: As understood.
        """
        weights = self.weights
        found = (
            Feature("mix", weights.mix * mixed),
            Feature("coverage", weights.coverage * share),
            *self._priors(provision_id.kind, provision_id.act_id, query.intents[0]),
        )
        if query.address and is_under(provision_id, query.address):
            return (*found, Feature("addressed", weights.addressed))
        return found

    def _priors_of(self, kind: str, act_id: str, intent: Intent) -> tuple[Feature, ...]:
        """The parts that all provisions of a kind and an act have alike."""
        weights = self.weights
        found: list[Feature] = []
        if kind in _RECORDS and intent in _OF_RECORDS:
            found.append(Feature("record", weights.record))
        if act_id in self._in_force:
            found.append(Feature("in_force", weights.in_force))
        if rank := self._ranks.get(act_id, 0.0):
            found.append(Feature("rank", weights.rank * rank))
        if kind in AFFINE.get(intent, ()):
            found.append(Feature("affine", weights.affine))
        elif kind == "note":
            found.append(Feature("note", weights.note))
        return tuple(found)
