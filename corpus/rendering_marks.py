"""What a rendering must keep as it is: figures, dates, list marks, brackets, quotes.

Each comparison is of one source cell with one rendering of it. It knows nothing of
the meaning; what it finds is lost for certain or nearly so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from corpus.letters import script_of
from corpus.model import Language
from corpus.numerals import month_of, number_of, numeral_words
from corpus.words import Tongue

#: A figure in groups of three. Matches "270 148"; must not match "2017 2018",
#: "15913,2455 7935" (its groups are of four), "2958,694 351".
_GROUPED = re.compile(r"(?<![\d,.])\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)")
#: A figure. Matches "42", "3,6"; a date in figures is three of them.
_FIGURE = re.compile(r"\d+(?:,\d+)?")
#: A Roman number of two letters or more. Matches "XVII"; must not match "I", «ХҚО».
_ROMAN = re.compile(r"\b[IVX]{2,}\b")
_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10}
#: What opens a numbered or dashed item. Matches "2)", "12.", "1.1", "-", "***"; must
#: not match "2018 жыл", "8 сағаттық".
_MARK = re.compile(r"(?:\d+(?:\.\d+)+|\d+[.)]|[-–*]+)(?=\s)")
#: Brackets without brackets in them.
_BRACKETS = re.compile(r"\(([^()]*)\)")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTES: Final = frozenset('"«»“”„')
#: Ends that say that more of the list follows.
_OPEN_ENDS: Final = (":", ";")
#: Numerals that are also other words (one and a; quarter of a year).
_AMBIGUOUS: Final = frozenset({"1", "90"})
#: Shortest numeral that a longer word may begin with («пяти|летний», «бес|жылдық»).
_LEAST_STEM: Final = 3
#: Shortest cell whose length is compared, and how many times longer or shorter a
#: rendering may be: abbreviations are written out, so it may grow.
_LEAST_COMPARED: Final = 80
_SHORTEST: Final = 0.55
_LONGEST: Final = 2.0


class Pairing(NamedTuple):
    """A source cell with a rendering of it, each on one line."""

    source: str
    source_language: Language
    rendering: str
    language: Language


class Difference(NamedTuple):
    """Something that source and rendering do not have in common."""

    code: str
    detail: str


def _roman(number: str) -> str:
    values = [_ROMAN_VALUES[letter] for letter in number]
    following = [*values[1:], 0]
    return str(sum(-a if a < b else a for a, b in zip(values, following, strict=True)))


def figures(text: str) -> Counter[str]:
    """All figures of a text, groups joined, Roman numbers of two letters as figures."""
    joined = _GROUPED.sub(lambda match: re.sub(r"\D", "", match[0]), text)
    found = Counter(_FIGURE.findall(joined))
    return found + Counter(_roman(number) for number in _ROMAN.findall(text))


def months(text: str, language: Language) -> Counter[int]:
    """The months that a text names; English ones only with a capital letter."""
    found: Counter[int] = Counter()
    for word in _WORD.findall(text):
        if language == "en" and (word.islower() or (len(word) < 4 and word != "May")):
            continue
        if month := month_of(word.lower(), _tongue(language)):
            found[month] += 1
    return found


def _tongue(language: Language) -> Tongue:
    return "ru" if language == "und" else language


def _in_words(text: str, language: Language) -> set[str]:
    """Numbers above one that a text says in words, in digits."""
    tongue = _tongue(language)
    values = (number_of(word.lower(), tongue) for word in _WORD.findall(text))
    return {value for value in values if value} - _AMBIGUOUS


def _perhaps_said(text: str, language: Language) -> set[str]:
    """Numbers that a text may say: as figures, words, or the beginning of words."""
    tongue = _tongue(language)
    said = set(figures(text)) | _in_words(text, language)
    stems = [name for name in numeral_words(tongue) if len(name) >= _LEAST_STEM]
    words = [word.lower() for word in _WORD.findall(text)]
    if language == "en":
        return said | ({"2"} if "twice" in words else set())
    begun = (s for s in stems if any(word.startswith(s) for word in words))
    return said | {str(number_of(stem, tongue)) for stem in begun}


def _brackets(text: str) -> tuple[int, int]:
    """How many brackets there are, and how many hold more than abbreviations."""
    found = _BRACKETS.findall(text)
    return len(found), sum(inside.upper() != inside for inside in found)


def _bracketed(pair: Pairing) -> Iterator[Difference]:
    """Brackets added or lost; a short form may be spelled out in them or left out."""
    one, other = _brackets(pair.source), _brackets(pair.rendering)
    if one[0] != other[0] and one[1] != other[1]:
        yield Difference("brackets", f"{one[0]} became {other[0]}")


def _opening(text: str) -> str:
    found = _MARK.match(text)
    return found[0] if found else ""


def _open_end(text: str) -> str:
    return text[-1] if text.endswith(_OPEN_ENDS) else ""


def _foreign_words(pair: Pairing) -> list[str]:
    """Words in letters that the rendering's language has not, unless so printed."""
    printed = set(_WORD.findall(pair.source))
    words = [word for word in _WORD.findall(pair.rendering) if word not in printed]
    wrong = {"en": ("cyrillic", "mixed")}.get(pair.language, ("mixed",))
    return [word for word in words if script_of(word) in wrong]


def differences_of(pair: Pairing) -> Iterator[Difference]:
    """All that a rendering does not keep, in a fixed order."""
    yield from _compared("numbers", figures(pair.source), figures(pair.rendering))
    yield from _compared(
        "months",
        months(pair.source, pair.source_language),
        months(pair.rendering, pair.language),
    )
    yield from _numerals(pair)
    yield from _bracketed(pair)
    for code, one, other in (
        ("percent", pair.source.count("%"), pair.rendering.count("%")),
        ("list-mark", _opening(pair.source), _opening(pair.rendering)),
        ("open-end", _open_end(pair.source), _open_end(pair.rendering)),
        ("quotes", _quotes(pair.source), _quotes(pair.rendering)),
    ):
        if one != other:
            yield Difference(code, f"{one!r} became {other!r}")
    if foreign := _foreign_words(pair):
        yield Difference("script", ", ".join(foreign))
    ratio = len(pair.rendering) / max(1, len(pair.source))
    if len(pair.source) >= _LEAST_COMPARED and not _SHORTEST <= ratio <= _LONGEST:
        yield Difference("length", f"{ratio:.2f} of the source")


def _quotes(text: str) -> int:
    return sum(letter in _QUOTES for letter in text)


def _compared(
    code: str,
    source: Counter[str] | Counter[int],
    rendering: Counter[str] | Counter[int],
) -> Iterator[Difference]:
    if source != rendering:
        one, other = (sorted(side.elements()) for side in (source, rendering))
        yield Difference(code, f"{one} became {other}")


def _numerals(pair: Pairing) -> Iterator[Difference]:
    """Numbers in words that one side says and the other cannot be saying."""
    here = _in_words(pair.source, pair.source_language)
    there = _in_words(pair.rendering, pair.language)
    lost = here - _perhaps_said(pair.rendering, pair.language)
    added = there - _perhaps_said(pair.source, pair.source_language)
    if lost or added:
        yield Difference("numerals", f"lost {sorted(lost)}, added {sorted(added)}")
