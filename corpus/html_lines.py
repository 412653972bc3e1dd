"""Printed lines of a page and what its mark-up says about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from corpus.html_scan import Token, attribute
from corpus.paragraphs import begins_part
from corpus.patterns import NOTE
from corpus.repair.edits import collapse
from corpus.repair.lookalikes import read_lookalikes
from corpus.repair.spacing import join_spaced_letters
from corpus.repair.wrapping import tidy_marks
from corpus.trace import Traced

_BOLD: Final = frozenset(("b", "strong"))
_ITALIC: Final = frozenset(("i", "em"))
#: A colour of editors' notes: ``#FF0000``, ``red``, ``color: red;``.
#: Must not match ``#FF9900``, ``darkred`` or ``background-color: red``.
_RED = re.compile(
    r"(?:^|(?:^|;)\s*color\s*:)\s*(?:#?f00|#?ff0000|red)\s*(?:;|$)", re.IGNORECASE
)
#: Blanks before the first line of a paragraph, as the pages print them.
_INDENT = re.compile(r"\s*(?:\u00a0[ \t]*){3,}")
#: A line that ends a sentence or a list item.
_ENDED = re.compile(r"[.;:!?]\s*$")
#: Elements inside each other beyond this depth say nothing new.
_DEEPEST: Final = 40


class Style(NamedTuple):
    """What an open element says about its text."""

    name: str
    note: bool
    bold: bool
    italic: bool
    link: str


@dataclass(slots=True)
class Styles:
    """The open elements that say how their text looks."""

    open: list[Style] = field(default_factory=list)

    def push(self, token: Token) -> None:
        """An element begins."""
        name = token.name
        note = "note" in attribute(token.attributes, "class").split()
        color = attribute(token.attributes, "color" if name == "font" else "style")
        note = note or bool(_RED.search(color))
        link = attribute(token.attributes, "href") if name == "a" else ""
        style = Style(name, note, name in _BOLD, name in _ITALIC, link)
        if any(style[1:]) and len(self.open) < _DEEPEST:
            self.open.append(style)

    def pop(self, name: str) -> None:
        """An element ends, and with it those opened inside it."""
        for i in range(len(self.open) - 1, -1, -1):
            if self.open[i].name == name:
                del self.open[i:]
                return

    @property
    def link(self) -> str:
        """Where the innermost open link leads, "" if there is none."""
        return next((style.link for style in reversed(self.open) if style.link), "")


@dataclass(slots=True)
class Line:
    """A printed line; its flags are those of its visible text.

    Attributes:
        start: Offset at which it begins, mark-up included.
        pieces: Text as it comes.
        visible: It has words.
        note: It begins inside a note.
        bold: All of it is bold.
        italic: All of it is in italics.
        links: Where its words lead, "" for words that lead nowhere.
    """

    start: int
    pieces: list[Traced] = field(default_factory=list)
    visible: bool = False
    note: bool = False
    bold: bool = True
    italic: bool = True
    links: set[str] = field(default_factory=set)

    def add(self, words: Traced, styles: Styles) -> None:
        """More text of the line."""
        self.pieces.append(words)
        if not words.text.strip():
            return
        if not self.visible:
            self.note = any(style.note for style in styles.open)
        self.visible = True
        self.bold &= any(style.bold for style in styles.open)
        self.italic &= any(style.italic for style in styles.open)
        self.links.add(styles.link)

    def turns(self, words: Traced, styles: Styles) -> bool:
        """The words are a note that begins inside this line of the act."""
        note = any(style.note for style in styles.open)
        return self.visible and note and not self.note and bool(words.text.strip())

    @property
    def raw(self) -> str:
        """Its text as written."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def indented(self) -> bool:
        """It begins with an indent."""
        return bool(_INDENT.match(self.raw))

    def mended(self) -> Traced:
        """Its words with single blanks, in one piece each, letters as meant."""
        return mend(Traced.join(self.pieces))


def mend(text: Traced) -> Traced:
    """A printed line with single blanks, words in one piece, letters as meant."""
    return tidy_marks(collapse(read_lookalikes(join_spaced_letters(collapse(text)))))


def paragraphs_of(lines: Sequence[Line], *, loose: bool) -> Iterator[list[Line]]:
    """Lines of one element by the paragraphs that they are.

    Args:
        lines: With words.
        loose: They stand outside paragraphs: each is one.
    """
    group: list[Line] = []
    for line in lines:
        if group and (loose or _begins(group[-1], line)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(before: Line, line: Line) -> bool:
    """A printed line begins a paragraph."""
    if before.note != line.note or line.indented:
        return True
    text = line.raw.strip()
    if NOTE.match(text):
        return True
    return begins_part(text) and bool(_ENDED.search(before.raw))
