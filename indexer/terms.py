"""A translated question as the lexical index takes it: groups of alternatives.

One group stands for one thing that the question says. Its alternatives (other
senses, other languages, other forms, other fields) do not add up: the best one
counts (disjunction-max), so that a word with many translations weighs no more
than a word with one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

Occurrence = Literal["should", "must", "must_not"]
#: What of a provision is searched: "all" is every cell of it, without the headings
#: above it and the title of its act; "name" is what it is called, in all languages.
Part = Literal[
    "all",
    "title",
    "heading",
    "section",
    "text",
    "form",
    "deadline",
    "executors",
    "funding",
    "act",
    "rendering",
    "name",
]
#: How it is analysed: words in lower case, lemmas, folded letters, 4-grams.
Analysis = Literal["words", "stems", "folded", "grams"]
#: Share of the weaker alternatives that is added to the best one.
TIE_BREAKER: Final = 0.0


def field(part: Part, analysis: Analysis) -> str:
    """Name of an index field, such as ``all_stems``."""
    return f"{part}_{analysis}"


class Alternative(NamedTuple):
    """One way to say what a group stands for.

    Attributes:
        field: As :func:`field` gives it.
        terms: Analysed terms, at least one; several stand together.
        boost: Factor on its score.
        slop: How many places the terms may be apart from a phrase in order (0:
            the phrase as it stands); None: all terms, anywhere in the field.
    """

    field: str
    terms: tuple[str, ...]
    boost: float = 1.0
    slop: int | None = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Alternatives of which the best counts, times ``weight``."""

    alternatives: tuple[Alternative, ...]
    weight: float = 1.0
    occurs: Occurrence = "should"


@dataclass(frozen=True, slots=True)
class TermQuery:
    """What is looked for.

    Attributes:
        groups: Their scores add up; "must" and "must_not" groups also decide
            whether a provision is found at all.
        filters: Each is a choice of tags (see :mod:`indexer.segment`) of which a
            provision must carry at least one; they do not change scores.
    """

    groups: tuple[Group, ...]
    filters: tuple[tuple[str, ...], ...] = ()
