"""What the further language versions of acts say, by the provisions of the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from corpus.align import Version, align
from corpus.ids import ProvisionId
from corpus.model import Act, Language
from corpus.renderings import record_cells


class Rendering(NamedTuple):
    """Words of a provision in another official language.

    Attributes:
        language: Of the words.
        text: The words.
        field: "text" for all that a provision says, units below it included; else
            its "heading", or the cell of a measure or indicator.
    """

    language: Language
    text: str
    field: str = "text"


def rendered_by(
    versions: Iterable[tuple[Act, Version]],
) -> Mapping[ProvisionId, tuple[Rendering, ...]]:
    """Official words of provisions in other languages than the act's own.

    Args:
        versions: Acts, each with one of its further versions.

    Returns:
        Renderings by the ids of the first acts, in the order given; only provisions
        that have a counterpart with words.
    """
    found: dict[ProvisionId, list[Rendering]] = {}
    for act, version in versions:
        cells, others = _cells(act), _cells(version.act)
        for one, other in version.counterparts.items():
            for field, text in _shared(cells.get(one, {}), others.get(other, {})):
                rendering = Rendering(version.act.language, text, field)
                found.setdefault(one, []).append(rendering)
    return MappingProxyType({one: tuple(items) for one, items in found.items()})


def version_of(act: Act, other: Act) -> Version:
    """An act in another language as a version of the one that the corpus holds."""
    return Version(other, dict(align(act, other).pairs))


def _cells(act: Act) -> Mapping[ProvisionId, Mapping[str, str]]:
    """The words of each record by field; of a provision all that it says."""
    records = record_cells(act)
    return {
        p.id: records.get(p.id) or {"text": p.text, "heading": p.heading or ""}
        for p in act.provisions
    }


def _shared(
    one: Mapping[str, str], other: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Fields of the version that the act has too; all its words if there is none."""
    fields = [name for name in other if name in one and other[name].strip()]
    if fields:
        yield from ((name, other[name]) for name in fields)
    elif said := " ".join(text for text in other.values() if text.strip()):
        yield "text", said
