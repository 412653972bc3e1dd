"""Short forms with their full forms: from lists, and from «(бұдан әрі – …)»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.glossary_lists import Entry
from corpus.ids import ProvisionId, Source
from corpus.model import Abbreviation, Language
from corpus.repair.lookalikes import is_roman
from corpus.subjects import nominative

#: ``(бұдан әрі – Бағдарлама)``, ``(далее - протокол)``.
_HENCEFORTH = re.compile(
    r"\((?:бұдан\s+(?:әрі|былай)|далее(?:\s+по\s+тексту)?)\s*[-–—:]\s*"
    r"(?P<short>[^()]{1,90}?)\s*\)",
    re.IGNORECASE,
)
#: ``жедел басқару орталықтарының (ЖБО)``; must not match ``(VI)`` or ``(РБ – 5)``.
_ACRONYM = re.compile(r"\((?P<short>[А-ЯЁӘІҢҒҮҰҚӨҺ]{3,8})\)")
#: The place before which a full form cannot reach.
_CLAUSE = re.compile(r"[.;:!?]\s|\n|\)\s*,?\s|\d\)\s")
#: Words that end what stands before a Kazakh full form: postpositions and pointers.
_BOUNDARY = re.compile(
    r"(?<!\w)(?:бойынша|сәйкес|үшін|арқылы|негізінде|кезінде|мақсатында|отырған|осы"
    r"|деген\s+\w+|ретінде|кейін|дейін)\s+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
#: A word in the instrumental case, which belongs to what stands before a name:
#: ``құқығымен``; must not match ``мен`` or ``омен``.
_WITH = re.compile(r"[^\W\d_]{3}[мбп]ен$", re.IGNORECASE)
#: Letters of a word that tell it, endings aside.
_STEM: Final = 5
#: Unmatched words that may stand between two letters of an acronym.
_MOST_SKIPPED: Final = 2
#: Share of a title's words that must stand before the bracket.
_ALIKE: Final = 0.9
#: A full form with the clause before it is shorter than this, in characters.
_REACH: Final = 2000


def listed(entries: Sequence[Entry], file: str) -> tuple[Abbreviation, ...]:
    """The entries of an act's own list."""
    return tuple(
        Abbreviation(entry.short, entry.name, Source(file, entry.first, entry.last))
        for entry in entries
    )


def inline(
    text: str,
    source: Source,
    provision: ProvisionId,
    titles: Sequence[str],
    language: Language,
) -> Iterator[Abbreviation]:
    """The short forms that a text brings in, in order.

    Args:
        text: Of a provision or a cell.
        source: Its lines.
        provision: Its address.
        titles: Titles of the act's documents in the nominative, for full forms.
        language: Of the text.
    """
    for match in _HENCEFORTH.finditer(text):
        short = match["short"].strip(' "«»“”')
        name = _full_form(_before(text, match), short, titles, language)
        if name:
            yield Abbreviation(short, name, source, provision, listed=False)
    for match in _ACRONYM.finditer(text):
        short = match["short"]
        before = _clause(_before(text, match))
        start = None if is_roman(short) else _by_initials(before, short)
        if start is not None:
            name = before[start:]
            name = nominative(name) if language == "kk" else name
            yield Abbreviation(short, name, source, provision, listed=False)


def _before(text: str, bracket: re.Match[str]) -> str:
    """What stands before a bracket, as far back as a full form may reach."""
    return text[max(0, bracket.start() - _REACH) : bracket.start()].rstrip()


def merge(found: Sequence[Abbreviation]) -> tuple[Abbreviation, ...]:
    """One entry for each short form: the first, lists before texts."""
    kept: dict[str, Abbreviation] = {}
    for entry in sorted(found, key=lambda entry: not entry.listed):
        key = "".join(char for char in entry.abbreviation.lower() if char.isalnum())
        kept.setdefault(key, entry)
    return tuple(kept.values())


def _full_form(
    before: str, short: str, titles: Sequence[str], language: Language
) -> str:
    """The full form at the end of the words before the bracket."""
    start = next((at for t in titles for at in _title_start(before, t)), None)
    if start is not None:
        return nominative(before[start:]) if language == "kk" else before[start:]
    clause = _clause(before)
    first = short.split(maxsplit=1)[0]
    start = _by_initials(clause, first) if first.isupper() else None
    if language == "ru":
        return _russian(clause, short, start)
    if start is None:
        start = max((m.end() for m in _BOUNDARY.finditer(clause)), default=0)
    name = clause[start:].strip(' ,"«–-')
    if name.split()[-1:] == short.split()[-1:]:
        return name
    return nominative(name)


def _russian(clause: str, short: str, start: int | None) -> str:
    """The full form from the first word of the short form on, in the nominative."""
    words = list(_WORD.finditer(clause))
    heads = _WORD.findall(short)
    if start is None and heads:
        stem = heads[0].lower()[:_STEM]
        start = next(
            (w.start() for w in words if w.group().lower().startswith(stem)), None
        )
    if start is None:
        return ""
    name = clause[start:]
    head = list(_WORD.finditer(name))[: len(heads)]
    alike = len(head) == len(heads) and all(
        word.group().lower()[:4] == said.lower()[:4]
        for word, said in zip(head, heads, strict=True)
    )
    return short + name[head[-1].end() :] if alike and head else name


def _clause(before: str) -> str:
    """The words after the last mark that a full form cannot reach over."""
    cut = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    return before[cut:]


def _title_start(before: str, title: str) -> Iterator[int]:
    """Where a title begins that ends the words before a bracket, endings aside."""
    wanted = [word.lower()[:_STEM] for word in _WORD.findall(title)]
    words = list(_WORD.finditer(before))[-len(wanted) :]
    if len(wanted) < 2 or len(words) < len(wanted):
        return
    stems = [word.group().lower()[:_STEM] for word in words]
    alike = sum(a == b for a, b in zip(stems, wanted, strict=True))
    if stems[-1] == wanted[-1] and alike >= _ALIKE * len(wanted):
        start = words[0].start()
        yield start - (before[start - 1 : start] in {'"', "«"})


def _by_initials(before: str, acronym: str) -> int | None:
    """Offset of the first word of those whose initials make the acronym."""
    words = list(_WORD.finditer(before))
    letters = [char.lower() for char in acronym if char.isalpha()]
    at, skipped = len(words) - 1, 0
    for letter in reversed(letters):
        while at >= 0 and words[at].group()[0].lower() != letter:
            at, skipped = at - 1, skipped + 1
            if skipped > _MOST_SKIPPED:
                return None
        if at < 0:
            return None
        at, skipped = at - 1, 0
    first = at + 1
    while (
        first
        and words[first - 1].group()[0].lower() == letters[0]
        and not _WITH.search(words[first - 1].group())
    ):
        first -= 1
    return words[first].start()
