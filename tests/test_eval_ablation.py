"""Retrieval without one of its resources, and the acts without renderings."""

from collections import Counter
from dataclasses import replace

import pytest

from corpus.load import load_corpus
from corpus.model import Act
from eval.ablation import (
    SECOND,
    THIRD,
    UNRENDERED,
    Recipe,
    recipes,
    row,
    scores,
    unrendered_sets,
    without_synonyms,
)
from eval.gold import load_questions
from eval.ranking import relevant
from service.engine import Engine
from tests.question_sets import first_digit

#: Questions that stood before a part was kept aside.
_READ = frozenset(f"unrendered-K950001000_-{n:03}" for n in range(1, 59))


@pytest.fixture(scope="module")
def unrendered() -> tuple[Act, ...]:
    return load_corpus(UNRENDERED / "acts").acts


def test_questions_about_the_acts_are_in_other_languages_and_judged(
    unrendered: tuple[Act, ...],
) -> None:
    questions = load_questions(UNRENDERED)

    assert len(questions) >= 200
    assert {q.act_id for q in questions} == {act.id for act in unrendered}
    for act in unrendered:
        asked = [q for q in questions if q.act_id == act.id]
        assert {q.language for q in asked} == {"kk", "ru", "en"} - {act.language}
        by_id = {str(p.id): p for p in act.provisions}
        for question in asked:
            targets = [
                by_id[f"{act.id}/{t}"] for t in (question.target or "").split(",")
            ]
            lines = {(t.source.line_start, t.source.line_end) for t in targets}
            assert set(question.wanted.evidence) == lines
            assert {t.id for t in targets} <= set(relevant(question, act.provisions))


def test_a_part_of_the_later_questions_is_held_by_their_ids() -> None:
    asked = load_questions(UNRENDERED)
    first = [q for q in asked if not q.id.startswith((SECOND, THIRD))]
    later = [q for q in first if q.id not in _READ]

    for question in later:
        digit = first_digit(question.id)
        assert question.held == (digit in "01234")
    assert 0.2 < sum(q.held for q in later) / len(later) < 0.45


def test_a_second_writer_asks_evenly_about_each_act_and_is_held_whole() -> None:
    second = [q for q in load_questions(UNRENDERED) if q.id.startswith(SECOND)]
    shares = Counter((q.act_id, q.language) for q in second)

    assert all(q.held for q in second)
    assert set(shares.values()) == {11}
    assert len(shares) == 6


def test_a_third_writer_asks_about_every_act_and_half_is_held(
    unrendered: tuple[Act, ...],
) -> None:
    third = [q for q in load_questions(UNRENDERED) if q.id.startswith(THIRD)]
    shares = Counter((q.act_id, q.language) for q in third)

    for question in third:
        assert question.held == (first_digit(question.id) in "01234567")
    assert {act_id for act_id, _ in shares} == {act.id for act in unrendered}
    assert set(shares.values()) == {15, 30}
    assert len(shares) == 2 * len(unrendered)


def test_sets_hold_each_writer_apart_then_each_part_and_each_act() -> None:
    questions = load_questions(UNRENDERED)
    whole, tuning, held, *rest = unrendered_sets(questions)
    *acts, second, third, third_tuning, third_held = rest

    assert [*whole.questions, *second.questions, *third.questions] == sorted(
        questions, key=lambda q: (q.id.startswith(THIRD), q.id.startswith(SECOND))
    )
    assert len(tuning.questions) + len(held.questions) == len(whole.questions)
    assert all(q.held for q in held.questions)
    assert sum(len(part.questions) for part in acts) == len(whole.questions)
    assert all(q.id.startswith(SECOND) for q in second.questions)
    assert all(q.id.startswith(THIRD) for q in third.questions)
    assert len(third_tuning.questions) + len(third_held.questions) == len(
        third.questions
    )
    assert all(q.held for q in third_held.questions)


def test_each_recipe_leaves_one_resource_out() -> None:
    names = [recipe.name for recipe in recipes()]

    assert names[0] == "everything"
    assert len(set(names)) == len(names)
    assert all(name.startswith("no ") for name in names[1:])


def test_a_lexicon_without_synonyms_is_smaller(engine: Engine) -> None:
    bare, whole = without_synonyms().tables, engine.index.lexicon.tables

    assert len(bare.lemmas["ru"]) < len(whole.lemmas["ru"])


def test_without_the_lexicon_other_languages_are_hardly_found(engine: Engine) -> None:
    everything, bare = recipes()[:2]
    words = [everything, bare]
    questions = [
        q
        for q in load_questions()
        if q.language == "en" and q.kind in {"responsible", "topic"}
    ][:12]

    whole, without = (
        scores(engine, recipe._replace(mode="lexical"), questions) for recipe in words
    )

    assert without["en"]["recall@10"] <= whole["en"]["recall@10"]
    assert without["en"]["mrr@10"] < whole["en"]["mrr@10"]
    assert "kk" not in whole


def test_a_row_shows_what_was_measured() -> None:
    found = {"all": {"hit@1": 0.5, "recall@10": 1.0}}

    assert row("no words", found) == "| no words | 0.500 / 1.000 | – | – | – |"


def test_a_recipe_is_a_name_and_a_way(engine: Engine) -> None:
    recipe = next(r for r in recipes() if r.name == "no vectors")

    assert isinstance(recipe, Recipe)
    assert recipe.mode == "lexical"
    one = replace(load_questions()[0], kind="unanswerable")
    assert scores(engine, recipe, [one]) == {}
