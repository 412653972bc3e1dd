"""The folder of acts, and the command line: reports, records, clear errors."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.__main__ import main
from corpus.errors import ActHashError
from corpus.evidence import SHIPPED, load_background
from corpus.load import load_corpus, read_file
from corpus.manifest import load_manifest, load_row
from corpus.read_text import read_text

ROOT = Path(__file__).parent.parent
DECREE = (
    "О мерах\n\nУказ Президента Республики Казахстан от 5 мая 2020 года № {n}.\n\n"
    "1. Первый пункт.\n\n2. Второй пункт.\n"
)


def write_folder(folder: Path, files: dict[str, str], language: str = "ru") -> Path:
    """A corpus folder with these files."""
    rows: list[str] = []
    for name, text in files.items():
        data = text.encode()
        (folder / name).write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        rows.append(
            f'[[act]]\nfile = "{name}"\nlanguage = "{language}"\nsource = "test"\n'
            f'sha256 = "{digest}"\n'
        )
    (folder / "manifest.toml").write_text("\n".join(rows), encoding="utf-8")
    return folder


def test_acts_come_in_order_of_their_ids(tmp_path: Path) -> None:
    told: list[str] = []
    files = {"a.txt": DECREE.format(n=9), "b.txt": DECREE.format(n=7)}
    corpus = load_corpus(write_folder(tmp_path, files), progress=told.append)

    assert [act.id for act in corpus.acts] == ["U2000000007", "U2000000009"]
    assert told == ["a.txt", "b.txt"]
    assert corpus.problems == ()


def test_one_bad_act_leaves_the_others(tmp_path: Path) -> None:
    files = {
        "a.txt": "Просто текст.",
        "b.txt": DECREE.format(n=7),
        "c.txt": DECREE.format(n=7),
    }
    folder = write_folder(tmp_path, files, language="kk")
    (folder / "extra.txt").write_text("текст", encoding="utf-8")
    corpus = load_corpus(folder)

    assert [act.id for act in corpus.acts] == ["U2000000007"]
    assert [(p.file, p.code) for p in corpus.problems] == [
        ("a.txt", "not-an-act"),
        ("b.txt", "language-differs"),
        ("c.txt", "act-doubled"),
        ("c.txt", "language-differs"),
        ("extra.txt", "not-in-manifest"),
    ]


def test_a_changed_file_stops_the_build(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, {"a.txt": DECREE.format(n=7)})
    (folder / "a.txt").write_text(DECREE.format(n=8), encoding="utf-8")

    with pytest.raises(ActHashError):
        load_corpus(folder)


def test_check_reports_coverage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_folder(tmp_path, {"a.txt": DECREE.format(n=7)})

    assert main(["check", "--folder", str(folder)]) == 0
    printed = capsys.readouterr().out
    assert "U2000000007  О мерах" in printed
    assert "100.00% of" in printed
    assert "1 acts, 0 problems" in printed


def test_check_fails_where_an_act_is_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_folder(tmp_path, {"a.txt": "Просто текст."})

    assert main(["check", "--folder", str(folder)]) == 1
    assert "not-an-act" in capsys.readouterr().out


def test_words_of_the_shipped_acts_are_evidence_for_others(tmp_path: Path) -> None:
    """«орында ушылар» is mended though no act of the folder prints the whole word."""
    text = (
        "Іс-шаралар туралы\n\nҚазақстан Республикасы Президентінің 2020 жылғы 5"
        " мамырдағы № 7 Жарлығы.\n\n1. Есепті орында ушылар берсін.\n"
    )
    alone, _ = read_file(read_text("a.txt", text))
    (act,) = load_corpus(write_folder(tmp_path, {"a.txt": text}, "kk")).acts

    assert "орында ушылар" in alone.provisions[0].text
    assert "Есепті орындаушылар берсін" in act.provisions[0].text
    assert load_background(SHIPPED) == ()
    assert len(load_background(tmp_path)) == 5


@pytest.fixture
def decree(tmp_path: Path) -> Path:
    """A folder with the shipped decree and plan alone."""
    names = ("U1300000588.txt", "P1700000580.txt")
    texts = {name: (SHIPPED / name).read_text(encoding="utf-8") for name in names}
    return write_folder(tmp_path, texts)


def test_show_prints_a_record_beside_its_lines(
    decree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = "U1300000588/annex-1/chapter-2/point-3/subpoint-6"

    assert main(["show", record, "--source", "--folder", str(decree)]) == 0
    printed = capsys.readouterr().out
    assert f"{record}  (subpoint) U1300000588.txt:79-79" in printed
    assert "warning: Подпункт 6) пункта 3" in printed
    assert "    79| 6) выработка мер" in printed


def test_show_prints_acts_and_measures(
    decree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "U1300000588", "--folder", str(decree)]) == 0
    act = capsys.readouterr().out
    assert "presidential decree № 588 of 2013-06-24" in act
    assert "№ 1258 of 2026-05-02: Подпункт 6) пункта 3" in act
    assert "in force since 2026-07-12, not in this text" in act
    measure = "P1700000580/annex-1/measure-42"
    assert main(["show", measure, "--folder", str(decree)]) == 0
    assert "executors: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ("U1300000588/annex-1/point-3", "did you mean U1300000588/body/point-3"),
        ("U1300000588/annex-9", "no such record; see corpus check"),
        ("X9900000001", "did you mean P1700000580, U1300000588?"),
    ],
)
def test_unknown_records(
    record: str, message: str, decree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", record, "--folder", str(decree)]) == 2
    assert message in capsys.readouterr().err


def test_a_bad_folder_gives_one_clear_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--folder", str(tmp_path)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "manifest.toml: no such file; name a folder" in captured.err


def test_help_shows_examples() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "corpus", "show", "--help"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )

    assert "python -m corpus show U1300000588" in done.stdout


def test_the_shipped_files_are_the_reviewed_ones() -> None:
    rows = load_manifest(SHIPPED)

    assert {row.file for row in rows} == {path.name for path in SHIPPED.glob("*.txt")}
    assert all(load_row(SHIPPED, row).text for row in rows)
