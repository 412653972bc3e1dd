"""The parts of a page → the body and annexes of the act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from corpus.divisions import FORM, Division
from corpus.glossary_lists import find_lists
from corpus.html_parts import Part
from corpus.paragraphs import Paragraph
from corpus.patterns import read_mark
from corpus.repair.spacing import Vocabulary
from corpus.stamps import Stamp
from corpus.trace import Traced
from corpus.units import Item, Table

#: A title has no more paragraphs than this.
_MOST_TITLES: Final = 4


@dataclass(slots=True)
class _Draft:
    """A division while its parts come in."""

    stamp: Stamp | None
    first: int
    body: bool = False
    title: list[Paragraph] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    signatures: list[tuple[Paragraph, ...]] = field(default_factory=list)
    furniture: list[Paragraph] = field(default_factory=list)

    def take(self, part: Part) -> None:
        """A part of this division."""
        if part.kind == "furniture":
            self.furniture += part.paragraphs
        elif part.kind == "signature" and self.body:
            self.signatures.append(part.paragraphs)
        elif part.table is not None:
            words = tuple(p for p in part.paragraphs if not p.note)
            self.items.append(Table(part.first, part.last, None, words))
        elif self._is_title(part):
            self.title += part.paragraphs
        else:
            self.items += part.paragraphs

    def _is_title(self, part: Part) -> bool:
        """An unmarked heading at the very start of a stamped annex."""
        if self.stamp is None or self.items or len(self.title) >= _MOST_TITLES:
            return False
        text = part.paragraphs[0].text.text
        if part.paragraphs[0].note or read_mark(text):
            return False
        return part.heading or bool(FORM.match(text))


def read_parts_as_divisions(
    parts: Sequence[Part], lines: Sequence[Traced], vocabulary: Vocabulary
) -> tuple[Division, ...]:
    """The body and the annexes in printed order.

    Args:
        parts: Of the page.
        lines: Words of all its slots; item 0 is slot 1.
        vocabulary: Words of the corpus.
    """
    drafts = [_Draft(None, parts[0].first if parts else 1, body=True)]
    for part in parts:
        if part.stamp is not None:
            drafts.append(_Draft(part.stamp, part.first))
            continue
        if drafts[-1].signatures and not _stays(part):
            drafts.append(_Draft(None, part.first))
        drafts[-1].take(part)
    return tuple(_finished(draft, lines, vocabulary) for draft in drafts)


def _stays(part: Part) -> bool:
    """What stands behind the signatures and is no annex."""
    return part.kind in {"signature", "furniture"} or part.paragraphs[0].is_note


def _finished(
    draft: _Draft, lines: Sequence[Traced], vocabulary: Vocabulary
) -> Division:
    """The division of a draft, lists of abbreviations found in it."""
    texts = [item for item in draft.items if isinstance(item, Paragraph)]
    lists = find_lists(lines, (item.first for item in texts), vocabulary)
    covered = {n for found in lists for n in range(found.first, found.last + 1)}
    items: Iterable[Item] = (item for item in draft.items if item.first not in covered)
    return Division(
        stamp=draft.stamp,
        first=draft.first,
        title=tuple(draft.title),
        items=tuple(sorted([*items, *lists], key=lambda item: item.first)),
        signatures=tuple(draft.signatures),
        furniture=tuple(draft.furniture),
        form=any(FORM.match(line.text.text) for line in draft.title),
        body=draft.body,
    )
