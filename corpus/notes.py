"""Notes of editors → who changed what, since when, and whether the text shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.act_numbers import NUMBER, act_number
from corpus.dates import DateAt, find_dates
from corpus.head import REPEALED
from corpus.ids import ProvisionId
from corpus.kinds import UNKNOWN, issuer_name
from corpus.model import ActRef, Amendment, Kind, Provision
from corpus.patterns import NOTE, path_number
from corpus.references import find_parts

_BRACKETS = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")
#: The note says when a change is in force.
_IN_FORCE = re.compile(
    r"вводится в действие|вводятся в действие|қолданысқа енгізіл", re.IGNORECASE
)
#: The wording is announced and not yet (or no longer) in the text.
_ANNOUNCED = re.compile(r"предусмотр|предусматрива|көзделген|көзделеді", re.IGNORECASE)
#: The note only points to another act.
_SEE = re.compile(r"қараңыз|\bсм\.|\bсмотрите\b", re.IGNORECASE)
_PUBLISHER = re.compile(r"^[^.:!]*(?:ИЗПИ|РЦПИ|ЗҚАИ|РҚАО)", re.IGNORECASE)
#: From the scope to the amending act: the last dash in Kazakh, the act in Russian.
_DASH = re.compile(r"\s+[-–—]\s+|(?<=\w)[-–—]\s+(?=ҚР|Қазақстан)")
_ACT_RU = re.compile(
    r"(?:,\s*внес[её]нн\w+\s+|\s+)(?=(?:Указ|Закон|Кодекс|Конституционн\w+ закон"
    r"|постановлени|приказ|распоряжени|решени)\w*)",
    re.IGNORECASE,
)
#: What stands before or behind the day since when a change is in force.
_SINCE_RU = re.compile(r"(?:вводится в действие|вступает в силу) с\s+$", re.IGNORECASE)
_SINCE_KK = re.compile(r"\s+бастап қолданысқа енгізіл", re.IGNORECASE)
#: Left over of what is no part of the scope: ``… үшінші бөлігі ҚР``, ``… действие с``.
_CUT_SHORT = re.compile(r"\s+(?:ҚР|РК|со?|от)$")
_FROM_RU = re.compile(r"\s+от\s*$")
#: What a note may call the beginning of an act.
_PREAMBLE = re.compile(r"преамбул|кіріспе", re.IGNORECASE)
#: From a date to the number of the same act, in characters.
_NEAR: Final = 12


@dataclass(frozen=True, slots=True)
class NoteFacts:
    """What a note says.

    Attributes:
        changes: Amending acts with the ISO date since when they are in force.
        scope: What is changed, in the note's words.
        parts: Kind and number of the part concerned, outermost first.
        repeals: It says that the act as a whole is repealed.
        in_text: The text shows the change.
        words: The note without its heading.
    """

    changes: tuple[tuple[ActRef, str | None], ...]
    scope: str
    parts: tuple[tuple[Kind, str], ...]
    repeals: bool
    in_text: bool
    words: str


def read_note(text: str) -> NoteFacts:
    """Read one note; a note that changes nothing has no changes."""
    heading = NOTE.match(text)
    words = text[heading.end() :].strip() if heading else text
    plain = _BRACKETS.sub(lambda bracket: " " * len(bracket.group()), words)
    dates = find_dates(plain)
    changes: list[tuple[ActRef, str | None]] = []
    cut, issuer = _scope(plain[: dates[0].start] if dates else plain)
    scope = _CUT_SHORT.sub("", words[:cut].strip(" –—-,"))
    for k, date in enumerate(() if _SEE.search(plain) else dates):
        number = NUMBER.search(plain, date.end)
        if not number or number.start() - date.end > _NEAR:
            continue
        end = dates[k + 1].start if k + 1 < len(dates) else len(words)
        act = ActRef(act_number(number), date.iso, issuer)
        since = _effective(words[number.end() : end]) or _outright(plain, dates)
        changes.append((act, since))
    mentions = find_parts(scope)
    parts = mentions[0].parts if mentions else ()
    announced = bool(_PUBLISHER.match(text) or _ANNOUNCED.search(plain))
    return NoteFacts(
        changes=tuple(changes),
        scope=scope,
        parts=parts,
        repeals=bool(changes and not parts and REPEALED.search(plain)),
        in_text=not announced,
        words=words,
    )


def amendments(
    note: Provision, facts: NoteFacts, target: ProvisionId | None
) -> tuple[Amendment, ...]:
    """The changes that a note tells of, as records of the act."""
    return tuple(
        Amendment(
            number=act.number or "",
            date=act.date or "",
            issuer=act.issuer,
            scope=facts.scope,
            effective=effective,
            in_text=facts.in_text,
            target=target,
            source=note.source,
        )
        for act, effective in facts.changes
        if not facts.repeals
    )


def note_target(
    note: Provision, facts: NoteFacts, provisions: Sequence[Provision]
) -> ProvisionId | None:
    """The provision that a note concerns; None where it is the whole act.

    Named parts are looked for near the note, in the same body or annex. A note that
    names none concerns the unit it stands in.
    """
    top = _top(note.id)
    if facts.parts:
        wanted = [f"{kind}-{path_number(number)}" for kind, number in facts.parts]
        fitting = [
            p
            for p in provisions
            if p.kind != "note" and _top(p.id) == top and _fits(p.id, wanted)
        ]
        line = note.source.line_start
        nearest = min(fitting, key=lambda p: (_distance(p, line), p.id), default=None)
        return nearest.id if nearest else None
    if _PREAMBLE.search(facts.scope):
        return next((p.id for p in provisions if p.kind == "preamble"), None)
    return note.parent


def _scope(before: str) -> tuple[int, str | None]:
    """Where the words on what is changed end, and who changed it."""
    before = _FROM_RU.sub("", before.rstrip())
    russian = _ACT_RU.search(before)
    if russian:
        issuer = re.sub(r"^\w+\s+", "", before[russian.end() :].strip())
        issuer = issuer_name(issuer, UNKNOWN, "ru")
        return russian.start(), issuer if issuer not in {"", "РК"} else None
    dashes = list(_DASH.finditer(before))
    if not dashes:
        return len(before), None
    cut = dashes[0] if len(dashes) == 1 else _scope_dash(before, dashes)
    issuer = issuer_name(before[cut.end() :], UNKNOWN, "kk")
    return cut.start(), issuer if issuer not in {"", "ҚР"} else None


def _scope_dash(before: str, dashes: Sequence[re.Match[str]]) -> re.Match[str]:
    """The dash before the issuer: the first that a state body follows."""
    return next(
        (
            dash
            for dash in dashes
            if before[dash.end() :].startswith(("ҚР", "Қазақстан"))
        ),
        dashes[0],
    )


def _effective(after: str) -> str | None:
    """The date in the brackets that say when a change is in force."""
    for bracket in _BRACKETS.finditer(after):
        dates = find_dates(bracket.group())
        if dates and _IN_FORCE.search(bracket.group()):
            return dates[0].iso
    return None


def _outright(plain: str, dates: Sequence[DateAt]) -> str | None:
    """The date that the words of a note themselves say a change is in force from."""
    return next(
        (
            date.iso
            for date in dates
            if _SINCE_RU.search(plain[: date.start])
            or _SINCE_KK.match(plain[date.end :])
        ),
        None,
    )


def _top(provision: ProvisionId) -> str:
    """The body or annexes that a provision stands in."""
    return "/".join(
        step for step in provision.split("/")[1:] if step.startswith(("body", "annex-"))
    )


def _fits(provision: ProvisionId, wanted: Sequence[str]) -> bool:
    """The path ends with the innermost wanted part and holds the others before it."""
    steps = provision.split("/")
    if steps[-1] != wanted[-1]:
        return False
    rest = iter(steps[:-1])
    return all(step in rest for step in wanted[:-1])


def _distance(provision: Provision, line: int) -> int:
    """Lines between a provision and a line; 0 inside."""
    start, end = provision.source.line_start, provision.source.line_end
    return max(start - line, line - end, 0)
