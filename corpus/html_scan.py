"""A web page → its tags and stretches of text, each with its place in the file.

One pass, linear in the length of the page whatever it holds: no quotation mark,
comment or script that is never closed makes it look at a character twice.
Nothing is fetched and no entity but those of HTML itself is known.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from corpus.trace import Traced

#: A tag with its attributes; a quotation may hold ``>`` but no ``<``.
#: Matches ``<td width="10">`` and ``</p>``; must not match ``x < 5`` or ``<p`` alone.
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*+)"
    r"(?P<attributes>(?:[^<>\"']++|\"[^\"<]{0,2000}\"|'[^'<]{0,2000}'|[\"'])*+)>"
)
#: ``<!DOCTYPE html>``, ``<?xml … ?>``; must not match a comment.
_DECLARATION = re.compile(r"<[!?](?!--)[^<>]*+>")
#: ``&nbsp;``, ``&#1241;``, ``&#x4D9;``; must not match ``R&D`` or ``a & b``.
_ENTITY = re.compile(
    r"&(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};|nbsp(?![A-Za-z]))"
)
#: Elements whose content is no text of the page.
RAW: Final = frozenset(("script", "style", "noscript", "template", "svg"))
#: Characters that print nothing.
_UNSEEN: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


class Token(NamedTuple):
    """A tag or a stretch of text.

    Attributes:
        kind: "text", "open", "close", or "hidden" (comments, scripts, styles).
        start: Offset of its first character.
        end: Offset after its last one.
        name: Of the element, lower case; "" for text.
        attributes: As written.
    """

    kind: Literal["text", "open", "close", "hidden"]
    start: int
    end: int
    name: str = ""
    attributes: str = ""


def scan(text: str) -> Iterator[Token]:
    """The tokens of a page in order; together they are the whole page."""
    closers = _Closers(text)
    done = at = 0
    while (at := text.find("<", at)) >= 0:
        token = _markup(text, at, closers)
        if token is None:
            at += 1
            continue
        if done < at:
            yield Token("text", done, at)
        yield token
        done = at = token.end
    if done < len(text):
        yield Token("text", done, len(text))


class _Closers:
    """Where comments and scripts end; what is never closed is asked for once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.missing: set[str] = set()

    def after(self, closer: str, at: int) -> int:
        """The offset of the next closer; -1 if there is none."""
        if closer in self.missing:
            return -1
        found = self.text.find(closer, at)
        if found < 0:
            self.missing.add(closer)
        return found


def _markup(text: str, at: int, closers: _Closers) -> Token | None:
    """The tag, comment or script that begins at ``at``; None for a plain ``<``."""
    if text.startswith("<!--", at):
        end = closers.after("-->", at + 4)
        return Token("hidden", at, end + 3 if end >= 0 else at + 4)
    match = _TAG.match(text, at)
    if match is None:
        match = _DECLARATION.match(text, at)
        return Token("hidden", at, match.end()) if match else None
    name = match["name"].lower()
    if match["close"]:
        return Token("close", at, match.end(), name)
    if name in RAW:
        end = closers.after(f"</{name}", match.end())
        close = text.find(">", end) + 1 if end >= 0 else 0
        return Token("hidden", at, close or match.end(), name)
    return Token("open", at, match.end(), name, match["attributes"])


def attribute(attributes: str, name: str) -> str:
    """The value of an attribute; "" if the tag has none."""
    match = re.search(
        rf"(?:^|\s){name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))",
        attributes,
        re.IGNORECASE,
    )
    if not match:
        return ""
    return html.unescape(next(value for value in match.groups() if value is not None))


def read_text_token(text: str, start: int, end: int) -> Traced:
    """A stretch of text as read: entities are one character, unseen ones are left out.

    Each character has the offset of the entity or character that it is written as.
    """
    pieces: list[Traced] = []
    for match in _ENTITY.finditer(text, start, end):
        read = html.unescape(match.group())
        if read == match.group():
            continue
        pieces.append(Traced.of(text[start : match.start()], start))
        pieces.append(Traced(read, (match.start(),) * len(read)))
        start = match.end()
    pieces.append(Traced.of(text[start:end], start))
    whole = Traced.join(pieces) if len(pieces) > 1 else pieces[0]
    return _seen(whole)


def _seen(text: Traced) -> Traced:
    """Without the characters that print nothing."""
    if _UNSEEN.isdisjoint(text.text):
        return text
    kept = [i for i, char in enumerate(text.text) if char not in _UNSEEN]
    return Traced("".join(text.text[i] for i in kept), tuple(text.at[i] for i in kept))
