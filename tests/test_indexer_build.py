"""A build is written aside, checked, published in one step, and done once."""

import multiprocessing
import random
import shutil
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from indexer import build as build_module
from indexer import layout
from indexer.build import Built, Material, Tools, build
from indexer.errors import BuildRunningError, NoEarlierIndexError, SmokeTestError
from indexer.publish import build_folder, roll_back
from indexer.static import Vectors
from indexer.store import Index
from tests.factory import (
    HashEmbedder,
    act,
    build_forever,
    excerpt,
    fake_tokens,
    material,
    provision,
)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "acts"
    folder.mkdir()
    return folder


def built(folder: Path, made: Material, embedder: HashEmbedder | None = None) -> Built:
    tools = Tools(embedder or HashEmbedder(), fake_tokens, quiet=True)
    return build(folder, made, tools)


def test_a_build_can_be_opened(tmp_path: Path, sources: Path) -> None:
    done = built(tmp_path / "index", material(sources, act()))

    index = Index.open(tmp_path / "index", HashEmbedder())

    assert index.folder == done.generation
    assert index.manifest.counts == done.counts
    assert done.counts[:5] == (1, 7, 2, 0, 7)


def test_an_unchanged_corpus_needs_no_embedding(tmp_path: Path, sources: Path) -> None:
    made = material(sources, act())
    first = built(tmp_path / "index", made)
    embedder = HashEmbedder()

    second = built(tmp_path / "index", made, embedder)

    smoke_queries = embedder.calls
    assert first.embedded > 0
    assert second.embedded == 0
    assert smoke_queries == first.counts.clauses
    assert second.generation.name == "g000002"


def test_only_what_changed_is_embedded(tmp_path: Path, sources: Path) -> None:
    built(tmp_path / "index", material(sources, act()))
    more = provision("P1700000580/point-3", "point", "Жаңа тармақ.")
    changed = replace(act(), provisions=(*act().provisions, more))

    assert built(tmp_path / "index", material(sources, changed)).embedded == 1


def test_vectors_from_the_cache_are_the_same(tmp_path: Path, sources: Path) -> None:
    made = material(sources, act())
    built(tmp_path / "index", made)
    built(tmp_path / "index", made)
    built(tmp_path / "fresh", made)

    cached, fresh = (
        (layout.current(tmp_path / name) / "dense" / "vectors.faiss").read_bytes()
        for name in ("index", "fresh")
    )
    assert cached == fresh


def test_another_model_does_not_use_the_cache(tmp_path: Path, sources: Path) -> None:
    made = material(sources, act())
    first = built(tmp_path / "index", made)

    other = built(tmp_path / "index", made, HashEmbedder(revision="2"))

    assert other.embedded == first.embedded


def test_a_damaged_cache_is_not_used(tmp_path: Path, sources: Path) -> None:
    made = material(sources, act())
    first = built(tmp_path / "index", made)
    texts = first.generation / "texts" / "texts.npy"
    texts.write_bytes(texts.read_bytes()[:-1] + b"\xff")

    assert built(tmp_path / "index", made).embedded == first.embedded


def test_the_generation_before_is_kept_and_older_ones_go(
    tmp_path: Path, sources: Path
) -> None:
    folder = tmp_path / "index"
    for _ in range(3):
        built(folder, material(sources, act()))

    names = [path.name for path in layout.generations(folder)]
    assert names == ["g000002", "g000003"]
    assert roll_back(folder).name == "g000002"
    assert Index.open(folder, HashEmbedder()).folder.name == "g000002"
    with pytest.raises(NoEarlierIndexError):
        roll_back(folder)


def test_after_a_rollback_the_good_one_is_kept(tmp_path: Path, sources: Path) -> None:
    folder = tmp_path / "index"
    for _ in range(2):
        built(folder, material(sources, act()))
    roll_back(folder)

    built(folder, material(sources, act()))

    names = [path.name for path in layout.generations(folder)]
    assert names == ["g000001", "g000003"]


