"""Units of an act → what the reader page shows of them; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from corpus.model import Provision
from corpus.plan_model import Indicator, Measure
from service.present import measure_json
from service.present_parts import CARDS, HEADED, ById, anchor_of, around
from service.shapes import MeasureJson
from service.voice import Voice

#: Headings of HTML that a page's own title leaves over.
_HIGHEST: Final = 2
_LOWEST: Final = 6
#: How a number is printed before its text.
_NUMBERED: Final[Mapping[str, str]] = {"point": "{}.", "subpoint": "{})"}


class Line(NamedTuple):
    """A line of the act file as given."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A provision on the reader page.

    Attributes:
        anchor: Its path within the act, the fragment of its address.
        kind: Of the provision.
        label: How a lawyer cites it.
        level: Of its heading, 2 to 6; None where it has none.
        depth: How many units without a heading it stands in.
        heading: Its title, its label where it has none.
        mark: Number before the text, "" where the text prints it.
        text: Its own words.
        language: Of the text, "" if unknown.
        notes: Notes that concern it.
        measure: Its row, where it is a measure.
        indicator: Its row, where it is an indicator.
        printed: Its own lines of the file, where they are asked for.
    """

    anchor: str
    kind: str
    label: str
    level: int | None
    depth: int
    heading: str
    mark: str
    text: str
    language: str
    notes: tuple[str, ...]
    measure: MeasureJson | None
    indicator: Indicator | None
    printed: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of an act's tables by their ids, and its file's lines.

    ``lines`` holds the whole file, line 1 first; empty where nobody asks for it.
    """

    measures: Mapping[str, Measure]
    indicators: Mapping[str, Indicator]
    lines: Sequence[str] = ()


def units(
    provisions: Sequence[Provision], part: Sequence[Provision], rows: Rows, voice: Voice
) -> list[Unit]:
    """Units of an act as they are shown.

    Args:
        provisions: All of the act.
        part: Those to be shown, in reading order; none stands inside a card.
        rows: Of the act's tables, and its lines.
        voice: The caller's language.
    """
    by_id: ById = {p.id: p for p in provisions}
    below = first_lines_below(provisions)
    return [
        _unit(provision, around(provision, by_id), rows, voice, below.get(provision.id))
        for provision in part
    ]


def amount_periods(measure: MeasureJson) -> list[str]:
    """Periods of a measure's figures and of those below it, years before "total"."""
    found = dict.fromkeys(measure["amounts"])
    for row in measure["sub_rows"]:
        found.update(dict.fromkeys(row["amounts"]))
    return sorted(found, key=lambda period: (not period.isdigit(), period))


def first_lines_below(provisions: Sequence[Provision]) -> dict[str, int]:
    """The line that the first unit below each unit begins at."""
    first: dict[str, int] = {}
    for provision in provisions:
        if provision.parent:
            first.setdefault(provision.parent, provision.source.line_start)
    return first


def _unit(
    provision: Provision,
    outer: Sequence[Provision],
    rows: Rows,
    voice: Voice,
    below: int | None,
) -> Unit:
    headed = sum(unit.kind in HEADED for unit in outer)
    measure = rows.measures.get(provision.id)
    return Unit(
        anchor=anchor_of(provision),
        kind=provision.kind,
        label=voice.label(provision.id),
        level=min(_HIGHEST + headed, _LOWEST) if _level_kind(provision) else None,
        depth=min(len(outer) - headed, 3),
        heading=title_of(provision, voice),
        mark=_mark(provision),
        text=_split(provision)[1],
        language="" if provision.language == "und" else provision.language,
        notes=provision.warnings,
        measure=measure_json(measure, voice) if measure else None,
        indicator=rows.indicators.get(provision.id),
        printed=printed_lines(provision, rows.lines, below),
    )


def title_of(provision: Provision, voice: Voice) -> str:
    """«Глава 2. Основные задачи» as printed, or by kind and number."""
    return " ".join(_split(provision)[0].split()) or voice.unit(provision)


def _split(provision: Provision) -> tuple[str, str]:
    """The title as printed and the words after it; one of them may be empty."""
    text, heading = provision.own.text.strip(), (provision.heading or "").strip()
    if not _level_kind(provision):
        return "", text
    if provision.kind == "heading" and not heading:
        return text, ""
    cut = text.find(heading) + len(heading) if heading and heading in text else 0
    after = text[cut:].strip(" .\n") if cut else text
    return (text[:cut] or heading), after


def _level_kind(provision: Provision) -> bool:
    return provision.kind in HEADED or provision.kind == "heading"


def _mark(provision: Provision) -> str:
    form = _NUMBERED.get(provision.kind)
    if form is None or provision.number is None:
        return ""
    mark = form.format(provision.number)
    return "" if provision.own.text.lstrip().startswith(mark) else mark


def printed_lines(
    provision: Provision, lines: Sequence[str], below: int | None
) -> tuple[Line, ...]:
    """A unit's own lines of the file.

    Args:
        provision: The unit.
        lines: The whole file, line 1 first; none gives none.
        below: The line that the first unit below it begins at, None without any.

    Returns:
        The lines up to that unit, at least one.
    """
    first, last = provision.source.line_start, provision.source.line_end
    if below is not None and provision.kind not in CARDS:
        last = max(first, min(last, below - 1))
    last = min(last, len(lines))
    while last > first and not lines[last - 1].strip():
        last -= 1
    return tuple(Line(n, lines[n - 1]) for n in range(first, last + 1))
