"""What the documents say is so: commands exist, links lead somewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from service.__main__ import main
from service.engine import Engine

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
DOCUMENTS = sorted(
    [ROOT / "README.md", ROOT / "CHANGELOG.md", *ROOT.glob("docs/**/*.md")]
)

#: "make serve" at the start of a line or between backticks. Must not match prose
#: such as "needs make and a C library".
_MAKE = re.compile(r"(?:^|`)make ([a-z-]+)\b", re.MULTILINE)
#: "python -m service ask".
_MODULE = re.compile(r"python -m (\w+) ([a-z]+)")
#: [words](target), outer links left out.
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def test_readme_is_short() -> None:
    assert len(README.splitlines()) <= 150


@pytest.mark.parametrize("target", sorted(set(_MAKE.findall(README))))
def test_targets_of_the_readme_exist(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


def test_help_lists_every_target() -> None:
    phony = re.search(r"\.PHONY: ((?:.*\\\n)*.*)", MAKEFILE)
    assert phony is not None
    shown = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for target in phony[1].replace("\\\n", " ").split():
        assert f"make {target} " in shown


@pytest.mark.parametrize("command", sorted(set(_MODULE.findall(README))))
def test_commands_of_the_readme_explain_themselves(command: tuple[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0
    assert "usage:" in done.stdout


@pytest.mark.parametrize("package", ["corpus", "indexer", "service", "eval"])
def test_help_shows_examples(package: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", package, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "examples:" in done.stdout


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_links_lead_somewhere(document: Path) -> None:
    for target in _LINK.findall(document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


def test_the_answer_of_the_readme_is_the_real_one(
    engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lines are wrapped in the document, so white space does not count."""
    shown = re.search(r'\$ python -m service ask "(.+)"\n((?: {4}.*\n)+)', README)
    assert shown is not None

    assert main(["ask", shown[1]], lambda _settings: engine) == 0
    assert capsys.readouterr().out.split() == shown[2].split()


#: A module in backticks: `name`. Must not match `name.attribute`, `package/`.
_NAME = re.compile(r"`([a-z_]+)`")


def test_modules_of_the_architecture_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| `(\w+)` \|.*\| (.+) \|$", text, re.MULTILINE)
    verifying = text.partition("## Verifying")[2].partition("\n## ")[0]
    doors = {(package, name) for package, row in table for name in _NAME.findall(row)}
    doors |= {("service", name) for name in _NAME.findall(verifying)}

    assert len(doors) > 20
    for package, name in doors:
        module = ROOT / package / name
        assert module.is_dir() or module.with_suffix(".py").exists(), (
            f"{package}.{name}"
        )
