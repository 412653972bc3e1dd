"""Misspelt questions: what is done to them, and how they are measured."""

from dataclasses import replace

import pytest
from rapidfuzz.distance import OSA

from eval.gold import OWN, Question, Wanted, load_questions
from eval.misspelling import done
from eval.slips import Slip, misspelt, misspelt_set
from service.engine import Engine

QUESTIONS = [q for q in load_questions(OWN) if not q.held]


def _question(text: str, language: str = "ru") -> Question:
    return Question("q-1", text, language, "topic", "*", None, Wanted((), ()))


@pytest.mark.parametrize(
    ("how", "text", "language", "wanted"),
    [
        ("layout", "кто отвечает", "ru", "rnj jndtxftn"),
        ("layout", "who", "en", "црщ"),
        ("letters", "қаулы кімге", "kk", "каулы кимге"),
        ("letters", "кто отвечает", "ru", None),
        ("letters", "жоспар", "kk", None),
        ("slip", "кто и что", "ru", None),
        ("slip", "меры «по охране» школы", "ru", None),
    ],
)
def test_misspelt(how: Slip, text: str, language: str, wanted: str | None) -> None:
    found = misspelt(_question(text, language), how)

    assert (found.text if found else None) == wanted


def test_a_slip_is_one_edit_and_repeats() -> None:
    slipped = list(misspelt_set(QUESTIONS, "slip"))

    assert len(slipped) > 400
    right = {q.id: q.text for q in QUESTIONS}
    for question in slipped:
        text = right[question.id.removesuffix("-slip")]
        assert OSA.distance(text, question.text) == 1
    assert slipped == list(misspelt_set(QUESTIONS, "slip"))


def test_tolerance_finds_what_was_meant(engine: Engine) -> None:
    chosen = [q for q in QUESTIONS if q.kind == "topic" and q.language == "ru"][:8]
    turned = list(misspelt_set(chosen, "layout"))

    tolerant = done(engine, [], turned, exact=False)
    as_typed = done(engine, [], turned, exact=True)

    assert tolerant.questions == len(chosen)
    assert tolerant.recall > as_typed.recall
    assert (tolerant.read, as_typed.read) == (1.0, 0.0)


def test_questions_without_evidence_are_asked_but_not_searched(engine: Engine) -> None:
    one = replace(_question("какой штраф за парковку"), kind="unanswerable")

    found = done(engine, [], [one], exact=False)

    assert (found.questions, found.hit, found.recall) == (1, 0.0, 0.0)
