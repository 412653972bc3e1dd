"""Lines become paragraphs in each of the three ways of printing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.glossary_lists import find_lists
from corpus.paragraphs import is_indented, split_paragraphs
from corpus.passport import passport_rows
from corpus.patterns import path_number, rank, read_mark
from corpus.read_text import read_text
from corpus.repair.spacing import Vocabulary, despace
from corpus.stamps import PERSON, find_stamps

NO_WORDS = Vocabulary()


def cut(text: str, *, indented: bool) -> list[str]:
    """The paragraphs of a text."""
    lines = read_text("a.txt", text).lines()
    numbers = range(1, len(lines) + 1)
    found = split_paragraphs(lines, numbers, NO_WORDS, indented=indented)
    return [paragraph.text.text for paragraph in found]


def test_indented_paragraphs_are_wrapped() -> None:
    text = (
        "      1. Осы бұйрықтың \nорындалуын бақылау.\n      2. Екінші:\n"
        "      1) бірінші;\n      жалғасы;\n"
    )

    assert is_indented(read_text("a.txt", text).lines())
    assert cut(text, indented=True) == [
        "1. Осы бұйрықтың орындалуын бақылау.",
        "2. Екінші:",
        "1) бірінші;",
        "жалғасы;",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "      5. Органдар, бірлесіп \n\n\n\nорындаушылар ұсынады.",
        "      5. Органдар\n, бірлесіп орындаушылар ұсынады.",
        "      5. Органдар ,\n\n бірлесіп орындаушылар ұсынады.",
    ],
)
def test_a_page_break_inside_a_sentence(text: str) -> None:
    (paragraph,) = cut(text, indented=True)

    assert paragraph.replace(",", "").endswith("орындаушылар ұсынады.")


def test_one_long_line_each() -> None:
    long = "Финансирование производится за счет средств, предусмотренных в бюджете"
    text = f"1. {long} Республики\n\nКазахстан, а также органам.\n\n2. Второй пункт."

    assert cut(text, indented=False) == [
        f"1. {long} Республики Казахстан, а также органам.",
        "2. Второй пункт.",
    ]


def test_lists_without_blank_lines_and_with_dashes() -> None:
    text = "Руководитель:\n\n- 1) председательствует;\n- 2) утверждает.\n\n3) ещё."

    assert cut(text, indented=False) == [
        "Руководитель:",
        "1) председательствует;",
        "2) утверждает.",
        "3) ещё.",
    ]


def test_a_heading_does_not_take_in_its_text() -> None:
    heading = "Статья 28. Ответственность за нарушение законодательства о закупках"
    text = f"{heading}\n\nНарушение влечет ответственность."

    assert cut(text, indented=False) == [heading, "Нарушение влечет ответственность."]


def test_places_to_fill_in_belong_to_their_point() -> None:
    text = "      1. Атауы: ______\n_\n      ________\n      2. Күні: ___\n"

    assert cut(text, indented=True) == ["1. Атауы: _______________", "2. Күні: ___"]


def test_a_title_in_capitals_goes_on_in_lower_case() -> None:
    assert cut("ПОЛОЖЕНИЕ\n\nоб Антитеррористическом центре", indented=False) == [
        "ПОЛОЖЕНИЕ об Антитеррористическом центре"
    ]


@pytest.mark.parametrize(
    ("text", "kind", "number", "words"),
    [
        ("Глава 1. Общие положения", "chapter", "1", "Общие положения"),
        ("2-тарау. Стратегия", "chapter", "2", "Стратегия"),
        ("2 - ТАРАУ", "chapter", "2", ""),
        ("РАЗДЕЛ II. ОБЩИЕ", "section", "II", "ОБЩИЕ"),
        ("I бөлім ЖАЛПЫ", "section", "I", "ЖАЛПЫ"),
        ("3-бөлім. Дін", "section", "3", "Дін"),
        ("5-1-бап. Құқықтар", "article", "5-1", "Құқықтар"),
        ("Статья 5. Права", "article", "5", "Права"),
        ("Статья 5-1", "article", "5-1", ""),
        ("§ 2. Порядок", "paragraph", "2", "Порядок"),
        ("12. Осы қаулы", "point", "12", "Осы қаулы"),
        ("1.2. Мақсат", "point", "1.2", "Мақсат"),
        ("17-1) беру;", "subpoint", "17-1", "беру;"),
        ("а) первое;", "subpoint", "а", "первое;"),
        ("ОБЩАЯ ЧАСТЬ", "part", "", "ОБЩАЯ ЧАСТЬ"),
    ],
)
def test_marks(text: str, kind: str, number: str, words: str) -> None:
    mark = read_mark(text)

    assert mark is not None
    assert (mark.kind, mark.number, text[mark.rest :]) == (kind, number, words)


@pytest.mark.parametrize(
    "text",
    [
        "1-бөлімнің атауы",
        "Главы государства",
        "Статья 5 Закона применяется",
        "13.12.2019 жылы",
        "3.5 млн теңге",
        "2014 жылдан бері",
        "(1) первое",
        "8-тарауының талаптарына",
        "",
    ],
)
def test_what_is_no_mark(text: str) -> None:
    assert read_mark(text) is None


def test_numbers_in_paths() -> None:
    assert [path_number(n) for n in ("XIV", "IV", "89-1", "ә", "б", "ІІ")] == [
        "14", "4", "89-1", "ae", "b", "2",
    ]  # fmt: skip
    assert rank("chapter") < rank("article") < rank("point") < rank("subpoint")


STAMPED = (
    "1. Мәтін.\n      А. Иргалиев\n\n Қазақстан Республикасы\n"
    " министрінің\n № 82 Бұйрықпен бекітілген\n\nӘдістеме\n\n"
    "қаулысымен бекітілген жоспар бойынша.\n\nжүргізу әдістемесіне\n1-қосымша\n\n"
    "УТВЕРЖДЕНО\nУказом Президента\nот 24 июня 2013 года № 588\n\nУтвердить план.\n"
    "Приложение 2 к приказу\nМинистра\n"
)


def test_a_stamp_may_be_indented_as_a_whole() -> None:
    """Among indented paragraphs; a paragraph that ends in the same word is none."""
    text = (
        "      2. Осы бұйрық бүгін бекітілсін.\n\n"
        "      Қазақстан Республикасы\n      министрінің\n"
        "      № 412 бұйрығымен бекітілген\n\nЖоспар\n\n"
        "      Ереже осы бұйрықпен бекітілген\n"
    )
    stamps = find_stamps(read_text("a.txt", text).lines(), NO_WORDS, indented=True)

    assert [(s.first, s.last, s.approved) for s in stamps] == [(3, 5, True)]


def test_stamps_of_annexes() -> None:
    lines = read_text("a.txt", STAMPED).lines()
    stamps = find_stamps(lines, NO_WORDS, indented=True)

    assert [(s.first, s.last, s.number, s.approved) for s in stamps] == [
        (4, 6, None, True),
        (12, 13, "1", False),
        (15, 17, None, True),
        (20, 21, "2", False),
    ]
    assert stamps[1].text == "жүргізу әдістемесіне 1-қосымша"


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Премьер-Министрі Б. Сағынтаев", True),
        ("Н.Ә. Назарбаев", True),
        ("т. б.", False),
    ],
)
def test_persons(line: str, person: bool) -> None:
    assert bool(PERSON.search(line)) is person


def test_abbreviation_lists() -> None:
    """A list with hanging lines, a name in both columns, and what ends it."""
    text = (
        "      Ескертпе: аббревиатуралардың толық жазылуы:\n\n"
        "МҚІСҚА     - Қазақстан Республикасы істері және\n"
        "             қарсы іс-қимыл агенттігі\n"
        "ЭКСПО-2017 - Астана қаласында көрмені\n"
        "ВАК          өткізу жөніндегі комиссия\n"
        "C M C         -  с о т - м е д и ц и н а л ы қ  с а р а п т а м а\n"
        '"Сырбар" СБҚ – сыртқы барлау қызметі;\n'
        "Ы. Алтынсарин атындағы ҰБА – Ұлттық білім академиясы\n"
        "Бұл мәтін. Тізім емес\n"
    )
    lines = [despace(line, NO_WORDS) for line in read_text("a", text).lines()]
    (found,) = find_lists(lines, range(1, len(lines) + 1), NO_WORDS)

    assert (found.first, found.last) == (1, 9)
    assert [(e.short, e.name) for e in found.entries] == [
        ("МҚІСҚА", "Қазақстан Республикасы істері және қарсы іс-қимыл агенттігі"),
        ("ЭКСПО-2017 ВАК", "Астана қаласында көрмені өткізу жөніндегі комиссия"),
        ("СМС", "сот-медициналық сараптама"),
        ('"Сырбар" СБҚ', "сыртқы барлау қызметі"),
        ("Ы. Алтынсарин атындағы ҰБА", "Ұлттық білім академиясы"),
    ]


def test_a_sentence_about_abbreviations_is_no_list() -> None:
    lines = read_text("a", "Аббревиатуралар туралы ереже\nҰҚК – комитет\n").lines()

    assert find_lists(lines, range(1, 3), NO_WORDS) == ()


def test_passport_rows() -> None:
    text = (
        "Атауы Бағдарлама\n\nМақсаты\nҚамтамасыз ету\n\nМіндеттері\n\n"
        "Бірінші. 2. Екінші\n\nНысаналы \nиндикаторлар\n\n1. Үлесі\n"
    )
    lines = read_text("a", text).lines()
    cells = split_paragraphs(lines, range(1, len(lines) + 1), NO_WORDS, indented=True)

    assert [(r.first, r.last, r.text.text) for r in passport_rows(cells)] == [
        (1, 1, "Атауы\nБағдарлама"),
        (3, 4, "Мақсаты\nҚамтамасыз ету"),
        (6, 8, "Міндеттері\nБірінші. 2. Екінші"),
        (10, 13, "Нысаналы индикаторлар\n1. Үлесі"),
    ]
    assert passport_rows(cells[:1]) == ()


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="аБ1.);,\n  -_", max_size=120), st.booleans())
def test_every_printed_line_falls_to_one_paragraph(text: str, indented: bool) -> None:
    lines = read_text("a.txt", text).lines()
    numbers = range(1, len(lines) + 1)
    found = split_paragraphs(lines, numbers, NO_WORDS, indented=indented)
    covered = [n for p in found for n in range(p.first, p.last + 1)]

    assert covered == sorted(set(covered))
    assert {n for n in numbers if lines[n - 1].text.strip()} <= set(covered)
