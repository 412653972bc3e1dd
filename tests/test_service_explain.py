"""Every stage of an answer, as lines."""

from service.engine import Engine
from service.explain import explain


def _lines(engine: Engine, question: str) -> tuple[str, ...]:
    query = engine.understand(question)
    hits = engine.retriever.retrieve(query)
    return explain(query, hits, engine.index, engine.knowledge)


def test_stages_of_an_answer(engine: Engine) -> None:
    lines = _lines(engine, "кто отвечает за меру 42 постановления № 580")
    heads = [line.split(maxsplit=1)[0] for line in lines]

    assert heads[:3] == ["question", "language", "asked"]
    assert "address    measure-42" in lines
    assert "acts       P1700000580" in lines
    assert {"hit", "answer", "said", "proven"} <= set(heads)


def test_stages_of_a_refusal(engine: Engine) -> None:
    lines = _lines(engine, "пункт 88 указа 588")

    assert lines[-1].startswith("refused    no_such_provision")
