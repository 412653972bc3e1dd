"""The server as an operator sees it: time until it is ready, its memory."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from service.settings import variable

#: Seconds that a server may take to stop before it is killed.
_GRACE_S = 20
#: The address in the line that the server prints once it answers.
#: Matches ``http://127.0.0.1:8000``; must not match a line without a port.
_ADDRESS = re.compile(r"http://\S+:\d+")
#: The share of a process in memory, in kibibytes: ``Pss:  1234 kB``.
#: Must not match ``Pss_Anon:``, which is a part of it.
_PSS = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)
_KIB_PER_MIB = 1024


class NotServedError(Exception):
    """The server stopped before it answered; ``output`` is what it printed."""

    def __init__(self, output: str) -> None:
        super().__init__(f"the server did not start: {output.strip()}")
        self.output = output


@dataclass(frozen=True, slots=True)
class Served:
    """A running server.

    Attributes:
        address: Where it answers.
        pid: Of its first process.
        ready_s: Seconds from the start of the process to the first answer of
            ``/readyz``.
        noise: What it printed before its address; empty in a quiet start.
    """

    address: str
    pid: int
    ready_s: float
    noise: str


@contextmanager
def served() -> Iterator[Served]:
    """A server of its own on a free port, stopped at the end.

    Raises:
        NotServedError: It stopped before it answered.
    """
    environment = {**os.environ, variable("port"): "0"}
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "service", "serve"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            noise, address = _told(process)
            fetched(f"{address}/readyz")
            ready_s = time.perf_counter() - start
            yield Served(address, process.pid, ready_s, noise)
        finally:
            _stop(process)


def _told(process: subprocess.Popen[str]) -> tuple[str, str]:
    """What a server prints before its address, and the address."""
    noise = ""
    for line in process.stdout or ():
        found = _ADDRESS.search(line)
        if found:
            return noise, found[0]
        noise += line
    raise NotServedError(noise)


def _stop(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.communicate(timeout=_GRACE_S)
    except subprocess.TimeoutExpired:
        process.kill()


def fetched(address: str) -> bytes:
    """The body at an address."""
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - ours
        body: bytes = answer.read()
    return body


def memory_mib(pid: int, proc: Path = Path("/proc")) -> float | None:
    """Memory of a process and all below it, shared pages counted once, in MiB.

    None where the system does not tell (only Linux does).
    """
    sizes = [_pss_kib(proc / str(one)) for one in _family(pid, proc)]
    known = [size for size in sizes if size is not None]
    return sum(known) / _KIB_PER_MIB if known else None


def _family(pid: int, proc: Path) -> Iterator[int]:
    yield pid
    for task in sorted((proc / str(pid) / "task").glob("*/children")):
        for child in task.read_text(encoding="ascii").split():
            yield from _family(int(child), proc)


def _pss_kib(process: Path) -> int | None:
    try:
        found = _PSS.search((process / "smaps_rollup").read_text(encoding="ascii"))
    except OSError:  # it ended meanwhile, or is not ours to look at
        return None
    return int(found[1]) if found else None


def figures(questions: Sequence[str]) -> Iterator[str]:
    """Lines of figures of a server that is started for them.

    Raises:
        NotServedError: It does not start.
    """
    with served() as server:
        yield f"ready time warm: {server.ready_s:.2f} s"
        yield f"printed before the address: {server.noise.strip() or 'nothing'}"
        yield from _memory_lines("memory of the server when ready", server.pid)
        times = sorted(_asked_ms(server.address, text) for text in questions)
        p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
        yield f"ask over HTTP: p50 {p50:.1f} ms, p95 {p95:.1f} ms, one caller"
        what = f"memory of the server after {len(questions)} questions"
        yield from _memory_lines(what, server.pid)


def _memory_lines(what: str, pid: int) -> Iterator[str]:
    size = memory_mib(pid)
    yield f"{what}: " + ("not told here" if size is None else f"{size:.0f} MiB (PSS)")


def _asked_ms(address: str, question: str) -> float:
    start = time.perf_counter()
    fetched(f"{address}/api/v1/ask?{urllib.parse.urlencode({'q': question})}")
    return (time.perf_counter() - start) * 1000
