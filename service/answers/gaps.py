"""What a question is about that the evidence does not name: towns, numbers, years.

A near provision is no answer where the town, the person, the number or the year that
the question is about does not stand in it. Words that only describe («готовят»,
"better") may be missing: acts say things in other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from corpus.model import Provision
from corpus.numerals import number_of, ordinal_of
from corpus.words import tongue_of
from service.answers.case import Candidate, Case
from service.answers.support import has_kin, supported
from service.concepts import Weighted
from service.periods import years_in

GapKind = Literal["name", "year", "matter"]
#: How well the evidence must hold a concept for it to be there.
THERE: Final = 0.4
#: Share of the question that one concept is from which all hangs on it.
_HALF: Final = 0.5
#: Share of the question that an absent thing must be for the rest not to tell.
_PART: Final = 0.18
#: Parts of speech that name things.
_THINGS: Final = frozenset({"noun", "phrase", "name"})
#: A word written as names are: a capital, then small letters, in any script.
#: Matches "Europol", «Шымкента»; must not match «ІІМ», «ЕСИОП», "iPhone", "Ann".
_PROPER: Final = re.compile(r"[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ][a-zа-яёәіңғүұқөһ’'-]{3,}")
#: Short forms of the codes of Kazakhstan, in Russian and in Kazakh, as typed.
_CODES: Final = frozenset(
    {"УК", "УПК", "УИК", "ГК", "ГПК", "НК", "ТК", "ЗК", "БК", "КоАП", "АППК"}
    | {"ҚК", "ҚПК", "ҚАК", "АК", "АПК", "СК", "ЕК", "ЖК", "ӘҚБтК", "ӘРПК"}
)
#: A site by its address. Matches "egov.kz"; must not match «т.д», "588.1".
_SITE: Final = re.compile(r"[a-z][\w-]*\.[a-z]{2,}", re.IGNORECASE)
#: A figure alone or behind a name, or a Roman number.
#: Matches "102", «ЭКСПО-2025», "X", "XIX"; must not match "I", «ХҚО», "89-1".
_NUMBER: Final = re.compile(r"(?:[^\W\d_]+-)?\d+|(?!I$)[IVX]{1,6}")
#: A Roman number. Matches "VI", "XIX"; must not match "I", «ХҚО», "VII-го".
_ROMAN: Final = re.compile(r"(?!I$)[IVX]{1,6}")
_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10}
#: A word or figure. Matches "5", «пяти», "XIX".
_WORD: Final = re.compile(r"\w+")
#: A year. Matches "2030"; must not match "588", "20300".
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20|21)\d{2}(?!\d)")
#: Years on both sides of a dash. Matches «2014-2020», «2018 – 2022».
_RANGE: Final = re.compile(r"((?:19|20)\d{2})\s?[-–—]\s?((?:19|20)\d{2})")
#: What a sentence or a title begins behind, where a capital says nothing.
_BEGINS: Final = '.?!:;«"“„('


class Gap(NamedTuple):
    """Something that a question is about and the evidence does not name.

    Attributes:
        kind: A name or number, a year, or the matter itself.
        what: As the question has it.
        anywhere: Whether another provision of the corpus names it.
    """

    kind: GapKind
    what: str
    anywhere: bool = True


def named_gap(case: Case, best: Candidate) -> Gap | None:
    """The first name, number or year of the question that the evidence lacks."""
    for weighted in case.concepts:
        there = supported(weighted, best.held) >= THERE
        if there or not _names(case, weighted) or _said(weighted, best.provision):
            continue
        return _gap(case, weighted, "name")
    held = years_held(case, best.provision)
    lost = (year for year in case.query.years if year not in held)
    return next((Gap("year", str(year)) for year in lost), None)


def _names(case: Case, weighted: Weighted) -> bool:
    """Whether a concept of the question is a name or a number, not a description."""
    concept = weighted.concept
    if weighted.importance < 1 or _YEAR.fullmatch(concept.surface):
        return False
    if _names_body(case, concept.surface):
        return False
    if concept.pos == ("name",) or _NUMBER.fullmatch(concept.surface):
        return True
    if concept.surface in _CODES:
        return True
    strange = not (weighted.known or concept.known or weighted.typed)
    return strange and (
        _SITE.fullmatch(concept.surface) is not None or _is_proper(case, weighted)
    )


def _said(weighted: Weighted, provision: Provision) -> bool:
    """Whether a provision says the number of a question in words or Roman figures."""
    value = _value(weighted.concept.surface)
    words = _WORD.findall(provision.body.text)
    tongue = tongue_of("", provision.language)
    return value is not None and any(
        value
        in (_value(w), number_of(w.lower(), tongue), ordinal_of(w.lower(), tongue))
        for w in words
    )


def _value(word: str) -> str | None:
    """A figure or Roman number in digits, without leading zeros."""
    if word.isdecimal():
        return str(int(word))
    if not _ROMAN.fullmatch(word):
        return None
    values = [_ROMAN_VALUES[letter] for letter in word]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-one if one < then else one for one, then in pairs))


def _names_body(case: Case, surface: str) -> bool:
    """Whether a word is of a body's name: acts print bodies in short forms."""
    text, at = case.query.text, case.query.text.find(surface)
    found = case.knowledge.bodies.find(text, case.language) if at >= 0 else ()
    return any(m.start <= at < m.end for m in found)


