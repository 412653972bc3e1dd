"""Where two language versions of one act contradict each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from corpus.align import Alignment
from corpus.dates import find_dates
from corpus.ids import ProvisionId
from corpus.model import Act, Kind, Problem, Provision

#: Units whose words are notes of editors, which differ by language.
_UNCOMPARED: Final[frozenset[Kind]] = frozenset(("note", "signature"))
#: A figure: ``15``, ``0,5``, ``1.2``; must not match letters of ``8-НҚ``.
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")


def differences(one: Act, other: Act, alignment: Alignment) -> tuple[Problem, ...]:
    """Where two versions contradict each other; problems of the second one's file.

    Figures and dates of each pair are compared, words are not. A provision without
    counterpart is one problem if its parent has one.
    """
    first = {p.id: p for p in one.provisions}
    second = {p.id: p for p in other.provisions}
    problems = [
        problem
        for pair in alignment.pairs
        for problem in _differing(first[pair.one], second[pair.other])
    ]
    problems += _alone(alignment.alone_in_one, first)
    problems += _alone(alignment.alone_in_other, second)
    return tuple(problems)


def _differing(one: Provision, other: Provision) -> Iterator[Problem]:
    """Dates and figures that one of two counterparts has and the other has not.

    Dates that only one version writes out («16 және 19 қараша») are told apart from
    contradictions by their figures: day and year must be there all the same.
    """
    if one.kind in _UNCOMPARED:
        return
    texts = one.own.text, other.own.text
    dates = [Counter(date.iso for date in find_dates(text)) for text in texts]
    figures = [_figures(text) for text in texts]
    if dates[0] != dates[1] and (
        dates[0].total() == dates[1].total() or set(figures[0]) != set(figures[1])
    ):
        yield _problem("dates-differ", one, other, _against(*dates))
    elif dates[0] == dates[1] and figures[0] != figures[1]:
        yield _problem("numbers-differ", one, other, _against(*figures))


def _problem(code: str, one: Provision, other: Provision, detail: str) -> Problem:
    """A contradiction, at its place in the second version."""
    place = other.source
    return Problem(place.file, place.line_start, code, f"{one.id}: {detail}")


def _figures(text: str) -> Counter[str]:
    """Figures of a text, decimals with a comma; of dates their days and years."""
    pieces: list[str] = []
    done = 0
    for date in find_dates(text):
        year, _, day = date.iso.split("-")
        pieces += [text[done : date.start], year, str(int(day))]
        done = max(done, date.end)
    pieces.append(text[done:])
    return Counter(
        figure.replace(".", ",") for figure in _FIGURE.findall(" ".join(pieces))
    )


def _against(one: Counter[str], other: Counter[str]) -> str:
    """What only one of two texts has: ``15, 2016 / 16``."""
    sides = (one - other, other - one)
    return " / ".join(", ".join(sorted(side.elements())) or "–" for side in sides)


def _alone(
    ids: Sequence[ProvisionId], provisions: Mapping[ProvisionId, Provision]
) -> Iterator[Problem]:
    """Provisions without counterpart, the outermost ones."""
    alone = set(ids)
    for provision_id in ids:
        provision = provisions[provision_id]
        if provision.kind not in _UNCOMPARED and provision.parent not in alone:
            place = provision.source
            detail = f"{provision_id}: {' '.join(provision.text.split())[:60]}"
            yield Problem(place.file, place.line_start, "no-counterpart", detail)
