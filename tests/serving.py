"""A server in a process of its own, for tests that need a real one."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from service.settings import METRICS_FOLDER, ROOT


@dataclass
class Served:
    """A running server.

    Attributes:
        address: That it printed.
        process_id: Of its first process.
        printed: All that came behind the address, once it has ended.
    """

    address: str
    process_id: int
    printed: str = ""


@contextmanager
def serving(script: str, settings: Mapping[str, str]) -> Iterator[Served]:
    """Run a server on a free port; end it by SIGTERM, which it must obey.

    Args:
        script: Python that serves.
        settings: Environment variables beside those of this process.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ZANGER_PORT": "0"}
    environment |= settings
    environment.pop(METRICS_FOLDER, None)
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert found, line + process.stdout.read()
        served = Served(found[0], process.pid)
        yield served
        process.send_signal(signal.SIGTERM)
        served.printed = process.stdout.read()
        assert process.wait(timeout=15) == 0, served.printed
