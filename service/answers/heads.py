"""What answers about an act as a whole have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.ids import ProvisionId, Source
from corpus.model import Act
from service.answers.case import Case, Draft
from service.answers.warn import act_warnings
from service.model import Intent, Value
from service.period_words import say_date
from service.wording import shortened

_TITLE_MOST: Final = 260
#: Longest stretch of lines that is quoted for a fact of the head.
_QUOTE_MOST: Final = 400

Quoted = tuple[ProvisionId, str, Source]


def lines_quoted(case: Case, act: Act, source: Source) -> Quoted | None:
    """The words of some lines of the file, to be quoted as they stand."""
    file = case.records.source(act.id)
    first = next(iter(case.knowledge.ids(act.id)), None)
    holder = case.knowledge.holder(act.id, source.line_start) or first
    if file is None or holder is None:
        return None
    last = min(source.line_end, len(file.starts))
    rows = (file.line(n).text for n in range(source.line_start, last + 1))
    text = " ".join(" ".join(rows).split())
    if len(text) > _QUOTE_MOST:
        text = text[: text.rfind(" ", 0, _QUOTE_MOST)]
    return holder, text, source


def head_draft(
    case: Case,
    act: Act,
    text: str,
    values: Sequence[Value],
    quotes: Sequence[Quoted | None],
) -> Draft:
    """An answer on an act: quotes that could be found, warnings that concern it."""
    cited = [quote for quote in quotes if quote]
    warnings = tuple(act_warnings(case, act))
    return Draft(text, act.id, "status", tuple(values), cited, warnings)


def act_draft(
    case: Case,
    act: Act,
    intent: Intent,
    text: str,
    values: Sequence[Value],
    quotes: Sequence[Quoted | None],
) -> Draft:
    """The same under another intent."""
    return head_draft(case, act, text, values, quotes)._replace(intent=intent)


def short_title(act: Act) -> str:
    """The title of an act, cut where it is very long."""
    return shortened(act.title, _TITLE_MOST)


def date_with_figures(iso: str, case: Case, said: str | None = None) -> str:
    """A date in words with its figures: «13 декабря 2019 года (13.12.2019)».

    ``said`` where the sentence needs the words in another case.
    """
    year, month, day = iso.split("-")
    return f"{said or say_date(iso, case.language)} ({day}.{month}.{year})"
