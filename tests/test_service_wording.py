"""Sentences of answers: the same in every language, and never too long."""

import string
import tomllib
from pathlib import Path

import pytest

from service.phrases import FOLDER, MissingPhraseError
from service.wording import MOST, fitted, say, shortened


def _keys(path: Path) -> dict[str, set[str]]:
    """Dotted keys with the names of the values that each sentence takes."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        f"{group}.{key}": {
            name for _, name, _, _ in string.Formatter().parse(text) if name
        }
        for group, row in table.items()
        for key, text in row.items()
    }


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_language_has_the_same_sentences(language: str) -> None:
    assert _keys(FOLDER / f"answers.{language}.toml") == _keys(
        FOLDER / "answers.kk.toml"
    )


def test_a_sentence_that_is_not_there() -> None:
    with pytest.raises(MissingPhraseError):
        say("no.such", "en")


def test_texts_are_cut_behind_a_word() -> None:
    assert shortened("one  two three", 9) == "one two…"
    assert shortened("one two", 7) == "one two"
    assert len(fitted("слово " * 500)) <= MOST
