"""Notes, references, short forms and definitions: what they say, and what not."""

from __future__ import annotations

import pytest

from corpus.abbreviations import inline, merge
from corpus.act_numbers import NUMBER, act_number
from corpus.definitions import read_definitions
from corpus.ids import ProvisionId, Source
from corpus.model import Abbreviation, Kind, Language, Provision
from corpus.notes import amendments, note_target, read_note
from corpus.references import find_acts, find_parts, read_references
from corpus.removals import removal_words
from corpus.trace import Excerpt

HERE = Source("a.txt", 1, 1)


def provision(path: str, text: str, kind: Kind = "point", line: int = 1) -> Provision:
    """A provision of one line."""
    words = Excerpt(text)
    address = ProvisionId(f"P1800000124/{path}")
    parent = path.rpartition("/")[0]
    return Provision(
        id=address,
        kind=kind,
        number=None,
        heading=None,
        body=words,
        own=words,
        language="kk",
        source=Source("a.txt", line, line),
        parent=ProvisionId(f"P1800000124/{parent}") if "/" in path else None,
    )


@pytest.mark.parametrize(
    ("text", "changes", "scope"),
    [
        (
            (
                "Ескерту. 2-тармаққа өзгеріс енгізілді – ҚР Үкіметінің 11.04.2019 № 180"
                " қаулысымен"
            ),
            [("180", "2019-04-11", "ҚР Үкіметі", None)],
            "2-тармаққа өзгеріс енгізілді",
        ),
        (
            (
                "Ескерту. Жоспарға өзгерістер енгізілді - ҚР Үкіметінің 31.12.2014"
                " № 1441; 09.04.2015 N 209 қаулыларымен."
            ),
            [
                ("1441", "2014-12-31", "ҚР Үкіметі", None),
                ("209", "2015-04-09", "ҚР Үкіметі", None),
            ],
            "Жоспарға өзгерістер енгізілді",
        ),
        (
            (
                "Сноска. Пункт 6 с изменениями, внесенными Указом Президента РК от"
                " 08.01.2026 № 1152 (вводится в действие с 01.02.2026)."
            ),
            [("1152", "2026-01-08", "Президент РК", "2026-02-01")],
            "Пункт 6 с изменениями",
        ),
        (
            "Сноска. Преамбула – в редакции Указа Президента РК от 28.02.2024 № 491.",
            [("491", "2024-02-28", "Президент РК", None)],
            "Преамбула – в редакции",
        ),
        (
            (
                "2) алып тасталды - ҚР 2013.01.08 № 64-VІ (2013.01.01 бастап қолданысқа"
                " енгізіледі) Заңымен;"
            ),
            [("64-VI", "2013-01-08", None, "2013-01-01")],
            "2) алып тасталды",
        ),
        (
            "Сноска. Пункт 6 исключен Законом РК от 08.01.2026 № 115-VIII.",
            [("115-VIII", "2026-01-08", None, None)],
            "Пункт 6 исключен",
        ),
        ("Ескертпе. ҚР Сотының 08.04.2023 № 8-НҚ қаулысын қараңыз.", [], None),
        ("Ескертпе: осы нысанға сәйкес толтырылады.", [], None),
        ("Сноска. Внесены изменения 01.01.2020.", [], None),
    ],
)
def test_changes_of_a_note(
    text: str, changes: list[tuple[str, str, str, str | None]], scope: str | None
) -> None:
    facts = read_note(text)

    assert [
        (act.number, act.date, act.issuer, since) for act, since in facts.changes
    ] == changes
    assert scope is None or facts.scope == scope
    assert facts.in_text


