"""Renderings are read by id, and a file of another form is named."""

from pathlib import Path

import pytest

from corpus.errors import RenderingFileError
from corpus.ids import ProvisionId
from corpus.versions import Rendering as OfficialText
from indexer.renderings import Rendering, load_renderings, with_official

ROW = "P1700000580/annex-1/measure-1"
HEADER = "id\tfield\ttext\n"


def test_rows_are_gathered_by_provision_and_language(tmp_path: Path) -> None:
    (tmp_path / "P1700000580.ru.tsv").write_text(
        f"{HEADER}{ROW}\ttitle\tСеминар\n{ROW}\tcompletion_form\tинформация\n",
        encoding="utf-8",
    )
    (tmp_path / "P1700000580.en.tsv").write_text(
        f"{HEADER}{ROW}\ttitle\tSeminar\n{ROW}\tsection\t \n", encoding="utf-8"
    )

    assert load_renderings(tmp_path) == {
        ROW: (
            Rendering("en", "title", "Seminar"),
            Rendering("ru", "title", "Семинар"),
            Rendering("ru", "completion_form", "информация"),
        )
    }


def test_no_files_no_renderings(tmp_path: Path) -> None:
    assert load_renderings(tmp_path) == {}


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("P1.xx.tsv", HEADER, "its name must end"),
        ("P1.ru.tsv", "id\ttext\n", "line 1: header"),
        ("P1.ru.tsv", f"{HEADER}{ROW}\ttitle\n", "line 2: 2 columns"),
        ("P1.ru.tsv", f"{HEADER}{ROW}\ttitle\ta\tb\n", "line 2: 4 columns"),
    ],
)
def test_a_file_of_another_form_is_named(
    tmp_path: Path, name: str, content: str, problem: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")

    with pytest.raises(RenderingFileError, match=problem) as caught:
        load_renderings(tmp_path)

    assert name in str(caught.value)


def test_the_shipped_files_can_be_read() -> None:
    assert all(rows for rows in load_renderings().values())


def test_official_words_take_the_place_of_unofficial_ones() -> None:
    key = ProvisionId("Z1200000561/article-1")
    unofficial: dict[str, tuple[Rendering, ...]] = {
        key: (Rendering("ru", "text", "перевод"), Rendering("en", "text", "words"))
    }

    merged = with_official(unofficial, {key: (OfficialText("ru", "закон"),)})

    assert merged[key] == (
        Rendering("en", "text", "words"),
        Rendering("ru", "text", "закон", official=True),
    )
