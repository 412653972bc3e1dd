"""Texts whose language is known: clauses of acts and questions of lists.

The commands of :mod:`corpus.figures` measure on them. Held questions are read like
the others, for only totals are printed of what is measured on them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from corpus.load import load_corpus, read_file
from corpus.model import Act, Language
from corpus.read_text import load_text

#: The acts that are shipped.
ACTS: Final = Path(__file__).parent / "acts"
#: Languages a question may be marked with.
_MARKS: Final[dict[str, Language]] = {"kk": "kk", "ru": "ru", "en": "en"}


class Sample(NamedTuple):
    """A text with its language.

    Attributes:
        language: As its writer or its act says.
        text: Repaired, where it is of an act.
        held: A question that tuning must not look at.
    """

    language: Language
    text: str
    held: bool = False


class Batch(NamedTuple):
    """Samples of one origin: an act, or a list of questions."""

    name: str
    samples: tuple[Sample, ...]


class QuestionsFormatError(ValueError):
    """A line of a list of questions cannot be read."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(f"{path}:{line}: no question with its language")
        self.path = path
        self.line = line


def act_clauses(act: Act) -> Iterator[str]:
    """The own words of an act's provisions and the cells of its measures, in order."""
    for provision in act.provisions:
        yield provision.own.text
    for measure in act.measures:
        cells = (measure.title, measure.completion_form, measure.deadline)
        yield from (cell.text for cell in (*cells, measure.funding) if cell)


@lru_cache(maxsize=1)
def _acts(folder: Path) -> tuple[Act, ...]:
    """The acts of a folder, read once for all figures."""
    return load_corpus(folder).acts


def act_batches(files: Sequence[Path] = (), folder: Path = ACTS) -> Iterator[Batch]:
    """The clauses of a corpus's acts, then those of single act files.

    Raises:
        CorpusError: The corpus or a file cannot be read.
    """
    named = [(act.id, act) for act in _acts(folder)]
    named += [(file.name, read_file(load_text(file))[0]) for file in files]
    for name, act in named:
        clauses = dict.fromkeys(act_clauses(act))
        yield Batch(name, tuple(Sample(act.language, text) for text in clauses if text))


def question_batches(paths: Iterable[Path]) -> Iterator[Batch]:
    """Lists of questions: files, or folders of them.

    A ``.jsonl`` line is an object with ``lang`` and ``q``, and ``held`` if it is; a
    line of any other file is a language, a tab and the question, below a header.

    Raises:
        QuestionsFormatError: A line is neither.
    """
    for path in paths:
        files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
        found = [sample for file in files for sample in _questions(file)]
        yield Batch(str(path), tuple(found))


def _questions(path: Path) -> Iterator[Sample]:
    lines = path.read_text(encoding="utf-8").splitlines()
    of_objects = path.suffix == ".jsonl"
    for number, line in enumerate(lines, 1):
        if not line.strip() or (number == 1 and not of_objects):
            continue
        try:
            yield _object(line) if of_objects else _tabbed(line)
        except (ValueError, KeyError, TypeError) as error:
            raise QuestionsFormatError(path, number) from error


def _object(line: str) -> Sample:
    raw = json.loads(line)
    return Sample(_MARKS[raw["lang"]], str(raw["q"]), bool(raw.get("held", False)))


def _tabbed(line: str) -> Sample:
    language, text = line.split("\t")[:2]
    return Sample(_MARKS[language], text)