def test_a_repeal_is_no_amendment() -> None:
    facts = read_note(
        "Ескерту. Күші жойылды - ҚР Премьер-Министрінің орынбасары - Ұлттық экономика"
        " министрінің 24.10.2024 № 96 (алғашқы ресми жарияланған күнінен бастап"
        " қолданысқа енгізіледі) бұйрығымен."
    )
    note = provision("body/note-1", "Ескерту.", "note")

    assert facts.repeals
    assert amendments(note, facts, None) == ()
    assert not read_note(
        "Ескерту. 3-тармақтың күші жойылды – ҚР Үкіметінің 11.04.2019 № 180 қаулысымен"
    ).repeals


def test_an_announced_wording_is_not_in_the_text() -> None:
    facts = read_note(
        "Примечание ИЗПИ!\nПодпункт 6) пункта 3 предусматривается в редакции Указа"
        " Президента РК от 02.05.2026 № 1258 (вводится в действие с 12.07.2026)."
    )
    targets = [
        provision("annex-1/chapter-1/point-3/subpoint-6", "6) …;", "subpoint", 9),
        provision("annex-1/chapter-2/point-3/subpoint-6", "6) …;", "subpoint", 79),
        provision("body/point-3/subpoint-6", "6) …;", "subpoint", 70),
    ]
    note = provision("annex-1/chapter-2/point-3/note-1", "…", "note", 75)
    (change,) = amendments(note, facts, note_target(note, facts, targets))

    assert facts.parts == (("point", "3"), ("subpoint", "6"))
    assert facts.words.startswith("Подпункт 6)")
    assert not change.in_text
    assert change.effective == "2026-07-12"
    assert change.target == targets[1].id


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (
            (
                "Примечание ИЗПИ!\nЧасть 2 пункта 1 вводится в действие с 01.01.2027 в"
                " соответствии с Законом РК от 18.03.2025 № 175-VIII (текст исключен)."
            ),
            "Часть 2 пункта 1 вводится в действие",
        ),
        (
            (
                "ЗҚАИ-ның ескертпесі!\n1-тармақтың екінші бөлігі ҚР 18.03.2025"
                " № 175-VIII Заңына сәйкес 01.01.2027 бастап қолданысқа енгізіледі."
            ),
            "1-тармақтың екінші бөлігі",
        ),
    ],
)
def test_the_day_may_stand_before_or_behind_the_act(text: str, scope: str) -> None:
    facts = read_note(text)

    assert [(act.number, act.date, since) for act, since in facts.changes] == [
        ("175-VIII", "2025-03-18", "2027-01-01")
    ]
    assert facts.scope == scope
    assert not facts.in_text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("№ 165-VІ", "165-VI"),
        ("№ 165-VI", "165-VI"),
        ("N 209", "209"),
        ("№ 27-НП", "27-НП"),
        ("№ 62-НҚ", "62-НҚ"),
        ("№ 12-С", "12-C"),
    ],
)
def test_numbers_of_acts(text: str, number: str) -> None:
    found = NUMBER.search(text)

    assert found is not None
    assert act_number(found) == number


def test_a_note_without_parts_concerns_where_it_stands() -> None:
    plan = provision("annex-1", "Жоспар", "annex")
    words = "Ескерту. Жоспар жаңа редакцияда – ҚР Үкіметінің 11.04.2019 № 180."
    note = provision("annex-1/note-1", words, "note")
    preamble = provision("body/para-1", "…", "preamble")
    first = provision("body/note-1", "…", "note")
    changed = read_note("Сноска. Преамбула – в редакции Указа от 28.02.2024 № 491.")

    assert note_target(note, read_note(words), [plan, note]) == plan.id
    assert note_target(first, changed, [preamble, first]) == preamble.id


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "66-бабының 1) тармақшасына",
            [((("article", "66"), ("subpoint", "1")), False)],
        ),
        ("осы тармақтың 1) және 2) тармақшаларында", [((("subpoint", "1"),), True)]),
        ("Осы Әдістеменің 32-тармағында", [((("point", "32"),), True)]),
        ("осы Әдістемеге 2-қосымшаға сәйкес", [((("annex", "2"),), True)]),
        (
            "подпунктом 3) пункта 2 статьи 4 Закона",
            [((("article", "4"), ("point", "2"), ("subpoint", "3")), False)],
        ),
        ("пунктами 28, 29 и 30 настоящего Положения", [((("point", "28"),), True)]),
        ("пункт назначения и статья расходов", []),
        ("15 тармақталған", []),
    ],
)
def test_parts_that_a_text_names(text: str, found: list[object]) -> None:
    assert [(mention.parts, mention.this) for mention in find_parts(text)] == found


