"""``python -m eval refusals``: when there is no answer, measured and fitted.

What speaks for an answer (:mod:`service.answers.refusal`) is read off each question
that is left to it: whose answer is found rather than looked up, and of which no name,
number or year is missing from the evidence. A logistic regression over the questions
that tuning may see then says what each sign should weigh; on those kept aside it is
compared with the weights as they are. Precision and recall tell how the service as it
is refuses, on both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from tqdm import tqdm

from eval.gold import Question
from eval.learning import Flags, Floats
from service.answers import refusal
from service.answers.case import Case
from service.answers.evidence import candidates
from service.answers.gaps import named_gap
from service.answers.route import answer, case_of, read_for
from service.engine import Engine

#: What the square of a weight costs, so that few questions do not decide alone.
PENALTY = 1e-3
#: Names of the signs, in the order of :attr:`Signs.values`, and their weights now.
WEIGHTS = {
    "support": refusal.SUPPORT_WEIGHT,
    "cosine": refusal.COSINE_WEIGHT,
    "head": refusal.HEAD_WEIGHT,
    "absent": refusal.ABSENT_WEIGHT,
    "bias": refusal.BIAS,
}
#: Shares of the answerable questions that may be lost, where weights are compared.
LOSSES = (0.01, 0.02, 0.03)


class Signs(NamedTuple):
    """What a question was refused or answered by.

    Attributes:
        values: Support, cosine, head and absent share of the best evidence, and 1;
            None where nothing was found or the sum of them does not decide.
        answerable: Whether it can be answered.
        refused: Whether the service refused it.
    """

    values: tuple[float, ...] | None
    answerable: bool
    refused: bool


def signs(engine: Engine, questions: Sequence[Question]) -> list[Signs]:
    """The signs of all questions."""
    shown = tqdm(questions, desc="ask", unit="question", disable=None)
    return [_signs(engine, question) for question in shown]


def _signs(engine: Engine, question: Question) -> Signs:
    query = engine.understand(question.text)
    hits = engine.retriever.retrieve(query)
    case = case_of(query, hits, engine.index, engine.knowledge)
    answers, _ = answer(query, hits, engine.index, engine.knowledge)
    return Signs(_values(case), question.kind != "unanswerable", not answers)


def _values(case: Case) -> tuple[float, ...] | None:
    intent = read_for(case)
    best = next(iter(candidates(case, intent)), None) if intent else None
    if best is None or named_gap(case, best) is not None:
        return None
    return (
        best.support,
        refusal.nearness(best),
        refusal.head_share(case, best),
        refusal.absent_share(case, best),
        1.0,
    )


def fitted(found: Sequence[Signs]) -> Floats:
    """Weights by logistic regression, both kinds of questions counting the same."""
    from scipy.optimize import minimize  # noqa: PLC0415 - not needed for scoring

    known = [one for one in found if one.values is not None]
    rows = np.array([one.values for one in known])
    yes: Flags = np.array([one.answerable for one in known])
    worth = np.where(yes, 0.5 / yes.sum(), 0.5 / (~yes).sum())

    def loss(weights: Floats) -> tuple[float, Floats]:
        """Logistic loss and slope, penalty included; the bias is free."""
        odds = rows @ weights
        signed = np.where(yes, odds, -odds)
        wrong = 1 / (1 + np.exp(signed))
        slope = -(worth * wrong * np.where(yes, 1.0, -1.0)) @ rows
        total = float(worth @ np.logaddexp(0.0, -signed))
        penalty = PENALTY * float(weights[:-1] @ weights[:-1])
        slope[:-1] += 2 * PENALTY * weights[:-1]
        return total + penalty, slope

    start = np.zeros(rows.shape[1])
    weights: Floats = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return weights


class Refusing(NamedTuple):
    """How well questions are refused, shares between 0 and 1.

    Attributes:
        precision: Of the refused ones, those that cannot be answered.
        recall: Of those that cannot be answered, the refused ones.
        lost: Of those that can be answered, the refused ones.
    """

    precision: float
    recall: float
    lost: float


def refusing(found: Sequence[Signs]) -> Refusing:
    """How well questions were refused; 1 or 0 where there was none to judge."""
    refused = [one for one in found if one.refused]
    right = sum(not one.answerable for one in refused)
    hopeless = sum(not one.answerable for one in found)
    lost, answerable = len(refused) - right, len(found) - hopeless
    return Refusing(
        precision=right / len(refused) if refused else 1.0,
        recall=right / hopeless if hopeless else 1.0,
        lost=lost / answerable if answerable else 0.0,
    )


def caught(found: Sequence[Signs], weights: Floats, loss: float) -> float:
    """Share of the hopeless questions below the sum that loses so many of the others.

    Args:
        found: Signs of questions; those that the sum does not decide are left out.
        weights: One per sign.
        loss: Share of the answerable questions that may fall below it, 0 to 1.
    """
    known = [one for one in found if one.values is not None]
    sums = np.array([one.values for one in known]) @ weights
    yes: Flags = np.array([one.answerable for one in known])
    if yes.all() or not yes.any():
        return 1.0
    return float((sums[~yes] < np.quantile(sums[yes], loss)).mean())


def lines(engine: Engine, questions: Sequence[Question]) -> Iterator[str]:
    """Weights as fitted and as they are, and how the service refuses."""
    parts = {
        "tuning": signs(engine, [q for q in questions if not q.held]),
        "held": signs(engine, [q for q in questions if q.held]),
    }
    weights = fitted(parts["tuning"])
    present = np.array(list(WEIGHTS.values()))
    for (name, now), weight in zip(WEIGHTS.items(), weights.tolist(), strict=True):
        yield f"{weight:7.2f}  {name} (now {now:g})"
    for name, found in parts.items():
        scores = refusing(found)
        yield (
            f"refusing, {name}: precision {scores.precision:.3f}, recall "
            f"{scores.recall:.3f}, answerable ones refused {scores.lost:.3f} "
            f"({len(found)} questions)"
        )
        for loss in LOSSES:
            yield (
                f"  by the sum alone, {loss:.0%} of the answerable ones lost: "
                f"{caught(found, present, loss):.3f} caught now, "
                f"{caught(found, weights, loss):.3f} as fitted"
            )
