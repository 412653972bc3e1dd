"""Lists by the words that open them: «… вправе:», «… следующие функции:».

Acts open their lists in a few set ways, which say what is listed (rights, duties,
tasks, functions, members) and whose. The words that ask and the words that open seldom
agree letter by letter: rights are asked for, and the list says «вправе».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from corpus.letters import fold
from corpus.model import Provision
from service.answers.case import NOTHING, Case, Outcome, outcome
from service.answers.leads import Opening, context_of, lists_of
from service.answers.list_texts import list_draft
from service.answers.listing import Listed
from service.answers.support import Held, support
from service.answers.texts import counted_draft
from service.concepts import Weighted
from service.knowledge import document_of
from service.model import Intent
from service.words_of import words_of


class _Listed(NamedTuple):
    """A kind of things that acts list: how they are asked for, how opened; folded."""

    asked: re.Pattern[str]
    opened: re.Pattern[str]


#: Kinds of lists. Match «какие права», «вправе:»; must not match «правила»,
#: «функционирование», «задачник», «жазатайым».
_KINDS: Final = tuple(
    _Listed(re.compile(asked), re.compile(opened))
    for asked, opened in (
        (
            (
                r"\bправ(?:а|о|ами|ах)?\b|\bполномоч|\brights?\b|\bpowers?\b|\bentitled"
                r"|\bкукыктар|\bкукыгы|\bокилетти|\bвправе"
            ),
            (
                r"\bвправе|\bимее?ю?т право|\bправ(?:а|о)\b|\bполномоч|\bкукылы|\bкукык"
                r"|\bокилетт"
            ),
        ),
        (
            r"\bобязан|\bduties\b|\bobligations?\b|\bobliged|\bминдеттери|\bминдетти\b",
            r"\bобязан|\bминдетт",
        ),
        (r"\bзадач(?!н)|\btasks?\b|\bминдеттери", r"\bзадач(?!н)|\bминдеттер(?:и|\b)"),
        (r"\bфункци(?:и|й|я|ям|ями)\b|\bfunctions?\b|\bфункция", r"\bфункци[яийл]"),
        (
            (r"\bчлен|\bсостав\b|\bmembers?\b|\bcomposition\b|\bмуше|\bкурам"),
            r"\bчлен|\bсостав|\bмуше|\bкурам",
        ),
        (
            r"\bведени[еию]|\bкомпетенц|\bкарауына|\bкузыр|\bcompetence|\bjurisdiction",
            r"\bведени[еию]|\bкомпетенц|\bкарауына|\bкузыр",
        ),
        (
            r"\bвзыскани|\bнаказани|\bжазалар|\bжаза\b|\bpenalt|\bsanctions?\b",
            r"\bвзыскани|\bнаказани|\bжаза(?:лар|сы|\b)",
        ),
        (r"\bпринцип|\bprinciples?\b|\bкагидат", r"\bпринцип|\bкагидат"),
    )
)
#: Rights, duties, tasks and functions: what a bare role with a colon lists.
_OF_ROLES: Final = frozenset({0, 1, 2, 3})
#: Words of a bare role: «Руководитель центра:». Lists of more words say what they list.
_ROLE_MOST: Final = 8
#: Least share of the rest of the question that the opening words hold.
_HELD: Final = 0.6
#: Worth of a list that a bare role opens, beside one whose kind is said.
_ROLE_WORTH: Final = 0.9
#: What the share of the opening words that the question names counts.
_NAMED_WORTH: Final = 0.2
#: Verbs that only say that there is a list, folded. Match «давать», "has", «бар»; must
#: not match «дата», "hasten".
_LIGHT = re.compile(
    r"(?:да(?:вать|ть|ет|ют|но)|имет|имее?ю?т|предостав|перечисл|предусм|закреп"
    r"|установ|устанавл|быть$|gives?$|have$|has$|list(?:ed)?$|provide|бар$|берил"
    r"|корсетил|белгилен)"
)
#: Opening words whose kinds are kept: each question of lists looks at all of an act.
_LEADS: Final = 1 << 12
#: Acts of the best hits whose lists are read.
_ACTS_MOST: Final = 2


def _is_role(lead: Provision) -> bool:
    """Whether a list is opened by a few words that name no kind of things."""
    text = fold(lead.own.text)
    few = len(text.split()) <= _ROLE_MOST
    return few and not any(kind.opened.search(text) for kind in _KINDS)


def kinds_opened(lead: Provision) -> frozenset[int]:
    """What a list holds by the words that open it: the kind named last.

    «В соответствии с основными задачами … возлагаются следующие функции:» opens
    functions. A bare role opens all that a role may have.
    """
    last = _named_last(lead.own.text)
    return last or (_OF_ROLES if _is_role(lead) else frozenset())


@lru_cache(maxsize=_LEADS)
def _named_last(text: str) -> frozenset[int]:
    """The kinds that opening words name last; empty where they name none."""
    text = fold(text)
    found = [
        (match.start(), k)
        for k, kind in enumerate(_KINDS)
        for match in kind.opened.finditer(text)
    ]
    last = max((at for at, _ in found), default=0)
    return frozenset(k for at, k in found if at == last)


def kinds_asked(case: Case) -> frozenset[int]:
    """What kind of list a question speaks of: the noun that the others depend on.

    «Какие права у членов» asks for rights: the first noun, in Kazakh the last
    («мүшелерінің құқықтары»).
    """
    text = fold(case.query.text)
    found = [
        (match.start(), k)
        for k, kind in enumerate(_KINDS)
        for match in kind.asked.finditer(text)
    ]
    chosen = max if case.language == "kk" else min
    place = chosen((at for at, _ in found), default=0)
    return frozenset(k for at, k in found if at == place)


def _rest(case: Case, asked: frozenset[int]) -> tuple[Weighted, ...]:
    """The concepts of a question besides the noun of what is listed.

    The noun of the document that gives it says no more: «сколько прав даёт положение».
    """
    patterns = [_LIGHT, *(_KINDS[k].asked for k in asked)]
    return tuple(
        c
        for c in case.concepts
        if not any(p.match(word) for p in patterns for word in c.folded)
        and not (case.query.act_ids and any(map(document_of, c.folded)))
    )


def _worth(case: Case, rest: Sequence[Weighted], opening: Opening) -> float:
    """Share of the rest of the question that the opening words hold, and vice versa.

    0 where too little is held, or where a role opens the list that is not asked for.
    """
    lead, holder = opening.lead, opening.holder
    lemmas = case.passages.lemmas
    own: frozenset[str] = lemmas(lead.own.text, lead.language)
    senses = _senses(rest)
    named = len(own & senses) / max(1, len(own))
    own |= case.passages.rendered(lead.id)
    own |= lemmas(holder.heading or "", holder.language)
    held = support(rest, Held(own, context_of(case, lead))) if rest else 1.0
    if held < _HELD or (_is_role(lead) and not senses & _role(case, lead)):
        return 0.0
    return held * (_ROLE_WORTH if _is_role(lead) else 1.0) + _NAMED_WORTH * named


def _role(case: Case, lead: Provision) -> frozenset[str]:
    """The noun of a role: «Руководитель центра:» in Russian, its last in Kazakh."""
    words = lead.own.text.rstrip(" :").split()
    noun = words[-1 if lead.language == "kk" else 0] if words else ""
    found: frozenset[str] = case.passages.lemmas(noun, lead.language)
    return found


def _senses(concepts: Sequence[Weighted]) -> frozenset[str]:
    return frozenset(lemma for c in concepts for lemma in c.lemmas)


def _holders(case: Case) -> Iterator[Provision]:
    """Units that may hold a list, of the acts named or of the best hits."""
    found = dict.fromkeys(hit.provision_id.act_id for hit in case.hits)
    for act_id in case.query.act_ids or list(found)[:_ACTS_MOST]:
        for provision_id in case.knowledge.ids(act_id):
            if provision_id.steps[-1][0] in {"article", "point", "subpoint"}:
                held = case.records.provision(provision_id)
                if held is not None and ":" in held.body.text:
                    yield held


def _is_noun_alone(case: Case) -> bool:
    """Whether a search is for a kind of list: «функции штаба», «штабтың құқықтары»."""
    words = [word.folded for word in words_of(case.query.text)]
    ends = {words[0], words[-1]} if 1 < len(words) <= _ROLE_MOST else set[str]()
    return any(kind.asked.match(end) for kind in _KINDS for end in ends)


def openings_asked(case: Case, intent: Intent) -> Outcome:
    """The list that the question asks for, or how many items it has."""
    asked = kinds_asked(case)
    if not asked or (intent == "search" and not _is_noun_alone(case)):
        return NOTHING
    rest = _rest(case, asked)
    found = [
        (_worth(case, rest, opening), opening)
        for holder in _holders(case)
        for opening in lists_of(case, holder)
        if kinds_opened(opening.lead) & asked
    ]
    best, opening = max(found, key=lambda f: f[0], default=(0.0, None))
    act = case.records.act(opening.holder.act_id) if opening else None
    if opening is None or act is None or not best:
        return NOTHING
    counted = "number" in case.slots("fact") or intent == "count"
    lead, items = opening.lead, opening.items
    if counted:
        return outcome(case, [counted_draft(case, act, lead, items)])
    whole = Listed(lead.own.text, items)
    return outcome(case, [list_draft(case, act, lead, whole, "list")])
