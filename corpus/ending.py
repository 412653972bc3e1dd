"""How a command ends: quietly, where nobody reads on what it prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Final

#: What a shell tells of a program whose reader went away (128 + SIGPIPE).
UNREAD: Final = 141


def ended(main: Callable[[], int]) -> int:
    """Run a command and return its exit status; :data:`UNREAD` if its reader left.

    ``… | head`` reads a few lines and closes the pipe: all that is wanted was read,
    so nothing went wrong. The rest is thrown away, also what Python would still
    write at its end.
    """
    try:
        try:
            return main()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
        return UNREAD
