"""A list of running text as an answer: all of its items, within what may be said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.model import Act, Provision
from service.answers.case import Case, Draft
from service.answers.listing import Listed
from service.answers.texts import first_words
from service.answers.warn import act_warnings, provision_warnings
from service.model import Intent, Value
from service.wording import MOST, shortened

#: Longest opening that stands before the items.
_OPENING_MOST: Final = 220
#: Least that is shown of each item, in characters: less says nothing. Where not all
#: have room for it, the first items are shown, cut to the most, and the rest counted.
_SHOWN_LEAST: Final = 60
_SHOWN_MOST: Final = 110
#: Most items that are cited one by one.
_CITED_MOST: Final = 24
#: Longest item that is given as data.
_VALUE_MOST: Final = 400
#: The number or dash that opens an item. Matches "2) ", "12. ", "- "; must not
#: match "2018 ".
_MARK = re.compile(r"^(?:\d{1,3}(?:-\d+)?[.)]|[-–—•])\s*")


def list_draft(
    case: Case, act: Act, provision: Provision, found: Listed, intent: Intent
) -> Draft:
    """All items of a list as the answer, each cut alike where they are long."""
    label, name = case.label(provision.id), case.act_name(act)
    frame = case.say(
        "text.partly", label=label, act=name, quote="", count=len(found.items)
    )
    opening = shortened(found.opening, _OPENING_MOST)
    items = _shown(found.items, MOST - len(frame) - len(opening) - 2)
    left = len(found.items) - len(items)
    text = case.say(
        "text.partly" if left else "text.says",
        label=label,
        act=name,
        quote=f"{opening} {' '.join(items)}",
        count=left,
    )
    values = tuple(
        Value(
            text=shortened(_MARK.sub("", item.body.text), _VALUE_MOST).rstrip(";."),
            provision_id=item.id,
        )
        for item in found.items
    )
    quotes = [
        (provision.id, first_words(provision.body.text), provision.source),
        *(
            (i.id, first_words(i.body.text), i.source)
            for i in found.items[:_CITED_MOST]
        ),
    ]
    warnings = (*act_warnings(case, act), *provision_warnings(case, act, provision.id))
    return Draft(text, act.id, intent, values, quotes, tuple(dict.fromkeys(warnings)))


def _shown(items: Sequence[Provision], room: int) -> list[str]:
    """Items as shown in some characters: all cut evenly, or the first ones."""
    if room // len(items) >= _SHOWN_LEAST or sum(_sizes(items)) <= room:
        rooms = _rooms(items, room)
    else:
        rooms = [_SHOWN_MOST - 1] * max(1, room // _SHOWN_MOST)
    return [shortened(i.body.text, m) for i, m in zip(items, rooms, strict=False)]


def _sizes(items: Sequence[Provision]) -> list[int]:
    """Characters of each item and the blank behind it."""
    return [len(" ".join(item.body.text.split())) + 1 for item in items]


def _rooms(items: Sequence[Provision], room: int) -> list[int]:
    """How many characters each item may have, so that all fit; short ones whole."""
    sizes = _sizes(items)
    most = room // len(items)
    for _ in items:
        spare = room - sum(min(size, most) for size in sizes)
        longer = sum(size > most for size in sizes)
        if not longer or spare < longer:
            break
        most += spare // longer
    return [min(size, most) for size in sizes]
