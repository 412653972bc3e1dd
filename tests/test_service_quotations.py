"""Quotations in a text: outermost, in pairs, their offsets exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.quotations import LONGEST, blanked, quotations_in


@pytest.mark.parametrize(
    "marked",
    [
        "он «|сказал|», и всё",
        "«|одно|» и «|другое|»",
        "«|снаружи «внутри» снаружи|»",
        'he said "|this|" and "|that|"',
        "„|so|“ und „|so|”",
        "“|this|”",
        "«|снаружи “внутри”|» “|после|”",
        "«открыта и «|закрыта|»",
        "закрыта» и «|ещё|»",
        '«|с "чужими" внутри|»',
        'дюйм 5" и «|цитата|»',
        "«открыта\n\nновый абзац» нет",
        "«|одна\nстрока за другой|»",
        "«» «…» «|а|»",
    ],
)
def test_quotations(marked: str) -> None:
    text, cuts = marked.replace("|", ""), marked.split("|")[1::2]
    found = quotations_in(text)

    assert [q.text for q in found] == cuts
    assert all(text[q.start : q.end] == q.text for q in found)


def test_the_longest_quotation() -> None:
    assert [len(q.text) for q in quotations_in(f"«{'а' * LONGEST}»")] == [LONGEST]
    assert quotations_in(f"«{'а' * (LONGEST + 1)}»") == ()


def test_blanking_moves_nothing() -> None:
    text = "п. 3: «слова» и «ещё»"

    assert blanked(text, quotations_in(text)) == "п. 3: «     » и «   »"


@given(st.text(alphabet='«»“”„"а\n ', max_size=80))
def test_quotations_never_overlap(text: str) -> None:
    found = quotations_in(text)
    ends = [-1, *(q.end for q in found)]

    assert all(end < q.start for end, q in zip(ends, found, strict=False))
    assert all(text[q.start : q.end] == q.text for q in found)
    assert all(any(c.isalnum() for c in q.text) for q in found)
