"""Records moved from one numbering of lines to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar, cast

from corpus.ids import Source
from corpus.model import Problem
from corpus.trace import INSERTED, Excerpt, Traced

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Places:
    """Where the lines and characters of one text stand in another.

    Attributes:
        lines: For each line its first and last line in the other text.
        at: For each character its offset in the other text or ``INSERTED``; None
            where offsets are the same in both.
    """

    lines: Sequence[tuple[int, int]]
    at: Sequence[int] | None = None

    def source(self, source: Source) -> Source:
        """The same lines in the other text."""
        return source._replace(
            line_start=self.lines[source.line_start - 1][0],
            line_end=max(
                self.lines[source.line_start - 1][0],
                self.lines[source.line_end - 1][1],
            ),
        )

    def excerpt(self, excerpt: Excerpt) -> Excerpt:
        """The same words with their places in the other text."""
        if self.at is None:
            return excerpt
        at = [INSERTED] * len(excerpt.text)
        for run in excerpt.runs:
            at[run.at : run.at + run.length] = self.at[
                run.start : run.start + run.length
            ]
        return Traced(excerpt.text, tuple(at)).excerpt()


def moved(record: T, places: Places) -> T:
    """A record with all its sources and excerpts in the other text."""
    return cast("T", _moved(record, places))


def _moved(value: object, places: Places) -> object:
    """Any value of a record; what holds no place is returned as it is."""
    if isinstance(value, Source):
        return places.source(value)
    if isinstance(value, Excerpt):
        return places.excerpt(value)
    if isinstance(value, Problem):
        line = places.lines[value.line - 1][0] if value.line else 0
        return replace(value, line=line)
    if type(value) is tuple:
        return tuple(_moved(item, places) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            field.name: new
            for field in fields(value)
            if (new := _moved(old := getattr(value, field.name), places)) is not old
        }
        return replace(value, **changes) if changes else value
    return value
