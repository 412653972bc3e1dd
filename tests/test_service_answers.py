"""Answers over the acts that ship: right, complete, proven, or refused."""

import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.answers.looks import holds
from service.engine import Engine
from service.model import Answer, Reply

PROGRAMME = "P1800000124"
RELIGION = "P1700000580"
POLICE = "P1400000292"
CENTRE = "U1300000588"
METHOD = "V2100024227"
#: Latin letters that look like Cyrillic ones.
_SAME = str.maketrans("abcehikmoptxy", "авсенікмортху")


def _squashed(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).lower().translate(_SAME)
    return "".join(c for c in folded if c.isalnum())


def _top(engine: Engine, question: str) -> Answer:
    reply = engine.ask(question)

    assert reply.answers, (question, reply.refusal)
    return reply.answers[0]


def _code(engine: Engine, question: str) -> str:
    reply = engine.ask(question)

    assert reply.refusal is not None, (question, [a.text for a in reply.answers])
    return reply.refusal.code


# ------------------------------------------------------------- cells of measures


@pytest.mark.parametrize(
    "question",
    [
        "who is responsible for measure 42",
        "кто отвечает за меру 42",
        "42-іс-шараға кім жауапты?",
    ],
)
def test_one_answer_for_each_act_in_force_first(engine: Engine, question: str) -> None:
    answers = engine.ask(question).answers

    assert [a.act_id for a in answers] == [PROGRAMME, RELIGION, POLICE]
    for answer in answers:
        [measure] = engine.index.measures(act_ids=(answer.act_id,), number="42")[1]
        assert [v.text for v in answer.values] == [e.text for e in measure.executors]


def test_a_measure_whose_number_is_not_printed(engine: Engine) -> None:
    answer = _top(engine, "кто исполняет меру 27 постановления № 124")

    assert {v.abbreviation for v in answer.values} == {
        "АКМ",
        "ҰҚК",
        "БП",
        "ДІАҚМ",
        "ІІМ",
    }
    assert any("27" in warning for warning in answer.warnings)


@pytest.mark.parametrize(
    ("question", "said", "printed"),
    [
        ("срок меры 31 плана по религии", "1 квартал 2018 года", "2018 жылғы 1-тоқсан"),
        (
            "religion plan measure 31 deadline",
            "1st quarter of 2018",
            "2018 жылғы 1-тоқсан",
        ),
        (
            "дін жоспары 31-іс-шара мерзімі",
            "2018 жылғы 1-тоқсан",
            "2018 жылғы 1-тоқсан",
        ),
    ],
)
def test_a_term_in_the_language_asked_and_as_printed(
    engine: Engine, question: str, said: str, printed: str
) -> None:
    answer = _top(engine, question)

    assert said in answer.text
    assert answer.values[0].text == printed


def test_form_of_completion(engine: Engine) -> None:
    answer = _top(engine, "чем завершается мера 21 плана по религии")

    assert answer.intent == "completion_form"
    assert answer.values[0].text == "оқу бағдарламасы, оқулық"


def test_an_amount_of_a_year_and_of_a_region(engine: Engine) -> None:
    whole_sum = _top(engine, "сколько тенге на меру 63 постановления № 124 в 2018 году")
    share = _top(
        engine, "сколько тенге на меру 63 постановления № 124 в 2018 году Астане"
    )

    assert [v.number for v in whole_sum.values] == ["358,2"]
    assert [v.number for v in share.values] == ["60,0"]


def test_funding_that_is_not_required_or_not_stated(engine: Engine) -> None:
    assert (
        "талап етілмейді"
        in _top(engine, "сколько тенге на меру 5 плана по религии").text
    )
    assert _code(engine, "сколько тенге на меру 11 плана по религии") == "not_stated"


def test_who_and_when_at_once(engine: Engine) -> None:
    answers = engine.ask("кто и в какой срок исполняет меру 5 плана по религии").answers

    assert {a.intent for a in answers} == {"responsible", "deadline"}


# -------------------------------------------------------------- lists and counts


def _numbers(engine: Engine, act_id: str, body_id: str) -> list[str]:
    _, measures = engine.index.measures(act_ids=(act_id,))
    return [m.number for m in measures if body_id in {e.body_id for e in m.executors}]


@pytest.mark.parametrize(
    ("question", "act_id", "body_id"),
    [
        (
            "в каких мерах плана по религии участвует МИД",
            RELIGION,
            "ministry-of-foreign-affairs",
        ),
        (
            "which measures of resolution No. 124 involve the Ministry of Health",
            PROGRAMME,
            "ministry-of-healthcare",
        ),
        (
            "292 қаулыда Қаржы министрлігі қай іс-шараларға жауапты",
            POLICE,
            "ministry-of-finance",
        ),
    ],
)
def test_lists_equal_a_search_by_hand(
    engine: Engine, question: str, act_id: str, body_id: str
) -> None:
    answer = _top(engine, question)
    wanted = _numbers(engine, act_id, body_id)

    assert wanted
    assert [v.number for v in answer.values] == wanted
    assert str(len(wanted)) in answer.text or len(wanted) == 1


