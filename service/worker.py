"""The server's processes: gunicorn's threads, which no slow client keeps for long."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Mapping
from typing import Any, Final

from gunicorn.workers.gthread import ThreadWorker

#: Seconds in which a client must have sent its request.
READ_S: Final = 10


class PatientWorker(ThreadWorker):  # type: ignore[misc] # gunicorn has no types
    """Hears no more of a client that does not come to the end of its request.

    gunicorn waits for the first bytes of a request without a thread, but for the rest
    of it with one and without end: as many half-sent requests as there are threads
    would keep everybody else waiting.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - gunicorn's
        super().__init__(*args, **kwargs)
        self._since: dict[socket.socket, float] = {}

    def enqueue_req(self, conn: Any) -> None:  # noqa: ANN401 - gunicorn's
        """Let a thread read and answer a request, as soon as one is free."""
        self._since[conn.sock] = time.monotonic()
        super().enqueue_req(conn)

    def handle(self, conn: Any) -> object:  # noqa: ANN401 - gunicorn's
        """Read and answer a request, in a thread."""
        try:
            return super().handle(conn)
        finally:
            self._since.pop(conn.sock, None)

    def notify(self) -> None:
        """Show that the process lives; called about once a second."""
        super().notify()
        stop_reading(dict(self._since), time.monotonic() - READ_S)


def stop_reading(since: Mapping[socket.socket, float], before: float) -> None:
    """Read no more from connections whose request began before a moment.

    What is being answered still is: only the way in is closed, which ends a request
    that is half sent.
    """
    for connection, began in since.items():
        if began < before:
            with contextlib.suppress(OSError):  # it was closed meanwhile
                connection.shutdown(socket.SHUT_RD)
