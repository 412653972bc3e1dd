"""Words typed with the wrong keyboard layout switched on; pure.

The Russian and the Kazakh layout share their letters with the keys of QWERTY; the
Kazakh one has its own letters on the keys of the figures besides.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.letters import script_of

#: Keys of QWERTY and what they type in ЙЦУКЕН, key by key.
_LATIN: Final = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN: Final = "ёйцукенгшщзхъфывапролджэячсмитьбю"
#: The same keys with Shift.
_LATIN_SHIFT: Final = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>&'
_RUSSIAN_SHIFT: Final = "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ?"
#: Keys that type Kazakh letters in the Kazakh layout, and these letters.
_FIGURES: Final = "234589-0="
_KAZAKH: Final = "әіңғүұөқһ"

_TO_RUSSIAN: Final = str.maketrans(_LATIN + _LATIN_SHIFT, _RUSSIAN + _RUSSIAN_SHIFT)
_TO_KAZAKH: Final = _TO_RUSSIAN | str.maketrans(_FIGURES, _KAZAKH)
#: The same with hyphens as they are («іс-қимыл»).
_TO_HYPHENED: Final = {k: v for k, v in _TO_KAZAKH.items() if k != ord("-")}
_TO_LATIN: Final = str.maketrans(
    _RUSSIAN + _RUSSIAN_SHIFT + _KAZAKH + ",",
    _LATIN + _LATIN_SHIFT + _FIGURES + "?",
)
#: Marks at the end of a word that may be meant as they are: in the other layout
#: they are letters («,» is «б») but for the question mark.
_CLOSING: Final = ".,;:?!"


def turned(word: str) -> Iterator[str]:
    """What a word may be in the other layout, likeliest first; same length each.

    >>> list(turned("rnj"))
    ['кто', 'кто']

    Args:
        word: Without white space; of one script, figures and marks allowed.
    """
    if script_of(word) == "cyrillic" or script_of(word.strip(_CLOSING)) == "cyrillic":
        yield from _with_closing(word, _TO_LATIN)
    elif script_of(word) == "latin":
        yield from _with_closing(word, _TO_RUSSIAN)
        if not word.isalpha():
            yield from _with_closing(word, _TO_KAZAKH)
        if "-" in word:
            yield from _with_closing(word, _TO_HYPHENED)


def _with_closing(word: str, layout: dict[int, int]) -> Iterator[str]:
    """The word turned whole; then with the marks at its end left as they are."""
    yield word.translate(layout)
    core = word.rstrip(_CLOSING)
    if core != word:
        yield core.translate(layout) + word[len(core) :]
