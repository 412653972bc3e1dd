"""Divisions of an act → its provisions, claims and the tables among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.annexes import Place
from corpus.claims import claim_lines, disjoint, role_of
from corpus.divisions import Division, title_text
from corpus.glossary_lists import AbbreviationList, Entry
from corpus.head import Head
from corpus.ids import ProvisionId, Source
from corpus.model import Claim, Language, Provision
from corpus.outline import read_units
from corpus.structure import Placed, Root, mark_preamble, place_units
from corpus.subjects import approved_subject
from corpus.trace import ActFile, Excerpt, Traced
from corpus.units import Item, Unit


@dataclass(frozen=True, slots=True)
class Frame:
    """What all records of an act share."""

    act_id: str
    file: ActFile
    language: Language
    indented: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """An act's provisions before its tables are read.

    Attributes:
        placed: Provisions with their units, in reading order; annexes and
            signatures among them.
        claims: On all lines but those of tables.
        entries: Of the act's lists of abbreviations.
    """

    placed: tuple[Placed, ...]
    claims: tuple[Claim, ...]
    entries: tuple[Entry, ...]


def assemble(
    frame: Frame, head: Head, divisions: Sequence[Division], places: Sequence[Place]
) -> Draft:
    """Provisions and claims of all divisions."""
    placed: list[Placed] = []
    claims: list[Claim] = []
    if head.last:
        claims.append(claim_lines(frame.file, 1, head.last, "heading", frame.act_id))
    for i, (division, place) in enumerate(zip(divisions, places, strict=True)):
        last = max(_last_line(divisions[k]) for k in _family(i, places))
        above = None if place.parent is None else places[place.parent]
        part = _division(frame, head, division, place, above, last)
        placed.extend(part.placed)
        claims.extend(part.claims)
    entries = tuple(
        entry
        for division in divisions
        for item in division.items
        if isinstance(item, AbbreviationList)
        for entry in item.entries
    )
    return Draft(tuple(placed), disjoint(claims), entries)


def annex_id(act_id: str, place: Place) -> ProvisionId:
    """The address of an annex."""
    return ProvisionId(f"{act_id}/{place.path}")


def _division(
    frame: Frame,
    head: Head,
    division: Division,
    place: Place,
    above: Place | None,
    last: int,
) -> Draft:
    """One division with its annex record, units and signatures."""
    placed: list[Placed] = []
    claims: list[Claim] = []
    parent: ProvisionId | None = None
    if not division.body:
        annex = _annex(frame, head, division, place, above, last)
        parent = annex.provision.id
        placed.append(annex)
        claims.extend(_title_claims(frame.file, division, parent))
    units = read_units(division.items, indented=frame.indented)
    if division.body:
        units = (*mark_preamble(units), *_signature_units(division))
    root = Root(place.path, parent)
    own = place_units(frame.act_id, frame.file.name, frame.language, root, units)
    placed.extend(own)
    for entry in own:
        unit = entry.unit
        if unit.table is None or unit.table.region is None:
            claims.append(
                claim_lines(
                    frame.file,
                    unit.first,
                    unit.last,
                    role_of(unit.kind),
                    entry.provision.id,
                )
            )
    claims.extend(
        claim_lines(frame.file, line.first, line.last, "furniture", frame.act_id)
        for line in division.furniture
    )
    return Draft(tuple(placed), tuple(claims), ())


def _annex(
    frame: Frame,
    head: Head,
    division: Division,
    place: Place,
    above: Place | None,
    last: int,
) -> Placed:
    """The record of an annex: its title stands for its words."""
    title = title_text(division)
    heading = title.text or (approved_subject(head.title) if not division.stamp else "")
    excerpt = title.excerpt() if title.text else Excerpt(heading)
    provision = Provision(
        id=annex_id(frame.act_id, place),
        kind="annex",
        number=place.number,
        heading=heading or None,
        body=excerpt,
        own=excerpt,
        language=frame.language,
        source=Source(frame.file.name, division.first, max(last, division.first)),
        parent=None if above is None else annex_id(frame.act_id, above),
    )
    unit = Unit("annex", place.number, division.first, last, title, 0, 0)
    return Placed(provision, unit)


def _title_claims(file: ActFile, division: Division, annex: ProvisionId) -> list[Claim]:
    """Claims on the stamp and the title."""
    claims: list[Claim] = []
    if division.stamp:
        claims.append(
            claim_lines(
                file, division.stamp.first, division.stamp.last, "heading", annex
            )
        )
    claims.extend(
        claim_lines(file, line.first, line.last, "heading", annex)
        for line in division.title
    )
    return claims


def _signature_units(division: Division) -> list[Unit]:
    """Signatures and agreements of a body."""
    return [
        Unit(
            "signature",
            "",
            group[0].first,
            group[-1].last,
            Traced.join([line.text for line in group], " "),
            0,
            level=1,
            leaf=True,
        )
        for group in division.signatures
    ]


def _last_line(division: Division) -> int:
    """The last printed line of a division."""
    ends: list[Item] = [*division.items, *division.title]
    ends += [line for group in division.signatures for line in group]
    stamp = division.stamp.last if division.stamp else division.first
    return max([stamp, *(item.last for item in ends)])


def _family(i: int, places: Sequence[Place]) -> list[int]:
    """A division and those annexed to it, at any depth."""
    path = places[i].path
    return [
        k
        for k, place in enumerate(places)
        if k == i or (path != "body" and place.path.startswith(f"{path}/"))
    ]
