"""The act's own short names, and how a misread one is told from them.

Readers of scanned pages mistake letters for others of the same shape: «ПМ» for
«ІІМ», «ҰЕҰ» for «ҮЕҰ», Latin «БFM» for «БҒМ». Such a form is read as the listed
one only if exactly one listed name has that shape; a listed form is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple, Self

from corpus.letters import fold
from corpus.model import Abbreviation
from corpus.repair.lookalikes import TO_CYRILLIC
from corpus.tables.words import CAPITALS, MINISTRY, NO_NAMES, ROMAN, squash
from corpus.trace import Traced

#: Letters that come out as others: П and И are ІІ run together.
_SHAPES: Final = str.maketrans({"п": "и", "э": "а", "й": "и"})
_RUN_TOGETHER = re.compile(r"ии+")
_WORD = re.compile(r"\w+")
#: The country in the name of a body. Must not match ``Қазақстан халқы``.
_COUNTRY = re.compile(
    r"Республики\s+Казахстан|Қазақстан\s+Республикасы(?:ның)?|ҚР(?!\w)|РК(?!\w)",
    re.IGNORECASE,
)
#: A word of Latin capitals: ``CMC``; must not match ``БFM`` or ``Transparency``.
_LATIN = re.compile(r"(?<!\w)[A-Z]{2,}(?!\w)")
#: Brackets, separators, quotation marks, words.
TOKEN: Final = re.compile(r"[()]|[,;]|[\"«»“”„]|[^\s(),;\"«»“”„]+")
#: Names of more than one word are compared without regard to order.
_MANY: Final = 2


class Listed(NamedTuple):
    """An entry of the act's list, and why a printed form was read as it."""

    entry: Abbreviation
    read_as: str | None


@dataclass(frozen=True, slots=True)
class Names:
    """The act's list, ready to be asked.

    Attributes:
        entries: Short names with their full names.
        phrases: Words and marks of the short names that have more than one word.
    """

    entries: tuple[Abbreviation, ...]
    phrases: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, abbreviations: Iterable[Abbreviation]) -> Self:
        """The short names among the act's abbreviations.

        Terms that an act defines for itself («Жоспар», «Іс-шаралар жоспары») are
        words, not short names, and are left out.
        """
        entries = tuple(e for e in abbreviations if _is_short(e.abbreviation))
        phrases = (tuple(words_and_marks(e.abbreviation)) for e in entries)
        return cls(entries, tuple(p for p in phrases if len(p) >= _MANY))

    def exact(self, text: str) -> Abbreviation | None:
        """The entry printed just so (marks and order of words aside)."""
        key = _key(text)
        return next((e for e in self.entries if _key(e.abbreviation) == key), None)

    def named(self, text: str) -> Abbreviation | None:
        """The entry whose full name the text is; the country may be left out."""
        key = _without_country(text)
        return next((e for e in self.entries if _without_country(e.name) == key), None)

    def alike(self, text: str) -> Abbreviation | None:
        """The only entry of the same shape; None if there is none or several."""
        shape = shape_of(text)
        found = [e for e in self.entries if shape_of(e.abbreviation) == shape]
        return found[0] if len(found) == 1 else None

    def find(self, text: str, *, apart: frozenset[str] = frozenset()) -> Listed | None:
        """The entry that a printed form stands for.

        Args:
            text: A form without its brackets.
            apart: Squashed forms that some row prints beside their double, so that
                they must be something else.
        """
        entry = self.exact(text) or self.named(text)
        if entry:
            return Listed(entry, None)
        double = self.alike(text)
        if double is None or squash(text) in apart:
            return None
        why = (
            f"printed «{text}», which the act's list has not; "
            f"of that shape it has only «{double.abbreviation}»"
        )
        return Listed(double, why)


def in_cyrillic(cell: Traced, names: Names) -> Traced:
    """The cell with listed short names that are printed in Latin look-alikes.

    «CMC» is read as «СМС» where the act's list has that; other Latin words may be
    names and are left.
    """

    def read(word: re.Match[str]) -> str:
        """The Cyrillic name that a Latin one stands for, if the list has it."""
        meant = word.group().translate(TO_CYRILLIC)
        return meant if names.exact(meant) else word.group()

    return cell.with_text(_LATIN.sub(read, cell.text))


def _is_short(text: str) -> bool:
    """A word of the text is written as a short name is."""
    words = _WORD.findall(text)
    return any(CAPITALS.fullmatch(w) or MINISTRY.fullmatch(w) for w in words)


@lru_cache(maxsize=4096)
def _without_country(name: str) -> str:
    """A full name for comparing, without «Республики Казахстан»."""
    return squash(_COUNTRY.sub("", name)) or squash(name)


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    """Words of a name in one order, without marks."""
    return " ".join(sorted(word.lower() for word in _WORD.findall(text)))


@lru_cache(maxsize=4096)
def shape_of(text: str) -> str:
    """What look-alike forms have in common."""
    key = _key(text)
    words = [word.upper().translate(TO_CYRILLIC) for word in key.split()]
    shape = " ".join(fold(word).translate(_SHAPES) for word in words)
    return _RUN_TOGETHER.sub("и", shape)


def doubles(rows: Iterable[Iterable[str]], names: Names) -> frozenset[str]:
    """Squashed forms that stand beside their listed double in some row.

    Args:
        rows: The printed forms of each row, without brackets.
        names: The act's list.
    """
    apart: set[str] = set()
    for forms in rows:
        printed = list(forms)
        exact = {e.abbreviation for f in printed if (e := names.exact(f)) is not None}
        for form in printed:
            double = None if names.exact(form) else names.alike(form)
            if double and double.abbreviation in exact:
                apart.add(squash(form))
    return frozenset(apart)


def words_and_marks(text: str) -> list[str]:
    """Brackets, separators, quotation marks and words of a text, in order."""
    return TOKEN.findall(text)


def is_short_name(word: str, names: Names) -> bool:
    """The word has the shape of a short name, or is listed as one."""
    word = word.rstrip(".")
    if MINISTRY.fullmatch(word):
        return True
    if CAPITALS.fullmatch(word):
        return not ROMAN.fullmatch(word) and word not in NO_NAMES
    return bool(word) and word[:1].isupper() and names.exact(word) is not None
