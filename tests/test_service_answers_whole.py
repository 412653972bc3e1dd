"""Acts as wholes, terms by form, refusals that say what there is, words of answers."""

import re
from pathlib import Path

import pytest

from corpus.definitions import explained
from service.answers.abroad import foreign_law, states_in
from service.answers.dates import on_date, since_date
from service.answers.figures import figure_words, unit_words
from service.engine import Engine
from service.model import Answer
from service.wording import known, unnested

ROOT = Path(__file__).resolve().parent.parent
PROGRAMME = "P1800000124"
POLICE = "P1400000292"
METHOD = "V2100024227"
#: Modules that name the problems of a row; and how they write one.
PROBLEM_MODULES = ("measures.py", "amounts.py", "money.py")
CODE = re.compile(r'"([a-z]+(?:-[a-z]+)+)"')


def _top(engine: Engine, question: str) -> Answer:
    reply = engine.ask(question)

    assert reply.answers, (question, reply.refusal)
    return reply.answers[0]


def _refusal(engine: Engine, question: str) -> tuple[str, str]:
    refusal = engine.ask(question).refusal

    assert refusal is not None, question
    return refusal.code, refusal.text


# ------------------------------------------------------------ acts as wholes


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("what period does the state programme against terrorism cover", "row-7"),
        ("сроки реализации программы по постановлению 124", "row-7"),
        ("бағдарламаның мақсаты қандай", "row-5"),
        ("какие задачи ставит программа 124", "row-6"),
        ("how much money is planned for the programme", "row-9"),
        ("кто разработал программу 124", "row-3"),
    ],
)
def test_fields_of_a_passport(engine: Engine, question: str, row: str) -> None:
    answer = _top(engine, question)

    assert answer.citations[0].provision_id == f"{PROGRAMME}/annex-1/section-1/{row}"


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("экстремизмге қарсы бағдарлама неше міндет қояды", "4"),
        ("number of target indicators in the counter-extremism programme", "3"),
    ],
)
def test_items_of_a_passport_are_counted(
    engine: Engine, question: str, count: str
) -> None:
    answer = _top(engine, question)

    assert answer.intent == "count"
    assert answer.values[0].number == count


def test_a_question_on_more_than_the_programme_is_no_field(engine: Engine) -> None:
    answer = _top(engine, "срок закупки камер видеонаблюдения по программе 124")

    assert "/row-" not in answer.citations[0].provision_id


def test_bodies_that_agreed(engine: Engine) -> None:
    answer = _top(engine, "which bodies agreed to order 82 of 2021")

    assert [v.text for v in answer.values] == [
        "Қазақстан Республикасы Стратегиялық жоспарлау және реформалар агенттігі",
        "Қазақстан Республикасы Қаржы министрлігі",
    ]
    assert all("КЕЛІСІЛДІ" in c.quote for c in answer.citations)


def test_the_sum_of_a_plan(engine: Engine) -> None:
    answer = _top(engine, "общая стоимость плана 292")

    assert answer.act_id == POLICE
    assert "15913,2455" in answer.text
    assert answer.text.startswith("итоговая строка Плана")


def test_members_are_counted(engine: Engine) -> None:
    answer = _top(engine, "how many ex officio members does the Centre have")

    assert answer.values[0].number == "20"


# ------------------------------------------------------- terms and who does it


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        (
            "what is risk management under the strategy methodology",
            "chapter-3/point-24/subpoint-2",
        ),
        ("что понимают под управлением рисками в методике", "point-24/subpoint-2"),
        ("what is the Headquarters of the Anti-Terrorist Centre", "chapter-4/point-8"),
        (
            "что понимается под прикомандированным уполномоченным представителем",
            "point-26/para-2",
        ),
        ("ұлттық қауіпсіздік тәуекелі дегеніміз не", "point-2/subpoint-5"),
    ],
)
def test_terms_by_form(engine: Engine, question: str, unit: str) -> None:
    answer = _top(engine, question)

    assert answer.intent == "definition"
    assert answer.citations[0].provision_id.endswith(unit)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("1) тәуекел – жағдай", "1) тәуекел – ж"),
        ("Центр является органом", "Центр является"),
        ("Дни 5 – 10 июля", None),
        ("Центр создан", None),
    ],
)
def test_what_a_text_explains(text: str, subject: str | None) -> None:
    assert explained(text) == subject


