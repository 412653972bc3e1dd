"""What a question names that the evidence does not: places, names, numbers, years.

A near provision is no answer where the town, the person, the number or the year that
the question is about does not stand in it. Words that only describe («готовят»,
"better") may be missing: acts say things in other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from corpus.ids import Span
from corpus.letters import fold
from corpus.model import Provision
from service.answers.case import Case
from service.answers.evidence import Candidate
from service.answers.support import supported
from service.concepts import Weighted
from service.periods import years_in

GapKind = Literal["name", "number", "year"]
#: How well the evidence must hold a name for it to be there.
_THERE: Final = 0.4
#: A word written as names are: a capital, then small letters, in any script.
#: Matches "Europol", «Шымкента»; must not match «ІІМ», "iPhone", «ЕСИОП».
_PROPER: Final = re.compile(r"[^\W\d_](?<![a-zа-яёәіңғүұқөһ])[a-zа-яёәіңғүұқөһ’'-]{3,}")
#: A site by its address. Matches "egov.kz"; must not match "т.д", "588.1".
_SITE: Final = re.compile(r"[a-z][\w-]+\.[a-z]{2,}", re.IGNORECASE)
#: A figure or a Roman number, alone or behind a name.
#: Matches "102", «ЭКСПО-2025», "X", "XIX"; must not match "I", «ХҚО».
_NUMBER: Final = re.compile(r"\d+|(?:[^\W\d_]+-)?\d+|(?!I$)[IVX]{1,6}")
#: A year. Matches "2030"; must not match "588", "20300".
_YEAR: Final = re.compile(r"(?:19|20|21)\d{2}")
#: Years on both sides of a dash. Matches «2014-2020», «2018 – 2022».
_RANGE: Final = re.compile(r"((?:19|20)\d{2})\s?[-–—]\s?((?:19|20)\d{2})")
#: The end of a sentence, after which a capital says nothing.
_STOP: Final = ".?!:;«\"“„("


class Gap(NamedTuple):
    """Something that a question names and the evidence does not.

    Attributes:
        kind: What it is.
        what: As the question has it.
    """

    kind: GapKind
    what: str


def gaps(case: Case, best: Candidate) -> Iterator[Gap]:
    """What the evidence does not name, in the order of the question."""
    for concept in case.concepts:
        kind = _kind(case, concept)
        if kind and supported(concept, best.held) < _THERE:
            yield Gap(kind, concept.concept.surface)
    yield from _years(case, best)


def _kind(case: Case, weighted: Weighted) -> GapKind | None:
    """What a concept of the question names; None where it only describes."""
    concept = weighted.concept
    if weighted.importance < 1:
        return None
    if _YEAR.fullmatch(concept.surface):
        return None
    if _NUMBER.fullmatch(concept.surface):
        return "number"
    if concept.pos == ("name",):
        return "name"
    strange = not (weighted.known or concept.known or weighted.typed)
    if strange and (_SITE.fullmatch(concept.surface) or _is_proper(case, weighted)):
        return "name"
    return None


def _is_proper(case: Case, weighted: Weighted) -> bool:
    """Whether a word is written as a name where other words are not."""
    surface, text = weighted.concept.surface, case.query.question
    at = text.find(surface)
    before = text[:at].rstrip()
    begins = not before or before[-1] in _STOP
    return at >= 0 and not begins and _PROPER.fullmatch(surface) is not None


def _years(case: Case, best: Candidate) -> Iterator[Gap]:
    """The years asked about of which the evidence says nothing."""
    if not case.query.years:
        return
    held = years_held(case, best.provision)
    for year in case.query.years:
        if year not in held:
            yield Gap("year", str(year))


def years_held(case: Case, provision: Provision) -> frozenset[int]:
    """The years that a provision or the title of its act speaks of, ranges whole."""
    act = case.records.act(provision.act_id)
    text = f"{provision.body.text}\n{act.title if act else ''}"
    years = {int(y) for y in _YEAR.findall(text)}
    years.update(years_in(text))
    for first, last in _RANGE.findall(text):
        years.update(range(int(first), int(last) + 1))
    measure = case.records.measure(provision.id)
    if measure is not None:
        years.update(measure.deadline_years)
        years.update(int(a.period) for a in measure.amounts if a.period.isdecimal())
    return frozenset(years)
