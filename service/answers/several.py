"""Saying that a question fits several acts, each of which has an answer of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from service.answers.case import Case
from service.model import Answer, Intent

#: Intents whose answers come from the records of each act alike.
_PER_ACT: Final[frozenset[Intent]] = frozenset({"list", "count", "status"})


def told(case: Case, answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """The answers, the first saying so where the question fits several acts alike."""
    acts = len({answer.act_id for answer in answers})
    alike = bool(case.query.address) or _each_act(case, answers)
    if acts <= 1 or not alike:
        return answers
    first, *others = answers
    said = case.say("warning.several_acts", count=acts)
    return (replace(first, warnings=(said, *first.warnings)), *others)


def _each_act(case: Case, answers: Sequence[Answer]) -> bool:
    """Whether each act has its own such answer, and no list of acts is asked for."""
    listed = any(one.slot == "act" for one in case.query.asked)
    return bool(answers) and answers[0].intent in _PER_ACT and not listed
