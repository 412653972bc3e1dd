"""What an act approves, out of its title; names in the nominative."""

from __future__ import annotations

import re

#: ``… бағдарламаны бекіту туралы``: what stands before is approved.
_APPROVES = re.compile(
    r"^(?P<subject>.+?)\s+бекіту\s+туралы$", re.DOTALL | re.IGNORECASE
)
#: Kazakh case endings of a last word with what stays of them; first that fits.
#: The possessive vowel stays: ``жоспарын`` → ``жоспары``, ``есепті`` → ``есеп``.
_CASES = (
    (re.compile(r"(?<=\w{2})(ы|і)(?:ның|нің)$"), r"\1"),
    (re.compile(r"(?<=\w{3})(?:ның|нің|дың|дің|тың|тің)$"), ""),
    (re.compile(r"(?<=\w{2})([бвгғджзйкқлмнңпрстуфхһцчшщ])(ы|і)н$"), r"\1\2"),
    (re.compile(r"(?<=\w{2})(ы|і)н(?:а|е)$"), r"\1"),
    (re.compile(r"(?<=\w{2})(ы|і)(?:нда|нде)$"), r"\1"),
    (re.compile(r"(?<=[лдт][ае]р)(?:да|де|ға|ге)$"), ""),
    (re.compile(r"(?<=\w{3})(?:ны|ні|ды|ді|ты|ті)$"), ""),
    (re.compile(r"(?<=\w{3})(?:ға|ге|қа|ке)$"), ""),
)
_LAST_WORD = re.compile(r"[^\W\d_]+$")


def approved_subject(title: str) -> str:
    """The document that a Kazakh title says is approved; "" if it says none."""
    match = _APPROVES.match(title.strip().rstrip("."))
    return nominative(match["subject"]) if match else ""


def nominative(phrase: str) -> str:
    """A Kazakh phrase with its last word in the nominative."""
    last = _LAST_WORD.search(phrase)
    if not last:
        return phrase
    for ending, stays in _CASES:
        word, found = ending.subn(stays, last.group())
        if found:
            return phrase[: last.start()] + word
    return phrase
