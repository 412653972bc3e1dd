"""Acts that are only named, plans that may be several, and what fits several acts."""

import pytest

from service.engine import Engine

PROGRAMME = "P1800000124"
RELIGION = "P1700000580"
POLICE = "P1400000292"
CENTRE = "U1300000588"
METHOD = "V2100024227"


@pytest.mark.parametrize(
    ("question", "act_id"),
    [
        ("580 қаулы", RELIGION),
        ("приказ № 82", METHOD),
        ("decree 588", CENTRE),
        ("ПП 124", PROGRAMME),
        ("дін жоспары", RELIGION),
    ],
)
def test_an_act_that_is_only_named(engine: Engine, question: str, act_id: str) -> None:
    reply = engine.ask(question)

    assert [a.act_id for a in reply.answers] == [act_id]
    act = engine.index.act(act_id)
    assert act is not None
    assert reply.answers[0].values[0].status == act.status


@pytest.mark.parametrize(
    "question", ["план", "жоспар", "the plan", "какой план сейчас действует?"]
)
def test_a_plan_may_be_any_of_them(engine: Engine, question: str) -> None:
    reply = engine.ask(question)

    assert [a.act_id for a in reply.answers] == [PROGRAMME, RELIGION, POLICE]
    assert "3" in reply.answers[0].warnings[0]


def test_only_acts_of_the_kind_that_is_named(engine: Engine) -> None:
    reply = engine.ask("какие постановления действуют?")

    assert {a.act_id for a in reply.answers} == {PROGRAMME, RELIGION}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("кто отвечает за меру 42", "несколько актов (3)"),
        ("42-іс-шара", "бірнеше акт (3)"),
        ("measure 42", "fits 3 acts"),
    ],
)
def test_the_first_answer_says_that_several_acts_fit(
    engine: Engine, question: str, said: str
) -> None:
    first, *others = engine.ask(question).answers

    assert said in first.warnings[0]
    assert not any(said in " ".join(other.warnings) for other in others)


def test_one_act_is_not_several(engine: Engine) -> None:
    warnings = engine.ask("measure 42 of resolution 580").answers[0].warnings

    assert not any("acts" in warning for warning in warnings)


@pytest.mark.parametrize(
    ("question", "provision_id"),
    [
        ("V2100024227 п. 5", "V2100024227/annex-1/chapter-2/point-5"),
        ("point 5 of order 82", "V2100024227/annex-1/chapter-2/point-5"),
        ("пп.3 п.2 588", "U1300000588/annex-1/chapter-2/point-2/subpoint-3"),
        ("шара 89-2 292 қаулы", "P1400000292/annex-1/measure-89-2"),
    ],
)
def test_addresses_in_short(engine: Engine, question: str, provision_id: str) -> None:
    answers = engine.ask(question).answers

    assert [a.citations[0].provision_id for a in answers] == [provision_id]


def test_the_address_is_read_aloud_as_it_is_cited(engine: Engine) -> None:
    assert "подпункт 6) пункта 3 ·" in engine.ask("п. 3 пп. 6 Указа 588").query.read_as


@pytest.mark.parametrize(
    ("question", "act_ids"),
    [
        ("how many measures in 580", (RELIGION,)),
        ("сколько мер по 124", (PROGRAMME,)),
        ("580-де неше шара бар", (RELIGION,)),
        ("сколько мер МВД в 292?", (POLICE,)),
        ("measure 42 124", (PROGRAMME,)),
        ("за 124 дня до выборов", ()),
        ("в 82 случаях", ()),
        ("580 меры безопасности", ()),
        ("сумма 124 580,3", ()),
    ],
)
def test_bare_numbers_of_acts(
    engine: Engine, question: str, act_ids: tuple[str, ...]
) -> None:
    assert engine.understand(question).act_ids == act_ids
