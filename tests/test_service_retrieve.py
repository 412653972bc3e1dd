"""From queries to hits, on the real acts."""

import pytest

from service.engine import Engine
from service.fusion import normalised
from service.retrieve import AFFINE_ROOM, SCORED


def test_a_repeal_is_found_though_its_note_holds_no_word_of_the_question(
    engine: Engine,
) -> None:
    query = engine.understand("стратегия әдістемесі 82 бұйрық күшінде ме")
    assert query.intents[0] == "status"
    assert query.act_ids == ("V2100024227",)

    kinds = [h.provision_id.steps[-1][0] for h in engine.retriever.retrieve(query)]

    assert "note" in kinds[:10]


def test_room_for_them_is_taken_from_the_last_of_the_scored(engine: Engine) -> None:
    query = engine.understand("стратегия әдістемесі 82 бұйрық күшінде ме")
    retriever = engine.retriever
    legs = retriever.legs(query)

    mixed = retriever.mixed(query, legs)

    keys = [key for key, _ in mixed]
    assert len(keys) == len(set(keys))
    found = {key for key, _ in (*legs.words, *legs.vectors)}
    assert found <= set(keys)
    room = [mix for _, mix in mixed[: SCORED - AFFINE_ROOM]]
    assert room == sorted(room, reverse=True)


@pytest.mark.parametrize("text", ["религия в школе", "who checks schools"])
def test_without_such_an_intent_the_mix_stands_as_it_is(
    engine: Engine, text: str
) -> None:
    query = engine.understand(text)

    mixed = engine.retriever.mixed(query, engine.retriever.legs(query))

    scores = [score for _, score in mixed]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] <= max(normalised(mixed).values())


def test_a_provision_named_by_number_is_first_whatever_it_says(
    engine: Engine,
) -> None:
    query = engine.understand("пункт 9 указа 588 погода")

    first = engine.retriever.retrieve(query)[0]

    assert first.provision_id == "U1300000588/annex-1/chapter-4/point-9"
    assert "addressed" in {f.name for f in first.features}


def test_hits_behind_the_first_ten_are_not_reordered(engine: Engine) -> None:
    query = engine.understand("подготовка кадров")
    hits = engine.retriever.retrieve(query)

    assert all("level" in {f.name for f in hit.features} for hit in hits[:10])
    assert not any("level" in {f.name for f in hit.features} for hit in hits[10:])
    scores = [hit.score for hit in hits]
    assert scores[:SCORED] == sorted(scores[:SCORED], reverse=True)