def test_two_builds_at_once_are_refused(tmp_path: Path, sources: Path) -> None:
    folder = tmp_path / "index"
    with build_folder(folder), pytest.raises(BuildRunningError, match="index"):
        built(folder, material(sources, act()))


class Forgetful(HashEmbedder):
    """Gives other vectors when the index is checked than when it is built."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        vectors = super().encode_passages(texts)
        return vectors if len(texts) > 1 else np.ascontiguousarray(vectors[:, ::-1])


def test_an_index_that_does_not_find_its_own_is_not_published(
    tmp_path: Path, sources: Path
) -> None:
    folder = tmp_path / "index"
    rows = [
        provision(f"P1700000580/point-{n}", "point", f"сөз{n} тағы{n}")
        for n in range(1, 60)
    ]
    made = material(sources, replace(act(), provisions=tuple(rows), measures=()))
    good = built(folder, made)

    with pytest.raises(SmokeTestError, match="not found by its meaning"):
        built(folder, made, Forgetful(revision="2"))

    assert layout.current(folder) == good.generation


def test_a_provision_without_source_lines_is_not_published(
    tmp_path: Path, sources: Path
) -> None:
    far = act().provisions[0].source._replace(line_start=900, line_end=901)
    lost = replace(act().provisions[0], source=far)
    made = material(sources, replace(act(), provisions=(lost,), measures=()))

    with pytest.raises(SmokeTestError, match="point-1 has no source lines"):
        built(tmp_path / "index", made)


def test_an_interrupted_build_leaves_the_old_index(
    tmp_path: Path, sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "index"
    good = built(folder, material(sources, act()))

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(build_module, "check_generation", stop)
    with pytest.raises(KeyboardInterrupt):
        built(folder, material(sources, act()))
    monkeypatch.undo()

    assert Index.open(folder, HashEmbedder()).folder == good.generation
    assert built(folder, material(sources, act())).generation.name == "g000002"


def test_kill_at_any_moment_leaves_a_sound_index(tmp_path: Path, sources: Path) -> None:
    folder = tmp_path / "index"
    began = time.perf_counter()
    built(folder, material(sources, act(), act("P1800000124")))
    took = time.perf_counter() - began  # so that some builds end, however busy it is
    chance = random.Random(5)  # noqa: S311 - repeats, guards nothing
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.factory", "tests.loaded"])

    for _ in range(50):
        worker = context.Process(target=build_forever, args=(folder, sources))
        worker.start()
        time.sleep(chance.uniform(0.01, 0.1 + took))
        worker.kill()
        worker.join()
        index = Index.open(folder, HashEmbedder())
        assert index.dense("семинар өткізу", 1)[0].provision_id.endswith("measure-1")

    assert int(layout.current(folder).name[1:]) > 1
    built(folder, material(sources, act()))
    assert not (folder / layout.BUILDING).exists()


def test_an_act_of_empty_provisions_can_be_built(tmp_path: Path, sources: Path) -> None:
    empty = replace(act(), provisions=(), measures=())

    done = built(tmp_path / "index", material(sources, empty))

    assert done.counts.vectors == 0
    assert Index.open(tmp_path / "index", HashEmbedder()).dense("дін", 3) == ()


def test_an_index_can_be_moved(tmp_path: Path, sources: Path) -> None:
    built(tmp_path / "index", material(sources, act()))
    shutil.move(tmp_path / "index", tmp_path / "elsewhere")

    index = Index.open(tmp_path / "elsewhere", HashEmbedder())

    assert index.source_lines("P1700000580", 2, 2) == ("1. Жоспар бекітілсін.",)


def test_a_long_text_has_several_windows(tmp_path: Path, sources: Path) -> None:
    words = " ".join(f"сөз{n}." for n in range(200))
    long = replace(act().provisions[0], body=excerpt(words), own=excerpt(words))
    made = material(sources, replace(act(), provisions=(long,), measures=()))

    done = built(tmp_path / "index", made)

    assert done.counts.clauses == 1
    assert done.counts.vectors == 3
    index = Index.open(tmp_path / "index", HashEmbedder())
    assert index.dense("сөз199", 5)[0].provision_id == long.id
