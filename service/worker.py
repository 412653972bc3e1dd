"""The server's processes: gunicorn's threads, which no slow client keeps for long."""

from __future__ import annotations

import contextlib
import json
import socket
import time
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from gunicorn.http import errors, message
from gunicorn.workers.gthread import ThreadWorker

#: Seconds in which a client must have sent its request.
READ_S: Final = 10
#: Longest request line, in bytes. gunicorn stops at 8,190, but a question of a thousand
#: letters may take 12,000, and a longer one is to be refused in words.
LONGEST_LINE: Final = 64 * 1024
#: Statuses of requests that cannot be read; 400 for all others.
_STATUSES: Final = {
    errors.LimitRequestLine: HTTPStatus.REQUEST_URI_TOO_LONG,
    errors.LimitRequestHeaders: HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
}


class PatientWorker(ThreadWorker):  # type: ignore[misc] # gunicorn has no types
    """Hears no more of a client that does not come to the end of its request.

    gunicorn waits for the first bytes of a request without a thread, but for the rest
    of it with one and without end: as many half-sent requests as there are threads
    would keep everybody else waiting.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - gunicorn's
        super().__init__(*args, **kwargs)
        self._since: dict[socket.socket, float] = {}

    def init_process(self) -> None:
        """Begin to serve."""
        message.MAX_REQUEST_LINE = LONGEST_LINE
        super().init_process()

    def handle_error(
        self,
        req: Any,  # noqa: ANN401 - gunicorn's
        client: socket.socket,
        addr: Any,  # noqa: ANN401 - gunicorn's
        exc: Exception,
    ) -> None:
        """Answer a request that cannot be read with a problem document."""
        if not isinstance(exc, errors.ParseException):
            super().handle_error(req, client, addr, exc)
            return
        with contextlib.suppress(OSError):  # who sent it may be gone
            client.sendall(refusal(_STATUSES.get(type(exc), HTTPStatus.BAD_REQUEST)))

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


def refusal(status: HTTPStatus) -> bytes:
    """A whole answer to a request whose path and language are not known."""
    problem = {"type": "about:blank", "title": status.phrase, "status": status.value}
    body = json.dumps(problem).encode()
    head = (
        f"HTTP/1.1 {status.value} {status.phrase}",
        "Content-Type: application/problem+json",
        f"Content-Length: {len(body)}",
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        "Connection: close",
    )
    return "\r\n".join((*head, "", "")).encode() + body
