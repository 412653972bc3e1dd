"""An act → what its reader page shows: an outline and units in reading order; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from corpus.model import Indicator, Measure, Provision
from service.present import measure_json
from service.shapes import MeasureJson
from service.voice import Voice

#: Kinds that stand under a heading of their own and are listed in the outline.
HEADED: Final = frozenset(
    {"annex", "part", "section", "subsection", "chapter", "paragraph", "article"}
)
#: Kinds that are shown as a card, with all that stands below them.
_CARDS: Final = frozenset({"measure", "indicator"})
#: Headings of HTML that a page's own title leaves over.
_HIGHEST: Final = 2
_LOWEST: Final = 6
#: How a number is printed before its text.
_NUMBERED: Final[Mapping[str, str]] = {"point": "{}.", "subpoint": "{})"}

ById = Mapping[str, Provision]


class Line(NamedTuple):
    """A line of the act file as given."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the outline."""

    anchor: str
    title: str
    below: list[Entry] = field(default_factory=list)


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


def units(provisions: Sequence[Provision], rows: Rows, voice: Voice) -> list[Unit]:
    """The units of an act in reading order; what is inside a card is left to it."""
    by_id: ById = {p.id: p for p in provisions}
    placed = [(provision, _around(provision, by_id)) for provision in provisions]
    below = _first_lines_below(provisions)
    return [
        _unit(provision, around, rows, voice, below.get(provision.id))
        for provision, around in placed
        if not any(unit.kind in _CARDS for unit in around)
    ]


def outline(provisions: Sequence[Provision], voice: Voice) -> list[Entry]:
    """Headed units as a tree in reading order."""
    by_id: ById = {p.id: p for p in provisions}
    top: list[Entry] = []
    entries: dict[str, Entry] = {}
    for provision in provisions:
        if provision.kind not in HEADED:
            continue
        entry = Entry(_anchor(provision), _title(provision, voice))
        headed = (entries.get(unit.id) for unit in _around(provision, by_id))
        holder = next((found for found in headed if found), None)
        (holder.below if holder else top).append(entry)
        entries[provision.id] = entry
    return top


def amount_periods(measure: MeasureJson) -> list[str]:
    """Periods of a measure's figures and of those below it, years before "total"."""
    found = dict.fromkeys(measure["amounts"])
    for row in measure["sub_rows"]:
        found.update(dict.fromkeys(row["amounts"]))
    return sorted(found, key=lambda period: (not period.isdigit(), period))


def _around(provision: Provision, by_id: ById) -> list[Provision]:
    """The units around a provision, innermost first."""
    around: list[Provision] = []
    parent = by_id.get(provision.parent or "")
    while parent is not None:
        around.append(parent)
        parent = by_id.get(parent.parent or "")
    return around


def _first_lines_below(provisions: Sequence[Provision]) -> dict[str, int]:
    """The line that the first unit below each unit begins at."""
    first: dict[str, int] = {}
    for provision in provisions:
        if provision.parent:
            first.setdefault(provision.parent, provision.source.line_start)
    return first


def _unit(
    provision: Provision,
    around: Sequence[Provision],
    rows: Rows,
    voice: Voice,
    below: int | None,
) -> Unit:
    headed = sum(unit.kind in HEADED for unit in around)
    measure = rows.measures.get(provision.id)
    return Unit(
        anchor=_anchor(provision),
        kind=provision.kind,
        label=voice.label(provision.id),
        level=min(_HIGHEST + headed, _LOWEST) if _level_kind(provision) else None,
        depth=min(len(around) - headed, 3),
        heading=_title(provision, voice),
        mark=_mark(provision),
        text=_split(provision)[1],
        language="" if provision.language == "und" else provision.language,
        notes=provision.warnings,
        measure=measure_json(measure, voice) if measure else None,
        indicator=rows.indicators.get(provision.id),
        printed=_printed(provision, rows.lines, below),
    )


def _anchor(provision: Provision) -> str:
    return provision.id.partition("/")[2]


def _title(provision: Provision, voice: Voice) -> str:
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


def _printed(
    provision: Provision, lines: Sequence[str], below: int | None
) -> tuple[Line, ...]:
    """The unit's lines up to the first unit below it, at least one."""
    first, last = provision.source.line_start, provision.source.line_end
    if below is not None and provision.kind not in _CARDS:
        last = max(first, min(last, below - 1))
    last = min(last, len(lines))
    while last > first and not lines[last - 1].strip():
        last -= 1
    return tuple(Line(n, lines[n - 1]) for n in range(first, last + 1))
