"""How a name of a body is told in running text: words, endings, letter case.

A name of the registry and a printed form are compared word by word. Two words
are the same if both are one beginning with an ending of the language behind it;
that is stricter than comparing stems, for «прокурор» and «прокуратура» share one.
Particles and the name of the country count for nothing, on either side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from corpus.letters import fold, unmix

Way = Literal["name", "alias", "abbreviation", "head", "misprint", "own"]

#: A run of letters or of figures. Matches «ІІМ», «2017»; must not match «-», «_».
_WORD = re.compile(r"[^\W_]+")
#: Kazakh plural, possessive and case behind a stem, letters folded.
#: Matches «гинин» (министрлі|гінің), «гин» (министрлі|гін), «дан»; must not match
#: «кер» (қызмет|кер).
_KK_ENDING = re.compile(
    r"[кгпб]?(?:[лдт][ае]р)?(?:с?[ыи]м?)?"
    r"(?:н?[дт][ае]н?|[ндт][ыи]н?|нан|нен|[гк][ае]|н?[ае]|н|[мбп]ен)?"
)
#: Russian endings of nouns and adjectives, letters folded (ё→е).
#: Matches «ом», «ыми», «»; must not match «енный», «ский».
_RU_ENDING = re.compile(
    r"(?:[аоуыеиюяйь]|ом|ем|ам|ям|ах|ях|ами|ями|ов|ев|ей|ой|ий|ый|ая|яя|ое|ее|ые|ие"
    r"|ых|их|ым|им|ыми|ими|ого|его|ому|ему|ою|ею|ую|юю|ию|ия|ии|ием|ией|иям|иях"
    r"|иями|ью|ек)?"
)
_ENDINGS: Final = {"kk": _KK_ENDING, "ru": _RU_ENDING}
#: A case ending set off from an abbreviation: «ІІМ-ге», «БҒМ - ға», "KNB's".
#: Matches «-нің»; must not match «-2017», « – ».
_SET_OFF = re.compile(r"\s?-\s?(?P<ending>[^\W\d_]{1,5})\b|['’]s\b")
#: The country's name and its short forms, in any case; letters folded.
#: Matches «казакстан», «республикасынын»; must not match «республикалык».
_COUNTRY = re.compile(
    r"каза[кх]стан\w{0,4}|kazakhstan|kazakstan|republic|rk|рк|кр"
    r"|республика(?:сы(?:нын|нда|нан|на|н|мен)?)?|республик[иеу]|республикой"
)
#: Words that join; a name is the same with other ones or without.
_PARTICLES: Final = frozenset(
    {"жане", "мен", "бен", "пен"}
    | {"и", "по", "при", "в", "во", "о", "об", "на"}
    | {"of", "the", "for", "and", "on", "in", "to", "s", "a", "an"}
)
#: Words that join two names, or two parts of one.
#: Matches «және», "and"; must not match «по», "of".
_JOINING = re.compile(r"\b(?:және|мен|бен|пен|и|and)\b", re.IGNORECASE)
#: What must not stand between two words of one name.
#: Matches «.», «;», an empty line; must not match «,», «"», a line's end.
_BREAK = re.compile(r"[.;:!?()|]|\n\s*\n")
#: An initial that counts as a particle. Matches «И.»; must not match «им.».
_INITIAL = re.compile(r"\b[^\W\d_]\.")
#: British spelling for American; the registry has the British one.
_SPELLING: Final = {
    "defense": "defence",
    "labor": "labour",
    "center": "centre",
    "organization": "organisation",
    "enquiry": "inquiry",
}
#: Shortest beginning that two different forms of a word must share, in letters.
_SHARED: Final = 3
#: Longest ending that the name itself may lose («министерств|о», «министрл|ік»).
_LOST: Final = 3
#: Shortest abbreviation that may be typed in small letters or folded.
_TYPED: Final = 3


class Word(NamedTuple):
    """A word of a text with its place, and its letters folded."""

    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to name one body.

    Attributes:
        body_id: The body.
        way: What kind of name it is.
        language: Of the name; decides the endings.
        printed: The name as the registry has it.
        words: Its words without particles and country; never empty.
    """

    body_id: str
    way: Way
    language: str
    printed: str
    words: tuple[Word, ...]


@lru_cache(maxsize=1 << 14)
def is_noise(folded: str) -> bool:
    """Whether a word is a particle or the country's name («Республики»)."""
    return folded in _PARTICLES or _COUNTRY.fullmatch(folded) is not None


