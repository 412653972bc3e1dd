"""Kazakh stems against the written list, and the traps of the grammar."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.exceptions import ENGLISH_FILE, KAZAKH_FILE, load_exceptions
from corpus.letters import fold
from corpus.stem_en import stem_en
from corpus.stem_kk import (
    is_kazakh_form,
    readings,
    stem_accuracy,
    stem_kk,
    stem_kk_folded,
)
from corpus.stem_ru import lemma_ru

LIST = Path(__file__).parent / "data" / "kk_stems.tsv"


def forms(part: str) -> list[tuple[str, str]]:
    """Forms and stems of a part of the list: "tune" or "held"."""
    rows = [
        row.split("\t") for row in LIST.read_text(encoding="utf-8").splitlines()[1:]
    ]
    return [(form, stem) for form, stem, where in rows if where == part]


@pytest.mark.parametrize(("part", "floor"), [("tune", 0.99), ("held", 0.98)])
def test_accuracy(part: str, floor: float) -> None:
    found = stem_accuracy(forms(part))

    assert found.total > 200
    assert found.share >= floor, found.misses


def test_list_is_big_enough_and_a_third_is_held() -> None:
    tuned, held = forms("tune"), forms("held")

    assert len(tuned) + len(held) >= 420
    assert 0.3 < len(held) / (len(tuned) + len(held)) < 0.36


def test_accuracy_counts() -> None:
    found = stem_accuracy([("заңы", "заң"), ("заңы", "заңы")])

    assert (found.total, found.right) == (2, 1)
    assert found.misses == (("заңы", "заңы", "заң"),)
    assert stem_accuracy([]).share == 1


@pytest.mark.parametrize(
    ("form", "stem"),
    [
        ("қызметкері", "қызметкер"),  # no more than the possessive
        ("тармағының", "тармақ"),  # ғ was қ
        ("мектебі", "мектеп"),  # б was п
        ("көмегіне", "көмек"),  # г was к
        ("штабы", "штаб"),  # a loan keeps б
        ("халқына", "халық"),  # a dropped vowel comes back
        ("министрлігіндегі", "министрлік"),  # -дегі goes, -лік stays
        ("орындалмаған", "орында"),  # passive and negation
        ("қосымша", "қосымша"),  # no negation in a noun
        ("тарауы", "тарау"),  # a noun in -у is no verb
        ("жоюға", "жой"),  # ю is й + у
        ("іс-шаралардың", "іс-шара"),  # of a compound the last part
        ("заңды", "заңды"),  # an adjective, no accusative
        ("ішкі", "ішкі"),
        ("ет", "ет"),
        ("белгілі", "белгілі"),  # -лі is no possessive
        ("актісінің", "акт"),
        ("объектісінен", "объект"),  # і between a loan and its ending
        ("эффектілердің", "эффект"),
        ("модельдерге", "модель"),
        ("мониторингісін", "мониторинг"),
        ("демеушілерге", "демеуші"),
        ("жүргізушінің", "жүргізуші"),  # a driver conducts nothing
        ("отставкадағыларға", "отставка"),  # -дағы makes a noun as well
        ("", ""),
        ("-", "-"),
        ("ӨЗГЕ".lower(), "өзге"),
    ],
)
def test_traps(form: str, stem: str) -> None:
    assert stem_kk(form) == stem


@pytest.mark.parametrize(
    ("form", "stem"),
    [("блокчейндерге", "блокчейн"), ("гаджеттердің", "гаджет"), ("сланецті", "сланец")],
)
def test_unknown_words_go_by_rule(form: str, stem: str) -> None:
    assert form not in load_exceptions(KAZAKH_FILE)
    assert stem_kk(form) == stem


@pytest.mark.parametrize(
    ("word", "known"),
    [("етеді", True), ("заң", True), ("діақм", False), ("", False)],
)
def test_known_forms(word: str, known: bool) -> None:
    assert is_kazakh_form(word) is known


@pytest.mark.parametrize("wrong", ["заңлар", "ауылтар", "гаджеттар"])
def test_endings_that_do_not_fit_stay(wrong: str) -> None:
    assert stem_kk(wrong) == wrong


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("кауипсиздиги", "қауіпсіздігі"),
        ("министрлигинин", "министрлігінің"),
        ("кызметкерлери", "қызметкерлері"),
        ("тармагы", "тармағы"),
        ("жургизиледи", "жүргізіледі"),
    ],
)
def test_typed_without_letters(typed: str, printed: str) -> None:
    assert stem_kk_folded(typed) == stem_kk_folded(fold(printed))


def test_folded_stems_agree_with_lettered_ones() -> None:
    pairs = forms("tune")
    same = sum(stem_kk_folded(fold(form)) == fold(stem) for form, stem in pairs)

    assert same >= 0.93 * len(pairs)


@given(st.text(alphabet="абғдекқлмнпртуыіңшй-", max_size=14))
def test_any_word_has_a_stem(word: str) -> None:
    found = stem_kk(word)

    assert len(found) <= len(word) + 2
    assert bool(found) == bool(word)
    assert not word or readings(word)[0].stem == word


@given(st.sampled_from([form for form, _ in forms("tune")]))
def test_a_stem_is_its_own_stem(form: str) -> None:
    once = stem_kk(form)

    assert stem_kk(once) == once


def test_exceptions_are_well_formed() -> None:
    rows = load_exceptions(KAZAKH_FILE)

    assert len(rows) > 1500
    assert all(form == form.lower().strip() and stem for form, stem in rows.items())
    assert all(rows.get(stem, stem) == stem for stem in rows.values())


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("постановлением", "постановление"),
        ("утверждённого", "утвердить"),
        ("направляется", "направлять"),
        ("судов", "суд"),
        ("лет", "год"),
        ("основными", "основной"),
        ("поручено", "поручить"),
        ("деньги", "деньги"),
        ("статей", "статья"),
        ("среднего", "средний"),  # no noun in -ее
        ("подлежащих", "подлежать"),
        ("животных", "животное"),
        ("животное", "животное"),
        ("устав", "устав"),  # the charter, not having got tired
        ("вина", "вина"),
        ("село", "село"),
        ("маслихатов", "маслихат"),
        ("акимата", "акимат"),
        ("стать", "стать"),
    ],
)
def test_russian(word: str, lemma: str) -> None:
    assert lemma_ru(word) == lemma


@pytest.mark.parametrize("word", ["exercise", "supervised", "raised", "otherwise"])
def test_words_that_are_spelled_with_s_everywhere(word: str) -> None:
    assert "z" not in stem_en(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Measures", "measure"),
        ("prosecutor's", "prosecutors"),
        ("prosecutor’s", "prosecutor"),
        ("funding", "funded"),
        ("modernisation", "modernization"),
        ("organised", "organizes"),
        ("programmes", "program"),
        ("Defence", "defense"),
        ("labour", "labor"),
        ("centres", "center"),
        ("fulfilled", "fulfil"),
        ("bought", "buying"),
        ("Children", "child's"),
        ("servicemen", "serviceman"),
        ("withdrawn", "withdraws"),
    ],
)
def test_english(one: str, other: str) -> None:
    assert stem_en(one) == stem_en(other)


def test_irregular_english_forms_lead_to_a_base_that_is_no_form_itself() -> None:
    rows = load_exceptions(ENGLISH_FILE)

    assert len(rows) > 250
    assert not rows.keys() & set(rows.values())
    assert all(form == form.lower().strip() and form != rows[form] for form in rows)


@pytest.mark.parametrize("word", ["found", "left", "bound", "ground"])
def test_english_forms_that_are_words_of_their_own_are_left(word: str) -> None:
    assert word not in load_exceptions(ENGLISH_FILE)
