"""When strings, lines and bodies count as the same."""

import pytest

from corpus.ids import Source
from eval.compare import bodies_match, cites, holds, overlap, same, squash


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("І І М ,", "ІІМ", True),
        ("CMC-ті", "СМС-ті", True),
        ("2018 – 2020", "2018-2020", True),
        ("ІІМ", "БҒМ", False),
        ("есеп", "есеп беру", False),
    ],
)
def test_same(a: str, b: str, alike: bool) -> None:
    assert same(a, b) is alike


def test_squash_keeps_latin_words_latin() -> None:
    assert squash("Kazislam.kz") == "kazislamkz"


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [((1, 10), (1, 10), 1.0), ((1, 4), (5, 9), 0.0), ((1, 4), (3, 6), 2 / 6)],
)
def test_overlap(a: tuple[int, int], b: tuple[int, int], share: float) -> None:
    assert overlap(a, b) == pytest.approx(share)


@pytest.mark.parametrize(
    ("first", "last", "good"),
    [(5, 5, True), (1, 4, False), (5, 66, True), (5, 67, False)],
)
def test_cites_allows_sixty_lines_more(first: int, last: int, good: bool) -> None:
    assert cites(Source("a.txt", first, last), [(5, 6)]) is good


@pytest.mark.parametrize(
    ("texts", "groups", "good"),
    [
        (["measures 36 and 37"], [("36",), ("37",)], True),
        (["in 2036"], [("36",)], False),
        (["до 25 января"], [("25 қаңтар", "25 января")], True),
        (["270148,8 млн."], [("270 148,8",)], True),
    ],
)
def test_holds(texts: list[str], groups: list[tuple[str, ...]], good: bool) -> None:
    assert holds(texts, groups) is good


@pytest.mark.parametrize(
    ("got", "want", "good"),
    [
        ([{"іім"}, {"жао"}], [{"жао"}, {"іім"}], True),
        ([{"іім"}], [{"жао"}, {"іім"}], False),
        ([{"іім"}, {"бп"}], [{"іім"}], False),
        ([{"облыстардыңәкімдіктері"}], [{"облыстардынәкімдіктері"}], True),
    ],
)
def test_bodies_match(got: list[set[str]], want: list[set[str]], good: bool) -> None:
    left = [frozenset(g) for g in got]

    assert bodies_match(left, [frozenset(w) for w in want]) is good


def test_a_long_name_may_differ_by_a_letter_but_must_not_be_left_over() -> None:
    got = [frozenset({"облыстардыңәкімдіктері", "әкімдіктер"})]

    assert bodies_match(got, [frozenset({"әкімдіктер"})])
