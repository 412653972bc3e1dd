"""Errors and words: each has its words in all languages, and says its values."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.checking import check_body, check_query
from service.errors import (
    CODES,
    BadParametersError,
    BodyTooLargeError,
    Fault,
    InternalError,
    MethodNotAllowedError,
    NoSuchActError,
    NoSuchPageError,
    NoSuchProvisionError,
    OtherHttpError,
    ServiceError,
)
from service.inputs import AskBody, AskInputs, Inputs, MeasuresInputs, SearchInputs
from service.phrases import (
    UI_LANGUAGES,
    MissingPhraseError,
    Phrases,
    UiLanguage,
    load_phrasebook,
    plural,
)
from service.speaking import accepted_language, first_of, written_language

BOOK = load_phrasebook()
FOLDER = Path(__file__).resolve().parent.parent / "service"
ERRORS: tuple[ServiceError, ...] = (
    NoSuchPageError("/nowhere"),
    NoSuchActError("P1"),
    NoSuchProvisionError("P1/body/point-1"),
    MethodNotAllowedError("PUT", ["GET", "HEAD"]),
    BodyTooLargeError(65536),
    OtherHttpError(418),
    InternalError("abc123"),
    BadParametersError([Fault("q", "empty"), Fault("limit", "missing")]),
)


@pytest.mark.parametrize("language", UI_LANGUAGES)
@pytest.mark.parametrize("error", ERRORS, ids=lambda e: str(e.code))
def test_values_stand_in_the_words(error: ServiceError, language: UiLanguage) -> None:
    detail = error.detail(BOOK[language])

    assert error.title(BOOK[language])
    assert "{" not in detail
    for value in error.values.values():
        assert str(value) in detail


@pytest.mark.parametrize("language", UI_LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_error_has_words(code: str, language: UiLanguage) -> None:
    assert f"problem.{code}" in BOOK[language]
    assert BOOK[language].bare(f"problem.{code}_text")


def test_every_error_class_has_a_code_of_its_own() -> None:
    classes = ServiceError.__subclasses__()

    assert sorted(c.code for c in classes) == sorted(CODES)


def _shape(key: str) -> str:
    """Plural forms of one word count as one key."""
    return re.sub(r"^(count\.\w+)\.(one|few|other)$", r"\1", key)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_all_languages_have_the_same_keys_and_values(language: UiLanguage) -> None:
    kk, other = BOOK["kk"].entries, BOOK[language].entries

    assert {_shape(k) for k in kk} == {_shape(k) for k in other}
    for key in kk.keys() & other.keys():
        if not key.startswith(("style.", "annex.", "date.", "cite.")):
            found = re.findall(r"\{\w+\}", other[key])
            assert set(re.findall(r"\{\w+\}", kk[key])) == set(found), key


def test_every_key_of_the_templates_exists() -> None:
    keys = {
        key
        for file in (FOLDER / "templates").glob("*.html")
        for key in re.findall(r'say\("([\w.]+)"[,)]', file.read_text(encoding="utf-8"))
    }

    assert len(keys) > 40
    assert keys <= set(BOOK["en"].entries)


def test_a_missing_key_is_named() -> None:
    with pytest.raises(MissingPhraseError, match=r"no\.such"):
        BOOK["kk"]("no.such")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 ответов"),
        (1, "1 ответ"),
        (2, "2 ответа"),
        (5, "5 ответов"),
        (11, "11 ответов"),
        (12, "12 ответов"),
        (21, "21 ответ"),
        (22, "22 ответа"),
        (111, "111 ответов"),
    ],
)
def test_russian_counts(number: int, words: str) -> None:
    assert BOOK["ru"].count("answers", number) == words


def test_other_counts() -> None:
    assert BOOK["en"].count("answers", 1) == "1 answer"
    assert BOOK["en"].count("answers", 2) == "2 answers"
    assert BOOK["kk"].count("answers", 1) == "1 жауап"
    assert plural("kk", 1) == "other"


def test_names_below_a_key() -> None:
    words = Phrases("en", {"a.x.1": "", "a.x.2": "", "a.y": "", "ab.z": ""})

    assert words.under("a") == ("x", "y")


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", None),
        ("kk", "kk"),
        ("kk-KZ,kk;q=0.9,ru;q=0.8,en;q=0.7", "kk"),
        ("de, ru;q=0.5, en;q=0.5", "ru"),
        ("en;q=0.2, RU;q=0.3", "ru"),
        ("fr, de", None),
        ("ru;q=0", None),
        ("*", None),
        ("en;q=oops, ru", "ru"),
    ],
)
def test_accept_language(header: str, language: str | None) -> None:
    assert accepted_language(header) == language


@given(st.text(max_size=40))
def test_any_header_is_taken(header: str) -> None:
    assert accepted_language(header) in {None, *UI_LANGUAGES}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("42-іс-шараға кім жауапты", "kk"),
        ("кто отвечает", "ru"),
        ("who", "en"),
        ("ІІМ деген не", "kk"),
        ("42", None),
        ("", None),
    ],
)
def test_letters_tell_the_language(text: str, language: str | None) -> None:
    assert written_language(text) == language


def test_the_first_known_language_wins() -> None:
    assert first_of((None, "ru", "en"), "kk") == "ru"
    assert first_of((None, None), "kk") == "kk"


# --- checking what callers send ------------------------------------------------


def faults(error: BadParametersError) -> set[tuple[str, str]]:
    return {(fault.parameter, fault.code) for fault in error.faults}


def test_all_is_read() -> None:
    inputs = check_query(
        SearchInputs,
        {
            "q": ["  меры  "],
            "act": ["P1800000124", "U1300000588"],
            "kind": ["point", "measure"],
            "status": ["repealed"],
            "year": ["2018", "2019"],
            "mode": ["lexical"],
            "limit": ["200"],
            "offset": ["0"],
            "explain": ["true"],
            "classified": ["false"],
        },
    )

    request = inputs.request(inputs.limit)
    assert request.classified is False
    assert request.text == "меры"
    assert request.act_ids == ("P1800000124", "U1300000588")
    assert request.kinds == ("point", "measure")
    assert (request.years, request.mode, request.limit) == (
        (2018, 2019),
        "lexical",
        200,
    )
    assert inputs.explain is True


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("limit", "0", "whole"),
        ("limit", "201", "whole"),
        ("limit", "1e2", "whole"),
        ("limit", "5.0", "whole"),
        ("limit", " 5", "whole"),
        ("limit", "", "whole"),
        ("offset", "-1", "whole"),
        ("act", "p1800000124", "act_id"),
        ("act", "P1800000124\n", "act_id"),
        ("act", "P1800000124,U1300000588", "act_id"),
        ("kind", "clause", "choice"),
        ("language", "null", "choice"),
        ("status", "valid", "choice"),
        ("mode", "Hybrid", "choice"),
        ("year", "1899", "whole"),
        ("year", "soon", "whole"),
        ("body", "../etc", "body_id"),
        ("explain", "maybe", "yes_no"),
        ("lang", "", "choice"),
        ("lang", "de", "choice"),
        ("foo", "1", "unknown"),
        ("Q", "x", "unknown"),
    ],
)
def test_malformed_parameters_are_refused(name: str, value: str, code: str) -> None:
    with pytest.raises(BadParametersError) as caught:
        check_query(SearchInputs, {"q": ["x"], name: [value]})

    assert faults(caught.value) == {(name, code)}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", {"empty"}),
        (" \t\n ", {"empty"}),
        ("я" * 1000, set()),
        ("я" * 1001, {"too_long"}),
        ("a\x00b", {"control"}),
        ("a\x1b[31m", {"control"}),
        ("a\x85b", {"control"}),
        ("\x07" * 1001, {"control", "too_long"}),
        ("a\tb\nc", set()),
        ("№ 124 «42-іс-шара»", set()),
    ],
)
def test_questions(text: str, codes: set[str]) -> None:
    assert _codes(AskInputs, text) == codes
    assert _codes(SearchInputs, text) == codes


def _codes(inputs: type[AskInputs | SearchInputs], question: str) -> set[str]:
    try:
        check_query(inputs, {"q": [question]})
    except BadParametersError as error:
        return {fault.code for fault in error.faults}
    return set()


def test_the_place_of_a_control_character_is_told() -> None:
    with pytest.raises(BadParametersError) as caught:
        check_query(AskInputs, {"q": ["ab\x07c"]})

    [fault] = caught.value.faults
    assert fault.words(BOOK["en"]) == (
        "must not hold control characters (U+0007 at place 3)"
    )


def test_all_faults_are_found_at_once() -> None:
    with pytest.raises(BadParametersError) as caught:
        check_query(SearchInputs, {"limit": ["x"], "foo": ["1"], "act": ["?"]})

    assert faults(caught.value) == {
        ("q", "missing"),
        ("limit", "whole"),
        ("foo", "unknown"),
        ("act", "act_id"),
    }


def test_only_lists_may_be_repeated() -> None:
    with pytest.raises(BadParametersError) as caught:
        check_query(MeasuresInputs, {"number": ["1", "2"]})

    assert faults(caught.value) == {("number", "repeated")}
    acts = check_query(MeasuresInputs, {"act": ["P1800000124", "P1700000580"]}).act
    assert acts == ("P1800000124", "P1700000580")


@pytest.mark.parametrize("number", ["42", "89-1", "1"])
def test_measure_numbers(number: str) -> None:
    assert check_query(MeasuresInputs, {"number": [number]}).number == number


@pytest.mark.parametrize("number", ["4 2", "42.", "-1", "42\n", "a"])
def test_what_is_no_measure_number(number: str) -> None:
    with pytest.raises(BadParametersError):
        check_query(MeasuresInputs, {"number": [number]})


@pytest.mark.parametrize(
    ("member", "value", "code"),
    [
        ("question", 5, "text"),
        ("question", None, "text"),
        ("question", ["x"], "text"),
        ("acts", "P1800000124", "texts"),
        ("acts", ["nope"], "act_id"),
        ("acts", [5], "act_id"),
        ("limit", "5", "whole"),
        ("limit", 5.5, "whole"),
        ("limit", True, "whole"),
        ("limit", None, "whole"),
        ("language", "de", "choice"),
        ("q", "x", "unknown"),
    ],
)
def test_malformed_members_are_refused(member: str, value: object, code: str) -> None:
    with pytest.raises(BadParametersError) as caught:
        check_body(AskBody, {"question": "x", member: value})

    [fault] = caught.value.faults
    assert (fault.parameter, fault.code, fault.place) == (member, code, "body")


def test_members_may_be_null_where_nothing_means_nothing() -> None:
    assert check_body(AskBody, {"question": " x ", "language": None}).question == "x"


def test_a_refused_question_is_kept_to_tell_its_language() -> None:
    with pytest.raises(BadParametersError) as caught:
        check_body(AskBody, {"question": "кто", "foo": 1})

    assert caught.value.question == "кто"


@given(
    st.dictionaries(
        st.sampled_from(["q", "limit", "act", "lang", "kind", "x"]),
        st.lists(st.text(max_size=8), min_size=1, max_size=2),
    )
)
def test_every_fault_has_words_in_every_language(given: dict[str, list[str]]) -> None:
    try:
        inputs: Inputs = check_query(SearchInputs, given)
    except BadParametersError as error:
        for fault in error.faults:
            for language in UI_LANGUAGES:
                assert fault.words(BOOK[language])
    else:
        assert isinstance(inputs, SearchInputs)
        assert set(given) <= {"q", "limit", "act", "lang", "kind"}
