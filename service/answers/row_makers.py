"""Rows of plans → the answers that they could give."""

from __future__ import annotations

import re
from typing import Final

from corpus.letters import fold
from corpus.model import Language
from corpus.plan_model import Measure
from indexer.readings import measure_text, title_text
from service.answers.agents import ONLY_NAMED, goes_to, to_whom
from service.answers.amounts import amount, is_money, sub_row_asked
from service.answers.case import Case, Draft
from service.answers.fields import field, needs_no_money
from service.answers.leaders import asks_leader
from service.answers.looks import holds
from service.answers.made import Made, given
from service.answers.support import Held, support
from service.answers.things import tells_number
from service.model import Intent

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
#: Intents that ask for figures.
_FIGURES: Final = frozenset({"fact", "count", "funding"})
#: Fit of a row without money where it is asked where the money comes from.
_NO_MONEY_FIT: Final = 0.7
#: Money may not be needed at all, folded. Matches «нужны ли деньги», "is … required";
#: must not match «источник», "which budget".
_WHETHER = re.compile(
    r"\bнуж[не]|\bтребу|\bнеобходим|\bneed|\brequir|\bnecessary|\bкерек|\bкажет|\bталап"
)


def row_made(case: Case, measure: Measure, language: Language, intent: Intent) -> Made:
    """What a measure says to an intent."""
    words = case.passages.lemmas(measure_text(measure), language)
    if intent in _FIGURES and _title_share(case, measure) < _least_title(case, measure):
        return Made(given(field(case, measure, "search")), 0.0, words)
    if intent in {"fact", "count"}:
        draft, fit = _fact(case, measure, intent)
        return Made(given(draft), fit, words)
    if intent == "responsible" and to_whom(case.query.text):
        return _received(case, measure, words)
    draft = field(case, measure, intent)
    silent = draft is None or measure.classified or asks_leader(case, intent)
    return Made(given(draft), (not silent) * _money_fit(case, measure, intent), words)


def _money_fit(case: Case, measure: Measure, intent: Intent) -> float:
    """Less for a row without money where the question takes money for granted."""
    source = intent == "funding" and case.slots(intent)[:1] == ("source",)
    if (
        source
        and needs_no_money(measure)
        and not _WHETHER.search(fold(case.query.text))
    ):
        return _NO_MONEY_FIT
    return 1.0


def _received(case: Case, measure: Measure, words: frozenset[str]) -> Made:
    """Whom the form of completion goes to: «ҰҚК-ге ақпарат»."""
    act = case.records.act(measure.act_id)
    form = measure.completion_form.text
    if act is not None and goes_to(form, act.language):
        return Made(given(field(case, measure, "completion_form")), 1.0, words)
    return Made(given(field(case, measure, "responsible")), ONLY_NAMED, words)


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
    language = act.language if act else "und"
    row = case.passages.whole(title_text(measure), language)
    held = holds(row, language, slot, case.knowledge.bodies)
    told = slot != "number" or tells_number(case, row, language)
    return whole_row, _TITLE_FIT * (held and told)


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