def test_classified_measures(engine: Engine) -> None:
    answer = _top(engine, "какие меры постановления № 124 засекречены")
    total, _ = engine.index.measures(act_ids=(PROGRAMME,), classified=True)

    assert len(answer.values) == total
    assert {v.status for v in answer.values} == {"classified"}


def test_counts(engine: Engine) -> None:
    assert (
        _top(engine, "сколько мер в плане по религии 2017–2020").values[0].number
        == "59"
    )
    assert (
        _top(engine, "how many measures are in resolution 292").values[0].number
        == "133"
    )


def test_measures_of_a_budget_programme(engine: Engine) -> None:
    answer = _top(engine, "какие меры плана по религии оплачены по программе 006")

    assert [v.number for v in answer.values] == ["33", "34"]


def test_a_body_that_no_measure_names(engine: Engine) -> None:
    code = _code(
        engine, "какие меры плана по религии исполняет Министерство энергетики"
    )

    assert code == "not_stated"


# ----------------------------------------------------------- the act as a whole


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("действует ли постановление № 124", "in_force"),
        ("№ 82 бұйрық әлі күшінде ме?", "repealed"),
        ("is resolution No. 292 still in force", "repealed"),
    ],
)
def test_status(engine: Engine, question: str, status: str) -> None:
    assert _top(engine, question).values[0].status == status


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("когда и чем отменено постановление 292", ("464", "18 августа 2016")),
        ("какие изменения внесены в указ № 588", ("491", "1152")),
        ("под каким номером зарегистрирован приказ № 82", ("24227", "06.09.2021")),
        ("кто подписал указ 588", ("Назарбаев",)),
        ("дата принятия постановления 580", ("19.09.2017",)),
        ("когда вступает в силу постановление № 580", ("қол қойылған күнінен",)),
        ("which act was amended by resolution No. 925", ("124",)),
    ],
)
def test_facts_of_the_head(
    engine: Engine, question: str, wanted: tuple[str, ...]
) -> None:
    text = _top(engine, question).text

    assert all(part in text for part in wanted), text


def test_wording_announced_for_later(engine: Engine) -> None:
    answer = _top(engine, "what does subpoint 7 of point 4 of decree 588 say")

    assert any("1258" in warning for warning in answer.warnings)


# ------------------------------------------------- definitions, abbreviations


@pytest.mark.parametrize(
    ("question", "act_id", "wanted"),
    [
        ("что такое ҚСЗИ", RELIGION, "стратегиялық зерттеулер институты"),
        ("what does УҰИ stand for", POLICE, "уақытша ұстау изоляторы"),
        ("СБҚ расшифровка", RELIGION, "Сыртқы барлау қызметі"),
        ("что такое СНС", POLICE, "наркологиялық"),
    ],
)
def test_abbreviations(engine: Engine, question: str, act_id: str, wanted: str) -> None:
    answers = {a.act_id: a for a in engine.ask(question).answers}

    assert wanted in answers[act_id].values[0].text


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("что понимается под угрозами национальной безопасности", "subpoint-6"),
        ("сын-қатерлер деген не, ұлттық қауіпсіздікке төнетін", "subpoint-7"),
        ("definition of national interests", "subpoint-2"),
    ],
)
def test_definitions(engine: Engine, question: str, path: str) -> None:
    answer = _top(engine, question)

    assert answer.intent == "definition"
    assert answer.citations[0].provision_id.endswith(path)


# ----------------------------------------------------------------- running text


@pytest.mark.parametrize(
    ("question", "path", "wanted"),
    [
        (
            "как часто проводятся заседания Антитеррористического центра",
            "point-12",
            "раза в квартал",
        ),
        (
            "в какой срок оформляется протокол заседания",
            "point-21",
            "пяти рабочих дней",
        ),
        (
            "кто возглавляет Антитеррористический центр",
            "point-5",
            "Председатель Комитета",
        ),
        ("сколько голосов нужно для принятия решения", "point-20", "большинством"),
        (
            "что говорится в пункте 18 положения об антитеррористическом центре",
            "point-18",
            "явки",
        ),
        (
            "Стратегия мониторингі қаншалықты жиі жүргізіледі",
            "point-27",
            "жыл сайын",
        ),
        (
            "является ли министр энергетики членом Антитеррористического центра",
            "point-6",
            "энергетики",
        ),
    ],
)
def test_sentences(engine: Engine, question: str, path: str, wanted: str) -> None:
    answer = _top(engine, question)

    assert any(path in c.provision_id for c in answer.citations)
    assert wanted in answer.text


