"""Answers from the cells of one measure: who, until when, with what, for how much."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from corpus.letters import fold
from corpus.plan_model import Measure
from service.answers.amounts import amount, is_money
from service.answers.case import Case, Draft
from service.answers.executors import (
    executor_value,
    executor_words,
    executors_words,
)
from service.answers.rows import about, is_empty, place_of, row_draft
from service.model import Intent, Value
from service.period_words import render_term
from service.wording import shortened

#: Money is not needed, in the words of a plan. Matches «талап етілмейді»,
#: «не требуется»; must not match «требуется».
_NOT_NEEDED = re.compile(
    r"талап\s+етілмейді|қажет\s+емес|не\s+требу\w+|без\s+финансирования", re.IGNORECASE
)


# ----------------------------------------------------------------- classified


def classified(case: Case, measure: Measure, intent: Intent) -> Draft:
    """That a measure is secret: all that can be said of it."""
    printed = measure.title.text
    text = case.say("field.classified", place=place_of(case, measure), printed=printed)
    value = Value(
        printed, number=measure.number, status="classified", provision_id=measure.id
    )
    return row_draft(case, measure, intent, text, [value], [printed])


# ----------------------------------------------------------------- responsible


def responsible(case: Case, measure: Measure) -> Draft | None:
    """Who is charged with a measure; None if no one is named."""
    if not measure.executors:
        return None
    said = executors_words(case, measure.executors)
    text = case.say("field.responsible", place=place_of(case, measure), values=said)
    values = [executor_value(case, e) for e in measure.executors]
    quotes = [measure.executors_cell.text, measure.title.text]
    text += about(case, measure)
    return row_draft(case, measure, "responsible", text, values, quotes)


# ------------------------------------------------------------ deadline and form


def term_words(case: Case, printed: str) -> str:
    """A term in the language of the question, as printed beside it."""
    said = render_term(printed, case.language)
    shown = " ".join(printed.replace("*", "").split())
    if not said or fold(said) == fold(shown):
        return f"«{shown}»"
    return case.say("field.printed", said=said, printed=shown)


def deadline(case: Case, measure: Measure) -> Draft | None:
    """Until when a measure is to be done; None if it is not said."""
    printed = measure.deadline.text
    if is_empty(printed):
        return None
    said = term_words(case, printed)
    text = case.say("field.deadline", place=place_of(case, measure), values=said)
    text += about(case, measure)
    value = Value(
        text=" ".join(printed.split()),
        translation=render_term(printed, case.language),
        provision_id=measure.id,
    )
    quotes = [printed, measure.title.text]
    return row_draft(case, measure, "deadline", text, [value], quotes)


def completion_form(case: Case, measure: Measure) -> Draft | None:
    """What closes a measure; None if it is not said."""
    printed = measure.completion_form.text
    if is_empty(printed):
        return None
    text = case.say(
        "field.completion_form",
        place=place_of(case, measure),
        values=f"«{shortened(printed, 300)}»",
    )
    text += about(case, measure)
    value = Value(text=" ".join(printed.split()), provision_id=measure.id)
    quotes = [printed, measure.title.text]
    return row_draft(case, measure, "completion_form", text, [value], quotes)


def funding_source(case: Case, measure: Measure) -> Draft | None:
    """Where the money comes from; None if it is not said."""
    printed = measure.funding.text
    if is_empty(printed):
        return None
    shown = shortened(printed, 300)
    key = "no_money" if _NOT_NEEDED.search(printed) else "source"
    text = case.say(f"field.{key}", place=place_of(case, measure), printed=shown)
    text += about(case, measure)
    value = Value(text=" ".join(printed.split()), provision_id=measure.id)
    quotes = [printed, measure.title.text]
    return row_draft(case, measure, "funding", text, [value], quotes)


def _sum_asked(case: Case) -> bool:
    """Whether a sum is asked for, and not money in general."""
    asked = (a for a in case.query.asked if a.intent == "funding")
    return any(a.slot in {"money", "size"} and a.weight > 1 for a in asked)


def funding(case: Case, measure: Measure) -> Draft | None:
    """Money or its source, whichever is asked; None where it is not stated."""
    slot = next(iter(case.slots("funding")), "")
    if slot == "source":
        return funding_source(case, measure)
    found = amount(case, measure) if is_money(measure) or not measure.unit else None
    years, own = set(case.query.years), set(measure.deadline_years)
    if found is None and years and own and not years & own:
        return None
    silent = slot != "size" and _NOT_NEEDED.search(measure.funding.text)
    if found is None and (silent or not _sum_asked(case)):
        return funding_source(case, measure)
    return found


def summary(case: Case, measure: Measure, intent: Intent) -> Draft:
    """All that a measure says, in short."""
    title = shortened(measure.title.text, 260)
    parts = [f"{place_of(case, measure)}: «{title}»."]
    if not is_empty(measure.completion_form.text):
        form = shortened(measure.completion_form.text, 80)
        parts.append(f"{_heading(case, 'completion_form')}: «{form}».")
    if not is_empty(measure.deadline.text):
        parts.append(
            f"{_heading(case, 'deadline')}: {term_words(case, measure.deadline.text)}."
        )
    if measure.executors:
        said = shortened(
            "; ".join(executor_words(case, e, short=True) for e in measure.executors),
            160,
        )
        parts.append(f"{_heading(case, 'responsible')}: {said}.")
    value = Value(
        text=measure.title.text, number=measure.number, provision_id=measure.id
    )
    quotes = [measure.title.text, measure.executors_cell.text]
    return row_draft(case, measure, intent, " ".join(parts), [value], quotes)


def _heading(case: Case, name: str) -> str:
    said = case.say(f"understood.{name}")
    return said[:1].upper() + said[1:]


_BY_INTENT: Final[dict[Intent, Callable[[Case, Measure], Draft | None]]] = {
    "responsible": responsible,
    "deadline": deadline,
    "completion_form": completion_form,
    "funding": funding,
}


def field(case: Case, measure: Measure, intent: Intent) -> Draft | None:
    """The answer that a measure gives to an intent; None where it is silent."""
    if measure.classified:
        return classified(case, measure, intent)
    if intent in _BY_INTENT:
        return _BY_INTENT[intent](case, measure)
    if intent in {"fact", "count"}:
        return amount(case, measure, intent) if measure.amounts else None
    return summary(case, measure, intent)
