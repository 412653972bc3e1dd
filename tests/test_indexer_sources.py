"""Act files in an index keep their names and bytes."""

from pathlib import Path

import pytest

from indexer.sources import SourceFile, SourceStore, save_sources


@pytest.mark.parametrize("name", ["P1800000124.txt", "Z2400000106.ru.html", "a.b.c"])
def test_a_file_keeps_the_name_that_sources_cite(tmp_path: Path, name: str) -> None:
    given = tmp_path / name
    given.write_text("бір\nекі\nүш\n", encoding="utf-8")

    save_sources(tmp_path / "sources", [SourceFile("Z2400000106", given)])

    store = SourceStore(tmp_path / "sources")
    file = store.file("Z2400000106")
    assert file is not None
    assert file.name == name
    assert store.lines("Z2400000106", 2, 9) == ("екі", "үш")
    assert store.file("P0000000000") is None