def test_an_item_names_who_opens_its_list(engine: Engine) -> None:
    answer = _top(engine, "who puts order 82 on the ministry's website")

    assert answer.act_id == METHOD
    assert "Стратегиялық талдау және даму департаменті" in answer.text


def test_the_intent_that_the_evidence_speaks_for(engine: Engine) -> None:
    answer = _top(engine, "кто выясняет, сколько религиоведов не хватает колледжам")

    assert answer.intent == "responsible"
    assert answer.citations[0].provision_id.endswith("measure-24")


def test_matter_that_looks_like_what_no_act_says(engine: Engine) -> None:
    assert "1776,9" in _top(engine, "ІІМ телефон желісін жаңартуға қанша ақша").text
    assert _refusal(engine, "номер телефона исполнителя меры 5")[0] == "not_stated"
    assert _refusal(engine, "телефон АТЦ")[0] in {"not_stated", "not_in_corpus"}


# ------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("question", "code", "text"),
    [
        (
            "point 99 of decree 588",
            "no_such_provision",
            (
                "Presidential Decree No. 588 of 24 June 2013 has no point 99."
                " Its numbers are 1–35."
            ),
        ),
        ("мера 500", "no_such_provision", "Ни в одном акте корпуса нет меры 500."),
        (
            "подпункт 40) пункта 3 указа 588",
            "no_such_provision",
            (
                "Указ Президента Республики Казахстан от 24 июня 2013 года № 588:"
                " нет подпункта 40) пункта 3."
            ),
        ),
        (
            "500-іс-шара",
            "no_such_provision",
            "Корпустың бірде-бір актісінде 500-іс-шара жоқ.",
        ),
        (
            "сколько денег на меру 11 плана по религии",
            "not_stated",
            (
                "Мера 11, Постановление Правительства Республики Казахстан от 19"
                " сентября 2017 года № 580: в источнике не указано — финансирование."
            ),
        ),
        (
            "measure 50 of resolution 124 who",
            "classified",
            (
                "Measure 50, Government Resolution No. 124 of 15 March 2018"
                " is classified («Құпия»): the published text gives no details."
            ),
        ),
        (
            "what does the constitution of Russia say about religion",
            "not_in_corpus",
            "No act of the corpus mentions “Russia”.",
        ),
    ],
)
def test_refusals(engine: Engine, question: str, code: str, text: str) -> None:
    assert _refusal(engine, question) == (code, text)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("жоспар нысанының алтыншы бағанында не толтырылады", "6-бағанында"),
        ("what goes into the third column of the plan template", "3-бағанда"),
        ("что указывается в графе 5 плана", "5-бағанында"),
    ],
)
def test_columns_of_forms(engine: Engine, question: str, number: str) -> None:
    assert number in _top(engine, question).citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "каким указом утверждено положение об антитеррористическом центре",
        "which decree approves the statute of the Anti-Terrorist Centre",
    ],
)
def test_the_act_that_approves(engine: Engine, question: str) -> None:
    answer = _top(engine, question)

    assert answer.values[0].number == "588"


def test_sums_in_fact_are_not_stated_in_plans(engine: Engine) -> None:
    question = "how much of the programme money was actually spent by 2022"

    assert _refusal(engine, question)[0] == "not_stated"


def test_the_share_of_a_region_by_its_label(engine: Engine) -> None:
    question = "Жамбыл облысында учаскелік полиция пункттеріне 2019 жылы неше теңге"

    assert [v.number for v in _top(engine, question).values] == ["294,0"]


def test_an_answer_on_force_is_not_said_twice(engine: Engine) -> None:
    warnings = _top(engine, "действует ли постановление 292").warnings

    assert not any("утратил" in w for w in warnings)
    assert any("2014–2020" in w for w in warnings)


def test_related_provisions_stand_beside_a_refusal(engine: Engine) -> None:
    assert engine.ask("закон РФ о свободе совести и религии").related


