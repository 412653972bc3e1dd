"""Addresses: of provisions by their id, of words by their lines and characters."""

from __future__ import annotations

import re
from typing import NamedTuple, Self

#: ``P1700000580/annex-1/measure-42``; readable, ASCII, safe in a URL.
#: Must not match an act id alone, blanks, or upper case in the path.
_ID = re.compile(r"[A-Z][A-Z0-9_]{3,15}(?:/[a-z]+(?:-[0-9a-z.\-]+)?)+")


class BadProvisionIdError(ValueError):
    """A text has not the form of a provision id."""

    def __init__(self, text: str) -> None:
        super().__init__(f"not a provision id: {text!r}")
        self.text = text


class ProvisionId(str):
    """Stable address of a provision, such as ``U1300000588/annex-1/point-3``."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Check the form once, at the border."""
        if not _ID.fullmatch(text):
            raise BadProvisionIdError(text)
        return super().__new__(cls, text)

    @classmethod
    def trusted(cls, text: str) -> Self:
        """An id that was checked before, when it was written into an index."""
        return str.__new__(cls, text)

    @property
    def act_id(self) -> str:
        """The act's own part."""
        return self.partition("/")[0]

    @property
    def kind(self) -> str:
        """The kind of its last step, such as ``point``."""
        return self.rpartition("/")[2].partition("-")[0]

    @property
    def steps(self) -> tuple[tuple[str, str], ...]:
        """The path as ``(kind, number)`` pairs; number "" where there is none."""
        parts = (step.partition("-") for step in self.split("/")[1:])
        return tuple((kind, number) for kind, _, number in parts)


class Source(NamedTuple):
    """Lines of an act file, 1-based, both ends included."""

    file: str
    line_start: int
    line_end: int


class Span(NamedTuple):
    """A half-open stretch of characters."""

    start: int
    end: int
