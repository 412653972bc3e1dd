"""How well a text fits a question: what it holds of it, and of the thing asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.model import Language, Provision
from service.answers.agents import ONLY_NAMED, acting, goes_to, to_whom
from service.answers.case import Case
from service.answers.figures import has_other_figures
from service.answers.leads import context_of
from service.answers.looks import explained, holds, leader_fit
from service.answers.quantities import number_fit, unit_fit
from service.answers.support import Held, support
from service.passages import Passage
from service.periods import years_in

#: Fit of a text that lists things without giving each a unit of its own.
_ITEMS_FIT: Final = 0.8
#: Fit of a text that names none of the years asked for.
_OTHER_YEAR: Final = 0.7
#: Fit of a text that names the one year asked for only as an end of a range.
_IN_RANGE: Final = 0.85
#: A range of years. Matches «2018 – 2022»; must not match «2018 жылы – 76».
_RANGE = re.compile(r"(?:19|20)\d\d\s?[-–—]\s?(?:19|20)\d\d")
#: Fit of a text that speaks of a term without explaining it.
_ONLY_USED: Final = 0.5
#: Slots that figures answer.
_FIGURES: Final = frozenset({"number", "percent", "money", "size"})
#: Kinds of things that are numbers.
_NUMBERS: Final = frozenset({"number", "percent", "amount"})
#: Fit of a text that opens a list, where who does something is asked for.
_ONLY_OPENS: Final = 0.4
#: Fit of a text that tells a number by a share of something («половина членов»).
_PART_FIT: Final = 0.85
#: Fit of a text that names a body where its leader is asked for.
BODY_FIT: Final = 0.1
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
        return max(led, BODY_FIT * holds(passage, language, "body", bodies))
    return _thing_fit(case, passage, language, slots[0])


def tells_number(case: Case, passage: Passage, language: Language) -> bool:
    """Whether the numbers of a passage are others than those of the question."""
    text, question = passage.text, case.query.question
    things = case.passages.things(text, language)
    numbers = [text[t.start : t.end] for t in things if t.kind in _NUMBERS]
    return not numbers or any(has_other_figures(n, question) for n in numbers)


def _thing_fit(case: Case, passage: Passage, language: Language, slot: str) -> float:
    """How well a passage holds a thing of the kind asked for, 0 to 1."""
    held = holds(passage, language, slot, case.knowledge.bodies)
    if slot == "number":
        if not tells_number(case, passage, language):
            return 0.0
        counted = number_fit(case, passage, language)
        return max(counted, _PART_FIT * held)
    if not held:
        return 0.0
    if slot == "body":
        return _part_played(case, passage.text, language)
    if slot in {"duration", "date"}:
        return unit_fit(case, passage.text)
    return 1.0


def _part_played(case: Case, text: str, language: Language) -> float:
    """Less where a text names a body that does not do, or get, what is asked about.

    Words that only open a list do not say what is done.
    """
    if text.rstrip().endswith(":"):
        return _ONLY_OPENS
    if to_whom(case.query.text):
        return 1.0 if goes_to(text, language) else ONLY_NAMED
    return acting(text, language, case.knowledge.bodies, case.query.body_ids)


def year_fit(case: Case, text: str, slots: Sequence[str]) -> float:
    """How well a text fits the years asked for, 0 to 1; 1 if none is asked for.

    Figures of other years are no answer at all.
    """
    years = case.query.years
    if not years or any(str(year) in text for year in years):
        bare = _RANGE.sub(" ", text)
        named = len(years) != 1 or str(years[0]) in bare
        return 1.0 if named else _IN_RANGE
    dated = slots[:1] and slots[0] in _FIGURES and years_in(text)
    return 0.0 if dated else _OTHER_YEAR


def best_passage(case: Case, provision: Provision, slots: Sequence[str]) -> Passage:
    """The run of sentences that holds most of the question and the thing asked."""
    text = provision.body.text or provision.own.text or provision.heading or ""
    key, language, passages = provision.id, provision.language, case.passages
    context = context_of(case, provision)
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
