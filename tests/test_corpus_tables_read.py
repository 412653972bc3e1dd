"""Plans are read into measures, indicators, provisions and claims."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.ids import ProvisionId, Source
from corpus.model import Abbreviation
from corpus.plan_model import Indicator, Measure
from corpus.repair.vocabulary import Vocabulary
from corpus.tables.amounts import Periods, read_amounts
from corpus.tables.cells import RowCells
from corpus.tables.find import find_tables
from corpus.tables.indicators import values_in_order
from corpus.tables.read import read_plan
from corpus.tables.records import PlanContext, PlanReading, TableRegion
from corpus.trace import ActFile

ACTS = Path(__file__).parent.parent / "corpus" / "acts"
SHORT = (
    "ІІМ", "БП", "ҰҚК", "МКҚ", "ДИАҚМ", "АКМ", "АҚДМ", "БҒМ", "ДСМ", "МСМ", "СІМ",
    "ЖАО", "Қаржымині",
)  # fmt: skip

RU_FLAT = """План мероприятий по реализации Концепции
на 2021 – 2023 годы

№
п/п

Наименование мероприятия Форма
завершения

Ответственные
исполнители

Срок
исполнения

Предполагаемые расходы (млн. тенге)

Источники
финансирования

Всего 2021
год

2022
год

2023
год

1 2 3 4 5 6 7 8 9 10
Раздел 1. Законодательство

1.

Разработка проекта Водного
кодекса Республики Казахстан

Проект Кодекса

МЭГПР, МСХ,
МНЭ, КНБ (по
согласованию)

IV квартал
2022 года

- - - -

не требуется

2.

Внесение изменений в правила

Приказ МЭГПР

МЭГПР (свод),
акиматы
областей,
городов
Астаны и
Алматы

декабрь 2021
года

- - - - не требуется

Раздел 2. Строительство

3.

Строительство сооружений в Кызылординской

Акты ввода в
эксплуатацию

МЭГПР

2021 – 2023
годы

1 250,5 400,0



области

450,5 400,0 РБ, МБ

4.

Обеспечение сельских населенных
пунктов водой Информация в
Правительство МИИР,
заинтересованные
государственные
органы

ежегодно, до
15 декабря

300,0 100,0 100,0 100,0

в пределах
выделенных средств

      Примечание: конец
"""
WITHOUT_NUMBERS = """Жол картасы 2023 – 2024 жылдарға арналған

Іс-шараның атауы Аяқтау нысаны Жауапты
орындаушылар
Орындау мерзімі

Цифрлық платформаны
әзірлеу

бұйрық

ЦДИАӨМ, ІІМ

2023 жылғы 2-тоқсан

Әлеуметтік қызметтерді
автоматтандыру

Үкіметке ақпарат

ЕХӘҚМ (жинақтау),
ДСМ, облыстардың
әкімдіктері

2024 жылғы
желтоқсан

      Ескертпе: соңы
"""
TABBED = """План на 2022-2024 годы

№\tСроки исполнения\tМероприятие\tОтветственные\tФорма завершения\tСумма, тыс. тенге
1\t2\t3\t4\t5\t6
Раздел 1. Общие вопросы\t\t\t\t\t
1.\t2022 год\tРазработка концепции\tМЮ, МВД (по согласованию)\tконцепция\t-
2.\tежегодно\tПроведение форума\tМИОР, акиматы областей, городов\tотчет\t12,5
\t\tи подготовка его итогового\t\t\t

3.\t2023 год\tдокумента\tМИД (свод)\tпротокол\tне требуется
4.\t\tСекретно\t\t\t

