"""Judged questions and records, read and checked.

The files under ``eval/gold`` are a third of a larger judged set: five acts read
by hand from their printed text, and questions with the lines that answer them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Lines = tuple[int, int]

#: Where the project's own copy lies.
GOLD = Path(__file__).parent / "gold"
#: Questions that the project wrote itself.
OWN = Path(__file__).parent / "own"
#: Questions by other writers about the shipped acts, in the manner of the judged ones.
SHIPPED = tuple(Path(__file__).parent / name for name in ("unseen", "fresh"))
#: All sets of the project's own questions, each with a part kept aside.
JUDGED = tuple(
    Path(__file__).parent / name for name in ("own", "unseen", "fresh", "refusal")
)


class BadGoldError(Exception):
    """A gold file cannot be used."""

    def __init__(self, file: Path, problem: str) -> None:
        super().__init__(f"{file}: {problem}")
        self.file = file


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an answer must hold.

    Attributes:
        groups: One group of equal variants per wanted string.
        evidence: Line ranges of the act that prove it; empty if not judged.
    """

    groups: tuple[tuple[str, ...], ...]
    evidence: tuple[Lines, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A judged question.

    Attributes:
        id: Stable name.
        text: As asked.
        language: kk, ru or en.
        kind: Of what is asked ("responsible", "unanswerable", ...).
        act_id: Act that holds the evidence, "*" where several do.
        target: Last steps of the evidence's path, None if not judged.
        wanted: What the top answer must hold.
        per_act: What each act's answer must hold, for questions that fit several.
        held: Kept aside: never looked at while tuning.
    """

    id: str
    text: str
    language: str
    kind: str
    act_id: str
    target: str | None
    wanted: Wanted
    per_act: tuple[tuple[str, Wanted], ...] = ()
    held: bool = False


@dataclass(frozen=True, slots=True)
class GoldAct:
    """An act as read by hand; ``record`` is the JSON object of its file."""

    act_id: str
    record: dict[str, Any] = field(hash=False)


def load_acts(folder: Path = GOLD) -> tuple[GoldAct, ...]:
    """All hand-read acts, in order of their ids.

    Raises:
        BadGoldError: A file is no JSON object with an act id.
    """
    return tuple(_act(file) for file in sorted((folder / "acts").glob("*.json")))


def load_questions(folder: Path = GOLD) -> tuple[Question, ...]:
    """All judged questions, in order of file and line.

    Raises:
        BadGoldError: A line is no question, or an id stands twice.
    """
    found: list[Question] = []
    seen: set[str] = set()
    for file in sorted((folder / "questions").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if not line.strip():
                continue
            question = _question(file, line)
            if question.id in seen:
                raise BadGoldError(file, f"{question.id} stands twice")
            seen.add(question.id)
            found.append(question)
    return tuple(found)


def _act(file: Path) -> GoldAct:
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
        return GoldAct(str(record["act_id"]), record)
    except (ValueError, KeyError, TypeError) as error:
        raise BadGoldError(file, f"no act: {error!r}") from error


def _question(file: Path, line: str) -> Question:
    try:
        raw = json.loads(line)
        home = "*" if file.stem == "CROSS" else file.stem
        return Question(
            id=raw["id"],
            text=raw["q"],
            language=raw["lang"],
            kind=raw["kind"],
            act_id=raw.get("act_id", home),
            target=raw.get("target"),
            wanted=Wanted(_groups(raw), _ranges(raw["evidence_lines"])),
            per_act=tuple(
                (
                    act,
                    Wanted(
                        tuple((a,) for a in w["answers"]), _ranges(w["evidence_lines"])
                    ),
                )
                for act, w in sorted(raw.get("per_act", {}).items())
            ),
            held=bool(raw.get("held")),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise BadGoldError(file, f"no question: {error!r}") from error


def _ranges(pairs: list[list[int]]) -> tuple[Lines, ...]:
    return tuple((first, last) for first, last in pairs)


def _groups(raw: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    alternatives = raw.get("answers_alt") or {}
    groups = []
    for k, answer in enumerate(raw["answers"]):
        if isinstance(alternatives, dict):
            more = alternatives.get(answer, [])
        else:
            more = alternatives[k] if k < len(alternatives) else []
        groups.append((answer, *([more] if isinstance(more, str) else more or [])))
    return tuple(groups)