def test_acts_that_a_text_names() -> None:
    text = "2017 жылғы 29 қарашадағы № 790 қаулысымен және 1999 жылғы 13 шілдедегі заң"

    assert [(a.act.number, a.act.date) for a in find_acts(text)] == [
        ("790", "2017-11-29")
    ]


def test_words_far_away_belong_to_no_mention() -> None:
    """A long paragraph is not searched to its end for each date and part."""
    far = "слово " * 400
    act, part = "от 5 мая 2020 года", "подпунктом 3) пункта 2"

    assert find_acts(f"{act} № 7") != ()
    assert find_acts(f"{act} {far} № 7") == ()
    (mention,) = find_parts(f"{part} {far} настоящего Положения")
    assert not mention.this


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3. Исключен Законом РК от 01.02.2021 № 5.", "Исключен Законом РК"),
        ("2) алып тасталды - ҚР 12.03.2024 № 15-VIII Заңымен.", "алып тасталды"),
        ("4. Күші жойылды – ҚР 12.03.2024 № 15-VIII Заңымен.", "Күші жойылды"),
        ("3. Исключенные лица уведомляются приказом № 5.", ""),
        ("3. Исключить пункт 2 приказа № 5.", ""),
        ("Исключен Законом РК от 01.02.2021 № 5.", ""),
        ("3. Мынадай актінің күші жойылды деп танылсын № 5.", ""),
    ],
)
def test_what_stands_in_place_of_a_part(text: str, words: str) -> None:
    found = removal_words(text)

    assert found.startswith(words)
    assert bool(found) == bool(words)


def test_references_are_resolved_within_the_act() -> None:
    provisions = [
        provision("annex-1/chapter-1/point-32", "32. Мәтін."),
        provision("annex-1/chapter-1/point-33", "33. Осы Әдістеменің 32-тармағында."),
        provision("body/point-2", "2. Мыналар:"),
        provision("body/point-2/subpoint-1", "1) бір;", "subpoint"),
        provision(
            "body/point-2/subpoint-2", "2) осы тармақтың 1) тармақшасы;", "subpoint"
        ),
        provision(
            "body/para-1", "2014 жылғы 2 мамырдағы № 5 заңның 16-тармағына", "para"
        ),
        provision("body/chapter-1", "1-тарау. 3-тармақ туралы", "chapter"),
    ]
    found = read_references(provisions)

    assert [(r.provision, r.target, r.act and r.act.number) for r in found] == [
        (provisions[1].id, provisions[0].id, None),
        (provisions[4].id, provisions[3].id, None),
        (provisions[5].id, None, "5"),
        (provisions[5].id, None, "5"),
    ]


