"""The report of a run as a page: scores, ranking, latency, what was won and lost.

Each set of questions writes a section of its own into a folder; ``index.html`` is
made of all sections that lie there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Final

from eval.plots import Bar, bars, latency
from eval.report import NOISE, Baseline, Change
from eval.run import Run

_SECTION: Final = ".section.html"
_PAGE: Final = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>zanger: evaluation</title>
<style>
body {{ font: 15px/1.5 sans-serif; margin: 2rem auto; max-width: 60rem; }}
svg text {{ font: 12px sans-serif; }}
figure {{ margin: 1.5rem 0; }}
figcaption {{ font-weight: bold; margin-bottom: .4rem; }}
td, th {{ padding: .1rem .8rem .1rem 0; text-align: left; }}
</style>
</head>
<body>
<h1>Evaluation</h1>
{sections}
</body>
</html>
"""


def save(folder: Path, name: str, run: Run, change: Change, baseline: Baseline) -> Path:
    """Write the section of a run, and the page of all sections.

    Args:
        folder: Made if it is not there.
        name: Of the set of questions; its former section is replaced.
        run: What was found.
        change: Against the accepted scores.
        baseline: The accepted scores.

    Returns:
        The page.
    """
    folder.mkdir(parents=True, exist_ok=True)
    section = "\n".join(_section(name, run, change, baseline))
    (folder / f"{name}{_SECTION}").write_text(section, encoding="utf-8")
    files = sorted(folder.glob(f"*{_SECTION}"))
    page = folder / "index.html"
    parts = "\n".join(file.read_text(encoding="utf-8") for file in files)
    page.write_text(_PAGE.format(sections=parts), encoding="utf-8")
    return page


def _section(name: str, run: Run, change: Change, baseline: Baseline) -> Iterator[str]:
    today = datetime.now(UTC).date().isoformat()
    yield f"<h2>{escape(name)}</h2>"
    yield f"<p>{today}</p>"
    groups = {
        "Search": [k for k in run.scores if k.startswith("search ")],
        "Answers": [k for k in run.scores if k.startswith("ask ")],
        "Refusals": [k for k in run.scores if k in _REFUSALS],
    }
    for title, keys in groups.items():
        if keys:
            yield bars(title, [_row(key, run, baseline) for key in keys])
    rest = [k for k in run.scores if not any(k in keys for keys in groups.values())]
    if rest:
        yield bars("Reading and citations", [_row(k, run, baseline) for k in rest])
    yield _kinds(run)
    yield latency("Latency: share of requests done after", run.latency_ms)
    yield _list("Scores that fell", change.fell)
    yield _list("Questions gained", change.gained)
    yield _list("Questions lost", change.lost)


#: Of the questions that were refused, those that cannot be answered; and of those
#: that cannot be answered, the refused ones.
_REFUSALS: Final = ("refusal precision", "abstains when it must")


def _row(key: str, run: Run, baseline: Baseline) -> Bar:
    value, before = run.scores[key], baseline.scores.get(key)
    moved = before is not None and abs(before - value) > NOISE
    return Bar(key, value, before if moved else None)


def _kinds(run: Run) -> str:
    """A table of the ranking by kind of question."""
    known = {kind: found for kind, found in run.search_by_kind.items() if found}
    if not known:
        return ""
    names = list(next(iter(known.values())))
    head = "".join(f"<th>{escape(name)}</th>" for name in ("kind", *names))
    rows = "".join(
        f"<tr><td>{escape(kind)}</td>"
        + "".join(f"<td>{found[name]:.3f}</td>" for name in names)
        + "</tr>"
        for kind, found in known.items()
    )
    return f"<h3>Search by kind of question</h3><table><tr>{head}</tr>{rows}</table>"


def _list(title: str, names: Sequence[str]) -> str:
    told = escape(", ".join(names)) or "none"
    return f"<h3>{escape(title)}</h3><p>{told}</p>"
