"""What the documents say is so: commands exist, links lead somewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

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
