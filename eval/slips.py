"""Misspelt questions, made from right ones; the same question, the same slip.

Three ways to misspell: one slip of the fingers in the longest word, the whole
question typed in the other keyboard layout, and Kazakh letters left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal

from eval.gold import Question
from service.keyboard import turned

Slip = Literal["slip", "layout", "letters"]
SLIPS: Final[tuple[Slip, ...]] = ("slip", "layout", "letters")
#: Kazakh letters and what is typed for them on a Russian keyboard.
_PLAIN: Final = str.maketrans("әіңғүұқөһӘІҢҒҮҰҚӨҺ", "аингуукохАИНГУУКОХ")
#: A word that a slip is made in: six letters or more, as spelling looks no closer at
#: shorter ones. Must not match short forms such as «ҚР», nor "2018".
_LONG: Final = re.compile(r"\b[^\W\d_]{6,}\b")
#: Words between quotation marks are left alone: they are never read otherwise.
_QUOTED: Final = re.compile(r"[«\"“].*?[»\"”]")


def misspelt(question: Question, how: Slip) -> Question | None:
    """The question misspelt in a way; None where that is not possible."""
    if _QUOTED.search(question.text):
        return None
    text = {"slip": _slipped, "layout": _turned, "letters": _plain}[how](question)
    if text is None or text == question.text:
        return None
    return replace(question, id=f"{question.id}-{how}", text=text)


def misspelt_set(questions: Sequence[Question], how: Slip) -> Iterator[Question]:
    """All questions that can be misspelt in a way, misspelt."""
    found = (misspelt(question, how) for question in questions)
    yield from (question for question in found if question is not None)


def _plain(question: Question) -> str | None:
    return question.text.translate(_PLAIN) if question.language == "kk" else None


def _turned(question: Question) -> str:
    """Each word as the same keys type it in the other layout."""
    words = question.text.split()
    return " ".join(next(iter(turned(word)), word) for word in words)


def _slipped(question: Question) -> str | None:
    """One letter inside the longest word lost, doubled, swapped or changed."""
    words = [m for m in _LONG.finditer(question.text) if not m[0].isupper()]
    if not words:
        return None
    word = max(words, key=lambda m: (len(m[0]), -m.start()))
    chance = int(hashlib.sha256(question.id.encode()).hexdigest(), 16)
    at = word.start() + 1 + chance % (len(word[0]) - 2)
    return _changed(question.text, at, chance // 1000 % 4)


def _changed(text: str, at: int, how: int) -> str:
    """A text with one slip at a place inside a word."""
    before, letter, after = text[:at], text[at], text[at + 1 :]
    other = "e" if letter.isascii() else "о"
    spare = "a" if letter.isascii() else "а"
    return {
        0: before + after,
        1: before + letter + letter + after,
        2: before + after[:1] + letter + after[1:],
        3: before + (spare if letter == other else other) + after,
    }[how]
