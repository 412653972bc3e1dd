"""Acts that nobody wrote rules for: a torn plan, a law, a plan with tabs."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from corpus.claims import measure_coverage
from corpus.model import Act, Problem
from corpus.plan_model import Measure
from corpus.read_text import load_text
from corpus.reading import read_act

ACTS = Path(__file__).parent / "data" / "acts"
PLAN, LAW, ORDER = "P2300000411", "Z2300000087", "V2300033571"


@cache
def read(act_id: str) -> tuple[Act, tuple[Problem, ...]]:
    """An invented act."""
    return read_act(load_text(ACTS / f"{act_id}.txt"))


def measure(act_id: str, number: str) -> Measure:
    """A measure of an invented act."""
    return next(m for m in read(act_id)[0].measures if m.number == number)


def executors(measure: Measure) -> list[str]:
    """Bodies as printed; a capital behind each says what it is charged with."""
    return [
        e.text + " C" * e.coordinator + " A" * e.by_agreement for e in measure.executors
    ]


def amounts(measure: Measure) -> dict[str, str]:
    """Figures by period."""
    return {a.period: a.value for a in measure.amounts}


def texts(act_id: str) -> dict[str, str]:
    """Own words of provisions by path."""
    act, _ = read(act_id)
    return {p.id.partition("/")[2]: p.own.text for p in act.provisions}


@pytest.mark.parametrize("act_id", [PLAN, LAW, ORDER])
def test_nothing_is_lost_and_nothing_doubtful(act_id: str) -> None:
    act, problems = read(act_id)
    coverage = measure_coverage(load_text(ACTS / f"{act_id}.txt"), act.claims)

    assert act.id == act_id
    assert problems == ()
    assert (coverage.unread, coverage.doubled) == ((), 0)


def test_the_torn_plan_has_its_head_and_its_words() -> None:
    act, _ = read(PLAN)
    body = texts(PLAN)

    assert (act.kind, act.number, act.date) == (
        "government resolution",
        "411",
        "2023-05-12",
    )
    assert act.signatory == "Премьер-Министр Республики Казахстан А. Смаилов"
    assert act.entry_into_force == f"{PLAN}/body/point-4"
    assert body["body/para-1"].startswith("В соответствии со статьей 5 Закона")
    assert body["body/para-1"].endswith("Республики Казахстан ПОСТАНОВЛЯЕТ:")
    assert body["body/point-1"].startswith("1. Утвердить прилагаемый План мероприятий")
    assert {m.section for m in act.measures} == {
        "Раздел 1. Развитие инфраструктуры",
        "Раздел 2. Кадровое обеспечение",
    }
    assert {a.abbreviation: a.name for a in act.abbreviations}["МПС"] == (
        "Министерство промышленности и строительства Республики Казахстан"
    )


#: Title; completion form; deadline; executors; amounts; funding.
TORN = {
    "1": (
        "Разработка методики оценки качества жизни в сельских населенных пунктах",
        "приказ",
        "III квартал 2023 года",
        ["МНЭ (свод) C", "МСХ", "МТСЗН"],
        {},
        "не требуется",
    ),
    "2": (
        "Строительство и ремонт подъездных дорог к сельским населенным пунктам",
        "акты ввода в эксплуатацию",
        "2023 – 2025 годы",
        [
            "МИИР",
            "акиматы областей",
            "Министерство труда и социальной защиты населения (по согласованию) A",
        ],
        {"2023": "1250,5", "2024": "1300,0", "2025": "1410,2"},
        "РБ, МБ",
    ),
    "3": (
        "Обеспечение сельских населенных пунктов питьевой водой",
        "информация в Правительство",
        "ежегодно, до 15 декабря",
        ["МПС", "акиматы областей, городов Астаны, Алматы и Шымкента"],
        {"2023": "300,0", "2024": "310,5", "2025": "320,0"},
        "в пределах выделенных средств",
    ),
    "4": (
        "Модернизация сельских библиотек и домов культуры",
        "информация в Правительство",
        "2024 – 2025 годы",
        [
            "МКИ",
            'АО "Фонд развития культуры" (по согласованию) A',
            'НПП "Атамекен" (по согласованию) A',
        ],
        {"2024": "12,5", "2025": "14,0"},
        "РБ 034",
    ),
    "5": (
        (
            "Подготовка предложений по увеличению размера подъемного пособия для"
            " специалистов, прибывших для работы и проживания"
            " в сельские населенные пункты"
        ),
        "предложения в Правительство",
        "декабрь 2023 года",
        [
            "МСХ",
            "МНЭ",
            "МФ",
            "МТСЗН",
            "Агентство по делам государственной службы (по согласованию) A",
        ],
        {},
        "не требуется",
    ),
    "6": (
        "15-дневные курсы повышения квалификации акимов сельских округов",
        "сертификаты",
        "ежегодно",
        ["АГУ (по согласованию) A"],
        {"2023": "5,0", "2024": "5,0", "2025": "5,0"},
        "РБ",
    ),
    "7": ("Секретно", "", "", [], {}, ""),
}


@pytest.mark.parametrize("number", sorted(TORN))
def test_rows_of_the_torn_plan(number: str) -> None:
    row = measure(PLAN, number)
    found = (
        row.title.text,
        row.completion_form.text,
        row.deadline.text,
        executors(row),
        amounts(row),
        row.funding.text,
    )

    assert found == TORN[number]
    assert row.classified == (number == "7")
    assert row.unit == (None if number == "7" else "млн. тенге")
    assert (row.number_printed, row.also_numbered) == (True, ())


def test_a_full_name_means_the_listed_body() -> None:
    named = measure(PLAN, "2").executors[2]

    assert named.abbreviation == "МТСЗН"
    assert named.name == (
        "Министерство труда и социальной защиты населения Республики Казахстан"
    )


def test_years_of_deadlines() -> None:
    assert measure(PLAN, "2").deadline_years == (2023, 2024, 2025)
    assert measure(PLAN, "1").deadline_years == (2023,)
    assert measure(PLAN, "3").recurrence == "annual"


def test_the_law_has_articles_points_and_subpoints() -> None:
    act, _ = read(LAW)

    assert (act.kind, act.number, act.date, act.language) == (
        "law",
        "87-VIII",
        "2023-07-14",
        "kk",
    )
    assert list(texts(LAW)) == [
        "body/para-1",
        "body/chapter-1",
        "body/chapter-1/article-1",
        "body/chapter-1/article-1/para-1",
        "body/chapter-1/article-1/subpoint-1",
        "body/chapter-1/article-1/subpoint-2",
        "body/chapter-1/article-1/subpoint-3",
        "body/chapter-1/article-2",
        "body/chapter-1/article-2/point-1",
        "body/chapter-1/article-2/point-2",
        "body/chapter-2",
        "body/chapter-2/article-3",
        "body/chapter-2/article-3/para-1",
        "body/chapter-2/article-3/subpoint-1",
        "body/chapter-2/article-3/subpoint-2",
        "body/chapter-2/article-3/subpoint-3",
        "body/chapter-2/article-3/note-1",
        "body/chapter-2/article-4",
        "body/chapter-2/article-4/point-1",
        "body/chapter-2/article-4/point-2",
        "body/chapter-2/article-4/point-2/subpoint-1",
        "body/chapter-2/article-4/point-2/subpoint-2",
        "body/chapter-2/article-4/point-3",
        "body/chapter-2/article-5",
        "body/chapter-2/article-5/para-1",
        "body/signature-1",
    ]
    assert [d.term for d in act.definitions] == [
        "қорғау аймағы",
        "тарихи қала",
        "уәкілетті орган",
    ]
    assert act.signatory == "Қазақстан Республикасының Президенті Қ. Тоқаев"


def test_the_law_says_itself_when_it_comes_into_force() -> None:
    """Not where a part of it was taken out from some day on."""
    act, _ = read(LAW)

    assert act.entry_into_force == f"{LAW}/body/chapter-2/article-5/para-1"


def test_what_was_taken_out_of_the_law_is_an_amendment() -> None:
    act, _ = read(LAW)

    assert [(a.scope, a.number, str(a.target)[17:]) for a in act.amended_by] == [
        ("алып тасталды", "15-VIII", "chapter-2/article-3/subpoint-2"),
        ("3-бапқа өзгеріс енгізілді", "15-VIII", "chapter-2/article-3"),
        ("Алып тасталды", "15-VIII", "chapter-2/article-4/point-3"),
    ]


def test_a_reference_within_the_law_is_resolved() -> None:
    act, _ = read(LAW)

    assert [r.target for r in act.references if r.target] == [
        f"{LAW}/body/chapter-2/article-3/subpoint-3"
    ]


#: Printed; also numbered; executors; deadline; amounts; funding.
TABBED = {
    "1": (
        True,
        (),
        [
            "МАМ (жинақтау) C",
            "облыстардың, Астана, Алматы және Шымкент қалаларының әкімдіктері",
        ],
        "жыл сайын, 10 желтоқсанға дейін",
        {"2023": "12,5", "2024": "13,0", "2025": "14,1"},
        "ЖБ",
    ),
    "2": (
        True,
        (),
        ["МАМ", "ЦДИАӨМ"],
        "2024 жылғы 3-тоқсан",
        {"2024": "40,2"},
        "РБ 033",
    ),
    "2-1": (
        True,
        (),
        ["МАМ", "БҒМ (келісім бойынша) A"],
        "2024 – 2025 жылдар",
        {"2024": "8,0", "2025": "9,0"},
        "РБ 033",
    ),
    "3": (False, (), ["МАМ"], "2025 жылғы 1-тоқсан", {}, "талап етілмейді"),
    "5": (
        True,
        ("4",),
        ["ҒЖБМ", "МАМ"],
        "тұрақты",
        {"2023": "3,3", "2024": "3,3", "2025": "3,3"},
        "РБ",
    ),
    "6": (True, (), [], "", {}, ""),
    "7": (True, (), [], "", {}, ""),
    "8": (True, (), ["ТЖМ", "МАМ"], "2023 жылғы желтоқсан", {}, "талап етілмейді"),
}


def test_numbers_of_the_tabbed_plan() -> None:
    act, _ = read(ORDER)

    assert [m.number for m in act.measures] == list(TABBED)
    assert [m.number for m in act.measures if m.classified] == ["6", "7"]
    assert measure(ORDER, "8").title.text.startswith("8 облыста кітап қорларын")
    assert measure(ORDER, "3").title.text == (
        "Оқырмандарға арналған бірыңғай билетті енгізу"
    )
    assert {m.section for m in act.measures} == {
        "1-бөлім. Кітапхана қорлары",
        "2-бөлім. Қорғау",
    }


@pytest.mark.parametrize("number", sorted(TABBED))
def test_rows_of_the_tabbed_plan(number: str) -> None:
    row = measure(ORDER, number)
    found = (
        row.number_printed,
        row.also_numbered,
        executors(row),
        row.deadline.text,
        amounts(row),
        row.funding.text,
    )

    assert found == TABBED[number]


def test_the_order_is_registered_and_its_plan_is_an_annex() -> None:
    act, _ = read(ORDER)
    annex = next(p for p in act.provisions if p.kind == "annex")

    assert act.kind == "ministerial order"
    assert act.registration is not None
    assert (act.registration.number, act.registration.date) == ("33571", "2023-10-26")
    assert annex.source[1:] == (14, 53)
    assert annex.heading == (
        "Кітапхана ісін дамыту жөніндегі 2023 – 2025 жылдарға арналған"
        " іс-шаралар жоспары"
    )
    assert [a.abbreviation for a in act.abbreviations] == [
        "МАМ",
        "БҒМ",
        "ЦДИАӨМ",
        "ҒЖБМ",
        "ТЖМ",
    ]
