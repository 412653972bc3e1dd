"""An act in plain text → its lines, each with its place in the file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from corpus.errors import (
    ActEncodingError,
    ActFileBinaryError,
    ActFileEmptyError,
    ActFileMissingError,
    ActFileTooBigError,
    ActFileUnreadableError,
    ActLineTooLongError,
)
from corpus.trace import ActFile

#: Endings of web pages.
PAGE_SUFFIXES: Final = (".html", ".htm")
#: The largest code of Kazakhstan has some 3 MB of text. Reading takes some 40 bytes
#: of memory for each byte of a file.
MOST_BYTES: Final = 10_000_000
#: The longest paragraph of an act has some 10,000 characters. A text without line
#: breaks has lost its paragraphs, and nothing could be cited from it.
LONGEST_LINE: Final = 100_000
#: First bytes of files that are often mistaken for text.
_SIGNATURES: Final = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"{\\rtf", "an RTF document"),
)
#: Carriage returns with the line feed that they belong to, if there is one: pages
#: saved twice end their lines in ``\\r\\r\\n``. Must not match a line feed alone.
_LINE_END = re.compile(r"\r+\n?")
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def load_text(path: Path) -> ActFile:
    """Read a text file; a byte order mark is dropped, line ends become line feeds.

    Raises:
        ActFileMissingError: There is no such file.
        ActFileUnreadableError: The system refuses to open it.
        ActFileTooBigError: It is larger than ``MOST_BYTES``.
        ActFileEmptyError: It holds nothing but blanks.
        ActFileBinaryError: It is no text.
        ActEncodingError: It is text in another encoding than UTF-8.
        ActLineTooLongError: It has a line that is longer than any paragraph.
    """
    return read_text(path.name, decode(path, load_bytes(path)))


def load_bytes(path: Path) -> bytes:
    """The bytes of an act file (see :func:`load_text` for what is raised)."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise ActFileTooBigError(path, size, MOST_BYTES)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ActFileMissingError(path) from error
    except OSError as error:
        raise ActFileUnreadableError(path, error.strerror or "unknown") from error


def read_text(name: str, text: str) -> ActFile:
    """Index a decoded text under its file name; any line end becomes a line feed."""
    return ActFile.of(name, _LINE_END.sub(_line_feeds, text))


def _line_feeds(end: re.Match[str]) -> str:
    """One for a whole line end, one for each carriage return that stands alone."""
    return "\n" if end.group().endswith("\n") else "\n" * len(end.group())


def decode(path: Path, data: bytes) -> str:
    """The text of an act file; only UTF-8 is taken, others are named.

    Raises:
        ActFileEmptyError: There is nothing but blanks.
        ActFileBinaryError: It is no text.
        ActEncodingError: It is text in another encoding.
        ActLineTooLongError: It has a line that is longer than any paragraph.
    """
    for mark, kind in _SIGNATURES:
        if data.startswith(mark):
            raise ActFileBinaryError(path, kind)
    if data.startswith(_UTF16_MARKS) or _alternates_with_zero(data):
        raise ActEncodingError(path, "UTF-16")
    if b"\0" in data:
        raise ActFileBinaryError(path, "binary data")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _other_encoding(path, data) from error
    if not text.strip():
        raise ActFileEmptyError(path)
    if path.suffix.lower() not in PAGE_SUFFIXES:
        _check_lines(path, text)
    return text


def _check_lines(path: Path, text: str) -> None:
    """Refuse a text that is one endless line; web pages need no line breaks.

    Raises:
        ActLineTooLongError: A line is longer than ``LONGEST_LINE``.
    """
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST_LINE:
            raise ActLineTooLongError(path, number, len(line), LONGEST_LINE)


def _alternates_with_zero(data: bytes) -> bool:
    """Blanks and figures of UTF-16 without mark: every second byte is 0 or 4."""
    sample = data[:2000]
    if len(sample) < 8 or b"\0" not in sample:
        return False
    return any(
        sum(byte in (0, 4) for byte in sample[side::2]) >= 0.9 * len(sample[side::2])
        for side in (0, 1)
    )


def _other_encoding(path: Path, data: bytes) -> ActEncodingError | ActFileBinaryError:
    """Name the encoding of a text that is not UTF-8, or call it binary."""
    control = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in data)
    if control > len(data) // 100:
        return ActFileBinaryError(path, "binary data")
    letters = sum(byte >= 0xC0 for byte in data)
    high = sum(byte >= 0x80 for byte in data)
    if letters > 0.8 * high:
        return ActEncodingError(path, "cp1251")
    return ActEncodingError(path, "an unknown encoding")
