"""The blind check of the termbase: how often a second hand writes the same.

A tenth or more of each term file was drawn with a fixed seed, one side of every row
shown, the other two written anew without a look at them. The sheet keeps what was
shown, what the termbase said then, what the second hand wrote, and how a disagreement
was settled; ``python -m corpus.lexicon_blind`` counts it again. What the figures mean
is told in ``docs/termbase-review.md``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final, Literal, NamedTuple, get_args

from corpus.nlp import tokens
from corpus.terms import TONGUES, LexiconFormatError, split_names
from corpus.words import LEXICON_FOLDER, Tongue

BLIND_FILE: Final = LEXICON_FOLDER / "blind-check.tsv"
COLUMNS: Final = (
    *("file", "shown", "kk", "ru", "en"),
    *("kk written", "ru written", "en written", "settled"),
)

#: How a disagreement was settled: not worth a change; another name added; another
#: name put first; the row was wrong. "" where the sides agree.
Settled = Literal["", "kept", "variant", "preference", "error"]
_SETTLED: Final[tuple[str, ...]] = get_args(Settled)


class BlindRow(NamedTuple):
    """A row of the sheet.

    Attributes:
        file: Term file that it was drawn from.
        shown: The one language that the second hand saw.
        names: The row's names by language, as they were when it was drawn.
        written: What the second hand wrote; nothing for the language shown.
        settled: How the row was settled.
    """

    file: str
    shown: str
    names: dict[Tongue, tuple[str, ...]]
    written: dict[Tongue, tuple[str, ...]]
    settled: str


class Agreement(NamedTuple):
    """What the check says of one file.

    Attributes:
        file: The term file, "all" for the sum.
        rows: Rows drawn.
        sides: Sides written, two a row.
        agreed: Sides where one name is among the row's names.
        first: Sides where one name is the row's preferred one.
        settled: Rows by how they were settled.
    """

    file: str
    rows: int
    sides: int
    agreed: int
    first: int
    settled: dict[str, int]

    @property
    def error_rate(self) -> float:
        """Rows that were wrong among all rows drawn, 0..1."""
        return self.settled["error"] / self.rows if self.rows else 0.0


def _row(cells: Sequence[str], path: Path, line: int) -> BlindRow:
    if len(cells) != len(COLUMNS) or cells[-1] not in _SETTLED:
        raise LexiconFormatError(path, line, "\t".join(cells))
    names = dict(zip(TONGUES, map(split_names, cells[2:5]), strict=True))
    written = dict(zip(TONGUES, map(split_names, cells[5:8]), strict=True))
    return BlindRow(cells[0], cells[1], names, written, cells[-1])


def load_blind(path: Path = BLIND_FILE) -> tuple[BlindRow, ...]:
    """The rows of the sheet in order.

    Raises:
        LexiconFormatError: A row has not the columns, or an unknown settlement.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(
        _row(line.split("\t"), path, number) for number, line in enumerate(lines[1:], 2)
    )


def _key(name: str, tongue: Tongue) -> tuple[str, ...]:
    """The lemmas of a name; marks and word forms make no difference."""
    return tuple(t.lemma for t in tokens(name, tongue) if t.is_word or t.is_number)


def _side(row: BlindRow, tongue: Tongue) -> tuple[bool, bool]:
    """Whether a side agrees, and whether it does so in the preferred name."""
    theirs = [_key(name, tongue) for name in row.names[tongue]]
    mine = {_key(name, tongue) for name in row.written[tongue]}
    return not mine.isdisjoint(theirs), theirs[0] in mine


def agreement(rows: Iterable[BlindRow], file: str = "all") -> Agreement:
    """Count rows and sides; see :class:`Agreement`."""
    drawn = tuple(rows)
    sides = [_side(row, t) for row in drawn for t in TONGUES if row.written[t]]
    counts = {kind: sum(row.settled == kind for row in drawn) for kind in _SETTLED}
    agreed, first = (sum(side[i] for side in sides) for i in (0, 1))
    return Agreement(file, len(drawn), len(sides), agreed, first, counts)


def by_file(rows: Iterable[BlindRow]) -> tuple[Agreement, ...]:
    """One count for each file in the sheet's order, then that of all."""
    drawn = tuple(rows)
    files = groupby(drawn, key=lambda row: row.file)
    return (*(agreement(list(group), file) for file, group in files), agreement(drawn))


def _lines(found: Iterable[Agreement]) -> Iterator[str]:
    yield (
        f"{'file':<20} {'rows':>5} {'sides':>6} {'agreed':>7} {'first':>6}"
        f" {'kept':>5} {'variant':>8} {'preference':>11} {'error':>6} {'rate':>6}"
    )
    for one in found:
        sides = max(one.sides, 1)
        yield (
            f"{one.file:<20} {one.rows:>5} {one.sides:>6}"
            f" {one.agreed / sides:>7.3f} {one.first / sides:>6.3f}"
            f" {one.settled['kept']:>5} {one.settled['variant']:>8}"
            f" {one.settled['preference']:>11} {one.settled['error']:>6}"
            f" {one.error_rate:>6.3f}"
        )


def main() -> int:
    """Print agreement and error rate of each file."""
    for line in _lines(by_file(load_blind())):
        sys.stdout.write(f"{line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
