"""How long acts take to read and how much memory: figures, printed by ``bench``."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from corpus.load import load_corpus, read_file
from corpus.read_text import load_text, read_text
from corpus.trace import ActFile

#: How often an act is repeated to see whether reading takes time in proportion.
REPEATS: Final = (1, 10, 100)
_KIB_PER_MB: Final = 1024
_T = TypeVar("_T")


class Timing(NamedTuple):
    """One measurement.

    Attributes:
        name: What was read.
        characters: Of all files read.
        records: Provisions read.
        seconds: By the wall clock.
        peak_mb: Most memory that the process has held so far; it never falls.
    """

    name: str
    characters: int
    records: int
    seconds: float
    peak_mb: float


def bench_lines(
    folder: Path, files: Sequence[Path], repeats: Sequence[int] = REPEATS
) -> Iterator[str]:
    """A line for each measurement: the corpus, each file, an act again and again.

    Args:
        folder: Corpus folder.
        files: Further files, texts or pages of acts.
        repeats: How many copies of the corpus's shortest text are read as one act.

    Raises:
        CorpusError: A file holds no act.
    """
    yield _line("read", "characters", "records", "seconds", "µs/character", "peak MB")
    yield timing_line(time_corpus(folder))
    yield from (timing_line(time_file(load_text(path))) for path in files)
    texts = [load_text(path) for path in sorted(folder.glob("*.txt"))]
    if not texts:
        return
    shortest = min(texts, key=lambda file: (len(file.text), file.name))
    for times in repeats:
        timing = time_file(repeat(shortest, times))
        yield timing_line(timing._replace(name=f"{shortest.name} × {times}"))


def time_corpus(folder: Path) -> Timing:
    """Reading all acts of a folder."""
    corpus, seconds = _timed(lambda: load_corpus(folder))
    records = sum(len(act.provisions) for act in corpus.acts)
    characters = sum(len(file.text) for file in corpus.files)
    return Timing(f"{len(corpus.acts)} acts", characters, records, seconds, peak_mb())


def time_file(file: ActFile) -> Timing:
    """Reading one act."""
    (act, _), seconds = _timed(lambda: read_file(file))
    records = len(act.provisions)
    return Timing(file.name, len(file.text), records, seconds, peak_mb())


def repeat(file: ActFile, times: int) -> ActFile:
    """A text that holds all lines of an act so many times, one after the other."""
    return read_text(file.name, "\n\n".join([file.text] * times))


def timing_line(timing: Timing) -> str:
    """A measurement on one line; its columns are those of the first line."""
    each = 1e6 * timing.seconds / max(timing.characters, 1)
    return _line(
        timing.name,
        str(timing.characters),
        str(timing.records),
        f"{timing.seconds:.2f}",
        f"{each:.1f}",
        f"{timing.peak_mb:.0f}",
    )


def peak_mb() -> float:
    """The most memory that this process has held, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / _KIB_PER_MB / (_KIB_PER_MB if sys.platform == "darwin" else 1)


def _timed(work: Callable[[], _T]) -> tuple[_T, float]:
    """What the work returns, and its seconds."""
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def _line(name: str, *values: str) -> str:
    """Columns of one width."""
    return f"{name:<28}" + "".join(f"{value:>14}" for value in values)
