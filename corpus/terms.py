"""The termbase and the synonyms as rows: data that lawyers edit.

Format and rules stand in ``corpus/lexicon/README.md``; :mod:`corpus.lexicon_check`
holds the files to them. Here a file is read, and refused only where its columns
are not what they should be.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from corpus.words import Tongue

TERM_COLUMNS: Final = ("kk", "ru", "en", "pos", "domain", "note")
SYNONYM_COLUMNS: Final = ("term", "synonyms", "note")
TONGUES: Final[tuple[Tongue, ...]] = ("kk", "ru", "en")


class LexiconFormatError(ValueError):
    """A file of the lexicon has not the columns that it should have."""

    def __init__(self, path: Path, line: int, found: str) -> None:
        super().__init__(f"{path.name}:{line}: unexpected columns: {found!r}")
        self.path = path
        self.line = line
        self.found = found


class Term(NamedTuple):
    """A row of the termbase: what one thing is called in three languages.

    Attributes:
        kk: Kazakh names, the official one first.
        ru: Russian names.
        en: English names.
        pos: Part of speech, one of ``lexicon_check.POS``.
        domain: Field of law or life, one of ``lexicon_check.DOMAINS``.
        note: For the reader.
        file: File that holds the row.
        line: Its 1-based line there.
    """

    kk: tuple[str, ...]
    ru: tuple[str, ...]
    en: tuple[str, ...]
    pos: str
    domain: str
    note: str
    file: str
    line: int

    def names(self, tongue: Tongue) -> tuple[str, ...]:
        """The names in one language, the preferred one first."""
        return {"kk": self.kk, "ru": self.ru, "en": self.en}[tongue]


class Synonyms(NamedTuple):
    """A row of same-language synonyms."""

    term: str
    synonyms: tuple[str, ...]
    file: str
    line: int


def split_names(cell: str) -> tuple[str, ...]:
    """The alternatives of a cell, in order, none empty."""
    return tuple(name for part in cell.split(";") if (name := part.strip()))


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Line numbers and cells below the header; missing last cells are "".

    Raises:
        LexiconFormatError: The header is another, or a row has too many cells.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or tuple(lines[0].split("\t")) != columns:
        raise LexiconFormatError(path, 1, lines[0] if lines else "")
    for number, line in enumerate(lines[1:], 2):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise LexiconFormatError(path, number, line)
        yield number, cells + [""] * (len(columns) - len(cells))


def term_files(folder: Path) -> tuple[Path, ...]:
    """The termbase's files: ``terms.tsv`` first, then ``terms-*.tsv`` by name."""
    return tuple(
        sorted(folder.glob("terms*.tsv"), key=lambda p: (p.stem != "terms", p.stem))
    )


def load_terms(path: Path) -> tuple[Term, ...]:
    """The rows of one termbase file.

    Raises:
        LexiconFormatError: The columns are not ``TERM_COLUMNS``.
    """
    return tuple(
        Term(
            split_names(kk),
            split_names(ru),
            split_names(en),
            pos.strip(),
            domain.strip(),
            note.strip(),
            path.name,
            line,
        )
        for line, (kk, ru, en, pos, domain, note) in _rows(path, TERM_COLUMNS)
    )


def synonym_file(folder: Path, tongue: Tongue) -> Path:
    """Where the synonyms of a language stand."""
    return folder / f"synonyms.{tongue}.tsv"


def load_synonyms(path: Path) -> tuple[Synonyms, ...]:
    """The rows of one file of synonyms.

    Raises:
        LexiconFormatError: The columns are not ``SYNONYM_COLUMNS``.
    """
    return tuple(
        Synonyms(cells[0].strip(), split_names(cells[1]), path.name, line)
        for line, cells in _rows(path, SYNONYM_COLUMNS)
    )
