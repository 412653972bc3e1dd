"""Found provisions → the answers that they could give, made only when wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

from corpus.model import Act, Provision
from corpus.plan_model import Indicator, Measure
from service.answers.amounts import amount, is_money, sub_row_asked
from service.answers.case import Case, Draft
from service.answers.fields import field
from service.answers.fit import (
    best_item,
    best_passage,
    context_of,
    fit_of,
    rendered_of,
    year_fit,
)
from service.answers.listing import (
    Listed,
    announces_another,
    asks_for_all,
    items_share,
    list_draft,
    listed,
    many_asked,
    opening_share,
)
from service.answers.looks import holds
from service.answers.passages import RUN_MOST, lemmas_of, whole
from service.answers.support import Held, support, supported
from service.answers.texts import (
    counted_draft,
    indicator_draft,
    item_draft,
    passage_draft,
    whole_draft,
)
from service.concepts import Weighted
from service.model import Intent

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
#: Intents that a list may answer with all its items, and the slots of these.
_LISTING: Final[frozenset[Intent]] = frozenset({"list", "fact", "definition"})
_LISTED_SLOTS: Final = frozenset({"", "thing", "items"})
#: Fit of a list whose opening words do not name what is asked for.
_OPENED_ELSEWHERE: Final = 0.6
#: Fit of a whole list where several things are asked for: better than any text that
#: holds one of them.
_ALL_OF_MANY: Final = 1.25
#: Share of a question that opening words hold which name all that is asked for.
_NAMES_ALL: Final = 0.85
#: What a list keeps of its fit that says to be of other things.
_OTHER_THINGS: Final = 0.6
#: A list of penalties is opened. Matches «следующие взыскания:», «жазалар»; must not
#: match «наказуемы».
_PENALTIES = re.compile(r"взыскани|наказани[яйе]|жаза(?:лар|\b)|санкци", re.IGNORECASE)
#: Letters by which a passage is found again in the unit below.
_SAME_START: Final = 40
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
        text: The words that the answer stands on, for checks.
        lost: Share of the question that these words lack and others in the provision
            hold, where those do not count.
    """

    draft: Callable[[], Draft] | None
    fit: float
    text: str
    lost: float = 0.0


def is_short(provision: Provision) -> bool:
    """Whether a provision can be quoted as a whole."""
    return len(provision.body.text) <= WHOLE_MOST


def made(case: Case, provision: Provision, intent: Intent) -> Made:
    """What a provision, measure or indicator says to an intent."""
    measure = case.records.measure(provision.id)
    if measure is not None:
        return _measure(case, measure, intent)
    act = case.records.act(provision.act_id)
    if act is None:
        return Made(None, 0.0, "")
    if provision.kind == "indicator":
        return _indicator(case, act, provision, intent)
    return _text(case, act, provision, intent)


def _given(draft: Draft | None) -> Callable[[], Draft] | None:
    return None if draft is None else lambda: draft


# -------------------------------------------------------------------- measures


def _measure(case: Case, measure: Measure, intent: Intent) -> Made:
    text = measure_text(measure)
    if intent in _FIGURES and _title_share(case, measure) < _least_title(case, measure):
        return Made(_given(field(case, measure, "search")), 0.0, text)
    if intent in {"fact", "count"}:
        draft, fit = _fact(case, measure, intent)
        return Made(_given(draft), fit, text)
    draft = field(case, measure, intent)
    fits = draft is not None and not measure.classified
    return Made(_given(draft), float(fits), text)


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
    title = whole(measure.title.text, act.language if act else "und")
    held = holds(title, act.language if act else "und", slot, case.knowledge.bodies)
    return whole_row, _TITLE_FIT * held


def _title_share(case: Case, measure: Measure) -> float:
    """Share of the question that says what the measure is, not who does it."""
    provision = case.records.provision(measure.id)
    act = case.records.act(measure.act_id)
    if provision is None or act is None:
        return 0.0
    own = lemmas_of(
        f"{measure.title.text}\n{measure.completion_form.text}", act.language
    )
    held = Held(own | rendered_of(case, provision), context_of(case, provision))
    return support(case.concepts, held)


def _counts(slot: str, measure: Measure) -> bool:
    """Whether the figures of a measure are of the kind that a fact asks for."""
    share = "%" in (measure.unit or "")
    return (slot == "percent" and share) or (slot == "number" and not is_money(measure))


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


# ------------------------------------------------------------------ indicators


def _of(case: Case, provision: Provision) -> Indicator | None:
    held = case.records.indicators(provision.act_id)
    return next((one for one in held if one.id == provision.id), None)