Примечание: конец
"""


def context(act: str, file: ActFile, text: str) -> PlanContext:
    """What a reader has to know of an act."""
    source = Source(file.name, 1, 1)
    listed = tuple(Abbreviation(name, f"{name} толық", source) for name in SHORT)
    return PlanContext(
        act_id=act,
        file=file,
        parent=ProvisionId(f"{act}/annex-1"),
        language="kk",
        abbreviations=listed,
        vocabulary=Vocabulary.of([text]),
    )


def read(text: str, act: str = "P2100000300") -> list[tuple[TableRegion, PlanReading]]:
    """All tables of a text."""
    file = ActFile.of(f"{act}.txt", text)
    about = context(act, file, text)
    return [(r, read_plan(r, about)) for r in find_tables(file.lines())]


@lru_cache(maxsize=4)
def act(name: str) -> tuple[dict[str, Measure], dict[str, Indicator], PlanReading]:
    """Measures and indicators of an act's plan."""
    text = (ACTS / f"{name}.txt").read_text("utf-8")
    plans = [reading for region, reading in read(text, name) if region.kind == "plan"]
    (plan,) = plans
    measures = {m.number: m for m in plan.measures}
    indicators = {i.id.rpartition("/")[2]: i for i in plan.indicators}
    return measures, indicators, plan


def amounts(measure: Measure) -> dict[str, str]:
    """Amounts by period."""
    return {a.period: a.value for a in measure.amounts}


def bodies(measure: Measure) -> list[str]:
    """Executors as printed."""
    return [e.text for e in measure.executors]


def lines(measure: Measure | Indicator) -> tuple[int, int]:
    """First and last line."""
    return measure.source.line_start, measure.source.line_end


def test_every_row_of_the_acts_is_found() -> None:
    first, *_ = act("P1800000124")
    assert list(first) == [str(n) for n in range(1, 81)]
    unprinted = {int(m.number) for m in first.values() if not m.number_printed}
    assert unprinted == {
        *range(27, 32), 39, 41, 43, 44, 45, 47, 48, *range(61, 64), *range(65, 69)
    }  # fmt: skip
    second, *_ = act("P1700000580")
    assert list(second) == [str(n) for n in range(1, 60)]
    third, *_ = act("P1400000292")
    numbers = [str(n) for n in range(1, 133) if n != 45]
    at = numbers.index("90")
    assert list(third) == [*numbers[:at], "89-1", "89-2", *numbers[at:]]
    assert third["46"].also_numbered == ("45",)


def test_classified_rows() -> None:
    measures, *_ = act("P1800000124")
    secret = {int(m.number) for m in measures.values() if m.classified}
    assert secret == {*range(20, 27), *range(32, 39), *range(49, 61), *range(72, 81)}
    assert measures["22"].title.text == "Құпия"
    assert measures["22"].executors == ()
    assert measures["22"].problems == ()


def test_nothing_is_missing_in_open_rows() -> None:
    for name in ("P1800000124", "P1700000580", "P1400000292"):
        measures, *_ = act(name)
        codes = {code for m in measures.values() for code in m.problems}
        assert not {code for code in codes if code.endswith("-missing")}


def test_title_that_goes_on_after_the_page() -> None:
    measures, *_ = act("P1800000124")
    assert measures["17"].title.text.endswith("өңірлерде оның өкілдіктерін құру")
    assert lines(measures["17"]) == (2025, 2064)
    assert measures["17"].completion_form.text.startswith("радикалдық идеологиядан")


def test_number_that_is_printed_again_after_the_page() -> None:
    row = act("P1800000124")[0]["4"]
    assert row.title.text.endswith("тарта отырып ұйымдастыру")
    assert (row.completion_form.text, row.deadline.text) == (
        "ҰҚК-ге ақпарат",
        "тұрақты ***",
    )
    assert row.funding.text == "ЖАО көзделген қаражат шегінде"
    assert [sub.label for sub in row.sub_rows] == ["ЖАО", "ДІАҚМ"]


def test_row_without_number_whose_blank_stands_in_its_middle() -> None:
    row = act("P1800000124")[0]["63"]
    assert row.title.text.startswith("Жергілікті атқарушы органдарға ведомстволық")
    assert lines(row) == (3473, 3614)
    assert len(row.sub_rows) == 16
    assert amounts(row)["2022"] == "102,5"
    astana = row.sub_rows[-1]
    assert (astana.label, astana.source.line_start) == ("Астана қаласы", 3608)
    assert {a.period: a.value for a in astana.amounts} == {
        "2018": "60,0",
        "2019": "60,0",
        "2020": "60,0",
    }


