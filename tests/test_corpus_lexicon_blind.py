"""The blind check of the termbase: its sheet and what is counted from it."""

from __future__ import annotations

from collections import Counter
from math import ceil
from pathlib import Path

import pytest

from corpus.lexicon_blind import (
    COLUMNS,
    BlindRow,
    agreement,
    by_file,
    load_blind,
    main,
)
from corpus.terms import LexiconFormatError

#: Rows of each file when the sample was drawn.
DRAWN_FROM = {
    "terms.tsv": 1040,
    "terms-economy.tsv": 1074,
    "terms-general.tsv": 1641,
    "terms-sector.tsv": 1126,
    "terms-security.tsv": 919,
    "terms-social.tsv": 1154,
    "terms-state.tsv": 779,
    "terms-verbs.tsv": 685,
    "terms-life.tsv": 570,
}


def row(written: str, settled: str = "") -> BlindRow:
    """A row shown in Kazakh, with what was written for its Russian side."""
    return BlindRow(
        "terms.tsv",
        "kk",
        {"kk": ("қаулы",), "ru": ("постановление", "решение"), "en": ("resolution",)},
        {"kk": (), "ru": (written,), "en": ()},
        settled,
    )


@pytest.mark.parametrize(
    ("written", "agreed", "first"),
    [("Постановления", 1, 1), ("решение", 1, 0), ("указ", 0, 0)],
)
def test_a_side_agrees_in_any_form_of_a_name(
    written: str, agreed: int, first: int
) -> None:
    found = agreement([row(written)])

    assert (found.rows, found.sides) == (1, 1)
    assert (found.agreed, found.first) == (agreed, first)


def test_error_rate_is_of_rows() -> None:
    rows = [row("указ", "error"), row("указ", "kept"), row("решение"), row("решение")]

    assert agreement(rows).error_rate == 0.25
    assert agreement([]).error_rate == 0


def test_a_tenth_of_every_file_was_drawn() -> None:
    drawn = Counter(one.file for one in load_blind())
    tenths = {file: ceil(rows / 10) for file, rows in DRAWN_FROM.items()}

    # The everyday terms came later: 70 of the 541 rows not seen before the draw.
    assert drawn == tenths | {"terms-life.tsv": 70}


def test_one_side_is_shown_and_two_are_written() -> None:
    for one in load_blind():
        assert sorted(t for t in one.written if not one.written[t]) == [one.shown]
        assert all(one.names.values())


def test_every_disagreement_is_settled() -> None:
    for one in load_blind():
        found = agreement([one])
        assert one.settled or found.agreed == found.sides, one


def test_files_and_their_sum() -> None:
    *files, everything = by_file(load_blind())

    assert [one.file for one in files] == list(DRAWN_FROM)
    assert everything.rows == sum(one.rows for one in files)
    assert everything.agreed / everything.sides > 0.9
    assert everything.error_rate < 0.02


def test_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(DRAWN_FROM) + 2
    assert lines[-1].startswith("all ")


@pytest.mark.parametrize("cells", [["a"], ["a"] * 8 + ["perhaps"]])
def test_bad_rows_are_refused(tmp_path: Path, cells: list[str]) -> None:
    path = tmp_path / "sheet.tsv"
    lines = ["\t".join(COLUMNS), "\t".join(cells)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    with pytest.raises(LexiconFormatError, match=r"sheet\.tsv:2"):
        load_blind(path)
