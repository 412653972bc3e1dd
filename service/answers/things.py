"""How well a text holds the very thing that is asked for: who, when, how many."""

from __future__ import annotations

import re
from typing import Final

from corpus.model import Language
from service.answers.agents import ONLY_NAMED, acting, goes_to, to_whom
from service.answers.case import Case
from service.answers.figures import has_other_figures
from service.answers.leads import ends_open
from service.answers.looks import holds, names_party
from service.answers.quantities import number_fit, unit_fit
from service.passages import Passage

#: Kinds of things that are numbers.
_NUMBERS: Final = frozenset({"number", "percent", "amount"})
#: Fit of a text that opens a list, where who does something is asked for.
_ONLY_OPENS: Final = 0.4
#: Fit of a text that tells a number by a share of something («половина членов»).
_PART_FIT: Final = 0.85
#: Fit of a text that names persons or parties where "who" is asked.
_PARTY_FIT: Final = 0.85
#: It is a body that is asked for, not just anyone. Matches «какой орган», "which
#: ministry", «қай министрлік», «кто отвечает»; must not match «кто вправе».
_ASKS_BODY = re.compile(
    r"\bорган|ведомств|министерств|министрлік|отвеча|ответствен|исполнител|агентств"
    r"|жауап|\bbody|\bbodies|agenc|ministr|authorit|responsib|charge|орындаушы|мекеме",
    re.IGNORECASE,
)
#: How long before is asked. Matches «за сколько дней до», «бұрын», "in advance"; must
#: not match «до какого числа», «дейінгі».
_BEFORE_ASKED = re.compile(
    r"\bза\s+сколько\b.*\bдо\b|\bзаранее\b|\bзаблаговрем|\bбұрын\b|\bбурын\b|қалғанда"
    r"|\bbefore\b|\bin advance\b|\bprior to\b|\bahead of\b",
    re.IGNORECASE,
)
#: A period before something. Matches «не позднее чем за пять дней до», «1 жыл бұрын»;
#: must not match «в течение пяти дней после».
_BEFORE = re.compile(
    r"\bза\s+\w+(?:\s+\w+){0,3}\s+до\b|\bчем\s+за\b|\bбұрын\b|қалғанда|\bдо\s+истечени"
    r"|\bдейін\s+кемінде",
    re.IGNORECASE,
)
#: Fit of a period that lies the other way.
_OTHER_WAY: Final = 0.7


def thing_fit(case: Case, passage: Passage, language: Language, slot: str) -> float:
    """How well a passage holds a thing of the kind asked for, 0 to 1."""
    held = holds(passage, language, slot, case.knowledge.bodies)
    if slot == "number":
        if not tells_number(case, passage, language):
            return 0.0
        return max(number_fit(case, passage, language), _PART_FIT * held)
    if slot == "body":
        party = _PARTY_FIT * _of_party(case, passage.text)
        return _part_played(case, passage.text, language) if held else party
    if held and slot == "duration":
        return unit_fit(case, passage.text) * _direction_fit(case, passage.text)
    if held and slot == "date":
        return unit_fit(case, passage.text)
    return float(held)


def _part_played(case: Case, text: str, language: Language) -> float:
    """Less where a text names a body that does not do, or get, what is asked about.

    Words that only open a list do not say what is done.
    """
    if ends_open(text):
        return _ONLY_OPENS
    if to_whom(case.query.text):
        return 1.0 if goes_to(text, language) else ONLY_NAMED
    return acting(text, language, case.knowledge.bodies, case.query.body_ids)


def tells_number(case: Case, passage: Passage, language: Language) -> bool:
    """Whether the numbers of a passage are others than those of the question."""
    text, question = passage.text, case.query.question
    things = case.passages.things(text, language)
    numbers = [text[t.start : t.end] for t in things if t.kind in _NUMBERS]
    return not numbers or any(has_other_figures(n, question) for n in numbers)


def _direction_fit(case: Case, text: str) -> float:
    """How well a period fits a question that asks how long before something."""
    before = _BEFORE_ASKED.search(case.query.text) is not None
    return _OTHER_WAY if before and not _BEFORE.search(text) else 1.0


def _of_party(case: Case, text: str) -> bool:
    """Whether "who" is answered by persons or parties: «брокеры не вправе …»."""
    return _ASKS_BODY.search(case.query.text) is None and names_party(text)
