"""The reading is judged against the hand-read acts, and faults are seen."""

from dataclasses import replace

import pytest

from corpus.load import Corpus
from corpus.model import Act
from eval.gold import GoldAct, load_acts
from eval.reading import judge_act
from eval.tally import Tally


def _rates(act: Act | None, gold: GoldAct) -> dict[str, float]:
    tally = Tally()
    judge_act(act, gold, tally)
    return tally.rates()


@pytest.mark.parametrize("gold", load_acts(), ids=lambda g: g.act_id)
def test_the_shipped_acts_are_read_as_by_hand(
    real_corpus: Corpus, gold: GoldAct
) -> None:
    act = next(a for a in real_corpus.acts if a.id == gold.act_id)

    assert set(_rates(act, gold).values()) == {1.0}


def test_an_act_that_is_missing_scores_nothing() -> None:
    assert set(_rates(None, load_acts()[0]).values()) == {0.0}


def test_faults_are_seen(real_corpus: Corpus) -> None:
    gold = next(g for g in load_acts() if g.act_id == "P1700000580")
    act = next(a for a in real_corpus.acts if a.id == gold.act_id)
    damaged = replace(
        act,
        status="repealed",
        provisions=act.provisions[:2],
        measures=tuple(replace(m, executors=()) for m in act.measures[1:]),
    )

    rates = _rates(damaged, gold)

    assert rates["measure executors"] == 0
    assert rates["measure found"] < 1
    assert rates["provision found"] < 1
    assert rates["metadata"] < 1
