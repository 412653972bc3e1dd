"""The questions written before the system was asked are sound."""

from collections import Counter

import pytest

from eval.compare import squash
from eval.gold import GOLD, Question, load_questions
from tests.question_sets import ROOT, first_digit, said

UNSEEN = ROOT / "eval" / "unseen"
#: Kinds whose answers no line spells out as they are typed.
COUNTED = ("list", "count", "status", "responsible")


@pytest.fixture(scope="module")
def questions() -> tuple[Question, ...]:
    return load_questions(UNSEEN)


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
        assert q.held == (first_digit(q.id) in "01234"), q.id


def test_answers_stand_in_their_lines(questions: tuple[Question, ...]) -> None:
    for q in questions:
        if q.per_act or q.kind in COUNTED or q.act_id == "*":
            continue
        text = said(q.act_id, q.wanted)
        roman = {"VI"}  # look-alikes are read as Cyrillic inside Kazakh words alone
        for group in q.wanted.groups:
            held = any(squash(v) in text for v in group)
            assert held or roman & set(group), (q.id, group)


def test_only_answerable_ones_have_evidence(questions: tuple[Question, ...]) -> None:
    for q in questions:
        answerable = bool(q.wanted.evidence or q.per_act)
        assert answerable == (q.kind != "unanswerable"), q.id
