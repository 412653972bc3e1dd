"""What was found, ranked once more by how well it answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from corpus.model import Provision
from service.answers.case import Candidate, Case
from service.answers.fit import TIED, named_in
from service.answers.leads import context_of, opens
from service.answers.makers import OPENING, is_short, made
from service.answers.support import Held, support
from service.model import Hit, Intent
from service.ranking import learned

#: Hits that are looked at for an answer.
LOOKED_AT: Final = 16
#: What an answer keeps of the ranking's prior for rows of plans: all where running
#: text nearly always names some body too, less where the thing asked for tells.
_RECORD_KEPT: Final[dict[Intent, float]] = {
    "responsible": 1.0,
    "completion_form": 1.0,
    "funding": 0.5,
    "deadline": 0.3,
}
#: What the share of the question that is held counts, as in the ranking.
_SUPPORT_WORTH: Final = 0.45
#: What counts of the order that was learned for hits: less than all, since answers
#: look closer at the words themselves.
_LEARNED_KEPT: Final = 0.7
#: What a hit keeps of its score if it does not hold what is asked for.
_WITHOUT: Final = 0.55
#: Least items of a list that a heading is answered by.
_LEAST_LISTED: Final = 3
#: Share of an outer unit's worth from which an inner one is preferred.
_NARROW: Final = 0.85
#: Hits among which words that open a list are looked for.
_OPENERS_MOST: Final = 32
#: Kinds with headings whose points are looked at, and at most how many of them.
_HEADED: Final = frozenset({"chapter", "section", "subsection", "paragraph"})
_POINTS_MOST: Final = 14
#: Share of the question that such a point may leave to the heading.
_HEADING_SAYS: Final = 0.25
#: Share of the question that such a unit may lack.
_LOST: Final = 0.08
#: Kinds that hold other units and have no words of their own but a heading.
_CONTAINERS: Final = frozenset(
    {"annex", "part", "section", "subsection", "chapter", "heading"}
)


def _candidate(case: Case, hit: Hit, intent: Intent) -> Candidate | None:
    provision = case.records.provision(hit.provision_id)
    if provision is None:
        return None
    said = made(case, provision, intent)
    fit = said.fit
    if provision.kind in _CONTAINERS and intent != "provision":
        fit = 0.0
    held = _held(case, provision, said.lemmas)
    share = support(case.concepts, held)
    if is_short(provision):
        share = max(hit.coverage, share)
    worth = hit.score + _SUPPORT_WORTH * (share - said.lost - hit.coverage)
    worth -= (1 - _LEARNED_KEPT) * learned(hit)
    worth -= _record_prior(hit) * (1 - _RECORD_KEPT.get(intent, 0.0))
    worth *= _WITHOUT + (1 - _WITHOUT) * fit
    return Candidate(hit, provision, said.draft, fit, worth, share, held)


def _held(case: Case, provision: Provision, lemmas: frozenset[str]) -> Held:
    """What a candidate is judged by: all of a short provision, else what it shows."""
    language, passages = provision.language, case.passages
    context = context_of(case, provision)
    own = lemmas | passages.rendered(provision.id)
    own |= named_in(case, provision, own)
    if is_short(provision):
        return Held(own | passages.lemmas(provision.body.text, language), context)
    return Held(own, context | passages.lemmas(provision.own.text, language))


def _record_prior(hit: Hit) -> float:
    """What the ranking added because the hit is a row of a plan."""
    return sum(f.value for f in hit.features if f.name == "record")


def candidates(case: Case, intent: Intent) -> tuple[Candidate, ...]:
    """The best hits as answers, best first; ties in order of their ids.

    They are looked at several times for one question, and ranked once.
    """
    if intent not in case.ranked:
        case.ranked[intent] = _candidates(case, intent)
    return case.ranked[intent]


def _candidates(case: Case, intent: Intent) -> tuple[Candidate, ...]:
    rows = (_candidate(case, hit, intent) for hit in case.hits[:LOOKED_AT])
    found = [c for c in rows if c is not None]
    slots = case.slots(intent)[:1]
    if slots == ("items",):
        found += _lists_under(case, found, intent)
        found += _opened_here(case, found, intent)
    elif slots and slots[0] in TIED and intent not in OPENING:
        found += _points_under(case, found, intent)
    ranked = _once(sorted(found, key=lambda c: (-c.worth, c.hit.provision_id)))
    return tuple(ranked if intent in OPENING else _narrowed(ranked))


def _once(ranked: Iterable[Candidate]) -> list[Candidate]:
    """The candidates in order, each provision where it stands first."""
    first: dict[str, Candidate] = {}
    for candidate in ranked:
        first.setdefault(candidate.provision.id, candidate)
    return list(first.values())


def _lists_under(
    case: Case, found: Sequence[Candidate], intent: Intent
) -> list[Candidate]:
    """The longest list under a heading that says what is asked for.

    «Состав …» over a chapter is answered by the point that lists the members.
    """
    first = max(found, key=lambda c: (c.hit.score, c.hit.provision_id), default=None)
    if first is None or first.provision.kind not in _CONTAINERS:
        return []
    children = case.records.children
    below = [(len(children(p.id)), p.id) for p in children(first.provision.id)]
    most, listed = max(below, default=(0, None))
    if listed is None or most < _LEAST_LISTED:
        return []
    hit = replace(first.hit, provision_id=listed)
    raised = _candidate(case, hit, intent)
    return [raised] if raised else []


def _opened_here(
    case: Case, found: Sequence[Candidate], intent: Intent
) -> list[Candidate]:
    """The units whose lists are opened by what was found, further down too.

    «Руководитель центра:» is a paragraph of the point that the items stand in.
    """
    known = {c.provision.id for c in found}
    raised: list[Candidate | None] = []
    for hit in case.hits[:_OPENERS_MOST]:
        held = case.records.provision(hit.provision_id)
        if held is None or not opens(held):
            continue
        target = held.parent if held.kind == "para" else held.id
        if target and target not in known:
            known.add(target)
            raised.append(_candidate(case, replace(hit, provision_id=target), intent))
    return [candidate for candidate in raised if candidate]


def _points_under(
    case: Case, found: Sequence[Candidate], intent: Intent
) -> list[Candidate]:
    """The points under a heading that says what is asked for better than any text.

    «Разработка Стратегии» stands over the point that says who works it out.
    """
    first = max(found, key=lambda c: (c.hit.score, c.hit.provision_id), default=None)
    if first is None or first.provision.kind not in _HEADED or not first.support:
        return []
    below = case.records.children(first.provision.id)[:_POINTS_MOST]
    points = (p for p in below if p.kind == "point")
    raised = (
        _candidate(case, replace(first.hit, provision_id=p.id), intent) for p in points
    )
    level = first.support - _HEADING_SAYS
    return [c for c in raised if c and c.fit and c.support >= level]


def _narrowed(ranked: Sequence[Candidate]) -> Sequence[Candidate]:
    """A unit inside the best one goes first if it answers nearly as well.

    Only where the best one is too long to be quoted as a whole.
    """
    if not ranked or is_short(ranked[0].provision):
        return ranked
    outer = ranked[0]
    for inner in ranked[1:]:
        within = inner.hit.provision_id.startswith(f"{outer.hit.provision_id}/")
        as_full = inner.support >= outer.support - _LOST
        if within and as_full and inner.worth >= _NARROW * outer.worth:
            return [inner, *(c for c in ranked if c is not inner)]
    return ranked
