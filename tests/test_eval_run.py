"""A run over a few questions, and the command around it."""

import json
from pathlib import Path

import pytest

from eval.__main__ import main
from eval.gold import GOLD, load_questions
from eval.run import run, whole_act
from service.engine import Engine


def test_a_run_scores_asking_and_searching(engine: Engine) -> None:
    questions = load_questions()[:6]

    found = run(engine, (), questions)

    assert found.scores["ask all"] == round(len(found.right) / len(questions), 4)
    assert {"search hit@1 all", "search ndcg@10 all"} <= set(found.scores)
    assert len(found.latency_ms["ask"]) == len(questions)


def test_a_whole_act_has_its_measures(engine: Engine) -> None:
    act = whole_act(engine.index, "P1700000580")

    assert act is not None
    assert len(act.measures) == 59
    assert whole_act(engine.index, "Z0000000000") is None


def test_accept_then_run_finds_no_drop(
    tmp_path: Path,
    real_index: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    line = (GOLD / "questions" / "CROSS.jsonl").read_text(encoding="utf-8")
    (tmp_path / "questions").mkdir()
    questions = tmp_path / "questions" / "CROSS.jsonl"
    questions.write_text(line.splitlines()[0] + "\n", encoding="utf-8")
    monkeypatch.setenv("ZANGER_INDEX", str(real_index))
    gold = ["--gold", str(tmp_path)]

    assert main(["accept", *gold]) == 0
    assert main(["run", *gold]) == 0
    accepted = json.loads((tmp_path / "baseline.json").read_text(encoding="utf-8"))
    assert f"{accepted['scores']['ask all']:7.4f}  ask all" in capsys.readouterr().out

    accepted["scores"]["ask all"] = 2.0
    (tmp_path / "baseline.json").write_text(json.dumps(accepted), encoding="utf-8")
    assert main(["run", *gold]) == 1
    assert "fell: ask all" in capsys.readouterr().out


def test_bad_gold_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "A.jsonl").write_text("{", encoding="utf-8")
    monkeypatch.setenv("ZANGER_INDEX", str(tmp_path / "none"))

    assert main(["run", "--gold", str(tmp_path)]) == 2
    assert "none" in capsys.readouterr().err
