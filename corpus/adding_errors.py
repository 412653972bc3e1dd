"""What can be wrong when acts are fetched or added: one class per fact."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import CorpusError


class NotAnAddressError(CorpusError):
    """An address is not that of an act on adilet."""

    def __init__(self, address: str) -> None:
        super().__init__(
            address,
            "not the address of an act",
            "give a code such as P1800000124 or the address of its page on adilet",
        )


class InsecureSiteError(CorpusError):
    """A site is asked without certificates."""

    def __init__(self, site: str) -> None:
        super().__init__(site, "is not https", "name the site with https://")


class PageMissingError(CorpusError):
    """The site has no such act in this language."""

    def __init__(self, url: str) -> None:
        super().__init__(url, "no such act", "check the code and the language")


class PageRefusedError(CorpusError):
    """The site does not give the page."""

    def __init__(self, url: str, answer: str) -> None:
        super().__init__(url, f"the site answered {answer}", "try again later")


class PageTooBigError(CorpusError):
    """A page is larger than any act."""

    def __init__(self, url: str, limit: int) -> None:
        super().__init__(
            url, f"more than the {limit} bytes of an act", "save and split it by hand"
        )


class RedirectError(CorpusError):
    """The site leads away from itself, or in a circle."""

    def __init__(self, url: str, target: str) -> None:
        super().__init__(url, f"leads to {target}", "open it in a browser and look")


class SiteUnreachableError(CorpusError):
    """The site cannot be reached, or the connection breaks again and again."""

    def __init__(self, url: str, detail: str) -> None:
        super().__init__(
            url,
            f"cannot be reached ({detail})",
            "check the connection and run the same command again: what is there"
            " already is not fetched twice",
        )


class NothingToAddError(CorpusError):
    """A target is no file, folder, code or address."""

    def __init__(self, target: str) -> None:
        super().__init__(
            target,
            "no such file or folder, and no code of an act",
            "name a file, a folder, a code such as P1800000124, or an adilet address",
        )


class ActAlreadyThereError(CorpusError):
    """The corpus has the act in this language."""

    def __init__(self, target: str, act_id: str, language: str, file: str) -> None:
        super().__init__(
            target,
            f"{act_id} in {language} is already in the corpus as {file}",
            "take that file and its row out of manifest.toml first to replace it",
        )


class FolderUnwritableError(CorpusError):
    """The system does not let us write into a corpus folder."""

    def __init__(self, folder: Path, detail: str) -> None:
        super().__init__(folder, f"cannot be written ({detail})", "check permissions")
