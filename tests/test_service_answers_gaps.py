"""What a question names that the evidence does not, and how the refusal says it."""

import pytest

from service.answers.evidence import candidates
from service.answers.figures import has_other_figures
from service.answers.gaps import Gap, named_gap, years_held
from service.answers.route import case_of, read_for
from service.answers.support import has_kin
from service.engine import Engine


def _gap(engine: Engine, question: str) -> Gap | None:
    query = engine.understand(question)
    hits = engine.retriever.retrieve(query)
    case = case_of(query, hits, engine.index, engine.knowledge)
    intent = read_for(case)
    assert intent is not None, question
    return named_gap(case, candidates(case, intent)[0])


def _refusal(engine: Engine, question: str) -> tuple[str, str]:
    reply = engine.ask(question)

    assert reply.refusal is not None, (question, [a.text for a in reply.answers])
    return reply.refusal.code, reply.refusal.text


@pytest.mark.parametrize(
    ("question", "gap"),
    [
        # a town that the lexicon knows, and one that nobody knows
        (
            "кто отвечает за здание полиции в аэропорту города Актау",
            Gap("name", "Актау", anywhere=True),
        ),
        (
            "Who is to sign the agreement with Europol?",
            Gap("name", "Europol", anywhere=False),
        ),
        # a site, a figure, a figure behind a name, a Roman number
        (
            "egov.kz порталын насихаттауға кім жауапты",
            Gap("name", "egov.kz", anywhere=False),
        ),
        (
            "5-сыныптарға арналған «Қоғам және дін» курсын кім әзірлейді",
            Gap("name", "5", anywhere=True),
        ),
        (
            "ЭКСПО-2025 нысандарының өрт қауіпсіздігін кім бақылайды",
            Gap("name", "ЭКСПО-2025", anywhere=False),
        ),
        (
            "когда пройдёт X Съезд лидеров мировых и традиционных религий",
            Gap("name", "X", anywhere=False),
        ),
        # words between those of a name are kept
        (
            "Who is in charge of joining the Convention on the Rights of the Child?",
            Gap("name", "Convention on the Rights of the Child", anywhere=True),
        ),
        (
            "What is the total budget of the counter-extremism programme for 2024?",
            Gap("year", "2024"),
        ),
    ],
)
def test_what_is_named_and_not_held(engine: Engine, question: str, gap: Gap) -> None:
    assert _gap(engine, question) == gap


@pytest.mark.parametrize(
    "question",
    [
        "кто отвечает за здание полиции в аэропорту города Астаны",
        "Who is to sign the agreement with the European anti-fraud office?",
        "Kazislam.kz порталын насихаттауға кім жауапты",
        "8-сыныптарға арналған «Қоғам және дін» курсын кім әзірлейді",
        "ЭКСПО-2017 кезінде өрт қауіпсіздігі бақылауының жаңа әдістерін кім ұсынады",
        "кто готовит VI Съезд лидеров мировых и традиционных религий",
        # numbers that acts write in words or in Roman figures
        "повестку заседания за 5 рабочих дней направляют членам, кто",
        "кто готовит 6 Съезд лидеров мировых и традиционных религий",
        # a year inside the term of the plan, a short form of a body
        "What is the total budget of the counter-extremism programme for 2020?",
        "кто в Минобразования вводит темы о религии для журналистов",
    ],
)
def test_what_is_named_and_held(engine: Engine, question: str) -> None:
    assert _gap(engine, question) is None


def test_years_of_ranges_and_columns_are_held(engine: Engine) -> None:
    query = engine.understand("мера 74 постановления 292")
    case = case_of(query, (), engine.index, engine.knowledge)
    [measure] = engine.index.measures(act_ids=("P1400000292",), number="74")[1]
    provision = engine.index.provision(measure.id)
    assert provision is not None

    held = years_held(case, provision)

    assert {2014, 2015, 2016, 2019, 2020} <= held  # its own term, and the plan's
    assert not held & {2013, 2021, 2030}


