"""What an answer cites: the smallest unit that holds it, and nothing twice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from corpus.model import Provision
from service.answers.case import Case, Draft

#: Letters by which a passage is found again in the unit below.
_SAME_START: Final = 40


def held_by(case: Case, provision: Provision, passage: str) -> tuple[Provision, str]:
    """The unit inside a provision that a passage stands in, and the passage in it.

    A passage that begins with the heading of an article is led to the point below.
    """
    for child in case.records.children(provision.id):
        text = child.body.text
        if passage in text:
            return held_by(case, child, passage)
        at = passage.find(text[:_SAME_START]) if child.kind == "point" else -1
        behind = passage[at:]
        if at > 0 and provision.kind == "article" and text.startswith(behind):
            return held_by(case, child, behind)
    return provision, passage


def unlike(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without those that quote what another one, or its list, quotes."""
    kept: list[Draft] = []
    for draft in drafts:
        cited = draft.quotes[0][:2] if draft.quotes else None
        if cited is None or all(cited not in (q[:2] for q in k.quotes) for k in kept):
            kept.append(draft)
    return kept
