"""What an act says as a whole: the sum of its plan, the bodies that agreed to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.letters import fold
from corpus.model import Act, Provision
from service.answers.case import NOTHING, Case, Outcome, outcome, refused
from service.answers.heads import act_draft
from service.answers.refusal import matter_words
from service.answers.texts import whole_draft
from service.model import Intent, Value

#: Words of a question beside those that ask, from which it is about more than the act.
_OTHER_WORDS: Final = 2
#: A stamp of consent above a signature. Matches «"КЕЛІСІЛДІ"», «СОГЛАСОВАНО»; must
#: not match «келісім бойынша».
_STAMP = re.compile(r"^\W*(?:келісілді|келісілген|согласован[оа]?)\W+", re.IGNORECASE)
#: Consent is asked about, folded. Matches «согласован», «келисти», "agreed to".
_CONSENT = re.compile(
    r"\bсоглас\w+|\bкелис\w+|\bagreed?\b|\bconsent\w*|\bapproval of\b"
)

#: The sum of all is asked for, folded. Matches «общий объём», "total", «жалпы»; must
#: not match «сообщить», «общество».
_OVERALL = re.compile(
    r"\bобщ(?:ий|ая|ее|его|ую|ей)\b|\bвсего\b|\bитог\w*|\btotal\b|\boverall\b"
    r"|\bжалпы\b|\bбарлыгы\b"
)


def consent(case: Case, intent: Intent) -> Outcome:
    """The bodies that agreed to an act, by the stamps under it, if that is asked."""
    if not _CONSENT.search(fold(case.query.text)) or not case.query.act_ids:
        return NOTHING
    if matter_words(case) > _OTHER_WORDS:
        return NOTHING
    drafts = []
    for act in case.acts():
        stamps = list(_stamps(case, act))
        if stamps:
            names = [_STAMP.sub("", p.own.text).strip() for p in stamps]
            said = "; ".join(f"«{name}»" for name in names)
            text = case.say("status.agreed", act=case.act_name(act), who=said)
            values = [Value(text=name, name=name) for name in names]
            quotes = [(p.id, p.own.text, p.source) for p in stamps]
            drafts.append(act_draft(case, act, intent, text, values, quotes))
    return outcome(case, drafts)


def _stamps(case: Case, act: Act) -> Iterator[Provision]:
    for provision_id in case.knowledge.ids(act.id):
        if provision_id.steps[-1][0] == "signature":
            held = case.records.provision(provision_id)
            if held and _STAMP.search(held.own.text):
                yield held


def plan_total(case: Case) -> Outcome:
    """The sum of all measures of a plan, where the plan as a whole is asked about."""
    query = case.query
    overall = _OVERALL.search(fold(query.text)) is not None
    most = _OTHER_WORDS + overall
    if not query.act_ids or query.address or matter_words(case) > most:
        return NOTHING
    if query.body_ids or query.years:
        return NOTHING
    drafts = [
        whole_draft(case, act, row, "funding")
        for act in case.acts()
        if (row := _total(case, act))
    ]
    if not drafts and overall:
        return _without_sums(case)
    return outcome(case, drafts)


def _without_sums(case: Case) -> Outcome:
    """That a plan gives no sums, where its total is asked for."""
    for act in case.acts():
        rows = case.records.measures(act_ids=(act.id,))[1]
        if act.id in case.query.act_ids and rows and not any(m.amounts for m in rows):
            return refused(case, "not_stated", "no_sums", act=case.act_name(act))
    return NOTHING


def _total(case: Case, act: Act) -> Provision | None:
    ids = (i for i in case.knowledge.ids(act.id) if i.steps[-1] == ("row", "total"))
    found = next(ids, None)
    return case.records.provision(found) if found else None
