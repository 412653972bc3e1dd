"""``python -m eval refusals``: when there is no answer, measured and fitted.

What speaks for an answer (:mod:`service.answers.refusal`) is read off each question
whose answer is found rather than looked up; a logistic regression over the questions
that tuning may see then says what each sign should weigh. Precision and recall tell
how the service as it is refuses, on these questions and on those kept aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from tqdm import tqdm

from eval.gold import Question
from eval.learning import Flags, Floats
from service.answers import refusal
from service.answers.evidence import candidates
from service.answers.route import answer, case_of
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


class Signs(NamedTuple):
    """What a question was refused or answered by.

    Attributes:
        values: Support, cosine, head and absent share of the best evidence, and 1;
            None where nothing was found.
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
    best = next(iter(candidates(case, query.intents[0])), None)
    values = None
    if best is not None:
        values = (
            best.support,
            refusal.nearness(best),
            refusal.head_share(case, best),
            refusal.absent_share(case, best),
            1.0,
        )
    answers, _ = answer(query, hits, engine.index, engine.knowledge)
    return Signs(values, question.kind != "unanswerable", not answers)


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


def lines(engine: Engine, questions: Sequence[Question]) -> Iterator[str]:
    """Weights as fitted and as they are, and how the service refuses."""
    parts = {
        "tuning": signs(engine, [q for q in questions if not q.held]),
        "held": signs(engine, [q for q in questions if q.held]),
    }
    weights = fitted(parts["tuning"])
    for (name, now), weight in zip(WEIGHTS.items(), weights.tolist(), strict=True):
        yield f"{weight:7.2f}  {name} (now {now:g})"
    for name, found in parts.items():
        scores = refusing(found)
        yield (
            f"refusing, {name}: precision {scores.precision:.3f}, recall "
            f"{scores.recall:.3f}, answerable ones refused {scores.lost:.3f} "
            f"({len(found)} questions)"
        )
