"""Where inside a provision a passage stands: the smallest unit that holds it."""

from __future__ import annotations

from typing import Final

from corpus.model import Provision
from service.answers.case import Case

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
