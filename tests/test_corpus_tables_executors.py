"""Executors are told apart, with roles and names of the act's own list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.ids import Source
from corpus.model import Abbreviation
from corpus.tables.bodies import find_bodies
from corpus.tables.executors import bare, read_executors, split_executors
from corpus.tables.names import Names, doubles

INSTITUTE = (
    "БҒМ Ғылым комитетінің Философия, саясаттану және дінтану институты "
    "(келісім бойынша)"
)
REGIONS = "республикалық маңызы бар қалалардың және астананың әкімдіктері"
AKIMATS = "облыстардың, республикалық маңызы бар қалалардың және астананың әкімдіктері"


def listed(**names: str) -> Names:
    """The act's list."""
    source = Source("x.txt", 1, 1)
    return Names.of(Abbreviation(k, v, source) for k, v in names.items())


NAMES = listed(
    ІІМ="Ішкі істер министрлігі",
    АКМ="Ақпарат және коммуникациялар министрлігі",
    АҚДМ="Ақпарат және қоғамдық даму министрлігі",
    ДИАҚМ="Дін істері және азаматтық қоғам министрлігі",
    БҒМ="Білім және ғылым министрлігі",
    ҮЕҰ="үкіметтік емес ұйымдар",
    ҰҚК="Ұлттық қауіпсіздік комитеті",
    БП="Бас прокуратура",
    Қаржымині="Қаржы министрлігі",
    Жоспар="іс-шаралар жоспары",
)


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("БП (келісім бойынша), ІІМ", ["БП (келісім бойынша)", "ІІМ"]),
        (
            "МҚІСҚА (келісім бойынша) ІІМ, Қаржымині",
            ["МҚІСҚА (келісім бойынша)", "ІІМ", "Қаржымині"],
        ),
        (f"ДІАҚМ, {AKIMATS}", ["ДІАҚМ", AKIMATS]),
        (f"БҒМ, {INSTITUTE}, ІІМ", ["БҒМ", INSTITUTE, "ІІМ"]),
        (
            f'"Сырбар" СБҚ (келісім бойынша) {REGIONS}',
            ['"Сырбар" СБҚ (келісім бойынша)', REGIONS],
        ),
        (
            "Қаржымині, ЖАО, қоғамдық ұйымдар, мемлекеттік органдар",
            ["Қаржымині", "ЖАО", "қоғамдық ұйымдар", "мемлекеттік органдар"],
        ),
        (
            "ТЖМ, ҮЕҰ және қоғамдық бірлестіктер",
            ["ТЖМ", "ҮЕҰ", "қоғамдық бірлестіктер"],
        ),
        (
            "БП (келісім бойынша), ІІМ, (әрбір орган өз бөлігінде)",
            ["БП (келісім бойынша)", "ІІМ (әрбір орган өз бөлігінде)"],
        ),
        (
            "МЭГПР (свод), акиматы областей, городов Астаны, Алматы и Шымкента",
            ["МЭГПР (свод)", "акиматы областей, городов Астаны, Алматы и Шымкента"],
        ),
        ("ІІМ ҰҚК", ["ІІМ", "ҰҚК"]),
        ("", []),
        (" , ;", []),
    ],
)
def test_split(cell: str, items: list[str]) -> None:
    assert split_executors(cell, NAMES) == items


def test_roles() -> None:
    lead, agreed, both = read_executors(
        ["ІІМ (жинақтау)", "БП (келісім бойынша)", "ҰҚК (келісім бойынша, жинақтау)"],
        NAMES,
        frozenset(),
    )
    assert (lead.coordinator, lead.by_agreement) == (True, False)
    assert (agreed.coordinator, agreed.by_agreement) == (False, True)
    assert (both.coordinator, both.by_agreement) == (True, True)


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("ПМ", "ІІМ"),
        ("ДІАҚМ", "ДИАҚМ"),
        ("АҚМ", "АКМ"),
        ("ҰЕҰ", "ҮЕҰ"),
        ("ҰКК", "ҰҚК"),
        ("БFМ", "БҒМ"),
        ("Каржымині", "Қаржымині"),
    ],
)
def test_misread_form_is_resolved_and_kept(printed: str, canonical: str) -> None:
    (executor,) = read_executors([printed], NAMES, frozenset())
    assert executor.text == printed
    assert executor.abbreviation == canonical
    assert executor.read_as is not None
    assert canonical in executor.read_as


@pytest.mark.parametrize("printed", ["ДСМ", "МҚІА", "Еңбекмині", "АҚДМС", "Жоспар"])
def test_unlisted_form_is_left(printed: str) -> None:
    (executor,) = read_executors([printed], NAMES, frozenset())
    assert (executor.abbreviation, executor.read_as) == (None, None)


def test_listed_form_is_never_changed() -> None:
    (executor,) = read_executors(["АҚДМ"], NAMES, frozenset())
    assert (executor.abbreviation, executor.read_as) == ("АҚДМ", None)


def test_form_beside_its_double_is_another_body() -> None:
    apart = doubles([["ПМ", "ІІМ"], ["ПМ"]], NAMES)
    (executor,) = read_executors(["ПМ"], NAMES, apart)
    assert executor.abbreviation is None
    assert doubles([["ПМ"], ["ІІМ"]], NAMES) == frozenset()


def test_two_entries_of_one_shape_resolve_nothing() -> None:
    names = listed(ҰКМ="бір", ҮКМ="екі")
    assert names.find("УКМ") is None


def test_words_of_a_name_in_another_order() -> None:
    names = Names.of(
        [Abbreviation('СБҚ "Сырбар"', "Сыртқы барлау қызметі", Source("x", 1, 1))]
    )
    (executor,) = read_executors(['"Сырбар" СБҚ'], names, frozenset())
    assert executor.abbreviation == 'СБҚ "Сырбар"'


def test_full_name_stands_for_its_short_one() -> None:
    (executor,) = read_executors(["Ішкі істер министрлігі"], NAMES, frozenset())
    assert executor.abbreviation == "ІІМ"


@pytest.mark.parametrize(
    "marked",
    [
        "Бұйрық [ІІМ]",
        "Телебағдарламалар\n[БП (келісім \nбойынша), \nИДМ]",
        "[БП (келісім]",
        "[бойынша), \nІІМ,  \nҚаржымині\n, ҰЭМ]",
        "[), Қаржымині]",
        "ІІМ бұйрығы",
        "ССО, СМО сот\nсарапшыларының",
        "БП жанынан жоғары оқу",
        "ҰҚК-ге ақпарат",
        "[ТЖМ, ҮЕҰ \nжәне \nқоғамдық \nбірлестіктер]",
        "[ІІМ (\nжинақтау), \nАстана \nқаласының \nәкімдігі, \nЭБЖМ]",
        "XVIII отырысы",
        "ЖИЫНЫ",
    ],
)
def test_bodies_in_text(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    parts = []
    done = 0
    for span in find_bodies(text, [], NAMES):
        parts += [text[done : span.start], "[", text[span.start : span.end], "]"]
        done = span.end
    assert "".join([*parts, text[done:]]) == marked


def test_full_name_that_fills_a_block_is_not_sure() -> None:
    (span,) = find_bodies("мемлекеттік\nоргандар", [], NAMES)
    assert not span.sure


@given(st.text("ІМБП(),;\n келісмбойнша", max_size=40))
def test_nothing_of_a_cell_is_lost(cell: str) -> None:
    letters = [char for char in cell if char.isalpha()]
    items = split_executors(cell, NAMES)
    kept = [char for item in items for char in item if char.isalpha()]
    assert len(kept) <= len(letters)
    assert all(bare(item) for item in items)
