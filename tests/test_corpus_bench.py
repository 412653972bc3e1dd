"""Speed and size of reading: the command that measures, and that it stays linear."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from corpus.__main__ import main
from corpus.bench import bench_lines, peak_mb, repeat, time_corpus, time_file
from corpus.load import read_file
from corpus.read_text import load_text, read_text
from corpus.trace import ActFile

ROOT = Path(__file__).parent
ACTS = ROOT.parent / "corpus" / "acts"
DECREE = (
    "О мерах\n\nУказ Президента Республики Казахстан от 5 мая 2020 года № 7.\n\n"
    "В соответствии с законом ПОСТАНОВЛЯЮ:\n\n"
)
#: The best of several runs: others share the machine.
RUNS = 3


def test_an_act_repeated_is_one_act_with_all_its_lines() -> None:
    once = read_text("a.txt", DECREE + "1. Первый.\n\n2. Второй.\n")
    thrice = repeat(once, 3)
    act, _ = read_file(thrice)

    assert thrice.name == "a.txt"
    assert thrice.text.count("1. Первый.") == 3
    assert sum(p.kind == "point" for p in act.provisions) == 6
    assert repeat(once, 1) == once


def test_measurements() -> None:
    corpus = time_corpus(ACTS)
    one = time_file(load_text(ACTS / "U1300000588.txt"))

    assert corpus.name == "5 acts"
    assert corpus.records > one.records > 100
    assert 0 < one.seconds < corpus.seconds
    assert 0 < one.peak_mb <= peak_mb()


def test_the_command_prints_a_line_for_each_measurement(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = ROOT / "data" / "html" / "V1800016942.ru.html"

    assert main(["bench", str(page), "--repeats", "1", "2"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [re.split(r" {2,}", line)[0] for line in lines] == [
        "read",
        "5 acts",
        "V1800016942.ru.html",
        "U1300000588.txt × 1",
        "U1300000588.txt × 2",
    ]


def test_a_folder_of_pages_has_nothing_to_repeat(tmp_path: Path) -> None:
    data = (ROOT / "data" / "html" / "V1800016942.ru.html").read_bytes()
    (tmp_path / "a.html").write_bytes(data)
    (tmp_path / "manifest.toml").write_text(
        '[[act]]\nfile = "a.html"\nlanguage = "ru"\nsource = "test"\n'
        f'sha256 = "{hashlib.sha256(data).hexdigest()}"\n',
        encoding="utf-8",
    )

    lines = list(bench_lines(tmp_path, ()))
    assert [line.split("  ")[0] for line in lines] == ["read", "1 acts"]


def best(file: ActFile) -> float:
    """Seconds of the fastest run."""
    return min(time_file(file).seconds for _ in range(RUNS))


@pytest.mark.parametrize("name", ["U1300000588.txt", "P1700000580.txt"])
def test_reading_takes_time_in_proportion(name: str) -> None:
    """Ten times the text: far from the hundredfold time of what is quadratic."""
    file = load_text(ACTS / name)

    assert best(repeat(file, 10)) < 25 * best(file) + 0.2


#: Pieces that some rule looks for again and again.
PIECES = [
    "1 ",
    "№ 5 ",
    "а, ",
    "5 2 306,6 ",
    "т а л а п  ",
    "(далее – СМ) ",
    "подпунктом 3) пункта 2 Закона от 5 мая 2020 года № 7 ",
    "2018 жылғы 5 мамырдағы ",
    "І І М , ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_line_takes_time_in_proportion(piece: str) -> None:
    """In a sentence and in a cell of a plan."""
    plan = (ROOT / "data" / "acts" / "P2300000411.txt").read_text(encoding="utf-8")
    start, end = plan.index("1.\n\nРазработка"), plan.index("\n      Примечание")
    for head, tail in ((DECREE + "1. ", ""), (plan[: start + 4], plan[end:])):
        times = [
            time_file(read_text("a.txt", head + piece * (size // len(piece)) + tail))
            for size in (6_000, 48_000)
        ]
        assert times[1].seconds < 30 * times[0].seconds + 0.5