TITLES = (
    (
        "Дін саласындағы мемлекеттік саясаттың 2017 – 2020 жылдарға арналған"
        " тұжырымдамасын іске асыру жөніндегі іс-шаралар жоспары"
    ),
)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (
            (
                "1. Қоса беріліп отырған Дін саласындағы мемлекеттік саясаттың 2017 –"
                " 2020 жылдарға арналған тұжырымдамасын іске асыру жөніндегі"
                " іс-шаралар жоспары (бұдан әрі – Жоспар) бекітілсін."
            ),
            "kk",
            [("Жоспар", TITLES[0])],
        ),
        (
            (
                "осы Әдістемеге 2-қосымшаға сәйкес нысан бойынша Іс-қимылдар жоспарының"
                " іске асырылуы туралы есепті (бұдан әрі – Есеп) ұсынады"
            ),
            "kk",
            [("Есеп", "Іс-қимылдар жоспарының іске асырылуы туралы есеп")],
        ),
        (
            "6) террористік тұрғыдан осал объектілердің (бұдан әрі – ТТО объектілер)",
            "kk",
            [("ТТО объектілер", "террористік тұрғыдан осал объектілер")],
        ),
        (
            (
                "құқық қорғау және арнайы органдардың бірыңғай ақпарат алмасу жүйесін"
                " (бұдан әрі - ҚАОБАЖ) жетілдіру"
            ),
            "kk",
            [
                (
                    "ҚАОБАЖ",
                    (
                        "құқық қорғау және арнайы органдардың бірыңғай ақпарат"
                        " алмасу жүйесі"
                    ),
                )
            ],
        ),
        (
            "аумағын жедел басқару орталықтарының (ЖБО) жүйесімен қамту",
            "kk",
            [("ЖБО", "жедел басқару орталықтары")],
        ),
        (
            (
                "заслушивает доклад Штаба Центра Комитета безопасности (далее - Штаб"
                " Центра) по вопросам"
            ),
            "ru",
            [("Штаб Центра", "Штаб Центра Комитета безопасности")],
        ),
        (
            "заносятся в протокол заседания (далее - протокол), который оформляется",
            "ru",
            [("протокол", "протокол заседания")],
        ),
        (
            "Министерство внутренних дел (далее – МВД)",
            "ru",
            [("МВД", "Министерство внутренних дел")],
        ),
        ("шығындар (РБ – 5 млн.) және отырыс (XVII) туралы (немесе)", "kk", []),
        ("басқа сөздер (ҚҚҚ) туралы", "kk", []),
    ],
)
def test_short_forms_in_a_text(
    text: str, language: Language, found: list[tuple[str, str]]
) -> None:
    address = ProvisionId("P1800000124/body/point-1")
    read = list(inline(text, HERE, address, TITLES, language))

    assert [(a.abbreviation, a.name) for a in read] == found
    assert all(not a.listed and a.provision == address for a in read)


def test_lists_come_before_texts_and_each_form_once() -> None:
    forms = [
        Abbreviation("ЖБО", "из текста", HERE, listed=False),
        Abbreviation("Жбо", "Жедел басқару орталығы", HERE),
        Abbreviation("ІІМ", "министрлік", HERE, listed=False),
    ]

    assert [a.name for a in merge(forms)] == ["Жедел басқару орталығы", "министрлік"]


@pytest.mark.parametrize(
    "opening",
    [
        "2. Осы Әдістемеде мынадай негізгі ұғымдар пайдаланылады:",
        "2. В настоящих Правилах используются следующие основные понятия:",
        "2. Понятия, используемые в настоящем Положении:",
    ],
)
def test_definitions(opening: str) -> None:
    provisions = [
        provision("body/point-2", opening),
        provision(
            "body/point-2/subpoint-1",
            "1) ұлттық қауіпсіздік (бұдан әрі – ҰҚ) – жай-күйі;",
            "subpoint",
        ),
        provision("body/point-2/subpoint-2", "2) сызықшасыз;", "subpoint"),
        provision("body/point-3", "3. Стратегия – құжат."),
    ]
    (found,) = read_definitions(provisions)

    assert (found.term, found.meaning) == ("ұлттық қауіпсіздік", "жай-күйі")
    assert found.provision == provisions[1].id


def test_a_paragraph_opens_the_list_of_its_article() -> None:
    provisions = [
        provision("body/article-1", "Статья 1. Основные понятия", "article"),
        provision(
            "body/article-1/para-1",
            "В настоящем Законе используются следующие основные понятия:",
            "para",
        ),
        provision("body/article-1/subpoint-1", "1) работы – деятельность;", "subpoint"),
    ]

    assert [d.term for d in read_definitions(provisions)] == ["работы"]
