"""Windows are short and lose no word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.windows import pieces, windows


@pytest.mark.parametrize(
    ("text", "limit", "wanted"),
    [
        ("", 5, ()),
        (" \n ", 5, ()),
        ("Бір екі. Үш төрт.", 5, ("Бір екі. Үш төрт.",)),
        ("Бір екі үш. Төрт бес алты.", 4, ("Бір екі үш.", "Төрт бес алты.")),
        ("1) а;\n2) б", 2, ("1) а;", "2) б")),
        ("бір екі үш төрт бес", 2, ("бір екі", "үш төрт", "бес")),
        ("12,5 млн. теңге 2018 ж.ж", 9, ("12,5 млн. теңге 2018 ж.ж",)),
    ],
)
def test_cut(text: str, limit: int, wanted: tuple[str, ...]) -> None:
    assert windows(text, limit) == wanted


@given(st.text(alphabet="аб .;\n1)", max_size=120), st.integers(1, 9))
def test_no_word_is_lost_and_no_window_is_too_long(text: str, limit: int) -> None:
    cut = windows(text, limit)

    assert " ".join(cut).split() == text.split()
    assert all(0 < len(window.split()) <= limit for window in cut)


@pytest.mark.parametrize(
    "marked",
    [
        "[Бекітілсін.] [Орталық құрылсын.]",
        "[1) гранты;]\n[2) займы]",
        "[2018 ж.ж 12,5 млн]",
        " [один]  ",
        "",
        "\n \n",
    ],
)
def test_pieces_stand_where_their_words_stand(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")

    found = [text[s.start : s.end].strip() for s in pieces(text)]

    assert found == re.findall(r"\[(.*?)\]", marked)
