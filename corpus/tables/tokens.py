"""Words and marks of a block of lines, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpus.tables.names import TOKEN


class Token(NamedTuple):
    """A word or mark of a text with the line it stands on."""

    start: int
    end: int
    text: str
    line: int
    shut: bool


def tokens_of(text: str, shut: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    r"""Tokens of a text, in order.

    Args:
        text: Lines with ``\n`` between them.
        shut: Stretches that are no names (dates, figures, money), half-open.
    """
    shut = sorted(shut)
    line = done = passed = shut_to = 0
    tokens: list[Token] = []
    for match in TOKEN.finditer(text):
        line += text.count("\n", done, match.start())
        done = match.start()
        while passed < len(shut) and shut[passed][0] <= done:
            shut_to = max(shut_to, shut[passed][1])
            passed += 1
        tokens.append(Token(done, match.end(), match.group(), line, done < shut_to))
    return tuple(tokens)
