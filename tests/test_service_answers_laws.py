"""Answers from running text: lists by their opening, numerals, agents, marks."""

import pytest

from corpus.bodies import Bodies
from service.answers.agents import acting, goes_to, to_whom
from service.answers.indicators import indicator_said
from service.answers.joined import slots_joined
from service.answers.listing import many_asked
from service.answers.openings import kinds_asked
from service.answers.quantities import numerals, unit_fit
from service.answers.route import case_of
from service.binding import is_loose, speaks_of_others, unbound
from service.engine import Engine
from service.model import Answer

CENTRE = "U1300000588"
PROGRAMME = "P1800000124"


def _top(engine: Engine, question: str) -> Answer:
    reply = engine.ask(question)

    assert reply.answers, (question, reply.refusal)
    return reply.answers[0]


# ---------------------------------------------------------------------- lists


@pytest.mark.parametrize(
    ("question", "path", "items"),
    [
        ("каковы функции центра", "chapter-2/point-3", 17),
        ("Орталық басшысының міндеттері қандай", "chapter-3/point-5/para-1", 4),
        ("обязанности руководителя центра", "chapter-3/point-5/para-1", 4),
        ("члены центра", "chapter-3/point-6", 20),
    ],
)
def test_lists_are_found_by_their_opening(
    engine: Engine, question: str, path: str, items: int
) -> None:
    answer = _top(engine, question)

    assert answer.citations[0].provision_id == f"{CENTRE}/annex-1/{path}"
    assert len(answer.values) == items


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("сколько функций перечислено у антитеррористического центра", "17"),
        ("сколько прав даёт центру положение", "7"),
        ("how many members are there in the Centre", "20"),
    ],
)
def test_items_of_a_list_are_counted(
    engine: Engine, question: str, number: str
) -> None:
    assert _top(engine, question).values[0].number == number


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("какие права у членов центра", {0}),
        ("мүшелерінің құқықтары қандай", {0}),
        ("состав центра", {4}),
        ("что находится в ведении центра", {5}),
        ("правила внутреннего распорядка", set()),
        ("задачник по алгебре", set()),
    ],
)
def test_the_noun_that_others_depend_on_is_what_is_listed(
    engine: Engine, question: str, kinds: set[int]
) -> None:
    query = engine.understand(question)
    case = case_of(query, (), engine.index, engine.knowledge, ())

    assert kinds_asked(case) == kinds


# --------------------------------------------------------------- who and to whom


@pytest.mark.parametrize(
    ("text", "language", "best"),
    [
        ("Штабом центра осуществляется контроль", "ru", True),
        ("обеспечение возлагается на орган, указанный первым", "ru", True),
        ("планы Штаба центра", "ru", False),
        ("уәкілетті орган есепті жасайды", "kk", True),
        ("уәкілетті органның есебі жасалады", "kk", False),
        ("1. Осы Қағидалар Үкімет қаулысына сәйкес әзірленді", "kk", False),
    ],
)
def test_a_body_acts_in_some_cases_only(text: str, language: str, best: bool) -> None:
    assert (acting(text, "kk" if language == "kk" else "ru", _BODIES) == 1.0) is best


_BODIES = Bodies([], [], ordinary=frozenset())


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("басшы кімге баяндайды", True),
        ("to whom are the results reported", True),
        ("кому направляется протокол", True),
        ("кому поручено исполнение", False),
        ("кімге жүктелген", False),
        ("who is the work assigned to", False),
        ("to whom is it entrusted", False),
    ],
)
def test_to_whom_is_not_who_is_charged(question: str, asked: bool) -> None:
    assert to_whom(question) is asked


def test_what_goes_to_a_body() -> None:
    assert goes_to("ақпарат уәкілетті органға беріледі", "kk")
    assert goes_to("направляется в Штаб центра", "ru")
    assert not goes_to("Штабом центра готовится", "ru")


