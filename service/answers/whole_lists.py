"""When a question is answered by a list with all its items."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

from corpus.model import Act, Provision
from service.answers.case import Case, Draft
from service.answers.list_texts import list_draft
from service.answers.listing import (
    Listed,
    announces_another,
    asks_for_all,
    items_share,
    listed,
    many_asked,
    opening_share,
)
from service.model import Intent

#: Intents that a list may answer with all its items, and the slots of these.
_LISTING: Final[frozenset[Intent]] = frozenset({"list", "fact", "definition"})
_LISTED_SLOTS: Final = frozenset({"", "thing", "items"})
#: Fit of a list whose opening words do not name what is asked for.
_OPENED_ELSEWHERE: Final = 0.6
#: Fit of a whole list where several things are asked for: better than any text that
#: holds one of them.
_ALL_OF_MANY: Final = 1.25
#: Share of a question that opening words hold which name all that is asked for.
_NAMES_ALL: Final = 0.85
#: What a list keeps of its fit that says to be of other things.
_OTHER_THINGS: Final = 0.6
#: A list of penalties is opened. Matches «следующие взыскания:», «жазалар»; must not
#: match «наказуемы».
_PENALTIES = re.compile(r"взыскани|наказани[яйе]|жаза(?:лар|\b)|санкци", re.IGNORECASE)


class WholeList(NamedTuple):
    """A list as an answer.

    Attributes:
        draft: Makes the answer.
        fit: How well it holds what is asked for, 0 to 1; more where it holds all of
            several things.
    """

    draft: Callable[[], Draft]
    fit: float


def listed_whole(
    case: Case, act: Act, provision: Provision, slots: Sequence[str], intent: Intent
) -> WholeList | None:
    """A list with all its items, where it is the list that is asked for.

    «На каких принципах …» is answered by all of them, not by the one that holds most
    words of the question.
    """
    slot = next(iter(slots), "")
    found = listed(case, provision) if intent in _LISTING else None
    if found is None or not (slot in _LISTED_SLOTS or _opens_penalties(slot, found)):
        return None
    if slot != "items" and not asks_for_all(case, provision, found):
        return None
    share = opening_share(case, provision, found)
    whole_share = max(share, items_share(case, provision, found))
    opened = share / whole_share if whole_share else 1.0
    fit = _OPENED_ELSEWHERE + (1 - _OPENED_ELSEWHERE) * opened
    named = slot == "items" and share >= _NAMES_ALL
    if named or (slot == "thing" and many_asked(case)):
        fit = _ALL_OF_MANY
    if slot == "items" and announces_another(case, provision, found):
        fit *= _OTHER_THINGS
    make = partial(list_draft, case, act, provision, found, intent)
    return WholeList(make, fit)


def _opens_penalties(slot: str, found: Listed) -> bool:
    """Whether a list of penalties is opened, where penalties are asked for."""
    return slot == "penalty" and _PENALTIES.search(found.opening) is not None
