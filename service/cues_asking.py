"""Which of the cues found in a question ask: some only name its matter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from corpus.ids import Span
from corpus.model import Language
from service.cue_signs import Sign, fits_exactly, neutral_words, signs
from service.cues import cue_file
from service.model import Intent
from service.words_of import Word

#: Weight of a cue that is certain.
CERTAIN: Final = 3
#: Intents whose cues are also words of titles («іс-шаралар жоспары»): they always ask.
_OF_ROWS: Final[frozenset[Intent]] = frozenset({"list", "count"})
#: A plain noun among so many first words says what is looked for.
_BEGINNING: Final = 2
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


def is_question(sign: Sign, words: Sequence[Word]) -> bool:
    """Whether a cue holds a word that asks, not only a noun."""
    return any(fits_exactly(words[i].folded, cue_file().asking) for i in sign.words)


def _names_matter(sign: Sign, words: Sequence[Word], titles: Sequence[Span]) -> bool:
    """Whether a cue lies in the title of an act: «о статусе военнослужащих»."""
    if sign.cue.intent in _OF_ROWS or is_question(sign, words):
        return False
    places = (words[i] for i in sign.words)
    return all(
        any(s.start <= w.start and w.end <= s.end for s in titles) for w in places
    )


def _is_quoted(sign: Sign, words: Sequence[Word], quoted: Sequence[Span]) -> bool:
    """Whether a cue takes words out of a quoted phrase: «"іс-шаралар" деген»."""
    places = (words[i] for i in sign.words)
    return any(s.start <= w.start and w.end <= s.end for w in places for s in quoted)


def _in_passing(sign: Sign, found: Sequence[Sign], words: Sequence[Word]) -> bool:
    """Whether a plain noun stands inside a row of words that asks nothing.

    «выявление финансирования преступников», "reports on breaches and penalties
    for them"; at the beginning or the end it says what is looked for.
    """
    certain = sign.cue.weight == CERTAIN and sign.exact
    if certain or not sign.cue.keep or sign.cue.slot == "yesno":
        return False
    inside = min(sign.words) >= _BEGINNING and max(sign.words) < len(words) - 1
    return inside and not any(is_question(other, words) for other in found)


def _is_term(sign: Sign, found: Sequence[Sign], words: Sequence[Word]) -> bool:
    """Whether a plain noun is the term whose meaning is asked right before it.

    «кого считают ответственным исполнителем», "what is an executor".
    """
    if sign.cue.intent != "responsible" or is_question(sign, words):
        return False
    first = min(sign.words)
    before = (o for o in found if o.cue.intent == "definition")
    ends = [(max(o.words), o.cue.weight) for o in before if max(o.words) < first]
    return any(
        (weight == CERTAIN and first - end <= _NEAR)
        or all(words[i].folded in _ARTICLES for i in range(end + 1, first))
        for end, weight in ends
    )


def asking_signs(
    words: Sequence[Word],
    language: Language,
    named: Sequence[Span],
    quoted: Sequence[Span],
) -> list[Sign]:
    """The cues of a question that ask.

    Args:
        words: Of the question.
        language: Of the question.
        named: Words that only name an act by its title.
        quoted: Phrases in quotation marks.
    """
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
