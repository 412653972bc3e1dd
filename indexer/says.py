"""What kinds of fact a text states, as tags that ranking looks at.

A question that asks when, how much or what a word means is served by a text that has
a date, a figure or an explanation; which of them do is told when the index is built.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from corpus.definitions import explained
from corpus.entity_patterns import EntityKind
from corpus.model import Language
from corpus.nlp import entities
from corpus.patterns import read_mark

#: A date or a length of time, a figure, what a word means.
TIME: Final = "says:time"
FIGURE: Final = "says:figure"
MEANING: Final = "says:meaning"
_OF_KIND: Final[Mapping[EntityKind, str]] = {
    "date": TIME,
    "period": TIME,
    "amount": FIGURE,
    "number": FIGURE,
    "percent": FIGURE,
}


def says(text: str, language: Language) -> tuple[str, ...]:
    """The tags of a text, each once.

    Args:
        text: Of a provision.
        language: Of the text.
    """
    return tuple(dict.fromkeys(_says(text, language)))


def _says(text: str, language: Language) -> Iterator[str]:
    mark = read_mark(text)  # the number of a point is no figure that it says
    for entity in entities(text[mark.rest :] if mark else text, language):
        if entity.kind in _OF_KIND:
            yield _OF_KIND[entity.kind]
    if explained(text):
        yield MEANING
