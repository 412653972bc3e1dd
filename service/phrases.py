"""Words that people read, in three languages, kept as data in ``service/words``.

A key is a dotted path into ``ui.<language>.toml`` or ``labels.<language>.toml``;
every language has the same keys (plural forms apart).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

UiLanguage = Literal["kk", "ru", "en"]

UI_LANGUAGES: Final[tuple[UiLanguage, ...]] = get_args(UiLanguage)
#: Where the words lie.
FOLDER: Final = Path(__file__).resolve().parent / "words"
_FILES: Final = ("ui", "labels")
#: A place for a value: ``{name}``.
_VALUE: Final = re.compile(r"\{\w+\}")


class MissingPhraseError(KeyError):
    """A key has no words in a language."""

    def __init__(self, language: str, key: str) -> None:
        super().__init__(f"no words for {key!r} in {language}")
        self.language = language
        self.key = key


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """The words of one language; read once, so each is equal to itself alone.

    Attributes:
        language: kk, ru or en.
        entries: Words by dotted key; ``{name}`` stands for a value.
    """

    language: UiLanguage
    entries: Mapping[str, str]

    def __contains__(self, key: str) -> bool:
        """Whether there are words for a key."""
        return key in self.entries

    def __call__(self, key: str, **values: object) -> str:
        """The words for a key, values put in.

        Raises:
            MissingPhraseError: There are none.
        """
        try:
            return self.entries[key].format(**values)
        except KeyError as error:
            raise MissingPhraseError(self.language, key) from error

    def count(self, thing: str, number: int) -> str:
        """A number with its noun: ``count("answers", 3)`` is «3 ответа»."""
        form = f"count.{thing}.{plural(self.language, number)}"
        return self(form if form in self else f"count.{thing}.other", n=number)

    def bare(self, key: str) -> str:
        """The words for a key with "…" where values would stand, once at the end."""
        return _VALUE.sub("…", self.entries[key]).replace("….", "…")

    def under(self, prefix: str) -> tuple[str, ...]:
        """Names directly below a key, in the order of the file."""
        start = f"{prefix}."
        names = (k[len(start) :] for k in self.entries if k.startswith(start))
        return tuple(dict.fromkeys(name.partition(".")[0] for name in names))


Phrasebook = Mapping[UiLanguage, Phrases]


def plural(language: UiLanguage, number: int) -> str:
    """The plural form of a whole number: "one", "few" or "other".

    After the plural rules of Unicode CLDR; Kazakh counts without plurals.
    """
    if language == "kk":
        return "other"
    if language == "en":
        return "one" if number == 1 else "other"
    if number % 10 == 1 and number % 100 != 11:
        return "one"
    if number % 10 in {2, 3, 4} and number % 100 not in {12, 13, 14}:
        return "few"
    return "other"


@cache
def load_phrasebook(folder: Path = FOLDER) -> Phrasebook:
    """Read the words of all languages, once per process."""
    return {language: _load(folder, language) for language in UI_LANGUAGES}


def _load(folder: Path, language: UiLanguage) -> Phrases:
    entries: dict[str, str] = {}
    for name in _FILES:
        text = (folder / f"{name}.{language}.toml").read_text(encoding="utf-8")
        entries.update(_flat(tomllib.loads(text)))
    return Phrases(language, entries)


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
