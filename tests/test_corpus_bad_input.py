"""Files that are no acts: each is told, and the acts beside it still load."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.__main__ import main
from corpus.errors import ActLineTooLongError
from corpus.load import load_corpus, read_file
from corpus.read_text import LONGEST_LINE, MOST_BYTES, decode, load_text

ROOT = Path(__file__).parent.parent
GOOD = ROOT / "tests" / "data" / "acts" / "P2300000411.txt"
PAGE = "<html><body><h1>О мерах</h1><article>{}</article></body></html>"
MEGABYTES = 1_000_000


def folder_of(folder: Path, files: dict[str, bytes]) -> Path:
    """A corpus folder with these files."""
    rows: list[str] = []
    for name, data in files.items():
        (folder / name).write_bytes(data)
        rows.append(
            f'[[act]]\nfile = "{name}"\nlanguage = "ru"\nsource = "test"\n'
            f'sha256 = "{hashlib.sha256(data).hexdigest()}"\n'
        )
    (folder / "manifest.toml").write_text("\n".join(rows), encoding="utf-8")
    return folder


#: What is wrong with a file; words of the problem that tell it.
TEXT = GOOD.read_text(encoding="utf-8")
BAD = {
    "cp1251.txt": (TEXT.encode("cp1251"), "is not UTF-8 but cp1251; convert it: iconv"),
    "utf16.txt": (TEXT.encode("utf-16"), "is not UTF-8 but UTF-16"),
    "utf16be.txt": (TEXT.encode("utf-16-be"), "is not UTF-8 but UTF-16"),
    "line.txt": (
        ("а" * 50 * MEGABYTES)[: 2 * MEGABYTES].encode(),
        "line 1 has 2000000 characters; save the act with its line breaks",
    ),
    "huge.txt": (b"x" * (50 * MEGABYTES), "50000000 bytes; split the file"),
    "huge.html": (
        PAGE.format("<p>" + "x" * 50 * MEGABYTES + "</p>").encode(),
        "bytes; split the file",
    ),
    "no-act.html": (b"<html><body><p>Hello</p></body></html>", "no text of an act"),
    "no-number.txt": (
        "О делах\n\nСлова без числа и номера.\n".encode(),
        "no number and date of an act in its first lines; give the file",
    ),
    "no-number.html": (
        PAGE.format("<p>Слова без числа и номера.</p>").encode(),
        "no number and date of an act",
    ),
    "empty.txt": (b"\n \n", "holds no text"),
}


def test_every_bad_file_is_told_and_the_good_one_loads(tmp_path: Path) -> None:
    files = {name: data for name, (data, _) in BAD.items()}
    corpus = load_corpus(folder_of(tmp_path, {**files, GOOD.name: GOOD.read_bytes()}))
    told = {problem.file: problem.detail for problem in corpus.problems}

    assert [act.id for act in corpus.acts] == ["P2300000411"]
    assert set(told) == set(BAD)
    for name, (_, words) in BAD.items():
        for part in words.split("; "):
            assert part in told[name], name


def test_bad_files_are_refused_one_by_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, mine = tmp_path / "given", tmp_path / "mine"
    given.mkdir()
    for name in ("cp1251.txt", "line.txt", "no-act.html", "no-number.txt"):
        (given / name).write_bytes(BAD[name][0])
    (given / GOOD.name).write_bytes(GOOD.read_bytes())

    assert main(["add", str(given), "--corpus", str(mine)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("refused: ") for line in lines) == 4
    assert sum(line.startswith("added: ") for line in lines) == 1


def test_a_line_may_be_as_long_as_a_long_paragraph() -> None:
    fits = "а" * LONGEST_LINE

    assert decode(Path("a.txt"), f"{fits}\n{fits}".encode()) == f"{fits}\n{fits}"
    with pytest.raises(ActLineTooLongError, match="line 2 has 100001 characters"):
        decode(Path("a.txt"), f"{fits}\n{fits}а\n".encode())


def test_a_page_may_be_one_line() -> None:
    text = PAGE.format("<p>1. Да.</p>" * (LONGEST_LINE // 10))

    assert decode(Path("a.html"), text.encode()) == text


def test_an_endless_line_takes_no_memory(tmp_path: Path) -> None:
    """Told from its size or after one look; far from the gigabytes of tracing it."""
    data = {"line.txt": ("а" * (MOST_BYTES // 2 - 10)).encode(), "huge.txt": b"x" * 5}
    folder = folder_of(tmp_path, data)
    with (folder / "huge.txt").open("ab") as file:
        file.truncate(50 * MEGABYTES)
    script = (
        "import sys, tracemalloc; from pathlib import Path; "
        "from corpus.load import load_corpus; tracemalloc.start(); "
        "print(len(load_corpus(Path(sys.argv[1])).problems), "
        "tracemalloc.get_traced_memory()[1])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    problems, peak = map(int, ran.stdout.split())

    assert problems == 2
    assert peak < 100 * MEGABYTES


def read_in(seed: str, path: Path) -> str:
    """The records of a text as another process reads it, with its own hash seed."""
    script = (
        "import sys; from pathlib import Path; from corpus.load import read_file; "
        "from corpus.read_text import load_text; "
        "print(read_file(load_text(Path(sys.argv[1]))))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
    )
    return ran.stdout


@pytest.mark.parametrize("name", [GOOD.name, "V2300033571.txt"])
def test_the_records_do_not_depend_on_the_hash_seed(name: str) -> None:
    path = GOOD.with_name(name)
    first, second = read_in("1", path), read_in("4242", path)

    assert len(first) > 10_000
    assert first == second
    assert first.rstrip("\n") == str(read_file(load_text(path)))
