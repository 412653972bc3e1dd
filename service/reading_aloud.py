"""What was understood of a question, in words of its own language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from corpus.ids import ProvisionId
from service.knowledge import Knowledge
from service.labels import act_label, provision_label
from service.model import Query, Step
from service.wording import labels, say

#: Stands for the act in an address that names none.
_NO_ACT: Final = "act"


def read_as(query: Query, knowledge: Knowledge) -> str:
    """«кто отвечает · мера 42 · постановление …»: what will be looked for."""
    return " · ".join(dict.fromkeys(_parts(query, knowledge)))


def _parts(query: Query, knowledge: Knowledge) -> Iterator[str]:
    language = query.language
    yield say(f"understood.{query.intents[0]}", language)
    for path in (query.address, *query.more_addresses):
        if path:
            yield _place(path, query)
    yield from (say("understood.without", language, word=w) for w in query.excluded)
    for act_id in query.act_ids:
        card = knowledge.card(act_id)
        if card is not None:
            yield act_label(card.kind, card.number, card.date, labels(language))
    if query.unknown_act:
        yield query.unknown_act
    for body_id in query.body_ids:
        body = knowledge.bodies.get(body_id)
        if body is not None:
            yield body.short(language)
    yield from (str(year) for year in query.years)


def _place(path: Sequence[Step], query: Query) -> str:
    """«подпункт 6) пункта 3»: the address as it is cited."""
    steps = "/".join(f"{step.kind}-{step.number}" for step in path)
    place = ProvisionId.trusted(f"{_NO_ACT}/{steps}")
    return provision_label(place, {}, labels(query.language))
