"""The bodies that take part in a plan: all of them, from its rows, and how often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from corpus.letters import fold
from corpus.model import Act
from corpus.nlp import tokens
from corpus.plan_model import Executor, Measure
from service.answers.case import NOTHING, Case, Draft, Outcome, outcome
from service.answers.executors import executor_value
from service.answers.warn import act_warnings
from service.knowledge import document_of
from service.model import Intent, Value
from service.wording import shortened
from service.words_of import words_of

#: Nouns of bodies in the plural, folded beginnings: one body is asked of one matter.
_BODIES: Final = (
    *("органы", "органов", "госорган", "ведомства", "ведомств", "министерства"),
    *("исполнители", "исполнителей", "органдар", "министрликтер", "орындаушылар"),
    *("bodies", "ministries", "agencies", "authorities", "executors", "organs"),
)
#: Words of taking part, folded beginnings; they say nothing about the matter.
_TAKING_PART: Final = (
    *("участв", "задейств", "вовлеч", "исполн", "реализ", "отвеча", "ответствен"),
    *("катыс", "орында", "жауап", "аткар", "мемлекет", "государств", "все", "барлык"),
    *("take", "part", "particip", "involv", "execut", "implement", "carr", "respons"),
    *("state", "government", "all", "list", "перечень", "список", "тизим"),
)
#: Longest list of names in words; the data have them all.
_NAMES_MOST: Final = 480


class _Participant(NamedTuple):
    """A body, where it is named first, and in how many rows."""

    executor: Executor
    measure: Measure
    rows: int


def participants(case: Case, intent: Intent) -> Outcome:
    """All bodies of the plans that a question names; not concerned otherwise."""
    query = case.query
    narrowed = query.address or query.body_ids or query.years or not query.act_ids
    if narrowed or not _asked(case):
        return NOTHING
    plans = ((a, case.records.measures(act_ids=(a.id,))[1]) for a in case.acts())
    shown: Intent = "count" if intent in {"count", "fact"} else "list"
    return outcome(
        case, [_draft(case, a, _all(case, ms), shown) for a, ms in plans if ms]
    )


def _asked(case: Case) -> bool:
    """Whether bodies of the whole plan are asked for, nothing of their matter."""
    plural = any(w.folded.startswith(_BODIES) for w in words_of(case.query.text))
    words = tokens(case.query.content_text, case.language)
    telling = (fold(t.text) for t in words if t.is_word and not t.is_stop)
    silent = (*_BODIES, *_TAKING_PART)
    return plural and all(w.startswith(silent) or document_of(w) for w in telling)


def _all(case: Case, measures: Sequence[Measure]) -> list[_Participant]:
    """The bodies of some rows, those with most rows first, ties as they are named."""
    found: dict[str, _Participant] = {}
    for measure in measures:
        once = {_key(case, e): e for e in measure.executors}
        for key, executor in once.items():
            known = found.get(key) or _Participant(executor, measure, 0)
            if known.executor.read_as and not executor.read_as:
                known = known._replace(executor=executor, measure=measure)
            found[key] = known._replace(rows=known.rows + 1)
    return sorted(found.values(), key=lambda one: -one.rows)


def _key(case: Case, executor: Executor) -> str:
    body = case.knowledge.body_of(executor)
    return body.id if body else (executor.abbreviation or executor.text).casefold()


def _draft(
    case: Case, act: Act, bodies: Sequence[_Participant], intent: Intent
) -> Draft:
    names = "; ".join(f"{_name(case, one)} ({one.rows})" for one in bodies)
    text = case.say(
        "list.participants",
        act=case.act_name(act),
        count=len(bodies),
        names=shortened(names, _NAMES_MOST),
    )
    total = Value(text=str(len(bodies)), number=str(len(bodies)))
    values = [
        replace(
            executor_value(case, one.executor),
            number=str(one.rows),
            by_agreement=None,
            coordinator=None,
        )
        for one in bodies
    ]
    quotes = [(one.measure.id, one.executor.text, one.measure.source) for one in bodies]
    shown = (*([total] if intent == "count" else []), *values)
    return Draft(text, act.id, intent, shown, quotes, tuple(act_warnings(case, act)))


def _name(case: Case, one: _Participant) -> str:
    body = case.knowledge.body_of(one.executor)
    printed = one.executor.abbreviation or one.executor.text
    return body.short(case.language) if body else printed
