"""Unofficial renderings as they lie on disk, and the cells that they render.

A file ``<act id>.<language>.tsv`` has a header and the columns id, field, text. The
field is "heading", "text", or the cell of a measure or indicator that the words
render. :mod:`corpus.renderings_check` holds the files to the acts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple, cast, get_args

from corpus.errors import RenderingFileError
from corpus.ids import ProvisionId
from corpus.model import Act, Language, Provision

#: Where the project keeps them.
RENDERINGS_FOLDER: Final = Path(__file__).parent / "translations"
#: Languages that every act is to be had in.
SPOKEN: Final[tuple[Language, ...]] = ("kk", "ru", "en")
#: Where a rendering belongs: record, field, language.
Place = tuple[str, str, Language]

_HEADER: Final = "id\tfield\ttext"
_COLUMNS: Final = 3


class RenderedCell(NamedTuple):
    """A row of a file of renderings.

    Attributes:
        file: Name of the file.
        line: Its 1-based line there.
        act_id: The act that the file's name says.
        language: Of the words, from the file's name.
        provision_id: The record that is rendered.
        field: What of it.
        text: The words.
    """

    file: str
    line: int
    act_id: str
    language: Language
    provision_id: str
    field: str
    text: str


class SourceCell(NamedTuple):
    """Words of an act that want a rendering, on one line."""

    provision_id: str
    field: str
    text: str


def load_rendered(folder: Path = RENDERINGS_FOLDER) -> Iterator[RenderedCell]:
    """The rows of all files in order of files and lines; rows without words too.

    Raises:
        RenderingFileError: A file has another form.
    """
    for path in sorted(folder.glob("*.tsv")):
        yield from _rows(path, _language(path))


def _language(path: Path) -> Language:
    """The language that a file's name says."""
    name = path.stem.rpartition(".")[2]
    if name not in get_args(Language):
        problem = "its name must end in .kk.tsv, .ru.tsv, .en.tsv"
        raise RenderingFileError(path, 0, problem)
    return cast("Language", name)


def _rows(path: Path, language: Language) -> Iterator[RenderedCell]:
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0] != _HEADER:
        raise RenderingFileError(path, 1, "header must be: id, field, text")
    act_id = path.stem.partition(".")[0]
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != _COLUMNS:
            raise RenderingFileError(path, number, f"{len(cells)} columns, not 3")
        yield RenderedCell(path.name, number, act_id, language, *cells)


def place_of(row: RenderedCell) -> Place:
    """Where a row belongs."""
    return row.provision_id, row.field, row.language


def languages_wanted(act: Act) -> tuple[Language, ...]:
    """The languages that an act is not written in."""
    return tuple(language for language in SPOKEN if language != act.language)


def cells_of(act: Act) -> Iterator[SourceCell]:
    """All that an act says, cell by cell, in reading order; none without words."""
    records = record_cells(act)
    for provision in act.provisions:
        cells = records.get(provision.id) or dict(_plain_cells(provision))
        for field, text in cells.items():
            if words := " ".join(text.split()):
                yield SourceCell(provision.id, field, words)


def record_cells(act: Act) -> Mapping[ProvisionId, Mapping[str, str]]:
    """The cells in words of measures and indicators, empty ones too.

    Bodies and the headings above have entries of their own.
    """
    rows: dict[ProvisionId, Mapping[str, str]] = {
        indicator.id: {"title": indicator.title.text} for indicator in act.indicators
    }
    return rows | {
        measure.id: {
            "title": measure.title.text,
            "completion_form": measure.completion_form.text,
            "deadline": measure.deadline.text,
            "funding": measure.funding.text,
        }
        for measure in act.measures
    }


def _plain_cells(provision: Provision) -> tuple[tuple[str, str], ...]:
    """Heading and words; words that only repeat the heading are left out."""
    heading, text = provision.heading or "", provision.own.text
    if heading and _bare(text).endswith(_bare(heading)):
        text = ""
    return (("heading", heading), ("text", text))


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".")
