"""Counting right and wrong."""

from eval.tally import Tally


def test_rates_are_shares_and_misses_are_kept() -> None:
    tally = Tally()

    assert tally.add("a", score=True, what="first")
    assert not tally.add("a", score=False, what="second")
    assert not tally.add("b", score=0.25)

    assert tally.rates() == {"a": 0.5, "b": 0.25}
    assert tally.missed == [("a", "second")]
