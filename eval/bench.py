"""Speed, memory and size: figures for the notes, never a test."""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path

import numpy as np

from eval import serving
from service.engine import Engine
from service.inputs_verify import MOST_CLAIMS
from service.phrases import load_phrasebook
from service.search_model import SearchRequest, SearchResult
from service.settings import Settings
from service.verify_model import Claim
from service.warming import warm

#: Rounds over the questions; in the first each is asked for the first time.
ROUNDS = 4
#: Words of a quote that is verified, and the one that makes it wrong.
_QUOTED = 15
_WRONG = "қате"
#: ``ru_maxrss`` counts kibibytes on Linux.
_KIB_PER_MIB = 1024


def figures(settings: Settings, questions: Sequence[str]) -> Iterator[str]:
    """Lines of figures, as they are measured; the engine opens in this process."""
    yield f"environment: {_size_mib(Path(sys.prefix)):.0f} MiB in {sys.prefix}"
    yield f"index: {_size_mib(settings.index):.1f} MiB in {settings.index}"
    yield f"first answer from a cold start: {_cold_start_s(questions[0]):.2f} s"
    yield from serving.figures(questions)
    with _one_core():
        yield from _engine_figures(settings, questions)


def _engine_figures(settings: Settings, questions: Sequence[str]) -> Iterator[str]:
    """Times of an engine in this process; each kind of call has a new one.

    So no call finds read what one of another kind has read before.
    """
    engine, took_s = _opened(settings)
    yield f"engine open: {took_s:.2f} s"
    yield from _pass_lines("ask", engine.ask, questions)
    del engine
    gc.unfreeze()
    gc.collect()
    engine, _ = _opened(settings)
    yield from _pass_lines("search", partial(_search, engine), questions)
    claims = list(islice(_claims(engine), MOST_CLAIMS))
    start = time.perf_counter()
    engine.verifier.claims(claims)
    took_s = time.perf_counter() - start
    yield f"verify: {took_s:.2f} s for {len(claims)} citations with quotes"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MIB
    yield f"peak memory of this process: {peak:.0f} MiB"


def _claims(engine: Engine) -> Iterator[Claim]:
    """Quotes with their citations, every other one with a word changed."""
    for act in engine.index.acts():
        for number, unit in enumerate(engine.index.provisions(act.id)[1]):
            words = unit.own.text.split()[:_QUOTED]
            if len(words) == _QUOTED:
                words[_QUOTED // 2] = _WRONG if number % 2 else words[_QUOTED // 2]
                yield Claim(unit.id, " ".join(words))


def _opened(settings: Settings) -> tuple[Engine, float]:
    """An engine as the server has it when it is ready; seconds that it took to open."""
    start = time.perf_counter()
    engine = Engine.open(settings)
    took_s = time.perf_counter() - start
    warm(engine, load_phrasebook())
    return engine, took_s


def _search(engine: Engine, text: str) -> SearchResult:
    return engine.search(SearchRequest(text=text))


@contextmanager
def _one_core() -> Iterator[None]:
    """Keep this process, with whatever threads it starts, on one core."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def _pass_lines(
    name: str, call: Callable[[str], object], questions: Sequence[str]
) -> Iterator[str]:
    """Times of questions asked for the first time, and again."""
    first, *later = (_times_ms(call, questions) for _ in range(ROUNDS))
    again = [time_ms for times in later for time_ms in times]
    for which, times in (("first pass", first), ("later passes", again)):
        p50, p95 = np.percentile(times, (50, 95))
        yield (
            f"{name}, {which}: p50 {p50:.1f} ms, p95 {p95:.1f} ms "
            f"over {len(times)} calls, one core"
        )


def _times_ms(call: Callable[[str], object], questions: Sequence[str]) -> list[float]:
    times = []
    for text in questions:
        start = time.perf_counter()
        call(text)
        times.append((time.perf_counter() - start) * 1000)
    return times


def _cold_start_s(question: str) -> float:
    start = time.perf_counter()
    subprocess.run(  # noqa: S603 -- our own module, no shell
        [sys.executable, "-m", "service", "ask", question],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - start


def _size_mib(folder: Path) -> float:
    sizes = (
        os.lstat(Path(root) / name).st_size
        for root, _, names in os.walk(folder)
        for name in names
    )
    return sum(sizes) / 2**20