def test_parts_of_a_measure_behind_a_page_are_sub_rows() -> None:
    row = act("P1800000124")[0]["39"]
    assert [sub.label for sub in row.sub_rows] == [
        "прокуратура органдарының 20 қызметкері",
        "ІІМ 88 қызметкері",
    ]
    assert amounts(row)["2018"] == "20,9"
    assert "sub-rows-contradict" in row.problems


def test_share_with_parts_of_its_own() -> None:
    row = act("P1800000124")[0]["11"]
    assert amounts(row) == dict.fromkeys(
        ("2018", "2019", "2020", "2021", "2022"), "11,7"
    )
    assert [(s.label, s.amounts[0].value) for s in row.sub_rows] == [
        ("1)", "6,3"),
        ("2)", "5,4"),
    ]


def test_text_before_the_number_belongs_to_the_title_or_the_form() -> None:
    measures, *_ = act("P1400000292")
    assert measures["3"].title.text.startswith("«Электрондық үкімет» веб-порталында")
    assert measures["33"].title.text.startswith("Кәмелетке толмағандар")
    assert measures["33"].completion_form.text.startswith("Бірлескен құқықтық, мәдени")
    assert lines(measures["33"]) == (995, 1042)


def test_executor_and_money_before_the_number() -> None:
    row = act("P1400000292")[0]["65"]
    assert bodies(row) == ["ІІМ"]
    assert row.deadline.text == "2014 жылғы 4-тоқсан"
    assert amounts(row) == {"total": "353,2", "2014": "353,2"}
    assert row.funding.text == "РБ 002"


def test_title_form_and_executor_in_one_line() -> None:
    row = act("P1400000292")[0]["20"]
    assert row.title.text.endswith("бейнебақылау жүйелерін кезең-кезеңмен енгізу")
    assert row.completion_form.text == "Үкіметке ақпарат"
    assert bodies(row) == ["ІІМ (жинақтау)", "Қаржымині"]


def test_form_that_starts_inside_a_line_of_the_title() -> None:
    row = act("P1400000292")[0]["123"]
    assert "ғимараттарын бірлесіп пайдалану" in row.title.text
    assert row.completion_form.text == "Үкіметке ұсыныстар енгізу"


def test_words_inside_a_deadline() -> None:
    row = act("P1400000292")[0]["12"]
    assert row.deadline.text.startswith("2014 жыл - жобаны әзірлеу; 2015-2020 жылдар")


def test_cells_cut_by_the_page() -> None:
    row = act("P1400000292")[0]["87"]
    assert row.completion_form.text == "Президент Әкімшілігіне ұсыныстар енгізу"
    assert bodies(row)[:2] == [
        "БП (келісім бойынша, жинақтау)",
        "МҚІСҚА (келісім бойынша)",
    ]
    assert row.deadline.text == "2015 жылғы 1-тоқсан"


def test_tabbed_rows_torn_by_the_page() -> None:
    measures, *_ = act("P1700000580")
    assert lines(measures["36"]) == (96, 98)
    assert bodies(measures["36"]) == ["АҚДМ", "СІМ"]
    assert bodies(measures["51"])[-3:] == ["Қорғанысмині", "ІІМ", "Қаржымині"]
    assert lines(measures["51"]) == (120, 122)
    assert measures["9"].deadline.text == "2018 жылғы 2-тоқсан"


def test_missing_cell_of_a_tabbed_row() -> None:
    row = act("P1700000580")[0]["57"]
    assert row.funding.text == "талап етілмейді"
    assert row.amounts == ()


def test_misread_name_in_a_plan() -> None:
    row = act("P1700000580")[0]["42"]
    assert [e.abbreviation for e in row.executors][2] == "ІІМ"
    assert row.executors[2].text == "ПМ"


