"""What answers about one measure have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from corpus.plan_model import Measure
from service.answers.case import Case, Draft
from service.answers.warn import measure_warnings
from service.model import Intent, Value
from service.wording import shortened

#: A cell that says nothing. Matches "-", "–", "***", ""; must not match "0,0".
_EMPTY = re.compile(r"[\s\-–—*.]*")
_TITLE_MOST: Final = 150


def is_empty(text: str) -> bool:
    """Whether a cell says nothing."""
    return _EMPTY.fullmatch(text) is not None


def place_of(case: Case, measure: Measure) -> str:
    """«Мера 42, постановление …»."""
    act = case.records.act(measure.act_id)
    name = case.act_name(act) if act else measure.act_id
    return case.say("place.measure", number=measure.number, act=name)


def about(case: Case, measure: Measure) -> str:
    """What the measure is, where the question did not name it by its number."""
    if case.query.address or measure.classified:
        return ""
    title = shortened(measure.title.text, _TITLE_MOST)
    return f" {case.say('field.about', title=title)}"


def row_draft(
    case: Case,
    measure: Measure,
    intent: Intent,
    text: str,
    values: Sequence[Value],
    quotes: Iterable[str],
) -> Draft:
    """An answer on a measure: quotes of its cells, warnings that concern it."""
    act = case.records.act(measure.act_id)
    warnings = measure_warnings(case, act, measure, intent) if act else ()
    cited = [(measure.id, quote, measure.source) for quote in quotes if quote]
    return Draft(text, measure.act_id, intent, tuple(values), cited, warnings)
