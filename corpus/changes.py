"""What the notes of an act say of it as a whole: amendments, repeal, warnings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.ids import ProvisionId, Source
from corpus.model import ActRef, Amendment, Provision
from corpus.notes import NoteFacts, amendments, note_target, read_note
from corpus.patterns import path_number
from corpus.removals import removal_words


@dataclass(frozen=True, slots=True)
class Changes:
    """What the notes of an act say, together."""

    amended_by: tuple[Amendment, ...]
    repealed_by: ActRef | None
    repeal_source: Source | None
    warnings: tuple[tuple[ProvisionId, str], ...]


def read_changes(provisions: Sequence[Provision]) -> Changes:
    """Read the notes and find what they concern."""
    amended: list[Amendment] = []
    warnings: list[tuple[ProvisionId, str]] = []
    repealed: tuple[ActRef, Source] | None = None
    by_step: dict[str, list[Provision]] = {}
    for provision in provisions:
        step = provision.id.rpartition("/")[2]
        by_step.setdefault(step, []).append(provision)
    for note in provisions:
        removed = removal_words(note.own.text)
        if note.kind != "note" and not removed:
            continue
        facts = read_note(removed or note.own.text)
        near = _named(facts, by_step) if facts.parts else provisions
        target = note_target(note, facts, near) if facts.changes else None
        target = note.id if removed else target
        amended.extend(amendments(note, facts, target))
        if target and not facts.in_text:
            warnings.append((target, facts.words))
        if facts.repeals and note.parent is None:
            repealed = repealed or (facts.changes[0][0], note.source)
    return Changes(
        tuple(amended),
        repealed[0] if repealed else None,
        repealed[1] if repealed else None,
        tuple(warnings),
    )


def _named(
    facts: NoteFacts, by_step: Mapping[str, Sequence[Provision]]
) -> Sequence[Provision]:
    """Provisions with the number that a note names, by the last step of their paths."""
    kind, number = facts.parts[-1]
    return by_step.get(f"{kind}-{path_number(number)}", ())


def warned(provision: Provision, changes: Changes) -> Provision:
    """The provision with the warnings that concern it."""
    words = tuple(text for target, text in changes.warnings if target == provision.id)
    return replace(provision, warnings=words) if words else provision
