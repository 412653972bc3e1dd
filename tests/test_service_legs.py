"""The legs of retrieval: how hits in another language are compared."""

import pytest

from service.engine import Engine
from service.glosses import glosses
from service.legs import CANDIDATES, FOREIGN, Legs, joined


def test_foreign_hits_count_by_the_translated_question_and_are_raised() -> None:
    known = [("A/point-1", 0.5), ("B/point-1", 0.2), ("C/point-1", 0.4)]
    far = [("B/point-1", 0.49), ("A/point-1", 0.9), ("D/point-1", 0.1)]

    again = joined(known, far, lambda key: key[0] in "BD")

    assert [key for key, _ in again] == [f"{act}/point-1" for act in "BACD"]
    assert dict(again)["B/point-1"] == pytest.approx(0.49 + FOREIGN)
    assert dict(again)["A/point-1"] == 0.5


def test_ties_stand_in_order_of_their_ids_and_none_is_nearer_than_itself() -> None:
    found = [("B/point-1", 1.0), ("A/point-1", 1.0)]

    again = joined((), found, lambda key: True)

    assert again == [("A/point-1", 1.0), ("B/point-1", 1.0)]


def test_each_leg_is_measured_by_its_best_hit() -> None:
    legs = Legs([("a", 4.0), ("b", 1.0)], [("b", 0.5)])

    assert legs.shares == {"words": {"a": 1.0, "b": 0.25}, "vectors": {"b": 1.0}}


@pytest.mark.parametrize(
    "text", ["профилактика религиозного экстремизма", "министр", "ministry of justice"]
)
def test_leaving_the_foreign_out_early_changes_nothing(
    engine: Engine, text: str
) -> None:
    query, index = engine.understand(text), engine.index
    told = glosses(engine.retriever.concepts(query), query.language)
    foreign = index.without_tag(f"spoken:{query.language}")
    assert foreign

    found = engine.retriever.legs(query).vectors

    known = index.dense(query.content_text, CANDIDATES)
    far = index.dense(query.content_text, 2 * CANDIDATES, None, told)
    assert [*found] == joined(known, far, foreign.__contains__)[:CANDIDATES]
