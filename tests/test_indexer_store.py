"""What an index answers, and what it refuses to open."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.ids import ProvisionId
from corpus.model import Reference
from indexer import layout
from indexer.build import Tools, build
from indexer.errors import (
    DamagedIndexFileError,
    DamagedManifestError,
    ForeignModelError,
    HalfWrittenIndexError,
    IndexerError,
    IndexFormatError,
    MissingIndexError,
    MissingIndexFileError,
    TruncatedIndexFileError,
)
from indexer.renderings import Rendering
from indexer.smoke import check_served
from indexer.store import Index
from indexer.terms import Alternative, Group, TermQuery
from tests.factory import LINES, HashEmbedder, act, fake_tokens, material

ROW = "P1700000580/annex-1/measure-1"
RENDERED = (Rendering("ru", "title", "Проведение семинара"),)


def make(folder: Path) -> Path:
    sources = folder / "acts"
    sources.mkdir()
    mention = Reference(ProvisionId("P1700000580/point-1"), "1-тармақ", None, None)
    acts = (replace(act(), references=(mention,)), act("P1800000124"))
    made = replace(material(sources, *acts), renderings={ROW: RENDERED})
    build(folder / "index", made, Tools(HashEmbedder(), fake_tokens, quiet=True))
    return folder / "index"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return Index.open(make(tmp_path_factory.mktemp("store")), HashEmbedder())


def test_acts_come_back_without_their_rows(index: Index) -> None:
    bare = replace(act(), provisions=(), measures=())

    assert [item.id for item in index.acts()] == ["P1700000580", "P1800000124"]
    assert index.act("P1700000580") == bare
    assert index.act("P9900000001") is None


def test_a_whole_act_comes_back_as_it_was_read(index: Index) -> None:
    whole = index.whole_act("P1800000124")

    assert whole == act("P1800000124")
    assert index.whole_act("P9900000001") is None


@pytest.mark.parametrize(
    ("limit", "offset", "slice_"),
    [(-1, 0, slice(0, 7)), (2, 1, slice(1, 3)), (5, 9, slice(0, 0))],
)
def test_provisions_come_in_reading_order(
    index: Index, limit: int, offset: int, slice_: slice
) -> None:
    total, found = index.provisions("P1700000580", limit, offset)

    assert total == 7
    assert found == act().provisions[slice_]


def test_records_keep_their_types(index: Index) -> None:
    found = index.provision("P1700000580/point-2/subpoint-1")

    assert found == act().provisions[2]
    assert isinstance(found.id, ProvisionId)
    assert isinstance(found.parent, ProvisionId)


def test_unknown_ids_give_none(index: Index) -> None:
    assert index.provision("P1700000580/point-77") is None
    assert index.measure("P1700000580/point-1") is None
    assert index.children("P1700000580/point-1") == ()


def test_children_and_references_and_renderings(index: Index) -> None:
    items = index.children("P1700000580/point-2")

    assert [item.number for item in items] == ["1", "2"]
    assert [r.text for r in index.references("P1700000580/point-1")] == ["1-тармақ"]
    assert index.renderings(ROW) == RENDERED


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({}, ["1", "2", "1", "2"]),
        ({"act_ids": ("P1800000124",)}, ["1", "2"]),
        ({"number": "1"}, ["1", "1"]),
        ({"number": "1", "act_ids": ("P1700000580",)}, ["1"]),
        ({"body_id": "mvd"}, ["1", "1"]),
        ({"executor": "ұқк"}, ["1", "1"]),
        ({"executor": "Ұ Қ К"}, ["1", "1"]),
        ({"executor": "ЖОҚ"}, []),
        ({"year": 2018}, ["1", "1"]),
        ({"year": 2019}, []),
        ({"classified": True}, ["2", "2"]),
        ({"classified": False, "act_ids": ("P1700000580",)}, ["1"]),
        ({"act_ids": ("P9900000001",)}, []),
    ],
)
def test_measures_are_filtered(
    index: Index, wanted: dict[str, object], numbers: list[str]
) -> None:
    total, found = index.measures(**wanted)  # type: ignore[arg-type]

    assert [row.number for row in found] == numbers
    assert total == len(numbers)


def test_measures_come_in_pages(index: Index) -> None:
    total, found = index.measures(limit=2, offset=1)

    assert total == 4
    assert [row.id for row in found] == [
        "P1700000580/annex-1/measure-2",
        "P1800000124/annex-1/measure-1",
    ]


def test_bodies_are_counted(index: Index) -> None:
    assert index.body_counts() == (("mvd", 2),)


def test_source_lines_are_those_of_the_file(index: Index) -> None:
    assert index.source_lines("P1700000580", 1, 2) == LINES[:2]
    assert index.source_lines("P1700000580", 6, 99) == LINES[5:]
    assert index.source_lines("P1700000580", 0, 1) == LINES[:1]
    assert index.source_lines("P9900000001", 1, 2) == ()
    source = index.source("P1700000580")
    assert source is not None
    assert source.name == "P1700000580.txt"


def test_what_is_read_ahead_is_all_that_hits_are_scored_and_marked_by(
    index: Index,
) -> None:
    index.read_ahead()

    total = index.manifest.counts.provisions
    assert len(index.holdings) == len(index.marks) == total > 0


def test_both_legs_find_a_measure(index: Index) -> None:
    word = Alternative("all_words", ("семинар",))
    hits = index.lexical(TermQuery((Group((word,)),), (("act:P1700000580",),)), 5)

    assert [hit.provision_id for hit in hits] == [ROW]
    assert index.dense("Жастармен семинар өткізу", 1)[0].provision_id == ROW


def test_a_rendering_is_a_field_of_its_provision(index: Index) -> None:
    word = Alternative("rendering_words", ("семинара",))

    assert [
        hit.provision_id for hit in index.lexical(TermQuery((Group((word,)),)), 5)
    ] == [ROW]


def test_threads_share_an_index(index: Index) -> None:
    found: list[int] = []

    def read() -> None:
        for _ in range(20):
            found.append(index.measures(number="1")[0])
            found.append(len(index.dense("семинар", 2)))

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [2] * 160


def test_a_served_index_can_be_checked(index: Index) -> None:
    tools = Tools(HashEmbedder(), fake_tokens)

    assert check_served(index.folder, tools) == 14


# What is refused.


def cut_vectors(generation: Path) -> None:
    path = generation / "dense" / "vectors.faiss"
    path.write_bytes(path.read_bytes()[:-1])


def flip_vectors(generation: Path) -> None:
    path = generation / "dense" / "vectors.faiss"
    content = bytearray(path.read_bytes())
    content[-3] ^= 1
    path.write_bytes(content)


def lose_records(generation: Path) -> None:
    (generation / "records.sqlite").unlink()


def lose_manifest(generation: Path) -> None:
    (generation / "manifest.json").unlink()


def spoil_manifest(generation: Path) -> None:
    (generation / "manifest.json").write_text(
        f'{{"format": {layout.FORMAT}}}', encoding="utf-8"
    )


def age_manifest(generation: Path) -> None:
    path = generation / "manifest.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(f'"format": {layout.FORMAT}', '"format": 0'), encoding="utf-8"
    )


def lose_generation(generation: Path) -> None:
    generation.rename(generation.with_name("moved"))


def lose_pointer(generation: Path) -> None:
    (generation.parent / "CURRENT").unlink()


def spoil_pointer(generation: Path) -> None:
    (generation.parent / "CURRENT").write_text("../../etc", encoding="utf-8")


@pytest.mark.parametrize(
    ("damage", "error", "named"),
    [
        (cut_vectors, TruncatedIndexFileError, "vectors.faiss"),
        (flip_vectors, DamagedIndexFileError, "vectors.faiss"),
        (lose_records, MissingIndexFileError, "records.sqlite"),
        (lose_manifest, HalfWrittenIndexError, "manifest.json"),
        (spoil_manifest, DamagedManifestError, "manifest.json"),
        (age_manifest, IndexFormatError, f"index format 0, wanted {layout.FORMAT}"),
        (lose_generation, HalfWrittenIndexError, "g000001"),
        (lose_pointer, MissingIndexError, "no index in"),
        (spoil_pointer, DamagedManifestError, "CURRENT"),
    ],
)
def test_a_damaged_index_is_refused(
    tmp_path: Path,
    damage: Callable[[Path], None],
    error: type[IndexerError],
    named: str,
) -> None:
    folder = make(tmp_path)
    damage(layout.current(folder))

    with pytest.raises(error, match=named) as caught:
        Index.open(folder, HashEmbedder())

    assert "python -m indexer build" in str(caught.value)


@pytest.mark.parametrize("embedder", [HashEmbedder(revision="2"), HashEmbedder(16)])
def test_a_foreign_model_is_refused_with_both_names(
    index: Index, embedder: HashEmbedder
) -> None:
    with pytest.raises(ForeignModelError) as caught:
        Index.open(index.folder.parent, embedder)

    assert str(HashEmbedder().identity) in str(caught.value)
    assert str(embedder.identity) in str(caught.value)


def test_every_file_of_an_index_is_checked(tmp_path: Path) -> None:
    generation = layout.current(make(tmp_path))
    files = [generation / e.path for e in layout.load_manifest(generation).files]

    for path in files:
        content = path.read_bytes()
        path.write_bytes(bytes([content[0] ^ 1]) + content[1:])
        with pytest.raises(DamagedIndexFileError, match=path.name):
            Index.open(generation.parent, HashEmbedder())
        path.write_bytes(content)
    assert Index.open(generation.parent, HashEmbedder())
