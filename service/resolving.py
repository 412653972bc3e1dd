"""What a citation names among the acts held: provisions, or an act as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.letters import fold
from service.act_mentions import ActMention
from service.knowledge import ActCard, Knowledge, document_of
from service.located import located
from service.model import Step
from service.ports import ProvenRecords
from service.verify_model import CitationReason, CitationStatus, Target
from service.words_of import words_of

#: Targets that are given of a citation that fits more.
MOST_TARGETS: Final = 10
#: The figures of a number without what follows a hyphen: "561" of "561-IV".
_FIGURES: Final = re.compile(r"\d+")
#: Begins the number of an indicator that is an aim, in an address.
_AIM: Final = "target-"
#: Kinds of steps that may be meant for a row of a plan.
_ROWS: Final = frozenset({"measure", "point", "subpoint"})


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a citation names.

    Attributes:
        targets: The first of them, in order of acts and reading.
        total: How many there are.
        reason: Why there is none, or not all that is named is there.
        nearest: Acts that may be meant instead.
        named: Whether an act was named; else all acts were looked through.
        single: Whether each thing that is named is there once.
    """

    targets: tuple[Target, ...] = ()
    total: int = 0
    reason: CitationReason = ""
    nearest: tuple[str, ...] = ()
    named: bool = True
    single: bool = False

    @property
    def status(self) -> CitationStatus:
        """Found, found several times, or why not."""
        if not self.reason:
            return "found" if self.single else "several"
        absent = self.reason in {"no_such_act", "no_such_provision", "date_differs"}
        return "not_in_corpus" if absent else "malformed"

    @property
    def act_ids(self) -> tuple[str, ...]:
        """The acts that it names."""
        return tuple(dict.fromkeys(target.act_id for target in self.targets))


@dataclass(frozen=True, slots=True)
class Resolver:
    """Leads citations to what is held.

    Attributes:
        knowledge: The acts and their provisions.
        records: Of the index.
    """

    knowledge: Knowledge
    records: ProvenRecords

    def numbered(self, mention: ActMention) -> list[ActCard]:
        """Acts of a number, whatever kind and date are given with it."""
        if mention.number is None:
            return []
        return [c for c in self.knowledge.acts if self._bears(c, mention.number)]

    def _bears(self, card: ActCard, number: str) -> bool:
        act = self.records.act(card.id)
        registered = act.registration.number if act and act.registration else None
        return _same_number(card.number, number) or number == registered

    def resolve(
        self, mention: ActMention, path: Sequence[Step], words: str
    ) -> Resolved:
        """What an act, and a provision in it, are.

        Args:
            mention: The act as named.
            path: The provision as named; empty for the act as a whole.
            words: Around it, that may say in which document it stands.
        """
        if mention.fault:
            return Resolved(reason=mention.fault)
        if mention.code is not None:
            return self._of_code(mention.code, path, words)
        cards = self.numbered(mention) if mention.number else list(self.knowledge.acts)
        if mention.kind:
            cards = [c for c in cards if mention.kind in c.kind]
        dated = [c for c in cards if mention.iso in {None, *self._dates(c)}]
        if dated:
            return self.under([c.id for c in dated], path, words)
        if mention.number and cards:
            nearest = tuple(c.id for c in cards[:MOST_TARGETS])
            return Resolved(reason="date_differs", nearest=nearest)
        return Resolved(reason="no_such_act")

    def _dates(self, card: ActCard) -> Iterator[str]:
        yield card.date
        act = self.records.act(card.id)
        if act and act.registration and act.registration.date:
            yield act.registration.date

    def _of_code(self, code: str, path: Sequence[Step], words: str) -> Resolved:
        act_id, _, below = code.partition("/")
        if self.knowledge.card(act_id) is None:
            return Resolved(reason="no_such_act")
        if not below:
            return self.under([act_id], path, words)
        held = self.records.provision(code)
        if held is None:
            return Resolved(reason="no_such_provision", nearest=(act_id,))
        return _all([Target(act_id, held.id)], named=True)

    def under(
        self, act_ids: Sequence[str], path: Sequence[Step], words: str
    ) -> Resolved:
        """The provisions of acts under an address; of all acts where none is given."""
        path = _without_paragraphs(path, whole=bool(act_ids))
        if not path:
            targets = tuple(Target(act_id, None) for act_id in act_ids)
            return _all(targets, named=True)
        acts = list(act_ids) or [card.id for card in self.knowledge.acts]
        found = [t for act_id in acts for t in self._provisions(act_id, path, words)]
        named = bool(act_ids)
        if found:
            return _all(found, named=named)
        nearest = tuple(act_ids[:MOST_TARGETS])
        return Resolved(reason="no_such_provision", nearest=nearest, named=named)

    def _provisions(
        self, act_id: str, path: Sequence[Step], words: str
    ) -> list[Target]:
        ids, last = self.knowledge.ids(act_id), path[-1]
        found = list(located(ids, path))
        if last.kind == "measure" or (not found and last.kind in _ROWS):
            rows = self.records.measures(act_ids=(act_id,), number=last.number)[1]
            found += [row.id for row in rows]
        if last.kind == "indicator":
            aim = Step(last.kind, f"{_AIM}{last.number}")
            found += located(ids, [*path[:-1], aim])
        inside = [i for i in found if i.steps[0][0] == "annex"]
        if inside and _names_document(words):
            found = inside
        return [Target(act_id, i) for i in dict.fromkeys(found)]

    def joined(self, parts: Sequence[Resolved]) -> Resolved:
        """Several citations as one: all that they name, and why one of them fails."""
        if len(parts) == 1:
            return parts[0]
        targets = tuple(dict.fromkeys(t for part in parts for t in part.targets))
        left_out = sum(part.total - len(part.targets) for part in parts)
        failed = next((part for part in parts if part.reason), Resolved())
        return Resolved(
            targets[:MOST_TARGETS],
            len(targets) + left_out,
            failed.reason,
            failed.nearest,
            named=all(part.named for part in parts),
            single=all(part.single for part in parts),
        )


def _all(targets: Sequence[Target], *, named: bool) -> Resolved:
    """What is there, all of it meant."""
    kept = tuple(targets[:MOST_TARGETS])
    return Resolved(kept, len(targets), named=named, single=len(targets) == 1)


def _without_paragraphs(path: Sequence[Step], *, whole: bool) -> Sequence[Step]:
    """The unit around a paragraph: how paragraphs are counted differs by writer.

    Some count the words of the point itself as the first, some do not. ``whole``
    tells whether the act as a whole may be what is left.
    """
    while len(path) > (not whole) and path[-1].kind == "para":
        path = path[:-1]
    return path


def _same_number(held: str, cited: str) -> bool:
    """Whether two numbers are one; a suffix that one of them lacks is passed over."""
    one, other = fold(held).replace(" ", ""), fold(cited).replace(" ", "")
    if one == other:
        return True
    figures = [m[0] if (m := _FIGURES.match(n)) else n for n in (one, other)]
    return figures[0] == figures[1] and bool({one, other} & set(figures))


def _names_document(words: str) -> bool:
    """Whether words name a document that an act approves: «Положения», «Жоспар»."""
    return any(document_of(word.folded) for word in words_of(words))
