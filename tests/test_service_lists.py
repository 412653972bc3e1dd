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


@pytest.mark.parametrize(
    "question",
    [
        "which measures is the Ministry of Education charged with",
        "какие меры поручены Министерству образования",
        "Білім министрлігіне қандай шаралар жүктелген",
    ],
)
def test_a_name_that_fits_two_bodies_means_the_one_charged(
    engine: Engine, question: str
) -> None:
    body = "ministry-of-education-and-science"
    _, measures = engine.index.measures(act_ids=(RELIGION,), body_id=body)

    assert measures
    assert _numbers(_of_act(engine, question, RELIGION)) == {m.number for m in measures}


@pytest.mark.parametrize(
    "question",
    [
        "measures due in 2019",
        "меры со сроком в 2019 году",
        "меры плана по религии со сроком в 2019 году",
        "2019 жылы мерзімі бар шаралар",
    ],
)
def test_a_deadline_that_only_narrows(engine: Engine, question: str) -> None:
    _, measures = engine.index.measures(act_ids=(RELIGION,), year=2019)

    assert _numbers(_of_act(engine, question, RELIGION)) == {m.number for m in measures}


def test_a_deadline_that_is_asked(engine: Engine) -> None:
    assert engine.ask("срок мер по обучению имамов 2018").intent == "deadline"


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("сколько мер в плане 292", "133"),
        ("в плане 124 сколько пунктов", "80"),
        ("how many measures are in plan 580", "59"),
    ],
)
def test_measures_of_a_plan_counted(engine: Engine, question: str, count: str) -> None:
    assert engine.ask(question).answers[0].values[0].number == count


def test_secret_measures_counted_in_kazakh(engine: Engine) -> None:
    reply = engine.ask("қанша құпия шара бар")

    assert [a.values[0].number for a in reply.answers] == ["35"]


def test_executors_of_a_measure_named_are_no_list(engine: Engine) -> None:
    reply = engine.ask("назови исполнителей меры 3 постановления 580")

    assert [a.intent for a in reply.answers] == ["responsible"]


@pytest.mark.parametrize(
    ("question", "act_id"),
    [
        ("which bodies take part in programme 124", PROGRAMME),
        ("какие органы участвуют в плане по религии", RELIGION),
        ("сколько органов участвует в плане 292", POLICE),
        ("дін жоспарына қандай органдар қатысады", RELIGION),
    ],
)
def test_all_bodies_of_a_plan(engine: Engine, question: str, act_id: str) -> None:
    known = engine.knowledge
    _, measures = engine.index.measures(act_ids=(act_id,))
    charged: dict[str, set[str]] = {}
    for measure in measures:
        for body in filter(None, map(known.body_of, measure.executors)):
            charged.setdefault(body.id, set()).add(measure.number)

    values = _of_act(engine, question, act_id).values

    found = {v.body_id: v.number for v in values if v.body_id}
    assert found == {body: str(len(rows)) for body, rows in charged.items()}


@pytest.mark.parametrize(
    "question",
    [
        "какие органы отвечают за обучение имамов по плану 580",
        "which bodies fight terrorism",
        "кто участвует в мере 3 плана 580",
    ],
)
def test_bodies_of_a_matter_are_not_all_bodies(engine: Engine, question: str) -> None:
    assert engine.ask(question).intent == "responsible"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("кто отвечает за меру 45 плана 292", "номеров: 45, 46"),
        ("measure 46 of plan 292", "numbers in this row: 45, 46"),
    ],
)
def test_a_row_with_two_numbers_says_so(
    engine: Engine, question: str, said: str
) -> None:
    assert said in " ".join(_of_act(engine, question, POLICE).warnings)


def test_a_name_read_anew_is_told_only_where_names_are(engine: Engine) -> None:
    who = _of_act(engine, "кто отвечает за меру 42 плана 580", RELIGION)
    when = _of_act(engine, "срок меры 42 плана 580", RELIGION)

    assert any("«ПМ»" in warning for warning in who.warnings)
    assert not any("«ПМ»" in warning for warning in when.warnings)


def test_what_a_region_is_given_in_place_of_figures(engine: Engine) -> None:
    question = "сколько на меру 61 программы 124 в Костанайской области в 2018 году"
    _, measures = engine.index.measures(act_ids=(PROGRAMME,), number="61")
    notes = {row.label: row.note for row in measures[0].sub_rows}

    answer = _of_act(engine, question, PROGRAMME)

    assert answer.values[0].text == notes["Қостанай облысы"]


def test_pieces_are_no_money(engine: Engine) -> None:
    _, measures = engine.index.measures(act_ids=(PROGRAMME,), number="15")
    reply = engine.ask("2020 жылға 124 бағдарламаның 15-шарасына қанша ақша бөлінген")

    assert measures[0].unit == "бірлік"
    assert not any(v.text == "30" for a in reply.answers for v in a.values)


@pytest.mark.parametrize(
    ("question", "act_id", "section"),
    [
        ("сколько мер в разделе 2 плана по религии", RELIGION, "2-бөлім"),
        ("Дін жоспарының бірінші бөлімінде неше іс-шара бар?", RELIGION, "1-бөлім"),
        ("which measures are in section 3 of the religion plan", RELIGION, "3-бөлім"),
        ("сколько мер в разделе 1.2 плана 292", POLICE, "1.2 "),
    ],
)
def test_measures_of_a_section(
    engine: Engine, question: str, act_id: str, section: str
) -> None:
    _, measures = engine.index.measures(act_ids=(act_id,))
    wanted = {m.number for m in measures if m.section.startswith(section)}

    assert wanted
    assert _numbers(_of_act(engine, question, act_id)) == wanted


def test_a_section_without_measures_is_a_text(engine: Engine) -> None:
    reply = engine.ask("сколько мер в разделе 3 программы 124")

    assert not any(v.number == "80" for a in reply.answers for v in a.values)


@pytest.mark.parametrize(
    "question",
    [
        "меры плана по религии с исполнителем КНБ",
        "дін жоспарының ҰҚК орындаушы болатын ашық іс-шаралары",
        "religion plan measures with the National Security Committee as executor",
    ],
)
def test_a_body_that_only_narrows(engine: Engine, question: str) -> None:
    body = "national-security-committee"
    _, measures = engine.index.measures(act_ids=(RELIGION,), body_id=body)

    assert _numbers(_of_act(engine, question, RELIGION)) == {m.number for m in measures}