# ----------------------------------------------------------- numbers and marks


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("он бір судьядан тұрады", 1),
        ("тоқсан сегіз депутат", 1),
        ("двадцать два члена", 2),
        ("жүзеге асырылады, оның 4-тоқсан", 0),
        ("екінші семья", 0),
    ],
)
def test_numerals_in_words(text: str, count: int) -> None:
    assert len(numerals(text)) == count


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        ("сколько часов длится проверка", "не более двух часов", True),
        ("сколько часов длится проверка", "часть вторая настоящей статьи", False),
        ("неше ай беріледі", "үш айға беріледі", True),
        ("неше айыппұл салынады", "он күнге", True),  # no unit of time is asked for
        ("қай айда тапсырылады", "желтоқсанда тапсырылады", True),
        ("қай айда тапсырылады", "жыл сайын тапсырылады", False),
    ],
)
def test_a_period_of_the_unit_asked_for(
    engine: Engine, question: str, text: str, fits: bool
) -> None:
    query = engine.understand(question)
    case = case_of(query, (), engine.index, engine.knowledge, ())

    assert (unit_fit(case, text) == 1.0) is fits


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("какие реестры ведутся", True),
        ("which marks are used", True),
        ("қандай құжаттар тапсырылады", True),
        ("what status does the centre have", False),
        ("какой реестр ведётся", False),
    ],
)
def test_several_things_are_asked_for(
    engine: Engine, question: str, several: bool
) -> None:
    query = engine.understand(question)
    case = case_of(query, (), engine.index, engine.knowledge, ())

    assert many_asked(case) is several


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("когда принят указ 588 и кто его подписал", 2),
        ("when was decree 588 adopted and who signed it", 2),
        ("when was decree 588 signed and issued", 1),
        ("указ 588 принят и подзаконный акт подписан", 1),
    ],
)
def test_questions_are_joined_by_what_asks(
    engine: Engine, question: str, facts: int
) -> None:
    query = engine.understand(question)
    case = case_of(query, (), engine.index, engine.knowledge, ())

    assert slots_joined(case, "status", ("adoption", "signatory")) == facts


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("in the counter-extremism plan, what do the two asterisks mean", "нақтылану"),
        ("когда отчёты по мерам, помеченным тремя звёздочками?", "10 қаңтарға"),
    ],
)
def test_marks_of_a_table_are_explained(
    engine: Engine, question: str, word: str
) -> None:
    answer = _top(engine, question)

    assert answer.act_id == PROGRAMME
    assert word in answer.text


def test_a_change_says_when_it_takes_effect(engine: Engine) -> None:
    answer = _top(engine, "When did the 2026 change to the membership take effect?")

    assert "первого официального опубликования" in answer.text


def test_an_indicator_names_who_is_charged_with_it(engine: Engine) -> None:
    query = engine.understand("кто отвечает за показатель")
    case = case_of(query, (), engine.index, engine.knowledge, ())
    act = engine.index.act(PROGRAMME)
    charged = next(i for i in engine.index.indicators(PROGRAMME) if i.executors)
    assert act is not None

    draft, fit = indicator_said(case, act, charged, "responsible")

    assert fit == 1.0
    assert draft is not None
    assert len(draft.values) == len(charged.executors)


# ------------------------------------------------------------------- act names


def test_a_word_of_a_title_does_not_bind_what_others_speak_of(engine: Engine) -> None:
    query = engine.understand("к какому месяцу готовят единые методики дерадикализации")
    free = unbound(query)

    assert is_loose(query)
    assert not free.act_ids
    assert engine.found(query)[0] == free
    assert engine.found(query, given=True)[0] == query


def test_numbers_bind_an_act(engine: Engine) -> None:
    assert not is_loose(engine.understand("срок меры 5 постановления № 580"))
    assert not speaks_of_others((), ())


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("нужны ли деньги на анализ работы", "funding"),
        ("foreign training of staff: total for 2020", "funding"),
        ("лаборатории, финансирование в 2014 году", "funding"),
        ("за какое время готовят план", "deadline"),
        ("When do executors report", "deadline"),
        ("как понимают риск", "definition"),
    ],
)
def test_more_ways_to_ask(engine: Engine, question: str, intent: str) -> None:
    assert engine.understand(question).intents[0] == intent
