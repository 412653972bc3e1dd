"""Retrieval without one of its resources, and the act without renderings."""

from dataclasses import replace

import pytest

from corpus.load import load_corpus
from corpus.model import Act
from eval.ablation import UNRENDERED, Recipe, recipes, row, scores, without_synonyms
from eval.gold import load_questions
from eval.ranking import relevant
from service.engine import Engine


@pytest.fixture(scope="module")
def unrendered() -> Act:
    [act] = load_corpus(UNRENDERED / "acts").acts
    return act


def test_questions_about_the_act_are_in_other_languages_and_judged(
    unrendered: Act,
) -> None:
    questions = load_questions(UNRENDERED)

    assert len(questions) >= 40
    assert {q.act_id for q in questions} == {unrendered.id}
    assert {q.language for q in questions} == {"ru", "en"}
    assert unrendered.language == "kk"
    by_id = {p.id: p for p in unrendered.provisions}
    for question in questions:
        target = by_id[f"{unrendered.id}/{question.target}"]  # type: ignore[index]
        lines = (target.source.line_start, target.source.line_end)
        assert question.wanted.evidence == (lines,)
        assert target.id in relevant(question, unrendered.provisions)


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
