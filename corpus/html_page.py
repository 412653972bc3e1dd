"""A page of adilet → where title, status and text stand, and which act it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from corpus.errors import CorpusError
from corpus.html_blocks import read_blocks
from corpus.html_model import Block, PageBlocks
from corpus.html_scan import Token, attribute, scan
from corpus.kinds import code_in_name
from corpus.model import Language
from corpus.trace import ActFile

#: Pages that belong to an act alone, by which it says its own code:
#: ``/rus/docs/V1800016942/info``. Must not match a link to another act's text.
_OWN = re.compile(
    r"/(?:kaz|rus|eng)/docs/(?P<code>[A-Z]\d{2}\w{7,11})/(?:info|history|links|download)"
)
#: The address of the page in its head: ``<link rel="canonical" href="…">``.
_CANONICAL = re.compile(
    r"<(?:link|meta)\s(?=[^<>]{0,400}(?:canonical|og:url))[^<>]{0,400}?"
    r"/docs/(?P<code>[A-Z]\d{2}\w{7,11})",
    re.IGNORECASE,
)
#: The side of the site that a page belongs to: ``class="module_npaView lang_rus"``.
_SIDE = re.compile(r"\blang_(?P<side>kaz|rus|eng)\b")
_LANGUAGES: Final[dict[str, Language]] = {"kaz": "kk", "rus": "ru", "eng": "en"}
#: Class of the status box of acts that are no longer in force.
_REPEALED: Final = "status_yts"
#: Class of the frame of a text that is an earlier wording.
_ARCHIVED: Final = "text_arc"


class NoActInPageError(CorpusError):
    """A web page holds no text of an act."""

    def __init__(self, name: str) -> None:
        super().__init__(
            name,
            "no text of an act in this page (no <article>)",
            "save the act's own page, such as adilet.zan.kz/rus/docs/P1800000124",
        )


class Element(NamedTuple):
    """A part of the head of a page: its half-open place and its words."""

    start: int
    end: int
    block: Block


@dataclass(frozen=True, slots=True)
class Page:
    """A page of an act.

    Attributes:
        title: The title, None if it has none.
        status: The words of the status box.
        formal: Kind, issuer, date and number.
        repealed: The status box says so by its class.
        outdated: It shows an earlier wording.
        body: Blocks of the text.
        start: Offset at which the text begins.
        end: Offset after the text.
        code: adilet's code as the page's own links say it, "" if they do not.
        language: By the side of the site, "und" if unknown.
    """

    title: Element | None
    status: Element | None
    formal: Element | None
    repealed: bool
    outdated: bool
    body: PageBlocks
    start: int
    end: int
    code: str
    language: Language


def read_page(file: ActFile) -> Page:
    """Find the parts of a page.

    Raises:
        NoActInPageError: It has no text of an act.
    """
    tokens = list(scan(file.text))
    first, last = _article(tokens, file)
    head = _Head(file.text, tokens[:first])
    body = read_blocks(file.text, tokens[first:last], tokens[first].start)
    if not body.blocks:
        raise NoActInPageError(file.name)
    end = tokens[last - 1].end
    top = file.text[: tokens[first].start]
    return Page(
        title=head.read(head.element("h1", "")) or head.read(head.element("title", "")),
        status=head.read(head.element("", "status")),
        formal=head.read(head.formal()),
        repealed=head.repealed(),
        outdated=head.element("", _ARCHIVED) is not None,
        body=body,
        start=tokens[first].start,
        end=end,
        code=_code(top),
        language=_language(top),
    )


def visible_text(text: str) -> str:
    """The words of a page's text without mark-up, for counts of words.

    What stands outside the text proper is left out if it can be told.
    """
    start = max(text.find("<article"), 0)
    end = text.find("</article", start)
    part = text[start : end if end >= 0 else len(text)]
    return re.sub(r"&nbsp;|<[^<>]*>", " ", part)


def _article(tokens: Sequence[Token], file: ActFile) -> tuple[int, int]:
    """Half-open range of the tokens of the text."""
    opens = [i for i, t in enumerate(tokens) if t.kind == "open" and _is_text(t)]
    articles = [i for i in opens if tokens[i].name == "article"]
    if not opens:
        raise NoActInPageError(file.name)
    first = (articles or opens)[0]
    name = tokens[first].name
    depth = 0
    for i in range(first, len(tokens)):
        if tokens[i].name == name:
            depth += {"open": 1, "close": -1}.get(tokens[i].kind, 0)
        if depth == 0:
            return first, i + 1
    return first, len(tokens)


def _is_text(token: Token) -> bool:
    """The element that holds the text of an act, on pages of any year."""
    classes = attribute(token.attributes, "class").split()
    return token.name == "article" or (token.name == "div" and "text" in classes)


class _Head:
    """What stands above the text of a page."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens

    def element(self, name: str, word: str) -> tuple[int, int] | None:
        """Tokens of the first element of a name or with a word in its class."""
        for i, token in enumerate(self.tokens):
            classes = attribute(token.attributes, "class").split()
            if token.kind == "open" and (token.name == name or word in classes):
                return self._whole(i)
        return None

    def formal(self) -> tuple[int, int] | None:
        """Tokens of the first paragraph after the title."""
        title = self.element("h1", "")
        for i in range(title[1] if title else len(self.tokens), len(self.tokens)):
            if self.tokens[i].kind == "open" and self.tokens[i].name == "p":
                return self._whole(i)
        return None

    def read(self, place: tuple[int, int] | None) -> Element | None:
        """The words of an element; None if it has none."""
        if place is None:
            return None
        part = self.tokens[slice(*place)]
        start, end = part[0].start, part[-1].end
        blocks = read_blocks(self.text, part, start).blocks
        lines = tuple(line for block in blocks for line in block.lines)
        return Element(start, end, Block(start, lines)) if lines else None

    def repealed(self) -> bool:
        """The status box is that of a repealed act."""
        place = self.element("", "status")
        if place is None:
            return False
        return _REPEALED in self.tokens[place[0]].attributes.casefold()

    def _whole(self, i: int) -> tuple[int, int]:
        """Half-open range of an element that begins with a token."""
        name = self.tokens[i].name
        for k in range(i + 1, len(self.tokens)):
            if self.tokens[k].kind == "close" and self.tokens[k].name == name:
                return i, k + 1
        return i, len(self.tokens)


def _code(top: str) -> str:
    """The code that the page's own links or its canonical address name."""
    for pattern in (_CANONICAL, _OWN):
        for match in pattern.finditer(top):
            code = code_in_name(match["code"])
            if code:
                return code
    return ""


def _language(top: str) -> Language:
    """The language of the side of the site."""
    match = _SIDE.search(top)
    return _LANGUAGES[match["side"]] if match else "und"