def test_indicators_of_a_list() -> None:
    _, indicators, _ = act("P1400000292")
    fire = indicators["indicator-2.1-6"]
    assert lines(fire) == (1225, 1229)
    assert [tuple(v)[:2] for v in fire.values] == [("2020", "87,7")]
    share = indicators["indicator-1.1-5"]
    assert [tuple(v)[:2] for v in share.values] == [("2016", "40"), ("2020", "60")]
    assert share.unit == "%"


def test_indicators_in_rows() -> None:
    _, indicators, _ = act("P1800000124")
    target = indicators["indicator-target-3"]
    assert target.title.text.startswith("Қазақстан Республикасының аумағында")
    assert target.title.text.endswith("жою дайындығының деңгейі")
    torn = indicators["indicator-2-2"]
    assert torn.title.text.startswith("Шетелдік теологиялық оқу орындарында")
    assert [e.text for e in torn.executors][1] == '"Сырбар" СБҚ (келісім бойынша)'


def test_a_torn_figure_without_others_is_no_series() -> None:
    """Nothing to put it in order with: no failure, nothing invented."""
    torn = RowCells(torn_figures=1)

    assert values_in_order(torn, read_amounts((), Periods(())), ()) == ()


def test_parts_with_their_own_deadline_and_body_tell_them() -> None:
    measures, *_ = act("P1800000124")

    assert [sub.note for sub in measures["39"].sub_rows] == [
        "2018 – 2022 жылдар; БП (келісім бойынша)",
        "2018 – 2022 жылдар; ІІМ",
    ]
    assert measures["44"].sub_rows[0].note == "көзделген қаражат шегінде"


def test_figure_torn_off_a_series_is_put_in_its_place() -> None:
    text = (ACTS / "P1800000124.txt").read_text("utf-8")
    tables = [reading for _, reading in read(text, "P1800000124")]
    values = [v.value for v in tables[2].indicators[0].values]
    assert values == ["85", "87", "88", "89", "90", "91"]


def test_sections_and_totals_are_provisions() -> None:
    *_, plan = act("P1400000292")
    by_id = {p.id.rpartition("/")[2]: p for p in plan.provisions}
    section = by_id["section-1.3"]
    assert (section.source.line_start, section.source.line_end) == (787, 798)
    assert section.number == "1.3"
    assert "Міндет:" in section.text
    assert by_id["row-total"].kind == "row"


def test_provision_of_a_measure_is_made_of_its_cells() -> None:
    *_, plan = act("P1700000580")
    (row,) = [p for p in plan.provisions if p.number == "32" and p.kind == "measure"]
    assert row.text.split("\n")[1:] == [
        "іс-шаралар жоспары",
        "2018 жылғы 1-тоқсан",
        "ДИАҚМ, діни бірлестіктер (келісім бойынша)",
        "-",
        "талап етілмейді",
    ]
    assert row.id == "P1700000580/annex-1/measure-32"


def test_excerpts_lead_back_to_the_file() -> None:
    text = (ACTS / "P1800000124.txt").read_text("utf-8")
    for measure in act("P1800000124")[0].values():
        for run in measure.title.runs:
            printed = text[run.start : run.start + run.length]
            shown = measure.title.text[run.at : run.at + run.length]
            assert printed == shown


def test_russian_flattened_plan() -> None:
    ((region, plan),) = read(RU_FLAT)
    assert region.kind == "plan"
    one, two, three, four = plan.measures
    assert one.title.text == "Разработка проекта Водного кодекса Республики Казахстан"
    assert bodies(one) == ["МЭГПР", "МСХ", "МНЭ", "КНБ (по согласованию)"]
    assert (one.deadline.text, one.funding.text) == (
        "IV квартал 2022 года",
        "не требуется",
    )
    assert two.completion_form.text == "Приказ МЭГПР"
    assert bodies(two) == ["МЭГПР (свод)", "акиматы областей, городов Астаны и Алматы"]
    assert three.title.text == "Строительство сооружений в Кызылординской области"
    assert amounts(three) == {
        "total": "1250,5",
        "2021": "400,0",
        "2022": "450,5",
        "2023": "400,0",
    }
    assert four.completion_form.text == "Информация в Правительство"
    assert bodies(four) == ["МИИР", "заинтересованные государственные органы"]
    assert four.section == "Раздел 2. Строительство"
    assert four.unit == "млн. тенге"


