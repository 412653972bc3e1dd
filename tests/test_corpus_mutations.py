"""Whole acts damaged at random: never a crash, never a lost character."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.claims import measure_coverage
from corpus.errors import UnknownActError
from corpus.evidence import Evidence
from corpus.model import Act
from corpus.read_text import read_text
from corpus.reading import read_act
from corpus.trace import ActFile

ROOT = Path(__file__).parent
SHIPPED = ROOT.parent / "corpus" / "acts"
PATHS: Final = {
    path.name: path
    for folder in (SHIPPED, ROOT / "data" / "acts")
    for path in sorted(folder.glob("*.txt"))
}
#: What may stand in an act by accident of extraction.
STRAY: Final = ("12.", "45", "/ .", "№", "1 2 3 4 5 6 7", "Құпия", "қосымша", "- - -")


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The lines of an act."""
    return tuple(PATHS[name].read_text(encoding="utf-8").split("\n"))


@cache
def evidence() -> Evidence:
    """Words of all acts that are damaged here."""
    return Evidence.of("\n".join(lines_of(name)) for name in PATHS)


def damaged(lines: list[str], way: str, at: int, stray: str) -> None:
    """Do one kind of damage at a line."""
    line = lines[at]
    half = len(line) // 2
    part = {
        "drop": [],
        "double": [line, line],
        "wrap": [line[:half], line[half:]],
        "space": [" ".join(line)],
        "page": [line, "", "", ""],
        "tab": [line.replace(" ", "\t", 2)],
        "indent": [line.strip() if line.startswith(" ") else "      " + line],
        "stray": [line, "", stray, ""],
    }[way]
    lines[at : at + 1] = part


DAMAGE = st.lists(
    st.tuples(
        st.sampled_from(
            ["drop", "double", "wrap", "space", "page", "tab", "indent", "stray"]
        ),
        st.integers(0, 10_000),
        st.sampled_from(STRAY),
    ),
    min_size=1,
    max_size=60,
)


def assert_whole(file: ActFile) -> Act | None:
    """All of an act is accounted for once; ids are its own, sources in the file."""
    try:
        act, problems = read_act(file, evidence())
    except UnknownActError:
        return None
    coverage = measure_coverage(file, act.claims)
    ids = [p.id for p in act.provisions]

    assert coverage.doubled == 0
    assert coverage.unread == ()
    assert coverage.claimed == coverage.visible
    assert not [p for p in problems if p.code == "unread"]
    assert len(ids) == len(set(ids))
    for p in act.provisions:
        assert 1 <= p.source.line_start <= p.source.line_end <= len(file.starts)
    return act


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(PATHS)), DAMAGE)
def test_a_damaged_act_loses_nothing(
    name: str, damage: list[tuple[str, int, str]]
) -> None:
    lines = list(lines_of(name))
    for way, at, stray in damage:
        damaged(lines, way, at % len(lines), stray)
        lines = lines or [""]

    assert_whole(read_text(name, "\n".join(lines)))


@pytest.mark.parametrize(
    ("name", "width"),
    [
        ("P1700000580.txt", 9),
        ("P1700000580.txt", 400),
        ("P2300000411.txt", 1),
        ("P2300000411.txt", 25),
    ],
)
def test_an_act_wrapped_to_another_width_loses_nothing(name: str, width: int) -> None:
    lines = [
        line[at : at + width]
        for line in lines_of(name)
        for at in range(0, max(len(line), 1), width)
    ]

    assert_whole(read_text(name, "\n".join(lines)))


@pytest.mark.parametrize("name", ["U1300000588.txt", "P2300000411.txt"])
def test_a_wholly_letter_spaced_act_loses_nothing(name: str) -> None:
    """Two blanks between words, one between letters, as a justified line comes out."""
    spaced = [
        "  ".join(" ".join(w) for w in line.split(" ")) for line in lines_of(name)
    ]

    act = assert_whole(read_text(name, "\n".join(spaced)))
    assert act is not None
    assert act.id == name.partition(".")[0]


def test_an_act_read_backwards_loses_nothing() -> None:
    for name in ("P2300000411.txt", "V2300033571.txt", "Z2300000087.txt"):
        assert_whole(read_text(name, "\n".join(reversed(lines_of(name)))))
