"""Which bodies the acts name, and which the registry does not know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from corpus.bodies import Bodies
from corpus.load import load_corpus
from corpus.model import Act
from corpus.plan_model import Executor


class Unresolved(NamedTuple):
    """A name of an executor that means no one body of the registry.

    Attributes:
        act_id: Act that charges it.
        text: As printed, spacing repaired.
        times: How often it is charged there.
    """

    act_id: str
    text: str
    times: int


def charged(act: Act) -> Iterator[Executor]:
    """Every executor of an act's measures and indicators, in order."""
    for measure in act.measures:
        yield from measure.executors
    for indicator in act.indicators:
        yield from indicator.executors


def unresolved(acts: Iterable[Act]) -> tuple[Unresolved, ...]:
    """Executors without an entry in the registry, commonest first in each act."""
    found: list[Unresolved] = []
    for act in acts:
        names = Counter(e.text for e in charged(act) if e.body_id is None)
        ranked = sorted(names.items(), key=lambda item: (-item[1], item[0]))
        found += (Unresolved(act.id, text, count) for text, count in ranked)
    return tuple(found)


def body_lines(folder: Path) -> Iterator[str]:
    """The report on a corpus: executors resolved by act, then those that are not."""
    acts = load_corpus(folder).acts
    bodies = Bodies.load()
    yield f"{len(bodies)} bodies in the registry"
    for act in acts:
        every = list(charged(act))
        known = [e for e in every if e.body_id]
        listed = [a for a in act.abbreviations if a.listed]
        named = [a for a in listed if bodies.by_name(a.name)]
        yield (
            f"{act.id}: {len(known)} of {len(every)} executors are bodies of the "
            f"registry, {len(named)} of {len(listed)} names of its own list"
        )
        yield from (
            f"  not in the registry: {a.abbreviation} {a.name}"
            for a in listed
            if a not in named
        )
    for row in unresolved(acts):
        yield f"{row.act_id}: unresolved {row.times}×: {row.text}"