def _indicator(case: Case, act: Act, provision: Provision, intent: Intent) -> Made:
    indicator = _of(case, provision)
    draft = indicator_draft(case, act, indicator, intent) if indicator else None
    slot = next(iter(case.slots(intent)), "")
    fits = draft is not None and intent in _OF_INDICATORS and slot not in OUTSIDE
    return Made(_given(draft), float(fits), provision.body.text)


# ---------------------------------------------------------------- running text


def _counted_things(case: Case) -> list[Weighted]:
    """What is counted: what "how many" asks for, and the word behind it."""
    heads = list(case.head_concepts())
    folded = [c.folded for c in case.concepts]
    last = heads[-1].folded if heads else None
    at = folded.index(last) if last in folded else len(folded)
    return [*heads, *case.concepts[at + 1 : at + 2]]


def _counted(case: Case, act: Act, provision: Provision) -> Made | None:
    """How many items a list has, where its opening words name what is counted."""
    items = [c for c in case.records.children(provision.id) if c.kind == "subpoint"]
    opening = lemmas_of(provision.own.text, provision.language)
    held = Held(opening, frozenset())
    heads = _counted_things(case)
    if len(items) < _LEAST_COUNTED or not heads:
        return None
    if max(supported(head, held) for head in heads) < _TITLE_FIT - 0.1:
        return None
    make = partial(counted_draft, case, act, provision, items)
    return Made(make, _COUNTED_FIT, provision.own.text)


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
    lead = whole(held.own.text, held.language)
    if not holds(lead, held.language, slots[0], case.knowledge.bodies):
        return None
    make = partial(item_draft, case, act, held, item, intent)
    return Made(make, 1.0, f"{held.own.text} {item.body.text}")


def _listed_whole(
    case: Case, act: Act, provision: Provision, slots: Sequence[str], intent: Intent
) -> Made | None:
    """A list with all its items, where it is the list that is asked for.

    «На каких принципах …» is answered by all of them, not by the one that holds most
    words of the question.
    """
    slot = next(iter(slots), "")
    found = listed(case, provision) if intent in _LISTING else None
    if found is None or not (slot in _LISTED_SLOTS or _opens_penalties(slot, found)):
        return None
    if slot != "items" and not asks_for_all(case, provision, found):
        return None
    share = opening_share(case, provision, found)
    whole_share = max(share, items_share(case, provision, found))
    opened = share / whole_share if whole_share else 1.0
    fit = _OPENED_ELSEWHERE + (1 - _OPENED_ELSEWHERE) * opened
    named = slot == "items" and share >= _NAMES_ALL
    if named or (slot == "thing" and many_asked(case)):
        fit = _ALL_OF_MANY
    if slot == "items" and announces_another(case, provision, found):
        fit *= _OTHER_THINGS
    make = partial(list_draft, case, act, provision, found, intent)
    return Made(make, fit, provision.body.text)


def _opens_penalties(slot: str, found: Listed) -> bool:
    """Whether a list of penalties is opened, where penalties are asked for."""
    return slot == "penalty" and _PENALTIES.search(found.opening) is not None


def _held_by(
    case: Case, provision: Provision, passage: str
) -> tuple[Provision, str]:
    """The unit inside a provision that a passage stands in, and the passage in it.

    A passage that begins with the heading of an article is led to the point below.
    """
    for child in case.records.children(provision.id):
        text = child.body.text
        if passage in text:
            return _held_by(case, child, passage)
        at = passage.find(text[:_SAME_START]) if child.kind == "point" else -1
        behind = passage[at:]
        if at > 0 and provision.kind == "article" and text.startswith(behind):
            return _held_by(case, child, behind)
    return provision, passage


def _text(case: Case, act: Act, provision: Provision, intent: Intent) -> Made:
    slots = case.slots(intent)
    whole_list = _listed_whole(case, act, provision, slots, intent)
    if whole_list is not None:
        return whole_list
    if intent in OPENING and (slots[:1] == ("items",) or is_short(provision)):
        text = provision.body.text or provision.heading or ""
        fit = fit_of(case, whole(text, provision.language), provision, slots)
        return Made(partial(whole_draft, case, act, provision, intent), fit, text)
    if slots[:1] == ("number",) and (counted := _counted(case, act, provision)):
        return counted
    opened = _opened(case, act, provision, slots, intent)
    if opened is not None:
        return opened
    passage, fit, lost = best_passage(case, provision, slots)
    fit *= year_fit(case, passage.text, slots)
    item = best_item(case, provision) if len(passage.text) > RUN_MOST else None
    if item is not None:
        text = f"{provision.own.text} {item.body.text}"
        return Made(partial(item_draft, case, act, provision, item, intent), fit, text)
    holder, said = _held_by(case, provision, passage.text)
    make = partial(passage_draft, case, act, holder, said, intent)
    return Made(make, fit, passage.text, lost)
