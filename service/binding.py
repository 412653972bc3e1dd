"""Whether an act that a question seems to name by a word of its title is meant at all.

«методика оценки» may be the methodology that the corpus holds, or a methodology that
a row of some plan speaks of. The words tell: where all acts together hold the question
far better than the act named, nothing was named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from service.model import Hit, Query

#: How much better the best hit of all acts must be than the best of the act named.
#: Names that were meant lose no more than an eighth; those read by mistake, more than
#: two fifths.
_BETTER: Final = 1.3


def is_loose(query: Query) -> bool:
    """Whether acts are named by words alone: no number, date, year or address."""
    named = "".join(query.text[s.start : s.end] for s in query.act_spans)
    figures = any(c.isdecimal() for c in named)
    return bool(query.act_ids and query.act_spans and not query.address) and not figures


def unbound(query: Query) -> Query:
    """The question with the words of the name as words of its matter."""
    content = tuple(sorted((*query.content, *query.act_spans)))
    return replace(query, act_ids=(), act_spans=(), content=content)


def speaks_of_others(named: Sequence[Hit], free: Sequence[Hit]) -> bool:
    """Whether the acts at large hold a question far better than the act named.

    Args:
        named: Hits in the acts named, best first.
        free: Hits in all acts, the words of the name searched for, best first.
    """
    if not free:
        return False
    inside = {hit.provision_id.act_id for hit in named}
    elsewhere = free[0].provision_id.act_id not in inside
    return elsewhere and free[0].score > _BETTER * max(
        (hit.score for hit in named), default=0.0
    )
