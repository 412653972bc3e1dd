"""``python -m eval ranking``: fit the weights of the ranking, and try them.

Only questions that tuning may see are used: those about the shipped acts, each asked
of the acts as they ship, and those of ``eval/own`` once more of an index where their
act stands without renderings beside others with them; then those about acts in one
language alone, so that the weights suit acts that users add as well. The figures are
of weights that were fitted on the other acts' questions, so that they tell of acts
that nobody has seen.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from tqdm import tqdm

from eval.ablation import UNRENDERED, engine_over
from eval.gold import Question
from eval.learning import Floats, Listed, first_right, fitted, unseen
from eval.ranking import judged, relevant
from indexer.build import Material
from indexer.embed import open_embedder
from indexer.material import SHIPPED_ACTS, load_material
from service.engine import Engine
from service.ranking import ORDERED, WEIGHTS_FILE
from service.settings import Settings
from service.traits import Traits

#: Hits that weights are fitted on: more than are ordered, for more to learn from.
_TAUGHT = 60


class Asked(NamedTuple):
    """Questions to learn from; those that are held are passed over.

    Attributes:
        own: About the shipped acts, asked without their renderings too.
        more: About the shipped acts.
        foreign: About acts in one language alone.
    """

    own: Sequence[Question]
    more: Sequence[Question]
    foreign: Sequence[Question]


def listed(engine: Engine, questions: Sequence[Question]) -> list[Listed]:
    """The hits of all judged questions with their traits."""
    asked = [q for q in questions if judged(q) and not q.held]
    shown = tqdm(asked, desc="search", unit="question", disable=None)
    found = (_listed(engine, question) for question in shown)
    return [one for one in found if one is not None]


def _listed(engine: Engine, question: Question) -> Listed | None:
    _, provisions = engine.index.provisions(question.act_id)
    right = set(relevant(question, provisions))
    retriever, query = engine.retriever, engine.understand(question.text)
    legs = retriever.legs(query)
    mixed = retriever.mixed(query, legs)
    hits = retriever.scored(query, mixed, {})[:_TAUGHT]
    if not hits or not right:
        return None
    described = retriever.described(hits, retriever.scene(query, legs))
    return Listed(
        question.act_id,
        np.array(described, dtype=np.float64),
        np.array([hit.score for hit in hits]),
        np.array([hit.provision_id in right for hit in hits]),
    )


def bare_halves(material: Material) -> Iterator[tuple[frozenset[str], Material]]:
    """The material twice, each time with another half of the acts unrendered.

    Yields:
        The ids of the acts without renderings, and the material.
    """
    ids = sorted(act.id for act in material.acts)
    for half in (frozenset(ids[::2]), frozenset(ids[1::2])):
        kept = {
            key: rows
            for key, rows in material.renderings.items()
            if key.partition("/")[0] not in half
        }
        yield half, replace(material, renderings=kept)


def listed_bare(settings: Settings, questions: Sequence[Question]) -> list[Listed]:
    """The hits of all judged questions where their acts stand without renderings."""
    embedder = open_embedder(settings.model)
    found: list[Listed] = []
    material = load_material([SHIPPED_ACTS], quiet=True).material
    for half, bare in bare_halves(material):
        asked = [q for q in questions if q.act_id in half]
        with engine_over(bare, embedder) as engine:
            found += listed(engine, asked)
    return found


def listed_foreign(settings: Settings, questions: Sequence[Question]) -> list[Listed]:
    """The hits of all judged questions about acts in one language alone."""
    folders = [SHIPPED_ACTS, UNRENDERED / "acts"]
    material = load_material(folders, quiet=True).material
    with engine_over(material, open_embedder(settings.model)) as engine:
        return listed(engine, questions)


def lines(lists: Sequence[Listed], weights: Floats) -> Iterator[str]:
    """What the weights are, and how they do."""
    none = np.zeros_like(weights)
    yield f"{len(lists)} lists of hits"
    yield f"before          {_rates([first_right(x, none, ORDERED) for x in lists])}"
    yield f"on unseen acts  {_rates(unseen(lists, ORDERED))}"
    yield f"on the same     {_rates([first_right(x, weights, ORDERED) for x in lists])}"
    for name, weight in zip(Traits._fields, weights.tolist(), strict=True):
        yield f"{weight:8.4f}  {name}"


def _rates(ranks: Sequence[int | None]) -> str:
    shares = (
        sum(rank is not None and rank <= most for rank in ranks) / len(ranks)
        for most in (1, 5, 10)
    )
    return "hit@1 {:.4f}, recall@5 {:.4f}, recall@10 {:.4f}".format(*shares)


def save(weights: Floats, questions: int, file: Path = WEIGHTS_FILE) -> None:
    """Write weights as the service reads them; the same weights, the same bytes."""
    named = zip(Traits._fields, weights.tolist(), strict=True)
    raw = {
        "made_by": "python -m eval ranking",
        "questions": questions,
        "weights": {name: round(weight, 4) for name, weight in named},
    }
    file.write_text(json.dumps(raw, indent=1) + "\n", encoding="utf-8")


def fit(settings: Settings, asked: Asked) -> Iterator[str]:
    """Fit the weights on questions, write them, and tell how they do."""
    shipped = listed(Engine.open(settings), (*asked.own, *asked.more))
    bare = listed_bare(settings, asked.own)
    lists = [*shipped, *bare, *listed_foreign(settings, asked.foreign)]
    weights = fitted(lists)
    save(weights, len(lists))
    yield from lines(lists, weights)
    yield f"{WEIGHTS_FILE}: written"
