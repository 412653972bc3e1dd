"""Link text is put back into its gap, and ordinary lines are left alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from corpus.repair.displaced import Neighbours, restore_line, restore_links
from corpus.repair.phrases import Phrases
from corpus.repair.spacing import Vocabulary
from corpus.trace import Traced

ACTS = Path(__file__).parent.parent / "corpus" / "acts"


@cache
def evidence() -> tuple[Vocabulary, Phrases]:
    """Words and pairs of words of the shipped acts."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ACTS.glob("*.txt"))]
    return Vocabulary.of(texts), Phrases.of(texts)


def restored(line: str, before: str = "", after: str = "") -> str | None:
    """The line with its link text in place, None if there is none."""
    read = restore_line(Traced.of(line), Neighbours(before, after), *evidence())
    return None if read is None else read.text


@pytest.mark.parametrize(
    ("line", "before", "after", "read"),
    [
        (
            "Конституциясының 66-бабының  сәйкес 1) тармақшасына",
            "",
            "Қазақстан Республикасының Үкіметі",
            "Конституциясының 66-бабының 1) тармақшасына сәйкес",
        ),
        (
            "Республикасының Үкіметі :ҚАУЛЫ ЕТЕДІ",
            "",
            "",
            "Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:",
        ),
        (
            " (бұдан әрі – Бағдарлама) бекітілсін.бағдарлама",
            "арналған мемлекеттік",
            "",
            "бағдарлама (бұдан әрі – Бағдарлама) бекітілсін.",
        ),
        (
            "ҚР Үкіметінің 18.08.2016  қаулысымен.№ 464",
            "",
            "",
            "ҚР Үкіметінің 18.08.2016 № 464 қаулысымен.",
        ),
        (" қаулысымен.925", "ҚР Үкіметінің 13.12.2019 №", "", "925 қаулысымен."),
        (
            "ҚР Үкіметінің 31.12.2014 ; № 1441",
            "",
            "09.04.2015 № 209",
            "ҚР Үкіметінің 31.12.2014 № 1441;",
        ),
        (
            (
                " сәйкес әзірленді және Қазақстан Республикасының Ұлттық"
                " қауіпсіздіктармағына"
            ),
            "жоспарлау жүйесінің 12-",
            "стратегиясын әзірлеу",
            (
                "тармағына сәйкес әзірленді және Қазақстан Республикасының Ұлттық"
                " қауіпсіздік"
            ),
        ),
        (
            "іске асыру жөніндегі  (бұдан әрі - Іс-шаралар іс-шаралар жоспары",
            "",
            "жоспары) бекітілсін.",
            "іске асыру жөніндегі іс-шаралар жоспары (бұдан әрі - Іс-шаралар",
        ),
        ("2018  2022 –", "", "", "2018 – 2022"),
        ("ұсынымдар 2018  2020 –", "", "", "ұсынымдар 2018 – 2020"),
        (
            "В соответствии с  Закона Республики Казахстан статьей 4",
            "",
            'Республики "О терроризме"',
            "В соответствии с статьей 4 Закона Республики Казахстан",
        ),
    ],
)
def test_displaced_text_returns(line: str, before: str, after: str, read: str) -> None:
    assert restored(line, before, after) == read


@pytest.mark.parametrize(
    "line",
    [
        "құқық қорғау қызметінің  құқықтық негіздерін  жетілдіру;",
        "жылы -  60  %-ға  дейін ,  2020  жылы -  80  %-ға  дейін  артады;",
        " Халық көп жиналатын ",
        " 3-қосымша",
        "      3. Осы бұйрықтың орындалуын бақылау",
        "Аяқтау  нысаны",
        "Р/с №\tІс-шараның  атауы\tАяқталу нысаны",
        "",
    ],
)
def test_ordinary_lines_are_left(line: str) -> None:
    assert restored(line, "бұрынғы жол", "келесі жол") is None


def test_every_line_keeps_its_number() -> None:
    lines = [Traced.of(t) for t in ("бір", "", "Үкіметі :ҚАУЛЫ ЕТЕДІ", "екі")]
    read = restore_links(lines, *evidence())

    assert [line.text for line in read] == ["бір", "", "Үкіметі ҚАУЛЫ ЕТЕДІ:", "екі"]
    printed = [at for at, char in enumerate(lines[2].text) if char != " "]
    assert sorted(at for at in read[2].at if at in printed) == printed


def test_phrases_count_pairs_over_line_ends() -> None:
    phrases = Phrases.of(["Ұлттық\nэкономика. Ұлттық экономика"])

    assert phrases.count("ұлттық", "ЭКОНОМИКА") == 2
    assert phrases.count("экономика", "ұлттық") == 0