@pytest.mark.parametrize(
    ("text", "law", "states"),
    [
        ("закон РФ о свободе совести", {"ru"}, {"ru"}),
        ("Ресей конституциясы", {"ru"}, {"ru"}),
        ("law of the European Union", {"eu"}, {"eu"}),
        ("поездки в Сирию", set(), {"sy"}),
        ("закон о религии", set(), set()),
        ("ветеранская организация", set(), set()),
    ],
)
def test_law_of_other_states(text: str, law: set[str], states: set[str]) -> None:
    assert foreign_law(text) == law
    assert states_in(text) == states


# ------------------------------------------------------------ words of answers


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_problem_of_a_row_has_words(language: str, engine: Engine) -> None:
    tables = ROOT / "corpus" / "tables"
    source = "".join((tables / name).read_text("utf-8") for name in PROBLEM_MODULES)
    codes = set(CODE.findall(source))
    codes |= {c for m in engine.index.measures()[1] for c in m.problems}

    assert {"figure-misprinted", "sub-rows-contradict", "form-missing"} <= codes
    for code in codes:
        assert known(f"row.{code.replace('-', '_')}", language), code  # type: ignore[arg-type]


def test_problems_are_told_in_the_language_asked(engine: Engine) -> None:
    bad = [m for m in engine.index.measures()[1] if "figure-misprinted" in m.problems]
    assert bad
    act = engine.index.act(bad[0].act_id)
    assert act is not None
    about = f"меру {bad[0].number} постановления № {act.number}"
    warnings = _top(engine, f"сколько денег на {about}").warnings
    others = _top(engine, f"кто отвечает за {about}").warnings

    assert any("опечатка" in w for w in warnings)
    assert not any("опечатка" in w for w in others)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("292 қаулы күшінде ме", "2016 жылғы 18 тамызда № 464 (Үкімет) актімен"),
        ("is resolution 292 in force", "on 18 August 2016 under No. 464 (Government)"),
        (
            "действует ли постановление 292",
            "18 августа 2016 года, на основании акта № 464 (Правительство)",
        ),
    ],
)
def test_repeal_in_words(engine: Engine, question: str, said: str) -> None:
    assert said in _top(engine, question).text


@pytest.mark.parametrize(
    ("iso", "on", "since"),
    [
        ("2016-08-18", "тамызда", "тамыздан"),
        ("2026-07-12", "шілдеде", "шілдеден"),
        ("2024-09-01", "қыркүйекте", "қыркүйектен"),
        ("2024-02-01", "ақпанда", "ақпаннан"),
    ],
)
def test_kazakh_dates_in_their_case(iso: str, on: str, since: str) -> None:
    assert on_date(iso, "kk").endswith(on)
    assert since_date(iso, "kk").endswith(since)
    assert on_date(iso, "ru") == since_date(iso, "ru")


def test_figures_and_units_in_each_language(engine: Engine) -> None:
    assert figure_words("1,5", "en") == "1.5"
    assert figure_words("1,5", "ru") == "1,5"
    assert figure_words("1, 2", "en") == "1, 2"
    assert unit_words("млн. теңге", "en") == "million tenge"
    assert unit_words("млн.теңге", "ru") == "млн тенге"
    assert unit_words("тонна", "en") == "тонна"
    question = "how much money for measure 63 of resolution 124 in 2018"
    answer = _top(engine, question)
    assert "358.2 million tenge in 2018" in answer.text
    assert answer.values[0].number == "358,2"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("«а «б» в»", "«а „б“ в»"),
        ("««а» б»", "«„а“ б»"),
        ("«а» и «б»", "«а» и «б»"),
        ("а» б", "а» б"),
    ],
)
def test_quotes_in_quotes(text: str, said: str) -> None:
    assert unnested(text) == said


def test_a_question_without_any_cue_is_refused_calmly(engine: Engine) -> None:
    reply = engine.ask("қамтуды ұлғайту (2017 жылдың")

    assert reply.query.asked == ()
    assert reply.refusal is not None
    assert reply.refusal.code == "not_stated"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("what is the total budget of the religion plan", "states no sums"),
        ("общий объем финансирования плана 580", "суммы по мерам не указаны"),
    ],
)
def test_a_plan_without_sums_has_no_total(
    engine: Engine, question: str, said: str
) -> None:
    code, text = _refusal(engine, question)

    assert code == "not_stated"
    assert said in text
