"""How refusals are judged, and how their signs are weighed."""

import numpy as np
import pytest

from eval.gold import OWN, load_questions
from eval.refusals import WEIGHTS, Signs, caught, fitted, refusing, signs
from service.engine import Engine


def _signs(support: float, *, answerable: bool, refused: bool = False) -> Signs:
    return Signs((support, 0.5, 0.5, 0.5, 1.0), answerable, refused)


def test_precision_recall_and_loss_worked_by_hand() -> None:
    found = [
        _signs(0.1, answerable=False, refused=True),
        _signs(0.1, answerable=False, refused=True),
        _signs(0.9, answerable=False),
        _signs(0.5, answerable=True, refused=True),
        _signs(0.5, answerable=True),
        _signs(0.5, answerable=True),
        _signs(0.5, answerable=True),
    ]

    assert refusing(found) == pytest.approx((2 / 3, 2 / 3, 1 / 4))
    assert refusing([]) == (1.0, 1.0, 0.0)


def test_the_sign_that_tells_gets_the_weight() -> None:
    can = [_signs(0.6 + k / 100, answerable=True) for k in range(30)]
    cannot = [_signs(0.1 + k / 100, answerable=False) for k in range(6)]
    nothing = Signs(None, answerable=False, refused=True)

    weights = fitted([*can, *cannot, nothing])

    assert weights[0] == weights.max() > 0
    assert len(weights) == len(WEIGHTS)
    odds = np.array([one.values for one in (*can, *cannot)]) @ weights
    assert odds[: len(can)].min() > 0 > odds[len(can) :].max()


def test_signs_of_real_questions_are_shares(engine: Engine) -> None:
    questions = [q for q in load_questions(OWN) if not q.held]
    answerable = next(
        q
        for q in questions
        if q.kind == "responsible" and not any(map(str.isdigit, q.text))
    )
    hopeless = next(q for q in questions if q.kind == "unanswerable")

    first, second = signs(engine, [answerable, hopeless])

    assert (first.answerable, second.answerable) == (True, False)
    assert first.values is not None
    assert all(-1 <= value <= 1 for value in first.values)


def test_what_a_sum_catches_for_what_it_loses() -> None:
    can = [_signs(k / 100, answerable=True) for k in range(101)]
    cannot = [_signs(k / 100, answerable=False) for k in (0, 1, 50, 90)]
    weights = np.array([1.0, 0.0, 0.0, 0.0, 0.0])

    assert caught([*can, *cannot], weights, 0.02) == 0.5
    assert caught([*can, *cannot], weights, 0.6) == 0.75
    assert caught(can, weights, 0.02) == 1.0
