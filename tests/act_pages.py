"""The pages of real acts in ``tests/data/html``, and how tests look at them."""

from __future__ import annotations

import re
from pathlib import Path

from corpus.model import Act, Problem, Provision
from corpus.read_html import read_html
from corpus.read_text import load_text
from corpus.trace import ActFile

PAGES = Path(__file__).parent / "data" / "html"
NAMES = sorted(path.name for path in PAGES.glob("*.html"))
#: Latin letters of the web edition, and the letters that they stand for.
PRINTED = str.maketrans("əƏiIaeocpxyhCHKMATPEOBX", "әӘіІаеосрхуһСНКМАТРЕОВХ")


def page(name: str) -> tuple[ActFile, Act, tuple[Problem, ...]]:
    """A page with its act."""
    file = load_text(PAGES / name)
    return file, *read_html(file)


def by_path(act: Act, path: str) -> Provision:
    """A provision of an act."""
    return next(p for p in act.provisions if p.id == f"{act.id}/{path}")


def paths(act: Act) -> list[str]:
    """Paths of an act's provisions in reading order."""
    return [p.id.partition("/")[2] for p in act.provisions]


def squeezed(text: str) -> str:
    """Letters and figures alone, look-alikes as meant."""
    return re.sub(r"\W+", "", text.translate(PRINTED))