def test_plan_without_numbers() -> None:
    ((_, plan),) = read(WITHOUT_NUMBERS)
    assert [(m.number, m.number_printed) for m in plan.measures] == [
        ("1", False),
        ("2", False),
    ]
    assert bodies(plan.measures[1]) == [
        "ЕХӘҚМ (жинақтау)",
        "ДСМ",
        "облыстардың әкімдіктері",
    ]


def test_tabbed_plan_in_another_order() -> None:
    ((_, plan),) = read(TABBED)
    one, two, three, four = plan.measures
    assert (one.deadline.text, one.title.text) == ("2022 год", "Разработка концепции")
    assert one.section == "Раздел 1. Общие вопросы"
    assert amounts(two) == {"total": "12,5"}
    assert bodies(two) == ["МИОР", "акиматы областей, городов"]
    assert three.title.text == "и подготовка его итогового документа"
    assert three.funding.text == "не требуется"
    assert four.classified


def test_form_is_one_provision() -> None:
    text = (ACTS / "V2100024227.txt").read_text("utf-8")
    readings = [reading for _, reading in read(text, "V2100024227")]
    assert [len(r.measures) for r in readings] == [0, 0, 0]
    assert [r.provisions[0].kind for r in readings] == ["form"] * 3


def test_number_printed_twice_gets_an_id_of_its_own() -> None:
    table = TABBED.replace("\n4.\t", "\n3.\t")
    ((_, plan),) = read(table)
    ids = [m.id.rpartition("/")[2] for m in plan.measures]
    assert ids == ["measure-1", "measure-2", "measure-3", "measure-3-copy-2"]


def assert_accounted(text: str) -> None:
    """Each printed character of a table lies in one claim; no id comes twice."""
    file = ActFile.of("P2100000300.txt", text)
    about = context("P2100000300", file, text)
    done = 0
    for region in find_tables(file.lines()):
        assert done < region.first <= region.last
        done = region.last
        reading = read_plan(region, about)
        owned = [at for c in reading.claims for at in range(c.start, c.end)]
        assert len(owned) == len(set(owned))
        printed = {
            at
            for number in range(region.first, region.last + 1)
            for char, at in zip(
                file.line(number).text, file.line(number).at, strict=True
            )
            if not char.isspace()
        }
        assert printed <= set(owned)
        ids = [p.id for p in reading.provisions]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "name", ["P1800000124", "P1700000580", "P1400000292", "V2100024227"]
)
def test_acts_are_accounted_for(name: str) -> None:
    assert_accounted((ACTS / f"{name}.txt").read_text("utf-8"))


HEADERS = {"P1800000124": (1243, 1278), "P1400000292": (45, 86)}
WINDOW = 90


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=st.sampled_from(sorted(HEADERS)),
    start=st.integers(0, 2300),
    changes=st.lists(st.tuples(st.integers(0, WINDOW), st.integers(0, 4)), max_size=12),
)
def test_damaged_plans_are_accounted_for(
    name: str, start: int, changes: list[tuple[int, int]]
) -> None:
    printed = (ACTS / f"{name}.txt").read_text("utf-8").split("\n")
    first, last = HEADERS[name]
    body = printed[last + start : last + start + WINDOW]
    for at, change in changes:
        if at >= len(body):
            continue
        line = body[at]
        half = len(line) // 2
        body[at : at + 1] = (
            [],
            [line, line],
            [line[:half], line[half:]],
            [" ".join(line)],
            [line, "", "", ""],
        )[change]
    assert_accounted("\n".join([*printed[first:last], *body]))


@settings(max_examples=60, deadline=None)
@given(st.text("№ 1234567890.\n\n\tАтауыНысанОрындаушыМерзімІМ,()*-", max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert_accounted(f"№ Атауы Аяқтау нысаны Жауапты орындаушылар\n\n{text}")
