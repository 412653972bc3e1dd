"""When there is no answer: by what is missing, not by a score alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.letters import fold
from corpus.nlp import tokens
from service.answers.abroad import foreign_law, states_in
from service.answers.case import Candidate, Case, Outcome, refused
from service.answers.fit import BODY_FIT
from service.answers.gaps import (
    THERE,
    Gap,
    absent_gap,
    lacks_thing,
    matter_gap,
    named_gap,
)
from service.answers.outside import outside
from service.answers.support import supported
from service.model import Intent
from service.retrieve import COSINE

#: What speaks for an answer, as a logistic regression over questions that can and
#: questions that cannot be answered weighed it: of the best evidence, the share of
#: the question that it holds, its nearness in meaning, the share of what names the
#: thing asked for that it holds, and the share of the question that is known words
#: which neither an act nor it holds. ``python -m eval refusals`` fits them.
SUPPORT_WEIGHT: Final = 4.5
COSINE_WEIGHT: Final = 7.0
HEAD_WEIGHT: Final = 3.2
ABSENT_WEIGHT: Final = -2.2
BIAS: Final = -5.7
#: Least sum of these for an answer: where few answers are lost for the refusals won.
LEAST_SURE: Final = -0.5
#: The same where the evidence names every thing of the question.
LEAST_WHOLE: Final = -1.2
#: Least share of the question that the evidence holds, whatever else speaks for it.
LEAST_SUPPORT: Final = 0.15
#: Least sum where the evidence is strong: that of most questions answered rightly.
STRONG: Final = 1.5
#: Least sum where a thing that the question names stands in no provision at all.
LEAST_ABSENT: Final = STRONG
#: Slots that a refusal names in words of their own.
_TOLD_SLOTS: Final = frozenset(
    {"contact", "person", "penalty", "pay", "papers", "hours", "price", "leader"}
)
#: From this share of known words absent from acts and evidence, and below this share
#: of what names the thing asked for, the acts speak of other things.
MOST_ABSENT: Final = 0.4
LEAST_HEAD: Final = 0.5
#: Nearness that is assumed where vectors were not used: the usual one.
_USUAL_COSINE: Final = 0.45


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

    Weighted by rarity; 1 where the question names no such thing, or only by words
    that neither the acts nor the lexicon know: these cannot be met in any act.
    """
    concepts = [c for c in case.head_concepts if c.known or len(c.concept.senses) > 1]
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
        if not c.known and len(c.concept.senses) > 1 and supported(c, best.held) < THERE
    )
    return sum(c.rarity * c.importance for c in lost) / whole if whole else 0.0


def nearness(best: Candidate) -> float:
    """How near the evidence is to the question in meaning, 0 to 1."""
    found = (f.value for f in best.hit.features if f.name == COSINE)
    return next(found, _USUAL_COSINE)


def sureness(case: Case, best: Candidate) -> float:
    """How sure it is that the evidence answers: log-odds, above 0 if likely."""
    return (
        BIAS
        + SUPPORT_WEIGHT * best.support
        + COSINE_WEIGHT * nearness(best)
        + HEAD_WEIGHT * head_share(case, best)
        + ABSENT_WEIGHT * absent_share(case, best)
    )


def _elsewhere(case: Case, best: Candidate) -> bool:
    """Whether the thing asked for is a known one that the acts do not speak of."""
    lost = absent_share(case, best) >= MOST_ABSENT
    return lost and head_share(case, best) < LEAST_HEAD


def _abroad(case: Case, best: Candidate) -> bool:
    """Whether the law of a state is asked for that the evidence does not name."""
    asked = foreign_law(case.query.question)
    return bool(asked) and not asked <= states_in(best.provision.body.text)


#: What was done with money in fact, folded; plans say what is to be done with it.
#: Matches «фактически», "actually"; must not match «нақты шаралар», «фактор».
_IN_FACT = re.compile(
    r"\bфактическ\w+|\bactually\b|\bin fact\b|\bис жузинде\b"
    r"|\bнакты жумсал\w+|\bигерил\w+|\bосвоен\w*"
)


def _done_in_fact(case: Case, intent: Intent, best: Candidate) -> bool:
    """Whether a sum in fact is asked for, where the evidence is a plan of sums."""
    if intent not in {"fact", "funding", "count"}:
        return False
    told = _IN_FACT.search(fold(best.provision.body.text))
    return told is None and _IN_FACT.search(fold(case.query.question)) is not None


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
    gap = named_gap(case, best)
    if gap is not None:
        return _without(case, best, gap)
    if best.draft is None or _done_in_fact(case, intent, best):
        return refused(case, "not_stated")
    return (
        _beyond(case, best)
        or _too_far(case, best)
        or _silent(case, intent, best)
        or _beside(case, best)
    )


def _without(case: Case, best: Candidate, gap: Gap) -> Outcome:
    """That what the question names is not there, and what is nearest."""
    if gap.kind == "name" and not gap.anywhere:
        return refused(case, "not_in_corpus", "not_named_anywhere", what=gap.what)
    key = "not_stated_year" if gap.kind == "year" else "not_named"
    return refused(case, "not_stated", key, what=gap.what, place=_place(case, best))


def _place(case: Case, best: Candidate) -> str:
    """The nearest provision, as it is cited."""
    act = case.records.act(best.provision.act_id)
    label = case.label(best.provision.id)
    return f"{label}, {case.act_name(act)}" if act else label


def _beyond(case: Case, best: Candidate) -> Outcome | None:
    """A refusal of what acts do not give: opinions, advice, the state of things.

    Who signed an act says nothing about who holds the office now.
    """
    asked = outside(case.query.question)
    told = sureness(case, best) >= STRONG and best.provision.kind != "signature"
    if asked is None or (asked != "opinion" and told):
        return None
    return refused(case, "not_in_corpus", asked)


def _too_far(case: Case, best: Candidate) -> Outcome | None:
    """A refusal where the evidence speaks of other things."""
    far = best.support < LEAST_SUPPORT or _elsewhere(case, best) or _abroad(case, best)
    least = LEAST_SURE if lacks_thing(case, best) else LEAST_WHOLE
    if far or sureness(case, best) < least:
        return refused(case, "not_in_corpus")
    return None


def _silent(case: Case, intent: Intent, best: Candidate) -> Outcome | None:
    """A refusal where the evidence lacks the kind of thing that is asked for."""
    slot = next(iter(case.slots(intent)), "")
    led = slot != "leader" or best.fit > BODY_FIT
    if intent == "search" or (best.fit and led):
        return None
    key = f"not_stated_{slot}" if slot in _TOLD_SLOTS else None
    return refused(case, "not_stated", key, place=_place(case, best))


def _beside(case: Case, best: Candidate) -> Outcome | None:
    """A refusal where the evidence is near, but not about what is asked about."""
    sure = sureness(case, best)
    gap = matter_gap(case, best, strong=sure >= STRONG)
    if gap is None and sure < LEAST_ABSENT:
        gap = absent_gap(case, best)
    return _without(case, best, gap) if gap else None
