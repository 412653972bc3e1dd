"""Refusals for units that an act lacks: what is missing, and what there is."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.ids import ProvisionId
from corpus.model import Act
from service.answers.case import Case, Outcome, refused
from service.model import NoAnswer, Step


def _step_words(case: Case, path: Sequence[Step]) -> str:
    said = [case.say(f"step.{s.kind}", n=s.number) for s in path]
    return " ".join(reversed(said)) if case.language == "ru" else ", ".join(said)


def missing(case: Case, path: Sequence[Step]) -> Outcome:
    """That no act has such a unit; which numbers the act named has instead."""
    named = [a for a in case.acts() if a.id in case.query.act_ids]
    step = _step_words(case, path)
    if len(named) != 1:
        return refused(case, "no_such_provision", "no_such_provision_any", step=step)
    act, key = named[0], "refusal.no_such_provision"
    text = case.say(key, act=case.act_name(act), step=step)
    numbers = _numbers_held(case, act, path[-1].kind) if len(path) == 1 else []
    if numbers:
        held = {"first": numbers[0], "last": numbers[-1]}
        text += f" {case.say('refusal.numbers_held', **held)}"
    return Outcome(refusal=NoAnswer("no_such_provision", text))


def _numbers_held(case: Case, act: Act, kind: str) -> list[int]:
    """The whole numbers of an act's units of a kind, in order."""
    if kind == "measure":
        found = [m.number for m in case.records.measures(act_ids=(act.id,))[1]]
    else:
        found = [i.steps[-1][1] for i in case.knowledge.ids(act.id) if _is(i, kind)]
    return sorted({int(n) for n in found if n.isdecimal()})


def _is(provision_id: ProvisionId, kind: str) -> bool:
    return provision_id.steps[-1][0] == kind