@pytest.mark.parametrize(
    ("question", "code", "text"),
    [
        (
            "How many Telegram channels were blocked?",
            "not_in_corpus",
            "No act of the corpus mentions “Telegram”.",
        ),
        (
            "сколько камер видеонаблюдения установят в Актау по плану 2018–2022",
            "not_stated",
            (
                "Ближе всего к вопросу: показатель 3-4 Плана, Постановление"
                " Правительства Республики Казахстан от 15 марта 2018 года № 124."
                " «Актау» там не упоминается."
            ),
        ),
        (
            "2024 жылға ақпараттық топтардың теологтармен толықтырылуы қанша пайыз",
            "not_stated",
            (
                "Сұраққа ең жақыны: Жоспардың 1-3-көрсеткіші, Қазақстан Республикасы"
                " Үкіметінің 2018 жылғы 15 наурыздағы № 124 қаулысы. Онда 2024 жылға"
                " қатысты мәлімет жоқ."
            ),
        ),
    ],
)
def test_the_refusal_names_what_is_missing(
    engine: Engine, question: str, code: str, text: str
) -> None:
    assert _refusal(engine, question) == (code, text)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        # what is asked for, most of what is said, all that is said of a body
        ("какие кошки охраняют базы кинологического центра", "кошки"),
        ("теологтар туралы фильмге қанша ақша бөлінген", "теологтар"),
        ("Ішкі істер министрін кім тағайындайды", "тағайындайды"),
        # a thing that no act names, beside weak evidence
        ("Which article of the Constitution bans censorship?", "censorship"),
    ],
)
def test_the_matter_itself_may_be_missing(
    engine: Engine, question: str, word: str
) -> None:
    code, text = _refusal(engine, question)

    assert code == "not_stated"
    assert word in text


@pytest.mark.parametrize(
    "question",
    [
        "кто возглавляет МВД",
        "Who leads the National Academy of Education named after Altynsarin?",
        "Қазақстанның Азаматтық альянсын кім басқарады",
        "кто начальник центра по борьбе с киберпреступностью",
    ],
)
def test_who_is_charged_with_a_measure_leads_no_body(
    engine: Engine, question: str
) -> None:
    code, text = _refusal(engine, question)

    assert code == "not_stated"
    assert text.startswith(
        ("Кто возглавляет", "It is not stated who heads", "Бұл органды кім басқаратыны")
    )


def test_whoever_runs_a_thing_is_charged_with_it(engine: Engine) -> None:
    [value, *_] = engine.ask("who runs the 114 hotline").answers[0].values

    assert value.abbreviation == "ДІАҚМ"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What is the tuition fee at the academy of the prosecutors?", "No price"),
        ("салық полициясы туралы имидждік фильмнің режиссері кім", "Аты-жөні"),
    ],
)
def test_prices_and_names_of_persons_are_not_stated(
    engine: Engine, question: str, said: str
) -> None:
    assert said in _refusal(engine, question)[1]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "сколько денег на меру 6 программы 124 в 2035 году",
            (
                "Ближе всего к вопросу: Мера 6, Постановление Правительства Республики"
                " Казахстан от 15 марта 2018 года № 124. Сведений за 2035 год там нет."
            ),
        ),
        (
            "какие меры плана 292 надо выполнить в 2030 году",
            "Нет мер, срок которых приходится на 2030 г.",
        ),
        (
            "which measures of plan 292 must the Ministry of Justice finish in 2030",
            "No measure meets all conditions of the question.",
        ),
    ],
)
def test_years_that_rows_lack(engine: Engine, question: str, text: str) -> None:
    assert _refusal(engine, question) == ("not_stated", text)


@pytest.mark.parametrize("question", ["292 план, мера 42: срок", "292 жоспар 42-шара"])
def test_an_act_by_the_number_before_its_document(
    engine: Engine, question: str
) -> None:
    assert engine.understand(question).act_ids == ("P1400000292",)


@pytest.mark.parametrize(
    ("lemma", "held", "kin"),
    [
        ("журналист", {"журналистика"}, True),
        ("прокурор", {"прокуратура"}, True),
        ("кот", {"который"}, False),
        ("фильм", {"фирма"}, False),
        ("дін", {"дін"}, True),
    ],
)
def test_words_of_one_family(lemma: str, held: set[str], kin: bool) -> None:
    assert has_kin(lemma, frozenset(held)) is kin


def test_numbers_of_the_question_tell_nothing() -> None:
    assert not has_other_figures("линия 114", "сколько звонков на 114 в 2019")
    assert has_other_figures("27 человек, линия 114", "сколько звонков на 114")
    assert has_other_figures("пять человек", "сколько звонков на 114")


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("какая статья УК за терроризм", "not_in_corpus"),
        ("кто президент США", "not_stated"),
        ("who is the president of Kazakhstan", "not_stated"),
        ("Қазақстан президенті кім", "not_stated"),
    ],
)
def test_codes_and_leaders_that_no_act_names(
    engine: Engine, question: str, code: str
) -> None:
    assert _refusal(engine, question)[0] == code
