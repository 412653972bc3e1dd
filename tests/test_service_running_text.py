"""Answers from rules and points: terms in passing, whole lists, the right sentence."""

import pytest

from service.answers.explaining import explained_terms
from service.answers.looks import holds, names_party
from service.answers.marks import explained_in
from service.engine import Engine
from service.model import Answer
from service.wording import MOST

CENTRE = "U1300000588/annex-1"
METHOD = "V2100024227/annex-1"


def _top(engine: Engine, question: str) -> Answer:
    reply = engine.ask(question)

    assert reply.answers, (question, reply.refusal)
    return reply.answers[0]


# ------------------------------------------------------------------------- terms


@pytest.mark.parametrize(
    ("text", "term", "meaning"),
    [
        ("1) тәуекел – ықтимал оқиға;", "тәуекел", "ықтимал оқиға;"),
        (
            "Работы начаты. Орган, указанный первым, является ответственным лицом.",
            "ответственным лицом",
            "Орган, указанный первым,",
        ),
        (
            "Работу ведёт рабочий орган - Штаб центра, состоящий из трёх лиц.",
            "рабочий орган",
            "Штаб центра",
        ),
        (
            "Тізілімге енгізілген қала тарихи қала болып табылады.",
            "тарихи қала",
            "Тізілімге енгізілген қала",
        ),
        ("Под риском понимается событие.", "риском", "событие."),
    ],
)
def test_a_term_explained_at_the_start_or_in_passing(
    text: str, term: str, meaning: str
) -> None:
    assert (term, meaning) in [(e.term, e.meaning) for e in explained_terms(text)]


@pytest.mark.parametrize(
    "text", ["Срок работ 2018 - 2020 годы.", "Отчёт представляется в Штаб."]
)
def test_a_dash_between_years_and_a_plain_clause_explain_nothing(text: str) -> None:
    assert explained_terms(text) == ()


@pytest.mark.parametrize(
    ("question", "place", "said"),
    [
        (
            "кого в плане АТЦ считают ответственным исполнителем",
            f"{CENTRE}/chapter-4/point-15",
            "указанный первым",
        ),
        (
            "Which body is the working body of the Anti-Terrorist Centre?",
            f"{CENTRE}/chapter-4/point-8",
            "Штаб Антитеррористического центра",
        ),
        (
            "What is a co-executor under the methodology?",
            f"{METHOD}/chapter-1/point-2/subpoint-1",
            "бірлесіп орындаушы",
        ),
        (
            "«Штаб Антитеррористического центра» деп қандай орган қысқаша аталған?",
            f"{CENTRE}/chapter-3/point-5/subpoint-3",
            "Комитета национальной безопасности",
        ),
    ],
)
def test_what_counts_as_something(
    engine: Engine, question: str, place: str, said: str
) -> None:
    answer = _top(engine, question)

    assert answer.citations[0].provision_id == place
    assert said in answer.text


def test_the_very_words_of_a_term_come_before_a_synonym(engine: Engine) -> None:
    answers = engine.ask("Іс-қимылдар жоспары деген не?").answers

    assert answers[0].act_id == "V2100024227"


# ------------------------------------------------------------------------- marks


NOTE = '* - sums may change\nlater\n** due on 10 July\n\nCells with "X" stay empty.'


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("*", "* - sums may change\nlater"),
        ("**", "** due on 10 July"),
        ("X", 'Cells with "X" stay empty.'),
        ("***", None),
        ("Y", None),
    ],
)
def test_a_mark_is_explained_up_to_the_next(mark: str, said: str | None) -> None:
    assert explained_in(NOTE, mark) == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("что означает звёздочка у годов в плане 292", "түзетілетін"),
        ("Resolution 292 plan: what does the asterisk mean?", "түзетілетін"),
        ("what does *** mean in the plan of resolution 124", "10 шілдеге"),
        ("что означают две звёздочки в плане 124", "нақтылануы мүмкін"),
    ],
)
def test_the_mark_of_a_table(engine: Engine, question: str, said: str) -> None:
    assert said in _top(engine, question).text


# ----------------------------------------------------------------- given anew