# --------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("постановление № 999 кто исполнитель меры 3", "no_such_act"),
        ("мера 85 постановления № 124", "no_such_provision"),
        ("пункт 88 указа 588", "no_such_provision"),
        ("кто исполняет меру 72 постановления № 124", "classified"),
        ("how do I get a divorce", "not_in_corpus"),
        ("срок", "unclear"),
        ("???", "unclear"),
    ],
)
def test_refusals(engine: Engine, question: str, code: str) -> None:
    assert _code(engine, question) == code


@pytest.mark.parametrize(
    "question",
    [
        "телефон Министерства внутренних дел",
        "какая фамилия у министра внутренних дел",
        "какой штраф грозит за нарушение положения об антитеррористическом центре",
        "what is the email address of the Anti-Terrorist Centre",
        "сколько терактов предотвращено в 2023 году",
        "какова зарплата начальника Штаба Антитеррористического центра",
        "Орталық бастығының жалақысы қанша",
        "сколько мечетей построено в 2019 году",
        "көлік салығы қанша",
    ],
)
def test_what_the_acts_do_not_say(engine: Engine, question: str) -> None:
    assert engine.ask(question).refusal is not None


# ------------------------------------------------------------- what always holds


def _words_of_sources(engine: Engine, answer: Answer) -> Iterator[tuple[str, str]]:
    """Words of each quote beside the letters of the lines that it cites."""
    for citation in answer.citations:
        act_id, source = citation.provision_id.act_id, citation.source
        lines = engine.index.source_lines(act_id, source.line_start, source.line_end)
        held = _squashed("".join(lines))
        yield from ((_squashed(w), held) for w in re.findall(r"\w+", citation.quote))


def _sound(engine: Engine, reply: Reply) -> None:
    assert bool(reply.answers) != bool(reply.refusal)
    for answer in reply.answers:
        assert answer.citations
        assert 0 < len(answer.text) <= 700
        for word, held in _words_of_sources(engine, answer):
            assert word in held


_ASK = st.sampled_from(
    [
        "кто отвечает за",
        "срок",
        "who does",
        "when is",
        "қашан",
        "кім жауапты",
        "сколько тенге на",
        "форма завершения",
        "что такое",
        "is it in force",
        "какие меры",
        "қанша",
        "",
    ]
)
_WHAT = st.sampled_from(
    [
        "меру 42",
        "25-іс-шара",
        "measure 89-1",
        "пункт 3",
        "9-тармақ",
        "мониторинг интернета",
        "МКҚ",
        "діни экстремизм",
        "police schools",
        "план работы",
        "штраф",
        "МВД",
        "2018",
        "съезд религий",
    ]
)
_OF = st.sampled_from(
    [
        "",
        "плана по религии",
        "№ 124",
        "указа 588",
        "292 қаулы",
        "order No. 82",
        "№ 777",
        "2017–2020",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ask=_ASK, what=_WHAT, of=_OF)
def test_no_quote_is_absent_from_its_source(
    engine: Engine, ask: str, what: str, of: str
) -> None:
    _sound(engine, engine.ask(f"{ask} {what} {of}"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=60))
def test_any_text_gets_a_reply(engine: Engine, text: str) -> None:
    if text.strip():
        _sound(engine, engine.ask(text))


@pytest.mark.parametrize(
    "question", ["қаржы мүмкіндіктер", "меры погода", "budget zebra"]
)
def test_words_that_may_ask_but_find_nothing(engine: Engine, question: str) -> None:
    _sound(engine, engine.ask(question))


def test_the_same_question_gets_the_same_reply(engine: Engine) -> None:
    question = "кто разъясняет населению нормы о терроризме"

    assert engine.ask(question) == engine.ask(question)


@pytest.mark.parametrize(
    ("text", "slot", "held"),
    [
        ("не реже одного раза в квартал", "frequency", True),
        ("в течение пяти рабочих дней", "frequency", False),
        ("в течение пяти рабочих дней", "duration", True),
        ("6) определяет порядок", "number", False),
        ("более половины членов", "number", True),
        ("270 148,8 млн. теңге", "money", True),
        ("талап етілмейді", "money", False),
        ("Премьер-Министр Б. Сағынтаев", "person", True),
        ("Министр внутренних дел", "person", False),
        ("info@gov.kz", "contact", True),
        ("2018–2022", "contact", False),
    ],
)
def test_what_answers_a_slot(engine: Engine, text: str, slot: str, held: bool) -> None:
    passage = engine.knowledge.passages.whole(text, "ru")

    assert holds(passage, "ru", slot, engine.bodies) == held
