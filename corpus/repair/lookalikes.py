"""Letters of the wrong script read as meant: «БFM», «aлу», «CMC», «сəйкес»."""

from __future__ import annotations

import re
from typing import Final

from corpus.trace import Traced

_LATIN: Final = "ABCEHIKMOPTXYFaceiopxyhəƏ"
_CYRILLIC: Final = "АВСЕНІКМОРТХУҒасеіорхуһәӘ"
#: Latin letters that look like a Cyrillic one, with that letter.
TO_CYRILLIC: Final = dict(zip(map(ord, _LATIN), _CYRILLIC, strict=True))
#: A word of letters, in one or two scripts.
_WORD: Final = re.compile(r"[^\W\d_]+")
_LATIN_LETTER: Final = re.compile(r"[A-Za-zəƏ]")
_CYRILLIC_LETTER: Final = re.compile(r"[\u0400-\u04ff]")
#: A well-formed Roman number, which is Latin: ``XVIII``; must not match ``CMC``.
_ROMAN: Final = re.compile(
    r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
)


def read_lookalikes(text: Traced) -> Traced:
    """Cyrillic words written with some Latin letters, read as Cyrillic.

    A word of both scripts is read as Cyrillic if all its Latin letters have a
    double. A wholly Latin word is left: it may be a name, a Roman number or a web
    address; abbreviations of that kind are resolved against the act's own list.
    """
    if not _LATIN_LETTER.search(text.text):
        return text
    return text.with_text(_WORD.sub(_read_word, text.text))


def _read_word(word: re.Match[str]) -> str:
    """One word as meant."""
    printed = word.group()
    if not _CYRILLIC_LETTER.search(printed) or not _LATIN_LETTER.search(printed):
        return printed
    read = printed.translate(TO_CYRILLIC)
    return printed if _LATIN_LETTER.search(read) else read


def read_capitals(text: Traced) -> Traced:
    """A short form wholly of Latin look-alikes, read as Cyrillic: ``CMC``.

    For places where the language is known to be written in Cyrillic; Roman numbers
    and words with other Latin letters are left.
    """
    printed = text.text
    read = printed.translate(TO_CYRILLIC)
    if not printed.isupper() or is_roman(printed) or _LATIN_LETTER.search(read):
        return text
    return text.with_text(read)


def is_roman(word: str) -> bool:
    """A number in Roman figures."""
    return bool(_ROMAN.fullmatch(word))
