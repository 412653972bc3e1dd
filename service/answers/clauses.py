"""Clauses of an act's own body: what it repeals, what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.model import Act, Provision
from service.answers.case import Case, Draft
from service.answers.heads import head_draft
from service.answers.texts import first_words
from service.model import Value
from service.wording import shortened

#: A clause that repeals other acts, as acts say it.
_REPEALS = re.compile(
    r"(?:признать|признан)\w*\s+утратившим\w*\s+силу|күші\s+жойылды\s+деп\s+тан"
    r"|күшін\s+жою|күші\s+жойылған\s+деп",
    re.IGNORECASE,
)


def _clause(case: Case, act: Act, provision: Provision) -> Draft:
    """A clause of the act's own body as the answer."""
    words = " ".join(provision.own.text.split())
    text = case.say(
        "text.says",
        label=case.label(provision.id),
        act=case.act_name(act),
        quote=shortened(words, 420),
    )
    value = Value(text=words, provision_id=provision.id)
    quoted = (provision.id, first_words(provision.own.text), provision.source)
    return head_draft(case, act, text, [value], [quoted])


def _body(case: Case, act: Act) -> Iterator[Provision]:
    ids = (i for i in case.knowledge.ids(act.id) if i.steps[0][0] == "body")
    held = (case.records.provision(i) for i in ids)
    return (p for p in held if p is not None)


def repeals(case: Case, act: Act) -> Draft | None:
    """The clause by which the act repeals others; None without any."""
    found = (p for p in _body(case, act) if _REPEALS.search(p.own.text))
    clause = next((p for p in found if p.kind != "note"), None)
    return _clause(case, act, clause) if clause else None


def basis(case: Case, act: Act) -> Draft | None:
    """The preamble, which says what the act rests on; None without any."""
    first = next((p for p in _body(case, act) if p.kind in {"para", "preamble"}), None)
    return _clause(case, act, first) if first else None
