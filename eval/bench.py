"""Speed, memory and size: figures for the notes, never a test."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from eval import serving
from service.engine import Engine
from service.inputs_verify import MOST_CLAIMS
from service.search_model import SearchRequest
from service.settings import Settings
from service.verify_model import Claim

#: Rounds over the questions; the first warms caches and is not counted.
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
    start = time.perf_counter()
    engine = Engine.open(settings)
    yield f"engine open: {time.perf_counter() - start:.2f} s"
    calls = {
        "ask": engine.ask,
        "search": lambda text: engine.search(SearchRequest(text=text)),
    }
    for name, call in calls.items():
        times = sorted(_times_ms(call, questions))
        p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
        yield f"{name}: p50 {p50:.1f} ms, p95 {p95:.1f} ms over {len(times)} calls"
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


def _times_ms(call: object, questions: Sequence[str]) -> list[float]:
    if not callable(call):
        raise TypeError(call)
    times = []
    for round_ in range(ROUNDS):
        for text in questions:
            start = time.perf_counter()
            call(text)
            if round_:
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
