"""Executors → entries of the registry of bodies.

The act's own list of abbreviations wins over the registry: the same letters may
mean another body in another act.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from corpus.bodies import Bodies
from corpus.model import Act, Language
from corpus.plan_model import Executor, Indicator, Measure

Row = TypeVar("Row", Measure, Indicator)


def with_bodies(act: Act, bodies: Bodies) -> Act:
    """The act with ``body_id`` set for each executor that the registry knows."""
    listed = [(a.abbreviation, a.name) for a in act.abbreviations if a.listed]
    own = bodies.with_own(listed)
    return replace(
        act,
        measures=_resolved(act.measures, own, act.language),
        indicators=_resolved(act.indicators, own, act.language),
    )


def _resolved(
    rows: Sequence[Row], bodies: Bodies, language: Language
) -> tuple[Row, ...]:
    return tuple(
        replace(
            row, executors=tuple(_known(e, bodies, language) for e in row.executors)
        )
        for row in rows
    )


def _known(executor: Executor, bodies: Bodies, language: Language) -> Executor:
    return replace(executor, body_id=_body_id(executor, bodies, language))


def _body_id(executor: Executor, bodies: Bodies, language: Language) -> str | None:
    """By the full name of the act's list, else by the only body that is named."""
    if executor.name and (body := bodies.by_name(executor.name)):
        return body.id
    said = executor.abbreviation or executor.text
    named = {mention.body_id for mention in bodies.find(said, language)}
    return named.pop() if len(named) == 1 else None
