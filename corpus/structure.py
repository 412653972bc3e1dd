"""Units of an act → its provisions with stable addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from corpus.ids import ProvisionId, Source
from corpus.model import Kind, Language, Provision
from corpus.patterns import is_heading_kind, path_number, rank
from corpus.references import find_parts
from corpus.trace import Traced
from corpus.units import Unit

#: Units whose words are quoted together with those of the units below them.
_QUOTED_WHOLE: Final[frozenset[Kind]] = frozenset({"article", "point", "subpoint"})
#: Units below that belong to such a quotation.
_QUOTED: Final[frozenset[Kind]] = frozenset({"point", "subpoint", "para"})
#: Word of a path where it is not the kind itself.
_STEPS: Final[dict[Kind, str]] = {"preamble": "para"}


@dataclass(frozen=True, slots=True)
class Root:
    """What the units of a division hang under.

    Attributes:
        path: Below the act, such as ``annex-1``.
        parent: Id of the annex itself, None for the body.
    """

    path: str
    parent: ProvisionId | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A provision with the unit that it was made of."""

    provision: Provision
    unit: Unit


@dataclass(slots=True)
class _Node:
    """A unit with the units below it, while the tree grows."""

    unit: Unit | None
    children: list[_Node] = field(default_factory=list)
    id: ProvisionId | None = None


def place_units(
    act_id: str, file: str, language: Language, root: Root, units: Sequence[Unit]
) -> tuple[Placed, ...]:
    """Provisions of a division in reading order.

    Args:
        act_id: adilet's code.
        file: Name of the act file, for sources.
        language: Of the act.
        root: What they hang under.
        units: In printed order.
    """
    tree = _grow(units)
    _address(tree, f"{act_id}/{root.path}")
    return tuple(_provisions(tree, root.parent, file, language))


def _grow(units: Sequence[Unit]) -> _Node:
    """The tree of units: each holds those after it that are deeper."""
    top = _Node(None)
    path = [top]
    for unit in units:
        node = _Node(unit)
        if unit.kind == "note":
            _note_parent(unit, path).children.append(node)
            continue
        while path[-1].unit is not None and path[-1].unit.level >= unit.level:
            path.pop()
        path[-1].children.append(node)
        if not unit.leaf:
            path.append(node)
    return top


def _note_parent(note: Unit, path: Sequence[_Node]) -> _Node:
    """The open unit that a note names or stands for, else the one it stands under.

    A number without words of its own stands for a unit that was taken out; what is
    no such number holds the note if it is an article or a heading.
    """
    last = path[-1].unit
    if last and not last.text.text[last.rest :].strip() and not path[-1].children:
        return path[-1]
    named = {part for mention in find_parts(note.text.text) for part in mention.parts}
    for node in reversed(path):
        if node.unit and (node.unit.kind, node.unit.number) in named:
            return node
    return next(
        node
        for node in reversed(path)
        if node.unit is None
        or is_heading_kind(node.unit.kind)
        or node.unit.kind == "article"
    )


def _address(node: _Node, path: str) -> None:
    """Give ids to the units below a node; equal numbers are told apart by suffix."""
    counts: dict[str, int] = {}
    taken: set[str] = set()
    for child in node.children:
        if child.unit is None:
            continue
        step = _STEPS.get(child.unit.kind, child.unit.kind)
        number = path_number(child.unit.number)
        if not number:
            counts[step] = counts.get(step, 0) + 1
            number = str(counts[step])
        segment = _free(f"{step}-{number}", taken)
        taken.add(segment)
        child.id = ProvisionId(f"{path}/{segment}")
        _address(child, child.id)


def _free(segment: str, taken: set[str]) -> str:
    """The segment, or its first free repetition: ``point-3-bis``, ``point-3-bis3``."""
    if segment not in taken:
        return segment
    repeated, k = f"{segment}-bis", 2
    while repeated in taken:
        k += 1
        repeated = f"{segment}-bis{k}"
    return repeated


def _provisions(
    node: _Node, parent: ProvisionId | None, file: str, language: Language
) -> Iterator[Placed]:
    """The provisions below a node, depth first."""
    for child in node.children:
        if child.unit is None or child.id is None:
            continue
        unit = child.unit
        own = unit.text.excerpt()
        body = _quoted(child).excerpt() if unit.kind in _QUOTED_WHOLE else own
        first, last = _span(child)
        yield Placed(
            Provision(
                id=child.id,
                kind=unit.kind,
                number=_number(child),
                heading=_heading(unit),
                body=body,
                own=own,
                language=language,
                source=Source(file, first, last),
                parent=parent,
            ),
            unit,
        )
        yield from _provisions(child, child.id, file, language)


def _number(node: _Node) -> str | None:
    """The printed number; paragraphs without one are counted in their unit."""
    if node.unit is None or node.id is None:
        return None
    if node.unit.number or node.unit.kind != "para":
        return node.unit.number or None
    return node.id.steps[-1][1]


def _heading(unit: Unit) -> str | None:
    """The heading of a section, chapter or article without mark, the label of a row."""
    if unit.kind == "row":
        return unit.text.text[: unit.rest].strip() or None
    if not (is_heading_kind(unit.kind) or unit.kind == "article"):
        return None
    return unit.text.text[unit.rest :].strip().rstrip(".") or None


def _quoted(node: _Node) -> Traced:
    """A unit's words and those of the units below it, one to a line."""
    texts = [] if node.unit is None else [node.unit.text]
    texts += [
        _quoted(child)
        for child in node.children
        if child.unit is not None and child.unit.kind in _QUOTED
    ]
    return Traced.join(texts, "\n")


def _span(node: _Node) -> tuple[int, int]:
    """First and last line of a unit, units below included."""
    spans = [_span(child) for child in node.children]
    if node.unit is not None:
        spans.append((node.unit.first, node.unit.last))
    return min(first for first, _ in spans), max(last for _, last in spans)


def mark_preamble(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units of a body with the words before its first part as preamble."""
    cut = next(
        (i for i, unit in enumerate(units) if rank(unit.kind) <= rank("point")),
        0,
    )
    return tuple(
        Unit("preamble", "", u.first, u.last, u.text, u.rest, u.level, leaf=True)
        if i < cut and u.kind == "para"
        else u
        for i, u in enumerate(units)
    )
