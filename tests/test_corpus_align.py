"""Language versions of one act, aligned and held side by side."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.__main__ import main
from corpus.align import align
from corpus.contradictions import differences
from corpus.ids import ProvisionId, Source
from corpus.load import load_corpus
from corpus.model import Act, Kind, Language, Provision
from corpus.read_html import read_html
from corpus.read_text import load_text
from corpus.report import is_complete
from corpus.trace import Excerpt
from corpus.versions import rendered_by

PAGES = Path(__file__).parent / "data" / "html"
KK, RU = PAGES / "Z1200000561.kk.html", PAGES / "Z1200000561.ru.html"


@cache
def read(path: Path) -> Act:
    return read_html(load_text(path))[0]


def provision(path: str, text: str, line: int = 1) -> Provision:
    """A provision by its path; kind and number are those of its last step."""
    identity = ProvisionId(f"Z2000000001/{path}")
    kind, number = identity.steps[-1]
    above = path.rpartition("/")[0]
    kinds: dict[str, Kind] = {
        "article": "article",
        "point": "point",
        "subpoint": "subpoint",
        "para": "para",
        "table": "table",
        "row": "row",
        "note": "note",
    }
    return Provision(
        id=identity,
        kind=kinds[kind],
        number=number,
        heading=None,
        body=Excerpt(text),
        own=Excerpt(text),
        language="kk",
        source=Source("act.html", line, line),
        parent=ProvisionId(f"Z2000000001/{above}") if "/" in above else None,
    )


def act(provisions: Sequence[tuple[str, str]], language: Language = "kk") -> Act:
    base = read(KK)
    listed = (provision(path, text, n) for n, (path, text) in enumerate(provisions, 1))
    return replace(base, id="Z2000000001", language=language, provisions=tuple(listed))


def pairs(one: Act, other: Act) -> list[tuple[str, str]]:
    return [
        (pair.one.partition("/")[2], pair.other.partition("/")[2])
        for pair in align(one, other).pairs
    ]


def test_real_versions_are_aligned_by_their_numbers() -> None:
    one, other = read(KK), read(RU)
    alignment = align(one, other)
    numbered = {p.id for p in one.provisions if p.kind in {"article", "point"}}

    assert numbered <= {pair.one for pair in alignment.pairs}
    assert all(p.one == p.other for p in alignment.pairs if p.one in numbered)


def test_a_table_in_one_version_and_paragraphs_in_the_other() -> None:
    table = "Z1200000561/body/chapter-2/article-19/point-2"
    found = {p.one: p.other for p in align(read(KK), read(RU)).pairs}

    assert found[ProvisionId(f"{table}/table-1/row-2")] == f"{table}/subpoint-1"
    assert found[ProvisionId(f"{table}/table-1/row-5")] == f"{table}/subpoint-2"


def test_numbers_come_before_order() -> None:
    one = act(
        [("body/point-1", "бір"), ("body/point-3", "үш"), ("body/point-2", "екі")]
    )
    other = act(
        [("body/point-1", "один"), ("body/point-2", "два"), ("body/point-3", "т")]
    )

    assert pairs(one, other) == [
        ("body/point-1", "body/point-1"),
        ("body/point-3", "body/point-3"),
        ("body/point-2", "body/point-2"),
    ]


def test_unnumbered_paragraphs_by_length() -> None:
    one = act(
        [
            ("body/point-1", "а"),
            ("body/point-1/para-1", "б" * 90),
            ("body/point-1/para-2", "в" * 10),
            ("body/point-1/para-3", "г" * 200),
        ]
    )
    other = act(
        [
            ("body/point-1", "а"),
            ("body/point-1/para-1", "б" * 100),
            ("body/point-1/para-2", "г" * 210),
        ]
    )

    assert pairs(one, other)[1:] == [
        ("body/point-1/para-1", "body/point-1/para-1"),
        ("body/point-1/para-3", "body/point-1/para-2"),
    ]
    assert align(one, other).alone_in_one == ("Z2000000001/body/point-1/para-2",)


def test_a_level_that_only_one_version_has() -> None:
    one = act(
        [
            ("body/article-1", "1-бап"),
            ("body/article-1/para-1", "қ" * 50),
            ("body/article-1/subpoint-1", "1) а"),
            ("body/article-1/subpoint-2", "2) б"),
        ]
    )
    other = act(
        [
            ("body/article-1", "Статья 1"),
            ("body/article-1/point-1", "п" * 55),
            ("body/article-1/point-1/subpoint-1", "1) а"),
            ("body/article-1/point-1/subpoint-2", "2) б"),
        ]
    )

    assert pairs(one, other) == [
        ("body/article-1", "body/article-1"),
        ("body/article-1/para-1", "body/article-1/point-1"),
        ("body/article-1/subpoint-1", "body/article-1/point-1/subpoint-1"),
        ("body/article-1/subpoint-2", "body/article-1/point-1/subpoint-2"),
    ]


@pytest.mark.parametrize(
    ("kk", "ru", "codes"),
    [
        ("2020 жылғы 5 мамырда 15 адам", "5 мая 2020 года 15 человек", []),
        ("2020 жылғы 5 мамырда", "6 мая 2020 года", ["dates-differ"]),
        ("2020 жылғы 5 мамырда", "5 июня 2020 года", ["dates-differ"]),
        ("2011 жылғы 16 және 19 қарашада", "16 ноября 2011 г., 19 ноября 2011 г.", []),
        ("2011 жылғы 16 қарашада", "16 11 2011", ["dates-differ"]),
        ("15 адам", "16 человек", ["numbers-differ"]),
        ("0,5 пайыз", "0.5 процента", []),
        ("бес адам", "5 человек", ["numbers-differ"]),
        ("бір, екі", "раз, два", []),
    ],
)  # fmt: skip
def test_what_contradicts_is_told(kk: str, ru: str, codes: list[str]) -> None:
    one, other = act([("body/point-1", kk)]), act([("body/point-1", ru)], "ru")

    found = differences(one, other, align(one, other))

    assert [p.code for p in found] == codes
    assert all(p.detail.startswith("Z2000000001/body/point-1: ") for p in found)


def test_the_outermost_provision_without_counterpart_is_told() -> None:
    one = act([("body/point-1", "а"), ("body/point-2", "б")])
    other = act([("body/point-1", "а")])
    more = act(
        [("body/point-1", "а"), ("body/point-9", "в"), ("body/point-9/para-1", "г")]
    )

    lines = [(p.code, p.line) for p in differences(one, other, align(one, other))]
    assert lines == [("no-counterpart", 2)]
    lines = [(p.code, p.line) for p in differences(other, more, align(other, more))]
    assert lines == [("no-counterpart", 2)]


def test_notes_are_not_compared() -> None:
    one = act([("body/point-1", "а"), ("body/note-1", "2020 № 5")])
    other = act([("body/point-1", "а"), ("body/note-1", "2021 № 6")])

    assert differences(one, other, align(one, other)) == ()


def test_long_lists_are_aligned_in_turn() -> None:
    rows = [(f"body/table-1/row-{n}", "қ" * (n % 7 + 1)) for n in range(1, 3001)]
    one = act([("body/table-1", "т"), *rows])
    other = act([("body/table-1", "т"), *rows[:-2], ("body/table-1/note-1", "е")])

    alignment = align(one, other)

    assert len(alignment.pairs) == 2999
    assert len(alignment.alone_in_one) == 2


PATHS = st.lists(
    st.sampled_from(
        ["body/point-1", "body/point-2", "body/point-1/para-1", "body/point-1/para-2",
         "body/point-2/subpoint-1", "body/article-1", "body/article-1/point-1"]
    ),
    unique=True,
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(PATHS, PATHS)
def test_each_provision_has_one_counterpart_at_most(
    left: list[str], right: list[str]
) -> None:
    one = act([(path, path) for path in sorted(left)])
    other = act([(path, path) for path in sorted(right)])
    alignment = align(one, other)
    ones = [pair.one for pair in alignment.pairs] + list(alignment.alone_in_one)
    others = [pair.other for pair in alignment.pairs] + list(alignment.alone_in_other)

    assert sorted(ones) == sorted(p.id for p in one.provisions)
    assert sorted(others) == sorted(p.id for p in other.provisions)
    if left == right:
        assert not alignment.alone_in_one


# -- versions in a corpus folder


def folder_of(tmp_path: Path, *files: tuple[Path, str]) -> Path:
    rows: list[str] = []
    for path, language in files:
        data = path.read_bytes()
        (tmp_path / path.name).write_bytes(data)
        rows.append(
            f'[[act]]\nfile = "{path.name}"\nlanguage = "{language}"\nsource = "x"\n'
            f'sha256 = "{hashlib.sha256(data).hexdigest()}"\n'
        )
    (tmp_path / "manifest.toml").write_text("\n".join(rows), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("order", [(KK, RU), (RU, KK)])
def test_the_first_row_is_the_act_and_the_other_its_version(
    tmp_path: Path, order: tuple[Path, Path]
) -> None:
    files = [(path, path.name.split(".")[1]) for path in order]
    corpus = load_corpus(folder_of(tmp_path, *files))

    assert [act.source.file for act in corpus.acts] == [order[0].name]
    assert [v.act.source.file for v in corpus.versions] == [order[1].name]
    assert {f.name for f in corpus.files} == {KK.name, RU.name}
    assert is_complete(corpus)


def test_official_words_of_both_languages(tmp_path: Path) -> None:
    corpus = load_corpus(folder_of(tmp_path, (KK, "kk"), (RU, "ru")))
    point = ProvisionId("Z1200000561/body/chapter-9/article-53/point-1/subpoint-2")

    found = rendered_by((corpus.acts[0], version) for version in corpus.versions)
    assert found[point] == (("ru", "2) выговор;", "text"),)


def test_ids_do_not_change_with_another_version(tmp_path: Path) -> None:
    alone, both = tmp_path / "alone", tmp_path / "both"
    alone.mkdir()
    both.mkdir()
    one = load_corpus(folder_of(alone, (RU, "ru")))
    two = load_corpus(folder_of(both, (RU, "ru"), (KK, "kk")))

    assert [p.id for p in one.acts[0].provisions] == [
        p.id for p in two.acts[0].provisions
    ]
    assert one.versions == ()


def test_the_same_language_twice_is_a_problem(tmp_path: Path) -> None:
    again = tmp_path / "Z1200000561.again.html"
    again.write_bytes(KK.read_bytes())
    corpus = load_corpus(folder_of(tmp_path, (KK, "kk"), (again, "kk")))

    assert [p.code for p in corpus.problems] == ["act-doubled"]
    assert corpus.versions == ()


def test_files_that_are_no_acts_do_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = {
        "cp1251.html": "<article>Закон</article>".encode("cp1251"),
        "utf16.html": "<article>Закон</article>".encode("utf-16"),
        "empty.html": b" \n",
        "plain.html": b"<html><body>Hello</body></html>",
        "picture.html": b"\x89PNG\r\n",
        "long.html": b"<article>" + b"x" * 60_000,
    }
    monkeypatch.setattr("corpus.read_text.MOST_BYTES", 50_000)
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    files = [(tmp_path / name, "und") for name in bad]
    corpus = load_corpus(folder_of(tmp_path, *files, (RU, "ru")))
    told = {p.file: (p.code, p.detail) for p in corpus.problems}

    assert [act.id for act in corpus.acts] == ["Z1200000561"]
    assert set(told) == set(bad)
    assert "cp1251" in told["cp1251.html"][1]
    assert "UTF-16" in told["utf16.html"][1]
    assert told["plain.html"][0] == "not-an-act"
    assert "60009 bytes" in told["long.html"][1]


def test_diff_prints_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(KK), str(RU)]) == 0
    lines = capsys.readouterr().out.splitlines()

    assert lines[0].startswith("Z1200000561.kk.html: Z1200000561 in kk, ")
    assert " pairs, " in lines[2]
    assert main(["diff", str(KK), str(RU), "--pairs"]) == 0
    assert "    2) выговор;" in capsys.readouterr().out.splitlines()


def test_diff_of_different_acts_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    other = PAGES / "V1800016942.ru.html"

    assert main(["diff", str(KK), str(other)]) == 0
    assert "these are different acts" in capsys.readouterr().out


def test_diff_of_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(KK), "nowhere.html"]) == 2
    assert "nowhere.html: no such act file" in capsys.readouterr().err


def test_a_page_in_another_language_than_its_row(tmp_path: Path) -> None:
    corpus = load_corpus(folder_of(tmp_path, (RU, "kk")))

    assert [p.code for p in corpus.problems] == ["language-differs"]
