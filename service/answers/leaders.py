"""Who leads a body: «Руководителем … по должности является …»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.letters import fold
from corpus.model import Provision
from service.answers.case import NOTHING, Case, Outcome, outcome
from service.answers.looks import leader_fit, may_name_leader
from service.answers.texts import passage_draft

#: A deputy is asked for, folded. Matches «заместитель», «орынбасары», "deputy"; must
#: not match «замещение».
_DEPUTY = re.compile(r"\bзаместител|\bорынбасар|\bdeput|\bvice\b")
#: Acts of the best hits that are read for a leader.
_ACTS_MOST = 2


def leaders(case: Case) -> Outcome:
    """The sentence that says who leads the body that the question names.

    Only the acts of the best hits are read; not concerned where none says it.
    """
    asked = case.asked_first()
    if asked is None or asked.slot != "leader" or not case.query.body_ids:
        return NOTHING
    if _DEPUTY.search(fold(case.query.text)):
        return NOTHING
    for provision in _provisions(case):
        for passage in case.passages.runs(provision.own.text, provision.language):
            if _fit(case, provision, passage.text) == 1.0:
                act = case.records.act(provision.act_id)
                if act is not None:
                    draft = passage_draft(
                        case, act, provision, passage.text, "responsible"
                    )
                    return outcome(case, [draft])
    return NOTHING


def _fit(case: Case, provision: Provision, text: str) -> float:
    bodies = case.knowledge.bodies
    return leader_fit(text, provision.language, bodies, case.query.body_ids)


def _provisions(case: Case) -> Iterator[Provision]:
    """Provisions that may name a leader, of the acts of the best hits."""
    acts = dict.fromkeys(hit.provision_id.act_id for hit in case.hits)
    for act_id in list(acts)[:_ACTS_MOST]:
        for provision_id in case.knowledge.ids(act_id):
            held = case.records.provision(provision_id)
            if held and held.kind != "measure" and may_name_leader(held.own.text):
                yield held
