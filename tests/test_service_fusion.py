"""Merging ranked lists."""

from hypothesis import given
from hypothesis import strategies as st

from service.fusion import convex, normalised

_ranked = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.floats(0, 100)),
    max_size=6,
    unique_by=lambda item: item[0],
)


def test_scores_are_divided_by_the_best() -> None:
    assert normalised([("a", 4.0), ("b", 1.0)]) == {"a": 1.0, "b": 0.25}


def test_a_list_of_zeros_says_nothing() -> None:
    assert normalised([("a", 0.0)]) == {}


def test_mix_by_hand() -> None:
    lists = {"words": {"a": 1.0, "b": 0.5}, "vectors": {"b": 1.0, "c": 1.0}}

    mixed = convex(lists, {"words": 0.8, "vectors": 0.2})

    assert [key for key, _ in mixed] == ["a", "b", "c"]
    assert [round(score, 9) for _, score in mixed] == [0.8, 0.6, 0.2]


def test_ties_stand_in_id_order() -> None:
    lists = {"x": {"b": 1.0, "a": 1.0}}

    assert [key for key, _ in convex(lists, {"x": 1.0})] == ["a", "b"]


@given(_ranked, _ranked)
def test_nothing_is_lost_and_nothing_invented(
    words: list[tuple[str, float]], vectors: list[tuple[str, float]]
) -> None:
    lists = {"w": normalised(words), "v": normalised(vectors)}

    mixed = convex(lists, {"w": 0.7, "v": 0.3})

    assert {key for key, _ in mixed} == {*lists["w"], *lists["v"]}
    assert mixed == sorted(mixed, key=lambda pair: (-pair[1], pair[0]))
    assert all(0 <= score <= 1 + 1e-9 for _, score in mixed)
