"""Found provisions → the answers that they could give, made only when wanted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from corpus.model import Act, Language, Provision
from corpus.plan_model import Indicator
from service.answers.case import Case
from service.answers.fit import best_item, best_passage, fit_of, year_fit
from service.answers.indicators import indicator_said
from service.answers.leaders import asks_leader
from service.answers.leads import lead_of, list_behind
from service.answers.list_texts import list_draft
from service.answers.listing import Listed
from service.answers.looks import holds, leader_fit
from service.answers.made import Made, given
from service.answers.places import held_by
from service.answers.row_makers import row_made
from service.answers.support import Held, supported
from service.answers.texts import (
    counted_draft,
    item_draft,
    passage_draft,
    whole_draft,
)
from service.answers.whole_lists import listed_whole
from service.concepts import Weighted
from service.model import Intent
from service.passages import RUN_MOST, Passage

#: Longest provision that is quoted as a whole.
WHOLE_MOST: Final = 640
#: How well the words that open a list must name what is counted.
_NAMED_LEAST: Final = 0.8
#: Fit of a list whose items are counted.
_COUNTED_FIT: Final = 1.0
#: Least items of a list that is counted.
_LEAST_COUNTED: Final = 2
#: Intents that want a provision, not a sentence of it.
OPENING: Final = frozenset({"list", "search", "provision"})


def is_short(provision: Provision) -> bool:
    """Whether a provision can be quoted as a whole."""
    return len(provision.body.text) <= WHOLE_MOST


def made(case: Case, provision: Provision, intent: Intent) -> Made:
    """What a provision, measure or indicator says to an intent."""
    measure = case.records.measure(provision.id)
    if measure is not None:
        return row_made(case, measure, provision.language, intent)
    act = case.records.act(provision.act_id)
    if act is None:
        return Made(None, 0.0, frozenset())
    if provision.kind == "indicator":
        return _indicator(case, act, provision, intent)
    return _text(case, act, provision, intent)


def _of(case: Case, provision: Provision) -> Indicator | None:
    held = case.records.indicators(provision.act_id)
    return next((one for one in held if one.id == provision.id), None)


def _indicator(case: Case, act: Act, provision: Provision, intent: Intent) -> Made:
    words = case.passages.lemmas(provision.body.text, provision.language)
    indicator = _of(case, provision)
    if indicator is None:
        return Made(None, 0.0, words)
    draft, fit = indicator_said(case, act, indicator, intent)
    return Made(given(draft), 0.0 if asks_leader(case, intent) else fit, words)


def _counted_things(case: Case) -> list[Weighted]:
    """What is counted: what "how many" asks for, and the word behind it."""
    heads = list(case.head_concepts)
    folded = [c.folded for c in case.concepts]
    last = heads[-1].folded if heads else None
    at = folded.index(last) if last in folded else len(folded)
    return [*heads, *case.concepts[at + 1 : at + 2]]


def _counted(case: Case, act: Act, provision: Provision) -> Made | None:
    """How many items a list has, where its opening words name what is counted."""
    items = [c for c in case.records.children(provision.id) if c.kind == "subpoint"]
    opening = case.passages.lemmas(provision.own.text, provision.language)
    held = Held(opening, frozenset())
    heads = _counted_things(case)
    if len(items) < _LEAST_COUNTED or not heads:
        return None
    if max(supported(head, held) for head in heads) < _NAMED_LEAST:
        return None
    make = partial(counted_draft, case, act, provision, items)
    return Made(make, _COUNTED_FIT, opening)


def _leads(case: Case, lead: Passage, language: Language, slot: str) -> bool:
    """Whether opening words name who is asked for; of a body named, its leader."""
    bodies, of = case.knowledge.bodies, case.query.body_ids
    if slot == "leader" and of:
        return leader_fit(lead.text, language, bodies, of) > 0
    return bool(holds(lead, language, slot, bodies))


def _opened(
    case: Case, act: Act, item: Provision, slots: Sequence[str], intent: Intent
) -> Made | None:
    """An item of a list whose opening words name who is charged with all of it.

    «Департамент: … 2) размещение приказа …»: the item alone says what, not who.
    """
    held = lead_of(case, item) if slots[:1] in {("body",), ("leader",)} else None
    if held is None:
        return None
    lead = case.passages.whole(held.own.text, held.language)
    if not _leads(case, lead, held.language, slots[0]):
        return None
    make = partial(item_draft, case, act, held, item, intent)
    words = case.passages.lemmas(held.own.text, item.language)
    return Made(make, 1.0, words | case.passages.lemmas(item.body.text, item.language))


def _listed(case: Case, act: Act, provision: Provision, intent: Intent) -> Made | None:
    """A list with all its items: behind a paragraph, or under a point."""
    lemmas = case.passages.lemmas
    behind = list_behind(case, provision) if intent in OPENING else None
    if behind is not None:
        units = (provision, *behind.items)
        words = (lemmas(u.own.text, u.language) for u in units)
        found = Listed(provision.own.text, behind.items)
        make = partial(list_draft, case, act, provision, found, "list")
        return Made(make, 1.0, frozenset().union(*words))
    whole = listed_whole(case, act, provision, case.slots(intent), intent)
    if whole is None:
        return None
    said = lemmas(provision.body.text, provision.language)
    return Made(whole.draft, whole.fit, said)


def _text(case: Case, act: Act, provision: Provision, intent: Intent) -> Made:
    slots = case.slots(intent)
    if (listed := _listed(case, act, provision, intent)) is not None:
        return listed
    if intent in OPENING and (slots[:1] == ("items",) or is_short(provision)):
        text = provision.body.text or provision.heading or ""
        passage = case.passages.whole(text, provision.language)
        fit = fit_of(case, passage, provision, slots)
        make = partial(whole_draft, case, act, provision, intent)
        return Made(make, fit, passage.lemmas)
    if slots[:1] == ("number",) and (counted := _counted(case, act, provision)):
        return counted
    opened = _opened(case, act, provision, slots, intent)
    if opened is not None:
        return opened
    passage, fit, lost = best_passage(case, provision, slots)
    fit *= year_fit(case, passage.text, slots)
    item = best_item(case, provision) if len(passage.text) > RUN_MOST else None
    if item is not None:
        texts = (provision.own.text, item.body.text)
        words = (case.passages.lemmas(text, provision.language) for text in texts)
        make = partial(item_draft, case, act, provision, item, intent)
        return Made(make, fit, frozenset().union(*words))
    holder, said = held_by(case, provision, passage.text)
    make = partial(passage_draft, case, act, holder, said, intent)
    return Made(make, fit, passage.lemmas, lost)
