"""Questions about acts themselves: force, changes, basis, signature."""

from dataclasses import replace

import pytest

from service.answers.case import Case
from service.answers.route import case_of
from service.answers.status import adoption
from service.answers.units import units_draft
from service.engine import Engine
from service.model import Reply

PROGRAMME = "P1800000124"
RELIGION = "P1700000580"
POLICE = "P1400000292"
CENTRE = "U1300000588"
METHOD = "V2100024227"


def _first_text(reply: Reply) -> str:
    assert reply.answers, reply.refusal
    return reply.answers[0].text


def _acts(reply: Reply) -> set[str]:
    assert reply.answers, reply.refusal
    return {answer.act_id for answer in reply.answers}


def test_change_of_a_point_that_is_named(engine: Engine) -> None:
    reply = engine.ask("кто и когда переписал третий пункт постановления 580")

    assert "№ 180" in _first_text(reply)
    assert "11.04.2019" in _first_text(reply)


def test_change_of_what_is_described(engine: Engine) -> None:
    reply = engine.ask(
        "каким указом поменяли состав антитеррористического центра в 2026 году"
    )

    assert "№ 1152" in _first_text(reply)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("с какого дня действует указ 588", "подписания"),
        ("which law is decree 588 based on", "О противодействии терроризму"),
        ("which old directives did decree 588 repeal", "№ 435"),
        ("588 жарлық қай өкімдердің күшін жойды", "№ 435"),
    ],
)
def test_clauses_of_an_act(engine: Engine, question: str, wanted: str) -> None:
    assert wanted in _first_text(engine.ask(question))


def test_acts_of_a_signatory(engine: Engine) -> None:
    assert _acts(engine.ask("какие акты подписал Сагинтаев")) == {PROGRAMME, RELIGION}


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("which of the acts here are repealed", {POLICE, METHOD}),
        ("какие акты утратили силу", {POLICE, METHOD}),
        ("какие акты действуют", {PROGRAMME, RELIGION, CENTRE}),
    ],
)
def test_acts_by_force(engine: Engine, question: str, wanted: set[str]) -> None:
    assert _acts(engine.ask(question)) == wanted


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("тәуекелдерді талдау дегені не", "point-24/subpoint-1"),
        ("что в постановлении 580 понимается под словом «Жоспар»", "body/point-1"),
        (
            'who is a "directed" authorised representative at the Centre',
            "point-26/para-1",
        ),
    ],
)
def test_terms_explained_by_the_form_of_a_sentence(
    engine: Engine, question: str, wanted: str
) -> None:
    reply = engine.ask(question)

    assert reply.answers, reply.refusal
    cited = {c.provision_id for c in reply.answers[0].citations}
    assert any(wanted in provision_id for provision_id in cited)


def test_several_fields_of_a_row_that_was_found(engine: Engine) -> None:
    reply = engine.ask(
        "кто исполнитель и какой срок подготовки теологов в отечественных вузах"
    )

    assert {"responsible", "deadline"} <= {a.intent for a in reply.answers}


def test_an_act_without_number_and_issuer(engine: Engine) -> None:
    case = _case(engine, "когда принята Конституция")
    act = engine.index.act(CENTRE)
    assert act is not None
    draft = adoption(case, replace(act, number="", issuer=""))

    assert "24.06.2013" in draft.text
    assert "№" not in draft.text.partition("№ 588")[2]
    assert draft.values[0].number is None


def test_articles_are_counted_through_the_act(engine: Engine) -> None:
    case = _case(engine, "сколько статей в указе 588")
    act = engine.index.act(CENTRE)
    assert act is not None
    points = [p for p in engine.index.provisions(CENTRE)[1] if p.kind == "point"]
    articles = [replace(p, kind="article") for p in points]
    draft = units_draft(case, act, articles, "count")

    assert f"статей: {len(articles)}" in draft.text
    assert draft.values[0].number == str(len(articles))


def _case(engine: Engine, question: str) -> Case:
    query = engine.understand(question)
    return case_of(query, (), engine.index, engine.knowledge)


@pytest.mark.parametrize(
    "question",
    [
        "когда принят указ 588 и кто его подписал",
        "when was decree 588 adopted and who signed it",
        "588 жарлық қашан қабылданды және кім қол қойды",
    ],
)
def test_two_facts_of_an_act_asked_together(engine: Engine, question: str) -> None:
    texts = " ".join(a.text for a in engine.ask(question).answers)

    assert "24.06.2013" in texts
    assert "Назарбаев" in texts


def test_one_fact_of_an_act_is_one_answer(engine: Engine) -> None:
    assert len(engine.ask("кто и когда подписал указ 588").answers) == 1


def test_changes_of_a_year_made_and_announced(engine: Engine) -> None:
    text = _first_text(engine.ask("what changed in decree 588 in 2026"))

    assert "No. 1152 of 8 January 2026" in text
    assert "No. 1258" in text
    assert "No. 491" not in text
    assert "by: New wording" not in text


def test_all_changes_of_an_act(engine: Engine) -> None:
    text = _first_text(engine.ask("изменения в указ 588"))

    assert "№ 491" in text
    assert "пункта 3" in text
    assert "пункта 4" in text


def test_what_an_act_is_repealed_by_where_it_repeals_nothing(engine: Engine) -> None:
    for question in (
        "қай құжат 292 қаулының күшін жойды",
        "292 қаулы қашан және қандай құжатпен күшін жойды",
    ):
        assert "№ 464" in _first_text(engine.ask(question))
