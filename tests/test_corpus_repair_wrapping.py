"""Wrapped lines become running text; marks, look-alikes and mark-up are mended."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.repair.corrections import correct
from corpus.repair.lookalikes import is_roman, read_capitals, read_lookalikes
from corpus.repair.markup import strip_markup
from corpus.repair.spacing import Vocabulary
from corpus.repair.wrapping import join_lines, tidy_marks
from corpus.trace import Traced

WORDS = Vocabulary.of(
    ["келісім бойынша таралуы профилактикасының орындаушылар орындаушылар тармағына"]
)


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (["т а р а л у ы  ", "профилактикасының "], "таралуы профилактикасының"),
        (["І І М ,"], "ІІМ,"),
        (["келіс ім ", "бойынша"], "келісім бойынша"),
        (
            ["МҚІСҚА (", "келісім ", "бойынша) ІІМ", ", ҰЭМ"],
            "МҚІСҚА (келісім бойынша) ІІМ, ҰЭМ",
        ),
        (["аталатын", ", олардың"], "аталатын, олардың"),
        (["арқылы жүзеге асырылады", ":"], "арқылы жүзеге асырылады:"),
        (["Р/", "с", "№"], "Р/с №"),
        (["іс-", "қимыл"], "іс-қимыл"),
        (["жүйесінің 12 -", "", "тармағына"], "жүйесінің 12-тармағына"),
        (["осы Әдістемеге 1-", "қосымшаға"], "осы Әдістемеге 1-қосымшаға"),
        (["2014 -", "2020 жылдарға"], "2014 - 2020 жылдарға"),
        (["2014 жылғы", "-тоқсан"], "2014 жылғы-тоқсан"),
        (["бойын-", "ша)"], "бойынша)"),
        (["орындаушыла", "р"], "орындаушылар"),
        (['2005 жылғы "', "Терроризмге қарсы"], '2005 жылғы "Терроризмге қарсы'),
        (["", "  "], ""),
        ([], ""),
    ],
)
def test_lines_are_joined(lines: list[str], read: str) -> None:
    assert join_lines([Traced.of(line) for line in lines], WORDS).text == read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("ПМ , Қорғанысмині", "ПМ, Қорғанысмині"),
        ("Ы . Алтынсарин", "Ы. Алтынсарин"),
        ("( қаржылық )", "(қаржылық)"),
        ('(002 " Қоғам " )', '(002 "Қоғам")'),
        (
            '"Мемлекет басшысының "Қазақстан" атты Жолдауы туралы" заң',
            '"Мемлекет басшысының "Қазақстан" атты Жолдауы туралы" заң',
        ),
        ("- , - ,", "- , - ,"),
        ("3 .5", "3 .5"),
    ],
)
def test_blanks_stand_on_the_right_side_of_marks(printed: str, read: str) -> None:
    assert tidy_marks(Traced.of(printed)).text == read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("БFM", "БҒМ"),
        ("есепке aлу", "есепке алу"),
        ("сəйкес", "сәйкес"),
        ("XVIII отырысы", "XVIII отырысы"),
        ("n-міндет", "n-міндет"),
        ("Wi-Fi желісі", "Wi-Fi желісі"),
        ("Zaң", "Zaң"),
    ],
)
def test_letters_of_the_wrong_script(printed: str, read: str) -> None:
    assert read_lookalikes(Traced.of(printed)).text == read


def test_capitals_of_look_alikes() -> None:
    assert read_capitals(Traced.of("CMC")).text == "СМС"
    assert read_capitals(Traced.of("XIX")).text == "XIX"
    assert read_capitals(Traced.of("SMS")).text == "SMS"
    assert is_roman("XLIV")
    assert not is_roman("IIII")


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("заңға сәйкес **ҚАУЛЫ ЕТЕДІ:**", "заңға сәйкес ҚАУЛЫ ЕТЕДІ:"),
        ("*Президент Республики Казахстан*", "Президент Республики Казахстан"),
        ("- 1) председательствует;", "1) председательствует;"),
        ("*** жылдың қорытындысы", "*** жылдың қорытындысы"),
        ("** іс-шаралар бойынша **", "** іс-шаралар бойынша **"),
        ("- аз қамтылған", "- аз қамтылған"),
    ],
)
def test_markup_remains(printed: str, read: str) -> None:
    assert strip_markup(Traced.of(printed)).text == read


def test_reviewed_corrections() -> None:
    line = Traced.of("Казақстан Республикасы", 5)
    read = correct(line, "Казақстан", "Қазақстан")

    assert read is not None
    assert read.text == "Қазақстан Республикасы"
    assert read.at == line.at
    assert correct(line, "Ресей", "Россия") is None


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(alphabet='аб М1,-("', max_size=12), max_size=6))
def test_joining_keeps_letters_and_places(lines: list[str]) -> None:
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))]
    traced = [Traced.of(line, start) for line, start in zip(lines, starts, strict=True)]
    read = join_lines(traced, WORDS)

    assert [c for c in read.text if c.isalnum()] == [c for c in text if c.isalnum()]
    assert all(
        text[at] == c for c, at in zip(read.text, read.at, strict=True) if at >= 0
    )
