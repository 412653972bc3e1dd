"""The rows of a list as a file: where the API has exactly those; pure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final
from urllib.parse import urlencode

from indexer.records import MeasureWanted
from service.model import Answer, Query
from service.ports import Records

#: Intents whose answers are lists of measures.
_LISTING: Final = frozenset({"list", "count"})
#: What the filters of records are called by the API.
_PARAMETERS: Final = {"body_id": "body", "year": "year", "classified": "classified"}


def export_address(
    answer: Answer, query: Query, records: Records, language: str
) -> str | None:
    """Where the measures of an answer can be had as a table.

    Args:
        answer: A list or a count.
        query: What was asked; names the bodies and years.
        records: Of the index.
        language: Of the names in the table.

    Returns:
        An address of the API that gives these rows and no other, None where its
        filters cannot say which.
    """
    ids = {v.provision_id for v in answer.values if v.provision_id}
    if answer.intent not in _LISTING or not ids:
        return None
    for wanted in _filters(answer, query):
        _, rows = records.measures(**wanted)
        if {row.id for row in rows} == ids:
            said = ((name, wanted.get(key)) for key, name in _PARAMETERS.items())
            given = [("act", answer.act_id)]
            given += [(name, str(v).lower()) for name, v in said if v is not None]
            given += [("lang", language), ("format", "csv")]
            return f"/api/v1/measures?{urlencode(given)}"
    return None


def _filters(answer: Answer, query: Query) -> Iterator[MeasureWanted]:
    """Filters that may be meant, those that say most first."""
    secret = all(v.status == "classified" for v in answer.values if v.provision_id)
    choices = product(
        (*query.body_ids, None),
        (*query.years, None),
        (True, None) if secret else (None,),
    )
    for body, year, classified in choices:
        wanted: MeasureWanted = {"act_ids": (answer.act_id,)}
        if body is not None:
            wanted["body_id"] = body
        if year is not None:
            wanted["year"] = year
        if classified is not None:
            wanted["classified"] = classified
        yield wanted
