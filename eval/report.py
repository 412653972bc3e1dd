"""Scores in words: tables, and what changed against the baseline."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from eval.run import Run

#: Differences below this are noise of rounding.
NOISE = 0.0005


@dataclass(frozen=True, slots=True)
class Baseline:
    """Accepted figures of an earlier run."""

    scores: dict[str, float]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A run against the baseline: keys that fell or rose, questions won or lost."""

    fell: tuple[str, ...]
    rose: tuple[str, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def load_baseline(file: Path) -> Baseline:
    """The accepted figures; empty ones where none were accepted yet."""
    if not file.exists():
        return Baseline({}, ())
    raw = json.loads(file.read_text(encoding="utf-8"))
    return Baseline(raw["scores"], tuple(raw["right"]))


def save_baseline(run: Run, file: Path) -> None:
    """Accept a run: the same run writes the same bytes."""
    raw = {"scores": run.scores, "right": list(run.right)}
    file.write_text(
        json.dumps(raw, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def compare(run: Run, baseline: Baseline) -> Change:
    """What changed beyond noise."""
    pairs = {k: (v, run.scores.get(k, 0.0)) for k, v in baseline.scores.items()}
    return Change(
        fell=tuple(k for k, (old, new) in pairs.items() if new < old - NOISE),
        rose=tuple(k for k, (old, new) in pairs.items() if new > old + NOISE),
        gained=tuple(sorted(set(run.right) - set(baseline.right))),
        lost=tuple(sorted(set(baseline.right) - set(run.right))),
    )


def score_lines(run: Run, baseline: Baseline) -> list[str]:
    """One line per score, with the accepted one where it differs."""
    lines = []
    for key, score in run.scores.items():
        old = baseline.scores.get(key)
        moved = old is not None and abs(score - old) > NOISE
        lines.append(f"{score:7.4f}  {key}" + (f"  (was {old:.4f})" if moved else ""))
    return lines


def kind_lines(run: Run) -> list[str]:
    """How searches rank by kind of question, a line each."""
    return [
        f"search {kind}: " + ", ".join(f"{name} {v:.3f}" for name, v in found.items())
        for kind, found in run.search_by_kind.items()
        if found
    ]


def change_lines(change: Change) -> list[str]:
    """What fell, and the questions gained and lost."""
    parts = {"fell": change.fell, "gained": change.gained, "lost": change.lost}
    return [f"{name}: {', '.join(items)}" for name, items in parts.items() if items]


def latency_lines(run: Run) -> list[str]:
    """Median and 95th percentile of each kind of request, in milliseconds."""
    return [
        f"{name}: p50 {_at(times, 0.5):.1f} ms, p95 {_at(times, 0.95):.1f} ms"
        for name, times in run.latency_ms.items()
        if times
    ]


def _at(ordered: list[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
