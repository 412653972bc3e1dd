"""Tokens of a list of bodies: words, quotations, brackets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from corpus.tables.names import Names
from corpus.tables.tokens import Token
from corpus.tables.words import ROLE_WORDS

QUOTES: Final = frozenset('"«»“”„')
LONGEST_BRACKET: Final = 10


@dataclass(frozen=True, slots=True)
class BodyTokens:
    """Tokens read by position; 0 stands for "none there"."""

    tokens: tuple[Token, ...]
    names: Names

    def _text(self, at: int) -> str:
        return self.tokens[at].text if at < len(self.tokens) else ""

    def _word(self, at: int) -> bool:
        """A plain word stands there."""
        return (
            at < len(self.tokens)
            and not self.tokens[at].shut
            and self.tokens[at].text[0].isalnum()
        )

    def _first_word(self) -> int:
        """The first token that is not part of another cell."""
        shut = (i for i, t in enumerate(self.tokens) if not t.shut and t.text != "%")
        return next(shut, 0)

    def _cut_bracket(self, first: int) -> int:
        """End of the rest of a bracket that another block opened; 0 if none."""
        for at, token in enumerate(self.tokens[first : first + 3], start=first):
            if token.text == ")":
                return at + 1
            if token.text.lower() not in ROLE_WORDS:
                break
        return 0

    def _quotation(self, at: int, most: int) -> int:
        """End of a quotation of so many words at most; 0 if none."""
        if self._text(at) not in QUOTES:
            return 0
        for end in range(at + 2, min(at + most + 2, len(self.tokens))):
            if self._text(end) in QUOTES:
                return end + 1
        return 0

    def _bracket(self, at: int) -> int:
        """End of the bracket that opens there, or of its cut beginning; 0 if none."""
        if self._text(at) != "(":
            return 0
        for end in range(at + 1, min(at + LONGEST_BRACKET, len(self.tokens))):
            if self._text(end) == ")":
                return end + 1
        rest = self.tokens[at + 1 : at + LONGEST_BRACKET]
        known = 0
        for token in rest:
            if token.text.lower() not in ROLE_WORDS:
                break
            known += 1
        whole = at + 1 + known == len(self.tokens)
        return at + 1 + known if known or whole else 0
