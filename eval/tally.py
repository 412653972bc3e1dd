"""Counting right and wrong, and the rates that come of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """Right answers out of all, by key, and what was missed.

    Attributes:
        total: How often each key was judged.
        right: How much of it was right (a sum of shares between 0 and 1).
        missed: ``(key, what)`` of each wrong one, in order.
    """

    total: Counter[str] = field(default_factory=Counter)
    right: dict[str, float] = field(default_factory=dict)
    missed: list[tuple[str, str]] = field(default_factory=list)

    def add(self, key: str, score: float, what: str = "") -> bool:
        """Count one judgement; true if it is wholly right."""
        self.total[key] += 1
        self.right[key] = self.right.get(key, 0.0) + float(score)
        if score < 1 and what:
            self.missed.append((key, what))
        return score >= 1

    def rates(self) -> dict[str, float]:
        """Share right by key, 0 to 1, four decimals, in order of first use."""
        return {k: round(self.right[k] / n, 4) for k, n in self.total.items()}
