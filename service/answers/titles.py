"""What a question says beyond the title of an act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from corpus.ids import ProvisionId
from corpus.model import Act
from service.answers.case import Case
from service.answers.support import Held, supported
from service.concepts import Weighted

#: How well a title must hold a word for it to be one of the title.
_IN_TITLE: Final = 0.4


def beyond_title(
    case: Case, act: Act, is_plain: Callable[[str], bool]
) -> list[Weighted]:
    """Concepts asked about that neither an act's title nor plain words say.

    Args:
        case: The question.
        act: Whose title; it is also read as its first point and its passport have it,
            so that renderings in other languages count.
        is_plain: Whether a folded word says nothing about a matter.
    """
    lemmas = case.passages.lemmas(act.title, act.language)
    for provision_id in _titled(case, act):
        held = case.records.provision(provision_id)
        if held is not None:
            lemmas |= case.passages.said(held, held.own.text)
    held_words = Held(lemmas, frozenset())
    return [
        c
        for c in case.concepts
        if c.importance == 1
        and not all(map(is_plain, c.folded))
        and supported(c, held_words) < _IN_TITLE
    ]


def _titled(case: Case, act: Act) -> list[ProvisionId]:
    """The units that repeat an act's title: its first point, the first passport row."""
    ids = case.knowledge.ids(act.id)
    first = (i for i in ids if i.steps == (("body", ""), ("point", "1")))
    row = (i for i in ids if i.steps[-1] == ("row", "1"))
    return [i for i in (next(first, None), next(row, None)) if i is not None]
