"""Where state bodies are named in the text of a cell or of several cells.

A list of executors is told from other text by its grammar: short names, brackets
of a role, commas, and full names that end in the word for a body. A short name
that goes on as text («ІІМ бұйрығы») is part of that text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from corpus.tables.body_tokens import QUOTES, BodyTokens
from corpus.tables.names import Names, is_short_name
from corpus.tables.tokens import tokens_of
from corpus.tables.words import (
    ADJECTIVE,
    BODY_HEAD,
    BODY_HEAD_FIRST,
    LEGAL_FORMS,
    ROLE_WORDS,
)

_SEPARATORS: Final = frozenset(",;")
_AND: Final = frozenset(("және", "мен", "и"))
#: No name of a body is longer than this.
LONGEST_NAME: Final = 18
#: A quotation before a short name has so many words, one behind it fewer: what goes
#: on in quotation marks behind it is the title of something else mostly.
QUOTATION: Final = 6
SHORT_QUOTATION: Final = 1


class BodySpan(NamedTuple):
    """A stretch that names bodies; not ``sure`` if it may be any noun phrase."""

    start: int
    end: int
    sure: bool


def find_bodies(
    text: str, shut: Sequence[tuple[int, int]], names: Names
) -> list[BodySpan]:
    r"""Lists of bodies in a block of lines, left to right.

    Args:
        text: Lines with ``\n`` between them.
        shut: Stretches that are something else (dates, figures, money).
        names: The act's own short names.
    """
    return list(_Scanner(tokens_of(text, shut), names).spans())


@dataclass(frozen=True, slots=True)
class _Scanner(BodyTokens):
    """Reads bodies out of tokens; positions are indices of tokens."""

    def spans(self) -> Iterator[BodySpan]:
        """All lists of bodies."""
        first = self._first_word()
        at = self._cut_bracket(first)
        if at:
            end = self._run(at, begun=True) or at
            yield self._span(first, end, sure=True)
            at = end
        while at < len(self.tokens):
            end = self._run(at, begun=False)
            if end:
                yield self._span(at, end, sure=True)
            elif at == 0 and (end := self._whole_name() or self._agreed_name()):
                yield self._span(0, end, sure=False)
            at = end or at + 1

    def _span(self, first: int, end: int, *, sure: bool) -> BodySpan:
        return BodySpan(self.tokens[first].start, self.tokens[end - 1].end, sure)

    def _run(self, first: int, *, begun: bool) -> int:
        """End of a list of bodies; 0 if none starts there."""
        items: list[tuple[int, int]] = []
        at = self._separated(first) if begun else first
        while at < len(self.tokens):
            end = self._item(at, inside=bool(items) or begun)
            if not end:
                break
            items.append((at, end))
            at = self._separated(end)
        items = self._attributes_dropped(items)
        if not items:
            return first if begun else 0
        end = items[-1][1]
        return end + 1 if self._text(end) in _SEPARATORS else end

    def _separated(self, at: int) -> int:
        """Past the comma or «және» before the next item."""
        if self._text(at) in _SEPARATORS:
            return at + 1
        return at + 1 if self._text(at).lower() in _AND else at

    def _attributes_dropped(
        self, items: list[tuple[int, int]]
    ) -> list[tuple[int, int]]:
        """Items without the last ones if text goes on after them in their line."""
        while items:
            end = items[-1][1]
            after = end + 1 if self._text(end) in _SEPARATORS else end
            closed = self._text(end - 1) == ")"
            if closed or not self._goes_on(end - 1, after):
                break
            items.pop()
        return items

    def _goes_on(self, last: int, after: int) -> bool:
        """Text follows in the same line."""
        if after >= len(self.tokens):
            return False
        token = self.tokens[after]
        return (
            not token.shut
            and token.line == self.tokens[last].line
            and (token.text[0].isalnum() or token.text in QUOTES)
        )

    def _item(self, at: int, *, inside: bool) -> int:
        """End of one body with its bracket; 0 if none."""
        if inside and self._text(at) == "(":
            return self._bracket(at)
        end = self._listed(at) or self._quoted(at) or self._short(at)
        if inside:
            end = max(end, self._full_name(at))
        return (self._bracket(end) or end) if end else 0

    def _short(self, at: int) -> int:
        """One short name, a quoted word after it included."""
        if not self._word(at) or not is_short_name(self._text(at), self.names):
            return 0
        most = LONGEST_NAME if self._text(at) in LEGAL_FORMS else SHORT_QUOTATION
        return self._quotation(at + 1, most) or at + 1

    def _quoted(self, at: int) -> int:
        """A quoted word before a short name: «"Сырбар" СБҚ»."""
        after = self._quotation(at, QUOTATION)
        if after and self._word(after):
            return self._short(after)
        return 0

    def _listed(self, at: int) -> int:
        """A listed name of several words."""
        for words in self.names.phrases:
            if all(self._text(at + i) == word for i, word in enumerate(words)):
                return at + len(words)
        return 0

    def _full_name(self, at: int) -> int:
        """A full name: words up to the word for a body; 0 if none."""
        if not self._word(at):
            return 0
        for end in range(at, min(at + LONGEST_NAME, len(self.tokens))):
            token = self.tokens[end]
            if token.shut or token.text in "();" or self._closes_short(end):
                return 0
            if BODY_HEAD.fullmatch(token.text):
                return self._tail(end) if self._head_first(at, end) else end + 1
        return 0

    def _closes_short(self, at: int) -> bool:
        """A comma behind a short name: what goes on is another body."""
        before = self._text(at - 1) if at else ""
        return self._text(at) == "," and is_short_name(before, self.names)

    def _head_first(self, at: int, end: int) -> bool:
        """The name is Russian, where the head may have a tail."""
        before = [self._text(i) for i in range(at, end)]
        return bool(BODY_HEAD_FIRST.fullmatch(self._text(end))) and all(
            ADJECTIVE.fullmatch(word) for word in before
        )

    def _tail(self, head: int) -> int:
        """End of what depends on a Russian head: «акиматы областей, городов …»."""
        end = head + 1
        while end < len(self.tokens) and not self.tokens[end].shut:
            text = self._text(end)
            if text == "(" or is_short_name(text, self.names):
                break
            if text == ";" or BODY_HEAD.fullmatch(text):
                break
            end += 1
        while end > head + 1 and self._text(end - 1) in {",", "и"}:
            end -= 1
        return end

    def _agreed_name(self) -> int:
        """Words with the bracket of a role that fill the block; 0 if they do not."""
        at = 0
        while at < LONGEST_NAME and self._word(at):
            at += 1
        end = self._bracket(at) if at else 0
        if not end or self._text(at + 1).lower() not in ROLE_WORDS:
            return 0
        if any(is_short_name(self._text(i), self.names) for i in range(at)):
            return 0
        return end if end >= len(self.tokens) or self.tokens[end].shut else 0

    def _whole_name(self) -> int:
        """A full name that fills the block up to something else; 0 if none."""
        end = self._full_name(0)
        if not end or any(
            is_short_name(self._text(at), self.names) for at in range(1, end)
        ):
            return 0
        if self._text(end) in _SEPARATORS:
            end += 1
        end = max(end, self._run(end, begun=True)) if end < len(self.tokens) else end
        end = self._bracket(end) or end
        return end if end >= len(self.tokens) or self.tokens[end].shut else 0
