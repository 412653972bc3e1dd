"""Serving for real: gunicorn with threads, the engine opened once and shared."""

from __future__ import annotations

import errno
import gc
import logging
import os
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Callable
from typing import Any, Final
from wsgiref.types import WSGIApplication

from gunicorn.app.base import BaseApplication

from indexer.errors import IndexerError
from service.renewal import Watch, published
from service.settings import METRICS_FOLDER, Settings, variable
from service.worker import LONGEST_LINE, PatientWorker

_LOG: Final = logging.getLogger(__name__)
#: Opens an index and makes the application over it.
MakeApp = Callable[[Settings], WSGIApplication]
#: Seconds that running requests are given when the server is stopped.
_GRACE_S: Final = 10


class ListenError(Exception):
    """The server cannot listen at its address."""

    def __init__(self, host: str, port: int, reason: str, *, taken: bool) -> None:
        step = (
            f"stop what runs there, or set {variable('port')} to another port"
            if taken
            else f"set {variable('host')} to an address of this machine"
        )
        super().__init__(f"cannot listen on {host}:{port}: {reason}; {step}")
        self.host = host
        self.port = port


def serve(settings: Settings, make_app: MakeApp | None = None) -> None:
    """Serve until stopped; the address is printed once requests are answered.

    Args:
        settings: Address, number of processes and threads, index.
        make_app: Taken in place of :func:`service.app.create_app`, for tests.

    Raises:
        ListenError: The address is taken or not ours.
        IndexerError: The index is missing, damaged or foreign.
    """
    log_to_stderr(settings.log)
    with bound_socket(settings.host, settings.port) as listener:
        shared = _share_metrics() if settings.workers > 1 else None
        owner = os.getpid()
        try:
            server = _Server(settings, make_app or _create_app, listener)
            server.run()
        finally:
            if shared and os.getpid() == owner:  # a leaving worker passes here too
                shutil.rmtree(shared, ignore_errors=True)


def log_to_stderr(level: str) -> None:
    """Write our own messages from a level on, those of libraries from warnings on."""
    logging.basicConfig(
        level=logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    for ours in ("corpus", "indexer", "service"):
        logging.getLogger(ours).setLevel(level.upper())


def bound_socket(host: str, port: int) -> socket.socket:
    """A socket at an address; nobody can connect before the server listens.

    Args:
        host: A name or an address of this machine.
        port: 0 takes any free one.

    Raises:
        ListenError: The address is taken or not ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = None
    try:
        bound = socket.socket(family, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except OSError as error:
        if bound:
            bound.close()
        reason = error.strerror or str(error)
        taken = error.errno == errno.EADDRINUSE
        raise ListenError(host, port, reason, taken=taken) from error
    return bound


def address_of(listener: socket.socket) -> str:
    """The address as a browser takes it."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _share_metrics() -> str:
    """A folder in which processes add up their counters.

    The client library asks for it when it is imported, so this comes first; that
    is why nothing here imports :mod:`service.metrics` at the top.
    """
    folder = tempfile.mkdtemp(prefix="zanger-metrics-")
    os.environ[METRICS_FOLDER] = folder
    return folder


def _create_app(settings: Settings) -> WSGIApplication:
    from service.app import create_app  # noqa: PLC0415 - after the folder is shared

    return create_app(settings)


class _Server(BaseApplication):  # type: ignore[misc] # gunicorn has no types
    """gunicorn without its command line and configuration files."""

    def __init__(
        self, settings: Settings, make_app: MakeApp, listener: socket.socket
    ) -> None:
        self._settings = settings
        self._make_app = make_app
        self._app = make_app(settings)
        self._address = address_of(listener)
        self._fd = listener.detach()
        self._watch = Watch(settings.index, _renew_this_process)
        super().__init__()

    def load_config(self) -> None:
        """Take everything from our settings."""
        settings = self._settings
        options: dict[str, Any] = {
            "bind": f"fd://{self._fd}",
            "worker_class": PatientWorker,
            "limit_request_line": LONGEST_LINE,
            "workers": settings.workers,
            "threads": settings.threads,
            "timeout": settings.timeout_s,
            "graceful_timeout": _GRACE_S,
            "preload_app": True,
            "loglevel": "warning" if settings.log == "info" else settings.log,
            "proc_name": "zanger",
            "control_socket_disable": True,
            "when_ready": self._ready,
            "child_exit": _forget,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIApplication:
        """The application, opened before the processes fork."""
        return self._app

    def reload(self) -> None:
        """Take up the index that serves now; what cannot be opened is left alone.

        New processes are begun with it before the old ones are let go, and these
        first answer what they have been asked.
        """
        try:
            self._app = self._make_app(self._settings)
        except IndexerError as error:
            _LOG.warning("the new index is not taken up: %s", error)
        else:
            self.callable = None
            gc.unfreeze()  # else the old application would never be let go
            gc.collect()
            gc.freeze()
            _LOG.info("index taken up: %s", published(self._settings.index))
        super().reload()

    def _ready(self, _arbiter: object) -> None:
        sys.stdout.write(f"zanger serves on {self._address}\n")
        sys.stdout.flush()
        self._watch.start()


def _renew_this_process() -> None:
    """Ask the process that holds all others to begin them anew."""
    os.kill(os.getpid(), signal.SIGHUP)


def _forget(_arbiter: object, worker: Any) -> None:  # noqa: ANN401 - gunicorn's
    """Drop the counters that only a living process has."""
    if os.environ.get(METRICS_FOLDER):
        from prometheus_client.multiprocess import mark_process_dead  # noqa: PLC0415

        mark_process_dead(worker.pid)  # type: ignore[no-untyped-call] # theirs
