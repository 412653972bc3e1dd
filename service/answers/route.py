"""A question and its hits → answers, or a refusal with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

from service.answers.abbreviations import abbreviations
from service.answers.acts_described import acts_asked
from service.answers.addressed import addressed
from service.answers.bare import bare_acts
from service.answers.case import Case, Outcome, Records, outcome, refused
from service.answers.choice import chosen_intent
from service.answers.columns import column_asked
from service.answers.conditions import names_programme, section_wishes
from service.answers.definitions import definitions
from service.answers.evidence import candidates
from service.answers.fields import field
from service.answers.indicators import OUTSIDE
from service.answers.leaders import leaders
from service.answers.lists import measures_asked
from service.answers.marks import marks
from service.answers.openings import openings_asked
from service.answers.participants import participants
from service.answers.passport import passport
from service.answers.places import unlike
from service.answers.refusal import STRONG, matter_words, sureness, why_not
from service.answers.several import told
from service.answers.status import status
from service.answers.units import parts_asked
from service.answers.whole import consent, plan_total
from service.concepts import Weighted, weighted_concepts
from service.knowledge import Knowledge
from service.model import Answer, Hit, Intent, NoAnswer, Query

#: Intents that one question may ask together: "who, and until when".
_TOGETHER: Final[frozenset[Intent]] = frozenset(
    {"responsible", "deadline", "completion_form", "funding"}
)
#: Intents whose weakest cues are plain nouns.
_NOUNS: Final[frozenset[Intent]] = frozenset({"funding", "list", "responsible"})
#: Answers beside the best one are given from this share of its worth on.
_AS_GOOD: Final = 0.9
#: Most answers that rest on what was found, not on an address.
_MOST_FOUND: Final = 3


def answer(
    query: Query,
    hits: Sequence[Hit],
    index: Records,
    knowledge: Knowledge,
    concepts: tuple[Weighted, ...] | None = None,
) -> tuple[tuple[Answer, ...], NoAnswer | None]:
    """Answer a question.

    Args:
        query: As understood.
        hits: Provisions found for it, best first.
        index: The records.
        knowledge: Acts, bodies and words.
        concepts: Of the query, where they are known already.

    Returns:
        Answers best first, each with a proven quote, and None; or none and why.
    """
    case = case_of(query, hits, index, knowledge, concepts)
    done = settle(case)
    if not done.answers and done.refusal is None:  # every quote was withheld
        done = refused(case, "not_in_corpus")
    return told(case, done.answers), done.refusal


def case_of(
    query: Query,
    hits: Sequence[Hit],
    index: Records,
    knowledge: Knowledge,
    concepts: tuple[Weighted, ...] | None = None,
) -> Case:
    """All that an answer works on."""
    if concepts is None:
        concepts = weighted_concepts(query, knowledge.lexicon, knowledge.frequencies)
    today = datetime.now(UTC).date()
    return Case(query, tuple(hits), index, knowledge, today, concepts)


def settle(case: Case) -> Outcome:
    """The same for a case."""
    query = case.query
    if query.unknown_act:
        return refused(case, "no_such_act", act=query.unknown_act)
    intents = _asked_together(query)
    if len(intents) > 1 and query.address:
        done = [_one(case, intent) for intent in intents]
        answers = tuple(a for one in done for a in one.answers)
        return Outcome(answers) if answers else done[0]
    first = _one(case, query.intents[0])
    return _with_others(case, first, intents) if len(intents) > 1 else first


def _with_others(case: Case, first: Outcome, intents: Sequence[Intent]) -> Outcome:
    """The other fields of the row that answers, where the question asks for them.

    «Кто и до какого срока …»: the row is found once.
    """
    best = next(iter(first.answers), None)
    cited = best.citations[0].provision_id if best else None
    measure = case.records.measure(cited) if cited else None
    if best is None or measure is None or best.intent not in intents:
        return first
    others = (field(case, measure, i) for i in intents if i != best.intent)
    more = outcome(case, [draft for draft in others if draft]).answers
    return Outcome((best, *more, *first.answers[1:]))


def _asked_together(query: Query) -> tuple[Intent, ...]:
    """Fields that are asked for at once, in the order of the question."""
    least = 2 if query.address else 3
    sure = [
        a.intent for a in query.asked if a.weight >= least and a.intent in _TOGETHER
    ]
    return tuple(dict.fromkeys(sure))


def _one(case: Case, intent: Intent) -> Outcome:
    """Look-ups first, then what was found."""
    for done in _look_ups(case, intent):
        if done.settled:
            return done
    return _otherwise(case, found(case, chosen_intent(case, intent)))


def read_for(case: Case) -> Intent | None:
    """What found evidence is read for; None where a look-up settles the question."""
    intent = case.query.intents[0]
    if case.query.unknown_act or any(d.settled for d in _look_ups(case, intent)):
        return None
    return chosen_intent(case, intent)


def _otherwise(case: Case, first: Outcome) -> Outcome:
    """What the question may ask besides, where the first is not stated.

    "By how much …" may ask for money or for a share. The same evidence is read anew,
    and only where it is strong, so that no answer beside the point is given.
    """
    silent = first.refusal is not None and first.refusal.code == "not_stated"
    asked = case.query.asked
    if not silent or not asked or asked[0].slot in OUTSIDE:
        return first
    ranked = candidates(case, asked[0].intent)
    if not ranked or sureness(case, ranked[0]) < STRONG:
        return first
    for intent in dict.fromkeys(a.intent for a in asked if a.intent != asked[0].intent):
        if candidates(case, intent)[0].hit == ranked[0].hit:
            done = found(case, intent)
            if done.answers:
                return done
    return first


def _look_ups(case: Case, intent: Intent) -> Iterator[Outcome]:
    query = case.query
    if intent in {"list", "count"} and section_wishes(case):
        yield measures_asked(case, intent)
    if query.address:
        yield addressed(case, intent)
    yield marks(case)
    if intent == "search" or "force" in case.slots(intent):
        yield bare_acts(case)
    if intent == "abbreviation" or (intent == "search" and matter_words(case) == 1):
        yield abbreviations(case)
    yield from _listed(case, intent)
    if not query.address:
        yield from _of_whole_acts(case, intent)
    if intent == "status" or "force" in case.slots("status"):
        yield status(case)
    if intent == "responsible":
        yield leaders(case)
    if intent == "fact" and "act" in case.slots("fact"):
        yield from acts_asked(case)
    if "definition" in query.intents:
        yield definitions(case)


def _listed(case: Case, intent: Intent) -> Iterator[Outcome]:
    """Lists and counts from the records."""
    if intent in {"list", "count", "fact"}:
        yield parts_asked(case, intent)
    if intent in {"list", "count", "fact", "responsible"}:
        yield participants(case, intent)
    if intent in {"list", "count"}:
        yield measures_asked(case, intent)
    listed = {"number", "penalty"} & set(case.slots("fact")[:1])
    if intent == "search" or listed or "items" in case.slots("list"):
        yield openings_asked(case, intent)
    if intent == "funding" and "list" in case.query.intents and names_programme(case):
        yield measures_asked(case, "list")


def _of_whole_acts(case: Case, intent: Intent) -> Iterator[Outcome]:
    """What an act or a programme says of itself as a whole."""
    yield consent(case, intent)
    yield column_asked(case, intent)
    yield passport(case, intent)
    if intent == "funding":
        yield plan_total(case)


def found(case: Case, intent: Intent) -> Outcome:
    """Answers from what was found, or why there is none."""
    ranked = candidates(case, intent)
    reason = why_not(case, intent, ranked)
    if reason is not None:
        looked_for = intent != "search" and _only_looked_for(case)
        return found(case, "search") if looked_for else reason
    best = ranked[0].worth
    kept = [c for c in ranked if c.draft and c.worth >= _AS_GOOD * best]
    drafts = (c.draft() for c in kept[:_MOST_FOUND] if c.draft)
    return outcome(case, unlike(drafts))


def _only_looked_for(case: Case) -> bool:
    """Whether words that may ask («қаржы», "measures") only say what is looked for."""
    first = case.asked_first()
    nouns = first is not None and first.weight < 2 and first.intent in _NOUNS
    return nouns and not case.query.text.endswith("?") and not case.query.heads
