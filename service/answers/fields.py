"""Answers from the cells of one measure: who, until when, with what, for how much."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from corpus.bodies import Body
from corpus.letters import fold
from corpus.model import Amount, Executor, Measure, SubRow
from service.answers.case import Case, Draft
from service.answers.warn import measure_warnings
from service.model import Intent, Value
from service.period_words import render_term
from service.wording import shortened

#: A cell that says nothing. Matches "-", "–", "***", ""; must not match "0,0".
_EMPTY = re.compile(r"[\s\-–—*.]*")
#: Money is not needed, in the words of a plan. Matches «талап етілмейді»,
#: «не требуется»; must not match «требуется».
_NOT_NEEDED = re.compile(
    r"талап\s+етілмейді|қажет\s+емес|не\s+требу\w+|без\s+финансирования", re.IGNORECASE
)
#: Longest names of executors that are written out before short forms take over.
_NAMES_MOST: Final = 430
_TITLE_MOST: Final = 150
#: A unit of money. Matches «млн. теңге», «тыс. тенге»; must not match «адам».
_MONEY = re.compile(r"теңге|тенге|kzt|₸", re.IGNORECASE)


def is_empty(text: str) -> bool:
    """Whether a cell says nothing."""
    return _EMPTY.fullmatch(text) is not None


def place_of(case: Case, measure: Measure) -> str:
    """«Мера 42, постановление …»."""
    act = case.records.act(measure.act_id)
    name = case.act_name(act) if act else measure.act_id
    return case.say("place.measure", number=measure.number, act=name)


def _about(case: Case, measure: Measure) -> str:
    """What the measure is, where the question did not name it by its number."""
    if case.query.address or measure.classified:
        return ""
    title = shortened(measure.title.text, _TITLE_MOST)
    return f" {case.say('field.about', title=title)}"


def _draft(
    case: Case,
    measure: Measure,
    intent: Intent,
    text: str,
    values: Sequence[Value],
    quotes: Iterable[str],
) -> Draft:
    act = case.records.act(measure.act_id)
    warnings = measure_warnings(case, act, measure) if act else ()
    cited = [(measure.id, quote, measure.source) for quote in quotes if quote]
    return Draft(text, measure.act_id, intent, tuple(values), cited, warnings)


# ----------------------------------------------------------------- classified


def classified(case: Case, measure: Measure, intent: Intent) -> Draft:
    """That a measure is secret: all that can be said of it."""
    printed = measure.title.text
    text = case.say("field.classified", place=place_of(case, measure), printed=printed)
    value = Value(
        printed, number=measure.number, status="classified", provision_id=measure.id
    )
    return _draft(case, measure, intent, text, [value], [printed])


# ----------------------------------------------------------------- responsible


def executor_value(case: Case, executor: Executor) -> Value:
    """An executor as data, its name also in the language of the question."""
    body = _body(case, executor)
    return Value(
        text=executor.text,
        abbreviation=executor.abbreviation,
        name=executor.name,
        translation=body.name(case.language) if body else None,
        body_id=body.id if body else None,
        by_agreement=executor.by_agreement or None,
        coordinator=executor.coordinator or None,
        read_as=executor.read_as,
    )


def _body(case: Case, executor: Executor) -> Body | None:
    return case.knowledge.body_of(executor)


def _without_brackets(text: str) -> str:
    return re.sub(r"\s*\([^()]*\)", "", text).strip()


def executor_words(case: Case, executor: Executor, *, short: bool) -> str:
    """An executor in words: "Ministry of Internal Affairs (ІІМ, by agreement)"."""
    body = _body(case, executor)
    printed = executor.abbreviation or _without_brackets(executor.text)
    name = None if short or body is None else body.short(case.language)
    roles = [
        case.say(f"role.{role}")
        for role, holds in (
            ("by_agreement", executor.by_agreement),
            ("coordinator", executor.coordinator),
        )
        if holds
    ]
    same = name is None or fold(name) == fold(printed)
    notes = [*([] if same else [printed]), *roles]
    said = printed if same or name is None else name
    return f"{said} ({', '.join(notes)})" if notes else said


def executors_words(case: Case, executors: Sequence[Executor]) -> str:
    """All executors in words; short forms alone where names would be too long."""
    for short in (False, True):
        said = "; ".join(executor_words(case, e, short=short) for e in executors)
        if len(said) <= _NAMES_MOST:
            return said
    more = case.say("role.all", count=len(executors))
    return f"{shortened(said, _NAMES_MOST)} ({more})"


def responsible(case: Case, measure: Measure) -> Draft | None:
    """Who is charged with a measure; None if no one is named."""
    if not measure.executors:
        return None
    said = executors_words(case, measure.executors)
    text = case.say("field.responsible", place=place_of(case, measure), values=said)
    values = [executor_value(case, e) for e in measure.executors]
    quotes = [measure.executors_cell.text, measure.title.text]
    text += _about(case, measure)
    return _draft(case, measure, "responsible", text, values, quotes)


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
    text += _about(case, measure)
    value = Value(
        text=" ".join(printed.split()),
        translation=render_term(printed, case.language),
        provision_id=measure.id,
    )
    quotes = [printed, measure.title.text]
    return _draft(case, measure, "deadline", text, [value], quotes)


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
    text += _about(case, measure)
    value = Value(text=" ".join(printed.split()), provision_id=measure.id)
    quotes = [printed, measure.title.text]
    return _draft(case, measure, "completion_form", text, [value], quotes)


# --------------------------------------------------------------------- amounts


def _amount_words(case: Case, amount: Amount, unit: str) -> str:
    key = "total" if amount.period == "total" else "year"
    said = case.say(f"amount.{key}", value=amount.value, unit=unit, year=amount.period)
    return " ".join(said.split())


def _of_years(amounts: Sequence[Amount], years: Sequence[int]) -> list[Amount]:
    """The figures of the years asked for; all figures if no year is."""
    wanted = {str(year) for year in years}
    return [a for a in amounts if not wanted or a.period in wanted]


def _mentions(question: str, label: str) -> bool:
    """Whether a question names a region or body: its first word, in any case."""
    words = [w for w in re.findall(r"[^\W\d_]+", fold(label)) if len(w) >= 4]
    asked = re.findall(r"[^\W\d_]+", question)
    return any(
        a[: max(4, len(words[0]) - 2)] == words[0][: max(4, len(words[0]) - 2)]
        for a in asked
        if words
    )


def sub_row_asked(case: Case, measure: Measure) -> SubRow | None:
    """The share that a question asks for, None if it asks for the whole."""
    question = fold(case.query.text)
    rows = [r for r in measure.sub_rows if _mentions(question, r.label)]
    return rows[0] if len(rows) == 1 else None


def _amount_values(
    case: Case, measure: Measure, amounts: Sequence[Amount], label: str | None
) -> list[Value]:
    return [
        Value(
            text=amount.value,
            name=label,
            number=amount.value,
            date=None if amount.period == "total" else amount.period,
            provision_id=measure.id,
        )
        for amount in amounts
    ]


def amount(case: Case, measure: Measure, intent: Intent = "funding") -> Draft | None:
    """The figures of a measure for the years asked; None if there are none."""
    row = sub_row_asked(case, measure)
    printed = row.amounts if row else measure.amounts
    chosen = _of_years(printed, case.query.years)
    totals = [a for a in chosen if a.period == "total"]
    if _asks_total(case) and totals:
        chosen = totals
    if not chosen:
        return None
    unit = measure.unit or ""
    said = "; ".join(_amount_words(case, a, unit) for a in chosen)
    if row:
        said = case.say("amount.region", label=row.label, values=said)
    text = case.say("field.amount", place=place_of(case, measure), values=said)
    if not is_empty(measure.funding.text) and intent == "funding":
        printed_source = shortened(measure.funding.text, 160)
        text += f" {case.say('field.also_source', printed=printed_source)}"
    text += _about(case, measure)
    values = _amount_values(case, measure, chosen, row.label if row else None)
    quotes = [
        *(a.value for a in chosen[:1] if row),
        measure.amounts_cell.text,
        measure.title.text,
    ]
    return _draft(case, measure, intent, text, values, quotes)


#: «всего», «барлығы», "total": the sum of the years is asked for.
#: Must not match «всероссийский», «общество».
_TOTAL = re.compile(
    r"\b(?:всего|общ(?:ая|ий|ую|ей|его)|итого|барлыгы|жалпы|total|overall)\b"
)


def _asks_total(case: Case) -> bool:
    return not case.query.years and _TOTAL.search(fold(case.query.text)) is not None


def funding_source(case: Case, measure: Measure) -> Draft | None:
    """Where the money comes from; None if it is not said."""
    printed = measure.funding.text
    if is_empty(printed):
        return None
    shown = shortened(printed, 300)
    key = "no_money" if _NOT_NEEDED.search(printed) else "source"
    text = case.say(f"field.{key}", place=place_of(case, measure), printed=shown)
    text += _about(case, measure)
    value = Value(text=" ".join(printed.split()), provision_id=measure.id)
    quotes = [printed, measure.title.text]
    return _draft(case, measure, "funding", text, [value], quotes)


def funding(case: Case, measure: Measure) -> Draft | None:
    """Money or its source, whichever is asked; None where it is not stated."""
    slot = next(iter(case.slots("funding")), "")
    if slot == "source":
        return funding_source(case, measure)
    found = amount(case, measure)
    silent = slot != "size" and _NOT_NEEDED.search(measure.funding.text)
    if found is None and (silent or not slot):
        return funding_source(case, measure)
    return found


def is_money(measure: Measure) -> bool:
    """Whether the figures of a measure are money."""
    return bool(measure.unit and _MONEY.search(measure.unit))


# ------------------------------------------------------------------- any of them


def field(case: Case, measure: Measure, intent: Intent) -> Draft | None:
    """The answer that a measure gives to an intent; None where it is silent."""
    if measure.classified:
        return classified(case, measure, intent)
    if intent == "responsible":
        return responsible(case, measure)
    if intent == "deadline":
        return deadline(case, measure)
    if intent == "completion_form":
        return completion_form(case, measure)
    if intent == "funding":
        return funding(case, measure)
    if intent in {"fact", "count"}:
        return amount(case, measure, intent) if measure.amounts else None
    return summary(case, measure, intent)


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
    return _draft(case, measure, intent, " ".join(parts), [value], quotes)


def _heading(case: Case, name: str) -> str:
    said = case.say(f"understood.{name}")
    return said[:1].upper() + said[1:]
