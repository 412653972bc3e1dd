"""Settings: what the environment may say, and that all of it is documented."""

import re
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from service.settings import ROOT, SettingError, Settings, variable

DOCS = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


def test_nothing_set_gives_the_defaults() -> None:
    assert Settings.from_env({}) == Settings()
    assert Settings().host == "127.0.0.1"
    assert Settings().port == 8000


def test_blank_is_as_good_as_unset() -> None:
    assert Settings.from_env({"ZANGER_PORT": " ", "ZANGER_MODEL": ""}) == Settings()


def test_every_field_is_read() -> None:
    settings = Settings.from_env(
        {
            "ZANGER_HOST": "::1",
            "ZANGER_PORT": "0",
            "ZANGER_INDEX": "/srv/i",
            "ZANGER_CORPUS": "~/acts",
            "ZANGER_MODEL": "some/model",
            "ZANGER_WORKERS": "1",
            "ZANGER_THREADS": "256",
            "ZANGER_TIMEOUT_S": "3600",
            "ZANGER_LOG": "DEBUG",
            "ZANGER_LANGUAGE": "ru",
        }
    )

    assert settings == Settings(
        host="::1",
        port=0,
        index=Path("/srv/i"),
        corpus=Path.home() / "acts",
        model="some/model",
        workers=1,
        threads=256,
        timeout_s=3600,
        log="debug",
        language="ru",
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ZANGER_PORT", "65536"),
        ("ZANGER_PORT", "-1"),
        ("ZANGER_PORT", "80a"),
        ("ZANGER_PORT", "٨٠"),
        ("ZANGER_WORKERS", "0"),
        ("ZANGER_THREADS", "257"),
        ("ZANGER_TIMEOUT_S", "1.5"),
        ("ZANGER_LOG", "loud"),
        ("ZANGER_LANGUAGE", "de"),
    ],
)
def test_what_cannot_be_read_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingError) as caught:
        Settings.from_env({name: value})

    assert caught.value.name == name
    assert value in str(caught.value)


def test_the_process_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZANGER_PORT", "8123")

    assert Settings.from_env().port == 8123


def test_settings_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().port = 1  # type: ignore[misc] # that is the point


@pytest.mark.parametrize("name", [variable(field.name) for field in fields(Settings)])
def test_every_setting_is_documented(name: str) -> None:
    assert f"| `{name}` |" in DOCS


def test_nothing_else_is_documented() -> None:
    known = {variable(field.name) for field in fields(Settings)}

    assert set(re.findall(r"ZANGER_[A-Z_]+", DOCS)) == known


@pytest.mark.parametrize(
    ("field", "default"),
    [(f.name, getattr(Settings(), f.name)) for f in fields(Settings)],
)
def test_documented_defaults_are_true(field: str, default: object) -> None:
    [row] = [line for line in DOCS.splitlines() if f"`{variable(field)}` |" in line]
    told = row.split("|")[2].strip()

    if isinstance(default, Path):
        assert str(default.relative_to(ROOT)) in told
    else:
        nothing = {"model": "the shipped model", "corpus": "none"}
        assert told == (nothing[field] if default is None else f"`{default}`")
