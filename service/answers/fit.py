"""How well a text fits a question: what it holds of it, and of the thing asked for."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.model import Language, Provision
from corpus.nlp import sentences
from service.answers.agents import ONLY_NAMED, acting, goes_to, to_whom
from service.answers.case import Case
from service.answers.leads import lead_of
from service.answers.looks import explained, holds, leader_fit
from service.answers.passages import Passage, lemmas_of, runs, whole
from service.answers.quantities import number_fit, unit_fit
from service.answers.support import Held, support
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
#: Fit of a text that opens a list, where who does something is asked for.
_ONLY_OPENS: Final = 0.4
#: Fit of a text that tells a number by a share of something («половина членов»).
_PART_FIT: Final = 0.85
#: Fit of a text that names a body where its leader is asked for.
_BODY_FIT: Final = 0.1
#: What the thing asked for adds to a passage, beside its share of the question.
_SLOT_WORTH: Final = 0.3
#: What each character costs a passage, so that of two the shorter is taken.
_LENGTH_COST: Final = 0.0003
#: Kinds whose own words open the list of the units below them.
_LISTS: Final = frozenset({"point", "subpoint", "para"})


def _parents(case: Case, provision: Provision) -> Iterator[Provision]:
    parent = provision.parent
    while parent is not None:
        held = case.records.provision(parent)
        if held is None:
            return
        yield held
        parent = held.parent


def context_of(case: Case, provision: Provision) -> frozenset[str]:
    """Lemmas above a provision: headings, the words that open its list."""
    words: set[str] = set()
    for held in _parents(case, provision):
        text = held.own.text if held.kind in _LISTS else ""
        words |= lemmas_of(f"{held.heading or ''} {text}", held.language)
    lead = lead_of(case, provision)
    if lead is not None and lead.id != provision.parent:
        words |= lemmas_of(lead.own.text, lead.language) | rendered_of(case, lead)
    return frozenset(words)


def rendered_of(case: Case, provision: Provision) -> frozenset[str]:
    """Lemmas of what is said of a provision in other languages."""
    words: set[str] = set()
    for rendering in case.records.renderings(provision.id):
        words |= lemmas_of(rendering.text, rendering.language)
    return frozenset(words)


def _term_fit(case: Case, text: str, language: Language) -> float:
    """How well a text explains the term asked about, 0 to 1, by its form.

    «X негізгі мақсаты – …» explains an aim, not X: the term must be what is explained.
    """
    subject = explained(text)
    if subject is None:
        return _ONLY_USED
    lemmas = lemmas_of(subject, language)
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
    return _thing_fit(case, passage, language, slots[0])


def _thing_fit(case: Case, passage: Passage, language: Language, slot: str) -> float:
    """How well a passage holds a thing of the kind asked for, 0 to 1."""
    held = holds(passage, language, slot, case.knowledge.bodies)
    if slot == "number":
        counted = number_fit(case, passage.text, language)
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


def _renderings(case: Case, provision: Provision) -> list[tuple[frozenset[str], ...]]:
    """The sentences of the renderings of a provision's text, as lemmas."""
    return [
        tuple(
            lemmas_of(r.text[s.start : s.end], r.language)
            for s in sentences(r.text, r.language)
        )
        for r in case.records.renderings(provision.id)
        if r.field == "text" and r.language == case.language
    ]


def _beside(
    passage: Passage, rendered: Sequence[tuple[frozenset[str], ...]]
) -> frozenset[str]:
    """Lemmas of the sentences of renderings that stand where the passage stands."""
    words: set[str] = set()
    for rows in rendered:
        first = math.floor(passage.begins * len(rows))
        last = math.ceil(passage.ends * len(rows))
        words.update(*rows[first:last])
    return frozenset(words)


def best_passage(case: Case, provision: Provision, slots: Sequence[str]) -> Passage:
    """The run of sentences that holds most of the question and the thing asked."""
    text = provision.body.text or provision.own.text or provision.heading or ""
    context, rendered = context_of(case, provision), _renderings(case, provision)
    best, best_worth = whole(text, provision.language), -1.0
    for passage in runs(text, provision.language):
        own = passage.lemmas | _beside(passage, rendered)
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
        own = lemmas_of(child.body.text, child.language) | rendered_of(case, child)
        share = support(case.concepts, Held(own, frozenset()))
        if share > most:
            best, most = child, share
    return best