@pytest.mark.parametrize(
    ("question", "line", "number"),
    [
        ("каким постановлением план по религии изложили в новой редакции", 40, "180"),
        ("Каким указом Положение об АТЦ изложили заново?", 35, "491"),
        ("каким указом изложена в новой редакции преамбула указа 588", 13, "491"),
        ("Какие изменения внесены в план по религии?", 40, "180"),
    ],
)
def test_the_change_of_the_part_that_is_named(
    engine: Engine, question: str, line: int, number: str
) -> None:
    answer = _top(engine, question)

    assert answer.citations[0].source.line_start == line
    assert answer.values[0].number == number


# ------------------------------------------------------------------------- lists


@pytest.mark.parametrize(
    ("question", "place", "count"),
    [
        ("перечисли задачи АТЦ", f"{CENTRE}/chapter-2/point-2", 7),
        ("орталықтың қандай құқықтары бар", f"{CENTRE}/chapter-2/point-4", 7),
        (
            "Ұлттық қауіпсіздік стратегиясы қандай құжаттар арқылы жүзеге асады?",
            f"{METHOD}/chapter-3/point-15",
            6,
        ),
    ],
)
def test_a_list_is_given_whole(
    engine: Engine, question: str, place: str, count: int
) -> None:
    answer = _top(engine, question)

    assert answer.citations[0].provision_id == place
    assert len(answer.values) == count
    assert len(answer.text) <= MOST
    assert all(
        v.provision_id.startswith(place) for v in answer.values if v.provision_id
    )


# ---------------------------------------------------------------- the right words


@pytest.mark.parametrize(
    ("question", "place", "said"),
    [
        (
            "За сколько дней соисполнители передают материалы исполнителю?",
            f"{CENTRE}/chapter-4/point-24/para-1",
            "семь рабочих дней",
        ),
        (
            "сколько времени даётся на доработку возвращённых документов",
            f"{CENTRE}/chapter-4/point-17/para-1",
            "трех рабочих дней",
        ),
        (
            "хаттама шешімдерінің орындалуын мемлекеттік органдарда кім бақылайды",
            f"{CENTRE}/chapter-4/point-24",
            "Штабом Антитеррористического центра",
        ),
        (
            "Кто проводит ежегодный мониторинг Стратегии национальной безопасности?",
            f"{METHOD}/chapter-4/point-28",
            "мемлекеттік жоспарлау",
        ),
        (  # a deputy is not the leader
            "кто заместитель руководителя Антитеррористического центра",
            f"{CENTRE}/chapter-3/point-6/subpoint-20",
            "начальник Штаба",
        ),
    ],
)
def test_the_point_and_the_sentence_that_answer(
    engine: Engine, question: str, place: str, said: str
) -> None:
    answer = _top(engine, question)

    assert answer.citations[0].provision_id == place
    assert said in answer.text


def test_no_two_answers_quote_the_same(engine: Engine) -> None:
    answers = engine.ask("кто проверяет исполнение решений из протокола").answers
    quotes = [(a.citations[0].provision_id, a.citations[0].quote) for a in answers]

    assert len(set(quotes)) == len(quotes)


# ------------------------------------------------------------------------- looks


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Заседание ведёт председатель комитета.", True),
        ("Организация работы и контроля.", False),
        (
            "Методика принята по постановлению Правительства от 1 мая 2014 года № 5.",
            False,
        ),
    ],
)
def test_a_body_in_the_name_of_an_act_does_nothing(
    engine: Engine, text: str, held: bool
) -> None:
    passage = engine.knowledge.passages.whole(text, "ru")

    assert holds(passage, "ru", "body", engine.bodies) == held


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Страховые брокеры не вправе участвовать.", True),
        ("Азаматтар жүгінуге құқылы.", True),
        ("Показатель составляет 5 %.", False),
    ],
)
def test_persons_and_parties(text: str, named: bool) -> None:
    assert names_party(text) is named


def test_a_long_list_shows_its_first_items_and_counts_the_rest(engine: Engine) -> None:
    reply = engine.ask("какие функции у штаба Антитеррористического центра")
    top = reply.answers[0]

    assert len(top.text) <= MOST
    assert top.text.endswith("» — и ещё 13.")
    assert len(top.values) == 4 + 13
    assert "1) принятие участия в выработке государственной политики" in top.text
