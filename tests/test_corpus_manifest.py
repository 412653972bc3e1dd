"""The manifest and its files: each fact that is wrong has its own error."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from corpus.errors import (
    ActEncodingError,
    ActFileBinaryError,
    ActFileEmptyError,
    ActFileMissingError,
    ActFileTooBigError,
    ActFileUnreadableError,
    ActHashError,
    ManifestMissingError,
    ManifestRowError,
    ManifestSyntaxError,
)
from corpus.manifest import load_manifest, load_row
from corpus.read_text import MOST_BYTES, decode, load_bytes, load_text, read_text

TEXT = "Об утверждении\n\nУказ Президента Республики Казахстан\n"
ROW = """
[[act]]
file = "a.txt"
language = "ru"
source = "https://adilet.zan.kz/rus/docs/U1300000588"
sha256 = "{hash}"
"""


def folder_with(tmp_path: Path, data: bytes = TEXT.encode(), row: str = ROW) -> Path:
    """A corpus folder with one file and its manifest."""
    (tmp_path / "a.txt").write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    (tmp_path / "manifest.toml").write_text(row.format(hash=digest), encoding="utf-8")
    return tmp_path


def test_a_row_loads_with_its_corrections(tmp_path: Path) -> None:
    more = (
        '[[act.correction]]\nline = 1\nprinted = "Об"\nread = "О"\nreason = "a typo"\n'
    )
    folder = folder_with(tmp_path, row=ROW + more)
    (row,) = load_manifest(folder)

    assert (row.file, row.language) == ("a.txt", "ru")
    assert [(c.line, c.read) for c in row.corrections] == [(1, "О")]
    assert load_row(folder, row).text == TEXT


def test_another_hash_stops_with_both_values(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    (row,) = load_manifest(folder)
    (folder / "a.txt").write_text("other", encoding="utf-8")

    with pytest.raises(ActHashError, match=f"{row.sha256}.*manifest.toml") as caught:
        load_row(folder, row)
    assert "a.txt" in str(caught.value)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('file = "a.txt"', 'file = "../a.txt"'), "without folders"),
        (('language = "ru"', 'language = "de"'), "unknown language 'de'"),
        (('language = "ru"', ""), "language is missing"),
        (
            (
                "sha256 =",
                "sha =",
            ),
            "sha256 is missing",
        ),
        (('sha256 = "', 'sha256 = "zz'), "64 hexadecimal"),
        (("[[act]]", "[[act]]\ncorrection = 5"), "correction must be"),
        (("[[act]]", "[[act]]\ncorrection = [{{printed = 'x'}}]"), "line number"),
    ],
)
def test_rows_are_checked(
    tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    folder = folder_with(tmp_path, row=ROW.replace(*change))

    with pytest.raises(ManifestRowError, match=message):
        load_manifest(folder)


def test_a_file_listed_twice_is_refused(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, row=ROW + ROW)

    with pytest.raises(ManifestRowError, match="more than once"):
        load_manifest(folder)


def test_a_missing_or_broken_manifest(tmp_path: Path) -> None:
    with pytest.raises(ManifestMissingError, match=r"manifest\.toml: no such file"):
        load_manifest(tmp_path)
    (tmp_path / "manifest.toml").write_text("[[act", encoding="utf-8")
    with pytest.raises(ManifestSyntaxError, match="mend the file"):
        load_manifest(tmp_path)
    (tmp_path / "manifest.toml").write_text("act = []", encoding="utf-8")
    with pytest.raises(ManifestSyntaxError, match=r"no \[\[act\]\]"):
        load_manifest(tmp_path)
    (tmp_path / "manifest.toml").write_text("act = [1]", encoding="utf-8")
    with pytest.raises(ManifestRowError, match="is no table"):
        load_manifest(tmp_path)


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (b"", ActFileEmptyError, "holds no text"),
        (b" \n\r\n\t", ActFileEmptyError, "holds no text"),
        (TEXT.encode("cp1251"), ActEncodingError, "cp1251.*iconv -f cp1251"),
        (TEXT.encode("utf-16"), ActEncodingError, "UTF-16.*iconv -f UTF-16"),
        (TEXT.encode("utf-16-le"), ActEncodingError, "UTF-16"),
        (TEXT.encode("utf-16-be"), ActEncodingError, "UTF-16"),
        (b"caf\xe9 \x93\x94\x85\x81", ActEncodingError, "unknown encoding"),
        (b"%PDF-1.7 text", ActFileBinaryError, "is a PDF"),
        (b"PK\x03\x04text", ActFileBinaryError, "archive"),
        (b"text\0text text text", ActFileBinaryError, "binary data"),
        (bytes(range(1, 256)) * 4, ActFileBinaryError, "binary data"),
    ],
)
def test_only_utf8_text_is_read(
    data: bytes, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message) as caught:
        decode(Path("act.txt"), data)
    assert str(caught.value).startswith("act.txt: ")


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(ActFileMissingError, match=r"none\.txt"):
        load_text(tmp_path / "none.txt")
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(ActFileUnreadableError, match="cannot be read"):
        load_text(tmp_path / "folder.txt")


def test_a_file_larger_than_any_act_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)

    with pytest.raises(ActFileTooBigError, match=f"{MOST_BYTES + 1} bytes"):
        load_bytes(path)


def test_byte_order_mark_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "act.txt"
    path.write_bytes("\ufeffбір\r\nекі\rүш".encode())
    file = load_text(path)

    assert file.text == "бір\nекі\nүш"
    assert [line.text for line in file.lines()] == ["бір", "екі", "үш"]
    assert read_text("a", "x\n").starts == (0,)
