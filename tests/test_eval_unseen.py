"""The questions written before the system was asked are sound."""

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from eval.compare import squash
from eval.gold import GOLD, Question, load_questions

ROOT = Path(__file__).resolve().parent.parent
UNSEEN = ROOT / "eval" / "unseen"
#: Kinds whose answers no line spells out as they are typed.
COUNTED = ("list", "count", "status", "responsible")


@pytest.fixture(scope="module")
def questions() -> tuple[Question, ...]:
    return load_questions(UNSEEN)


def _lines(act_id: str) -> list[str]:
    file = ROOT / "corpus" / "acts" / f"{act_id}.txt"
    return file.read_text(encoding="utf-8").split("\n")


def test_each_language_has_its_share(questions: tuple[Question, ...]) -> None:
    counts = Counter(q.language for q in questions)

    assert set(counts) == {"kk", "ru", "en"}
    assert min(counts.values()) > 0.3 * len(questions)


def test_none_is_asked_in_the_other_sets(questions: tuple[Question, ...]) -> None:
    others = (*load_questions(GOLD), *load_questions(ROOT / "eval" / "own"))
    asked = {squash(q.text) for q in others}

    assert [q.id for q in questions if squash(q.text) in asked] == []


def test_held_by_the_hash_of_the_id(questions: tuple[Question, ...]) -> None:
    for q in questions:
        first = hashlib.sha256(q.id.encode()).hexdigest()[0]
        assert q.held == (first in "01234"), q.id


def test_answers_stand_in_their_lines(questions: tuple[Question, ...]) -> None:
    for q in questions:
        if q.per_act or q.kind in COUNTED or q.act_id == "*":
            continue
        lines = _lines(q.act_id)
        said = squash(
            " ".join(
                line
                for first, last in q.wanted.evidence
                for line in lines[first - 1 : last]
            )
        )
        roman = {"VI"}  # look-alikes are read as Cyrillic inside Kazakh words alone
        for group in q.wanted.groups:
            held = any(squash(v) in said for v in group)
            assert held or roman & set(group), (q.id, group)


def test_only_answerable_ones_have_evidence(questions: tuple[Question, ...]) -> None:
    for q in questions:
        answerable = bool(q.wanted.evidence or q.per_act)
        assert answerable == (q.kind != "unanswerable"), q.id
