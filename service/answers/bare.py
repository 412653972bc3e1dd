"""Questions that name an act or a kind of document and ask nothing more.

«580 қаулы» is answered by what that act is and whether it is in force; «план» may
be any plan that is held, so each of them is offered, those in force first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.model import Act
from corpus.nlp import tokens
from service.act_kinds import kind_of_word
from service.answers.case import NOTHING, Case, Outcome, outcome
from service.answers.status import force
from service.knowledge import document_of

#: Words that say no more than "is in force" does, folded.
_NOW: Final = frozenset(
    {"сейчас", "ныне", "теперь", "сегодня", "now", "currently", "today", "казир"}
)


def bare_acts(case: Case) -> Outcome:
    """What the acts are that the question does no more than name."""
    query = case.query
    if query.address or query.body_ids or query.phrases or query.excluded:
        return NOTHING
    if query.asked and query.act_ids:
        return NOTHING
    acts = [a for a in case.acts() if _is_meant(case, a, _telling(case))]
    return outcome(case, [force(case, act) for act in acts])


def _telling(case: Case) -> list[str]:
    """The words beside the name of an act, folded; figures count as words."""
    words = tokens(case.query.content_text, case.language)
    said = [t.folded for t in words if (t.is_word or t.is_number) and not t.is_stop]
    return [word for word in said if word not in _NOW]


def _is_meant(case: Case, act: Act, words: Sequence[str]) -> bool:
    """Whether an act is named and nothing else, or is all that the words name."""
    if case.query.act_ids:
        return not words and not case.query.years
    card = case.knowledge.card(act.id)
    if card is None or not words:
        return False
    return all(
        document_of(word) in card.documents or _is_kind(word, act.kind)
        for word in words
    )


def _is_kind(word: str, kind: str) -> bool:
    """Whether a word names the kind of an act: «постановление»."""
    named = kind_of_word(word)
    return bool(named) and str(named) in kind
