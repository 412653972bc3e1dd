"""Tokens, entities, sentences, in three languages."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Language
from corpus.nlp import entities, pipeline, sentences, tokens
from corpus.numerals import month_of, number_of, ordinal_of, unit_of
from corpus.words import Tongue, analysed, stop_words, tongue_of

TONGUES: tuple[Tongue, ...] = ("kk", "ru", "en")
ROOT = Path(__file__).parent.parent


def cut(text: str, language: Language) -> str:
    """The tokens of a text, marked off by bars."""
    return "|".join(token.text for token in tokens(text, language))


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        ("2018| |ж.| |шілде", "kk"),
        ("№| |10-VIII| |заң", "kk"),
        ("№|124| |қаулы", "kk"),
        ("іс-шара| |жоспары", "kk"),
        ("114|-|баптың", "kk"),
        ("42|-|іс-шараға", "kk"),
        ("ІІМ-ге|,| |БҒМ-ға| |және| |АҚДМ-ға", "kk"),
        ("3| |млн.| |теңге| |т.б.", "kk"),
        ("2018|–|2022| |жж.", "kk"),
        ("2017|-|2020", "kk"),
        ("89-1| |іс-шара", "kk"),
        ("және|/|немесе", "kk"),
        ("«|Сырбар|»| |СБҚ", "kk"),
        ("270| |148,8| |млн.| |теңге", "kk"),
        ("60|%|;| |1|)| |бап|.", "kk"),
        ("Ә.| |Назарбаев", "kk"),
        ("Kazislam.kz| |сайты", "kk"),
        ("60| |%-ды", "kk"),
        ("бекітілсін|.|бағдарлама", "kk"),
        ("абз.| |2| |пп.| |4|)| |п.| |7", "ru"),
        ("ст.| |12| |от| |15.03.2018| |г.", "ru"),
        ("Сноска|.| |Указ|.", "ru"),
        ("the| |prosecutor|'s| |office|,| |art.| |5", "en"),
        ("60| |per| |cent|.", "en"),
    ],
)
def test_tokens(marked: str, language: Language) -> None:
    text = marked.replace("|", "")

    assert cut(text, language) == "|".join(p for p in marked.split("|") if p != " ")


@given(st.text(alphabet="Аіз ат1-.,%«»()№ж;\n/", max_size=60), st.sampled_from(TONGUES))
@settings(deadline=None)
def test_tokens_stand_where_they_say(text: str, language: Tongue) -> None:
    found = tokens(text, language)

    assert all(text[token.start : token.end] == token.text for token in found)
    assert "".join(token.text for token in found) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "language", "lemma"),
    [
        ("министрлігінің", "kk", "министрлік"),
        ("ІІМ-ге", "kk", "іім"),
        ("ІІМ", "ru", "іім"),
        ("ЭКСПО-2017", "kk", "экспо-2017"),
        ("Қазақстанның", "kk", "қазақстан"),
        ("resolutions", "kk", "resolut"),
        ("қаулысы", "ru", "қаулы"),
        ("қаулысы", "en", "қаулы"),
        ("постановления", "en", "постановление"),
        ("постановления", "und", "постановление"),
        ("148,8", "kk", "148.8"),
        ("млн.", "kk", "млн"),
        ("əлеуметтік", "kk", "әлеуметтік"),
        ("БFM", "kk", "бғм"),
        ("іс‑шараның", "kk", "іс-шара"),
        ("ЕТЕДІ", "kk", "ет"),
        ("ДІАҚМ", "kk", "діақм"),
    ],
)
def test_lemmas(text: str, language: Language, lemma: str) -> None:
    assert [token.lemma for token in tokens(text, language)] == [lemma]


def test_same_folded_form_however_it_is_typed() -> None:
    printed = tokens("құқық қорғау органдарының", "kk")
    typed = tokens("кукык коргау органдарынын", "kk")

    assert [t.folded for t in printed] == [t.folded for t in typed]


def test_kinds_of_token() -> None:
    kinds = [
        (token.is_word, token.is_number, token.is_stop)
        for token in tokens("қаулы бойынша 12 %", "kk")
    ]

    assert kinds == [
        (True, False, False),
        (True, False, True),
        (False, True, False),
        (False, False, False),
    ]


def test_shouted_text_is_analysed_like_other_text() -> None:
    found = tokens("КТО ОТВЕЧАЕТ ЗА ПРОГРАММЫ", "ru")

    assert found[-1].lemma == "программа"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_stop_words(language: Tongue) -> None:
    words = stop_words(language)

    assert len(words) > 80
    assert all(word == word.lower().strip() for word in words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "кім қандай қашан және үшін"),
        ("ru", "кто какой когда и для"),
        ("en", "who which when and for"),
    ],
)
def test_question_words_are_stop_words(language: Tongue, words: str) -> None:
    assert all(token.is_stop for token in tokens(words, language))


@pytest.mark.parametrize(
    ("word", "language", "tongue"),
    [
        ("law", "kk", "en"),
        ("заң", "ru", "kk"),
        ("план", "kk", "kk"),
        ("план", "en", "ru"),
    ],
)
def test_tongue(word: str, language: Language, tongue: str) -> None:
    assert tongue_of(word, language) == tongue


def test_analysed_is_pure() -> None:
    assert analysed("Қаулы", "kk") == analysed("Қаулы", "kk")


def test_a_pipeline_that_has_grown_is_made_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before, kept = pipeline("kk"), tokens("қаулы бекітілсін", "kk")
    monkeypatch.setattr("corpus.nlp._MOST_LEXEMES", 0)

    found = tokens("қаулы бекітілсін және жойылсын", "kk")
    assert pipeline("kk") is not before
    assert [t.lemma for t in found[:2]] == [t.lemma for t in kept]
    assert entities("60 %", "kk")[0].value == "60"


def test_threads_agree() -> None:
    texts = [f"{n}-іс-шараны {n} шілдеге дейін орындау" for n in range(1, 29)] * 8
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: entities(text, "kk"), texts))

    assert found == [entities(text, "kk") for text in texts]


def test_pipeline_is_kazakh() -> None:
    assert pipeline("kk").lang == "kk"
    assert pipeline("kk").pipe_names == ["legal_sentences"]


@pytest.mark.parametrize(
    ("text", "language", "kind", "value"),
    [
        ("2018 жылғы 10 шілдеге дейін", "kk", "date", "2018-07-10"),
        ("айдың 10 күнінен кешіктірмей", "kk", "date", "---10"),
        ("25 қаңтарына дейін", "kk", "date", "--01-25"),
        ("2018 ж. желтоқсан", "kk", "date", "2018-12"),
        ("2019 жыл", "kk", "date", "2019"),
        ("15.03.2018", "kk", "date", "2018-03-15"),
        ("не позднее 1 декабря", "ru", "date", "--12-01"),
        ("с 12 июля 2026 года", "ru", "date", "2026-07-12"),
        ("до 25 числа", "ru", "date", "---25"),
        ("by 10 July 2018", "en", "date", "2018-07-10"),
        ("on December 1, 2019", "en", "date", "2019-12-01"),
        ("жылына бір рет", "kk", "period", "1/year"),
        ("екі ай мерзімде", "kk", "period", "2 month"),
        ("он жұмыс күні ішінде", "kk", "period", "10 working day"),
        ("он бес күн", "kk", "period", "15 day"),
        ("тоқсан сайын", "kk", "period", "1/quarter"),
        ("2018 – 2022 жылдар", "kk", "period", "2018/2022"),
        ("в течение трех рабочих дней", "ru", "period", "3 working day"),
        ("не реже одного раза в квартал", "ru", "period", "1/quarter"),
        ("ежегодно", "ru", "period", "1/year"),
        ("within three working days", "en", "period", "3 working day"),
        ("at least twice a quarter", "en", "period", "2/quarter"),
        ("every month", "en", "period", "1/month"),
        ("270 148,8 млн. теңге", "kk", "amount", "270148.8 million KZT"),
        ("52306,6 тыс. тенге", "ru", "amount", "52306.6 thousand KZT"),
        ("5 500 тенге", "ru", "amount", "5500 KZT"),
        ("60 %", "kk", "percent", "60"),
        ("60%", "ru", "percent", "60"),
        ("15,5 пайыз", "kk", "percent", "15.5"),
        ("60 per cent", "en", "percent", "60"),
        ("114-бап", "kk", "ordinal", "114"),
        ("89-1-іс-шара", "kk", "ordinal", "89-1"),
        ("бірінші", "kk", "ordinal", "1"),
        ("пункт 3", "ru", "ordinal", "3"),
        ("ст. 12", "ru", "ordinal", "12"),
        ("measure 42", "en", "ordinal", "42"),
        ("3rd", "en", "ordinal", "3"),
        ("№ 10-VIII", "ru", "number", "10-VIII"),
        ("No. 82", "en", "number", "82"),
        ("80", "kk", "number", "80"),
        ("1 250 000", "kk", "number", "1250000"),
    ],
)
def test_an_entity_spans_it_all(
    text: str, language: Language, kind: str, value: str
) -> None:
    found = entities(text, language)

    assert [(e.kind, e.value, e.text) for e in found] == [(kind, value, text)]


def test_entities_in_a_sentence_keep_their_places() -> None:
    text = "Есеп 2018 жылғы 10 шілдеге дейін, кейін жылына бір рет беріледі (№ 124)."
    found = entities(text, "kk")

    assert [e.kind for e in found] == ["date", "period", "number"]
    assert all(text[e.start : e.end] == e.text for e in found)


@pytest.mark.parametrize(
    "text", ["", "қаулы", "маусым", "бір іс", "тоқсан есебі", "он төрт"]
)
def test_no_date_where_there_is_none(text: str) -> None:
    assert not [e for e in entities(text, "kk") if e.kind == "date"]


@given(st.text(alphabet="2018 жылғыкүн.,%-№тңеайбір", max_size=50))
@settings(deadline=None)
def test_entities_never_overlap(text: str) -> None:
    found = entities(text, "kk")

    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        ("В абз. 2 пп. 4) п. 7 ст. 3 внести изменения.| Указ вступает в силу.", "ru"),
        ("Осы қаулы 2024 ж. енгізілсін.| Төраға Ә. Назарбаев қол қойды.", "kk"),
        ("3 млн. Теңге бөлінді.| 80 іс-шара бар.", "kk"),
        ("1. Бекітілсін.| 2. Енгізілсін.", "kk"),
        ("Газет, журнал т.б.| Осылай.", "kk"),
        ("Тақырып\n\n|Мәтін басталады", "kk"),
        ("«Бітті.»| Жаңасы.", "kk"),
        ("See art. 5 of Law No. 12.| It is valid!| Why?| Because.", "en"),
        ("один.два три", "ru"),
        ("", "ru"),
    ],
)
def test_sentences(marked: str, language: Language) -> None:
    text = marked.replace("|", "")
    found = sentences(text, language)

    wanted = [part.strip() for part in marked.split("|") if part.strip()]
    assert [text[span.start : span.end] for span in found] == wanted


@pytest.mark.parametrize(
    ("got", "wanted"),
    [
        (month_of("шілдеге", "kk"), 7),
        (month_of("қырқүйекте", "kk"), 9),
        (month_of("мая", "ru"), 5),
        (month_of("sept.", "en"), 9),
        (month_of("мазмұн", "kk"), None),
        (month_of("marching", "en"), None),
        (number_of("жиырма", "kk"), "20"),
        (number_of("двух", "ru"), "2"),
        (number_of("148,8", "kk"), "148.8"),
        (number_of("қаулы", "kk"), None),
        (ordinal_of("третьего", "ru"), "3"),
        (ordinal_of("seventh", "en"), "7"),
        (ordinal_of("закон", "ru"), None),
        (unit_of("тоқсанында", "kk"), "quarter"),
        (unit_of("лет", "ru"), "year"),
        (unit_of("weeks", "en"), "week"),
        (unit_of("заң", "kk"), None),
    ],
)
def test_words_for_numbers(got: object, wanted: object) -> None:
    assert got == wanted


def test_torch_stays_out_and_can_still_be_imported() -> None:
    code = (
        "import sys\n"
        "from corpus.nlp import tokens\n"
        "tokens('қаулы', 'kk')\n"
        "assert 'torch' not in sys.modules\n"
        "import importlib.util\n"
        "assert importlib.util.find_spec('torch') is not None\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr.decode()


def test_the_russian_dictionary_is_read_by_the_compiled_reader() -> None:
    reader = import_module("pymorphy3.dawg")

    assert reader.EXTENSION_AVAILABLE
