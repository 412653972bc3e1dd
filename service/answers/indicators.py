"""Indicators as answers: their planned values, and who is charged with them."""

from __future__ import annotations

from typing import Final

from corpus.model import Act
from corpus.plan_model import Indicator
from service.answers.case import Case, Draft
from service.answers.executors import executor_value, executors_words
from service.answers.figures import figure_words, unit_words
from service.answers.texts import first_words
from service.answers.warn import act_warnings
from service.model import Intent, Value
from service.wording import shortened

#: Slots that no value of an indicator answers.
OUTSIDE: Final = frozenset(
    {"contact", "person", "penalty", "pay", "papers", "hours", "price"}
)
#: Intents that an indicator's values answer.
_BY_VALUES: Final = frozenset({"fact", "search", "list", "count"})
#: Fit of an indicator whose shares stand where a number of things is asked for.
_SHARE_FIT: Final = 0.6
#: Fit of an indicator whose years stand where a date is asked for.
_YEARS_FIT: Final = 0.8


def indicator_said(
    case: Case, act: Act, indicator: Indicator, intent: Intent
) -> tuple[Draft | None, float]:
    """What an indicator says to an intent, and how well that fits, 0 to 1."""
    if intent == "responsible" and indicator.executors:
        return charged_draft(case, act, indicator), 1.0
    slot = next(iter(case.slots(intent)), "")
    draft = values_draft(case, act, indicator, intent)
    if draft is None or slot in OUTSIDE:
        return draft, 0.0
    if intent == "deadline" and slot == "date":
        return draft, _YEARS_FIT
    share = slot == "number" and "%" in (indicator.unit or "")
    return draft, (_SHARE_FIT if share else 1.0) * (intent in _BY_VALUES)


def charged_draft(case: Case, act: Act, indicator: Indicator) -> Draft:
    """Who is charged with an indicator, as its row names them."""
    title = shortened(indicator.title.text, 260)
    place = case.say("place.indicator", title=title, act=case.act_name(act))
    said = executors_words(case, indicator.executors)
    text = case.say("field.responsible", place=place, values=said)
    values = tuple(executor_value(case, e) for e in indicator.executors)
    quotes = [
        *((indicator.id, e.text, indicator.source) for e in indicator.executors),
        (indicator.id, first_words(indicator.title.text), indicator.source),
    ]
    warnings = tuple(act_warnings(case, act))
    return Draft(text, act.id, "responsible", values, quotes, warnings)


def values_draft(
    case: Case, act: Act, indicator: Indicator, intent: Intent
) -> Draft | None:
    """The values of an indicator for the years asked; None if there are none."""
    wanted = {str(year) for year in case.query.years}
    chosen = [v for v in indicator.values if not wanted or v.period in wanted]
    if not chosen:
        return None
    unit = unit_words(indicator.unit or "", case.language)
    unit = f" {unit}" if unit and (unit, case.language) != ("%", "en") else unit
    title = shortened(indicator.title.text, 260)
    place = case.say("place.indicator", title=title, act=case.act_name(act))
    said = "; ".join(
        case.say(
            "indicator.year",
            value=figure_words(v.value, case.language),
            unit=unit,
            year=v.period,
        )
        for v in chosen
    )
    text = case.say("indicator.values", place=place, values=said)
    values = tuple(
        Value(
            text=f"{v.value} {indicator.unit}" if indicator.unit else v.value,
            number=v.value,
            date=v.period,
            provision_id=indicator.id,
        )
        for v in chosen
    )
    quotes = [
        (indicator.id, indicator.values_cell.text, indicator.source),
        (indicator.id, first_words(indicator.title.text), indicator.source),
    ]
    return Draft(text, act.id, intent, values, quotes, tuple(act_warnings(case, act)))
