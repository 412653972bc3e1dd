"""Quoted phrases and words with a minus."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.ids import Span
from service.literal import kept, literal
from service.model import Asked, Query, Step


def _query(text: str, weight: int = 1) -> Query:
    return Query(
        text=text,
        language="ru",
        confidence=1.0,
        intents=("list",),
        act_ids=("P1800000124",),
        address=(Step("point", "3"),),
        content=(Span(0, len(text)),),
        asked=(Asked("list", "measure", weight),),
    )


@pytest.mark.parametrize(
    "marked",
    [
        "план [«рабочий орган»] центра",
        "[“work plan”] of the centre",
        '["іс-шаралар жоспары"] орындалуы',
        "полиция [-кеден]",
        "[-кеден] полиция",
        "полиция [-көші-қон] [«а-б»]",
        "2018-2022 іс-шара - кто, план-график, 5 -6",
        "одна « и другая",
        '""',
        '["-не минус"]',
    ],
)
def test_phrases_and_minus_words_are_seen(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")

    found = kept(text)

    for span in reversed(found):
        inner = text[span.start : span.end]
        text = f"{text[: span.start]}[{inner}]{text[span.end :]}"
    assert text == marked


@pytest.mark.parametrize(
    ("text", "phrases", "excluded"),
    [
        ("«рабочего органа»", ("рабочего органа",), ()),
        ('"іс-шаралар жоспары" -кеден', ("іс-шаралар жоспары",), ("кеден",)),
        ("“work plan”, «Plan» !", ("work plan", "Plan"), ()),
    ],
)
def test_who_writes_phrases_alone_searches_for_them(
    text: str, phrases: tuple[str, ...], excluded: tuple[str, ...]
) -> None:
    read = literal(_query(text))

    assert read.intents == ("search",)
    assert read.phrases == phrases
    assert read.excluded == excluded
    assert [read.text[s.start : s.end] for s in read.content] == list(phrases)
    assert read.act_ids == ()
    assert read.address == ()
    assert read.asked == ()


def test_a_question_with_a_phrase_stays_a_question() -> None:
    query = _query("кто отвечает за «рабочий орган» -суд", weight=2)

    assert literal(query) == query


def test_a_minus_alone_is_no_search_for_a_phrase() -> None:
    read = literal(_query("-суд"))

    assert read.excluded == ("суд",)
    assert read.phrases == ()
    assert read.content == ()
    assert read.act_ids == ("P1800000124",)


@pytest.mark.parametrize(
    ("text", "content", "excluded"),
    [
        ("меры -суд полиции", ["меры ", " полиции"], ("суд",)),
        ("меры -суд", ["меры "], ("суд",)),
        ("-суд меры -план", [" меры "], ("суд", "план")),
    ],
)
def test_words_with_a_minus_are_left_out_of_what_is_looked_for(
    text: str, content: list[str], excluded: tuple[str, ...]
) -> None:
    read = literal(_query(text))

    assert [read.text[s.start : s.end] for s in read.content] == content
    assert read.excluded == excluded
    assert read.intents == ("list",)


@given(st.text('аб -"«»“”7', max_size=30))
def test_what_is_kept_lies_apart_and_inside(text: str) -> None:
    found = kept(text)

    ends = [0, *(span.end for span in found)]
    assert all(end <= span.start for end, span in zip(ends, found, strict=False))
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    for span in literal(_query(text)).content:
        assert 0 <= span.start < span.end <= len(text) or not text
