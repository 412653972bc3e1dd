"""When there is no answer: by what is missing, not by a score alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.nlp import tokens
from service.answers.case import Case, Outcome, refused
from service.answers.evidence import Candidate
from service.answers.support import supported
from service.model import Intent

#: Least share of the question, weighted by rarity, that the best evidence holds.
LEAST_COVERAGE: Final = 0.37
#: The same where words are only looked for.
LEAST_SEARCHED: Final = 0.4
#: What is left of these shares where the lexicon, which has gaps, is the only bridge.
_TRANSLATED: Final = 0.85
#: Least share of the words that name what is asked for ("how many PEOPLE").
LEAST_HEAD: Final = 0.4
#: How well the evidence must hold a concept for it to be there.
_THERE: Final = 0.4
#: Share of the question that may be known words which no act holds at all.
MOST_ABSENT: Final = 0.45


def _says_nothing(case: Case) -> bool:
    """Whether a question has no word about any matter."""
    query = case.query
    if query.address or query.act_ids or query.body_ids or query.years:
        return False
    return matter_words(case) == 0


def matter_words(case: Case) -> int:
    """How many words of a question say something about its matter."""
    words = tokens(case.query.content_text, case.language)
    return sum((t.is_word or t.is_number) and not t.is_stop for t in words)


def head_share(case: Case, best: Candidate) -> float:
    """Share of the words that name what is asked for that the evidence holds.

    Weighted by rarity; 1 where the question names no such thing.
    """
    concepts = case.head_concepts()
    whole = sum(c.rarity for c in concepts)
    if not whole:
        return 1.0
    return sum(c.rarity * supported(c, best.held) for c in concepts) / whole


def absent_share(case: Case, best: Candidate) -> float:
    """Share of the question that the lexicon knows, but neither act nor evidence.

    A word of the same family in the evidence is enough to be there.
    """
    whole = sum(c.rarity * c.importance for c in case.concepts)
    lost = (
        c
        for c in case.concepts
        if not c.known
        and len(c.concept.senses) > 1
        and supported(c, best.held) < _THERE
    )
    return sum(c.rarity * c.importance for c in lost) / whole if whole else 0.0


def _only_translated(case: Case, best: Candidate) -> bool:
    """Whether a question and its evidence meet through the lexicon alone."""
    foreign = best.provision.language != case.language
    return foreign and not case.records.renderings(best.provision.id)


def why_not(case: Case, intent: Intent, ranked: Sequence[Candidate]) -> Outcome | None:
    """The reason for giving no answer; None if the evidence is enough.

    Args:
        case: The question.
        intent: What is asked.
        ranked: What was found, best first.
    """
    if _says_nothing(case):
        return refused(case, "unclear")
    if not ranked:
        return refused(case, "not_in_corpus")
    best = ranked[0]
    if best.draft is None:
        return refused(case, "not_stated")
    least = LEAST_SEARCHED if intent == "search" else LEAST_COVERAGE
    if _only_translated(case, best):
        least *= _TRANSLATED
    if best.support < least or absent_share(case, best) > MOST_ABSENT:
        return refused(case, "not_in_corpus")
    lacking = intent != "search" and (
        not best.fit or head_share(case, best) < LEAST_HEAD
    )
    return refused(case, "not_stated") if lacking else None
