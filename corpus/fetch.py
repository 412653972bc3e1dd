"""Pages of acts fetched from adilet, politely and within limits."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

import httpx

from corpus.adding_errors import (
    InsecureSiteError,
    NotAnAddressError,
    PageMissingError,
    PageRefusedError,
    PageTooBigError,
    RedirectError,
    SiteUnreachableError,
)
from corpus.kinds import code_in_name
from corpus.model import Language
from corpus.read_text import MOST_BYTES

ADILET: Final = "https://adilet.zan.kz"
USER_AGENT: Final = "zanger (search over the law of Kazakhstan; python -m corpus add)"
_SIDES: Final[dict[str, str]] = {"kk": "kaz", "ru": "rus", "en": "eng"}
_LANGUAGES: Final[dict[str, Language]] = {"kaz": "kk", "rus": "ru", "eng": "en"}
#: Hosts that need no certificate: this very machine.
_LOCAL: Final = frozenset(("127.0.0.1", "::1", "localhost"))
#: The address of an act's page or of one of its tabs; the act's own part is kept.
#: Matches ``/rus/docs/P1800000124/info``; must not match ``/rus/docs/rss``.
_PATH = re.compile(r"/(?P<side>kaz|rus|eng)/docs/(?P<code>[A-Z]\d{2}\w{7,11})(?:/.*)?$")
#: Answers that may be better a little later.
_PASSING: Final = frozenset((408, 425, 429, 500, 502, 503, 504))
_MOST_REDIRECTS: Final = 5
_NOT_FOUND: Final = 404
_GONE: Final = 410


class Address(NamedTuple):
    """An act on the site: its code, and the language if it was named."""

    code: str
    language: Language | None


@dataclass(frozen=True, slots=True)
class Manners:
    """How the site is asked.

    Attributes:
        site: Scheme and host; https unless it is this machine.
        connect_timeout_s: For a connection.
        read_timeout_s: Between two pieces of an answer.
        whole_timeout_s: For a whole page.
        most_bytes: Of a page, unpacked.
        pause_s: Between two pages.
        tries: For each page.
        back_off_s: Before the second try; doubled for each further one.
    """

    site: str = ADILET
    connect_timeout_s: float = 10.0
    read_timeout_s: float = 30.0
    whole_timeout_s: float = 120.0
    most_bytes: int = MOST_BYTES
    pause_s: float = 2.0
    tries: int = 4
    back_off_s: float = 1.0


class Fetcher:
    """Asks one site for pages, one after the other."""

    def __init__(
        self, manners: Manners, *, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        """Open a client; nothing is asked yet.

        Raises:
            InsecureSiteError: The site is neither https nor this machine.
        """
        try:
            site = httpx.URL(manners.site)
        except httpx.InvalidURL as error:
            raise InsecureSiteError(manners.site) from error
        if site.scheme != "https" and site.host not in _LOCAL:
            raise InsecureSiteError(manners.site)
        self.manners = manners
        self.site = site
        self.sleep = sleep
        self.asked = False
        self.client = httpx.Client(
            timeout=httpx.Timeout(
                manners.read_timeout_s, connect=manners.connect_timeout_s
            ),
            headers={"User-Agent": USER_AGENT, "Accept": "text/html"},
            follow_redirects=False,
            trust_env=site.host not in _LOCAL,
        )

    def __enter__(self) -> Fetcher:
        """The client, closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the client."""
        self.client.close()

    def url(self, code: str, language: Language) -> str:
        """The address of an act's page."""
        site = self.manners.site.rstrip("/")
        return f"{site}/{_SIDES.get(language, 'rus')}/docs/{code}"

    def fetch(self, url: str) -> bytes:
        """The page at an address of the site.

        Raises:
            CorpusError: It cannot be had; one class per reason, see this module.
        """
        wait = self.manners.back_off_s
        detail = ""
        for attempt in range(max(self.manners.tries, 1)):
            if attempt:
                self.sleep(wait)
                wait *= 2
            elif self.asked:
                self.sleep(self.manners.pause_s)
            self.asked = True
            try:
                return self._once(url)
            except _PassingError as error:
                detail, wait = error.detail, max(wait, error.wait_s)
            except httpx.TransportError as error:
                detail = str(error) or type(error).__name__
        raise SiteUnreachableError(url, detail)

    def _once(self, url: str) -> bytes:
        """One try, redirects followed."""
        target = httpx.URL(url)
        for _ in range(_MOST_REDIRECTS):
            with self.client.stream("GET", target) as answer:
                if not answer.has_redirect_location:
                    return self._body(url, answer)
                further = target.join(answer.headers["location"])
            if _origin(further) != _origin(self.site):
                raise RedirectError(url, str(further))
            target = further
        raise RedirectError(url, f"{target} again and again")

    def _body(self, url: str, answer: httpx.Response) -> bytes:
        """The bytes of an answer."""
        if answer.status_code in {_NOT_FOUND, _GONE}:
            raise PageMissingError(url)
        if answer.status_code in _PASSING:
            raise _PassingError(f"{answer.status_code}", _retry_after(answer))
        kind = answer.headers.get("content-type", "text/html")
        if answer.status_code != httpx.codes.OK or "html" not in kind:
            raise PageRefusedError(url, f"{answer.status_code}, {kind}")
        return self._limited(url, answer.iter_bytes())

    def _limited(self, url: str, pieces: Iterable[bytes]) -> bytes:
        """All pieces, if they are neither too many nor too slow."""
        end = time.monotonic() + self.manners.whole_timeout_s
        data = bytearray()
        for piece in pieces:
            data += piece
            if len(data) > self.manners.most_bytes:
                raise PageTooBigError(url, self.manners.most_bytes)
            if time.monotonic() > end:
                raise _PassingError("too slow", 0.0)
        return bytes(data)


class _PassingError(Exception):
    """An answer that may be better a little later."""

    def __init__(self, detail: str, wait_s: float) -> None:
        super().__init__(detail)
        self.detail = detail
        self.wait_s = wait_s


def read_address(text: str, site: str = ADILET) -> Address | None:
    """The act that a code or an address names; None if it is neither.

    Raises:
        NotAnAddressError: It is an address, but not that of an act on the site.
    """
    if code_in_name(text) == text:
        return Address(text, None)
    if "://" not in text:
        return None
    try:
        url = httpx.URL(text)
    except httpx.InvalidURL as error:
        raise NotAnAddressError(text) from error
    match = _PATH.match(url.path)
    code = code_in_name(match["code"]) if match else ""
    if not match or not code or url.host != httpx.URL(site).host:
        raise NotAnAddressError(text)
    return Address(code, _LANGUAGES[match["side"]])


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    """Scheme, host and port."""
    return url.scheme, url.host, url.port


def _retry_after(answer: httpx.Response) -> float:
    """Seconds that the site asks to wait, one minute at most."""
    value = answer.headers.get("retry-after", "")
    return min(float(value), 60.0) if value.isdecimal() else 0.0
