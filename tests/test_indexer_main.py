"""The command line: what it prints, and how it fails."""

import hashlib
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from indexer import layout
from indexer.__main__ import main
from indexer.material import SHIPPED_ACTS


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One of the shipped acts, in a folder of its own."""
    folder = tmp_path_factory.mktemp("corpus")
    name = "P1700000580.txt"
    shutil.copy(SHIPPED_ACTS / name, folder / name)
    lines = (SHIPPED_ACTS / "manifest.toml").read_text(encoding="utf-8")
    blocks = lines.split("[[act]]")
    mine = next(block for block in blocks if name in block)
    (folder / "manifest.toml").write_text(f"[[act]]{mine}", encoding="utf-8")
    return folder


class First(NamedTuple):
    """A first build: the folder and what the command printed."""

    folder: Path
    said: str


@pytest.fixture(scope="module")
def first(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> First:
    folder = tmp_path_factory.mktemp("main") / "index"
    arguments = ["build", "--if-stale", "--corpus", str(corpus), "--index", str(folder)]
    with redirect_stdout(StringIO()) as out:
        assert main(arguments) == 0
    return First(folder, out.getvalue())


@pytest.fixture(scope="module")
def index(first: First) -> Path:
    return first.folder


def test_a_first_build_says_why_and_what(first: First) -> None:
    assert "building: no index in" in first.said
    assert "1 acts" in first.said
    assert "59 measures" in first.said


def test_a_second_build_embeds_nothing_and_a_third_is_not_needed(
    first: First, corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "index"
    shutil.copytree(first.folder, copy)
    arguments = ["build", "--corpus", str(corpus), "--index", str(copy)]

    assert main(arguments) == 0
    second = capsys.readouterr().out
    assert main([*arguments, "--if-stale"]) == 0
    third = capsys.readouterr().out

    assert " 0 embeddings made" in second
    assert "is up to date" in third


def test_inspect(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", "--index", str(index)]) == 0

    out = capsys.readouterr().out
    assert "zanger-static" in out
    assert "measures    59" in out
    assert "P1700000580.txt" in out


def test_verify(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--index", str(index)]) == 0
    assert "is sound" in capsys.readouterr().out


def test_rollback_without_an_earlier_index(
    index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rollback", "--index", str(index)]) == 1
    assert "no earlier index" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["inspect", "verify", "rollback"])
def test_a_missing_index_is_one_message(
    tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "--index", str(tmp_path / "none")]) == 1

    err = capsys.readouterr().err
    assert err.startswith("error: no index in")
    assert "python -m indexer build" in err
    assert "Traceback" not in err


def test_a_damaged_index_is_one_message(
    index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "index"
    shutil.copytree(index, copy)
    path = layout.current(copy) / "dense" / "rows.txt"
    path.write_bytes(path.read_bytes()[:-2])

    assert main(["verify", "--index", str(copy)]) == 1
    assert "rows.txt has" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "named"),
    [(b"", "manifest.toml"), (b"\xff\xfe", "manifest.toml"), (None, "manifest.toml")],
)
def test_a_bad_corpus_leaves_nothing(
    tmp_path: Path,
    content: bytes | None,
    named: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    if content is not None:
        (corpus / "manifest.toml").write_bytes(content)
    folder = tmp_path / "index"

    assert main(["build", "--corpus", str(corpus), "--index", str(folder)]) == 1
    assert named in capsys.readouterr().err
    assert not folder.exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "holds no text; fetch the act again"),
        (bytes(range(256)) * 9, "is binary data, no text"),
        ("Об утверждении Положения".encode("cp1251"), "iconv -f cp1251"),
    ],
)
def test_an_act_that_cannot_be_read_stops_the_build(
    corpus: Path,
    tmp_path: Path,
    content: bytes,
    told: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    copy, folder = tmp_path / "acts", tmp_path / "index"
    shutil.copytree(corpus, copy)
    bad = copy / "P1800000001.txt"
    bad.write_bytes(content)
    row = (
        f'\n[[act]]\nfile = "{bad.name}"\nlanguage = "ru"\nsource = "test"\n'
        f'sha256 = "{hashlib.sha256(content).hexdigest()}"\n'
    )
    with (copy / "manifest.toml").open("a", encoding="utf-8") as manifest:
        manifest.write(row)
    build = ["build", "--corpus", str(copy), "--index", str(folder)]

    assert main(build) == 1
    err = capsys.readouterr().err
    assert str(bad) in err
    assert told in err
    assert "--keep-going" in err
    assert not folder.exists()

    assert main([*build, "--keep-going"]) == 0
    assert "1 acts" in capsys.readouterr().out


def test_a_missing_corpus_is_one_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing, folder = tmp_path / "none", tmp_path / "index"
    for more in ([], ["--if-stale"]):
        build = ["build", "--corpus", str(missing), "--index", str(folder), *more]
        assert main(build) == 1
        assert f"{missing}/manifest.toml: no such file" in capsys.readouterr().err


def test_progress_is_for_terminals(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "index"

    assert main(["build", "--corpus", str(corpus), "--index", str(folder)]) == 0
    assert capsys.readouterr().err == ""


def test_an_unknown_model_is_one_message(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "index")

    assert (
        main(["build", "--corpus", str(corpus), "--index", folder, "--model", "x"]) == 1
    )
    assert "ZANGER_MODEL" in capsys.readouterr().err


def test_the_same_act_twice_is_one_message(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(corpus, copy)
    folders = ["--corpus", str(corpus), "--corpus", str(copy)]

    assert main(["build", *folders, "--index", str(tmp_path / "index")]) == 1
    assert "are both act P1700000580" in capsys.readouterr().err


def test_help_has_examples_and_imports_no_model() -> None:
    code = (
        "import sys; from indexer.__main__ import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "assert not {'torch', 'faiss', 'spacy', 'tantivy'} & set(sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )

    assert "python -m indexer build --if-stale" in run.stdout
