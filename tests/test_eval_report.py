"""Scores against the accepted ones."""

from pathlib import Path

from eval.report import (
    Baseline,
    change_lines,
    compare,
    latency_lines,
    load_baseline,
    save_baseline,
    score_lines,
)
from eval.run import Run

RUN = Run({"ask all": 0.9, "search": 0.5}, ("q1", "q2"), (), {"ask": [1.0, 2.0, 9.0]})


def test_what_fell_rose_was_gained_and_lost() -> None:
    before = Baseline({"ask all": 0.95, "search": 0.4, "gone": 1.0}, ("q2", "q3"))

    change = compare(RUN, before)

    assert change.fell == ("ask all", "gone")
    assert change.rose == ("search",)
    assert change.gained == ("q1",)
    assert change.lost == ("q3",)
    assert change_lines(change) == ["fell: ask all, gone", "gained: q1", "lost: q3"]


def test_rounding_is_no_change() -> None:
    change = compare(RUN, Baseline({"ask all": 0.9004, "search": 0.5}, ("q1", "q2")))

    assert not change_lines(change)


def test_an_accepted_run_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"

    save_baseline(RUN, file)

    assert load_baseline(file) == Baseline(RUN.scores, RUN.right)
    assert load_baseline(tmp_path / "none.json") == Baseline({}, ())


def test_lines_name_the_old_score_where_it_moved() -> None:
    lines = score_lines(RUN, Baseline({"ask all": 0.95, "search": 0.5}, ()))

    assert lines == [" 0.9000  ask all  (was 0.9500)", " 0.5000  search"]
    assert latency_lines(RUN) == ["ask: p50 2.0 ms, p95 9.0 ms"]
