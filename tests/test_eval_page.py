"""The report as a page: well formed, without scripts, with all that was found."""

import re
from pathlib import Path

import pytest
from lxml import etree

from eval.page import save
from eval.plots import Bar, bars, latency
from eval.report import Baseline, compare
from eval.run import Run

RUN = Run(
    scores={
        "ask all": 0.9,
        "search hit@1 kk": 0.75,
        "refusal precision": 0.8,
        "metadata": 1.0,
    },
    right=("q<1>",),
    missed=(),
    latency_ms={"ask": [1.0, 2.0, 9.0], "search": []},
    search_by_kind={"topic": {"hit@1": 0.5}, "none": {}},
)
BEFORE = Baseline({"ask all": 0.95, "metadata": 1.0}, ("q2",))


def _saved(folder: Path, name: str = "gold-all") -> str:
    page = save(folder, name, RUN, compare(RUN, BEFORE), BEFORE)
    return page.read_text(encoding="utf-8")


def test_the_page_is_well_formed_and_has_no_script(tmp_path: Path) -> None:
    page = _saved(tmp_path)

    etree.fromstring(
        page.partition("<body>")[2].partition("</body>")[0].join(("<div>", "</div>"))
    )
    assert "<script" not in page
    assert "http" not in page


def test_scores_changes_kinds_and_times_stand_in_it(tmp_path: Path) -> None:
    page = _saved(tmp_path)

    for told in (
        "0.900 (was 0.950)",
        "search hit@1 kk",
        "refusal precision",
        "metadata",
        "<td>topic</td><td>0.500</td>",
        "ask: p50 2.0 ms, p95 9.0 ms",
        "q&lt;1&gt;",
        "q2",
    ):
        assert told in page
    assert "<td>none</td>" not in page


def test_each_set_has_a_section_and_replaces_its_own(tmp_path: Path) -> None:
    _saved(tmp_path, "gold-all")
    _saved(tmp_path, "own-held")
    page = _saved(tmp_path, "gold-all")

    assert re.findall(r"<h2>(.*?)</h2>", page) == ["gold-all", "own-held"]


@pytest.mark.parametrize(
    ("value", "width"), [(0.0, "0.0"), (0.5, "180.0"), (1.0, "360.0")]
)
def test_a_bar_is_as_long_as_its_share(value: float, width: str) -> None:
    assert f'width="{width}"' in bars("x", [Bar("a", value)])


def test_no_times_give_an_empty_plot() -> None:
    assert "p50" not in latency("x", {"ask": []})
