"""Sentences of answers in three languages (``words/answers.<language>.toml``)."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from corpus.model import Act, Language
from service.labels import act_label
from service.phrases import FOLDER, Phrasebook, Phrases, UiLanguage, load_phrasebook

#: Most characters that an answer may have.
MOST: Final = 700
#: Marks of a quote that stands inside another one.
_INNER: Final = {"«": "„", "»": "“"}
#: What stands for words that were left out.
CUT: Final = "…"


@cache
def _book() -> Phrasebook:
    return load_phrasebook()


def _flat(table: dict[str, object], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = str(value)
    return flat


@cache
def _sentences(language: UiLanguage, folder: Path = FOLDER) -> Phrases:
    text = (folder / f"answers.{language}.toml").read_text(encoding="utf-8")
    return Phrases(language, _flat(tomllib.loads(text)))


def spoken(language: Language) -> UiLanguage:
    """The language that is answered in; Kazakh where none could be told."""
    return "kk" if language == "und" else language


def say(key: str, language: Language, **values: object) -> str:
    """A sentence in a language, values put in.

    Raises:
        MissingPhraseError: There is none under this key.
    """
    return _sentences(spoken(language))(key, **values)


def known(key: str, language: Language) -> bool:
    """Whether there is a sentence under a key."""
    return key in _sentences(spoken(language))


def labels(language: Language) -> Phrases:
    """The words that acts and provisions are cited with."""
    return _book()[spoken(language)]


def act_name(act: Act, language: Language) -> str:
    """«Указ Президента Республики Казахстан от 24 июня 2013 года № 588»."""
    return act_label(act.kind, act.number, act.date, labels(language))


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters, cut behind a word."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    head = text[: most - len(CUT)]
    return f"{head[: head.rfind(' ')] if ' ' in head else head}{CUT}"


def fitted(text: str) -> str:
    """An answer's words, not longer than an answer may be, quotes in quotes undone."""
    return shortened(unnested(text), MOST)


def unnested(text: str) -> str:
    """A text in which a quote inside a quote has marks of its own: «… „…“ …»."""
    depth, said = 0, []
    for char in text:
        if char == "«":
            depth += 1
        said.append(_INNER.get(char, char) if depth > 1 else char)
        if char == "»":
            depth = max(0, depth - 1)
    return "".join(said)
