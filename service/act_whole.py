"""The whole name of an act around its number: its kind, its issuer, its date.

«Постановление Правительства Республики Казахстан от 15 марта 2018 года № 124» is one
name: the Government in it is no body that the question is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from corpus.ids import Span
from service.act_kinds import kind_of_word
from service.words_of import Word, words_of

#: Words of issuers and of what joins a name, by their folded beginnings.
_ISSUERS: Final = (
    *("правительств", "президент", "республик", "казахстан", "укимет", "казакстан"),
    *("government", "president", "republic", "kazakhstan", "министр", "minister"),
)
_JOINING: Final = frozenset(
    {
        "рк",
        "кр",
        "rk",
        "от",
        "of",
        "the",
        "и",
        "жылгы",
        "года",
        "год",
        "г",
        "ж",
        "dated",
    }
    | {"no", "n", "номер", "number", "from"}
)
#: Words of which a name is not begun: they belong to what stands around it.
_LOOSE: Final = _JOINING - {"рк", "кр", "rk"}
#: What may stand between two words of a name. Must not match a comma or a colon.
_GLUE: Final = frozenset(' \t«»"№.')


def whole_names(
    text: str, spans: Sequence[Span], dates: Iterable[Span]
) -> tuple[Span, ...]:
    """The spans that name acts, grown over kinds, issuers and dates beside them.

    Args:
        text: The question.
        spans: What names acts in it: numbers, dates, titles.
        dates: Where dates stand; one is taken in only if it touches a name.
    """
    words = words_of(text)
    kept = tuple(dates)
    return tuple(
        _grown(text, span, words, kept) if _is_numbered(text, span) else span
        for span in spans
    )


def _is_numbered(text: str, span: Span) -> bool:
    """Whether a number or date names the act; a title has all its own words."""
    return any(char.isdecimal() for char in text[span.start : span.end])


def _grown(text: str, span: Span, words: Sequence[Word], dates: Sequence[Span]) -> Span:
    before = [w for w in words if w.end <= span.start]
    behind = [w for w in words if w.start >= span.end]
    start = _edge(text, before[::-1], span.start, dates)
    end = _edge(text, behind, span.end, dates)
    return Span(start, end)


def _edge(text: str, words: Iterable[Word], at: int, dates: Sequence[Span]) -> int:
    """How far a name reaches over words that are read outwards from its edge."""
    edge = kept = at
    for word in words:
        between = text[word.end : edge] if word.end <= edge else text[edge : word.start]
        if not set(between) <= _GLUE or not _belongs(word, dates):
            break
        edge = word.start if word.end <= edge else word.end
        if word.folded not in _LOOSE:
            kept = edge
    return kept


def _belongs(word: Word, dates: Sequence[Span]) -> bool:
    if any(s.start <= word.start and word.end <= s.end for s in dates):
        return True
    named = word.folded.startswith(_ISSUERS) or word.folded in _JOINING
    return named or bool(kind_of_word(word.folded))
