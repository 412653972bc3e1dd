"""Settings: the only reader of the environment.

Each field is read from ``ZANGER_<FIELD>``; ``docs/settings.md`` explains them all.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final, Literal, Self, cast

#: Prefix of every variable.
PREFIX: Final = "ZANGER_"
#: Variable by which the Prometheus client is told a folder that processes share.
METRICS_FOLDER: Final = "PROMETHEUS_MULTIPROC_DIR"
#: Folder of the checkout; the index lies in it unless told otherwise.
ROOT: Final = Path(__file__).resolve().parent.parent
#: Most workers and threads that one machine is believed to serve well.
_MOST: Final = 256

LogLevel = Literal["debug", "info", "warning", "error"]
DefaultLanguage = Literal["kk", "ru", "en"]
Switch = Literal["on", "off"]


class SettingError(Exception):
    """A setting is missing or cannot be read."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        self.name = name
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set from outside.

    Attributes:
        host: Address that the server listens on.
        port: Its port; 0 takes any free one.
        index: Folder of the built index.
        corpus: Folder of acts of the user's own, indexed beside the shipped ones.
        model: Folder or hub id of the embedding model; None takes the shipped one.
        workers: Server processes.
        threads: Threads of each process.
        timeout_s: Seconds after which a silent process is replaced.
        log: Least level that is written to standard error.
        language: Spoken to callers who name no language.
        alignment: Whether words that the termbase lacks are looked for by what
            texts in two languages teach of them.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    index: Path = ROOT / "index"
    corpus: Path | None = None
    model: str | None = None
    workers: int = 2
    threads: int = 4
    timeout_s: int = 30
    log: LogLevel = "info"
    language: DefaultLanguage = "kk"
    alignment: Switch = "on"

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> Self:
        """Read the environment; what it does not set keeps its default.

        Args:
            environ: Taken in place of the process's own, for tests.

        Raises:
            SettingError: A variable cannot be read; the message names it.
        """
        given = os.environ if environ is None else environ
        names = (field.name for field in fields(cls))
        read = {
            name: _READERS[name](variable(name), given[variable(name)])
            for name in names
            if given.get(variable(name), "").strip()
        }
        return cls(**read)  # type: ignore[arg-type] # each reader fits its field


def variable(field: str) -> str:
    """The environment variable of a field: ``timeout_s`` → ``ZANGER_TIMEOUT_S``."""
    return PREFIX + field.upper()


def _text(_name: str, value: str) -> str:
    return value.strip()


def _folder(_name: str, value: str) -> Path:
    return Path(value.strip()).expanduser()


def _whole(low: int, high: int) -> Callable[[str, str], int]:
    def read(name: str, value: str) -> int:
        """The number that a setting gives."""
        text = value.strip()
        if not (text.isascii() and text.isdigit() and low <= int(text) <= high):
            raise SettingError(
                name, f"{text!r} is not a whole number from {low} to {high}"
            )
        return int(text)

    return read


def _log(name: str, value: str) -> LogLevel:
    return cast("LogLevel", _one_of(name, value, ("debug", "info", "warning", "error")))


def _language(name: str, value: str) -> DefaultLanguage:
    return cast("DefaultLanguage", _one_of(name, value, ("kk", "ru", "en")))


def _switch(name: str, value: str) -> Switch:
    return cast("Switch", _one_of(name, value, ("on", "off")))


def _one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    text = value.strip().lower()
    if text not in known:
        raise SettingError(name, f"{text!r} is none of {', '.join(known)}")
    return text


_READERS: Final[Mapping[str, Callable[[str, str], object]]] = {
    "host": _text,
    "port": _whole(0, 65_535),
    "index": _folder,
    "corpus": _folder,
    "model": _text,
    "workers": _whole(1, _MOST),
    "threads": _whole(1, _MOST),
    "timeout_s": _whole(1, 3_600),
    "log": _log,
    "language": _language,
    "alignment": _switch,
}
