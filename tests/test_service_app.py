"""The application and its server: put together, started, stopped."""

import json
import logging
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from corpus.model import Act
from indexer.errors import IndexerError, MissingIndexError
from service.app import create_app
from service.server import ListenError, address_of, bound_socket, log_to_stderr
from service.settings import ROOT, Settings
from service.worker import LONGEST_LINE, stop_reading
from tests.service_fakes import FakeEngine, FakeIndex
from tests.serving import serving

#: A server on the fake engine, in a process of its own.
_SERVE = """
from service.server import serve
from service.settings import Settings

def make_app(settings):
    from service.app import create_app
    from tests.service_fakes import FakeEngine
    return create_app(settings, FakeEngine())

serve(Settings.from_env(), make_app)
"""


def test_two_applications_do_not_share_anything() -> None:
    first = create_app(Settings(language="kk"), FakeEngine()).test_client()
    second = create_app(Settings(language="ru"), FakeEngine()).test_client()
    first.get("/api/v1/ask?q=who")

    assert b'route="/api/v1/ask"' not in second.get("/metrics").data
    assert first.get("/acts").headers["Content-Language"] == "kk"
    assert second.get("/acts").headers["Content-Language"] == "ru"


def test_without_an_index_there_is_no_application(tmp_path: Path) -> None:
    with pytest.raises(MissingIndexError) as caught:
        create_app(Settings(index=tmp_path / "none"))

    assert str(tmp_path / "none") in str(caught.value)
    assert "python -m indexer build" in str(caught.value)


def test_an_index_that_breaks_later_makes_the_service_unavailable() -> None:
    class Broken(FakeIndex):
        broken = False

        def acts(self) -> Sequence[Act]:
            if self.broken:
                raise IndexerError
            return super().acts()

    index = Broken()
    client = create_app(Settings(language="en"), FakeEngine(index=index)).test_client()
    assert client.get("/readyz").status_code == 200
    index.broken = True

    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.mimetype == "application/problem+json"
    assert answer.get_json()["type"] == "/problems/unavailable"
    assert client.get("/healthz").status_code == 200


def test_importing_the_commands_loads_no_library_of_models_or_metrics() -> None:
    """The metrics library must be loaded after the server told it its folder."""
    heavy = {"torch", "sentence_transformers", "faiss", "spacy", "tantivy", "flask"}
    code = "import sys, service.__main__; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split()

    assert not (heavy | {"prometheus_client"}) & set(loaded)


def test_libraries_are_quiet_and_we_speak_as_told() -> None:
    root = logging.getLogger()
    kept = root.handlers[:], root.level
    root.handlers.clear()
    try:
        log_to_stderr("debug")
        assert not logging.getLogger("faiss.loader").isEnabledFor(logging.INFO)
        assert logging.getLogger("service.app").isEnabledFor(logging.DEBUG)
        log_to_stderr("error")
        assert not logging.getLogger("service.app").isEnabledFor(logging.WARNING)
    finally:
        root.handlers[:], root.level = kept
        for ours in ("corpus", "indexer", "service"):
            logging.getLogger(ours).setLevel(logging.NOTSET)


def test_a_free_port_is_told() -> None:
    with bound_socket("127.0.0.1", 0) as bound:
        address = address_of(bound)

    assert re.fullmatch(r"http://127\.0\.0\.1:[1-9]\d*", address)


def test_ipv6_addresses_stand_in_brackets() -> None:
    class Bound(socket.socket):
        def getsockname(self) -> tuple[str, int, int, int]:
            return "::1", 8000, 0, 0

    with Bound() as bound:
        assert address_of(bound) == "http://[::1]:8000"


def test_a_taken_port_is_told_with_the_next_step() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ListenError, match=f"{port}.*ZANGER_PORT"):
            bound_socket("127.0.0.1", port)


def test_a_foreign_address_is_told_with_the_next_step() -> None:
    with pytest.raises(ListenError, match=r"192\.0\.2\.1.*ZANGER_HOST"):
        bound_socket("192.0.2.1", 0)


@pytest.fixture(params=["1", "2"])
def server(request: pytest.FixtureRequest) -> Iterator[tuple[str, int]]:
    """Address and process id of a running server with one or two workers."""
    settings = {"ZANGER_WORKERS": request.param, "ZANGER_LOG": "warning"}
    with serving(_SERVE, settings) as served:
        yield served.address, served.process_id
    assert "Traceback" not in served.printed


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - ours
        text: str = answer.read().decode()
        return text


def test_the_server_answers_counts_and_stops(server: tuple[str, int]) -> None:
    address, _ = server
    for _ in range(6):
        assert '"abstained":false' in _get(f"{address}/api/v1/ask?q=who")

    metrics = _get(f"{address}/metrics")

    counted = 'zanger_requests_total{method="GET",route="/api/v1/ask",status="200"}'
    assert f"{counted} 6.0" in metrics
    assert "zanger_index_acts 3.0" in metrics


def test_who_does_not_finish_a_request_is_heard_no_more() -> None:
    late, slow = socket.socketpair()
    early, quick = socket.socketpair()
    with late, slow, early, quick:
        closed = socket.socket()
        closed.close()
        stop_reading({closed: 0.0, late: 1.0, early: 3.0}, before=2.0)

        assert late.recv(1) == b""  # at once, though the other side is still open
        late.sendall(b"answer")
        assert slow.recv(6) == b"answer"
        quick.sendall(b"x")
        assert early.recv(1) == b"x"


def test_addresses_are_read_whatever_their_length(server: tuple[str, int]) -> None:
    for letter in "я𝒜":
        question = urllib.parse.quote(letter * 1000)
        assert '"question":' in _get(f"{server[0]}/api/v1/ask?q={question}")
    too_long = "/api/v1/ask?q=" + urllib.parse.quote("я" * 3000)
    for address, status in ((too_long, 422), ("/" + "a" * LONGEST_LINE, 414)):
        with pytest.raises(urllib.error.HTTPError) as caught:
            _get(f"{server[0]}{address}")
        with caught.value as answer:
            assert answer.code == status
            assert answer.headers["Content-Type"] == "application/problem+json"
            assert json.load(answer)["status"] == status
    assert _unread(server[0]) == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
    }


def _unread(address: str) -> object:
    """What is answered to something that is no request."""
    host, _, port = address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=10) as client:
        client.sendall(b"nonsense\r\n\r\n")
        head, _, body = client.makefile("rb").read().partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 Bad Request\r\n")
    return json.loads(body)
