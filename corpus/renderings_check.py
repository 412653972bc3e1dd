"""Holds the renderings to the acts: all there, nothing stale, nothing lost.

What a rendering must keep is told in :mod:`corpus.rendering_marks`; bodies are
compared through the registry. ``python -m corpus renderings`` prints what is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from corpus.bodies import Bodies
from corpus.model import Act, Language
from corpus.rendering_marks import Pairing, differences_of
from corpus.rendering_terms import lemmas_of
from corpus.renderings import (
    Place,
    RenderedCell,
    cells_of,
    languages_wanted,
    place_of,
)

#: Kinds of bodies that are one certain body; courts or state bodies at large are
#: words of the text, and :mod:`corpus.rendering_terms` sees to those.
_CERTAIN: Final = frozenset(
    {"academy", "agency", "assembly", "bank", "centre", "commission", "committee"}
    | {"constitutional-body", "council", "department", "government", "head-of-state"}
    | {"headquarters", "institute", "international", "ministry", "office"}
    | {"office-holder", "parliament", "prosecutor", "special-service"}
)


class Finding(NamedTuple):
    """Something that is wrong with a rendering.

    Attributes:
        place: File and line, or record, field and language.
        code: Stable name such as ``not-rendered``.
        detail: The values concerned.
    """

    place: str
    code: str
    detail: str

    def __str__(self) -> str:
        """On one line, as a compiler would print it."""
        return f"{self.place}: {self.code}: {self.detail}"


class Tally(NamedTuple):
    """How much of an act is rendered in a language."""

    act_id: str
    language: Language
    cells: int
    rendered: int


def check_renderings(
    acts: Sequence[Act], rows: Sequence[RenderedCell], bodies: Bodies
) -> tuple[Finding, ...]:
    """All findings, those of the files first, then by act in reading order.

    Args:
        acts: The acts that the renderings are of.
        rows: Of all files; rows of acts that are not given are stale.
        bodies: The registry.
    """
    held: dict[Place, RenderedCell] = {}
    found = list(_file_findings(acts, rows, held))
    for act in acts:
        found.extend(_act_findings(act, held, bodies))
    return tuple(found)


def tallies(acts: Iterable[Act], rows: Iterable[RenderedCell]) -> Iterator[Tally]:
    """What is rendered of each act, language by language."""
    held = {place_of(row) for row in rows if row.text.strip()}
    for act in acts:
        cells = tuple(cells_of(act))
        for language in languages_wanted(act):
            there = sum((c.provision_id, c.field, language) in held for c in cells)
            yield Tally(act.id, language, len(cells), there)


def _file_findings(
    acts: Sequence[Act], rows: Iterable[RenderedCell], held: dict[Place, RenderedCell]
) -> Iterator[Finding]:
    """Rows that no record wants; the others go into ``held``."""
    wanted = {
        (cell.provision_id, cell.field, language)
        for act in acts
        for cell in cells_of(act)
        for language in languages_wanted(act)
    }
    for row in rows:
        at, place = f"{row.file}:{row.line}", place_of(row)
        named = f"{row.provision_id} {row.field}"
        if not row.provision_id.startswith(f"{row.act_id}/"):
            yield Finding(at, "wrong-file", named)
        if place not in wanted:
            yield Finding(at, "stale", named)
        elif place in held:
            yield Finding(at, "repeated", f"{named}, as in line {held[place].line}")
        elif row.text.strip():
            held[place] = row


def _act_findings(
    act: Act, held: Mapping[Place, RenderedCell], bodies: Bodies
) -> Iterator[Finding]:
    own = bodies.with_own(
        (a.abbreviation, a.name) for a in act.abbreviations if a.listed
    )
    for cell in cells_of(act):
        for language in languages_wanted(act):
            row = held.get((cell.provision_id, cell.field, language))
            if row is None:
                at = f"{cell.provision_id} {cell.field} {language}"
                yield Finding(at, "not-rendered", cell.text[:60])
                continue
            at = f"{row.file}:{row.line}"
            pair = Pairing(cell.text, act.language, row.text, language)
            for difference in differences_of(pair):
                yield Finding(at, *difference)
            for name in lost_bodies(pair, own, bodies):
                yield Finding(at, "body-lost", name)


def lost_bodies(pair: Pairing, own: Bodies, bodies: Bodies) -> tuple[str, ...]:
    """Names of bodies that the source names for certain and the rendering does not.

    Args:
        pair: Source and rendering.
        own: The registry as the act reads it.
        bodies: The registry.
    """
    said = _ids(pair.source, pair.source_language, own)
    if not said:
        return ()
    there = frozenset[str]().union(*_ids(pair.rendering, pair.language, bodies))
    lemmas = lemmas_of(pair.rendering, pair.language)
    return tuple(
        sorted(
            name
            for rivals in said
            if not rivals & there
            for name in [_short(bodies, min(rivals), pair.language)]
            if not lemmas_of(name, pair.language) <= lemmas
        )
    )


def _short(bodies: Bodies, body_id: str, language: Language) -> str:
    body = bodies.get(body_id)
    return body.short(language) if body else body_id


def _ids(text: str, language: Language, bodies: Bodies) -> set[frozenset[str]]:
    """Certain bodies that a text names; those that fit the same words together."""
    places: dict[tuple[int, int], set[str]] = {}
    for mention in bodies.find(text, language):
        body = bodies.get(mention.body_id)
        if body and body.kind in _CERTAIN:
            places.setdefault((mention.start, mention.end), set()).add(body.id)
    return {frozenset(ids) for ids in places.values()}