def _is_proper(case: Case, weighted: Weighted) -> bool:
    """Whether a word is written as a name where other words are not."""
    surface, text = weighted.concept.surface, case.query.question
    at = text.find(surface)
    before = text[: max(0, at)].rstrip()
    begins = not before or before[-1] in _BEGINS
    return not begins and _PROPER.fullmatch(surface) is not None


def years_held(case: Case, provision: Provision) -> frozenset[int]:
    """The years that a provision or the title of its act speaks of, ranges whole."""
    act = case.records.act(provision.act_id)
    text = f"{provision.body.text}\n{act.title if act else ''}"
    years = {int(year) for year in _YEAR.findall(text)} | set(years_in(text))
    for first, last in _RANGE.findall(text):
        years.update(range(int(first), int(last) + 1))
    return frozenset(years) | _years_of_cells(case, provision)


def _years_of_cells(case: Case, provision: Provision) -> frozenset[int]:
    """The years of a row: of its term, and of the columns that it has figures in."""
    measure = case.records.measure(provision.id)
    if measure is not None:
        dated = {int(a.period) for a in measure.amounts if a.period.isdecimal()}
        return frozenset(dated | set(measure.deadline_years))
    rows = case.records.indicators(provision.act_id)
    values = (v for row in rows if row.id == provision.id for v in row.values)
    return frozenset(int(v.period) for v in values if v.period.isdecimal())


def matter_gap(case: Case, best: Candidate, *, strong: bool) -> Gap | None:
    """The concept that a question is about, where the evidence lacks it.

    It is a thing that is most of the question, or all that is said of a body ("who
    APPOINTS the minister"), or what is asked for ("which BREED"). A word that no act
    uses may stand for one that they use: it tells only where the evidence is not
    strong in all else.
    """
    whole = sum(c.weight for c in case.concepts)
    first = case.asked_first()
    who = first is not None and first.intent == "responsible"
    beside = [c for c in case.concepts if not _names_body(case, c.concept.surface)]
    for weighted in _lost(case, best):
        most = _is_thing(weighted) and weighted.weight >= _HALF * whole
        alone = who and beside == [weighted] and len(case.concepts) > 1
        trusted = strong and not weighted.known
        if alone or (not trusted and (most or _is_asked_for(case, weighted))):
            return _gap(case, weighted, "matter")
    return None


def lacks_thing(case: Case, best: Candidate) -> bool:
    """Whether the evidence lacks any thing of the question, or a word nobody knows.

    What is done, and how, acts say in other words; things they name.
    """
    return any(
        _is_thing(lost) or not (lost.known or lost.concept.pos)
        for lost in _lost(case, best)
    )


def _is_thing(weighted: Weighted) -> bool:
    """Whether a concept is a thing by the lexicon, not something done or a quality."""
    pos = frozenset(weighted.concept.pos)
    return bool(pos) and pos <= _THINGS


def absent_gap(case: Case, best: Candidate) -> Gap | None:
    """A thing of the question that no provision names, this one least of all."""
    whole = sum(c.weight for c in case.concepts)
    for weighted in _lost(case, best):
        absent = not weighted.known and _is_thing(weighted)
        if absent and weighted.weight >= _PART * whole:
            return _gap(case, weighted, "matter")
    return None


def _lost(case: Case, best: Candidate) -> Iterator[Weighted]:
    """The concepts that the evidence holds in no word of their families."""
    held = best.held.own | best.held.context
    for weighted in case.concepts:
        if weighted.importance < 1 or supported(weighted, best.held) >= THERE:
            continue
        if not any(
            all(has_kin(lemma, held) for lemma in sense.lemmas)
            for sense in weighted.telling
        ):
            yield weighted


def _is_asked_for(case: Case, weighted: Weighted) -> bool:
    """Whether a word that no provision holds is what is asked for: "which breed"."""
    first = case.asked_first()
    if weighted.known or first is None or first.slot != "thing":
        return False
    return any(head.folded == weighted.folded for head in case.head_concepts)


def _gap(case: Case, weighted: Weighted, kind: GapKind) -> Gap:
    return Gap(kind, _as_written(case, weighted.concept.surface), weighted.known)


def _as_written(case: Case, surface: str) -> str:
    """The words of a concept with those between them: "Rights of the Child"."""
    text = case.query.text
    first, *others = surface.split()
    start = text.find(first)
    end = text.find(others[-1], start) + len(others[-1]) if others else -1
    return text[start:end] if 0 <= start < end else surface
