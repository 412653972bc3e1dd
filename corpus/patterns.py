"""How the parts of an act are marked at the start of a paragraph.

One expression per kind of mark, in Kazakh and Russian. All are matched at the start
of a repaired paragraph; ``number`` and ``rest`` are their groups.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from corpus.model import Kind

#: A number of a part: ``5``, ``89-1``, ``1.2``.
_N: Final = r"\d{1,4}(?:-\d{1,3})?(?:\.\d{1,3})*"
_ROMAN: Final = r"[IVXLCІХ]{1,7}"
#: What may stand between a part's number and its heading.
_AFTER: Final = r"(?:\s*[.:]|(?=\s|$))\s*(?P<rest>.*)$"


def _marked(words: str, number: str) -> re.Pattern[str]:
    """A mark in all orders: ``1-тарау. …``, ``II бөлім …`` and ``Глава 1. …``."""
    kazakh, russian = words.split("/")
    return re.compile(
        rf"(?:(?P<kk>{number})\s?-\s?(?:{kazakh})|(?P<roman>{_ROMAN})\s+(?:{kazakh})"
        rf"|(?:{russian})\s+(?P<ru>{number}))(?!\w|-){_AFTER}",
        re.IGNORECASE | re.DOTALL,
    )


#: Headings: ``1-бөлім. …``, ``РАЗДЕЛ II. …``, ``2-тарау. …``, ``Глава 1. …``,
#: ``§ 1. …``; must not match ``1-бөлімнің атауы`` or ``Главы государства``.
_HEADINGS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("section", _marked("бөлім/раздел", rf"(?:{_N}|{_ROMAN})")),
    ("subsection", _marked("кіші бөлім/подраздел", rf"(?:{_N}|{_ROMAN})")),
    ("chapter", _marked("тарау/глава", rf"(?:{_N}|{_ROMAN})")),
    ("paragraph", _marked("параграф/параграф|§", _N)),
)
#: ``5-бап. …``, ``Статья 5. …``, ``Статья 5-1`` alone on its line.
#: Must not match a sentence such as ``Статья 5 Закона применяется``.
_ARTICLE = re.compile(
    rf"(?:(?P<kk>{_N})\s?-\s?бап|Статья\s+(?P<ru>{_N}))(?:\s*\.\s*(?P<rest>.*)|\s*)$",
    re.IGNORECASE | re.DOTALL,
)
#: ``ЖАЛПЫ БӨЛІК``, ``ОБЩАЯ ЧАСТЬ``: parts of codes, numbered by their order.
_PART = re.compile(r"(?:ЖАЛПЫ|ЕРЕКШЕ) БӨЛІК|(?:ОБЩАЯ|ОСОБЕННАЯ) ЧАСТЬ")
#: ``3. Осы қаулы …``, ``1.2. …``; must not match ``13.12.2019`` or ``3.5 млн``.
_POINT = re.compile(rf"(?P<number>{_N})\.(?=\s|[^\W\d])\s*(?P<rest>.*)$", re.DOTALL)
#: ``1) …``, ``17-1) …``; must not match ``(1) …``.
_SUBPOINT = re.compile(r"(?P<number>\d{1,3}(?:-\d{1,3})?)\)\s*(?P<rest>.*)$", re.DOTALL)
#: ``а) …``, ``ә) …``, ``b) …``: one letter and a bracket.
_LETTER = re.compile(r"(?P<number>[^\W\d_])\)\s+(?P<rest>.*)$", re.DOTALL)
#: Notes of editors and of the act: ``Ескерту.``, ``Сноска.``, ``Ескертпе:``,
#: ``Примечание ИЗПИ!``, ``ЗҚАИ-ның ескертпесі!``, ``Вниманию пользователей!``;
#: must not match ``Ескертулер мен``.
NOTE = re.compile(
    r"(?:Вниманию пользователей|Қолданушылар(?:дың)? назарына"
    r"|Ескерту|Ескертпе(?:лер)?|Сноска|Примечани[ея](?:\s+(?:ИЗПИ|РЦПИ))?"
    r"|(?:ЗҚАИ|РҚАО|ҚР ЗҚАИ)-\w+\s+ескертпесі)\s*[.:!](?=\s|$)",
    re.IGNORECASE,
)
#: The publisher's line at the end of a page.
COPYRIGHT = re.compile(r"(?:©|\(c\)|\(с\))\s*(?:19|20)\d\d", re.IGNORECASE)

_RANKS: Final[dict[Kind, int]] = {
    "part": 1,
    "section": 2,
    "subsection": 3,
    "chapter": 4,
    "paragraph": 5,
    "article": 6,
    "point": 7,
    "subpoint": 8,
}
#: Cyrillic letters of list items in ASCII, for paths.
_CYRILLIC: Final = "абвгдежзиклмнопрстуфхцчшэюяәіғқңөұүһ"
_SPELLED: Final = (
    "a b v g d e zh z i k l m n o p r s t u f kh c ch sh eh yu ya"
    " ae ii gh q ng oe uu ue hh"
)
_LATIN: Final = dict(zip(_CYRILLIC, _SPELLED.split(), strict=True))
_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class Mark(NamedTuple):
    """The mark at the start of a paragraph.

    Attributes:
        kind: Of the part that begins.
        number: As printed, without point or bracket.
        rest: Offset in the paragraph at which the part's own words begin.
    """

    kind: Kind
    number: str
    rest: int


def read_mark(text: str) -> Mark | None:
    """The mark that a paragraph begins with; None for unmarked ones."""
    for kind, pattern in _HEADINGS:
        match = pattern.match(text)
        if match:
            number = match["kk"] or match["roman"] or match["ru"]
            return Mark(kind, number, match.start("rest"))
    match = _ARTICLE.match(text)
    if match:
        rest = match.start("rest") if match["rest"] else len(text)
        return Mark("article", match["kk"] or match["ru"], rest)
    if _PART.match(text):
        return Mark("part", "", 0)
    for kind, pattern in _ITEMS:
        match = pattern.match(text)
        if match:
            return Mark(kind, match["number"], match.start("rest"))
    return None


_ITEMS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("point", _POINT),
    ("subpoint", _SUBPOINT),
    ("subpoint", _LETTER),
)


def rank(kind: Kind) -> int:
    """Depth of a kind of part: 1 for parts of a code, 8 for subpoints, 9 below."""
    return _RANKS.get(kind, 9)


def is_heading_kind(kind: Kind) -> bool:
    """Sections, chapters and the like, which bear a heading and no words."""
    return rank(kind) <= _RANKS["paragraph"]


def path_number(number: str) -> str:
    """A printed number as it stands in a path: ASCII, Roman figures as Arabic."""
    roman = number.upper().replace("І", "I").replace("Х", "X")
    if roman and all(char in _ROMAN_VALUES for char in roman):
        return str(_roman_value(roman))
    return "".join(_LATIN.get(char, char) for char in number.lower())


def _roman_value(roman: str) -> int:
    """The value of a number in Roman figures."""
    values = [_ROMAN_VALUES[char] for char in roman]
    return sum(
        -value if value < max(values[i:]) else value for i, value in enumerate(values)
    )
