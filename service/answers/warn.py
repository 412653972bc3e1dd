"""Warnings: what a reader must know besides the answer itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.ids import ProvisionId
from corpus.model import Act
from corpus.plan_model import Measure
from service.answers.case import Case
from service.answers.dates import on_date, since_date
from service.knowledge import title_years
from service.model import Intent
from service.wording import known

#: Problems of a row that a reader must know whatever is asked of it.
_ALWAYS: Final = frozenset({"executors-missing", "title-missing"})
#: Beginnings of the problems that concern figures alone.
_OF_FIGURES: Final = ("amounts-", "figure-", "sub-rows-")
#: Intents whose answers show figures.
_SHOWING_FIGURES: Final = frozenset({"funding", "fact", "count"})


def repealed_by(case: Case, act: Act) -> str | None:
    """«постановлением … № 464»: the act that repealed another, None if unknown."""
    by = act.repealed_by
    if by is None or not by.number:
        return None
    body = case.knowledge.bodies.by_name(by.issuer) if by.issuer else None
    own = by.issuer if by.issuer and case.language == act.language else None
    issuer = body.short(case.language) if body else own
    number = case.say("place.number", number=by.number)
    return f"{number} ({issuer})" if issuer else number


def act_warnings(case: Case, act: Act) -> Iterator[str]:
    """Whether the act is repealed or its term is over."""
    by = act.repealed_by
    if act.status == "repealed":
        if by and by.date and by.number:
            date = on_date(by.date, case.language)
            yield case.say("warning.repealed", date=date, by=repealed_by(case, act))
        else:
            yield case.say("warning.repealed_bare")
    yield from term_warnings(case, act)


def term_warnings(case: Case, act: Act) -> Iterator[str]:
    """Whether the term that the act's title names is over."""
    years = title_years(act.title)
    if years and years[1] < case.today.year:
        yield case.say("warning.term_over", first=years[0], last=years[1])


def provision_warnings(case: Case, act: Act, target: ProvisionId) -> Iterator[str]:
    """Whether new wording was announced for a provision or what holds it."""
    for change in act.amended_by:
        aim = change.target
        if change.in_text or aim is None:
            continue
        if (
            target == aim
            or target.startswith(f"{aim}/")
            or aim.startswith(f"{target}/")
        ):
            date = since_date(change.effective or change.date, case.language)
            yield case.say("warning.future", date=date, number=change.number)


def measure_warnings(
    case: Case, act: Act, measure: Measure, intent: Intent
) -> tuple[str, ...]:
    """All that a reader of an answer on a measure must know."""
    row = _row_warnings(case, measure, intent)
    return tuple(dict.fromkeys((*act_warnings(case, act), *row)))


#: Intents whose answers name no executor.
_NAMELESS: Final = frozenset({"deadline", "completion_form", "funding"})


def row_problem(case: Case, code: str) -> str:
    """What could not be read with certainty in a row, in a sentence; never a code."""
    key = f"row.{code.replace('-', '_')}"
    return case.say(key) if known(key, case.language) else case.say("row.other")


def _row_warnings(case: Case, measure: Measure, intent: Intent) -> Iterator[str]:
    if not measure.number_printed:
        yield case.say("warning.inferred", number=measure.number)
    if measure.also_numbered:
        numbers = ", ".join((*measure.also_numbered, measure.number))
        yield case.say("warning.also_numbered", numbers=numbers)
    for executor in measure.executors:
        if executor.read_as and intent not in _NAMELESS:
            meant = executor.abbreviation or executor.name or "?"
            yield case.say("warning.read_as", printed=executor.text, meant=meant)
    for code in measure.problems:
        figures = code.startswith(_OF_FIGURES)
        if intent in _SHOWING_FIGURES if figures else code in _ALWAYS:
            yield row_problem(case, code)
