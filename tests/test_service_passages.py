"""Texts of one index in pieces that can answer."""

import gc
import weakref
from pathlib import Path

import pytest

from indexer.embed import open_embedder
from indexer.store import Index
from service.engine import Engine
from service.passages import RUN_MOST, Passages

TEXT = "Бірінші сөйлем. Екінші сөйлем 2018 жылға дейін. Үшінші сөйлем."


def test_runs_are_whole_sentences_that_stand_in_the_text(engine: Engine) -> None:
    runs = engine.knowledge.passages.runs(TEXT, "kk")

    assert {"Бірінші сөйлем.", TEXT} <= {run.text for run in runs}
    assert all(run.text in TEXT and len(run.text) <= RUN_MOST for run in runs)
    assert all(0 <= run.first <= run.last <= 2 for run in runs)
    assert all(TEXT[run.start :].startswith(run.text) for run in runs)


def test_marks_of_list_items_are_no_things(engine: Engine) -> None:
    whole = engine.knowledge.passages.whole

    assert "number" not in whole("6) есеп береді;", "kk").kinds
    assert "number" in whole("6 есеп береді;", "kk").kinds


def test_what_stands_above_a_provision_is_its_context(engine: Engine) -> None:
    passages = engine.knowledge.passages
    inner = next(
        unit
        for unit in engine.index.provisions("U1300000588")[1]
        if unit.kind == "subpoint"
    )
    outer = engine.index.provision(inner.parent or "")
    assert outer is not None

    opening = passages.lemmas(outer.own.text, outer.language)
    assert opening <= passages.context(inner.id)


def test_each_run_is_held_with_its_renderings(engine: Engine) -> None:
    passages, seen = engine.knowledge.passages, 0
    for unit in engine.index.provisions("V2100024227")[1]:
        runs = passages.runs(unit.text, unit.language)
        beside = passages.beside(unit.id, unit.text, unit.language, "ru")
        assert len(beside) == len(runs)
        assert all(run.lemmas <= held for run, held in zip(runs, beside, strict=True))
        seen += any(run.lemmas < held for run, held in zip(runs, beside, strict=True))
    assert seen


@pytest.mark.parametrize("name", ["lemmas", "runs"])
def test_what_is_kept_does_not_outlive_the_index(real_index: Path, name: str) -> None:
    index = Index.open(real_index, open_embedder(None))
    passages = Passages(index)
    getattr(passages, name)(TEXT, "kk")
    gone = weakref.ref(index)
    del index, passages
    gc.collect()

    assert gone() is None
