"""A further language version takes the place of renderings, wherever it lies."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.load import Corpus
from corpus.model import Act
from corpus.plan_model import Measure
from corpus.trace import Excerpt
from corpus.versions import rendered_by, version_of
from indexer.errors import RepeatedActError
from indexer.material import SHIPPED_ACTS, Loaded, load_material
from indexer.renderings import Rendering, load_renderings, with_official

DECREE = "U1300000588"
POINT = f"{DECREE}/annex-1/chapter-4/point-12"
#: What the version says otherwise than the unofficial rendering.
OFFICIAL = (
    "12. Терроризмге қарсы орталықтың отырыстары тоқсанына кемінде бір рет өтеді."
)


def in_kazakh(act: Act, renderings: Mapping[str, tuple[Rendering, ...]]) -> str:
    """The act in Kazakh, in the order of its provisions, one of them reworded."""
    lines = [
        "Қазақстан Республикасының Терроризмге қарсы орталығы туралы",
        "Қазақстан Республикасы Президентінің 2013 жылғы 24 маусымдағы № 588 Жарлығы.",
    ]
    for provision in act.provisions:
        if provision.kind in {"note", "signature"}:
            continue
        words = {
            r.field: r.text
            for r in renderings.get(provision.id, ())
            if r.language == "kk"
        }
        if provision.kind == "chapter":
            lines.append(f"{provision.number}-тарау. {words['heading']}")
        else:
            lines.append(words.get("text") or words["heading"])
    text = "\n".join(lines)
    old = next(line for line in lines if line.startswith("12. "))
    return text.replace(old, OFFICIAL)


def folder_of(path: Path, name: str, text: str, language: str) -> Path:
    path.mkdir()
    data = text.encode()
    (path / name).write_bytes(data)
    (path / "manifest.toml").write_text(
        f'[[act]]\nfile = "{name}"\nlanguage = "{language}"\nsource = "x"\n'
        f'sha256 = "{hashlib.sha256(data).hexdigest()}"\n',
        encoding="utf-8",
    )
    return path


@pytest.fixture(scope="module")
def own(real_corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    decree = next(act for act in real_corpus.acts if act.id == DECREE)
    text = in_kazakh(decree, load_renderings())
    folder = tmp_path_factory.mktemp("user") / "mine"
    return folder_of(folder, f"{DECREE}.kk.txt", text, "kk")


@pytest.fixture(scope="module")
def loaded(own: Path) -> Loaded:
    return load_material([SHIPPED_ACTS, own], quiet=True)


def test_the_act_stays_what_it_was(loaded: Loaded, real_corpus: Corpus) -> None:
    assert [act.id for act in loaded.material.acts] == [a.id for a in real_corpus.acts]
    decree = next(act for act in loaded.material.acts if act.id == DECREE)
    assert decree.language == "ru"


def test_official_words_take_the_place_of_the_rendering(loaded: Loaded) -> None:
    rows = loaded.material.renderings[POINT]

    assert [r for r in rows if r.language == "kk"] == [
        Rendering("kk", "text", OFFICIAL, official=True)
    ]
    assert [r.official for r in rows if r.language == "en"] == [False]


def test_most_of_the_act_has_official_words(loaded: Loaded) -> None:
    rows = [
        row
        for provision_id, found in loaded.material.renderings.items()
        if provision_id.startswith(f"{DECREE}/")
        for row in found
        if row.language == "kk" and row.field == "text"
    ]

    assert sum(row.official for row in rows) >= 0.85 * len(rows)


def test_another_act_keeps_its_renderings(loaded: Loaded) -> None:
    others = [
        row
        for provision_id, found in loaded.material.renderings.items()
        if not provision_id.startswith(f"{DECREE}/")
        for row in found
    ]

    assert others
    assert not any(row.official for row in others)


def test_the_same_language_twice_is_refused(own: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    text = next(own.glob("*.txt")).read_text(encoding="utf-8")
    folder_of(again, f"{DECREE}.kk.txt", text, "kk")

    with pytest.raises(RepeatedActError, match=f"are both act {DECREE}"):
        load_material([SHIPPED_ACTS, own, again], quiet=True)


def said(text: str) -> Excerpt:
    return Excerpt(text)


def in_russian(measure: Measure) -> Measure:
    return replace(
        measure,
        title=said(f"название {measure.number}"),
        completion_form=said("протокол"),
        deadline=said(""),
        funding=said(""),
    )


def test_cells_of_measures_are_replaced_one_by_one(real_corpus: Corpus) -> None:
    act = next(act for act in real_corpus.acts if act.id == "P1700000580")
    other = replace(
        act, language="ru", measures=tuple(in_russian(m) for m in act.measures)
    )
    official = rendered_by([(act, version_of(act, other))])
    merged = with_official(load_renderings(), official)
    row = f"{act.id}/annex-1/measure-1"
    russian = {r.field: r for r in merged[row] if r.language == "ru"}

    assert russian["title"] == Rendering("ru", "title", "название 1", official=True)
    assert russian["completion_form"].official
    assert not russian["deadline"].official
    assert set(russian) == {"title", "completion_form", "deadline", "funding"}
