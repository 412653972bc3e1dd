"""Whether a quote stands where it is said to stand.

A quote is "differs" or "absent" only after it was compared with the words of a held
provision in their own language; whatever could not be compared is "unchecked".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from corpus.ids import Source
from corpus.model import Act, Provision
from corpus.trace import ActFile
from service.act_texts import ActText, WordPlaces, is_in
from service.ports import ProvenRecords
from service.quotes import excerpts_of, letters
from service.speaking import written_language
from service.verify_model import Change, Place, Target, UncheckedReason, Verdict
from service.word_diff import Likeness, changes, likeness
from service.written import Part, parts_of, stretch, written_again

#: Places that are given of a quote that stands in more.
MOST_PLACES: Final = 5
#: Units of an act that a quote is compared with, word by word.
_COMPARED: Final = 3
#: Likeness from which a quote is the words of the place cited, changed; and the same
#: where only the likeness says which place is meant. Unrelated texts reach about 55.
_SAME_WORDS: Final = 70.0
_SURELY_SAME: Final = 85.0
#: Letters from which a quote is looked for beyond the place cited.
_LEAST: Final = 4
#: Letters from which a text tells its language.
_TELLING: Final = 25
#: Acts whose words are kept in memory.
_CACHED: Final = 64


class Judgement(NamedTuple):
    """What came of a quote; see :class:`service.verify_model.Quote`."""

    verdict: Verdict
    reason: UncheckedReason = ""
    places: tuple[Place, ...] = ()
    changes: tuple[Change, ...] = ()


class _Near(NamedTuple):
    unit: Provision
    found: Likeness


class Judge:
    """Compares quotes with the acts held; safe to share between threads."""

    def __init__(self, records: ProvenRecords) -> None:
        self._records = records
        self._text = lru_cache(maxsize=None)(self._read_text)
        self._words = lru_cache(_CACHED)(self._read_words)

    def _read_text(self, act_id: str) -> ActText:
        return ActText.of(self._records.provisions(act_id)[1])

    def _read_words(self, act_id: str) -> WordPlaces:
        return WordPlaces.of(self._records.provisions(act_id)[1])

    def judge(self, quote: str, targets: Sequence[Target], *, cited: bool) -> Judgement:
        """Judge a quote.

        Args:
            quote: Its words; marks of omission part it.
            targets: Where it is said to stand; empty if that cannot be told.
            cited: Whether a place is said at all.
        """
        wanted = parts_of(quote)
        if not wanted:
            return Judgement("unchecked", "no_words")
        here = tuple(islice(self._at(wanted, targets), MOST_PLACES))
        if here:
            return Judgement("verbatim", places=here)
        if sum(len(part.words.text) for part in wanted) < _LEAST:
            return Judgement("unchecked", "short")
        found = self._in_other_words(wanted, targets)
        if found is None and (there := tuple(self._elsewhere(wanted, targets))):
            found = Judgement("verbatim_elsewhere", places=there)
        return found or self._not_found(quote, targets, cited=cited)

    def _not_found(
        self, quote: str, targets: Sequence[Target], *, cited: bool
    ) -> Judgement:
        """What is said of a quote that no act holds as it is."""
        if targets:
            return self._missing(quote, targets)
        near = self._nearest(quote, self._everywhere(), _SURELY_SAME)
        if near:
            return _differing(quote, near)
        return Judgement("unchecked", "not_resolved" if cited else "no_citation")

    def _everywhere(self) -> list[Target]:
        return [Target(act.id, None) for act in self._records.acts()]

    def _at(self, wanted: Sequence[Part], targets: Sequence[Target]) -> Iterator[Place]:
        """The places cited that hold all parts of a quote."""
        for target in targets:
            unit = self._unit(target)
            held = self._text(target.act_id).find(wanted, 1, target.provision_id)
            if held:
                yield from self._places([unit.id if unit else held[0]])
            elif unit and self._printed(wanted, unit):
                yield Place(unit.id, unit.source)

    def _unit(self, target: Target) -> Provision | None:
        wanted = target.provision_id
        return None if wanted is None else self._records.provision(wanted)

    def _places(self, ids: Iterable[str]) -> Iterator[Place]:
        units = (self._records.provision(i) for i in ids)
        yield from (Place(unit.id, unit.source) for unit in units if unit)

    def _printed(self, wanted: Sequence[Part], unit: Provision) -> bool:
        """Whether one of the unit's cells, or its lines as given, hold a quote."""
        cells = (cell.text for cell in excerpts_of(unit.id, self._records))
        file = self._records.source(unit.act_id)
        lines = [_lines(unit.source, file)] if file else []
        return any(stretch(wanted, written_again(text)) for text in (*cells, *lines))

    def _in_other_words(
        self, wanted: Sequence[Part], targets: Sequence[Target]
    ) -> Judgement | None:
        """The quote in another language version of the place cited."""
        for target in targets:
            unit = self._unit(target)
            for rendering in self._records.renderings(unit.id) if unit else ():
                if unit is None or not stretch(wanted, written_again(rendering.text)):
                    continue
                places = (Place(unit.id, unit.source),)
                if rendering.official:
                    return Judgement("verbatim", places=places)
                return Judgement("unchecked", "rendering", places)
        return None

    def _elsewhere(
        self, wanted: Sequence[Part], targets: Sequence[Target]
    ) -> Iterator[Place]:
        """Places that hold a quote, in the acts cited first."""
        named = [target.act_id for target in targets]
        left = MOST_PLACES
        for act_id in dict.fromkeys([*named, *(a.id for a in self._records.acts())]):
            found = list(self._places(self._text(act_id).find(wanted, left)))
            yield from found
            left -= len(found)

    def _missing(self, quote: str, targets: Sequence[Target]) -> Judgement:
        """What is said of a quote that the place cited does not hold."""
        hidden = self._hidden(quote, targets)
        if hidden in {"language", "classified"}:
            return Judgement("unchecked", hidden)
        near = self._nearest(quote, targets, _SAME_WORDS)
        if near:
            return _differing(quote, near)
        if hidden:
            return Judgement("unchecked", hidden)
        near = self._nearest(quote, self._everywhere(), _SURELY_SAME)
        found = _differing(quote, near) if near else Judgement("absent")
        return found._replace(verdict="absent")

    def _hidden(self, quote: str, targets: Sequence[Target]) -> UncheckedReason:
        """Why no comparison can show that a place lacks a quote; "" if one can."""
        acts = [act for t in targets if (act := self._records.act(t.act_id))]
        spoken = written_language(quote)
        telling = len(letters(quote).text) >= _TELLING
        if telling and all(act.language not in {spoken, "und"} for act in acts):
            return "language"
        if any(self._is_classified(target) for target in targets):
            return "classified"
        if any(_awaits(act, t) for act in acts for t in targets):
            return "other_edition"
        return ""

    def _is_classified(self, target: Target) -> bool:
        wanted = target.provision_id
        measure = self._records.measure(wanted) if wanted else None
        return measure is not None and measure.classified

    def _nearest(
        self, quote: str, targets: Iterable[Target], least: float
    ) -> _Near | None:
        """The unit whose words are most like a quote, None if none is like it."""
        best: _Near | None = None
        for unit in self._candidates(quote, targets):
            floor = best.found.score if best else least
            found = likeness(quote, unit.text, floor)
            if found and (best is None or found.score > best.found.score):
                best = _Near(unit, found)
        return best

    def _candidates(self, quote: str, targets: Iterable[Target]) -> Iterator[Provision]:
        for target in targets:
            unit = self._unit(target)
            if unit is not None:
                yield unit
            holder = target.provision_id or target.act_id
            alike = self._words(target.act_id).alike(quote, holder, _COMPARED)
            yield from (u for i in alike if (u := self._records.provision(i)))


def _differing(quote: str, near: _Near) -> Judgement:
    place = Place(near.unit.id, near.unit.source)
    changed = changes(quote, near.unit.text, near.found)
    return Judgement("differs", places=(place,), changes=changed)


def _awaits(act: Act, target: Target) -> bool:
    """Whether wording that the text has not yet was announced for a place."""
    if target.act_id != act.id:
        return False
    place = target.provision_id or act.id
    aims = (change.target or act.id for change in act.amended_by if not change.in_text)
    return any(is_in(place, aim) or is_in(aim, place) for aim in aims)


def _lines(source: Source, file: ActFile) -> str:
    """The lines of an act file as given."""
    lines = file.starts
    end = lines[source.line_end] if source.line_end < len(lines) else len(file.text)
    return file.text[lines[source.line_start - 1] : end]
