"""The compiled lexicon as a file of the index: analysed once, read in a moment.

Compiling analyses some 30,000 names by the morphologies of three languages, which
takes seconds; a server must not wait for that at every start.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from corpus.lexicon import Lexicon


def save_lexicon(file: Path, lexicon: Lexicon) -> None:
    """Write a compiled lexicon; the same lexicon gives the same bytes."""
    file.write_bytes(msgspec.msgpack.encode(lexicon))


def load_lexicon(file: Path) -> Lexicon:
    """Read what :func:`save_lexicon` wrote."""
    return msgspec.msgpack.decode(file.read_bytes(), type=Lexicon)
