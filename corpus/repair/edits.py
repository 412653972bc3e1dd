"""Cutting pieces out of a traced text, and putting glue in, all at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from corpus.trace import Traced

#: A stretch of blanks; keeps none of its places but the first.
_BLANKS = re.compile(r"\s+")


class Edit(NamedTuple):
    """Replaces the half-open stretch ``start:end`` by ``glue``."""

    start: int
    end: int
    glue: str = ""


def apply_edits(text: Traced, edits: Iterable[Edit]) -> Traced:
    """The text with its edits made.

    Args:
        text: Any text.
        edits: In order of ``start``, not overlapping; glue is marked as inserted.
    """
    pieces: list[Traced] = []
    done = 0
    for start, end, glue in edits:
        pieces.append(text[done:start])
        if glue:
            pieces.append(Traced.inserted(glue))
        done = end
    if not pieces:
        return text
    pieces.append(text[done:])
    return Traced.join(pieces)


def collapse(text: Traced) -> Traced:
    """One blank for each stretch of blanks, none at either end."""
    text = text.strip()
    return apply_edits(
        text,
        (
            Edit(blank.start(), blank.end(), " ")
            for blank in _BLANKS.finditer(text.text)
            if blank.group() != " "
        ),
    )
