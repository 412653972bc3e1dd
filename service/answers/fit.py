"""How well a text fits a question: what it holds of it, and of the thing asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.model import Language, Provision
from service.answers.case import Case
from service.answers.looks import explained, holds, leader_fit
from service.answers.support import Held, support
from service.passages import Passage
from service.periods import years_in

#: Fit of a text that lists things without giving each a unit of its own.
_ITEMS_FIT: Final = 0.8
#: Fit of a text that names none of the years asked for.
_OTHER_YEAR: Final = 0.7
#: Fit of a text that speaks of a term without explaining it.
_ONLY_USED: Final = 0.5
#: Slots that figures answer.
_FIGURES: Final = frozenset({"number", "percent", "money", "size"})
#: Fit of a text that names a body where its leader is asked for.
_BODY_FIT: Final = 0.1
#: What the thing asked for adds to a passage, beside its share of the question.
_SLOT_WORTH: Final = 0.3
#: What each character costs a passage, so that of two the shorter is taken.
_LENGTH_COST: Final = 0.0003


def _term_fit(case: Case, text: str, language: Language) -> float:
    """How well a text explains the term asked about, 0 to 1, by its form.

    «X негізгі мақсаты – …» explains an aim, not X: the term must be what is explained.
    """
    subject = explained(text)
    if subject is None:
        return _ONLY_USED
    lemmas = case.passages.lemmas(subject, language)
    met = support(case.concepts, Held(lemmas, frozenset()))
    others = 1 / max(1, len(lemmas) - len(case.concepts))
    return _ONLY_USED + (1 - _ONLY_USED) * (0.5 + 0.5 * min(met, others))


def fit_of(
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
    if slots[0] == "term":
        return _term_fit(case, passage.text, language)
    if slots[0] == "leader" and case.query.body_ids:
        led = leader_fit(passage.text, language, bodies, case.query.body_ids)
        return max(led, _BODY_FIT * holds(passage, language, "body", bodies))
    return float(holds(passage, language, slots[0], bodies))


def year_fit(case: Case, text: str, slots: Sequence[str]) -> float:
    """How well a text fits the years asked for, 0 to 1; 1 if none is asked for.

    Figures of other years are no answer at all.
    """
    years = case.query.years
    if not years or any(str(year) in text for year in years):
        return 1.0
    dated = slots[:1] and slots[0] in _FIGURES and years_in(text)
    return 0.0 if dated else _OTHER_YEAR


def best_passage(case: Case, provision: Provision, slots: Sequence[str]) -> Passage:
    """The run of sentences that holds most of the question and the thing asked."""
    text = provision.body.text or provision.own.text or provision.heading or ""
    key, language, passages = provision.id, provision.language, case.passages
    context = passages.context(key)
    best, best_worth = passages.whole(text, language), -1.0
    beside = passages.beside(key, text, language, case.language)
    for passage, own in zip(passages.runs(text, language), beside, strict=True):
        worth = support(case.concepts, Held(own, context))
        worth += _SLOT_WORTH * fit_of(case, passage, provision, slots)
        worth -= _LENGTH_COST * len(passage.text)
        if worth > best_worth:
            best, best_worth = passage, worth
    return best


def best_item(case: Case, provision: Provision) -> Provision | None:
    """The unit below a provision that holds most of the question, if any does."""
    best, most = None, 0.0
    for child in case.records.children(provision.id):
        own = case.passages.said(child, child.body.text)
        share = support(case.concepts, Held(own, frozenset()))
        if share > most:
            best, most = child, share
    return best
