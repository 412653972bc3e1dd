"""Commands whose output nobody reads to its end."""

import os
import subprocess
import sys

import pytest

from corpus.ending import UNREAD, ended


def _run_unread(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A Python process whose reader has gone before it writes."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        return subprocess.run(
            [sys.executable, *arguments],
            stdout=writer,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(writer)


@pytest.mark.parametrize("package", ["corpus", "indexer", "service"])
def test_a_command_ends_quietly_if_nobody_reads_on(package: str) -> None:
    done = _run_unread("-m", package, "--help")

    assert done.stderr == ""
    assert done.returncode in {0, UNREAD}  # argparse itself overlooks some of it


@pytest.mark.parametrize(
    "main",
    ["[print(n) for n in range(99_999)]", "print('few')", "sys.exit(print('help'))"],
)
def test_much_or_little_output_or_an_early_end(main: str) -> None:
    source = "import sys; from corpus.ending import ended"
    done = _run_unread("-c", f"{source}; sys.exit(ended(lambda: {main}))")

    assert (done.returncode, done.stderr) == (UNREAD, "")


def test_the_status_of_a_command_is_its_own() -> None:
    assert ended(lambda: 3) == 3


def test_other_failures_are_not_hidden() -> None:
    with pytest.raises(OSError, match="disk"):
        ended(_failing)


def _failing() -> int:
    raise OSError("disk")
