"""What can be wrong with a corpus folder: one class per fact.

Every message names the file and the next step; the command line prints it as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class CorpusError(Exception):
    """A corpus folder or one of its files cannot be used."""

    def __init__(self, path: Path | str, problem: str, step: str) -> None:
        super().__init__(f"{path}: {problem}; {step}")
        self.path = str(path)


class ManifestMissingError(CorpusError):
    """A folder has no manifest."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "no such file", "name a folder with a manifest.toml")


class ManifestSyntaxError(CorpusError):
    """A manifest is no TOML or has no list of acts."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, f"not a manifest ({detail})", "mend the file")


class ManifestRowError(CorpusError):
    """A row of a manifest lacks a value or has a wrong one."""

    def __init__(self, path: Path, row: str, detail: str) -> None:
        super().__init__(path, f"{row}: {detail}", "mend this row")


class ActFileMissingError(CorpusError):
    """A file that the manifest names is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "no such act file",
            "put it there or take its row out of manifest.toml",
        )


class ActFileUnreadableError(CorpusError):
    """The system does not let us read a file."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, f"cannot be read ({detail})", "check its permissions")


class ActFileEmptyError(CorpusError):
    """A file holds no text."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "holds no text", "fetch the act again")


class ActFileTooBigError(CorpusError):
    """A file is larger than any act."""

    def __init__(self, path: Path, size: int, limit: int) -> None:
        super().__init__(
            path, f"{size} bytes, more than the {limit} of an act", "split the file"
        )


class ActLineTooLongError(CorpusError):
    """A line of a text is longer than any paragraph of an act."""

    def __init__(self, path: Path | str, line: int, size: int, limit: int) -> None:
        super().__init__(
            path,
            f"line {line} has {size} characters, more than the {limit} of a paragraph",
            "save the act with its line breaks",
        )


class ActFileBinaryError(CorpusError):
    """A file is a PDF, an archive or other data that is no text."""

    def __init__(self, path: Path, kind: str) -> None:
        super().__init__(path, f"is {kind}, no text", "save the act as UTF-8 text")


class ActEncodingError(CorpusError):
    """A text is not in UTF-8."""

    def __init__(self, path: Path, encoding: str) -> None:
        super().__init__(
            path,
            f"is not UTF-8 but {encoding}",
            f"convert it: iconv -f {encoding} -t UTF-8"
            if encoding.isascii() and " " not in encoding
            else "save it as UTF-8",
        )
        self.encoding = encoding


class ActHashError(CorpusError):
    """A file is not the one that the manifest was written for."""

    def __init__(self, path: Path, expected: str, found: str) -> None:
        super().__init__(
            path,
            f"sha256 is {found}, the manifest says {expected}",
            "restore the file, or review it and write the new sha256 to manifest.toml",
        )


class CorrectionError(CorpusError):
    """A reviewed correction does not fit its line any more."""

    def __init__(self, path: Path | str, line: int, printed: str) -> None:
        super().__init__(
            path, f"line {line} does not hold {printed!r}", "review the correction"
        )


class UnknownActError(CorpusError):
    """Neither the head of a text nor its file name says which act it is."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            path,
            "no number and date of an act in its first lines",
            "give the file the act's adilet code as its name, such as P1800000124.txt",
        )


class RenderingFileError(CorpusError):
    """A file of renderings cannot be read; line 0 is the file as a whole."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(path, f"line {line}: {problem}", "mend the file")
        self.line = line


class UnknownRecordError(Exception):
    """No act, provision or measure has the id that was asked for."""

    def __init__(self, record: str, near: Sequence[str]) -> None:
        hint = f"; did you mean {', '.join(near)}?" if near else "; see corpus check"
        super().__init__(f"{record}: no such record{hint}")
        self.record = record
