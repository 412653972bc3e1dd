"""What questions ask for, in three languages, terse and colloquial."""

import pytest

from corpus.ids import Span
from service.cues import cues
from service.intents import wanted
from service.model import Asked
from service.words_of import words_of


def _first(question: str) -> tuple[str, str]:
    asked = wanted(words_of(question)).asked[0]
    return asked.intent, asked.slot


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("who is in charge of measure 5", "responsible"),
        ("на ком лежит ответственность, кто исполнитель", "responsible"),
        ("бұған кім жауапты", "responsible"),
        ("қай министрлік орындайды", "responsible"),
        ("мера 5 срок", "deadline"),
        ("by what date is it due", "deadline"),
        ("қай айға дейін аяқталуы тиіс", "deadline"),
        ("қашан", "deadline"),
        ("форма завершения", "completion_form"),
        ("чем завершается мера", "completion_form"),
        ("аяқталу нысаны қандай", "completion_form"),
        ("how much money is allocated", "funding"),
        ("сколько млн тенге", "funding"),
        ("қанша қаржы бөлінген", "funding"),
        ("за счет чего", "funding"),
        ("что понимается под термином", "definition"),
        ("деген не", "definition"),
        ("расшифруйте", "abbreviation"),
        ("қалай толық жазылады", "abbreviation"),
        ("is it still valid", "status"),
        ("утратил ли силу", "status"),
        ("күші жойылған ба", "status"),
        ("when did it take effect", "status"),
        ("кто подписал", "status"),
        ("какие меры", "list"),
        ("қай іс-шараларға", "list"),
        ("сколько мероприятий", "count"),
        ("how many measures", "count"),
        ("сколько человек", "fact"),
        ("неше пайыз", "fact"),
        ("не делінген", "provision"),
    ],
)
def test_intent(question: str, intent: str) -> None:
    assert _first(question)[0] == intent


@pytest.mark.parametrize(
    ("question", "slot"),
    [
        ("how often does it meet", "frequency"),
        ("неше күнде", "duration"),
        ("кто возглавляет комитет", "leader"),
        ("телефон министерства", "contact"),
        ("фамилия министра", "person"),
        ("размер премии", "size"),
        ("каким постановлением", "act"),
        ("какие задачи", "items"),
    ],
)
def test_slot(question: str, slot: str) -> None:
    assert _first(question)[1] == slot


def test_a_slip_is_forgiven() -> None:
    assert _first("отвественный исполнитель")[0] == "responsible"


def test_kazakh_typed_on_a_russian_keyboard() -> None:
    assert _first("кимге жуктелген")[0] == "responsible"


def test_ne_asks_in_kazakh_and_denies_in_russian() -> None:
    words = words_of("отчёты не представлены")

    assert wanted(words, "ru").asked == ()
    assert wanted(words, "kk").asked != ()


def test_when_joins_behind_another_word_that_asks() -> None:
    asked = wanted(words_of("which body reports when a plan ends"), "en").asked

    assert [a.intent for a in asked] == ["responsible"]


def test_words_that_ask_are_used_and_the_matter_is_kept() -> None:
    words = words_of("за счет чего финансируется центр")
    used = wanted(words, "ru").used

    assert {words[i].text for i in used} == {"за", "счет", "чего"}


def test_what_is_counted_is_the_head() -> None:
    words = words_of("сколько сотрудников в штабе")

    assert [words[i].text for i in wanted(words, "ru").heads] == ["сотрудников"]


def test_every_cue_asks_for_what_it_says() -> None:
    for cue in cues():
        text = " ".join(p.forms[0][0] for p in cue.parts if p.forms)
        asked = wanted(words_of(text.replace("_", "слово"))).asked

        assert asked, text


@pytest.mark.parametrize(
    ("question", "intent", "slot"),
    [
        ("сот орындаушыларының бөлімшесі қай тоқсанда құрылады", "deadline", "date"),
        ("бірлесіп орындаушылар материалды неше күнде береді", "deadline", "duration"),
        ("кто отвечает за адаптацию отбывших наказание", "responsible", "body"),
        ("кто вносит санкционные списки в базу", "responsible", "body"),
        ("номер приказа о методике", "status", "adoption"),
        ("бұйрық қай күні қабылданды", "status", "adoption"),
        ("облыс 2019 жылы қанша жұмсайды", "funding", "money"),
        ("Орталықтың міндеттері қандай", "list", "items"),
        ("Из каких разделов состоит документ", "list", "items"),
        ("292 қаулыда ҰБ деп не айтылады", "abbreviation", "term"),
        ("кто министр внутренних дел сейчас", "fact", "person"),
    ],
)
def test_the_matter_of_law_asks_nothing(question: str, intent: str, slot: str) -> None:
    assert _first(question) == (intent, slot)


@pytest.mark.parametrize(
    "topic",
    [
        "взаимодействие органов при выявлении финансирования террористов",
        "публикации о нарушениях сотрудников и наказаниях за них",
        "поддержка действующих центров",
    ],
)
def test_nouns_in_passing_ask_nothing(topic: str) -> None:
    assert wanted(words_of(topic)).asked == ()


def test_a_noun_at_the_end_is_looked_for() -> None:
    assert _first("строительство тюрем бюджет") == ("funding", "money")


def test_words_of_a_title_ask_nothing() -> None:
    question = "о статусе военнослужащих"
    words = words_of(question)
    title = Span(0, len(question))

    assert wanted(words).asked[0].intent == "status"
    assert wanted(words, titles=(title,)).asked == ()


def test_an_interrogative_in_a_title_still_asks() -> None:
    question = "жоспар қашан бекітілген"
    asked = wanted(words_of(question), titles=(Span(0, len(question)),)).asked

    assert asked[0][:2] == ("status", "adoption")


def test_words_in_quotes_ask_nothing() -> None:
    question = '"Іс-шаралар жоспары" дегені қандай құжат'
    quoted = Span(0, question.rindex('"') + 1)

    assert wanted(words_of(question), quoted=(quoted,)).asked[0].intent == "definition"


def test_a_subordinate_number_is_asked_later() -> None:
    found = wanted(words_of("кто выясняет, сколько людей не хватает"))
    body, number = Asked("responsible", "body", 2), Asked("fact", "number", 2)

    assert found.is_before(body, number)
    assert not found.is_before(number, body)
