"""The head of an act → title, kind, issuer, number, date, registration, status."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.act_numbers import NUMBER, act_number
from corpus.dates import DateAt, find_dates
from corpus.kinds import UNKNOWN, ActKind, act_kind, issuer_name
from corpus.model import ActRef, Language, Status
from corpus.paragraphs import INDENT, begins_part
from corpus.repair.spacing import Vocabulary
from corpus.repair.wrapping import join_lines
from corpus.trace import Traced

#: The head of an act is not longer than this, in printed lines.
_MOST_LINES: Final = 60
#: Lines of the publisher between title and text are short.
_SHORT: Final = 50
#: A line of adilet that says the status in two words.
_STATUS_LINE = re.compile(
    r"(?:Күшін жойған|Утративш\w+ силу|Жаңартылған|Обновл[её]нный|Қолданыстағы"
    r"|Действующий|Жаңа|Новый)$",
    re.IGNORECASE,
)
#: The whole act is repealed: ``Күші жойылды``, ``Утратил силу``.
#: Must not match ``күші жойылды деп танылсын`` or ``утратившими силу``.
REPEALED = re.compile(
    r"күші жойылды(?!\s+деп)|күшін жойған|утратил[аои]?\s+силу"
    r"|утративш(?:ий|ее|ая)\s+силу",
    re.IGNORECASE,
)
_REGISTERED = re.compile(r"болып тіркелді|тіркелген|зарегистрирован", re.IGNORECASE)
#: Where a new sentence about the act begins in its line of date and number.
_SENTENCE = re.compile(
    r"(?<=[.;])\s+(?=[А-ЯЁӘІҢҒҮҰҚӨҺ])|\s+(?=Күші жойылды|Утратил)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of an act says.

    Attributes:
        title: Without final point.
        kind: See :mod:`corpus.kinds`.
        issuer: In the nominative.
        number: As printed, without sign.
        date: ISO, "" if none.
        registration: With the ministry of justice.
        status: By the head alone; the notes may say more.
        repealed_by: By the head alone.
        title_lines: First and last line of the title.
        last: Last line of the head.
        status_source: Lines that say the status, None where none does.
    """

    title: str
    kind: ActKind
    issuer: str
    number: str
    date: str
    registration: ActRef | None
    status: Status
    repealed_by: ActRef | None
    title_lines: tuple[int, int]
    last: int
    status_source: tuple[int, int] | None


def read_head(
    lines: Sequence[Traced], vocabulary: Vocabulary, language: Language
) -> Head:
    """Read the head.

    Args:
        lines: All lines of the act, despaced; item 0 is line 1.
        vocabulary: Words of the corpus.
        language: Of the act.
    """
    blocks = _blocks(lines)
    title, rest = _split_title(blocks, lines)
    text = join_lines([lines[i] for i in title], vocabulary).text.rstrip(".")
    formal = [i for block in rest for i in block]
    said = [lines[i] for i in formal if not _is_status(lines[i])]
    printed = join_lines(said, vocabulary).text
    act = _formal(printed, language)
    repealed = any(REPEALED.search(lines[i].text) for i in formal)
    return Head(
        title=text,
        kind=act.kind,
        issuer=act.issuer,
        number=act.number,
        date=act.date,
        registration=_registration(printed),
        status="repealed" if repealed else "in_force",
        repealed_by=repealed_by(printed, language) if repealed else None,
        title_lines=(title[0] + 1, title[-1] + 1) if title else (1, 1),
        last=max((*title, *formal), default=-1) + 1,
        status_source=(formal[0] + 1, formal[-1] + 1) if formal else None,
    )


def _is_status(line: Traced) -> bool:
    """A line that says the status and nothing else."""
    return bool(_STATUS_LINE.fullmatch(line.text.strip()))


@dataclass(frozen=True, slots=True)
class _Formal:
    """The sentence with issuer, date, number and kind."""

    kind: ActKind
    issuer: str
    number: str
    date: str


