"""Citations and quotes of a text, verified against the acts that ship."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.citation_clauses import clauses_of
from service.engine import Engine
from service.verify import Verifier
from service.verify_model import Citation, Claim, Quote, Verification

DECREE = "U1300000588"
PLAN = "P1400000292"
ORDER = "V2100024227"
SUBPOINT = f"{DECREE}/annex-1/chapter-2/point-2/subpoint-4"
WORDS = "мониторинг, оценка и прогнозирование террористических угроз и проявлений"
FOREIGN = "граждане имеют право на бесплатный проезд в общественном транспорте города"


@pytest.fixture(scope="module")
def verifier(engine: Engine) -> Verifier:
    return engine.verifier


def exact(text: str, found: Verification) -> Verification:
    """The same, once all offsets were checked."""
    marked: list[Citation | Quote] = [*found.citations, *found.quotes]
    for one in marked:
        assert text[one.start : one.end] == one.text
        assert one.text
    for quote in found.quotes:
        assert quote.citation is None or 0 <= quote.citation < len(found.citations)
    return found


def cited(verifier: Verifier, text: str) -> Citation:
    [citation] = exact(text, verifier.text(text)).citations
    return citation


def quoted(verifier: Verifier, text: str) -> Quote:
    [quote] = exact(text, verifier.text(text)).quotes
    return quote


def judged(verifier: Verifier, citation: str, quote: str) -> Quote:
    [found] = verifier.claims([Claim(citation, quote)]).quotes
    return found


def places(found: Citation) -> list[str]:
    return [target.provision_id or target.act_id for target in found.targets]


# --- citations -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marked", "target"),
    [
        ("Смотри |указ Президента от 24 июня 2013 года № 588|.", DECREE),
        ("Смотри |указ Президента Республики Казахстан № 588|.", DECREE),
        ("|Указ от 24.06.2013 № 588| действует", DECREE),
        ("В силу |подпункта 4) пункта 2 Положения (указ № 588)| он ведёт", SUBPOINT),
        (f"«{WORDS}» (|пп. 4) п. 2 указа № 588|)", SUBPOINT),
        ("по |пп. 4 п. 2 указа № 588| он ведёт", SUBPOINT),
        ("мера: |мера 42 постановления № 292|, срок", f"{PLAN}/annex-1/measure-42"),
        ("|№ 588 Жарлық| бойынша", DECREE),
        ("|2014 жылғы 1 сәуірдегі № 292 қаулының 42-іс-шарасы|", None),
        ("|2013 жылғы 24 маусымдағы № 588 Жарлығы| бойынша", DECREE),
        ("under |Decree No. 588 of 24 June 2013|, it", DECREE),
        ("|subpoint 4 of point 2 of Decree No. 588|", SUBPOINT),
        ("see |order No. 82 of the Minister of Economy of 1 September 2021|.", ORDER),
        (f"see |{SUBPOINT}|.", SUBPOINT),
        (f"see |{DECREE}|, first", DECREE),
        ("постановление, |Р1400000292|", PLAN),
    ],
)
def test_found(verifier: Verifier, marked: str, target: str | None) -> None:
    before, inside, _ = marked.split("|")
    citation = cited(verifier, marked.replace("|", ""))

    assert (citation.status, citation.reason) == ("found", "")
    assert places(citation) == [target or f"{PLAN}/annex-1/measure-42"]
    assert (citation.start, citation.text) == (len(before), inside)


def test_a_line_to_be_filled_in_belongs_to_the_citation(verifier: Verifier) -> None:
    assert cited(verifier, "по Указу № ____ о центре").text == "Указу № ____"


def test_an_indicator_is_found_by_its_number_and_by_its_aim(verifier: Verifier) -> None:
    result = cited(verifier, "показатель 1.1-2 Плана, постановление № 292")
    aim = cited(verifier, "целевой индикатор 1-2 Плана, постановление № 292")

    assert places(result) == [f"{PLAN}/annex-1/indicator-1.1-2"]
    assert places(aim) == [f"{PLAN}/annex-1/indicator-target-1-2"]


def test_a_paragraph_is_the_unit_around_it(verifier: Verifier) -> None:
    """Writers count paragraphs in two ways; neither is called wrong."""
    citation = cited(verifier, "абзац второй пункта 20 главы 4 Положения, указ № 588")

    assert citation.status == "found"
    assert places(citation) == [f"{DECREE}/annex-1/chapter-4/point-20"]


@pytest.mark.parametrize(
    ("text", "least"),
    [("п. 3 указа № 588", 2), ("measure 42", 3), ("В пункте 1 сказано", 5)],
)
def test_several(verifier: Verifier, text: str, least: int) -> None:
    citation = cited(verifier, text)

    assert citation.status == "several"
    assert citation.total >= least
    assert len(citation.targets) == min(citation.total, 10)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("указ от 31 февраля 2013 года № 588", "bad_date"),
        ("указ от 31.02.2013 № 588", "bad_date"),
        ("Указ № ___ о центре", "no_number"),
        ("Указ № ___ от 24 июня 2013 года", "no_number"),
        ("P18000001244", "bad_code"),
        ("P180000/annex-1", "bad_code"),
    ],
)
def test_malformed(verifier: Verifier, text: str, reason: str) -> None:
    citation = cited(verifier, text)

    assert (citation.status, citation.reason) == ("malformed", reason)
    assert citation.targets == ()


@pytest.mark.parametrize(
    ("text", "reason", "nearest"),
    [
        ("указ № 9999", "no_such_act", ()),
        ("статья 10 Закона от 1 января 2020 года № 55-VI", "no_such_act", ()),
        ("K1500000414", "no_such_act", ()),
        ("п. 99 указа № 588", "no_such_provision", (DECREE,)),
        (f"{DECREE}/annex-9", "no_such_provision", (DECREE,)),
        ("№ 292 қаулының 999-іс-шарасы", "no_such_provision", (PLAN,)),
        ("указ от 25 июня 2013 года № 588", "date_differs", (DECREE,)),
    ],
)
def test_not_in_the_corpus(
    verifier: Verifier, text: str, reason: str, nearest: tuple[str, ...]
) -> None:
    citation = cited(verifier, text)

    assert (citation.status, citation.reason) == ("not_in_corpus", reason)
    assert citation.nearest == nearest


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ничего не процитировано.",
        "В 2018 году было 42 случая, а в 2019 – 15,5 процента.",
        "Таблица № 7 и рисунок № 3",
        "Оның 15 баласы бар.",
    ],
)
def test_what_is_no_citation(verifier: Verifier, text: str) -> None:
    assert verifier.text(text) == Verification((), ())


def test_a_provision_alone_is_one_of_the_act_named_before(verifier: Verifier) -> None:
    text = "Указ № 588 утверждает Положение. Согласно подпункту 4) пункта 2 он ведёт"
    first, second = exact(text, verifier.text(text)).citations

    assert places(first) == [DECREE]
    assert places(second) == [SUBPOINT]


def test_behind_an_act_that_is_not_held_nothing_is_guessed(verifier: Verifier) -> None:
    text = "Указ № 588. Закон № 9999. Согласно пункту 2 это так"
    *_, last = exact(text, verifier.text(text)).citations

    assert not last.named
    assert last.status == "several"


def test_each_provision_of_a_row_is_a_citation(verifier: Verifier) -> None:
    text = "меры 36 и 37 постановления № 292"
    found = exact(text, verifier.text(text)).citations

    assert [places(one) for one in found] == [
        [f"{PLAN}/annex-1/measure-36"],
        [f"{PLAN}/annex-1/measure-37"],
    ]


def test_a_long_text_without_stops_is_read_to_its_end(verifier: Verifier) -> None:
    text = "и " * 400 + "п. 99 указа № 588" + " и" * 400

    assert cited(verifier, text).start == 800


def test_clauses_are_the_text() -> None:
    text = "п. 3 ст. 5. Далее; ещё\n\n" + "х" * 1200 + " конец"
    clauses = list(clauses_of(text))

    assert all(text.startswith(c.text, c.start) for c in clauses)
    assert max(len(c.text) for c in clauses) <= 500
    assert "".join(c.text for c in clauses) == text
    assert clauses[0].text == "п. 3 ст. 5. "


# --- quotes --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        f"Согласно подпункту 4) пункта 2 Положения (указ № 588) – «{WORDS}».",
        f"«{WORDS}» (пп. 4) п. 2 Указа № 588).",
        f"«{WORDS.upper()}» – п. 2 указа № 588",
        f"«{WORDS[:10]} … угроз и проявлений» (пп. 4 п. 2 указа № 588)",
    ],
)
def test_verbatim(verifier: Verifier, text: str) -> None:
    quote = quoted(verifier, text)

    assert (quote.verdict, quote.citation) == ("verbatim", 0)
    assert quote.places[0].provision_id.startswith(SUBPOINT.rpartition("/")[0])
    assert quote.places[0].source.file == f"{DECREE}.txt"


@pytest.mark.parametrize(
    "quote", ["ІІМ (жинақтау), ЭБЖМ", "І І М (жинақтау)", "IIM (жинақтау)"]
)
def test_cells_of_a_row_however_they_are_printed(
    verifier: Verifier, quote: str
) -> None:
    found = judged(verifier, "№ 292 қаулының 42-іс-шарасы", quote)

    assert found.verdict == "verbatim"


@pytest.mark.parametrize(
    "text",
    [
        f"«{WORDS}» (п. 3 указа № 588)",
        f"«{WORDS}» (п. 99 указа № 588)",
        f"«{WORDS}» (указ № 9999)",
        f"Сказано: «{WORDS}».",
    ],
)
def test_verbatim_elsewhere(verifier: Verifier, text: str) -> None:
    quote = quoted(verifier, text)

    assert quote.verdict == "verbatim_elsewhere"
    assert [place.provision_id for place in quote.places] == [SUBPOINT]


def test_a_difference_is_shown_word_by_word(verifier: Verifier) -> None:
    changed = WORDS.replace("оценка", "анализ")
    quote = quoted(verifier, f"«{changed}» (пп. 4 п. 2 указа № 588)")

    assert quote.verdict == "differs"
    assert [place.provision_id for place in quote.places] == [SUBPOINT]
    assert [(c.side, c.text) for c in quote.changes] == [
        ("both", "мониторинг,"),
        ("source", "оценка"),
        ("quote", "анализ"),
        ("both", "и прогнозирование террористических угроз и проявлений"),
    ]


def test_a_negation_left_out_is_a_difference(verifier: Verifier) -> None:
    """Letters alone would find «допустимости» in «недопустимости»."""
    found = judged(
        verifier,
        f"{DECREE}/annex-1/chapter-4/point-14",
        "ранее чем за пять рабочих дней",
    )
    held = judged(
        verifier,
        f"{DECREE}/annex-1/chapter-4/point-14",
        "не позднее чем за пять рабочих",
    )

    assert found.verdict in {"differs", "absent"}
    assert held.verdict == "verbatim"


def test_absent(verifier: Verifier) -> None:
    quote = quoted(verifier, f"«{FOREIGN}» (пп. 4 п. 2 указа № 588)")

    assert (quote.verdict, quote.reason) == ("absent", "")
    assert (quote.places, quote.changes) == ((), ())


def test_absent_here_and_changed_elsewhere(verifier: Verifier) -> None:
    """The place that was meant is shown; the one cited lacks the words all the same."""
    changed = WORDS.replace("оценка", "анализ")
    quote = judged(verifier, f"{DECREE}/annex-1/chapter-4/point-14", changed)

    assert quote.verdict == "absent"
    assert [place.provision_id for place in quote.places] == [SUBPOINT]
    assert ("quote", "анализ") in [(c.side, c.text) for c in quote.changes]


@pytest.mark.parametrize(
    ("citation", "quote", "reason"),
    [
        ("п. 2 указа № 588", "… – ...", "no_words"),
        ("", FOREIGN, "no_citation"),
        ("", "жоқ", "short"),
        ("указ № 9999", FOREIGN, "not_resolved"),
        ("пункт 1", FOREIGN, "not_resolved"),
        (SUBPOINT, "monitoring and assessment of threats", "language"),
        (SUBPOINT, "терроризм қатерлеріне мониторинг жүргізу және бағалау", "language"),
        ("P1800000124/annex-2/measure-27", "", ""),
        (
            f"{DECREE}/annex-1/chapter-2/point-3/subpoint-6",
            "новая редакция этого подпункта говорит иное",
            "other_edition",
        ),
    ],
)
def test_what_cannot_be_checked_is_never_called_false(
    verifier: Verifier, citation: str, quote: str, reason: str
) -> None:
    quotes = verifier.claims([Claim(citation, quote)]).quotes

    assert [(q.verdict, q.reason) for q in quotes] == (
        [("unchecked", reason)] if reason else []
    )


def test_a_classified_measure_is_not_judged(verifier: Verifier, engine: Engine) -> None:
    _, rows = engine.index.measures(classified=True, limit=1)
    quote = judged(verifier, rows[0].id, "полиция қызметкерлерін оқыту бойынша курстар")

    assert (quote.verdict, quote.reason) == ("unchecked", "classified")


def test_an_unofficial_rendering_is_not_the_act(
    verifier: Verifier, engine: Engine
) -> None:
    measure = f"{PLAN}/annex-1/measure-42"
    rendering = next(r for r in engine.index.renderings(measure) if not r.official)
    quote = judged(verifier, measure, rendering.text)

    assert (quote.verdict, quote.reason) == ("unchecked", "rendering")
    assert [place.provision_id for place in quote.places] == [measure]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Его называют «Барыс» (пп. 4 п. 2 указа № 588)", "short"),
        ("«О бюджете города на следующий год» (п. 2 указа № 588)", "title"),
    ],
)
def test_names_and_titles_are_no_quotes(
    verifier: Verifier, text: str, reason: str
) -> None:
    quote = quoted(verifier, text)

    assert (quote.verdict, quote.reason) == ("unchecked", reason)


def test_the_title_of_an_act_held_is_part_of_a_citation(
    verifier: Verifier, engine: Engine
) -> None:
    act = engine.index.act(DECREE)
    assert act

    assert verifier.text(f"Указ № 588 «{act.title}»").quotes == ()


def test_a_quote_belongs_to_the_citation_in_brackets_behind_it(
    verifier: Verifier,
) -> None:
    text = f"По указу № 588 «{WORDS}» (мера 42 постановления № 292)"
    quote = quoted(verifier, text)

    assert quote.citation == 1
    assert quote.verdict == "verbatim_elsewhere"


def test_a_quote_far_from_every_citation_has_none(verifier: Verifier) -> None:
    text = f"Указ № 588.\n\nВ другом абзаце: «{WORDS}»."

    assert quoted(verifier, text).citation is None


# --- items ---------------------------------------------------------------------------


def test_items_keep_their_numbers(verifier: Verifier) -> None:
    found = verifier.claims(
        [Claim("", WORDS), Claim("указ № 588", ""), Claim(SUBPOINT, WORDS)]
    )

    assert [(c.item, c.status) for c in found.citations] == [(1, "found"), (2, "found")]
    assert [(q.item, q.citation) for q in found.quotes] == [(0, None), (2, 1)]


@pytest.mark.parametrize(
    ("citation", "status", "reason", "total"),
    [
        ("меры 36 и 37 постановления № 292", "found", "", 2),
        ("меры 36 и 999 постановления № 292", "not_in_corpus", "no_such_provision", 1),
        ("привет", "malformed", "nothing_named", 0),
        ("measure 42", "several", "", 3),
        ("Антитеррористический центр, положение", "found", "", 1),
    ],
)
def test_an_item_is_one_citation(
    verifier: Verifier, citation: str, status: str, reason: str, total: int
) -> None:
    [found] = verifier.claims([Claim(citation, "")]).citations

    assert (found.status, found.reason, found.total) == (status, reason, total)
    assert (found.start, found.text) == (0, citation)


def test_every_provision_holds_its_own_words(
    verifier: Verifier, engine: Engine
) -> None:
    units = [u for a in engine.index.acts() for u in engine.index.provisions(a.id)[1]]
    claims = [Claim(u.id, " ".join(u.own.text.split()[2:9])) for u in units]
    found = verifier.claims([c for c in claims if any(map(str.isalnum, c.quote))])

    assert {c.status for c in found.citations} == {"found"}
    assert [q.text for q in found.quotes if q.verdict != "verbatim"] == []


def test_our_own_labels_are_never_called_wrong(
    verifier: Verifier, engine: Engine
) -> None:
    """What the service cites, the service finds again, in every language."""
    from service.phrases import UI_LANGUAGES, load_phrasebook  # noqa: PLC0415
    from service.voice import Voice  # noqa: PLC0415

    book = load_phrasebook()
    for language in UI_LANGUAGES:
        voice = Voice(book, language, engine.index, engine.bodies)
        claims = [
            Claim(f"{voice.label(unit.id)}, {voice.act_label(act)}", "")
            for act in engine.index.acts()
            for unit in engine.index.provisions(act.id)[1]
        ]
        wrong = [c.text for c in verifier.claims(claims).citations if c.reason]
        assert wrong == []


# --- any text ------------------------------------------------------------------------

_PIECES: st.SearchStrategy[str] = st.sampled_from(
    (
        *("п. 3 ", "подпункт 4) ", "указа № 588 ", "№ ", "Указ ", "42-іс-шара ", ", "),
        *("от 24 июня 2013 года ", "31.02.2013 ", "measure 42 ", "P1800000124", "/x-1"),
        *(
            "«",
            "»",
            '"',
            "“",
            "”",
            "…",
            "\n\n",
            "; ",
            ". ",
            "қаулы ",
            "и 37 ",
            "\u00ad",
        ),
        *(WORDS[:30], "Положения ", "дін жоспары ", "İ", "ﬁ", "\u0301", "1,5 ", ")("),
    )
)


@settings(max_examples=150)
@given(st.one_of(st.lists(_PIECES, max_size=25).map("".join), st.text(max_size=120)))
def test_any_text_is_read_and_offsets_are_exact(engine: Engine, text: str) -> None:
    found = exact(text, engine.verifier.text(text))
    starts = [c.start for c in found.citations]

    assert starts == sorted(starts)
    for one in found.citations:
        assert (one.status == "found") <= bool(one.targets)
        assert len(one.targets) <= one.total
    for quote in found.quotes:
        assert bool(quote.reason) == (quote.verdict == "unchecked")


@settings(max_examples=60)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_item_is_answered(engine: Engine, citation: str, quote: str) -> None:
    found = engine.verifier.claims([Claim(citation, quote)])

    assert len(found.citations) == bool(citation.strip())
    assert len(found.quotes) == bool(quote.strip())


@pytest.mark.parametrize(
    "unit",
    ["«", '"', "п. 1 ", "№ 1 ", "15.03.2018 ", ";", "а", "«а» ", "«абвг» "],
)
def test_time_grows_with_the_text_alone(verifier: Verifier, unit: str) -> None:
    """Calls are counted, not seconds: eight times the text, eight times the work."""
    short, long = (_calls(verifier, unit * n) for n in (200, 1600))

    assert long < 16 * short


def _calls(verifier: Verifier, text: str) -> int:
    import sys  # noqa: PLC0415

    count = 0

    def watch(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(watch)
    try:
        verifier.text(text)
    finally:
        sys.setprofile(None)
    return count
