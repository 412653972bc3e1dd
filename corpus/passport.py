"""The passport of a programme: labels and their contents out of flattened cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.paragraphs import Paragraph
from corpus.trace import Traced

#: Labels of a programme's passport as the rules of state planning prescribe them.
#: Must be followed by the end of the cell or by a capital, figure or quotation mark.
_LABEL = re.compile(
    r"(?:(?:[^\W\d_]+(?:ның|нің|дың|дің)\s)?[Аа]тауы"
    r"|(?:[^\W\d_]+(?:ны|ні|ды|ді|ты|ті)\s)?[Әә]зірлеу(?:ге)?(?:\sүшін)?\sнегіз(?:деме)?\w*"
    r"|(?:[^\W\d_]+(?:ны|ні|ды|ді|ты|ті)\s)?[Әә]зірлеу(?:ге)?(?:\sүшін)?\sжауапты"
    r"(?:\sмемлекеттік)?\sорган\w*"
    r"|(?:[^\W\d_]+(?:ны|ні|ды|ді|ты|ті)\s)?[Іі]ске\sасыру(?:ға|\sүшін)?\sжауапты"
    r"(?:\sмемлекеттік)?\sорган\w*"
    r"|Мақсат(?:ы|тары)?|Міндет(?:тері|тер|і)?|Нысаналы\sиндикатор\w*"
    r"|(?:[Іі]ске\sасыру\s)?[Мм]ерзім\w*(?:\s\(кезеңдері\))?"
    r"|Қаржыландыру\sкөздері(?:\sмен\sкөлемдері)?|Күтілетін\sнәтижелер\w*"
    r"|Наименование(?:\s[Пп]рограммы)?|Основани[ея]\sдля\sразработки(?:\s[Пп]рограммы)?"
    r"|Государственн\w+\sорган\w*,\sответственн\w+\sза\s(?:разработку|реализацию)"
    r"(?:\s[Пп]рограммы)?"
    r"|Цел[ьи](?:\s[Пп]рограммы)?|Задачи(?:\s[Пп]рограммы)?"
    r"|Сроки?\sреализации(?:\s\(этапы\))?|Целевые\sиндикаторы"
    r"|Источники\sи\sобъ[её]мы\sфинансирования)"
    r"(?=$|\s+[А-ЯЁӘІҢҒҮҰҚӨҺ\d\"«–-])"
)
#: A passport has at least so many labels.
_LEAST_LABELS = 3


class Row(NamedTuple):
    """A row of a passport.

    Attributes:
        first: 1-based first line.
        last: 1-based last line.
        text: Label and content, one above the other.
        content: Offset of the content.
    """

    first: int
    last: int
    text: Traced
    content: int


def passport_rows(cells: Sequence[Paragraph]) -> tuple[Row, ...]:
    """Rows of a passport; none if the cells are another table.

    Each cell falls to one row; cells before the first label to the first one.
    """
    groups: list[list[Paragraph]] = []
    for cell in cells:
        if _LABEL.match(cell.text.text) or not groups:
            groups.append([])
        groups[-1].append(cell)
    labelled = [group for group in groups if _LABEL.match(group[0].text.text)]
    if len(labelled) < _LEAST_LABELS:
        return ()
    return tuple(_row(group) for group in groups)


def _row(cells: Sequence[Paragraph]) -> Row:
    """Label and content of the cells of a row."""
    head = cells[0].text
    label = _LABEL.match(head.text)
    cut = label.end() if label else 0
    texts = [head[:cut], head[cut:].strip(), *(cell.text for cell in cells[1:])]
    filled = [text for text in texts if text.text]
    return Row(
        cells[0].first,
        cells[-1].last,
        Traced.join(filled, "\n"),
        min(cut + 1, len(head)),
    )
