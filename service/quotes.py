"""Proves that a quote stands in its source; every answer passes through it.

A quote is proven if its letters and figures, in order and without a gap, stand
either in the cited lines of the act file as given, or in the repaired text of
the cited provision (or of one of its cells), each of them traced to a cited
line that really holds it. White space, punctuation and look-alike letters do not
count; nothing else is forgiven.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import compress
from typing import NamedTuple, Protocol

from corpus.ids import ProvisionId, Source
from corpus.letters import fold
from corpus.model import Provision
from corpus.plan_model import Indicator, Measure
from corpus.trace import ActFile, Excerpt


class Evidence(Protocol):
    """What a quote is proven against; :class:`indexer.store.Index` has it."""

    def provision(self, provision_id: str) -> Provision | None:
        """A provision, None if it is not held."""

    def measure(self, measure_id: str) -> Measure | None:
        """A measure, None if it is not held."""

    def indicators(self, act_id: str | None = None) -> tuple[Indicator, ...]:
        """Indicators of an act."""

    def source(self, act_id: str) -> ActFile | None:
        """The act file as given."""


class Letters(NamedTuple):
    """The letters and figures of a text, folded, and where each stands."""

    text: str
    at: tuple[int, ...]


class Proof(NamedTuple):
    """Where a quote stands.

    Attributes:
        where: "lines" for the file as given, "text" for a repaired text.
        start: Offset of its first letter in that text.
        end: Offset behind its last letter.
    """

    where: str
    start: int
    end: int


def letters(text: str) -> Letters:
    """The letters and figures of a text, look-alikes and case undone."""
    kept = [*map(_letter, text)]
    joined = "".join(kept)
    at = tuple(compress(range(len(kept)), kept))
    if len(at) != len(joined):  # a letter counts as several, which few do
        at = tuple(i for i in at for _ in kept[i])
    return Letters(joined, at)


@lru_cache(maxsize=1 << 11)
def letters_again(text: str) -> Letters:
    """The same, kept: for passages that many quotes are compared with."""
    return letters(text)


@lru_cache(maxsize=1 << 12)
def _letter(char: str) -> str:
    """How a character counts: nothing if it is no letter and no figure."""
    if not char.isalnum():
        return ""
    return "".join(_CYRILLIC.get(folded, folded) for folded in fold(char))


#: Latin letters that look like Cyrillic ones, small and as :func:`fold` leaves those:
#: alone they say nothing of the word around them, so quotes and sources are both read
#: as Cyrillic.
_CYRILLIC = dict(zip("abcefhikmoptxyə", "авсегникмортхуа", strict=True))


def _offset(excerpt: Excerpt, starts: list[int], at: int) -> int | None:
    """Where in the file a character of an excerpt is printed, None if nowhere."""
    place = bisect_right(starts, at) - 1
    if place < 0:
        return None
    run = excerpt.runs[place]
    return run.start + at - run.at if at < run.at + run.length else None


def _in_text(
    wanted: str, excerpt: Excerpt, source: Source, file: ActFile
) -> Proof | None:
    """The quote in a repaired text, each letter led back to a cited line."""
    held = letters_again(excerpt.text)
    starts = [run.at for run in excerpt.runs]
    found = held.text.find(wanted)
    while found >= 0:
        places = held.at[found : found + len(wanted)]
        if all(_printed(excerpt, starts, at, source, file) for at in places):
            return Proof("text", places[0], places[-1] + 1)
        found = held.text.find(wanted, found + 1)
    return None


def _printed(
    excerpt: Excerpt, starts: list[int], at: int, source: Source, file: ActFile
) -> bool:
    offset = _offset(excerpt, starts, at)
    if offset is None or offset >= len(file.text):
        return False
    line = file.line_of(offset)
    same = _letter(file.text[offset]) == _letter(excerpt.text[at])
    return source.line_start <= line <= source.line_end and same


@lru_cache(maxsize=32)
def _letters_of(file: ActFile) -> Letters:
    """The letters of a whole act file: made once, cut for each quote."""
    return letters(file.text)


def _in_lines(wanted: str, source: Source, file: ActFile) -> Proof | None:
    """The quote in the cited lines as given; offsets are the file's."""
    last = source.line_end
    held = _letters_of(file)
    ends = file.starts[last] if last < len(file.starts) else len(file.text)
    first = bisect_left(held.at, file.starts[source.line_start - 1])
    found = held.text.find(wanted, first, bisect_left(held.at, ends))
    if found < 0:
        return None
    return Proof("lines", held.at[found], held.at[found + len(wanted) - 1] + 1)


def _cells(record: Measure | Indicator) -> Iterator[Excerpt]:
    if isinstance(record, Measure):
        yield from (record.title, record.completion_form, record.deadline)
        yield from (record.executors_cell, record.amounts_cell, record.funding)
    else:
        yield from (record.title, record.values_cell)


def excerpts_of(provision_id: ProvisionId, evidence: Evidence) -> Iterator[Excerpt]:
    """All repaired texts that a citation of a provision may quote."""
    provision = evidence.provision(provision_id)
    if provision is not None:
        yield from (provision.body, provision.own)
    measure = evidence.measure(provision_id)
    if measure is not None:
        yield from _cells(measure)
    if provision_id.steps[-1][0] == "indicator":
        held = evidence.indicators(provision_id.act_id)
        yield from (c for one in held if one.id == provision_id for c in _cells(one))


def proof(
    quote: str, provision_id: ProvisionId, source: Source, evidence: Evidence
) -> Proof | None:
    """Where a quote stands, None if it does not.

    Args:
        quote: As it is shown.
        provision_id: What is cited.
        source: The cited lines.
        evidence: Records and act files.
    """
    wanted = letters(quote).text
    file = evidence.source(provision_id.act_id)
    if not wanted or file is None or not _lies_in(source, file):
        return None
    return _in_lines(wanted, source, file) or next(
        _proofs(wanted, excerpts_of(provision_id, evidence), source, file), None
    )


def _lies_in(source: Source, file: ActFile) -> bool:
    """Whether cited lines are lines of the file."""
    held = 1 <= source.line_start <= source.line_end <= len(file.starts)
    return held and source.file == file.name


def _proofs(
    wanted: str, excerpts: Iterable[Excerpt], source: Source, file: ActFile
) -> Iterator[Proof]:
    found = (_in_text(wanted, excerpt, source, file) for excerpt in excerpts)
    yield from (one for one in found if one)


def prove(
    quote: str, provision_id: ProvisionId, source: Source, evidence: Evidence
) -> bool:
    """Whether a quote stands in its source."""
    return proof(quote, provision_id, source, evidence) is not None
