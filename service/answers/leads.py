"""Lists inside a provision: the words that open them and the items under them.

A list stands behind the words of a point («Члены обязаны: 1) …»), or behind one of its
paragraphs («Руководитель центра:»); an item says what, the opening words say who.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from corpus.model import Provision
from service.answers.case import Case

#: Least items that make a list.
LEAST_ITEMS: Final = 2
_UNITS: Final = frozenset({"subpoint", "para"})


class Opening(NamedTuple):
    """A list: the unit that holds it, the unit whose words open it, its items."""

    holder: Provision
    lead: Provision
    items: tuple[Provision, ...]


def _openings(case: Case, holder: Provision) -> Iterator[Opening]:
    """The lists inside a provision: behind its own words, or behind a paragraph's."""
    lead, items = holder, list[Provision]()
    for child in case.records.children(holder.id):
        if child.kind not in _UNITS:
            continue
        if child.kind == "para" and opens(child):
            yield Opening(holder, lead, tuple(items))
            lead, items = child, []
        else:
            items.append(child)
    yield Opening(holder, lead, tuple(items))


def opens(provision: Provision) -> bool:
    """Whether the words of a unit open a list."""
    return ends_open(provision.own.text)


def ends_open(text: str) -> bool:
    """Whether a text ends with a colon."""
    return text.rstrip().endswith(":")


def lead_of(case: Case, item: Provision) -> Provision | None:
    """The unit whose words open the list that an item belongs to; None if none does."""
    if item.kind not in _UNITS or item.parent is None:
        return None
    holder = case.records.provision(item.parent)
    if holder is None:
        return None
    found = (
        o for o in _openings(case, holder) if any(i.id == item.id for i in o.items)
    )
    lead = next((o.lead for o in found), None)
    return lead if lead is not None and opens(lead) else None


def list_behind(case: Case, lead: Provision) -> Opening | None:
    """The list that a paragraph of its own opens; None where it opens none."""
    holder = case.records.provision(lead.parent) if lead.parent else None
    if holder is None or lead.kind != "para" or not opens(lead):
        return None
    return next((o for o in lists_of(case, holder) if o.lead.id == lead.id), None)


def lists_of(case: Case, holder: Provision) -> tuple[Opening, ...]:
    """The lists inside a provision that a colon opens."""
    found = _openings(case, holder)
    return tuple(o for o in found if len(o.items) >= LEAST_ITEMS and opens(o.lead))


def context_of(case: Case, provision: Provision) -> frozenset[str]:
    """Lemmas above a provision: headings, and what opens the list that it is in."""
    words: frozenset[str] = case.passages.context(provision.id)
    lead = lead_of(case, provision)
    if lead is None or lead.id == provision.parent:
        return words
    return words | case.passages.said(lead, lead.own.text)
