"""A running server takes up a new index: who watches for it, and when it is one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from indexer.layout import CURRENT

#: Seconds between two looks at the pointer of an index folder.
EVERY_S: Final = 1.0


def published(folder: Path) -> str:
    """The name of the generation that serves; "" where none can be read."""
    try:
        return (folder / CURRENT).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


class Watch(threading.Thread):
    """Calls back each time that another generation is published.

    A pointer that cannot be read for a moment changes nothing.
    """

    def __init__(
        self, folder: Path, call: Callable[[], None], *, every_s: float = EVERY_S
    ) -> None:
        super().__init__(name="index-watch", daemon=True)
        self._folder = folder
        self._call = call
        self._every_s = every_s
        self._seen = published(folder)
        self._stopped = threading.Event()

    def run(self) -> None:
        """Look until stopped."""
        while not self._stopped.wait(self._every_s):
            found = published(self._folder)
            if found and found != self._seen:
                self._seen = found
                self._call()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()
