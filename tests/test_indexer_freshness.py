"""An index is stale when acts, data, code or model are others than before."""

from dataclasses import replace
from pathlib import Path

import pytest

from indexer import freshness, layout
from indexer.build import Tools, build
from indexer.freshness import corpus_files, stale
from tests.factory import HashEmbedder, act, fake_tokens, material

MODEL = HashEmbedder().identity


@pytest.fixture
def acts(tmp_path: Path) -> Path:
    folder = tmp_path / "acts"
    folder.mkdir()
    return folder


@pytest.fixture
def index(tmp_path: Path, acts: Path) -> Path:
    made = material(acts, act())
    made = replace(made, corpus=corpus_files([acts]))
    build(tmp_path / "index", made, Tools(HashEmbedder(), fake_tokens, quiet=True))
    return tmp_path / "index"


def test_a_fresh_index_is_not_stale(index: Path, acts: Path) -> None:
    assert stale(index, [acts], MODEL) is None


def test_no_index_is_stale(tmp_path: Path, acts: Path) -> None:
    reason = stale(tmp_path / "none", [acts], MODEL)

    assert reason is not None
    assert "no index in" in reason


def test_a_changed_act_is_named(index: Path, acts: Path) -> None:
    (acts / "P1700000580.txt").write_text("басқа", encoding="utf-8")

    assert stale(index, [acts], MODEL) == "acts/P1700000580.txt has changed"


def test_a_new_act_is_named(index: Path, acts: Path) -> None:
    (acts / "P1800000124.txt").write_text("жаңа", encoding="utf-8")

    assert stale(index, [acts], MODEL) == "acts/P1800000124.txt is new"


def test_a_lost_act_is_named(index: Path, acts: Path) -> None:
    (acts / "P1700000580.txt").unlink()

    assert stale(index, [acts], MODEL) == "acts/P1700000580.txt is gone"


def test_another_model_is_named(index: Path, acts: Path) -> None:
    reason = stale(index, [acts], HashEmbedder(revision="2").identity)

    assert reason is not None
    assert "built with model hash" in reason


def test_other_code_is_noticed(
    index: Path, acts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freshness, "code_hash", lambda: "other")

    assert stale(index, [acts], MODEL) == (
        "the code that reads and indexes acts has changed"
    )


def test_a_lost_index_file_is_noticed(index: Path, acts: Path) -> None:
    (layout.current(index) / "records.sqlite").unlink()

    assert "records.sqlite is missing" in str(stale(index, [acts], MODEL))


def test_the_code_hash_repeats() -> None:
    assert freshness.code_hash() == freshness.code_hash()
    assert len(freshness.code_hash()) == 64
