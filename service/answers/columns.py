"""The columns and lines of annexed forms, asked for by number: "third column".

Orders explain their forms column by column («3-бағанда … көрсетіледі», «в графе 3
указывается …»): the number says which sentence answers, better than any word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from corpus.letters import fold
from corpus.model import Act, Provision
from service.answers.case import NOTHING, Case, Draft, Outcome, outcome
from service.answers.support import Held, support
from service.answers.texts import first_words, passage_draft
from service.model import Intent

#: Ordinals by their folded beginnings, in three languages, from first to tenth.
_ORDINALS: Final = (
    ("первы", "перво", "перва", "бирин", "first"),
    ("второ", "втора", "екин", "second"),
    ("трети", "третье", "треть", "ушин", "third"),
    ("четвер", "тортин", "fourth"),
    ("пято", "пята", "пяты", "бесин", "fifth"),
    ("шесто", "шеста", "алтын", "sixth"),
    ("седьмо", "седьма", "жетин", "seventh"),
    ("восьмо", "восьма", "сегизин", "eighth"),
    ("девято", "девята", "тогызын", "ninth"),
    ("десято", "десята", "онын", "tenth"),
)
_NOUNS: Final = r"(?:баган|граф|столб|column)"
_LINES: Final = r"(?:жол|строк|line|row)"
#: A column by its number, folded. Matches «3-баганда», «5 баганынын», «графе 3»,
#: "column 3"; must not match «2018 графа».
_NUMBER: Final = (
    r"(?:(?<!\d)(?P<before>\d{{1,2}})(?:-?\s?(?:я|й|ю|ой|ей|м|ші|шы|ши|th|rd|nd|st))?"
    r"[-\s]{noun}\w*|{noun}\w*\s(?:№\s?)?(?P<behind>\d{{1,2}})(?!\d))"
)
_COLUMN = re.compile(_NUMBER.format(noun=_NOUNS))
_LINE = re.compile(_NUMBER.format(noun=_LINES))
#: An ordinal and what it counts, folded. Matches «ушинши багана», "third column".
_WORDED = re.compile(rf"(?P<ordinal>\w+)\s(?P<noun>{_NOUNS}|{_LINES})\w*")
#: Least share of the question that the unit, its form and its headings hold.
_LEAST: Final = 0.15


class _Asked(NamedTuple):
    number: str
    pattern: re.Pattern[str]


def column_asked(case: Case, intent: Intent) -> Outcome:
    """What a form's column or line is for; not concerned where none is asked for."""
    asked = _asked(fold(case.query.text))
    if asked is None:
        return NOTHING
    found = sorted(_found(case, asked), key=lambda one: (-one[0], one[1].id))
    if not found or found[0][0] < _LEAST:
        return NOTHING
    _, provision = found[0]
    act = case.records.act(provision.act_id)
    return outcome(case, [_draft(case, act, provision, intent)] if act else [])


def _asked(question: str) -> _Asked | None:
    for pattern in (_COLUMN, _LINE):
        if match := pattern.search(question):
            return _Asked(match["before"] or match["behind"], pattern)
    for match in _WORDED.finditer(question):
        for number, beginnings in enumerate(_ORDINALS, 1):
            if match["ordinal"].startswith(beginnings):
                is_column = re.match(_NOUNS, match["noun"])
                return _Asked(str(number), _COLUMN if is_column else _LINE)
    return None


def _found(case: Case, asked: _Asked) -> Iterator[tuple[float, Provision]]:
    """Units that speak of the column, with the share of the question they hold."""
    for act in case.acts():
        for provision_id in case.knowledge.ids(act.id):
            if provision_id.steps[-1][0] not in {"point", "subpoint", "para"}:
                continue
            held = case.records.provision(provision_id)
            if held is None or not _speaks(held.own.text, asked):
                continue
            lemmas = case.passages.said(held, held.own.text)
            context = case.passages.context(held.id)
            yield support(case.concepts, Held(lemmas, context)), held


def _speaks(text: str, asked: _Asked) -> bool:
    matches = asked.pattern.finditer(fold(text))
    return any(asked.number in {m["before"], m["behind"]} for m in matches)


def _draft(case: Case, act: Act, provision: Provision, intent: Intent) -> Draft:
    words = first_words(provision.own.text, 440)
    return passage_draft(case, act, provision, words, intent)
