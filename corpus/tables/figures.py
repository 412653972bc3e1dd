"""Figures of a row: digits parted by blanks and lines put together.

«5 2 / 306,6» is one figure, «1 1 2 2 1» are five. Each way of joining has a cost;
the number of columns decides between them, so all are kept until it is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from corpus.tables.words import INCLUDING

#: What stands between two parts of figures; "spaced" in a letter-spaced line.
Between = Literal["line", "blank", "spaced"]
#: Digits with marks of decimals, a lone comma, a dash, asterisks.
_ATOM = re.compile(r"\d+(?:[.,]\d+)*[.,]?|[.,]|[-–—]|\*+")
#: A letter-spaced line of figures: ``1 9 0``; must not match ``1 90``.
_SPACED = re.compile(r"\d(?:\s\d)+")
#: Parts of a figure: ``оның ішінде : 1) 6,3 2) 5,4``.
_PART = re.compile(r"(\d{1,2})\s*\)\s*((?:\d[\d ,]*\d|\d))")
_THOUSANDS = re.compile(r"\d{3}(?:[.,]\d*)?")
#: A longer group is no row of cells; its figures are read as they stand.
LONGEST_GROUP: Final = 600
_DIGITS = re.compile(r"\d[\d,.]*")
#: What it costs to read a comma or point as no part of a figure.
LOST_MARK: Final = 5.0
#: So many readings of one group of figures are kept.
MOST_READINGS: Final = 12


class Figure(NamedTuple):
    """A figure or an empty cell.

    Attributes:
        value: With a comma for decimals and no blanks; "" for a dash.
        marks: Asterisks behind it.
        odd: Digits in groups that no figure has («7 7018,2»).
        parts: Figures that it is made of, with their numbers.
    """

    value: str
    marks: str = ""
    odd: bool = False
    parts: tuple[tuple[str, str], ...] = ()


class Reading(NamedTuple):
    """One way to read figures; lower cost is likelier."""

    cost: float
    figures: tuple[Figure, ...]


def read_group(text: str) -> list[Reading]:
    r"""Readings of figures that no blank line parts, cheapest of each length.

    Args:
        text: As printed, lines with ``\n`` between.
    """
    including = INCLUDING.search(text)
    if including:
        return [Reading(0.0, (_with_parts(text, including),))]
    readings = [Reading(0.0, ())]
    if len(text) > LONGEST_GROUP:
        figures = tuple(Figure(_value(digits)) for digits in _DIGITS.findall(text))
        return [Reading(0.0, figures)] if figures else []
    for atom, gap in _atoms(text):
        longer = [r for old in readings for r in _extended(old, atom, gap=gap)]
        readings = _cheapest(longer)
    return [r for r in readings if r.figures]


def _atoms(text: str) -> Iterator[tuple[str, Between]]:
    """Parts of figures with what stands before each."""
    for printed in text.split("\n"):
        line = printed
        if _SPACED.fullmatch(line.strip()) and line.strip()[0] == "0":
            line = "".join(line.split())
        atoms = [match.group() for match in _ATOM.finditer(line)]
        gap: Between = "line"
        for atom in atoms:
            yield atom, gap
            gap = "spaced" if _SPACED.fullmatch(line.strip()) else "blank"


def _with_parts(text: str, including: re.Match[str]) -> Figure:
    """«11,7 оның ішінде: 1) 6,3 2) 5,4»."""
    parts = tuple(
        (match[1], _value(re.sub(r"\s", "", match[2])))
        for match in _PART.finditer(text, including.end())
    )
    value = "".join(re.findall(r"[\d.,]", text[: including.start()]))
    marks = "".join(re.findall(r"\*", text))
    return Figure(_value(value), marks, parts=parts)


def _value(digits: str) -> str:
    """Digits with a comma for decimals."""
    return digits.replace(".", ",").strip(",")


def _cheapest(readings: Sequence[Reading]) -> list[Reading]:
    """The cheapest readings, with the best of each length among them."""
    ordered = sorted(readings, key=lambda r: (r.cost, len(r.figures), r.figures))
    kept: list[Reading] = []
    seen: set[tuple[Figure, ...]] = set()
    for reading in ordered:
        if reading.figures in seen:
            continue
        seen.add(reading.figures)
        alike = sum(len(k.figures) == len(reading.figures) for k in kept)
        if alike < 2:
            kept.append(reading)
    return kept[:MOST_READINGS]


def _extended(reading: Reading, atom: str, *, gap: Between) -> Iterator[Reading]:
    """A reading with one more atom: joined to the last figure or on its own."""
    cost, figures = reading
    last = figures[-1] if figures else None
    if atom.startswith("*"):
        marked = (last._replace(marks=last.marks + atom),) if last else ()
        yield Reading(cost, (*figures[:-1], *marked))
        return
    if atom in "-–—":
        yield Reading(cost, (*figures, Figure("")))
        return
    if last and last.value and not last.marks:
        joined = _join(last, atom, gap=gap)
        if joined:
            yield Reading(cost + joined[0], (*figures[:-1], joined[1]))
    if atom in ",.":
        yield Reading(cost + LOST_MARK, figures)
    else:
        alone = cost + _apart_cost(last, atom, gap=gap)
        yield Reading(alone, (*figures, Figure(atom.replace(".", ","))))


def _join(last: Figure, atom: str, *, gap: Between) -> tuple[float, Figure] | None:
    """The last figure with an atom added, and what that costs; None if it cannot."""
    value, more = last.value, atom.replace(".", ",")
    if value.endswith(",") != more.startswith(","):
        decimals = value.count(",") + more.count(",") == 1
        return (0.0, last._replace(value=value + more)) if decimals else None
    if "," in value or more.startswith(",") or value.startswith("0"):
        return None
    cost = _digits_cost(value, more, gap=gap)
    odd = last.odd or cost >= 1.0
    return cost, last._replace(value=value + more, odd=odd)


def _digits_cost(value: str, more: str, *, gap: Between) -> float:
    """What it costs to read two groups of digits as one figure."""
    if len(more) == 1 and len(value) <= 2:
        return 0.2 if gap == "spaced" else 0.8
    if not _THOUSANDS.fullmatch(more):
        return 1.0 if gap == "line" else 1.6
    if len(value) > 3:
        return 0.7 if gap == "line" else 1.2
    if gap == "line":
        return 0.1
    return 0.2 if "," in more else 0.6 if len(value) < 3 else 1.0


def _apart_cost(last: Figure | None, atom: str, *, gap: Between) -> float:
    """What it costs to begin a new figure behind the last one."""
    if not last or not last.value:
        return 0.0
    if last.value.endswith(","):
        return 5.0
    cost = 0.5 if atom == "0" else 3.0 if atom[0] == "0" and atom[1:2] != "," else 0.0
    whole = "," not in last.value and not last.marks
    thousands = whole and len(last.value) <= 3 and _THOUSANDS.fullmatch(atom)
    if thousands and (gap == "line" or "," in atom):
        return cost + 0.8
    spaced = gap == "spaced" and len(atom) == 1
    return cost + (0.5 if spaced else 0.4 if gap == "line" and "," in atom else 0.0)


def readings_of(groups: Sequence[str]) -> list[Reading]:
    """Readings of a row's figures, groups parted by blank lines.

    Returns:
        Cheapest first; at least one if any group holds a figure.
    """
    readings = [Reading(0.0, ())]
    for group in groups:
        options = read_group(group)
        if not options:
            continue
        joined = [
            Reading(old.cost + new.cost, old.figures + new.figures)
            for old in readings
            for new in options
        ]
        readings = _cheapest(joined)
    finished = [Reading(r.cost, tuple(map(_finished, r.figures))) for r in readings]
    return sorted(finished, key=lambda r: (r.cost, len(r.figures), r.figures))


def _finished(figure: Figure) -> Figure:
    """A figure without a comma at its end."""
    return figure._replace(value=figure.value.strip(","))
