"""Executors of measures as data and in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.letters import fold
from corpus.plan_model import Executor
from service.answers.case import Case
from service.model import Value
from service.wording import shortened

#: Longest names of executors that are written out before short forms take over.
_NAMES_MOST: Final = 430
#: What stands in brackets behind a name. Matches « (келісім бойынша)»; must not match
#: a bracket without its pair.
_BRACKETS = re.compile(r"\s*\([^()]*\)")


def executor_value(case: Case, executor: Executor) -> Value:
    """An executor as data, its name also in the language of the question."""
    body = case.knowledge.body_of(executor)
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


def _without_brackets(text: str) -> str:
    return _BRACKETS.sub("", text).strip()


def executor_words(case: Case, executor: Executor, *, short: bool) -> str:
    """An executor in words: "Ministry of Internal Affairs (ІІМ, by agreement)"."""
    body = case.knowledge.body_of(executor)
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
