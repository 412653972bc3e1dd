"""Acts added to a corpus: files, folders, and pages of a site on this machine."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from corpus import add
from corpus.__main__ import main
from corpus.add import Outcome, add_targets
from corpus.adding_errors import (
    InsecureSiteError,
    NotAnAddressError,
    PageMissingError,
    PageRefusedError,
    PageTooBigError,
    RedirectError,
    SiteUnreachableError,
)
from corpus.fetch import ADILET, Address, Fetcher, Manners, read_address
from corpus.load import load_corpus
from corpus.manifest import load_manifest

PAGES = Path(__file__).parent / "data" / "html"
ACTS = Path(__file__).parent.parent / "corpus" / "acts"
KK, RU = PAGES / "Z1200000561.kk.html", PAGES / "Z1200000561.ru.html"
KK_PATH, RU_PATH = "/kaz/docs/Z1200000561", "/rus/docs/Z1200000561"


class Answer(NamedTuple):
    """What the site says to one request."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html"),)
    cut: bool = False
    drip_s: float = 0.0


class Site:
    """A site on this machine; each path answers its list of answers in turn."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Answer]] = {}
        self.asked: list[str] = []
        self.agents: set[str] = set()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.agents.add(self.headers["User-Agent"])
                left = site.answers.get(self.path, [Answer(404)])
                answer = left.pop(0) if len(left) > 1 else left[0]
                self.send_response(answer.status)
                for name, value in answer.headers:
                    self.send_header(name, value)
                length = len(answer.body) + (1000 if answer.cut else 0)
                self.send_header("Content-Length", str(length))
                self.end_headers()
                for byte in answer.body if answer.drip_s else ():
                    self.wfile.write(bytes([byte]))
                    self.wfile.flush()
                    time.sleep(answer.drip_s)
                if not answer.drip_s:
                    self.wfile.write(answer.body)

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(
            target=self.server.serve_forever, args=(0.02,), daemon=True
        )
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def site() -> Iterator[Site]:
    running = Site()
    yield running
    running.close()


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def fetcher(site: Site, waits: list[float]) -> Iterator[Fetcher]:
    manners = Manners(site=site.address, read_timeout_s=0.5, whole_timeout_s=1.0)
    with Fetcher(manners, sleep=waits.append) as opened:
        yield opened


def outcomes(folder: Path, fetcher: Fetcher, *targets: object) -> list[Outcome]:
    return list(add_targets([str(t) for t in targets], folder, fetcher))


# -- files and folders


def test_a_file_is_copied_and_listed(tmp_path: Path, fetcher: Fetcher) -> None:
    folder = tmp_path / "my" / "acts"

    (outcome,) = outcomes(folder, fetcher, KK)

    assert (outcome.done, outcome.detail) == ("added", "Z1200000561.kk.html")
    assert (folder / "Z1200000561.kk.html").read_bytes() == KK.read_bytes()
    (row,) = load_manifest(folder)
    assert (row.file, row.language) == ("Z1200000561.kk.html", "kk")
    assert [act.id for act in load_corpus(folder).acts] == ["Z1200000561"]
    assert sorted(p.name for p in folder.iterdir()) == [
        "Z1200000561.kk.html",
        "manifest.toml",
    ]


def test_a_file_of_any_name_gets_that_of_its_act(
    tmp_path: Path, fetcher: Fetcher
) -> None:
    given = tmp_path / "Закон о службе (копия).HTM"
    given.write_bytes(RU.read_bytes())

    (outcome,) = outcomes(tmp_path / "acts", fetcher, given)

    assert outcome.detail == "Z1200000561.ru.html"
    assert load_manifest(tmp_path / "acts")[0].source == "Закон о службе (копия).HTM"


def test_text_acts_are_added_as_well(tmp_path: Path, fetcher: Fetcher) -> None:
    (outcome,) = outcomes(tmp_path, fetcher, ACTS / "U1300000588.txt")

    assert (outcome.done, outcome.detail) == ("added", "U1300000588.txt")
    assert load_corpus(tmp_path).acts[0].language == "ru"


def test_a_folder_gives_all_its_acts(tmp_path: Path, fetcher: Fetcher) -> None:
    given = tmp_path / "given"
    (given / "deep").mkdir(parents=True)
    (given / ".hidden").mkdir()
    (given / "deep" / "a.html").write_bytes(KK.read_bytes())
    (given / "b.html").write_bytes(RU.read_bytes())
    (given / "notes.md").write_text("no act")
    (given / ".hidden" / "c.html").write_bytes(KK.read_bytes())

    found = outcomes(tmp_path / "acts", fetcher, given)

    assert [o.done for o in found] == ["added", "added"]
    corpus = load_corpus(tmp_path / "acts")
    assert len(corpus.acts) == len(corpus.versions) == 1


def test_an_act_that_is_there_is_refused(tmp_path: Path, fetcher: Fetcher) -> None:
    first, second, other = outcomes(tmp_path, fetcher, KK, KK, RU)
    before = (tmp_path / "manifest.toml").read_bytes()

    assert (first.done, second.done, other.done) == ("added", "refused", "added")
    assert "Z1200000561 in kk is already in the corpus" in second.detail
    assert "take that file and its row out" in second.detail
    assert outcomes(tmp_path, fetcher, RU)[0].done == "refused"
    assert (tmp_path / "manifest.toml").read_bytes() == before


def test_an_act_under_another_name_is_known(tmp_path: Path, fetcher: Fetcher) -> None:
    outcomes(tmp_path, fetcher, KK)
    (tmp_path / "Z1200000561.kk.html").rename(tmp_path / "service.html")
    manifest = tmp_path / "manifest.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("Z1200000561.kk.html", "service.html"))

    (outcome,) = outcomes(tmp_path, fetcher, KK)

    assert outcome.done == "refused"
    assert "as service.html" in outcome.detail


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.html", b"<html>no act</html>", "no text of an act in this page"),
        ("a.html", "<article>Закон</article>".encode("cp1251"), "cp1251"),
        ("a.html", b"", "holds no text"),
        ("a.txt", b"just words", "no number and date of an act"),
        ("a.html", b"%PDF-1.4", "is a PDF"),
    ],
)
def test_what_is_no_act_is_refused(
    tmp_path: Path, fetcher: Fetcher, name: str, data: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(data)

    bad, good = outcomes(tmp_path / "acts", fetcher, tmp_path / name, KK)

    assert (bad.done, good.done) == ("refused", "added")
    assert words in bad.detail
    assert name in bad.detail
    assert len(load_manifest(tmp_path / "acts")) == 1


def test_nothing_half_written_is_left(
    tmp_path: Path, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcomes(tmp_path, fetcher, KK)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    real = add._replace

    def full(path: Path, data: bytes) -> None:
        if path.name == "manifest.toml":
            raise OSError(28, "No space left on device")
        real(path, data)

    monkeypatch.setattr(add, "_replace", full)
    (outcome,) = outcomes(tmp_path, fetcher, RU)

    assert outcome.done == "refused"
    assert "No space left on device" in outcome.detail
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_a_damaged_manifest_is_left_alone(tmp_path: Path, fetcher: Fetcher) -> None:
    (tmp_path / "manifest.toml").write_text("act = [")

    (outcome,) = outcomes(tmp_path, fetcher, KK)

    assert outcome.done == "refused"
    assert "not a manifest" in outcome.detail
    assert (tmp_path / "manifest.toml").read_text() == "act = ["
    assert [p.name for p in tmp_path.iterdir()] == ["manifest.toml"]


def test_a_target_that_is_nothing(tmp_path: Path, fetcher: Fetcher) -> None:
    (tmp_path / "empty").mkdir()
    nothing, empty = outcomes(tmp_path / "acts", fetcher, "nowhere", tmp_path / "empty")

    assert "nowhere: no such file or folder, and no code" in nothing.detail
    assert "no act files in it" in empty.detail
    assert not (tmp_path / "acts").exists()


# -- codes and addresses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P1800000124", Address("P1800000124", None)),
        ("K950001000_", Address("K950001000_", None)),
        ("Z220000001K", Address("Z220000001K", None)),
        (f"{ADILET}/rus/docs/U1300000588", Address("U1300000588", "ru")),
        (f"{ADILET}/kaz/docs/U1300000588/info", Address("U1300000588", "kk")),
        (f"{ADILET}/kaz/docs/U1300000588#z12", Address("U1300000588", "kk")),
        ("acts/P1800000124.html", None),
        ("p1800000124", None),
    ],
)
def test_addresses(text: str, expected: Address | None) -> None:
    assert read_address(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/rus/docs/U1300000588",
        f"{ADILET}/rus/docs/rss",
        f"{ADILET}/rus/search",
        "https://adilet.zan.kz.example.org/rus/docs/U1300000588",
        "https://",
        "https://[",
    ],
)
def test_other_addresses_are_refused(text: str) -> None:
    with pytest.raises(NotAnAddressError):
        read_address(text)


def test_a_code_is_fetched_in_both_languages(
    tmp_path: Path, site: Site, fetcher: Fetcher, waits: list[float]
) -> None:
    site.answers = {KK_PATH: [Answer(body=KK.read_bytes())]}
    site.answers[RU_PATH] = [Answer(body=RU.read_bytes())]

    found = outcomes(tmp_path, fetcher, "Z1200000561")

    assert [(o.done, o.detail) for o in found] == [
        ("added", "Z1200000561.kk.html"),
        ("added", "Z1200000561.ru.html"),
    ]
    assert site.asked == [KK_PATH, RU_PATH]
    assert waits == [fetcher.manners.pause_s]
    assert [agent.startswith("zanger") for agent in site.agents] == [True]
    assert load_manifest(tmp_path)[0].source == f"{site.address}{KK_PATH}"
    assert len(load_corpus(tmp_path).versions) == 1


def test_an_interrupted_list_is_taken_up(
    tmp_path: Path, site: Site, fetcher: Fetcher
) -> None:
    site.answers[KK_PATH] = [Answer(body=KK.read_bytes())]
    first = outcomes(tmp_path, fetcher, "Z1200000561")
    site.answers[RU_PATH] = [Answer(body=RU.read_bytes())]
    site.asked.clear()
    second = outcomes(tmp_path, fetcher, "Z1200000561")

    assert [o.done for o in first] == ["added", "refused"]
    assert [o.done for o in second] == ["already-there", "added"]
    assert site.asked == [RU_PATH]


def test_an_address_is_fetched_in_its_language(
    tmp_path: Path, site: Site, fetcher: Fetcher
) -> None:
    site.answers[RU_PATH] = [Answer(body=RU.read_bytes())]

    (outcome,) = outcomes(tmp_path, fetcher, f"{site.address}{RU_PATH}/history")

    assert (outcome.done, site.asked) == ("added", [RU_PATH])


def test_what_passes_is_tried_again_with_longer_waits(
    site: Site, fetcher: Fetcher, waits: list[float]
) -> None:
    busy = (("Content-Type", "text/html"), ("Retry-After", "7"))
    site.answers["/x"] = [
        Answer(503),
        Answer(429, headers=busy),
        Answer(body=b"half", cut=True),
        Answer(body=b"whole"),
    ]

    assert fetcher.fetch(f"{site.address}/x") == b"whole"
    assert waits == [1.0, 7.0, 14.0]


def test_it_gives_up_in_the_end(
    site: Site, fetcher: Fetcher, waits: list[float]
) -> None:
    site.answers["/x"] = [Answer(500)]

    with pytest.raises(SiteUnreachableError, match=r"500.*run the same command again"):
        fetcher.fetch(f"{site.address}/x")
    assert len(site.asked) == fetcher.manners.tries
    assert waits == [1.0, 2.0, 4.0]


def test_a_site_that_is_not_there(waits: list[float]) -> None:
    with (
        Fetcher(Manners(site="http://127.0.0.1:9", tries=2), sleep=waits.append) as f,
        pytest.raises(SiteUnreachableError),
    ):
        f.fetch("http://127.0.0.1:9/x")


def test_a_page_that_drips_is_left(site: Site, waits: list[float]) -> None:
    site.answers["/x"] = [Answer(body=b"x" * 100, drip_s=0.05)]
    manners = Manners(site=site.address, whole_timeout_s=0.2, tries=1)

    with (
        Fetcher(manners, sleep=waits.append) as f,
        pytest.raises(SiteUnreachableError, match="too slow"),
    ):
        f.fetch(f"{site.address}/x")


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer(404), PageMissingError),
        (Answer(410), PageMissingError),
        (Answer(403), PageRefusedError),
        (Answer(204), PageRefusedError),
        (Answer(body=b"x", headers=(("Content-Type", "image/png"),)), PageRefusedError),
        (Answer(302, headers=(("Location", "http://example.org/"),)), RedirectError),
        (Answer(302, headers=(("Location", "//127.0.0.1:1/"),)), RedirectError),
        (Answer(302, headers=(("Location", "/x"),)), RedirectError),
    ],
)
def test_what_does_not_pass_is_told_at_once(
    site: Site, fetcher: Fetcher, answer: Answer, error: type[Exception]
) -> None:
    site.answers["/x"] = [answer]

    with pytest.raises(error):
        fetcher.fetch(f"{site.address}/x")
    assert len(site.asked) <= 5


def test_a_redirect_on_the_same_site_is_followed(site: Site, fetcher: Fetcher) -> None:
    site.answers["/x"] = [Answer(301, headers=(("Location", "/y"),))]
    site.answers["/y"] = [Answer(body=b"here")]

    assert fetcher.fetch(f"{site.address}/x") == b"here"


def test_pages_are_limited_after_unpacking(site: Site, waits: list[float]) -> None:
    packed = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
    site.answers["/x"] = [Answer(body=gzip.compress(b"x" * 5000), headers=packed)]
    for limit, small in ((5000, True), (4999, False)):
        manners = Manners(site=site.address, most_bytes=limit)
        with Fetcher(manners, sleep=waits.append) as f:
            if small:
                assert len(f.fetch(f"{site.address}/x")) == 5000
            else:
                with pytest.raises(PageTooBigError):
                    f.fetch(f"{site.address}/x")


@pytest.mark.parametrize("address", ["http://adilet.zan.kz", "ftp://adilet.zan.kz"])
def test_only_secure_sites_are_asked(address: str) -> None:
    with pytest.raises(InsecureSiteError):
        Fetcher(Manners(site=address))


def test_certificates_are_checked(fetcher: Fetcher) -> None:
    with Fetcher(Manners()) as real:
        context = real.client._transport._pool._ssl_context  # type: ignore[attr-defined]

    assert context.check_hostname
    assert context.verify_mode.name == "CERT_REQUIRED"


# -- command line


def test_add_prints_what_it_did(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "acts"

    assert main(["add", str(KK), "--corpus", str(folder)]) == 0
    assert capsys.readouterr().out == f"added: {KK} as Z1200000561.kk.html\n"
    assert main(["add", str(KK), str(RU), "--corpus", str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == ["refused", "added"]
    assert main(["check", "--folder", str(folder)]) == 0


def test_add_takes_a_list_of_targets(
    tmp_path: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.answers[KK_PATH] = [Answer(body=KK.read_bytes())]
    listed = tmp_path / "codes.txt"
    listed.write_text(f"Z1200000561\n{RU}\n", encoding="utf-8")
    arguments = ["add", f"@{listed}", "--corpus", str(tmp_path / "acts")]

    code = main([*arguments, "--site", site.address, "--language", "kk"])

    assert code == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert len(load_manifest(tmp_path / "acts")) == 2


def test_add_refuses_an_insecure_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["add", "Z1200000561", "--corpus", str(tmp_path)]

    assert main([*arguments, "--site", "http://adilet.zan.kz"]) == 2
    assert "is not https" in capsys.readouterr().err
