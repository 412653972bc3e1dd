"""Small acts and a fake embedder, made by hand for tests of every package."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from corpus.ids import ProvisionId, Source
from corpus.model import Act, Kind, Language, Provision
from corpus.plan_model import Amount, Executor, Measure
from corpus.trace import Excerpt, Run
from indexer.build import Material, Tools, build
from indexer.identity import ModelIdentity
from indexer.sources import SourceFile
from indexer.static import Vectors, unit_rows

#: The file that the hand-made acts are read from, line by line.
LINES = (
    "Дін саласындағы жоспарды бекіту туралы",
    "1. Жоспар бекітілсін.",
    "2. Орталық органдар шаралар қабылдасын:",
    "1) ақпарат ұсынсын;",
    "2) есеп берсін.",
    "1. Семинар өткізу ақпарат ІІМ 2018 жыл",
    "2. Құпия",
)


class FakeToken(NamedTuple):
    """A token with all that an index needs; the lemma is the word's first letters."""

    text: str
    start: int
    end: int
    lemma: str
    folded: str
    is_stop: bool
    is_word: bool
    is_number: bool


def fake_tokens(text: str, language: Language) -> tuple[FakeToken, ...]:
    """Words and figures; lemmas are cut at five letters."""
    fold = str.maketrans("әіңғүұқөһ", "аингуукох")
    return tuple(
        FakeToken(
            match[0],
            match.start(),
            match.end(),
            match[0].lower()[:5],
            match[0].lower().translate(fold),
            is_stop=False,
            is_word=not match[0].isdigit(),
            is_number=match[0].isdigit(),
        )
        for match in re.finditer(r"\w+", text)
    )


class HashEmbedder:
    """Vectors from hashes of words: equal words are close, no model is needed.

    ``calls`` counts the passages that were embedded.
    """

    def __init__(self, dimension: int = 32, revision: str = "1") -> None:
        self.identity = ModelIdentity("hash", dimension, revision)
        self.calls = 0

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Unit rows; zeros for a text without words."""
        rows = np.zeros((len(texts), self.identity.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in re.findall(r"\w+", text.lower()):
                seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")
                rows[row] += np.random.default_rng(seed).standard_normal(
                    self.identity.dimension
                )
        return unit_rows(rows)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """The same, counted."""
        self.calls += len(texts)
        return self.encode_queries(texts)


def excerpt(text: str, start: int = 0) -> Excerpt:
    """Text that is printed in one piece."""
    return Excerpt(text, (Run(0, start, len(text)),) if text else ())


def provision(path: str, kind: Kind, text: str, **more: Any) -> Provision:
    """A provision; ``more`` overrides its other values."""
    provision_id = ProvisionId(path)
    parent = path.rpartition("/")[0]
    values: dict[str, Any] = {
        "number": dict(provision_id.steps).get(kind) or None,
        "heading": None,
        "body": excerpt(text),
        "own": excerpt(text),
        "language": "kk",
        "source": Source(f"{provision_id.act_id}.txt", 2, 2),
        "parent": ProvisionId(parent) if "/" in parent else None,
    }
    return Provision(id=provision_id, kind=kind, **{**values, **more})


def measure(path: str, number: str, title: str, **more: Any) -> Measure:
    """A measure; ``more`` overrides its other values."""
    measure_id = ProvisionId(path)
    values: dict[str, Any] = {
        "number_printed": True,
        "also_numbered": (),
        "section": "1. Алдын алу шаралары",
        "completion_form": excerpt("ақпарат"),
        "deadline": excerpt("2018 жыл"),
        "deadline_years": (2018,),
        "recurrence": None,
        "executors": (
            Executor("ІІМ", "ІІМ", "Ішкі істер министрлігі", "mvd"),
            Executor("ҰҚК (келісім бойынша)", "ҰҚК", None, None, by_agreement=True),
        ),
        "executors_cell": excerpt("ІІМ, ҰҚК (келісім бойынша)"),
        "unit": "млн. теңге",
        "amounts": (Amount("2018", "25,3"), Amount("total", "25,3")),
        "amounts_cell": excerpt("25,3"),
        "funding": excerpt("талап етілмейді"),
        "classified": False,
        "sub_rows": (),
        "source": Source(f"{measure_id.act_id}.txt", 6, 6),
    }
    act_id = measure_id.act_id
    return Measure(
        id=measure_id,
        act_id=act_id,
        number=number,
        title=excerpt(title),
        **{**values, **more},
    )


def classified(path: str, number: str) -> Measure:
    """A row that says no more than that it is secret."""
    empty = excerpt("")
    return measure(
        path,
        number,
        "Құпия",
        classified=True,
        completion_form=empty,
        deadline=empty,
        deadline_years=(),
        executors=(),
        executors_cell=empty,
        amounts=(),
        amounts_cell=empty,
        funding=empty,
    )


def act(act_id: str = "P1700000580", **more: Any) -> Act:
    """An act of two points, two subpoints and two measures."""
    source = Source(f"{act_id}.txt", 1, len(LINES))
    annex = f"{act_id}/annex-1"
    whole = "Орталық органдар шаралар қабылдасын:\n1) ақпарат ұсынсын;\n2) есеп берсін."
    rows = (
        measure(f"{annex}/measure-1", "1", "Жастармен семинар өткізу"),
        classified(f"{annex}/measure-2", "2"),
    )
    values: dict[str, Any] = {
        "title": "Дін саласындағы жоспарды бекіту туралы",
        "kind": "government resolution",
        "number": "580",
        "date": "2017-09-19",
        "issuer": "Қазақстан Республикасының Үкіметі",
        "language": "kk",
        "status": "in_force",
        "repealed_by": None,
        "registration": None,
        "amended_by": (),
        "abbreviations": (),
        "definitions": (),
        "entry_into_force": None,
        "signatory": None,
        "source": source,
        "head": Source(source.file, 1, 1),
        "status_source": Source(source.file, 1, 1),
        "provisions": (
            provision(f"{act_id}/point-1", "point", "Жоспар бекітілсін."),
            provision(
                f"{act_id}/point-2",
                "point",
                whole,
                own=excerpt("Орталық органдар шаралар қабылдасын:"),
            ),
            provision(f"{act_id}/point-2/subpoint-1", "subpoint", "ақпарат ұсынсын;"),
            provision(f"{act_id}/point-2/subpoint-2", "subpoint", "есеп берсін."),
            provision(annex, "annex", "", heading="Іс-шаралар жоспары"),
            provision(f"{annex}/measure-1", "measure", "Семинар өткізу ІІМ 2018 жыл"),
            provision(f"{annex}/measure-2", "measure", "Құпия"),
        ),
        "measures": rows,
        "indicators": (),
        "references": (),
        "claims": (),
    }
    return Act(id=act_id, **{**values, **more})


def material(folder: Path, *acts: Act) -> Material:
    """Acts with their files, written into a folder."""
    sources = []
    for item in acts:
        path = folder / item.source.file
        path.write_text("\n".join(LINES) + "\n", encoding="utf-8")
        sources.append(SourceFile(item.id, path))
    return Material(acts=acts, sources=tuple(sources))


def build_forever(folder: Path, sources: Path) -> None:
    """Build again and again until the process is killed; for tests of crashes."""
    made = material(sources, act("P1700000580"), act("P1800000124"))
    while True:
        build(folder, made, Tools(HashEmbedder(), fake_tokens, quiet=True))
