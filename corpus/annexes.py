"""Where each division stands: ``body``, ``annex-1``, ``annex-1/annex-2``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.divisions import Division, title_text
from corpus.patterns import path_number

#: What an annex may be annexed to directly: the act itself.
_ACT = re.compile(
    r"(?:қаулы|жарлы[ғқ]|бұйры[ғқ]|өкім|шешім)\w*\s+(?:\d+(?:-\d+)?\s?-\s?)?қосымша$"
    r"|^Приложение\b.*?\bк\s+(?:настоящ\w+\s+)?(?:приказ|постановлени|указ|распоряжени"
    r"|решени|закон|кодекс)",
    re.IGNORECASE,
)
#: An annex to the form before it.
_TO_FORM = re.compile(
    r"нысан\w*\s+(?:\d+(?:-\d+)?\s?-\s?)?қосымша$|^Приложение\b.*?\bк\s+форме",
    re.IGNORECASE,
)
#: An annex to an annex that is named by its number.
_TO_ANNEX = re.compile(r"(\d+)-қосымша\w*\s+(?:\d+-)?қосымша$|к\s+приложению\s+(\d+)")
_WORD = re.compile(r"[^\W\d_]{4,}")
#: Share of a title's words that a stamp must name to be annexed to it.
_ALIKE: Final = 0.6
#: Letters of a word that tell it, endings aside.
_STEM: Final = 5


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a division.

    Attributes:
        path: Below the act, such as ``annex-1/annex-2``.
        number: As printed or counted; "" for the body.
        parent: Index of the division that holds it, None at the top.
    """

    path: str
    number: str
    parent: int | None


def place_divisions(divisions: Sequence[Division]) -> tuple[Place, ...]:
    """The place of each division, in order.

    An annex says itself what it is annexed to: the act, the form before it, or an
    earlier annex by its name. An annex that bears no stamp carries none of its own:
    what is annexed to it is counted as the next annex of the act.
    """
    places: list[Place] = []
    for i, division in enumerate(divisions):
        if division.body:
            places.append(Place("body", "", None))
            continue
        parent = _parent(i, divisions, places)
        number = _number(division, parent, places)
        above = f"{places[parent].path}/" if parent is not None else ""
        path = f"{above}annex-{path_number(number)}"
        taken = {place.path for place in places}
        while path in taken:
            number = str(int(re.match(r"\d+", number)[0]) + 1)  # type: ignore[index]
            path = f"{above}annex-{number}"
        places.append(Place(path, number, parent))
    return tuple(places)


def _number(division: Division, parent: int | None, places: Sequence[Place]) -> str:
    """The printed number, else the next one among its siblings."""
    if division.stamp and division.stamp.number:
        return division.stamp.number
    siblings = [p for p in places if p.path != "body" and p.parent == parent]
    figures = [re.match(r"\d+", place.number) for place in siblings]
    return str(max((int(figure[0]) for figure in figures if figure), default=0) + 1)


def _parent(
    i: int, divisions: Sequence[Division], places: Sequence[Place]
) -> int | None:
    """Index of the division that this one is annexed to; None for the act."""
    stamp = divisions[i].stamp
    if stamp is None or stamp.approved or _ACT.search(stamp.text):
        return None
    earlier = [k for k in range(i) if not divisions[k].body]
    if _TO_FORM.search(stamp.text):
        return next((k for k in reversed(earlier) if divisions[k].form), None)
    numbered = _TO_ANNEX.search(stamp.text)
    if numbered:
        wanted = numbered[1] or numbered[2]
        return next((k for k in reversed(earlier) if places[k].number == wanted), None)
    return _named(stamp.text, earlier, divisions)


def _named(
    text: str, earlier: Sequence[int], divisions: Sequence[Division]
) -> int | None:
    """The stamped annex whose title the stamp names best."""
    words = _stems(text)
    best: tuple[float, int] | None = None
    for k in earlier:
        title = _stems(title_text(divisions[k]).text)
        if divisions[k].stamp is None or not title:
            continue
        share = len(words & title) / len(title)
        if share >= _ALIKE and (best is None or share > best[0]):
            best = (share, k)
    return best[1] if best else None


def _stems(text: str) -> set[str]:
    """Beginnings of the longer words of a text."""
    return {word.lower()[:_STEM] for word in _WORD.findall(text)}
