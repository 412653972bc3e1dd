"""Answers from what was found: the record or the sentences that hold the slot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple

from corpus.model import Indicator, Measure, Provision
from service.answers.case import Case, Draft
from service.answers.fields import amount, field, is_money
from service.answers.passages import (
    RUN_MOST,
    Passage,
    holds,
    leader_fit,
    lemmas_of,
    runs,
    whole,
)
from service.answers.support import Held, support
from service.answers.texts import (
    indicator_draft,
    item_draft,
    passage_draft,
    whole_draft,
)
from service.concepts import Weighted, weighted_concepts
from service.model import Hit, Intent

#: Hits that are looked at for an answer.
LOOKED_AT: Final = 16
#: What an answer keeps of the ranking's prior for rows of plans: all where running
#: text nearly always names some body too, less where the thing asked for tells.
_RECORD_KEPT: Final[dict[Intent, float]] = {
    "responsible": 1.0,
    "completion_form": 1.0,
    "funding": 0.5,
    "deadline": 0.3,
}
#: What the share of the question that is held counts, as in the ranking.
_SUPPORT_WORTH: Final = 0.45
#: What a hit keeps of its score if it does not hold what is asked for.
_WITHOUT: Final = 0.55
#: Fit of a text that lists things without giving each a unit of its own.
_ITEMS_FIT: Final = 0.8
#: Fit of a text that names none of the years asked for.
_OTHER_YEAR: Final = 0.7
#: Fit of a text that names a body where its leader is asked for.
_BODY_FIT: Final = 0.1
#: What the thing asked for adds to a passage, beside its share of the question.
_SLOT_WORTH: Final = 0.3
#: What each character costs a passage, so that of two the shorter is taken.
_LENGTH_COST: Final = 0.0003
#: Least items of a list that a heading is answered by.
_LEAST_LISTED: Final = 3
#: Share of an outer unit's worth from which an inner one is preferred.
_NARROW: Final = 0.85
#: Longest provision that is quoted as a whole.
_WHOLE_MOST: Final = 640
#: Kinds whose own words only open what stands below.
_OPENING: Final = frozenset({"list", "search", "provision"})


#: Kinds that hold other units and have no words of their own but a heading.
_CONTAINERS: Final = frozenset(
    {"annex", "part", "section", "subsection", "chapter", "heading"}
)


class Candidate(NamedTuple):
    """A found provision seen as an answer.

    Attributes:
        hit: As found.
        provision: Its record.
        draft: Makes the answer that it gives; None where it is silent.
        fit: How well it holds the kind of thing asked for, 0 to 1.
        worth: What candidates are ranked by.
        text: The words that the answer stands on, for checks.
        support: Share of the question that it holds, 0 to 1.
        rendered: Lemmas of its renderings in other languages.
        context: Lemmas of the headings above it.
    """

    hit: Hit
    provision: Provision
    draft: Callable[[], Draft] | None
    fit: float
    worth: float
    text: str
    support: float = 0.0
    rendered: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()


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
    text = provision.body.text or provision.own.text or provision.heading or ""
    context = _context(case, provision)
    best, best_worth = whole(text, provision.language), -1.0
    for passage in runs(text, provision.language):
        worth = support(case.concepts, Held(passage.lemmas, context))
        worth += _SLOT_WORTH * _fit(case, passage, provision, slots)
        worth -= _LENGTH_COST * len(passage.text)
        if worth > best_worth:
            best, best_worth = passage, worth
    return best


def _fit(
    case: Case, passage: Passage, provision: Provision, slots: Sequence[str]
) -> float:
    """How well a passage holds the kind of thing that is asked for first, 0 to 1."""
    bodies, language = case.knowledge.bodies, provision.language
    if not slots:
        return 1.0
    if slots[0] == "items":
        below = case.records.children(provision.id)
        if sum(child.kind == "subpoint" for child in below) > 1:
            return 1.0
        return _ITEMS_FIT * holds(passage, language, "items", bodies)
    if slots[0] == "leader" and case.query.body_ids:
        led = leader_fit(passage.text, language, bodies, case.query.body_ids)
        return max(led, _BODY_FIT * holds(passage, language, "body", bodies))
    return float(holds(passage, language, slots[0], bodies))


# ------------------------------------------------------------------- candidates


#: What makes an answer, if there is one, and how well it fits.
_Made = tuple[Callable[[], Draft] | None, float]


def _given(draft: Draft | None) -> Callable[[], Draft] | None:
    return None if draft is None else lambda: draft


def _measure(case: Case, measure: Measure, intent: Intent) -> _Made:
    if intent in {"fact", "count"}:
        found = amount(case, measure, intent) if _counts(case, measure) else None
        draft = found or field(case, measure, "search")
        return _given(draft), float(found is not None)
    draft = field(case, measure, intent)
    return _given(draft), float(draft is not None and not measure.classified)


def _counts(case: Case, measure: Measure) -> bool:
    """Whether the figures of a measure are of the kind that a fact asks for."""
    slot = next(iter(case.slots("fact")), "")
    share = "%" in (measure.unit or "")
    return (slot == "percent" and share) or (slot == "number" and not is_money(measure))


def _text(
    case: Case, provision: Provision, intent: Intent
) -> tuple[Callable[[], Draft] | None, float, str]:
    act, slots = case.records.act(provision.act_id), case.slots(intent)
    if act is None:
        return None, 0.0, ""
    if intent in _OPENING and (slots[:1] == ("items",) or _is_short(provision)):
        text = provision.body.text or provision.heading or ""
        fit = _fit(case, whole(text, provision.language), provision, slots)
        return partial(whole_draft, case, act, provision, intent), fit, text
    passage = best_passage(case, provision, slots)
    fit = _fit(case, passage, provision, slots)
    fit *= _OTHER_YEAR if not _names_year(case, passage.text) else 1.0
    item = _best_item(case, provision) if len(passage.text) > RUN_MOST else None
    if item is not None:
        text = f"{provision.own.text} {item.body.text}"
        return partial(item_draft, case, act, provision, item, intent), fit, text
    make = partial(passage_draft, case, act, provision, passage.text, intent)
    return make, fit, passage.text


def _best_item(case: Case, provision: Provision) -> Provision | None:
    """The unit below a long provision that holds most of the question, if any."""
    best, most = None, 0.0
    for child in case.records.children(provision.id):
        own = lemmas_of(child.body.text, child.language)
        share = support(case.concepts, Held(own, frozenset()))
        if share > most:
            best, most = child, share
    return best


def _is_short(provision: Provision) -> bool:
    return len(provision.body.text) <= _WHOLE_MOST


def _names_year(case: Case, text: str) -> bool:
    """Whether a text names a year that is asked for; yes if none is."""
    years = case.query.years
    return not years or any(str(year) in text for year in years)


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
        draft, fit = _measure(case, measure, intent)
        text = measure_text(measure)
    elif provision.kind == "indicator":
        draft, fit = _of_indicator(case, provision, intent)
    else:
        draft, fit, text = _text(case, provision, intent)
    rendered, context = _rendered(case, provision), _context(case, provision)
    own = lemmas_of(_shown(text, provision), provision.language)
    if not _is_short(provision) and measure is None:
        context |= lemmas_of(provision.own.text, provision.language)
    held = Held(own | rendered, context)
    share = support(case.concepts, held)
    if _is_short(provision) or measure is not None:
        share = max(hit.coverage, share)
    worth = hit.score + _SUPPORT_WORTH * (share - hit.coverage)
    worth -= _record_prior(hit) * (1 - _RECORD_KEPT.get(intent, 0.0))
    worth *= _WITHOUT + (1 - _WITHOUT) * fit
    worth *= _WITHOUT if provision.kind in _CONTAINERS else 1.0
    if provision.kind in _CONTAINERS and intent != "provision":
        fit = 0.0
    return Candidate(hit, provision, draft, fit, worth, text, share, rendered, context)


def _record_prior(hit: Hit) -> float:
    """What the ranking added because the hit is a row of a plan."""
    return sum(f.value for f in hit.features if f.name == "record")


def _shown(text: str, provision: Provision) -> str:
    """The words that an answer shows; of a short provision all of them."""
    return f"{text}\n{provision.body.text}" if _is_short(provision) else text


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


def _of_indicator(case: Case, provision: Provision, intent: Intent) -> _Made:
    indicator, act = _indicator_of(case, provision), case.records.act(provision.act_id)
    if indicator is None or act is None:
        return None, 0.0
    draft = indicator_draft(case, act, indicator, intent)
    asked = intent in {"fact", "search", "list", "count"}
    return _given(draft), float(draft is not None and asked)


def candidates(case: Case, intent: Intent) -> tuple[Candidate, ...]:
    """The best hits as answers, best first."""
    made = (_candidate(case, hit, intent) for hit in case.hits[:LOOKED_AT])
    found = [c for c in made if c is not None]
    if case.slots(intent)[:1] == ("items",):
        found += _lists_under(case, found, intent)
    ranked = sorted(found, key=lambda c: (-c.worth, c.hit.provision_id))
    return tuple(ranked if intent in _OPENING else _narrowed(ranked))


def _lists_under(
    case: Case, found: Sequence[Candidate], intent: Intent
) -> list[Candidate]:
    """The longest list under a heading that says what is asked for.

    «Состав …» over a chapter is answered by the point that lists the members.
    """
    first = max(found, key=lambda c: (c.hit.score, c.hit.provision_id), default=None)
    if first is None or first.provision.kind not in _CONTAINERS:
        return []
    below = [
        (len(case.records.children(p.id)), p)
        for p in case.records.children(first.provision.id)
    ]
    most, listed = max(below, key=lambda row: (row[0], row[1].id), default=(0, None))
    if listed is None or most < _LEAST_LISTED:
        return []
    hit = first.hit
    raised = Hit(listed.id, hit.score, hit.coverage, hit.features)
    made = _candidate(case, raised, intent)
    return [made] if made else []


def _narrowed(ranked: Sequence[Candidate]) -> Sequence[Candidate]:
    """A unit inside the best one goes first if it answers nearly as well.

    Only where the best one is too long to be quoted as a whole.
    """
    if not ranked or _is_short(ranked[0].provision):
        return ranked
    outer = ranked[0]
    for inner in ranked[1:]:
        within = inner.hit.provision_id.startswith(f"{outer.hit.provision_id}/")
        if within and inner.worth >= _NARROW * outer.worth:
            return [inner, *(c for c in ranked if c is not inner)]
    return ranked


def head_concepts(case: Case) -> tuple[Weighted, ...]:
    """The concepts that name what is asked for ("how many PEOPLE")."""
    if not case.query.heads:
        return ()
    heads = replace(case.query, content=case.query.heads, act_spans=())
    return weighted_concepts(heads, case.knowledge.lexicon, case.knowledge.frequencies)
