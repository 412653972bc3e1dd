"""What a question asks for: intents and slots from rows of words, in three languages.

The rows are data (``words/intents.toml``); this module reads and matches them. All
languages are tried on every question, since people mix them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from corpus.ids import Span
from corpus.model import Language
from service.cue_signs import Sign, fits_exactly, neutral_words, signs
from service.cues import cue_file
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
#: Intents whose cues are also words of titles («іс-шаралар жоспары»): they always ask.
_OF_ROWS: Final[frozenset[Intent]] = frozenset({"list", "count"})
#: A plain noun among so many first words says what is looked for.
_BEGINNING: Final = 2
#: Weight of a cue that is certain.
_CERTAIN: Final = 3
#: How near a noun stands behind what asks for its meaning: «считают ответственным
#: исполнителем».
_NEAR: Final = 2
#: What may stand between "what is" and the term that is asked about; "the executor"
#: is one of this row, no term.
_ARTICLES: Final = frozenset({"a", "an", "co", "под", "словом", "термином"})
#: Kazakh "what", a Russian "not".
_WHAT_KK: Final = "не"


def _kept(found: Sequence[Sign]) -> list[Sign]:
    """Without cues that lie inside a longer and no less certain one."""
    return [
        sign
        for sign in found
        if not any(
            set(sign.words) < set(other.words) and other.cue.weight >= sign.cue.weight
            for other in found
        )
    ]


def _asks(
    sign: Sign, found: Sequence[Sign], words: Sequence[Word], language: Language
) -> bool:
    """Whether a cue asks; not if it only joins clauses behind another one.

    «не» asks in Kazakh ("what") and denies in Russian.
    """
    first = min(sign.words)
    if len(sign.words) == 1 and language == "ru" and words[first].folded == _WHAT_KK:
        return False
    alone = len(sign.words) == 1 and words[first].folded in _joining()
    return not alone or all(min(other.words) >= first for other in found)


@cache
def _joining() -> frozenset[str]:
    return frozenset(form for form, _ in cue_file().joining.forms)


def _is_matter(word: Word) -> bool:
    return fits_exactly(word.folded, cue_file().matter)


def _rank(asked: Asked, at: int, *, outright: bool) -> tuple[int, int, int, int, int]:
    """What intents are ordered by: certainty, kind, for fields how and where asked."""
    place = PRIORITY.index(asked.intent)
    if asked.intent in _FIELDS:
        kind = PRIORITY.index("deadline")
        return -asked.weight, kind, 0 if outright else 1, at, place
    return -asked.weight, place, 0, 0, 0


def _is_question(sign: Sign, words: Sequence[Word]) -> bool:
    """Whether a cue holds a word that asks, not only a noun."""
    return any(fits_exactly(words[i].folded, cue_file().asking) for i in sign.words)


def asks(words: Sequence[Word]) -> bool:
    """Whether a question holds a word that asks: "which", «кто», «қанша»."""
    return any(fits_exactly(w.folded, cue_file().asking) for w in words)


def _names_matter(sign: Sign, words: Sequence[Word], titles: Sequence[Span]) -> bool:
    """Whether a cue lies in the title of an act: «о статусе военнослужащих»."""
    if sign.cue.intent in _OF_ROWS or _is_question(sign, words):
        return False
    places = (words[i] for i in sign.words)
    return all(
        any(s.start <= w.start and w.end <= s.end for s in titles) for w in places
    )


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


def _is_quoted(sign: Sign, words: Sequence[Word], quoted: Sequence[Span]) -> bool:
    """Whether a cue takes words out of a quoted phrase: «"іс-шаралар" деген»."""
    places = (words[i] for i in sign.words)
    return any(s.start <= w.start and w.end <= s.end for w in places for s in quoted)


def _in_passing(sign: Sign, found: Sequence[Sign], words: Sequence[Word]) -> bool:
    """Whether a plain noun stands inside a row of words that asks nothing.

    «выявление финансирования преступников», "reports on breaches and penalties
    for them"; at the beginning or the end it says what is looked for.
    """
    certain = sign.cue.weight == _CERTAIN and sign.exact
    if certain or not sign.cue.keep or sign.cue.slot == "yesno":
        return False
    inside = min(sign.words) >= _BEGINNING and max(sign.words) < len(words) - 1
    return inside and not any(_is_question(other, words) for other in found)


def _is_term(sign: Sign, found: Sequence[Sign], words: Sequence[Word]) -> bool:
    """Whether a plain noun is the term whose meaning is asked right before it.

    «кого считают ответственным исполнителем», "what is an executor".
    """
    if sign.cue.intent != "responsible" or _is_question(sign, words):
        return False
    first = min(sign.words)
    before = (o for o in found if o.cue.intent == "definition")
    ends = [(max(o.words), o.cue.weight) for o in before if max(o.words) < first]
    return any(
        (weight == _CERTAIN and first - end <= _NEAR)
        or all(words[i].folded in _ARTICLES for i in range(end + 1, first))
        for end, weight in ends
    )


def _asking(
    words: Sequence[Word],
    language: Language,
    named: Sequence[Span],
    quoted: Sequence[Span],
) -> list[Sign]:
    """The cues of a question that ask."""
    neutral = neutral_words(words)
    found = [
        sign
        for sign in _kept(list(signs(words)))
        if not (neutral & set(sign.words) or _names_matter(sign, words, named))
    ]
    found = [
        sign
        for sign in found
        if not (
            _in_passing(sign, found, words)
            or _is_quoted(sign, words, quoted)
            or _is_term(sign, found, words)
        )
    ]
    return [sign for sign in found if _asks(sign, found, words, language)]


def _asks_first(sign: Sign, words: Sequence[Word]) -> int:
    """1 more for a field whose one asking word is the first word of the question.

    "When do co-executors report" asks when, whatever else it names.
    """
    first = sign.words == (0,) and _is_question(sign, words)
    likely = sign.cue.weight == _CERTAIN - 1 and sign.cue.intent in _FIELDS
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
    found = _asking(words, language, titles, quoted)
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
        outright |= {sign.cue.intent} if _is_question(sign, words) else set()
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
