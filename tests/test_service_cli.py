"""``python -m service``: what it prints, and how it ends."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from indexer.errors import MissingIndexError
from service.__main__ import main
from service.settings import ROOT, Settings
from tests.service_fakes import DECREE, PLAN, FakeEngine


def run(*arguments: str) -> int:
    return main(arguments, lambda _settings: FakeEngine())


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("ZANGER_")]:
        monkeypatch.delenv(name)


def test_ask_prints_answer_quote_label_and_lines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("ask", "who is responsible for measure 42") == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Government Resolution No. 124 of 15 March 2018 (In force)"
    assert lines[1].startswith("  Measure 42 is charged to the Ministry")
    assert lines[2] == "  ! The programme's term ended in 2022."
    assert lines[3] == "  Quote: «ІІМ, ҰҚК (келісім бойынша)»"
    assert lines[4] == "    measure 42 · P1800000124.txt:2631-2673"


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("42-іс-шараға кім жауапты", "Дәйексөз"),
        ("кто отвечает за меру 42", "Цитата"),
        ("who", "Quote"),
    ],
)
def test_words_are_in_the_language_of_the_question(
    capsys: pytest.CaptureFixture[str], question: str, word: str
) -> None:
    run("ask", question)

    assert f"  {word}: «" in capsys.readouterr().out


def test_a_refusal_says_why_and_what_is_related(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("ask", "why") == 1

    out = capsys.readouterr().out
    assert "No answer: The acts held do not say this." in out
    assert "1. Regulations, chapter 2, point 3, subpoint 6" in out
    assert "U1300000588.txt:79\n" in out


def test_json_is_that_of_the_api(capsys: pytest.CaptureFixture[str]) -> None:
    run("ask", "who", "--act", PLAN, "--limit", "3", "--json")

    read = json.loads(capsys.readouterr().out)
    assert read["answers"][0]["citations"][0]["verified"] is True
    assert len(read["related"]) == 2


def test_search_prints_hits(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("search", "measures", "--limit", "2") == 0

    out = capsys.readouterr().out
    assert out.startswith("Found: 16\n  1. Regulations")
    assert "  2. measure 42 · Government Resolution No. 124" in out
    assert "  3." not in out


def test_search_json(capsys: pytest.CaptureFixture[str]) -> None:
    run("search", "measures", "--json")

    assert json.loads(capsys.readouterr().out)["hits"][0]["why"]["coverage"] == 0.75


def test_search_that_finds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("search", "nothing") == 1
    assert capsys.readouterr().out == "Nothing was found.\n"


def test_explain_prints_every_stage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "who is responsible") == 0

    out = capsys.readouterr().out
    assert "How the question was understood: who is responsible" in out
    assert "  language: en (1.00)" in out
    assert "  intent: responsible" in out
    assert f"0.9877  {DECREE}/annex-1/chapter-2/point-3/subpoint-6  (0.75)" in out
    assert "words=0.5000" in out
    assert "candidates for who is responsible" in out
    assert "Answers: responsible" in out
    assert "  Quote: «" in out


def test_explain_json(capsys: pytest.CaptureFixture[str]) -> None:
    run("explain", "who", "--json")

    assert set(json.loads(capsys.readouterr().out)) == {"ask", "search"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ask", ""], "question: must not be empty"),
        (["ask", "кто\x07"], "не должен содержать управляющих знаков"),
        (["search", "x" * 1001], "at most 1000 characters, 1001 were given"),
        (["ask", "who", "--limit", "0"], "limit: must be a whole number from 1 to 200"),
        (["ask", "who", "--act", "X0000"], "acts: no act X0000 is held here"),
    ],
)
def test_bad_input_is_explained(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run(*arguments) == 2

    captured = capsys.readouterr()
    assert message in captured.err
    assert captured.out == ""


def test_a_missing_index_names_the_next_step(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def missing(_settings: Settings) -> FakeEngine:
        raise MissingIndexError(tmp_path)

    assert main(["ask", "who"], missing) == 2
    err = capsys.readouterr().err
    assert str(tmp_path) in err
    assert "python -m indexer build" in err


def test_a_bad_setting_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZANGER_PORT", "http")

    assert run("ask", "who") == 2
    assert "ZANGER_PORT: 'http' is not a whole number" in capsys.readouterr().err


def test_serve_names_a_taken_port(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        monkeypatch.setenv("ZANGER_PORT", str(other.getsockname()[1]))
        assert main(["serve"]) == 2

    assert "ZANGER_PORT" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["serve"], ["ask"], ["search"], ["explain"]])
def test_help_has_examples(command: list[str]) -> None:
    out = subprocess.run(
        [sys.executable, "-m", "service", *command, "--help"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout

    assert out.startswith("usage: python -m service")
    if command != ["serve"]:
        assert "example" in out


def test_a_command_is_needed() -> None:
    with pytest.raises(SystemExit) as caught:
        run()

    assert caught.value.code == 2
