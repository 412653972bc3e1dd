"""Letters: folding, look-alikes, scripts. Every change keeps offsets where said.

Acts taken from PDF and web pages mix Latin letters into Cyrillic words («БFM»,
«aлу»), and people type Kazakh on Russian keyboards («кукык»). Both are undone
here, the same way for the index and for a question.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

Script = Literal["cyrillic", "latin", "mixed", "none"]

#: Letters that Kazakh has and Russian has not.
KAZAKH_LETTERS: Final = frozenset("әіңғүұқөһӘІҢҒҮҰҚӨҺ")

#: Latin letters (and the two of the web edition) that look like Cyrillic ones.
_LATIN: Final = "ABCEFHIKMOPTXYaceiopxyəƏ"
_CYRILLIC: Final = "АВСЕҒНІКМОРТХУасеіорхуәӘ"
_TO_CYRILLIC: Final = str.maketrans(_LATIN, _CYRILLIC)

#: Kazakh letters as they come out on a Russian keyboard.
_FOLD: Final = str.maketrans("әқғңөұүіһё", "акгноууихе")

#: A run of letters with a Latin letter beside a Cyrillic one, either way round.
#: Matches «БFM», «aлу»; must not match «IT-компания», «Kazislam», «сайт».
_MIXED = re.compile(
    r"[^\W\d_]*(?:[A-Za-zƏə][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-zƏə])[^\W\d_]*",
)
#: The Latin letter of such a run, found quicker. Matches the F of «БFM»; must not match
#: the T of «IT-компания».
_TOUCHING = re.compile(r"[A-Za-zƏə](?:(?=[Ѐ-ӿ])|(?<=[Ѐ-ӿ][A-Za-zƏə]))")
#: A word of Cyrillic letters alone, one at least.
#: Matches «іс»; must not match "is", «iс» (Latin i), "7".
_CYRILLIC_WORD = re.compile(r"[Ѐ-ӿ]+")
#: Any Latin letter, web schwa included. Must not match Cyrillic «а».
_LATIN_LETTER = re.compile(r"[A-Za-zƏəÀ-ɏ]")
#: Any Cyrillic letter. Must not match Latin "a".
_CYRILLIC_LETTER = re.compile(r"[Ѐ-ӿ]")
#: Soft hyphen, joiners, byte-order mark, combining acute: nothing to a reader.
_UNSEEN: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301")


def script_of(word: str) -> Script:
    """The script of a word's letters; "mixed" if both, "none" without any."""
    if _CYRILLIC_WORD.fullmatch(word):
        return "cyrillic"
    cyrillic = _CYRILLIC_LETTER.search(word) is not None
    latin = _LATIN_LETTER.search(word) is not None
    if cyrillic and latin:
        return "mixed"
    return "cyrillic" if cyrillic else "latin" if latin else "none"


def _as_cyrillic(match: re.Match[str]) -> str:
    read = match[0].translate(_TO_CYRILLIC)
    return match[0] if _LATIN_LETTER.search(read) else read


def unmix(text: str) -> str:
    """Latin look-alikes inside Cyrillic words as Cyrillic; same length.

    A word keeps its letters if one of them looks like no Cyrillic letter
    («Wі»), for then it is no slip of the reader's.
    """
    return _MIXED.sub(_as_cyrillic, text) if _TOUCHING.search(text) else text


def unseen_removed(text: str) -> str:
    """Without the characters that print nothing (soft hyphens, joiners)."""
    if text.isascii() or _UNSEEN.isdisjoint(text):
        return text
    return "".join(char for char in text if char not in _UNSEEN)


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Lower case, look-alikes undone, Kazakh letters as on a Russian keyboard.

    ә→а қ→к ғ→г ң→н ө→о ұ,ү→у і→и һ→х ё→е. Applying it twice changes nothing.
    """
    return unmix(unseen_removed(text)).lower().translate(_FOLD)


def is_kazakh(word: str) -> bool:
    """Whether a word holds a letter of Kazakh's own."""
    return not KAZAKH_LETTERS.isdisjoint(word)


#: Kazakh in Latin letters: the alphabet of 2021, and as people type it.
_ALPHABET: Final = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюя"
_LATIN_2021: Final = (
    "a ä b v g ğ d e e j z i i k q l m n ñ o ö p r s t u ū ü f h h ts ch ş ş y i e iu"
    " ia"
)
_LATIN_TYPED: Final = (
    "a a b v g g d e e zh z i i k k l m n n o o p r s t u u u f h h c ch sh sh y i e yu"
    " ya"
)


def latinised(text: str) -> tuple[str, str]:
    """Kazakh in Latin letters, lower case: by the alphabet of 2021, and as typed."""
    official = dict(zip(_ALPHABET, _LATIN_2021.split(), strict=True))
    typed = dict(zip(_ALPHABET, _LATIN_TYPED.split(), strict=True))
    lower = text.lower()
    return (
        "".join(official.get(char, char) for char in lower),
        "".join(typed.get(char, char) for char in lower),
    )
