"""Phrases that ask nothing: a deadline or a body in them only narrows a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.bodies import Bodies
from corpus.ids import Span
from corpus.model import Language
from service.intents import asks
from service.model import Asked
from service.periods import points_in
from service.words_of import Word, words_of

#: The list that is meant, and how surely.
_LIST: Final = Asked("list", "measure", 3)

#: Intents that only narrow where a phrase asks nothing.
_NARROWING: Final = frozenset({"deadline", "responsible"})
#: Words that say nothing of the matter: "open" rows are all that name a body. Folded
#: beginnings.
_SILENT: Final = ("ашык", "открыт", "open", "болат", "жоспар", "план", "plan")


def due_list(
    asked: Sequence[Asked],
    text: str,
    telling: Sequence[Word],
    language: Language,
    bodies: Bodies,
) -> tuple[Asked, ...]:
    """A list of measures, where a phrase says no more than when or whose they are.

    "Measures due in 2018", «меры МВД со сроком в 2019 году», «іс-шаралар, орындаушысы
    ҰҚК».

    Args:
        asked: What the words ask for, most certain first.
        text: The question.
        telling: Its words that say something about the matter.
        language: Of the question.
        bodies: The registry.

    Returns:
        What is asked for then; empty where the phrase says more.
    """
    rows = [one for one in asked if one[:2] == _LIST[:2]]
    first = asked[0].intent if asked else "search"
    if first not in _NARROWING or not rows or asks(words_of(text)):
        return ()
    times = [Span(f.start, f.end) for f in points_in(text)]
    named = [Span(m.start, m.end) for m in bodies.find(text, language)]
    said = (w for w in telling if not w.folded.startswith(_SILENT))
    needed = times if first == "deadline" else named
    if not needed or not all(_is_inside(word, (*times, *named)) for word in said):
        return ()
    return (_LIST, *(one for one in asked if one not in rows))


def _is_inside(word: Word, spans: Sequence[Span]) -> bool:
    return any(s.start <= word.start and word.end <= s.end for s in spans)
