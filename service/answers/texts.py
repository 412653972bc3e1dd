"""Answers quoted from running text: a provision, or the sentences that answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.model import Act, Provision
from corpus.nlp import Entity, entities
from service.answers.case import Case, Draft
from service.answers.warn import act_warnings, provision_warnings
from service.model import Intent, Value
from service.period_words import render_term
from service.wording import CUT, MOST, shortened

#: Longest quote of a citation.
QUOTE_MOST: Final = 400
#: Longest opening of a list that stands before one of its items.
_LEAD_MOST: Final = 200
#: Kinds of things that are given as data of their own, by slot.
_DATA: Final[dict[str, frozenset[str]]] = {
    "date": frozenset({"date", "period"}),
    "duration": frozenset({"period", "date"}),
    "frequency": frozenset({"period"}),
    "money": frozenset({"amount"}),
    "number": frozenset({"number", "percent", "amount", "period"}),
    "percent": frozenset({"percent", "number"}),
}


def first_words(text: str, most: int = QUOTE_MOST) -> str:
    """The beginning of a text as it stands, cut behind a word."""
    return text if len(text) <= most else text[: text.rfind(" ", 0, most)]


def _things(passage: str, provision: Provision, slots: Sequence[str]) -> list[Entity]:
    """Things in a passage of the kind that is asked for first."""
    found = entities(passage, provision.language)
    for slot in slots:
        kinds = _DATA.get(slot, frozenset())
        things = [e for e in found if e.kind in kinds]
        if things:
            return things
    return []


def _values(
    case: Case, passage: str, provision: Provision, slots: Sequence[str]
) -> list[Value]:
    things = _things(passage, provision, slots)
    said = [
        Value(
            text=e.text,
            translation=render_term(e.text, case.language),
            provision_id=provision.id,
        )
        for e in things
    ]
    return said or [Value(text=shortened(passage, 400), provision_id=provision.id)]


def passage_draft(
    case: Case, act: Act, provision: Provision, passage: str, intent: Intent
) -> Draft:
    """Sentences of a provision as the answer."""
    values = _values(case, passage, provision, case.slots(intent))
    said = [v.translation for v in values if v.translation]
    label, name = case.label(provision.id), case.act_name(act)
    key = "rendered" if said and provision.language != case.language else "says"
    frame = case.say(
        f"text.{key}", label=label, act=name, quote="", said="; ".join(said[:3])
    )
    quote = shortened(passage, MOST - len(frame) - 1)
    text = case.say(
        f"text.{key}", label=label, act=name, quote=quote, said="; ".join(said[:3])
    )
    warnings = (*act_warnings(case, act), *provision_warnings(case, act, provision.id))
    quotes = [(provision.id, first_words(passage), provision.source)]
    return Draft(
        text, act.id, intent, tuple(values), quotes, tuple(dict.fromkeys(warnings))
    )


def item_draft(
    case: Case, act: Act, provision: Provision, item: Provision, intent: Intent
) -> Draft:
    """An item of a long list, with the words that open the list."""
    lead = shortened(provision.own.text, _LEAD_MOST)
    draft = passage_draft(case, act, item, f"{lead} {CUT} {item.body.text}", intent)
    quotes = [
        (item.id, first_words(item.body.text), item.source),
        (provision.id, first_words(provision.own.text), provision.source),
    ]
    return draft._replace(quotes=quotes)


def counted_draft(
    case: Case, act: Act, provision: Provision, items: Sequence[Provision]
) -> Draft:
    """How many items a list has, with the words that open it."""
    opening = shortened(provision.own.text, _LEAD_MOST)
    text = case.say(
        "text.counted",
        label=case.label(provision.id),
        act=case.act_name(act),
        quote=opening,
        count=len(items),
    )
    value = Value(
        text=str(len(items)), number=str(len(items)), provision_id=provision.id
    )
    quotes = [(provision.id, first_words(provision.own.text), provision.source)]
    warnings = tuple(act_warnings(case, act))
    return Draft(text, act.id, "count", (value,), quotes, warnings)


def whole_draft(case: Case, act: Act, provision: Provision, intent: Intent) -> Draft:
    """A provision with the units below it as the answer."""
    words = provision.body.text or provision.own.text or provision.heading or ""
    draft = passage_draft(case, act, provision, words, intent)
    if provision.heading and not provision.own.text:
        quotes = [(provision.id, provision.heading, provision.source), *draft.quotes]
        return draft._replace(quotes=quotes)
    return draft
