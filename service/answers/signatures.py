"""Who signed an act, and which acts someone signed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.letters import fold
from corpus.model import Act, Provision
from corpus.nlp import tokens
from service.answers.case import Case, Draft, Outcome, outcome
from service.answers.heads import head_draft
from service.model import Value

#: Least letters of a surname that names a signatory.
_SURNAME_LEAST: Final = 5


def signatory(case: Case, act: Act) -> Draft | None:
    """Who signed."""
    if not act.signatory:
        return None
    text = case.say("status.signed", act=case.act_name(act), who=act.signatory)
    signed = _signature(case, act)
    quoted = (signed.id, act.signatory, signed.source) if signed else None
    return head_draft(case, act, text, [Value(text=act.signatory)], [quoted])


def _signature(case: Case, act: Act) -> Provision | None:
    for provision_id in case.knowledge.ids(act.id):
        if provision_id.steps[-1][0] == "signature":
            return case.records.provision(provision_id)
    return None


def signed_by(case: Case) -> Outcome:
    """The acts whose signatory a question names; not concerned without one."""
    words = [fold(t.text) for t in tokens(case.query.content_text, case.language)]
    drafts = (
        signatory(case, act) for act in case.acts() if _is_signed(act.signatory, words)
    )
    return outcome(case, [draft for draft in drafts if draft])


def _is_signed(who: str | None, words: Sequence[str]) -> bool:
    """Whether a signature bears a surname among some words, whatever its case."""
    surname = fold(who or "").split(".")[-1].strip()
    stem = surname[:-1] if len(surname) > _SURNAME_LEAST else surname
    return len(surname) >= _SURNAME_LEAST and any(
        _alike(w).startswith(_alike(stem)) for w in words
    )


def _alike(word: str) -> str:
    """A surname with «ы» and «и» read as one: «Сағынтаев» is «Сагинтаев» in Russian."""
    return word.replace("ы", "и")
