"""The questions in the manner of the judged ones are sound and new."""

from collections import Counter
from collections.abc import Iterator

import pytest

from eval.compare import squash
from eval.gold import GOLD, OWN, Question, Wanted, load_questions
from tests.question_sets import ROOT, first_digit, said

FRESH = ROOT / "eval" / "fresh"
OTHERS = (GOLD, OWN, ROOT / "eval" / "unseen")
#: Targets that hold many facts; there the answer must be new.
WHOLE = ("annex-1", "annex-2", "abbreviation", None)
#: Kinds whose answers are often numbers of measures, which no line spells out.
NUMBERED = ("list", "count")


@pytest.fixture(scope="module")
def questions() -> tuple[Question, ...]:
    return load_questions(FRESH)


@pytest.fixture(scope="module")
def others() -> tuple[Question, ...]:
    return tuple(q for folder in OTHERS for q in load_questions(folder))


def _parts(question: Question) -> Iterator[tuple[str, Wanted]]:
    if question.per_act:
        yield from question.per_act
    elif question.act_id != "*":
        yield question.act_id, question.wanted


def test_each_language_has_its_share(questions: tuple[Question, ...]) -> None:
    counts = Counter(q.language for q in questions)

    assert set(counts) == {"kk", "ru", "en"}
    assert len(questions) >= 240
    assert min(counts.values()) > 0.28 * len(questions)


def test_half_is_kept_for_measuring(questions: tuple[Question, ...]) -> None:
    for question in questions:
        assert question.held == (first_digit(question.id) in "01234567")


def test_none_is_asked_in_the_same_words(
    questions: tuple[Question, ...], others: tuple[Question, ...]
) -> None:
    asked = {squash(q.text) for q in others}

    assert [q.id for q in questions if squash(q.text) in asked] == []
    assert len({squash(q.text) for q in questions}) == len(questions)


def test_no_fact_is_asked_again_in_its_language(
    questions: tuple[Question, ...], others: tuple[Question, ...]
) -> None:
    asked = {_fact(q) for q in others}

    assert [
        q.id for q in questions if q.kind != "unanswerable" and _fact(q) in asked
    ] == []


def _fact(question: Question) -> tuple[object, ...]:
    place = (question.act_id, question.target, question.kind, question.language)
    if question.target not in WHOLE:
        return place
    return (*place, question.wanted.groups, question.per_act)


def test_answers_stand_in_their_lines(questions: tuple[Question, ...]) -> None:
    lost = [
        (q.id, group)
        for q in questions
        for act_id, wanted in _parts(q)
        for group in wanted.groups
        if not (q.kind in NUMBERED and group[0].isdigit())
        if not any(squash(v) in said(act_id, wanted) for v in group)
    ]

    assert lost == []


def test_only_answerable_ones_have_evidence(questions: tuple[Question, ...]) -> None:
    wrong = [
        q.id
        for q in questions
        if bool(q.wanted.evidence or q.per_act) == (q.kind == "unanswerable")
    ]

    assert wrong == []
