"""Questions whose answer is an act: "which decree …", "which acts did N sign"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from service.answers.case import Case, Outcome
from service.answers.refusal import matter_words
from service.answers.signatures import signed_by
from service.answers.status import status, which_act
from service.answers.titles import beyond_title
from service.words_of import words_of

#: What a question on the act itself says besides its title, folded beginnings.
_APPROVED: Final = ("approv", "утвер", "бекит", "adopt", "принят", "кабылда", "issue")
#: Words besides these and the title from which more than the act is asked about.
_OTHER_WORDS: Final = 2
#: A clause that approves what is annexed to the act. Matches «1. Утвердить прилагаемую
#: методику», «бекітілсін»; must not match «утверждённый план».
_APPROVES = re.compile(r"\bутвердить\b|бекітілсін", re.IGNORECASE)
#: Least share of a question that the clause of the best hit must hold.
_HELD: Final = 0.6


def acts_asked(case: Case) -> Iterator[Outcome]:
    """The look-ups that such a question may be answered by, in order."""
    query = case.query
    if query.other_acts:
        yield status(case)
    if query.act_ids and (matter_words(case) <= 1 or _only_titled(case)):
        yield which_act(case)
    if not query.act_ids:
        yield signed_by(case)
        yield which_act(case, found) if (found := _approving(case)) else Outcome()


def _approving(case: Case) -> tuple[str, ...]:
    """The act whose approving clause holds the question; none if none does.

    «Какой приказ утвердил методику …»: the first point of the act says it.
    """
    hit = next(iter(case.hits), None)
    words = (w.folded for w in words_of(case.query.text))
    if hit is None or not any(w.startswith(_APPROVED) for w in words):
        return ()
    held = case.records.provision(hit.provision_id)
    inside = hit.provision_id.steps[0][0] == "body" and hit.coverage >= _HELD
    approves = held is not None and _APPROVES.search(held.own.text)
    return (hit.provision_id.act_id,) if inside and approves else ()


def _only_titled(case: Case) -> bool:
    """Whether a question only describes an act: «каким указом утверждено Положение»."""
    words = [w.folded for w in words_of(case.query.text)]
    if not any(w.startswith(_APPROVED) for w in words):
        return False
    acts = (a for a in case.acts() if a.id in case.query.act_ids)
    others = (beyond_title(case, a, lambda w: w.startswith(_APPROVED)) for a in acts)
    return all(len(rest) <= _OTHER_WORDS for rest in others)
