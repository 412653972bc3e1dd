"""Which language a caller is spoken to in; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from service.phrases import UI_LANGUAGES, UiLanguage

#: Letters that Kazakh has and Russian lacks. Must not match «ё» or Latin.
_KAZAKH: Final = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
#: Any other Cyrillic letter.
_CYRILLIC: Final = re.compile("[а-яёА-ЯЁ]")
_LATIN: Final = re.compile("[a-zA-Z]")
#: One entry of Accept-Language: a tag and, if given, its weight.
#: Matches ``kk-KZ`` and ``ru;q=0.8``; must not match ``*``.
_ACCEPTED: Final = re.compile(
    r"\s*([a-z]{2,3})(?:-[a-z0-9-]+)?\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*",
    re.IGNORECASE,
)


def known_language(text: str | None) -> UiLanguage | None:
    """The language of that name, None if it is not one of ours."""
    return next((known for known in UI_LANGUAGES if known == text), None)


def accepted_language(header: str) -> UiLanguage | None:
    """The language that an ``Accept-Language`` header likes best, None if none.

    The first wins among equals; weight 0 means "not this one".
    """
    liked = [
        (-float(entry[2] or 1), place, language)
        for place, part in enumerate(header.split(","))
        if (entry := _ACCEPTED.fullmatch(part))
        and (language := known_language(entry[1].lower()))
    ]
    best = min(liked, default=None)
    return best[2] if best and best[0] < 0 else None


def written_language(text: str) -> UiLanguage | None:
    """The language that the letters of a question point to, None if they do not.

    Only for speaking of questions that are refused before anyone reads them.
    """
    for pattern, language in _LETTERS:
        if pattern.search(text):
            return language
    return None


def first_of(languages: Iterable[UiLanguage | None], default: UiLanguage) -> UiLanguage:
    """The first language that is known, ``default`` if none is."""
    return next((language for language in languages if language), default)


_LETTERS: Final[tuple[tuple[re.Pattern[str], UiLanguage], ...]] = (
    (_KAZAKH, "kk"),
    (_CYRILLIC, "ru"),
    (_LATIN, "en"),
)
