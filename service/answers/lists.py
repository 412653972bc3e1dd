"""Measures by body, year, secrecy or budget programme: complete, and counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.model import Act
from corpus.nlp import tokens
from corpus.plan_model import Measure
from service.answers.case import NOTHING, Case, Draft, Outcome, outcome, refused
from service.answers.conditions import (
    Wish,
    ending_with,
    form_words,
    named_programme,
    quotes_programme,
    wishes_of,
)
from service.answers.warn import act_warnings
from service.knowledge import document_of
from service.model import Intent, Value
from service.wording import shortened

#: Most measures that are cited one by one.
_CITED_MOST: Final = 60
_TITLE_MOST: Final = 160


def _numbers(measures: Sequence[Measure]) -> str:
    """The numbers in order, rows of more than two as ranges: «20–26, 32»."""
    parts: list[list[str]] = []
    for measure in measures:
        last = parts[-1][-1] if parts else ""
        follows = last.isdecimal() and measure.number.isdecimal()
        if follows and int(measure.number) == int(last) + 1:
            parts[-1].append(measure.number)
        else:
            parts.append([measure.number])
    return ", ".join(
        f"{row[0]}–{row[-1]}" if len(row) > 2 else ", ".join(row) for row in parts
    )


def _values(measures: Sequence[Measure]) -> tuple[Value, ...]:
    return tuple(
        Value(
            text=shortened(m.title.text, _TITLE_MOST),
            number=m.number,
            status="classified" if m.classified else None,
            provision_id=m.id,
        )
        for m in measures
    )


def _quote(measure: Measure) -> str:
    """A short stretch of the title that shows which row is meant."""
    title = measure.title.text
    return (
        title
        if len(title) <= _TITLE_MOST
        else title[: title.rfind(" ", 0, _TITLE_MOST)]
    )


def _draft(
    case: Case,
    act: Act,
    measures: Sequence[Measure],
    wishes: Sequence[Wish],
    intent: Intent,
) -> Draft:
    keys = {wish.key for wish in wishes}
    key = (
        "classified"
        if "classified" in keys
        else "body"
        if "body" in keys
        else "measures"
    )
    values = dict(pair for wish in wishes for pair in wish.values)
    text = case.say(
        f"list.{key}_one" if len(measures) == 1 else f"list.{key}",
        count=len(measures),
        act=case.act_name(act),
        numbers=_numbers(measures),
        **values,
    )
    if len(measures) <= 3:
        text += "".join(f" «{shortened(m.title.text, 120)}»." for m in measures)
    quotes = [(m.id, _quote(m), m.source) for m in measures[:_CITED_MOST]]
    total = Value(text=str(len(measures)), number=str(len(measures)))
    shown = (*([total] if intent == "count" else []), *_values(measures))
    return Draft(text, act.id, intent, shown, quotes, tuple(act_warnings(case, act)))


def _plans(case: Case) -> list[tuple[Act, tuple[Measure, ...]]]:
    """The acts asked about that have measures, with these, in force first."""
    plans = ((a, case.records.measures(act_ids=(a.id,))[1]) for a in case.acts())
    return [(act, measures) for act, measures in plans if measures]


def measures_asked(case: Case, intent: Intent) -> Outcome:
    """Lists and counts of measures; not concerned where no condition is named."""
    if "measure" not in case.slots(intent):
        return NOTHING
    plans, wishes = _plans(case), wishes_of(case)
    ending = [] if wishes else form_words(case)
    if quotes_programme(case):
        found = [(a, named_programme(case, ms)) for a, ms in plans]
    elif ending:
        found = [(a, ending_with(case, ms, ending)) for a, ms in plans]
    elif wishes:
        found = [
            (a, [m for m in ms if all(w.meets(m) for w in wishes)]) for a, ms in plans
        ]
    elif intent == "count" and not _matter(case):
        found = [(a, list(ms)) for a, ms in plans]
    else:
        return NOTHING
    drafts = [_draft(case, a, ms, wishes, intent) for a, ms in found if ms]
    done = outcome(case, drafts)
    return done if done.answers or not plans else _none(case, wishes)


def _none(case: Case, wishes: Sequence[Wish]) -> Outcome:
    """No measure meets the conditions."""
    body = next((v for w in wishes for k, v in w.values if k == "body"), None)
    acts = [a for a in case.acts() if a.id in case.query.act_ids]
    if body and len(acts) == 1:
        name = case.act_name(acts[0])
        return refused(case, "not_stated", "not_stated_body", act=name, body=body)
    if body:
        return refused(case, "not_stated", "not_stated_body_any", body=body)
    return refused(case, "not_stated")


def _matter(case: Case) -> bool:
    """Whether the question says what the measures are about."""
    words = tokens(case.query.content_text, case.language)
    telling = (t for t in words if t.is_word and not t.is_stop)
    return any(document_of(t.folded) is None for t in telling)
