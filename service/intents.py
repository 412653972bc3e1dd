"""What a question asks for: intents and slots from rows of words, in three languages.

The rows are data (``words/intents.toml``); :mod:`service.cue_signs` finds them and
:mod:`service.cues_asking` tells which of them ask. All languages are tried on every
question, since people mix them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus.ids import Span
from corpus.model import Language
from service.cue_signs import Sign, fits_exactly
from service.cues import cue_file
from service.cues_asking import CERTAIN, asking_signs, is_question
from service.model import Asked, Intent
from service.words_of import Word

#: Where two intents are equally certain, the one further left is meant: a question
#: about the force of an act also says "when" or "who".
PRIORITY: Final[tuple[Intent, ...]] = (
    "abbreviation",
    "status",
    "count",
    "list",
    "completion_form",
    "funding",
    "deadline",
    "definition",
    "responsible",
    "provision",
    "fact",
    "search",
)
#: Fields of a row: of two equally certain, the one asked first is meant.
_FIELDS: Final[frozenset[Intent]] = frozenset(
    {"completion_form", "funding", "deadline", "responsible"}
)


def _is_matter(word: Word) -> bool:
    return fits_exactly(word.folded, cue_file().matter)


def _rank(asked: Asked, at: int, *, outright: bool) -> tuple[int, int, int, int, int]:
    """What intents are ordered by: certainty, kind, for fields how and where asked."""
    place = PRIORITY.index(asked.intent)
    if asked.intent in _FIELDS:
        kind = PRIORITY.index("deadline")
        return -asked.weight, kind, 0 if outright else 1, at, place
    return -asked.weight, place, 0, 0, 0


def asks(words: Sequence[Word]) -> bool:
    """Whether a question holds a word that asks: "which", «кто», «қанша»."""
    return any(fits_exactly(w.folded, cue_file().asking) for w in words)


class Wanted(NamedTuple):
    """What a question asks for.

    Attributes:
        asked: Most certain first; empty where no cue is found.
        used: Places of words that only ask, and say nothing about the matter.
        heads: Places of the words that name what is asked for ("how many PEOPLE").
        begins: For each intent and slot, the place of its first word.
    """

    asked: tuple[Asked, ...]
    used: frozenset[int]
    heads: tuple[int, ...]
    begins: tuple[tuple[tuple[Intent, str], int], ...] = ()

    def is_before(self, one: Asked, other: Asked) -> bool:
        """Whether one of what is asked is asked earlier in the question."""
        places = dict(self.begins)
        return places.get(one[:2], 0) < places.get(other[:2], 0)


def _asks_first(sign: Sign, words: Sequence[Word]) -> int:
    """1 more for a field whose one asking word is the first word of the question.

    "When do co-executors report" asks when, whatever else it names.
    """
    first = sign.words == (0,) and is_question(sign, words)
    likely = sign.cue.weight == CERTAIN - 1 and sign.cue.intent in _FIELDS
    return int(first and likely)


def wanted(
    words: Sequence[Word],
    language: Language = "und",
    titles: Sequence[Span] = (),
    quoted: Sequence[Span] = (),
) -> Wanted:
    """Read the intents of a question.

    The weight of an intent is that of its best cue; a cue with a slip in it counts
    one less.

    Args:
        words: Of the question.
        language: Of the question.
        titles: Words that only name an act by its title.
        quoted: Phrases in quotation marks.
    """
    found = asking_signs(words, language, titles, quoted)
    best: dict[tuple[Intent, str], int] = {}
    begins: dict[tuple[Intent, str], int] = {}
    places: dict[Intent, int] = {}
    outright: set[Intent] = set()
    for sign in found:
        key = sign.cue.intent, sign.cue.slot
        weight = sign.cue.weight - (0 if sign.exact else 1)
        weight += _asks_first(sign, words)
        best[key] = max(best.get(key, 0), weight, 1)
        first = min(sign.words)
        begins[key] = min(begins.get(key, first), first)
        places[sign.cue.intent] = min(places.get(sign.cue.intent, first), first)
        outright |= {sign.cue.intent} if is_question(sign, words) else set()
    asked = sorted(
        (Asked(*key, weight) for key, weight in best.items()),
        key=lambda a: _rank(a, places[a.intent], outright=a.intent in outright),
    )
    asking = {i for sign in found if not sign.cue.keep for i in sign.words}
    used = {i for i in asking if not _is_matter(words[i])}
    heads = (sign.words[-1] + 1 for sign in found if sign.cue.head)
    return Wanted(
        tuple(asked),
        frozenset(used),
        tuple(dict.fromkeys(i for i in heads if i < len(words) and i not in used)),
        tuple(begins.items()),
    )
