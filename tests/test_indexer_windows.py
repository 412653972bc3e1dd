"""Windows are short and lose no word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.windows import windows


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
