"""Executors and bodies: each is known, or the report says that it is not."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from corpus.bodies import Bodies
from corpus.load import load_corpus
from corpus.model import Act
from corpus.resolved import body_lines, charged, unresolved
from corpus.samples import ACTS


@cache
def acts() -> tuple[Act, ...]:
    return load_corpus(ACTS).acts


def test_every_executor_is_a_body_or_reported() -> None:
    bodies = Bodies.load()
    reported = {(row.act_id, row.text) for row in unresolved(acts())}

    for act in acts():
        for executor in charged(act):
            known = executor.body_id and bodies.get(executor.body_id)
            assert known or (act.id, executor.text) in reported


def test_all_shipped_executors_are_known() -> None:
    assert unresolved(acts()) == ()
    assert sum(1 for act in acts() for _ in charged(act)) > 800


def test_an_unknown_executor_is_counted() -> None:
    act = next(act for act in acts() if act.measures)
    measure = act.measures[0]
    stranger = replace(measure.executors[0], text="Сиқыр министрлігі", body_id=None)
    changed = replace(act, measures=(replace(measure, executors=(stranger,) * 2),))

    (row,) = unresolved([replace(changed, indicators=())])

    assert row == (act.id, "Сиқыр министрлігі", 2)


def test_report() -> None:
    lines = list(body_lines(ACTS))

    assert lines[0].endswith("bodies in the registry")
    assert any("380 of 380 executors" in line for line in lines)
    assert not any("unresolved" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "language", "body_id"),
    [
        ("куда жаловаться на ЕНПФ", "ru", "unified-pension-fund"),
        ("БЖЗҚ-дан ақша алу", "kk", "unified-pension-fund"),
        ("пожаловаться в санэпидстанцию", "ru", "sanitary-control-committee"),
        ("Түркістан облысының әкіміне", "kk", "akimat-of-turkistan"),
        ("акиматом Карагандинской области", "ru", "akimat-of-karaganda"),
        ("the akimat of Almaty Region", "en", "akimat-of-almaty-region"),
        ("Бюро национальной статистики", "ru", "bureau-of-national-statistics"),
        ("аудандық сотқа", "kk", "district-courts"),
        ("областным судом", "ru", "regional-courts"),
        ("жол-патруль полициясының", "kk", "road-patrol-police"),
        ("the Chief Transport Prosecutor's Office", "en", "chief-transport-prosecutor"),
        ("Комитета казначейства Министерства финансов", "ru", "treasury-committee"),
        (
            "Жеке сот сарапшыларының палатасын",
            "kk",
            "chamber-of-private-forensic-experts",
        ),
    ],
)
def test_bodies_that_a_question_may_name(
    text: str, language: str, body_id: str
) -> None:
    found = {mention.body_id for mention in Bodies.load().find(text, language)}

    assert body_id in found


@pytest.mark.parametrize(
    ("text", "language"),
    [("мир в области", "ru"), ("the bank", "en"), ("who pays", "en"), ("воз", "ru")],
)
def test_ordinary_words_are_no_bodies(text: str, language: str) -> None:
    assert Bodies.load().find(text, language) == ()
