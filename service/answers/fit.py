"""How well a text fits a question: what it holds of it, and of the thing asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus.definitions import explained
from corpus.model import Language, Provision
from service.answers.case import Case
from service.answers.leads import context_of
from service.answers.looks import holds, leader_fit
from service.answers.support import Held, support
from service.answers.things import thing_fit
from service.passages import Passage
from service.periods import years_in
from service.short_forms import named_by

#: Fit of a text that lists things without giving each a unit of its own.
_ITEMS_FIT: Final = 0.65
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
#: Fit of a text that names a body where its leader is asked for.
BODY_FIT: Final = 0.1
#: What the thing asked for adds to a passage, beside its share of the question.
_SLOT_WORTH: Final = 0.3
#: What each character costs a passage, so that of two the shorter is taken.
_LENGTH_COST: Final = 0.0003
#: Fit of a thing whose sentence holds nothing of the question: the one before may
#: («Материалы возвращаются. Доработанные представляются в течение трёх дней»).
_LOOSE: Final = 0.6
#: Slots whose things must stand in the sentence that says what they are of.
TIED: Final = frozenset(
    {"date", "duration", "frequency", "money", "size", "number", "percent", "body"}
)


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
        return _items_fit(case, passage, provision)
    if slots[0] == "term":
        return _term_fit(case, passage.text, language)
    if slots[0] == "leader" and case.query.body_ids:
        led = leader_fit(passage.text, language, bodies, case.query.body_ids)
        return max(led, BODY_FIT * holds(passage, language, "body", bodies))
    return thing_fit(case, passage, language, slots[0])


def _items_fit(case: Case, passage: Passage, provision: Provision) -> float:
    """How well a provision lists things, 0 to 1."""
    below = case.records.children(provision.id)
    if sum(child.kind == "subpoint" for child in below) > 1:
        return 1.0
    bodies = case.knowledge.bodies
    return _ITEMS_FIT * holds(passage, provision.language, "items", bodies)


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


def named_in(case: Case, provision: Provision, words: frozenset[str]) -> frozenset[str]:
    """Lemmas of the full names whose short forms some words are.

    Where «Ұлттық қауіпсіздік стратегиясы (бұдан әрі – Стратегия)» was said once,
    "Стратегия" names it in the whole act.
    """
    return named_by(words, case.passages.short_forms(provision.act_id))


class Best(NamedTuple):
    """The passage that answers best.

    Attributes:
        passage: Its words.
        fit: How well it holds the thing asked for, 0 to 1.
        lost: Share of the question that only other passages hold, where the words
            that hold the thing asked for must hold it too.
    """

    passage: Passage
    fit: float
    lost: float = 0.0


def best_passage(case: Case, provision: Provision, slots: Sequence[str]) -> Best:
    """The run of sentences that holds most of the question and the thing asked.

    A date in one sentence seldom answers for what another one says: the thing asked
    for counts by the share of the question that its own sentence holds.
    """
    text = provision.body.text or provision.own.text or provision.heading or ""
    key, language, passages = provision.id, provision.language, case.passages
    found, context = passages.runs(text, language), context_of(case, provision)
    beside = passages.beside(key, text, language, case.language)
    words = [own | named_in(case, provision, own) for own in beside]
    shares = [support(case.concepts, Held(own, context)) for own in words]
    fits = [fit_of(case, p, provision, slots) for p in found]
    tied = slots[:1] and slots[0] in TIED
    if tied:
        fits = _tied(found, shares, fits)
    best, best_worth = Best(passages.whole(text, language), 0.0), -1.0
    for passage, share, fit in zip(found, shares, fits, strict=True):
        worth = share + _SLOT_WORTH * fit - _LENGTH_COST * len(passage.text)
        if worth > best_worth:
            best = Best(passage, fit, max(shares) - share if tied else 0.0)
            best_worth = worth
    if not found:
        return best._replace(fit=fit_of(case, best.passage, provision, slots))
    return best


def _tied(
    found: Sequence[Passage], shares: Sequence[float], fits: Sequence[float]
) -> list[float]:
    """The fits of runs, each by the sentence in it that holds the thing asked for."""
    single = {
        p.first: share * fit
        for p, share, fit in zip(found, shares, fits, strict=True)
        if p.first == p.last
    }
    tied = []
    for passage, share, fit in zip(found, shares, fits, strict=True):
        held = max(single.get(i, 0.0) for i in range(passage.first, passage.last + 1))
        alone = passage.first == passage.last or not share
        tied.append(fit if alone else fit * min(1.0, max(_LOOSE, held / share)))
    return tied


def best_item(case: Case, provision: Provision) -> Provision | None:
    """The unit below a provision that holds most of the question, if any does."""
    best, most = None, 0.0
    for child in case.records.children(provision.id):
        own = case.passages.said(child, child.body.text)
        share = support(case.concepts, Held(own, frozenset()))
        if share > most:
            best, most = child, share
    return best
