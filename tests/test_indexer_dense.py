"""Vectors: the exact index is exact, the quantised one close to it."""

import math
from pathlib import Path

import numpy as np
import pytest

from indexer.dense import DenseIndex, Vectors, build_dense, index_kind, make_index


def clustered(count: int, dimension: int = 64, seed: int = 1) -> Vectors:
    """Unit vectors around some centres, as texts of some topics are."""
    chance = np.random.default_rng(seed)
    centres = chance.standard_normal((200, dimension))
    rows = centres[chance.integers(0, 200, count)]
    rows = rows + 0.5 * chance.standard_normal((count, dimension))
    unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return np.ascontiguousarray(unit, dtype=np.float32)


def opened(
    folder: Path, vectors: Vectors, ids: list[str], kind: str | None = None
) -> DenseIndex:
    build_dense(folder, vectors, ids, kind)
    return DenseIndex.open(folder)


def test_exact_search_is_what_numpy_finds(tmp_path: Path) -> None:
    vectors, queries = clustered(3000), clustered(20, seed=2)
    index = opened(tmp_path, vectors, [f"p{i:04}" for i in range(3000)])

    for query in queries:
        scores = vectors @ query
        best = [f"p{i:04}" for i in np.argsort(-scores, kind="stable")[:10]]
        assert [hit.provision_id for hit in index.search(query, 10)] == best


@pytest.mark.parametrize("kind", ["IVF128,RaBitQfs,Refine(SQ8)"])
def test_quantised_search_recalls_what_is_exact(tmp_path: Path, kind: str) -> None:
    rows = clustered(20_050, dimension=256)
    vectors, queries = rows[:-50], rows[-50:]
    ids = [str(i) for i in range(len(vectors))]
    index = opened(tmp_path, vectors, ids, kind)

    exact = np.argsort(-(queries @ vectors.T), axis=1)[:, :10]
    found = [
        len({hit.provision_id for hit in index.search(query, 10)} & set(map(str, best)))
        for query, best in zip(queries, exact.tolist(), strict=True)
    ]

    assert np.mean(found) / 10 >= 0.95


def test_a_build_repeats() -> None:
    vectors = clustered(6000)
    query = vectors[:5]

    first, second = (
        make_index(vectors, "IVF64,RaBitQfs,Refine(SQ8)").search(query, 5)[0]
        for _ in range(2)
    )

    np.testing.assert_array_equal(first, second)


@pytest.mark.parametrize(
    ("count", "kind"),
    [
        (0, "Flat"),
        (100_000, "Flat"),
        (100_001, "IVF512,RaBitQfs,Refine(SQ8)"),
        (1_000_000, "IVF2048,RaBitQfs,Refine(SQ8)"),
        (5_000_000, "IVF4096,RaBitQfs,Refine(SQ8)"),
    ],
)
def test_the_kind_follows_the_size(count: int, kind: str) -> None:
    assert index_kind(count) == kind


AXES = np.eye(4, dtype=np.float32)


def test_a_provision_comes_once_with_its_best_window(tmp_path: Path) -> None:
    vectors = np.ascontiguousarray(AXES[[0, 1, 1, 2]])
    index = opened(tmp_path, vectors, ["a", "a", "b", "b"])
    query = np.array([0.6, 0.8, 0, 0], dtype=np.float32)

    found = index.search(query, 5)

    assert [(hit.provision_id, round(hit.score, 3)) for hit in found] == [
        ("a", 0.8),
        ("b", 0.8),
    ]


def test_enough_provisions_come_though_one_has_many_windows(tmp_path: Path) -> None:
    vectors = np.ascontiguousarray(AXES[[0] * 50 + [1, 2]])
    index = opened(tmp_path, vectors, ["long"] * 50 + ["b", "c"])

    found = index.search(AXES[0], 3)

    assert [hit.provision_id for hit in found] == ["long", "b", "c"]


def test_only_what_may_be_kept_comes(tmp_path: Path) -> None:
    index = opened(tmp_path, AXES, ["a", "b", "c", "d"])

    found = index.search(AXES[0], 2, keep=lambda name: name in {"c", "d"})

    assert [hit.provision_id for hit in found] == ["c", "d"]


@pytest.mark.parametrize("limit", [0, -1])
def test_no_limit_no_hits(tmp_path: Path, limit: int) -> None:
    index = opened(tmp_path, AXES, ["a", "b", "c", "d"])

    assert index.search(AXES[0], limit) == ()


def test_every_vector_is_compared_with_the_scores_that_faiss_gives(
    tmp_path: Path,
) -> None:
    vectors, queries = clustered(900, dimension=256), clustered(5, 256, seed=3)
    ids = [f"p{i % 300:03}" for i in range(900)]  # windows of one lie apart
    index = opened(tmp_path, vectors, ids)
    flat = make_index(vectors, "Flat")

    for query in queries:
        scores, rows = flat.search(query[np.newaxis, :], 900)
        best: dict[str, float] = {}
        for score, row in zip(scores[0].tolist(), rows[0].tolist(), strict=True):
            best.setdefault(ids[row], score)
        ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
        assert [tuple(hit) for hit in index.search(query, 40)] == ranked[:40]
        kept = [pair for pair in ranked if pair[0] < "p010"]
        found = index.search(query, 40, keep=lambda key: key < "p010")
        assert [tuple(hit) for hit in found] == kept


def test_the_nearest_of_some_provisions_scores_as_in_a_search(tmp_path: Path) -> None:
    ids = [f"p{i % 30:02}" for i in range(90)]
    index = opened(tmp_path, clustered(90, 256), ids)
    [query] = clustered(1, 256, seed=3)
    scores = {hit.provision_id: hit.score for hit in index.search(query, 30)}

    assert index.nearest(query, ["p07"]) == scores["p07"]
    some = ["p01", "p29", "unknown"]
    assert index.nearest(query, some) == max(scores["p01"], scores["p29"])
    assert index.nearest(query, ["unknown"]) == -math.inf
    assert index.nearest(query, []) == -math.inf


def test_what_is_quantised_may_always_be_nearer(tmp_path: Path) -> None:
    vectors = clustered(2000, 256)
    kind = "IVF16,RaBitQfs,Refine(SQ8)"
    index = opened(tmp_path, vectors, [str(i) for i in range(2000)], kind)

    assert index.nearest(vectors[0], ["7"]) == math.inf


def test_a_query_without_direction_finds_nothing(tmp_path: Path) -> None:
    index = opened(tmp_path, AXES, ["a", "b", "c", "d"])

    assert index.search(np.zeros(4, dtype=np.float32), 3) == ()


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    index = opened(tmp_path, np.zeros((0, 4), dtype=np.float32), [])

    assert index.search(AXES[0], 3) == ()
    assert (len(index), index.dimension) == (0, 4)


def test_ids_must_fit(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="3 ids for 4 vectors"):
        build_dense(tmp_path, AXES, ["a", "b", "c"])
