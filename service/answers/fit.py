"""How well a text fits a question: what it holds of it, and of the thing asked for."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpus.model import Language, Provision
from corpus.nlp import sentences
from service.answers.case import Case
from service.answers.looks import explained, holds, leader_fit, names_party
from service.answers.passages import Passage, lemmas_of, runs, whole
from service.answers.support import Held, support
from service.periods import years_in

#: Fit of a text that lists things without giving each a unit of its own.
_ITEMS_FIT: Final = 0.65
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
#: Fit of a thing whose sentence holds nothing of the question: the one before may
#: («Материалы возвращаются. Доработанные представляются в течение трёх дней»).
_LOOSE: Final = 0.6
#: Share of a sentence by which a passage may reach into it and not hold it.
_NEARLY: Final = 0.3
#: Fit of a text that names persons or parties where "who" is asked.
_PARTY_FIT: Final = 0.85
#: It is a body that is asked for, not just anyone. Matches «какой орган», "which
#: ministry", «қай министрлік», «кто отвечает»; must not match «кто вправе».
_ASKS_BODY = re.compile(
    r"\bорган|ведомств|министерств|министрлік|отвеча|ответствен|исполнител|агентств"
    r"|жауап|\bbody|\bbodies|agenc|ministr|authorit|responsib|charge|орындаушы|мекеме",
    re.IGNORECASE,
)
#: Slots of periods that lie before or after something.
_LASTING: Final = frozenset({"duration"})
#: How long before is asked. Matches «за сколько дней до», «бұрын», "in advance"; must
#: not match «до какого числа», «дейінгі».
_BEFORE_ASKED = re.compile(
    r"\bза\s+сколько\b.*\bдо\b|\bзаранее\b|\bзаблаговрем|\bбұрын\b|\bбурын\b|қалғанда"
    r"|\bbefore\b|\bin advance\b|\bprior to\b|\bahead of\b",
    re.IGNORECASE,
)
#: A period before something. Matches «не позднее чем за пять дней до», «1 жыл бұрын»;
#: must not match «в течение пяти дней после».
_BEFORE = re.compile(
    r"\bза\s+\w+(?:\s+\w+){0,3}\s+до\b|\bчем\s+за\b|\bбұрын\b|қалғанда|\bдо\s+истечени"
    r"|\bдейін\s+кемінде",
    re.IGNORECASE,
)
#: Fit of a period that lies the other way.
_OTHER_WAY: Final = 0.7
#: Slots whose things must stand in the sentence that says what they are of.
TIED: Final = frozenset(
    {"date", "duration", "frequency", "money", "size", "number", "percent", "body"}
)
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
    if slots[0] == "body" and _of_party(case, passage, provision):
        return _PARTY_FIT
    held = float(holds(passage, language, slots[0], bodies))
    return held * _direction_fit(case, passage.text) if slots[0] in _LASTING else held


def _direction_fit(case: Case, text: str) -> float:
    """How well a period fits a question that asks how long before something."""
    before = _BEFORE_ASKED.search(case.query.text) is not None
    return _OTHER_WAY if before and not _BEFORE.search(text) else 1.0


def _of_party(case: Case, passage: Passage, provision: Provision) -> bool:
    """Whether "who" is answered by persons or parties: «брокеры не вправе …»."""
    if holds(passage, provision.language, "body", case.knowledge.bodies):
        return False
    return _ASKS_BODY.search(case.query.text) is None and names_party(passage.text)


def year_fit(case: Case, text: str, slots: Sequence[str]) -> float:
    """How well a text fits the years asked for, 0 to 1; 1 if none is asked for.

    Figures of other years are no answer at all.
    """
    years = case.query.years
    if not years or any(str(year) in text for year in years):
        return 1.0
    dated = slots[:1] and slots[0] in _FIGURES and years_in(text)
    return 0.0 if dated else _OTHER_YEAR


class _Part(NamedTuple):
    """A stretch of a provision's text with the sentences of its renderings.

    Attributes:
        start: Offset in the text.
        end: Offset behind it.
        rendered: The sentences of each rendering in the question's language, as
            lemmas, in order.
    """

    start: int
    end: int
    rendered: tuple[tuple[frozenset[str], ...], ...]


def _parts(case: Case, provision: Provision) -> list[_Part]:
    """A provision's own words and the units below it, each with its renderings.

    A rendering says what a unit says itself; units below it have their own.
    """
    text = provision.body.text
    if not case.records.renderings(provision.id) and provision.language == case.language:
        return []
    parts, at = [], len(text)
    for child in reversed(case.records.children(provision.id)):
        start = text.rfind(child.body.text, 0, at) if child.body.text else -1
        if start >= 0:
            parts.append(_Part(start, at, _rendered_sentences(case, child)))
            at = start
    parts.append(_Part(0, max(at, 1), _rendered_sentences(case, provision)))
    return parts


def _rendered_sentences(
    case: Case, provision: Provision
) -> tuple[tuple[frozenset[str], ...], ...]:
    return tuple(
        tuple(
            lemmas_of(r.text[s.start : s.end], r.language)
            for s in sentences(r.text, r.language)
        )
        for r in case.records.renderings(provision.id)
        if r.field == "text" and r.language == case.language
    )


def _beside(start: int, end: int, parts: Sequence[_Part]) -> frozenset[str]:
    """Lemmas of the sentences of renderings that stand where a passage stands."""
    words: set[str] = set()
    for part in parts:
        first, last = max(start, part.start), min(end, part.end)
        if first >= last:
            continue
        size = part.end - part.start
        for rows in part.rendered:
            low = math.floor((first - part.start) / size * len(rows) + _NEARLY)
            high = math.ceil((last - part.start) / size * len(rows) - _NEARLY)
            words.update(*rows[low : max(high, low + 1)])
    return frozenset(words)


def _own_words(
    case: Case, provision: Provision, text: str, found: Sequence[Passage]
) -> list[frozenset[str]]:
    """The lemmas of passages with those of the renderings beside them."""
    parts, words, at, first = _parts(case, provision), [], 0, 0
    for passage in found:
        if passage.first != first:
            at, first = at + 1, passage.first
        at = max(text.find(passage.text, at), 0)
        own = passage.lemmas | _beside(at, at + len(passage.text), parts)
        words.append(own | named_in(case, provision, own))
    return words


def named_in(
    case: Case, provision: Provision, words: frozenset[str]
) -> frozenset[str]:
    """Lemmas of the full names whose short forms some words are.

    Where «Ұлттық қауіпсіздік стратегиясы (бұдан әрі – Стратегия)» was said once,
    "Стратегия" names it in the whole act.
    """
    act = case.records.act(provision.act_id)
    if act is None:
        return frozenset()
    named: set[str] = set()
    for entry in act.abbreviations:
        if not entry.listed and words >= lemmas_of(entry.abbreviation, act.language):
            named |= lemmas_of(entry.name, act.language)
    return frozenset(named)


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
    found = runs(text, provision.language)
    context = context_of(case, provision)
    words = _own_words(case, provision, text, found)
    shares = [support(case.concepts, Held(own, context)) for own in words]
    fits = [fit_of(case, p, provision, slots) for p in found]
    tied = slots[:1] and slots[0] in TIED
    if tied:
        fits = _tied(found, shares, fits)
    best, best_worth = Best(whole(text, provision.language), 0.0), -1.0
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
        own = lemmas_of(child.body.text, child.language) | rendered_of(case, child)
        share = support(case.concepts, Held(own, frozenset()))
        if share > most:
            best, most = child, share
    return best
