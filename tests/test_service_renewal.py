"""A running server takes up a new index and leaves a damaged one alone."""

import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indexer.layout import CURRENT
from service.renewal import Watch, published
from tests.serving import serving

#: A server that says which generation it was opened with; "g000009" is damaged.
_SERVE = """
from indexer.errors import MissingIndexError
from service.renewal import published
from service.server import serve
from service.settings import Settings

def make_app(settings):
    name = published(settings.index)
    if name == "g000009":
        raise MissingIndexError(settings.index)
    def app(environ, start):
        start("200 OK", [("Content-Type", "text/plain")])
        return [name.encode()]
    return app

serve(Settings.from_env(), make_app)
"""


def _publish(folder: Path, name: str) -> None:
    new = folder / "new"
    new.write_text(name, encoding="ascii")
    new.replace(folder / CURRENT)


def _until(holds: Callable[[], bool], seconds: float = 15.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    _publish(tmp_path, "g000001")
    return tmp_path


def test_no_pointer_is_no_name(tmp_path: Path) -> None:
    assert published(tmp_path) == ""
    (tmp_path / CURRENT).write_bytes(b"\xff\xfe")
    assert published(tmp_path) == ""
    _publish(tmp_path, "g000007\n")
    assert published(tmp_path) == "g000007"


def test_each_new_generation_is_told_once(folder: Path) -> None:
    told: list[str] = []
    watch = Watch(folder, lambda: told.append(published(folder)), every_s=0.01)
    watch.start()
    _publish(folder, "g000002")
    assert _until(lambda: told == ["g000002"])
    (folder / CURRENT).unlink()
    _publish(folder, "g000002")
    time.sleep(0.1)
    _publish(folder, "g000001")
    assert _until(lambda: told == ["g000002", "g000001"])
    watch.stop()
    watch.join(5)
    assert not watch.is_alive()


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """Of a running server with two workers over that folder."""
    settings = {
        "ZANGER_WORKERS": "2",
        "ZANGER_INDEX": str(folder),
        "ZANGER_LOG": "info",
    }
    with serving(_SERVE, settings) as served:
        yield served.address
    assert "index taken up: g000002" in served.printed
    assert "the new index is not taken up" in served.printed


def _asked(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - ours
        text: str = answer.read().decode()
        return text


def test_a_running_server_takes_up_a_new_index(address: str, folder: Path) -> None:
    seen: list[str] = []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            seen.append(_asked(address))

    asking = threading.Thread(target=ask)
    asking.start()
    assert _until(lambda: "g000001" in seen)
    _publish(folder, "g000002")
    assert _until(lambda: seen[-1] == "g000002")
    _publish(folder, "g000009")
    time.sleep(2.5)
    done.set()
    asking.join(15)

    assert set(seen) == {"g000001", "g000002"}
    assert seen[-1] == "g000002"
