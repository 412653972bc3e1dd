"""The head of a page → title, kind, issuer, number, date, registration, status."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.dates import find_dates
from corpus.head import REPEALED, Head, read_head
from corpus.html_sheet import Sheet
from corpus.kinds import act_kind, issuer_name
from corpus.model import Language
from corpus.repair.spacing import Vocabulary
from corpus.script import language_of
from corpus.trace import Traced

_BLANK = Traced("", ())
#: The site's name behind the title in the head of its pages: `` - ИПС "Әділет"``.
_SITE = re.compile(r"\s+[-–]\s+(?:ИПС\s+)?\"(?:Әділет|Adilet)\"(?:\s+\w+)?$")


def page_language(sheet: Sheet) -> Language:
    """The language of the text by its letters, else by the side of the site."""
    language = language_of(" ".join(line.text for line in sheet.lines))
    return sheet.page.language if language == "und" else language


def read_page_head(sheet: Sheet, vocabulary: Vocabulary, language: Language) -> Head:
    """What the head of a page says; its lines are numbers of slots.

    The words above the text are those of the head of any act: title, then the line
    with kind, issuer, date and number, and whether it is in force.
    """
    lines = sheet.lines
    title, status, formal = (
        lines[number - 1] if number else _BLANK
        for number in (sheet.title, sheet.status, sheet.formal)
    )
    name = _SITE.search(title.text)
    title = title[: name.start()] if name else title
    repealed = sheet.page.repealed or bool(REPEALED.search(status.text))
    printed = [title, _BLANK, *([status, _BLANK] if repealed else []), formal]
    head = read_head(printed, vocabulary, language)
    if not head.number:
        head = _by_words(head, title.text, formal.text, language)
    numbers = [n for n in (sheet.title, sheet.status, sheet.formal) if n]
    return replace(
        head,
        status="repealed" if repealed else head.status,
        title_lines=(max(sheet.title, 1), max(sheet.title, 1)),
        last=max(numbers, default=0),
        status_source=(
            (sheet.status, max(sheet.status, sheet.formal)) if sheet.status else None
        ),
    )


def _by_words(head: Head, title: str, formal: str, language: Language) -> Head:
    """The head of an act without a number, such as the constitution."""
    dates = find_dates(formal)
    kind = act_kind(formal)
    kind = kind if kind.letter else act_kind(title)
    return replace(
        head,
        kind=kind,
        issuer=issuer_name("", kind, language),
        date=dates[0].iso if dates else "",
    )
