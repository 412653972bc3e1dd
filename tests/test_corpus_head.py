"""Dates, kinds, codes, and the head of an act."""

from __future__ import annotations

import pytest

from corpus.dates import find_dates
from corpus.head import read_head
from corpus.kinds import act_code, act_kind, code_in_name, issuer_name
from corpus.model import ActRef, Language
from corpus.read_text import read_text
from corpus.repair.spacing import Vocabulary
from corpus.script import language_of
from corpus.subjects import approved_subject, nominative

NO_WORDS = Vocabulary()


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2018 жылғы 15 наурыздағы № 124", ["2018-03-15"]),
        ('2017 жылғы "19" қыркүйектегі', ["2017-09-19"]),
        ("2021 жылғы 6 қыркүйекте", ["2021-09-06"]),
        ("от 24 июня 2013 года", ["2013-06-24"]),
        ("«6» мая 2021 г.", ["2021-05-06"]),
        ("3 марта 2021 года и 4 мая 2022 года", ["2021-03-03", "2022-05-04"]),
        ("28.02.2024 № 491", ["2024-02-28"]),
        ("31.02.2024", []),
        ("2018 жылғы наурызда", []),
        ("не позднее 1 декабря текущего года", []),
        ("1.2.3.2024", []),
    ],
)
def test_dates(text: str, dates: list[str]) -> None:
    assert [date.iso for date in find_dates(text)] == dates


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Қазақстан Республикасы Үкіметінің № 124 қаулысы", "government resolution"),
        ("Указ Президента Республики Казахстан", "presidential decree"),
        ("Распоряжение Премьер-Министра", "prime minister's directive"),
        ("Ұлттық экономика министрінің бұйрығы", "ministerial order"),
        ("Закон Республики Казахстан", "law"),
        ("Қазақстан Республикасының Заңы", "law"),
        ("Конституционный закон Республики Казахстан", "constitutional law"),
        ("Қазақстан Республикасының Қылмыстық кодексі", "code"),
        (
            "Нормативное постановление Верховного Суда",
            "normative resolution of the supreme court",
        ),
        ("Решение маслихата города Астаны", "maslikhat decision"),
        ("Постановление акимата Костанайской области", "akimat resolution"),
        ("законодательство о заңнама", "act"),
    ],
)
def test_kinds(line: str, kind: str) -> None:
    assert act_kind(line).name == kind


@pytest.mark.parametrize(
    ("line", "date", "number", "registration", "code"),
    [
        ("Үкіметінің қаулысы", "2018-03-15", "124", None, "P1800000124"),
        ("Указ Президента", "2013-06-24", "588", None, "U1300000588"),
        ("министрінің бұйрығы", "2021-09-01", "82", "24227", "V2100024227"),
        ("министрінің бұйрығы", "2021-09-01", "82", None, ""),
        ("Закон", "2015-11-23", "416-V", None, "Z1500000416"),
        ("Закон", "1999-07-13", "416-I", None, "Z990000416_"),
        ("Закон", "2010-06-24", "291-IV", None, "Z100000291_"),
        ("Закон", "", "5", None, ""),
        ("текст", "2018-03-15", "5", None, ""),
    ],
)
def test_codes_of_adilet(
    line: str, date: str, number: str, registration: str | None, code: str
) -> None:
    assert act_code(act_kind(line), date, number, registration) == code


def test_codes_in_file_names() -> None:
    assert code_in_name("P1800000124.txt") == "P1800000124"
    assert code_in_name("K950001000_.kk.html") == "K950001000_"
    assert code_in_name("notes.txt") == ""


@pytest.mark.parametrize(
    ("printed", "line", "language", "name"),
    [
        (
            "Қазақстан Республикасы Үкіметінің",
            "Үкіметінің қаулысы",
            "kk",
            "Қазақстан Республикасының Үкіметі",
        ),
        ("Қаржы министрінің", "бұйрығы", "kk", "Қаржы министрі"),
        ("Министра финансов", "приказ", "ru", "Министр финансов"),
        (
            "и.о. Министра финансов",
            "приказ",
            "ru",
            "Исполняющий обязанности Министра финансов",
        ),
    ],
)
def test_issuers(printed: str, line: str, language: str, name: str) -> None:
    assert issuer_name(printed, act_kind(line), language) == name


def head_of(text: str, language: Language) -> object:
    """The head of a text, as a tuple of its plain fields."""
    file = read_text("a.txt", text)
    head = read_head(file.lines(), NO_WORDS, language)
    return (
        head.title,
        head.number,
        head.date,
        head.status,
        head.repealed_by and (head.repealed_by.number, head.repealed_by.date),
        head.registration,
        head.last,
    )


def test_head_with_registration_and_repeal() -> None:
    """A Kazakh order in wrapped lines.

    Its status stands on a line of its own, its number in a sentence of three.
    """
    text = (
        "\nӘдістемені бекіту \nтуралы\n\nКүшін жойған\n"
        "Қазақстан Республикасы Ұлттық экономика министрінің 2021 жылғы 1 \n"
        "қыркүйектегі № 82 бұйрығы. Қазақстан Республикасының Әділет министрлігінде\n"
        "2021 жылғы 6 қыркүйекте № 24227 болып тіркелді. Күші жойылды - Қазақстан \n"
        "Республикасы Үкіметінің 2024 жылғы 24 қазандағы № 96 қаулысымен.\n"
        "      Ескерту. Күші жойылды.\n"
    )

    assert head_of(text, "kk") == (
        "Әдістемені бекіту туралы",
        "82",
        "2021-09-01",
        "repealed",
        ("96", "2024-10-24"),
        ActRef("24227", "2021-09-06", None),
        9,
    )


def test_head_without_blank_line_after_the_title() -> None:
    text = (
        "О мерах\nЗакон Республики Казахстан от 5 мая 2020 года № 7-VI\n\n"
        "Подлежит опубликованию\nв газетах\n\nВ соответствии с законом ПОСТАНОВЛЯЮ:\n"
    )

    assert head_of(text, "ru") == (
        "О мерах", "7-VI", "2020-05-05", "in_force", None, None, 5,
    )  # fmt: skip


def test_text_without_a_head() -> None:
    assert head_of("просто текст\n\nбез номера", "ru") == (
        "просто текст", "", "", "in_force", None, None, 3,
    )  # fmt: skip
    assert head_of("", "und") == ("", "", "", "in_force", None, None, 0)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Қазақстан Республикасының Үкіметі", "kk"),
        ("Республика Казахстан", "ru"),
        ("Republic", "en"),
        ("12 ; 34", "und"),
    ],
)
def test_language_of_letters(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("іс-шаралар жоспарын", "іс-шаралар жоспары"),
        ("орындалуы туралы есепті", "орындалуы туралы есеп"),
        ("бағдарламаны", "бағдарлама"),
        ("осал объектілердің", "осал объектілер"),
        ("әдістемесін", "әдістемесі"),
        ("басқару орталықтарының", "басқару орталықтары"),
        ("іс-қимыл жоспары", "іс-қимыл жоспары"),
        ("әскери құралымдарда", "әскери құралымдар"),
    ],
)
def test_nominative(phrase: str, name: str) -> None:
    assert nominative(phrase) == name


def test_what_a_title_says_is_approved() -> None:
    assert approved_subject("2018 – 2022 бағдарламаны бекіту туралы") == (
        "2018 – 2022 бағдарлама"
    )
    assert approved_subject("Мемлекеттік сатып алу туралы") == ""
