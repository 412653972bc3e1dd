"""The questions that the corpus cannot answer, and their twins, are sound."""

import json
from collections import Counter

import pytest

from corpus.load import Corpus
from eval.compare import squash
from eval.gold import GOLD, OWN, Question, load_questions
from tests.question_sets import ROOT, first_digit, said

REFUSAL = ROOT / "eval" / "refusal"
#: Kinds whose answers no line spells out as they are typed.
COUNTED = ("list", "status", "responsible")


@pytest.fixture(scope="module")
def questions() -> tuple[Question, ...]:
    return load_questions(REFUSAL)


@pytest.fixture(scope="module")
def lost(questions: tuple[Question, ...]) -> list[Question]:
    """Those that cannot be answered."""
    return [q for q in questions if q.kind == "unanswerable"]


def test_enough_of_both_in_each_language(
    questions: tuple[Question, ...], lost: list[Question]
) -> None:
    hopeless = Counter(q.language for q in lost)
    answerable = Counter(q.language for q in questions) - hopeless

    assert set(hopeless) == set(answerable) == {"kk", "ru", "en"}
    assert min(hopeless.values()) >= 40
    assert min(answerable.values()) >= 27


def test_each_refusal_has_its_reason() -> None:
    for file in (REFUSAL / "questions").glob("*.jsonl"):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            assert bool(row.get("reason")) == (row["kind"] == "unanswerable"), row["id"]


def test_none_is_asked_in_the_other_sets(questions: tuple[Question, ...]) -> None:
    folders = (GOLD, OWN, ROOT / "eval" / "unseen")
    asked = {squash(q.text) for folder in folders for q in load_questions(folder)}

    assert [q.id for q in questions if squash(q.text) in asked] == []
    assert max(Counter(squash(q.text) for q in questions).values()) == 1


def test_held_by_the_hash_of_the_id(questions: tuple[Question, ...]) -> None:
    for q in questions:
        assert q.held == (first_digit(q.id) in "01234"), q.id


def test_answers_stand_in_their_lines(questions: tuple[Question, ...]) -> None:
    for q in questions:
        if q.kind in COUNTED or q.act_id == "*":
            continue
        text = said(q.act_id, q.wanted)
        for group in q.wanted.groups:
            assert any(squash(v) in text for v in group), (q.id, group)


def test_executors_are_those_of_the_record(
    questions: tuple[Question, ...], real_corpus: Corpus
) -> None:
    charged = {
        f"{act.id}/measure-{m.number}": [e.abbreviation or e.text for e in m.executors]
        for act in real_corpus.acts
        for m in act.measures
    }
    for q in questions:
        key = f"{q.act_id}/{q.target}"
        if q.kind == "responsible" and key in charged:
            assert [g[0] for g in q.wanted.groups] == charged[key], q.id


def test_only_answerable_ones_have_evidence(questions: tuple[Question, ...]) -> None:
    for q in questions:
        assert bool(q.wanted.evidence) == (q.kind != "unanswerable"), q.id