def _formal(text: str, language: Language) -> _Formal:
    """The first sentence that has a date and a number."""
    for sentence in _SENTENCE.split(text):
        dates, number = find_dates(sentence), NUMBER.search(sentence)
        if not dates or not number:
            continue
        kind = act_kind(sentence)
        return _Formal(
            kind,
            issuer_name(_issuer(sentence, dates[0], kind, language), kind, language),
            act_number(number),
            dates[0].iso,
        )
    return _Formal(UNKNOWN, "", "", "")


def _issuer(sentence: str, date: DateAt, kind: ActKind, language: Language) -> str:
    """The words of the issuer: before the date, in Russian after the kind as well."""
    before = sentence[: date.start]
    if language == "kk":
        return before.strip()
    words = kind.words.search(before)
    after = before[words.end() :] if words else before
    return re.sub(r"^\w*\s+|\s+от\s*$", "", after).strip()


def _registration(text: str) -> ActRef | None:
    """Date and number of the sentence that says that the act is registered."""
    for sentence in _SENTENCE.split(text):
        number = NUMBER.search(sentence)
        if number and _REGISTERED.search(sentence):
            dates = find_dates(sentence)
            return ActRef(act_number(number), dates[0].iso if dates else None, None)
    return None


def repealed_by(text: str, language: Language) -> ActRef | None:
    """The act that repealed this one, from the words after «Күші жойылды»."""
    found = REPEALED.search(text)
    if not found:
        return None
    after = text[found.end() :]
    dates, number = find_dates(after), NUMBER.search(after)
    if not dates or not number:
        return None
    kind = act_kind(after)
    printed = after[: dates[0].start].lstrip(" -–—")
    if language == "ru":
        printed = re.sub(r"^\w+\s+|\s+от\s*$", "", printed.strip())
    return ActRef(
        act_number(number), dates[0].iso, issuer_name(printed, kind, language) or None
    )


def _blocks(lines: Sequence[Traced]) -> list[list[int]]:
    """Printed lines of the head by blank lines, up to the first of the text proper."""
    blocks: list[list[int]] = []
    gap, formal = True, False
    for i, line in enumerate(lines[:_MOST_LINES]):
        text = line.text.strip()
        if not text:
            gap = True
            continue
        deep = len(line.text) - len(line.text.lstrip(" ")) >= INDENT
        if (deep or begins_part(text)) and (formal or begins_part(text)):
            break
        if gap and formal and not _is_publisher(text):
            break
        if gap or not blocks:
            blocks.append([])
        blocks[-1].append(i)
        gap = False
        formal = formal or bool(NUMBER.search(text) and find_dates(_around(lines, i)))
    return blocks


def _around(lines: Sequence[Traced], i: int) -> str:
    """A line with the one before it, as a date may be wrapped."""
    return " ".join(line.text.strip() for line in lines[max(0, i - 1) : i + 1])


def _is_publisher(text: str) -> bool:
    """A short line after the number: status, or where the act is published."""
    return len(text) <= _SHORT and not text.endswith((".", ":", ";"))


def _split_title(
    blocks: list[list[int]], lines: Sequence[Traced]
) -> tuple[list[int], list[list[int]]]:
    """Lines of the title, and the blocks after it.

    The title is the first block that is no status line; where it holds the number
    and date itself, only the lines before them are the title.
    """
    for k, block in enumerate(blocks):
        texts = [lines[i].text.strip() for i in block]
        if k == 0 and len(texts) == 1 and _STATUS_LINE.fullmatch(texts[0]):
            continue
        cut = next(
            (
                j
                for j, text in enumerate(texts)
                if j and NUMBER.search(text) and find_dates(text)
            ),
            len(block),
        )
        rest = [block[cut:]] if cut < len(block) else []
        return block[:cut], [*blocks[:k], *rest, *blocks[k + 1 :]]
    return [], blocks
