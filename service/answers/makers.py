"""Found provisions → the answers that they could give, made only when wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

from corpus.model import Act, Language, Provision
from corpus.plan_model import Indicator, Measure
from indexer.readings import measure_text, title_text
from service.answers.amounts import amount, is_money, sub_row_asked
from service.answers.case import Case, Draft
from service.answers.fields import field
from service.answers.fit import (
    best_item,
    best_passage,
    fit_of,
    year_fit,
)
from service.answers.looks import holds
from service.answers.places import held_by
from service.answers.support import Held, support, supported
from service.answers.texts import (
    counted_draft,
    indicator_draft,
    item_draft,
    passage_draft,
    whole_draft,
)
from service.answers.whole_lists import listed_whole
from service.concepts import Weighted
from service.model import Intent
from service.passages import RUN_MOST

#: Longest provision that is quoted as a whole.
WHOLE_MOST: Final = 640
#: Least share of a question for figures that the title of a row must hold: who takes
#: part in a measure does not say that its figures are what is asked for.
LEAST_TITLE: Final = 0.3
#: The same where the question names a row below the measure («Жамбыл облысы»).
LEAST_NAMED: Final = 0.1
#: Slots that any words may answer.
_ANY_WORDS: Final = frozenset({"", "thing", "yesno"})
#: Fit of a title that holds the thing asked for, and of a form that names an act.
_TITLE_FIT: Final = 0.9
_FORM_FIT: Final = 0.8
#: Fit of a list whose items are counted.
_COUNTED_FIT: Final = 1.0
#: Least items of a list that is counted.
_LEAST_COUNTED: Final = 2
#: Intents that ask for figures.
_FIGURES: Final = frozenset({"fact", "count", "funding"})
#: Intents that want a provision, not a sentence of it.
OPENING: Final = frozenset({"list", "search", "provision"})
#: Slots that no value of an indicator answers.
OUTSIDE: Final = frozenset({"contact", "person", "penalty", "pay", "papers", "hours"})
#: Intents that an indicator's values answer.
_OF_INDICATORS: Final = frozenset({"fact", "search", "list", "count"})


class Made(NamedTuple):
    """What a provision says to a question.

    Attributes:
        draft: Makes the answer; None where the provision is silent.
        fit: How well it holds the kind of thing asked for, 0 to 1; more where it
            holds all of several things.
        lemmas: Of the words that the answer stands on, for checks.
        lost: Share of the question that these words lack and others in the provision
            hold, where those do not count.
    """

    draft: Callable[[], Draft] | None
    fit: float
    lemmas: frozenset[str]
    lost: float = 0.0


def is_short(provision: Provision) -> bool:
    """Whether a provision can be quoted as a whole."""
    return len(provision.body.text) <= WHOLE_MOST


def made(case: Case, provision: Provision, intent: Intent) -> Made:
    """What a provision, measure or indicator says to an intent."""
    measure = case.records.measure(provision.id)
    if measure is not None:
        return _measure(case, measure, provision.language, intent)
    act = case.records.act(provision.act_id)
    if act is None:
        return Made(None, 0.0, frozenset())
    if provision.kind == "indicator":
        return _indicator(case, act, provision, intent)
    return _text(case, act, provision, intent)


def _given(draft: Draft | None) -> Callable[[], Draft] | None:
    return None if draft is None else lambda: draft


# -------------------------------------------------------------------- measures


def _measure(case: Case, measure: Measure, language: Language, intent: Intent) -> Made:
    words = case.passages.lemmas(measure_text(measure), language)
    if intent in _FIGURES and _title_share(case, measure) < _least_title(case, measure):
        return Made(_given(field(case, measure, "search")), 0.0, words)
    if intent in {"fact", "count"}:
        draft, fit = _fact(case, measure, intent)
        return Made(_given(draft), fit, words)
    draft = field(case, measure, intent)
    fits = draft is not None and not measure.classified
    return Made(_given(draft), float(fits), words)


def _least_title(case: Case, measure: Measure) -> float:
    """What the title must hold: less where a row below is asked for by its label."""
    return LEAST_NAMED if sub_row_asked(case, measure) else LEAST_TITLE


def _fact(case: Case, measure: Measure, intent: Intent) -> tuple[Draft | None, float]:
    """What a measure says to a question of fact: figures, its form, its words."""
    slot = next(iter(case.slots(intent)), "")
    whole_row = field(case, measure, "search")
    if measure.classified or slot in _ANY_WORDS:
        return whole_row, float(not measure.classified)
    found = amount(case, measure, intent) if _counts(slot, measure) else None
    if found is not None:
        return found, 1.0
    if slot == "act":
        return field(case, measure, "completion_form"), _FORM_FIT
    act = case.records.act(measure.act_id)
    title = case.passages.whole(measure.title.text, act.language if act else "und")
    held = holds(title, act.language if act else "und", slot, case.knowledge.bodies)
    return whole_row, _TITLE_FIT * held


def _title_share(case: Case, measure: Measure) -> float:
    """Share of the question that says what the measure is, not who does it."""
    provision = case.records.provision(measure.id)
    act = case.records.act(measure.act_id)
    if provision is None or act is None:
        return 0.0
    own = case.passages.lemmas(title_text(measure), act.language)
    own |= case.passages.rendered(provision.id)
    held = Held(own, case.passages.context(provision.id))
    return support(case.concepts, held)


def _counts(slot: str, measure: Measure) -> bool:
    """Whether the figures of a measure are of the kind that a fact asks for."""
    share = "%" in (measure.unit or "")
    return (slot == "percent" and share) or (slot == "number" and not is_money(measure))


# ------------------------------------------------------------------ indicators


def _of(case: Case, provision: Provision) -> Indicator | None:
    held = case.records.indicators(provision.act_id)
    return next((one for one in held if one.id == provision.id), None)


def _indicator(case: Case, act: Act, provision: Provision, intent: Intent) -> Made:
    indicator = _of(case, provision)
    draft = indicator_draft(case, act, indicator, intent) if indicator else None
    slot = next(iter(case.slots(intent)), "")
    fits = draft is not None and intent in _OF_INDICATORS and slot not in OUTSIDE
    words = case.passages.lemmas(provision.body.text, provision.language)
    return Made(_given(draft), float(fits), words)


# ---------------------------------------------------------------- running text


def _counted_things(case: Case) -> list[Weighted]:
    """What is counted: what "how many" asks for, and the word behind it."""
    heads = list(case.head_concepts)
    folded = [c.folded for c in case.concepts]
    last = heads[-1].folded if heads else None
    at = folded.index(last) if last in folded else len(folded)
    return [*heads, *case.concepts[at + 1 : at + 2]]


def _counted(case: Case, act: Act, provision: Provision) -> Made | None:
    """How many items a list has, where its opening words name what is counted."""
    items = [c for c in case.records.children(provision.id) if c.kind == "subpoint"]
    opening = case.passages.lemmas(provision.own.text, provision.language)
    held = Held(opening, frozenset())
    heads = _counted_things(case)
    if len(items) < _LEAST_COUNTED or not heads:
        return None
    if max(supported(head, held) for head in heads) < _TITLE_FIT - 0.1:
        return None
    make = partial(counted_draft, case, act, provision, items)
    return Made(make, _COUNTED_FIT, opening)


def _opened(
    case: Case, act: Act, item: Provision, slots: Sequence[str], intent: Intent
) -> Made | None:
    """An item of a list whose opening words name who is charged with all of it.

    «Департамент: … 2) размещение приказа …»: the item alone says what, not who.
    """
    held = case.records.provision(item.parent) if item.parent else None
    opens = held is not None and held.own.text.rstrip().endswith(":")
    if held is None or not opens or slots[:1] not in {("body",), ("leader",)}:
        return None
    lead = case.passages.whole(held.own.text, held.language)
    if not holds(lead, held.language, slots[0], case.knowledge.bodies):
        return None
    make = partial(item_draft, case, act, held, item, intent)
    words = case.passages.lemmas(held.own.text, item.language)
    return Made(make, 1.0, words | case.passages.lemmas(item.body.text, item.language))


def _text(case: Case, act: Act, provision: Provision, intent: Intent) -> Made:
    slots = case.slots(intent)
    whole_list = listed_whole(case, act, provision, slots, intent)
    if whole_list is not None:
        listed = case.passages.lemmas(provision.body.text, provision.language)
        return Made(whole_list.draft, whole_list.fit, listed)
    if intent in OPENING and (slots[:1] == ("items",) or is_short(provision)):
        text = provision.body.text or provision.heading or ""
        passage = case.passages.whole(text, provision.language)
        fit = fit_of(case, passage, provision, slots)
        make = partial(whole_draft, case, act, provision, intent)
        return Made(make, fit, passage.lemmas)
    if slots[:1] == ("number",) and (counted := _counted(case, act, provision)):
        return counted
    opened = _opened(case, act, provision, slots, intent)
    if opened is not None:
        return opened
    passage, fit, lost = best_passage(case, provision, slots)
    fit *= year_fit(case, passage.text, slots)
    item = best_item(case, provision) if len(passage.text) > RUN_MOST else None
    if item is not None:
        texts = (provision.own.text, item.body.text)
        words = (case.passages.lemmas(text, provision.language) for text in texts)
        make = partial(item_draft, case, act, provision, item, intent)
        return Made(make, fit, frozenset().union(*words))
    holder, said = held_by(case, provision, passage.text)
    make = partial(passage_draft, case, act, holder, said, intent)
    return Made(make, fit, passage.lemmas, lost)
