"""Addresses in questions, in all the forms that people give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.addresses import addresses_in


def _said(text: str) -> list[str]:
    return ["/".join(f"{k}-{n}" for k, n in p) for p in addresses_in(text).paths]


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("who is responsible for measure 42", "measure-42"),
        ("measure No. 42", "measure-42"),
        ("кто отвечает за меру 42", "measure-42"),
        ("меру №7", "measure-7"),
        ("мера42", "measure-42"),
        ("42 мера срок", "measure-42"),
        ("42-я мера", "measure-42"),
        ("мероприятия 112 плана", "measure-112"),
        ("42-іс-шараға кім жауапты?", "measure-42"),
        ("ис шара 42", "measure-42"),
        ("89-1 іс-шараның мерзімі", "measure-89-1"),
        ("п.9", "point-9"),
        ("9-тармақ", "point-9"),
        ("the 9th point", "point-9"),
        ("третий пункт", "point-3"),
        ("үшінші тармақ", "point-3"),
        ("ст. 12", "article-12"),
        ("12-бап", "article-12"),
        ("2-тарау", "chapter-2"),
        ("приложение 1", "annex-1"),
        ("п. 3 пп. 6", "point-3/subpoint-6"),
        ("подпункт 6) пункта 3 указа № 588", "point-3/subpoint-6"),
        ("3-тармақтың 6) тармақшасы", "point-3/subpoint-6"),
        ("sub-paragraph 3 of paragraph 6", "point-6/subpoint-3"),
        ("абз. 2 пп. 4) п. 7", "point-7/subpoint-4/para-2"),
        ("№ 124 пункт 3 что требует", "point-3"),
        ("плана 2017–2020 меру 42", "measure-42"),
        ("3 тармағының 6 тармақшасы", "point-3/subpoint-6"),
        ("п. 3 п.п. 6 указа", "point-3/subpoint-6"),
        ("абзац второй пункта 8", "point-8/para-2"),
        ("point 3(6) of the decree", "point-3/subpoint-6"),
        ("article 5 (2)", "article-5/point-2"),
        ("42 меропр.", "measure-42"),
        ("мера 89-1", "measure-89-1"),
        ("P1700000580/annex-1/measure-42", "annex-1/measure-42"),
        ("U1300000588/annex-1/chapter-2/point-3", "annex-1/chapter-2/point-3"),
        ("қырық екінші іс-шара", "measure-42"),
        ("кырык екинши шара", "measure-42"),
        ("он бірінші тармақ", "point-11"),
        ("жүз отыз екінші шара", "measure-132"),
        ("the forty-second measure", "measure-42"),
        ("measure forty-two", "measure-42"),
        ("сорок вторая мера", "measure-42"),
        ("мера сорок два", "measure-42"),
        ("двадцать первый пункт", "point-21"),
        ("одиннадцатая статья", "article-11"),
        ("если он первый пункт нарушил", "point-1"),
        ("шара 89-2 292 қаулы", "measure-89-2"),
        ("пп.3 п.2 588", "point-2/subpoint-3"),
        ("ПП РК № 124 мера 3", "measure-3"),
        ("ПП. 6 П. 3 УКАЗА 588", "point-3/subpoint-6"),
    ],
)
def test_one_address(question: str, path: str) -> None:
    assert _said(question) == [path]


@pytest.mark.parametrize(
    "question",
    [
        "80 measures of the plan",
        "из 59 мероприятий",
        "12 мер за 2018 год",
        "8 сағаттық жұмыс күні",
        "план на 2017–2020 годы",
        "пункт полиции",
        "постановление № 124 от 15.03.2018",
        "мерзімі қашан",
        "меры второго квартала",
        "срок меры три месяца",
        "шараның екінші тоқсаны",
        "сумма 1 258,3 меры",
        "ПП 124",
        "measures one must take",
    ],
)
def test_no_address(question: str) -> None:
    assert _said(question) == []


@pytest.mark.parametrize(
    ("question", "paths"),
    [
        ("меры 36 и 37", ["measure-36", "measure-37"]),
        ("measures 5, 6 and 7", ["measure-5", "measure-6", "measure-7"]),
        ("25-іс-шара мен 26-іс-шара", ["measure-25", "measure-26"]),
        ("пункты 9-11", ["point-9", "point-10", "point-11"]),
        ("меры 3-5 плана", ["measure-3", "measure-4", "measure-5"]),
    ],
)
def test_several_addresses(question: str, paths: list[str]) -> None:
    assert _said(question) == paths


def test_an_address_of_a_page_is_no_id() -> None:
    assert _said("https://adilet.zan.kz/rus/docs/U1300000588 пункт 19") == ["point-19"]


@given(st.text(alphabet="пункт меря 1234567890№.)-іс шара", max_size=40))
def test_spans_lie_in_the_question(text: str) -> None:
    found = addresses_in(text)

    assert all(0 <= s.start < s.end <= len(text) for s in found.spans)
    assert bool(found.paths) == bool(found.spans)
