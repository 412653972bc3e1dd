"""The project's own question set is sound: ids, targets, lines, shares."""

import hashlib
import json
import re
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from corpus.load import Corpus
from corpus.model import Act
from eval.gold import load_questions

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "eval" / "own"
LANGUAGES = ("kk", "ru", "en")
KINDS = (
    "responsible",
    "deadline",
    "form",
    "funding",
    "fact",
    "definition",
    "abbreviation",
    "status",
    "list",
    "count",
    "point",
    "topic",
    "unanswerable",
)


class Judged(NamedTuple):
    """What one act must show for a question."""

    question: str
    act_id: str
    target: str
    lines: list[list[int]]
    answers: list[str]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    found = []
    for file in sorted((OWN / "questions").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            row.setdefault("act_id", file.stem)
            found.append(row)
    return found


@pytest.fixture(scope="module")
def judged(rows: list[dict[str, Any]]) -> list[Judged]:
    """Each answerable question with each of its acts."""
    return [
        Judged(
            row["id"],
            act_id,
            part.get("target") or row["target"],
            part["evidence_lines"],
            part["answers"],
        )
        for row in rows
        if row["kind"] != "unanswerable"
        for act_id, part in row.get("per_act", {row["act_id"]: row}).items()
    ]


@pytest.fixture(scope="module")
def acts(real_corpus: Corpus) -> dict[str, Act]:
    return {act.id: act for act in real_corpus.acts}


def spans(act: Act, target: str) -> list[tuple[int, int]]:
    """Lines of the records that a target names; none where it names nothing."""
    if target == "head":
        return [(act.head.line_start, act.head.line_end)]
    whole = f"{act.id}/{target}"
    return [
        (p.source.line_start, p.source.line_end)
        for p in act.provisions
        if p.id == whole or p.id.endswith(f"/{target}") or p.id.startswith(f"{whole}/")
    ]


def test_the_set_is_read_as_gold(rows: list[dict[str, Any]]) -> None:
    questions = load_questions(OWN)

    assert len(questions) == len(rows) >= 600
    assert [q.id for q in questions] == [r["id"] for r in rows]


def test_ids_say_their_file_and_stand_once(rows: list[dict[str, Any]]) -> None:
    assert max(Counter(r["id"] for r in rows).values()) == 1
    assert [
        r["id"] for r in rows if not re.fullmatch(r"own-[A-Z0-9]+-\d{3}", r["id"])
    ] == []
    assert [
        r["id"]
        for r in rows
        if "-CROSS-" not in r["id"] and r["act_id"] != r["id"].split("-")[1]
    ] == []


def test_no_question_stands_twice(rows: list[dict[str, Any]]) -> None:
    texts = Counter(r["q"].casefold() for r in rows)

    assert [text for text, n in texts.items() if n > 1] == []


def test_acts_exist(
    judged: list[Judged], rows: list[dict[str, Any]], acts: dict[str, Act]
) -> None:
    assert {j.act_id for j in judged} == set(acts)
    assert {r["act_id"] for r in rows} <= set(acts) | {"*"}


def test_targets_exist(judged: list[Judged], acts: dict[str, Act]) -> None:
    lost = [
        (j.question, target)
        for j in judged
        for target in j.target.split(",")
        if not spans(acts[j.act_id], target)
    ]

    assert lost == []


def test_evidence_lies_in_its_target(
    judged: list[Judged], acts: dict[str, Act]
) -> None:
    outside = [
        (j.question, first, last)
        for j in judged
        for first, last in j.lines
        if not any(s <= first <= last <= e for s, e in reach(acts[j.act_id], j.target))
    ]

    assert outside == []


def reach(act: Act, targets: str) -> list[tuple[int, int]]:
    """The records of each target, and where one holds many, all lines of them."""
    found = []
    for target in targets.split(","):
        records = spans(act, target)
        whole = (min(s for s, _ in records), max(e for _, e in records))
        found += [*records, whole]
    return found


def test_answerable_questions_have_lines_and_answers(
    judged: list[Judged], rows: list[dict[str, Any]]
) -> None:
    topics = {r["id"] for r in rows if r["kind"] == "topic"}

    assert [j.question for j in judged if not j.lines] == []
    assert [
        j.question for j in judged if not j.answers and j.question not in topics
    ] == []


def test_unanswerable_questions_have_neither(rows: list[dict[str, Any]]) -> None:
    told = [
        r["id"]
        for r in rows
        if r["kind"] == "unanswerable"
        and (r["answers"] or r["evidence_lines"] or r["target"])
    ]

    assert told == []


def test_executors_are_those_of_the_record(
    judged: list[Judged], rows: list[dict[str, Any]], acts: dict[str, Act]
) -> None:
    asked = {r["id"] for r in rows if r["kind"] == "responsible"}
    wrong = []
    for j in judged:
        if j.question not in asked or not re.fullmatch(r"measure-[\d-]+", j.target):
            continue
        number = j.target.removeprefix("measure-")
        measure = next(m for m in acts[j.act_id].measures if m.number == number)
        if len(j.answers) != len(measure.executors):
            wrong.append(j.question)

    assert wrong == []


def test_every_open_measure_is_asked_about(
    judged: list[Judged], acts: dict[str, Act]
) -> None:
    asked = {(j.act_id, t) for j in judged for t in j.target.split(",")}
    silent = [
        m.id
        for act in acts.values()
        for m in act.measures
        if not m.classified and (act.id, f"measure-{m.number}") not in asked
    ]

    assert silent == []


def test_variants_pair_with_answers(rows: list[dict[str, Any]]) -> None:
    assert [
        r["id"]
        for r in rows
        if "answers_alt" in r and len(r["answers_alt"]) != len(r["answers"])
    ] == []


def test_letters_fit_the_language(rows: list[dict[str, Any]]) -> None:
    cyrillic = re.compile(r"[а-яё]", re.IGNORECASE)
    kazakh = re.compile(r"[әғқңөұүһ]", re.IGNORECASE)
    odd = []
    for r in rows:
        # Words quoted from the act, and abbreviations, keep their own letters.
        plain = re.sub(r'[«"][^»"]*[»"]|\b\w*[А-ЯЁӘҒҚҢӨҰҮҺІ]{2,}\w*\b', "", r["q"])
        if (r["lang"] == "en") == bool(cyrillic.search(plain)):
            odd.append(r["id"])
        if r["lang"] == "ru" and len(kazakh.findall(plain)) > 3:
            odd.append(r["id"])

    assert [i for i in odd if i not in mixed(rows)] == []


def mixed(rows: list[dict[str, Any]]) -> set[str]:
    """Questions that mix languages or ask for a Kazakh word on purpose."""
    sign = re.compile(r"дін жоспары|объектілер|мағынасы|Әдістеме|мині", re.IGNORECASE)
    return {r["id"] for r in rows if sign.search(r["q"])}


def test_languages_have_a_third_each(rows: list[dict[str, Any]]) -> None:
    shares = Counter(r["lang"] for r in rows)

    assert set(shares) == set(LANGUAGES)
    assert all(0.3 <= n / len(rows) <= 0.37 for n in shares.values())


def test_every_kind_is_asked_in_every_language(rows: list[dict[str, Any]]) -> None:
    present = {(r["kind"], r["lang"]) for r in rows}

    assert present == set(product(KINDS, LANGUAGES))


def test_a_third_is_held_by_the_hash_of_its_id(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        digest = hashlib.sha256(row["id"].encode()).hexdigest()
        assert row["held"] == (digest[0] in "01234")

    assert 0.25 <= sum(r["held"] for r in rows) / len(rows) <= 0.42


@pytest.mark.parametrize("language", LANGUAGES)
def test_held_questions_are_of_every_language(
    rows: list[dict[str, Any]], language: str
) -> None:
    mine = [r["held"] for r in rows if r["lang"] == language]

    assert 0.2 <= sum(mine) / len(mine) <= 0.45