def words_of(text: str) -> tuple[Word, ...]:
    """All words of a text in order; offsets are the text's own."""
    clear = unmix(text)
    return tuple(
        Word(match[0], fold(match[0]), *match.span()) for match in _WORD.finditer(clear)
    )


def telling_words(text: str) -> tuple[Word, ...]:
    """Words of a name that tell it from others; all of them if none would."""
    every = words_of(text)
    return tuple(word for word in every if not is_noise(word.folded)) or every


def make_pattern(body_id: str, way: Way, language: str, printed: str) -> Pattern:
    """A name of a body, taken into its words."""
    return Pattern(body_id, way, language, printed, telling_words(printed))


def _singular(word: str) -> str:
    word = _SPELLING.get(word, word)
    if word.endswith("ies"):
        return word[:-3] + "y"
    bare = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    return _SPELLING.get(bare, bare)


def _shared(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next(
        (i for i, (a, b) in enumerate(pairs) if a != b), min(map(len, (one, other)))
    )


@lru_cache(maxsize=1 << 15)
def same_word(name: str, word: str, language: str) -> bool:
    """Whether two folded words are forms of one word in a language.

    «министрлиги» and «министрликтин» are (kk), «министерство» and
    «министерством» (ru), "agencies" and "agency" (en); «прокуратура» and
    «прокурор» are not.
    """
    if name == word:
        return True
    ending = _ENDINGS.get(language)
    if ending is None:
        return _singular(name) == _singular(word)
    least = min(len(name), max(_SHARED, len(name) - _LOST))
    return any(
        ending.fullmatch(name[cut:]) and ending.fullmatch(word[cut:])
        for cut in range(least, _shared(name, word) + 1)
    )


def _same_abbreviation(name: Word, word: Word, ordinary: frozenset[str]) -> bool:
    size = len(name.text)
    head, tail = word.text[:size], word.folded[size:]
    plural = tail == "s" and name.text.isascii()  # "NGOs"
    ending = plural or _RU_ENDING.fullmatch(tail)
    if not word.folded.startswith(name.folded) or not ending:
        return False
    if head == name.text:
        return True
    if size < _TYPED or (tail and not head.isupper()):
        return False
    return head.isupper() or word.folded not in ordinary


def fits(pattern: Pattern, name: Word, word: Word, ordinary: frozenset[str]) -> bool:
    """Whether a word of a text is a certain word of a name; its letters tell alone."""
    if name.text.isupper() and pattern.way in {"abbreviation", "misprint", "own"}:
        return _same_abbreviation(name, word, ordinary)
    return same_word(name.folded, word.folded, pattern.language)


def _may_follow(text: str, before: Word, after: Word, pattern: Pattern) -> bool:
    gap = text[before.end : after.start]
    if "," in gap and "," not in pattern.printed:
        return False
    if _JOINING.search(gap) and not _JOINING.search(pattern.printed):
        return False  # "state bodies and local self-government bodies" are two
    gap = _INITIAL.sub("", gap)
    shortened = len(before.text) < _SHARED and gap.strip() == "."
    return shortened or _BREAK.search(gap) is None


def end_of_match(
    pattern: Pattern,
    text: str,
    words: Sequence[Word],
    at: int,
    ordinary: frozenset[str],
) -> int | None:
    """Offset behind the name if it stands at word ``at``, else None.

    Args:
        pattern: The name.
        text: The text that the words are of.
        words: Its words without noise, in order.
        at: Index in ``words`` where the name would begin.
        ordinary: Folded words that are no abbreviation in small letters.
    """
    if at + len(pattern.words) > len(words):
        return None
    here = words[at : at + len(pattern.words)]
    if not all(
        fits(pattern, name, word, ordinary)
        for name, word in zip(pattern.words, here, strict=True)
    ):
        return None
    pairs = pairwise(here)
    if not all(_may_follow(text, a, b, pattern) for a, b in pairs):
        return None
    return here[-1].end + _set_off_length(text, here[-1].end)


def _set_off_length(text: str, end: int) -> int:
    found = _SET_OFF.match(text, end)
    if found is None:
        return 0
    ending = found["ending"]
    if ending and not _KK_ENDING.fullmatch(fold(ending)):
        return 0
    return found.end() - end


def key_of(word: Word) -> str:
    """What a name is filed under: the beginning of its first word."""
    return word.folded[:_SHARED]


def keys_to_try(word: Word) -> tuple[str, ...]:
    """Keys of the names that may begin with a word; short names have short keys."""
    return tuple(dict.fromkeys(word.folded[:size] for size in range(1, _SHARED + 1)))
