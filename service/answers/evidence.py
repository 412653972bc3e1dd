"""Answers from what was found: the record or the sentences that hold the slot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from corpus.model import Indicator, Measure, Provision
from service.answers.case import Case, Draft
from service.answers.fields import amount, field, is_money
from service.answers.passages import (
    Passage,
    holds,
    lemmas_of,
    names_leader,
    runs,
)
from service.answers.texts import indicator_draft, passage_draft, whole_draft
from service.concepts import Weighted, weighted_concepts
from service.coverage import Held, coverage
from service.model import Hit, Intent

#: Hits that are looked at for an answer.
LOOKED_AT: Final = 12
#: What a hit keeps of its score if it does not hold what is asked for.
_WITHOUT: Final = 0.55
#: What the thing asked for adds to a passage, beside its share of the question.
_SLOT_WORTH: Final = 0.3
#: What each character costs a passage, so that of two the shorter is taken.
_LENGTH_COST: Final = 0.0003
#: Kinds whose own words only open what stands below.
_OPENING: Final = frozenset({"list", "search", "provision"})


#: Kinds that hold other units and have no words of their own but a heading.
_CONTAINERS: Final = frozenset({"annex", "part", "section", "subsection", "chapter", "heading"})


class Candidate(NamedTuple):
    """A found provision seen as an answer.

    Attributes:
        hit: As found.
        provision: Its record.
        draft: The answer that it gives; None where it is silent.
        fits: Whether it holds the kind of thing asked for.
        worth: What candidates are ranked by.
        text: The words that the answer stands on, for checks.
        rendered: Lemmas of its renderings in other languages.
        context: Lemmas of the headings above it.
    """

    hit: Hit
    provision: Provision
    draft: Draft | None
    fits: bool
    worth: float
    text: str
    rendered: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()


def weights(case: Case) -> tuple[Weighted, ...]:
    """The concepts of the question with their weights."""
    return weighted_concepts(
        case.query, case.knowledge.lexicon, case.knowledge.frequencies
    )


def _parents(case: Case, provision: Provision) -> Iterator[Provision]:
    parent = provision.parent
    while parent is not None:
        held = case.records.provision(parent)
        if held is None:
            return
        yield held
        parent = held.parent


def _context(case: Case, provision: Provision) -> frozenset[str]:
    """Lemmas above a provision: headings, the words that open its list."""
    words: set[str] = set()
    for held in _parents(case, provision):
        text = held.own.text if held.kind in {"point", "subpoint", "para"} else ""
        words |= lemmas_of(f"{held.heading or ''} {text}", held.language)
    return frozenset(words)


def best_passage(case: Case, provision: Provision, slots: Sequence[str]) -> Passage:
    """The run of sentences that holds most of the question and the thing asked."""
    concepts = weights(case)
    text = provision.body.text or provision.own.text or provision.heading or ""
    context = _context(case, provision)
    best, best_worth = Passage(text, frozenset()), -1.0
    for passage in runs(text, provision.language):
        worth = coverage(concepts, Held(passage.lemmas, context))
        if slots and _holds(case, passage.text, provision, slots):
            worth += _SLOT_WORTH
        worth -= _LENGTH_COST * len(passage.text)
        if worth > best_worth:
            best, best_worth = passage, worth
    return best


def _holds(case: Case, text: str, provision: Provision, slots: Sequence[str]) -> bool:
    bodies, language = case.knowledge.bodies, provision.language
    if slots[0] == "leader" and case.query.body_ids:
        return names_leader(text, language, bodies, case.query.body_ids)
    return holds(text, language, slots[0], bodies)


# ------------------------------------------------------------------- candidates


def _measure(case: Case, measure: Measure, intent: Intent) -> tuple[Draft | None, bool]:
    if intent in {"fact", "count"}:
        found = amount(case, measure, intent) if _counts(case, measure) else None
        return found or field(case, measure, "search"), found is not None
    draft = field(case, measure, intent)
    return draft, draft is not None and not measure.classified


def _counts(case: Case, measure: Measure) -> bool:
    """Whether the figures of a measure are of the kind that a fact asks for."""
    slot = next(iter(case.slots("fact")), "")
    share = "%" in (measure.unit or "")
    return (slot == "percent" and share) or (slot == "number" and not is_money(measure))


def _text(
    case: Case, provision: Provision, intent: Intent
) -> tuple[Draft | None, bool, str]:
    act = case.records.act(provision.act_id)
    if act is None:
        return None, False, ""
    if intent in _OPENING and len(provision.body.text) <= 640:
        text = provision.body.text or provision.heading or ""
        return whole_draft(case, act, provision, intent), bool(provision.body.text), text
    slots = case.slots(intent)
    passage = best_passage(case, provision, slots)
    fits = not slots or _holds(case, passage.text, provision, slots)
    return passage_draft(case, act, provision, passage.text, intent), fits, passage.text


def _indicator_of(case: Case, provision: Provision) -> Indicator | None:
    for indicator in case.records.indicators(provision.act_id):
        if indicator.id == provision.id:
            return indicator
    return None


def _candidate(case: Case, hit: Hit, intent: Intent) -> Candidate | None:
    provision = case.records.provision(hit.provision_id)
    if provision is None:
        return None
    text = provision.body.text
    measure = case.records.measure(hit.provision_id)
    if measure is not None:
        draft, fits = _measure(case, measure, intent)
        text = measure_text(measure)
    elif provision.kind == "indicator":
        draft, fits = _of_indicator(case, provision, intent)
    else:
        draft, fits, text = _text(case, provision, intent)
    worth = hit.score * (1.0 if fits else _WITHOUT)
    if provision.kind in _CONTAINERS and not provision.own.text:
        worth *= _WITHOUT
    rendered, context = _rendered(case, provision), _context(case, provision)
    return Candidate(hit, provision, draft, fits, worth, text, rendered, context)


def _rendered(case: Case, provision: Provision) -> frozenset[str]:
    """Lemmas of what is said of a provision in other languages."""
    words: set[str] = set()
    for rendering in case.records.renderings(provision.id):
        words |= lemmas_of(rendering.text, rendering.language)
    return frozenset(words)


def measure_text(measure: Measure) -> str:
    """All words of a measure that can show what it is about."""
    cells = (
        measure.title.text,
        measure.completion_form.text,
        measure.executors_cell.text,
        measure.funding.text,
        measure.unit or "",
        measure.section,
    )
    return "\n".join(cell for cell in cells if cell)


def _of_indicator(
    case: Case, provision: Provision, intent: Intent
) -> tuple[Draft | None, bool]:
    indicator, act = _indicator_of(case, provision), case.records.act(provision.act_id)
    if indicator is None or act is None:
        return None, False
    draft = indicator_draft(case, act, indicator, intent)
    return draft, draft is not None and intent in {"fact", "search", "list", "count"}


def candidates(case: Case, intent: Intent) -> tuple[Candidate, ...]:
    """The best hits as answers, best first."""
    made = (_candidate(case, hit, intent) for hit in case.hits[:LOOKED_AT])
    found = [c for c in made if c is not None]
    return tuple(sorted(found, key=lambda c: (-c.worth, c.hit.provision_id)))


def head_concepts(case: Case) -> tuple[Weighted, ...]:
    """The concepts that name what is asked for ("how many PEOPLE")."""
    if not case.query.heads:
        return ()
    heads = replace(case.query, content=case.query.heads, act_spans=())
    return weighted_concepts(heads, case.knowledge.lexicon, case.knowledge.frequencies)
