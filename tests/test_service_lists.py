"""Lists and counts: complete, by body, form, programme, part or item."""

import pytest

from service.answers.units import parts_asked
from service.engine import Engine
from service.model import Answer

PROGRAMME = "P1800000124"
RELIGION = "P1700000580"
POLICE = "P1400000292"
CENTRE = "U1300000588"


def _of_act(engine: Engine, question: str, act_id: str) -> Answer:
    reply = engine.ask(question)
    answers = [a for a in reply.answers if a.act_id == act_id]

    assert answers, (question, reply.refusal, [a.text for a in reply.answers])
    return answers[0]


def _numbers(answer: Answer) -> set[str]:
    return {v.number for v in answer.values if v.number and v.provision_id}


@pytest.mark.parametrize(
    "question",
    [
        "какие меры плана по религии завершаются приказом министра",
        "which measures of the religion plan end with an order of the minister",
        "дін жоспарының қандай іс-шаралары министрдің бұйрығымен аяқталады",
    ],
)
def test_measures_by_what_they_end_with(engine: Engine, question: str) -> None:
    _, measures = engine.index.measures(act_ids=(RELIGION,))
    wanted = {m.number for m in measures if "бұйры" in m.completion_form.text.lower()}

    assert wanted
    assert _numbers(_of_act(engine, question, RELIGION)) == wanted


@pytest.mark.parametrize(
    "question",
    [
        "дін жоспарында 006 бағдарламадан ақша алатын шаралар",
        "какие меры плана по религии финансируются по программе 006",
    ],
)
def test_measures_by_the_code_of_a_programme(engine: Engine, question: str) -> None:
    _, measures = engine.index.measures(act_ids=(RELIGION,))
    wanted = {m.number for m in measures if "006" in m.funding.text}

    assert wanted
    assert _numbers(_of_act(engine, question, RELIGION)) == wanted


def test_measures_of_a_body_in_foreign_words(engine: Engine) -> None:
    question = "measures of resolution 292 with the National Bank as executor"
    _, measures = engine.index.measures(act_ids=(POLICE,))
    wanted = {m.number for m in measures if any("ҰБ" in e.text for e in m.executors)}

    assert _numbers(_of_act(engine, question, POLICE)) == wanted


@pytest.mark.parametrize(
    ("question", "act_id", "count"),
    [
        ("what are the three parts of the religion plan", RELIGION, 3),
        ("құқық қорғау жоспары неше тараушадан тұрады", POLICE, 8),
        ("сколько глав в положении указа 588", CENTRE, 6),
        ("how many sections does programme 124 have", PROGRAMME, 6),
    ],
)
def test_parts_of_an_act(
    engine: Engine, question: str, act_id: str, count: int
) -> None:
    answer = _of_act(engine, question, act_id)
    parts = {v.provision_id for v in answer.values if v.provision_id}

    assert len(parts) == count
    assert str(count) in answer.text


def test_parts_are_not_meant_where_the_matter_is_another(engine: Engine) -> None:
    reply = engine.ask("кто отвечает за раздел сайта о терроризме по плану 124")

    assert all(a.intent not in {"list", "count"} for a in reply.answers)
    assert parts_asked.__doc__


def test_items_of_a_list_are_counted(engine: Engine) -> None:
    point = engine.index.provision(f"{CENTRE}/annex-1/chapter-2/point-3")
    assert point is not None
    items = [c for c in engine.index.children(point.id) if c.kind == "subpoint"]
    answer = _of_act(
        engine, "сколько функций возложено на антитеррористический центр", CENTRE
    )

    assert answer.values[0].number == str(len(items))
