"""Headings of the columns of a table, in Kazakh and Russian."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, get_args

from corpus.tables.layout import TableLine
from corpus.tables.words import UNIT

Column = Literal[
    "number",
    "title",
    "unit",
    "source",
    "form",
    "date",
    "exec",
    "sum",
    "fund",
    "code",
    "done",
]

#: Headings without blanks, hyphens and marks, lower case, as in a torn header.
#: Longer ones stand before those that they contain.
_HEADINGS: Final = (
    ("number", r"рс№|№рс|№пп|ппn|nпп|№|рс(?![а-яә])|реттік№"),
    ("code", r"(?:бюджеттік)?бағдарлама(?:ның)?коды|код(?:бюджетной)?программы"),
    (
        "fund",
        (
            r"қаржыландыру(?:дың)?көз(?:дері|і)|источники?финансирования"
            r"|қаржыкөз(?:дері|і)"
        ),
    ),
    (
        "exec",
        (
            r"(?:орындау(?:ға|ы|үшін)?)?жауапты(?:мемлекеттік|бірлесіп)?"
            r"(?:органдар|орындаушы(?:лар)?)|(?:орындауға)?жауаптылар"
            r"|ответственны[йе](?:исполнител[ьи]|заисполнение(?:иреализацию)?"
            r"|государственныеорганы|органы)?|исполнител[ьи]"
        ),
    ),
    (
        "date",
        (
            r"(?:іскеасыру|орындау|орындалу|аяқтау)(?:дың)?мерзім(?:дері|і)"
            r"|мерзім(?:дері|і)|срок(?:и)?(?:исполнения|реализации|завершения|выполнения)?"
        ),
    ),
    (
        "form",
        (
            r"аяқтал?у(?:дың)?нысан(?:дары|ы)|орындау(?:дың)?нысаны"
            r"|форма(?:ы)?(?:завершения|исполнения|реализации)"
        ),
    ),
    ("unit", r"өлшембірлі(?:ктері|гі)|единиц[аы]измерения|едизм(?:ерения)?"),
    ("source", r"ақпараткөз(?:дері|і)|источники?информации"),
    (
        "done",
        r"орындалуытуралыақпарат(?:орындалмаусебептері)?|информацияобисполнении",
    ),
    (
        "sum",
        (
            r"болжа(?:мды|натын)шығыс(?:тар|ы)?|шығыстар|қаржыландырукөлем(?:дері|і)"
            r"|(?:предполагаемые|прогнозные)?расходы|объ[её]мы?финансирования"
            r"|(?:оныңішінде)?жылдарбойынша|(?:втомчисле)?погодам|оныңішінде|втомчисле"
            r"|жоспарлыкөрсеткіштер|стоимость|сумма"
        ),
    ),
    (
        "title",
        (
            r"ісшара(?:лар)?(?:дың|ның)?атауы|іс?қимыл(?:дың|дар)?атауы|ісшаралар(?!ы)"
            r"|нысаналыиндикатор(?:лар)?|нәтиже(?:лер)?көрсеткіш(?:тері|і)|әрекет(?:тер)?"
            r"|атауы|наименование(?:мероприяти[йея]|показател[ейя])?|мероприяти[ея]"
            r"|целевыеиндикаторы|показатели(?:результатов)?"
        ),
    ),
    ("total", r"(?:(?:19|20)\d\d){0,2}(?:жылдарға)?(?:барлығы|жиыны)|всего|итого"),
    ("year", r"(?:19|20)\d\d(?:жыл(?:ы|дар)?|г(?:од)?)?(?:факт|план|жоспар)?"),
    ("money", r"(?:млн|млрд|мың|тыс)(?:теңге|тенге)"),
)
_ALL: Final = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _HEADINGS))
#: The row that numbers the columns: ``1 2 3 4 5 6``; must not match ``1 1 2 2``.
_NUMBERS = re.compile(r"1(?:[\s\t]+\d{1,2}){1,19}")
#: Words of a header that are no heading of a column.
_FILLER = re.compile(
    r"кестеніңжалғасы|продолжениетаблицы|факт|план|жоспар|көзі|жыл(?:ы|дар)?|г"
)
#: Between two headings stand no more foreign letters than these.
LOOSEST: Final = 14
MONEY_UNIT = re.compile(r"(?:млн|млрд|мың|тыс)\.?\s*(?:теңге|тенге)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]|№")
#: The column that a heading is of.
_COLUMN_OF: Final[Mapping[str, Column]] = MappingProxyType(
    {name: name for name in get_args(Column)}
    | {"total": "sum", "year": "sum", "money": "sum"}
)
_BY_YEARS = re.compile(r"жылдар|годам|ішінде|числе")
_TARGETS = re.compile(r"нысаналы|целев")


class Heading(NamedTuple):
    """A heading with the index of the line it ends on."""

    kind: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Header:
    """What the headings of a table say.

    Attributes:
        columns: Kinds of the columns from left to right, none twice.
        periods: "total" and years in the order of their columns.
        unit: Unit of the amounts if the header names it.
        length: Number of lines, the row of column numbers included.
        numbered: A column numbers the rows.
        yearly: The amounts stand by years.
        targets: The rows are target indicators.
    """

    columns: tuple[Column, ...]
    periods: tuple[str, ...]
    unit: str | None
    length: int
    numbered: bool
    yearly: bool = False
    targets: bool = False

    def has(self, *columns: Column) -> bool:
        """The table has all of these columns."""
        return all(column in self.columns for column in columns)


def read_header(lines: Sequence[TableLine]) -> Header | None:
    """The header at the start of lines; None if there is none.

    Args:
        lines: Printed lines from the first heading on.
    """
    headings = _headings(lines)
    if not headings:
        return None
    length = _length(lines, headings)
    columns = _columns(headings)
    text = " ".join(line.text.text for line in lines[:length])
    unit = MONEY_UNIT.search(text)
    periods = _periods(headings)
    return Header(
        columns=columns,
        periods=periods,
        unit=unit[0] if unit else None,
        length=length,
        numbered="number" in columns,
        yearly=bool(periods) or any(_BY_YEARS.search(h.text) for h in headings),
        targets=any(_TARGETS.search(h.text) for h in headings),
    )


def column_numbers(text: str) -> bool:
    """The line numbers the columns: «1 2 3 4 5»."""
    if not _NUMBERS.fullmatch(text.strip()):
        return False
    figures = [int(figure) for figure in text.split()]
    return figures == list(range(1, len(figures) + 1))


def _headings(lines: Sequence[TableLine]) -> list[Heading]:
    """Headings that follow each other closely."""
    letters: list[str] = []
    places: list[int] = []
    for i, line in enumerate(lines):
        found = [char.lower() for char in line.text.text if _WORD.match(char)]
        letters += found
        places += [i] * len(found)
    found_headings: list[Heading] = []
    done = 0
    text = "".join(letters)
    for match in _ALL.finditer(text):
        between = _FILLER.sub("", text[done : match.start()])
        if len(between) > (LOOSEST if found_headings else 4):
            break
        kind = match.lastgroup or ""
        found_headings.append(Heading(kind, match.group(), places[match.end() - 1]))
        done = match.end()
    return found_headings


def _length(lines: Sequence[TableLine], headings: Sequence[Heading]) -> int:
    """Number of lines of the header, the row of column numbers included."""
    length = headings[-1].line + 1
    for i in range(length, min(length + 4, len(lines))):
        text = lines[i].text.text
        if column_numbers(text):
            return i + 1
        squashed = "".join(c for c in text.lower() if c.isalpha())
        if text not in {"*", ")", "("} and not _FILLER.fullmatch(squashed):
            break
        length = i + 1
    return length


def _columns(headings: Sequence[Heading]) -> tuple[Column, ...]:
    """Kinds of columns in order; years and totals are columns of amounts."""
    return tuple(dict.fromkeys(_COLUMN_OF[heading.kind] for heading in headings))


_YEARS = re.compile(r"(?:19|20)\d\d")


def _periods(headings: Sequence[Heading]) -> tuple[str, ...]:
    """Total and years, in order; a range in the total adds years cut off."""
    periods: list[str] = []
    last = ""
    for heading in headings:
        if heading.kind == "total" and "total" not in periods:
            periods.append("total")
            last = (_YEARS.findall(heading.text) or [""])[-1]
        elif heading.kind == "year":
            year = _YEARS.findall(heading.text)[0]
            if year not in periods:
                periods.append(year)
    years = [int(p) for p in periods if p != "total"]
    if years and last and int(last) > years[-1] and int(last) - years[-1] < 10:
        periods += [str(y) for y in range(years[-1] + 1, int(last) + 1)]
    return tuple(periods)


def unit_of(text: str) -> str | None:
    """The unit that a cell holds; None for an empty or starred cell."""
    match = UNIT.match(text.strip())
    return match[0].strip() if match else (text.strip(" *") or None)
