"""Raw questions to queries: language, acts, bodies, years, matter."""

import pytest

from corpus.ids import Span
from service.engine import Engine
from service.model import Query, Step

PROGRAMME = "P1800000124"
RELIGION = "P1700000580"
POLICE = "P1400000292"
CENTRE = "U1300000588"
METHOD = "V2100024227"


def _texts(query: Query, spans: tuple[Span, ...]) -> list[str]:
    return [query.text[s.start : s.end] for s in spans]


@pytest.mark.parametrize(
    ("question", "act_id"),
    [
        ("действует ли постановление № 124", PROGRAMME),
        ("Order No. 82 status", METHOD),
        ("580 қаулы күшінде ме", RELIGION),
        ("указ 588", CENTRE),
        ("акт от 24 июня 2013 года", CENTRE),
        ("P1400000292 срок меры 3", POLICE),
        ("дін жоспарының мерзімі", RELIGION),
        ("план по религии на 2017–2020 годы", RELIGION),
        ("counter-terrorism programme 2018-2022", PROGRAMME),
        ("госпрограмма против экстремизма 2018–2022", PROGRAMME),
        ("положение об антитеррористическом центре", CENTRE),
        ("ұлттық қауіпсіздік стратегиясының әдістемесі", METHOD),
        ("план модернизации правоохранительной системы", POLICE),
        ("когда вступил в силу указ об Антитеррористическом центре", CENTRE),
        ("құқық қорғау жүйесін жаңғырту жоспары қашан бекітілген", POLICE),
    ],
)
def test_the_act_is_found(engine: Engine, question: str, act_id: str) -> None:
    assert engine.understand(question).act_ids == (act_id,)


@pytest.mark.parametrize(
    "question",
    [
        "кто отвечает за меру 42",
        "ел тұрғындарына кім түсіндіреді",
        "when is the meeting held",
        "мера 5 срок",
        "кто утверждает медиаплан",
        "кто обеспечивает общественный порядок по закону",
        "which decree is it",
    ],
)
def test_no_act_is_named(engine: Engine, question: str) -> None:
    query = engine.understand(question)

    assert (query.act_ids, query.unknown_act) == ((), None)


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("постановление № 999 кто исполнитель меры 3", "постановление № 999"),
        ("what does order No. 17 say", "order No. 17"),
        ("Z9900000001 в силе?", "Z9900000001"),
    ],
)
def test_an_unknown_act(engine: Engine, question: str, named: str) -> None:
    assert engine.understand(question).unknown_act == named


def test_an_amending_act_is_not_unknown(engine: Engine) -> None:
    query = engine.understand("which act was amended by resolution No. 925")

    assert (query.unknown_act, query.other_acts) == (None, ("925",))


def test_the_name_of_the_act_is_no_matter(engine: Engine) -> None:
    query = engine.understand("кто ведёт мониторинг по плану в сфере религии 2017–2020")

    assert "религии" not in query.content_text
    assert "мониторинг" in query.content_text


def test_a_word_inside_a_title_binds_and_stays(engine: Engine) -> None:
    query = engine.understand(
        "источники финансирования стратегии национальной безопасности"
    )

    assert query.act_ids in {(), (METHOD,)}
    assert "стратегии" in query.content_text


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("42-іс-шараға кім жауапты?", "kk"),
        ("кто отвечает за меру 42", "ru"),
        ("who is responsible for measure 42", "en"),
        ("п. 3 пп. 6 Указа 588", "ru"),
        ("№ 588 п.12", "ru"),
        ("580 каулы", "kk"),
        ("12 тармак", "kk"),
    ],
)
def test_language(engine: Engine, question: str, language: str) -> None:
    assert engine.understand(question).language == language


def test_a_given_language_wins(engine: Engine) -> None:
    assert engine.understand("МКҚ", language="en").language == "en"


def test_address_bodies_years(engine: Engine) -> None:
    query = engine.understand("сколько выделено МВД по мере 43 на 2019–2021 годы")

    assert query.address == (Step("measure", "43"),)
    assert query.body_ids == ("ministry-of-internal-affairs",)
    assert query.years == (2019, 2020, 2021)


def test_a_sole_short_form_that_is_asked_about(engine: Engine) -> None:
    assert engine.understand("МКҚ деген не").intents[0] == "abbreviation"
    assert engine.understand("ИДМ деген қай министрлік").intents[0] == "abbreviation"


def test_an_address_alone_asks_what_it_says(engine: Engine) -> None:
    assert engine.understand("п. 3 пп. 6 указа 588").intents[0] == "provision"


def test_a_hyphened_word_is_one_span(engine: Engine) -> None:
    query = engine.understand("кто ведёт информационно-разъяснительную работу")

    assert any(
        "информационно-разъяснительную" in t for t in _texts(query, query.content)
    )


def test_words_to_leave_out_only_in_a_search(engine: Engine) -> None:
    assert engine.understand("мониторинг -суд").excluded == ("суд",)
    assert engine.understand("кто ведёт мониторинг -суд").excluded == ()


def test_what_was_understood_is_said(engine: Engine) -> None:
    query = engine.understand("who is responsible for measure 42 of resolution No. 580")

    assert query.read_as == (
        "who is responsible · measure 42 · "
        "Government Resolution No. 580 of 19 September 2017"
    )


def test_a_number_behind_the_issuer(engine: Engine) -> None:
    query = engine.understand("постановление правительства 580 от 2017")

    assert query.act_ids == ("P1700000580",)


def test_a_document_with_a_term_that_no_act_has(engine: Engine) -> None:
    query = engine.understand("tourism development programme 2019-2025")

    assert query.unknown_act is not None
    assert "2019-2025" in query.unknown_act


@pytest.mark.parametrize(
    ("question", "slot"),
    [
        ("телефон частного судебного исполнителя", "contact"),
        ("жеке сот орындаушысының телефоны", "contact"),
        ("какой штраф платит исполнитель", "penalty"),
    ],
)
def test_what_is_asked_for_certain(engine: Engine, question: str, slot: str) -> None:
    assert engine.understand(question).asked[0].slot == slot


def test_of_two_fields_the_one_asked_first_is_meant(engine: Engine) -> None:
    assert engine.understand("кто исполнитель и какой срок").intents[0] == "responsible"
    assert engine.understand("срок и исполнитель").intents[0] == "deadline"


def test_approval_and_interrogatives_are_no_name(engine: Engine) -> None:
    query = engine.understand("құқық қорғау жүйесін жаңғырту жоспары қашан бекітілген")

    assert _texts(query, query.act_spans) == ["құқық қорғау жүйесін жаңғырту жоспары"]
    assert query.intents == ("status",)


def test_what_is_an_address_asks_for_no_definition(engine: Engine) -> None:
    query = engine.understand("What is the address of the Anti-Terrorist Centre?")

    assert query.asked[0].slot == "contact"
    assert "definition" not in query.intents
