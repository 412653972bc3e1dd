"""Text that knows where it is printed: the base of every repair.

A repair never edits a string; it builds a new :class:`Traced` out of slices of
the old one. So each character of a repaired text can be led back to the file,
and the printed form can always be shown beside the repaired one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

#: Stands in ``Traced.at`` for a character that no file holds (a joining space).
INSERTED = -1
#: The one end of a line that is left when a file has been decoded.
_LINE_END = re.compile(r"\n")


class Run(NamedTuple):
    """A stretch of repaired text that is printed in one piece.

    Attributes:
        at: Offset of the stretch in the repaired text, in characters.
        start: Offset of its first character in the file, in characters.
        length: Number of characters, at least 1.
    """

    at: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A repaired text with the places that it is printed at.

    Attributes:
        text: The repaired text.
        runs: Where it is printed, in order of ``at``; characters that a repair
            put in (a space at a line break) belong to no run.
    """

    text: str
    runs: tuple[Run, ...] = ()

    def __bool__(self) -> bool:
        """An excerpt without text is false."""
        return bool(self.text)

    def cut(self, start: int, end: int) -> Excerpt:
        """The half-open part ``start:end`` of the text, with its places."""
        kept = (
            Run(max(r.at, start) - start, r.start + max(0, start - r.at), length)
            for r in self.runs
            if (length := min(r.at + r.length, end) - max(r.at, start)) > 0
        )
        return Excerpt(self.text[start:end], tuple(kept))


@dataclass(frozen=True, slots=True)
class Traced:
    """Text under repair.

    Attributes:
        text: The text as repaired so far.
        at: For each character its offset in the file, or ``INSERTED``; as long
            as ``text``.
    """

    text: str
    at: tuple[int, ...]

    @classmethod
    def of(cls, text: str, start: int = 0) -> Traced:
        """Text as it stands in the file from offset ``start`` on."""
        return cls(text, tuple(range(start, start + len(text))))

    @classmethod
    def inserted(cls, text: str) -> Traced:
        """Text that no file holds."""
        return cls(text, (INSERTED,) * len(text))

    @classmethod
    def join(cls, pieces: Iterable[Traced], glue: str = "") -> Traced:
        """The pieces in order, ``glue`` put in between."""
        texts: list[str] = []
        at: list[int] = []
        for piece in pieces:
            if texts:
                texts.append(glue)
                at.extend((INSERTED,) * len(glue))
            texts.append(piece.text)
            at.extend(piece.at)
        return cls("".join(texts), tuple(at))

    def __len__(self) -> int:
        """Number of characters."""
        return len(self.text)

    def __getitem__(self, part: slice) -> Traced:
        """A slice, as of a string."""
        return Traced(self.text[part], self.at[part])

    def __add__(self, other: Traced) -> Traced:
        """Both texts, one after the other."""
        return Traced(self.text + other.text, self.at + other.at)

    def strip(self) -> Traced:
        """Without white space at either end."""
        left = len(self.text) - len(self.text.lstrip())
        return self[left : max(left, len(self.text.rstrip()))]

    def with_text(self, text: str) -> Traced:
        """The same places under other letters (a look-alike read as meant).

        Raises:
            ValueError: ``text`` is not as long as the present one.
        """
        if len(text) != len(self.text):
            raise ValueError(f"{len(text)} characters for {len(self.text)} places")
        return Traced(text, self.at)

    def excerpt(self) -> Excerpt:
        """The finished record: text and runs."""
        breaks = [
            i
            for i, place in enumerate(self.at)
            if i == 0
            or INSERTED in (place, self.at[i - 1])
            or place != self.at[i - 1] + 1
        ]
        ends = [*breaks[1:], len(self.at)][: len(breaks)]
        runs = (Run(i, self.at[i], j - i) for i, j in zip(breaks, ends, strict=True))
        return Excerpt(self.text, tuple(r for r in runs if r.start != INSERTED))


@dataclass(frozen=True, slots=True)
class ActFile:
    r"""An act file as given, decoded, nothing changed.

    Attributes:
        name: File name without folder, as cited in sources.
        text: The whole text, line ends as ``\\n``.
        starts: Offset of the first character of each line.
    """

    name: str
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, name: str, text: str) -> ActFile:
        """Index the lines of a text."""
        starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
        if len(starts) > 1 and starts[-1] == len(text):
            starts.pop()
        return cls(name, text, tuple(starts))

    def line_of(self, offset: int) -> int:
        """The 1-based number of the line that holds a character."""
        return bisect_right(self.starts, offset)

    def line(self, number: int) -> Traced:
        """A line by its 1-based number, without its line end."""
        start = self.starts[number - 1]
        end = self.text.find("\n", start)
        return Traced.of(self.text[start : None if end < 0 else end], start)

    def lines(self) -> list[Traced]:
        """All lines in order; line ``n`` is item ``n - 1``."""
        return [self.line(n) for n in range(1, len(self.starts) + 1)]
