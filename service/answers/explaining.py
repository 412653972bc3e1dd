"""Terms that a text explains by its form, inside a clause as well as at its start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple


class Explained(NamedTuple):
    """A term and what the text says of it.

    Attributes:
        term: As printed.
        meaning: The words that explain it, as printed.
        place: Where the explaining words begin and end in the text.
        trust: What the form is worth, 0 to 1.
    """

    term: str
    meaning: str
    place: tuple[int, int]
    trust: float


#: How a text explains a term at its start: «1) тәуекел – …», «Под X понимается …»,
#: «X является …». Must not match a dash between figures or after a whole clause.
_AT_START = re.compile(
    r"(?:\d+(?:-\d+)?[.)]\s*)?(?:"
    r"под\s+([^,.;:()]{4,90}?)\s+понима[ею]тся"
    r"|([^,.;:()–—]{3,70}?)(?:\s*\([^()]*\))?\s+(?:[–—]|-)\s+(?=\D)"
    r"|([^,.;:()–—]{3,70}?)(?:\s*\([^()]*\))?\s+(?:является|деп\s+танылады)\s"
    r")",
    re.IGNORECASE,
)
#: A term explained beside its name: «рабочий орган - Штаб центра, являющийся …».
#: Matches with «Штаб центра»; must not match «органы, являющиеся» after a clause.
_BESIDE = re.compile(r"[-–—]\s([^,.;:()–—]{3,70}?),\s+являющ\w+\s", re.IGNORECASE)
#: What a thing counts as: «орган, указанный первым, является ответственным
#: исполнителем». Matches with «ответственным исполнителем»; must not match
#: «является, если».
_COUNTS_AS = re.compile(
    r"(?:^|(?<=[.;]\s))([^.;]{8,300}?)\s(?:явля[ею]тся|счита[ею]тся|призна[ею]тся)\s"
    r"(?!ли\b)([^,.;:()–—]{4,70})(?=[.;,]|$)",
    re.IGNORECASE,
)
#: The same in Kazakh, where the verb stands last: «… тіл мемлекеттік тіл болып
#: табылады». Must not match «болып қалады».
_COUNTS_AS_KK = re.compile(
    r"(?:^|(?<=[.;]\s))([^.;]{8,300}?)\s(?:болып\s+(?:табылады|саналады|есептеледі)"
    r"|деп\s+(?:танылады|саналады|есептеледі)|ретінде\s+(?:танылады|айқындалады))",
    re.IGNORECASE,
)
#: A role and who has it: «осуществляет рабочий орган - Штаб центра».
#: Matches with «рабочий орган»; must not match «2018 - 2020», «санат – 3».
_ROLE = re.compile(
    r"(?<![\w-])((?:[^\W\d]+\s){1,3}?[^\W\d]+)\s[-–—]\s([А-ЯЁӘІҢҒҮҰҚӨҺ][^,.;:()–—]{3,90})"
)
#: Words that may stand in a text which explains something; quick.
_MAY_EXPLAIN = re.compile(
    r"явля[ею]|понима[ею]тся|счита[ею]тся|призна[ею]тся|танылады|табылады|саналады"
    r"|есептеледі|айқындалады|\s[-–—]\s",
    re.IGNORECASE,
)
#: What forms are worth that explain a term in passing.
_IN_PASSING: Final = 0.92
#: Most words of a Kazakh term before «болып табылады», and of a role before a dash.
_TERM_WORDS: Final = 3


@lru_cache(maxsize=1 << 13)
def explained_terms(text: str) -> tuple[Explained, ...]:
    """All terms that a text may explain, those at its start first.

    Args:
        text: Of one unit, white space squeezed.
    """
    return tuple(_found(text)) if _MAY_EXPLAIN.search(text) else ()


def _found(text: str) -> Iterator[Explained]:
    for form in filter(None, (_AT_START.match(text), _BESIDE.search(text))):
        term = next(filter(None, form.groups()))
        yield Explained(term, text[form.end() :].strip(), (0, len(text)), 1.0)
    for said in _COUNTS_AS.finditer(text):
        yield Explained(said[2], said[1].strip(), said.span(), _IN_PASSING)
    for said in _COUNTS_AS_KK.finditer(text):
        yield from _before(said[1], said.span())
    for role in _ROLE.finditer(text):
        words = role[1].split()
        for size in range(1, min(_TERM_WORDS, len(words)) + 1):
            term = " ".join(words[-size:])
            yield Explained(term, role[2].strip(), (0, len(text)), _IN_PASSING)


def _before(clause: str, place: tuple[int, int]) -> Iterator[Explained]:
    """The last words of a Kazakh clause as terms, the rest being their meaning."""
    words = clause.split()
    for size in range(1, min(_TERM_WORDS, len(words) - 1) + 1):
        meaning = " ".join(words[:-size])
        yield Explained(" ".join(words[-size:]), meaning, place, _IN_PASSING)
