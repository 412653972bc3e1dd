"""The judged data is complete and is refused when it is not."""

from pathlib import Path

import pytest

from eval.gold import GOLD, BadGoldError, load_acts, load_questions


def test_every_question_belongs_to_an_act_or_to_all() -> None:
    acts = {a.act_id for a in load_acts()}

    assert {q.act_id for q in load_questions()} <= acts | {"*"}


def test_answerable_questions_have_evidence() -> None:
    bare = [
        q.id
        for q in load_questions()
        if q.kind != "unanswerable" and not (q.wanted.evidence or q.per_act)
    ]

    assert bare == []


def test_variants_stand_beside_their_answer() -> None:
    by_id = {q.id: q for q in load_questions()}

    assert by_id["V2100024227-021"].wanted.groups == (
        ("25 қаңтар", "25 января", "25 January", "January 25"),
    )


@pytest.mark.parametrize(
    "line", ["{", '{"id": "A-1"}', '{"id": 1, "q": "?", "lang": "kk", "kind": "x"}']
)
def test_a_line_that_is_no_question_is_refused(tmp_path: Path, line: str) -> None:
    file = tmp_path / "questions" / "A.jsonl"
    file.parent.mkdir()
    file.write_text(line, encoding="utf-8")

    with pytest.raises(BadGoldError, match=r"A\.jsonl: no question"):
        load_questions(tmp_path)


def test_an_id_must_not_stand_twice(tmp_path: Path) -> None:
    source = next((GOLD / "questions").glob("V*.jsonl"))
    line = source.read_text(encoding="utf-8").splitlines()[0]
    file = tmp_path / "questions" / source.name
    file.parent.mkdir()
    file.write_text(f"{line}\n{line}\n", encoding="utf-8")

    with pytest.raises(BadGoldError, match="stands twice"):
        load_questions(tmp_path)
