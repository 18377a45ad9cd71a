"""Web addresses: which are read, which are refused, and within which limits.

A real server on a loopback address stands for the public web: its network is allowed by option,
and host names lead to it through an injected resolver, so that the guard is the real one.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from secondsource.errors import Refused
from secondsource.reports import Limits, ReadOptions, Rejection, RejectionKind, Report, read
from secondsource.reports.fetch.addresses import checked_address

SERVER = "127.0.0.2"
STORY = "Fighters of two groups clashed on Monday near the town, residents said, and three died."
MORE = "The governor said that the road to the capital had been closed since the early morning."
FEED = (
    "<rss version='2.0'><channel><title>Sample Ticker</title>"
    f"<item><title>Clash</title><description>{STORY}</description></item></channel></rss>"
)


class _Site(BaseHTTPRequestHandler):
    """Answers by path; robots.txt by host."""

    def do_GET(self) -> None:
        host = (self.headers["Host"] or "").split(":")[0]
        if self.path == "/robots.txt":
            self._robots(host)
        elif self.path.startswith("/hop/"):
            left = int(self.path.rsplit("/", maxsplit=1)[1])
            self._redirect(f"/hop/{left - 1}" if left else "/report.txt")
        elif self.path == "/to-loopback":
            port = (self.headers["Host"] or "").rpartition(":")[2]
            self._redirect(f"http://127.0.0.1:{port}/report.txt")
        elif self.path == "/to-intranet":
            self._redirect("http://intranet.example/report.txt")
        elif self.path == "/to-file":
            self._redirect("file:///etc/passwd")
        elif self.path == "/to-nowhere":
            self._redirect("http://[")
        elif self.path == "/feed":
            self._send(200, "application/rss+xml", FEED.encode())
        elif self.path == "/cp1252":
            body = f"“{STORY}”\n\n{MORE}".encode("cp1252")
            self._send(200, "text/plain; charset=windows-1252", body)
        elif self.path == "/report.txt":
            self._send(200, "text/plain", f"{STORY}\n\n{MORE}".encode())
        elif self.path == "/picture":
            self._send(200, "image/png", b"\x89PNG")
        else:
            self._send(404, "text/plain", b"gone")

    def _robots(self, host: str) -> None:
        if host == "closed.example":
            self._send(200, "text/plain", b"User-agent: *\nDisallow: /\n")
        elif host == "astray.example":
            self._redirect("http://[")
        elif host == "failing.example":
            self._send(503, "text/plain", b"")
        else:
            self._send(404, "text/plain", b"")

    def _redirect(self, location: str) -> None:
        self.send_response(302)
        self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: int, content_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the tests' output clean."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = ThreadingHTTPServer((SERVER, 0), _Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


@dataclass
class Names:
    """A resolver over a table; each host's answers are given in turn, the last one for good."""

    table: dict[str, list[list[str]]] = field(
        default_factory=lambda: {"intranet.example": [["10.0.0.7"]]}
    )
    asked: list[str] = field(default_factory=list)

    def __call__(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        if host.replace(".", "").isdigit():
            return [host]
        answers = self.table.get(host, [[SERVER]])
        return answers.pop(0) if len(answers) > 1 else answers[0]


def _read(url: str, names: Names | None = None, **limits: float) -> Report | Rejection:
    options = ReadOptions(
        resolver=names or Names(),
        allowed_networks=(f"{SERVER}/32",),
        limits=Limits(**limits),  # type: ignore[arg-type]
    )
    (found,) = read(url, options)
    return found


def _rejected(url: str, names: Names | None = None, **limits: float) -> Rejection:
    found = _read(url, names, **limits)
    assert isinstance(found, Rejection)
    return found


def test_a_page_is_read(port: int) -> None:
    report = _read(f"http://post.example:{port}/report.txt")
    assert isinstance(report, Report)
    assert report.text == f"{STORY}\n\n{MORE}"
    assert report.path is None
    assert report.outlet is not None
    assert report.outlet.value == "post.example"


def test_a_feed_is_read(port: int) -> None:
    report = _read(f"http://post.example:{port}/feed")
    assert isinstance(report, Report)
    assert report.text == f"Clash\n\n{STORY}"


def test_the_declared_encoding_is_used(port: int) -> None:
    report = _read(f"http://post.example:{port}/cp1252")
    assert isinstance(report, Report)
    assert report.text.startswith("“")


@pytest.mark.parametrize(("hops", "followed"), [(4, True), (5, False)])
def test_at_most_five_redirects(port: int, hops: int, followed: bool) -> None:
    found = _read(f"http://post.example:{port}/hop/{hops}")
    assert isinstance(found, Report) is followed
    if isinstance(found, Rejection):
        assert "more than 5 redirects" in found.reason


@pytest.mark.parametrize("path", ["to-loopback", "to-intranet", "to-file"])
def test_redirects_inwards_are_refused(port: int, path: str) -> None:
    found = _rejected(f"http://post.example:{port}/{path}")
    assert found.kind is RejectionKind.REFUSED


@pytest.mark.parametrize("url", ["http://[::1", "http://[", "http://x\u2100y/"])
def test_a_malformed_address_is_a_rejection(url: str) -> None:
    assert _rejected(url).kind is RejectionKind.UNREADABLE


def test_a_malformed_redirect_is_a_rejection(port: int) -> None:
    found = _rejected(f"http://post.example:{port}/to-nowhere")
    assert found.kind is RejectionKind.UNREADABLE
    assert "http://[" in found.reason


def test_a_malformed_redirect_of_robots_is_a_rejection(port: int) -> None:
    found = _rejected(f"http://astray.example:{port}/report.txt")
    assert found.kind is RejectionKind.REFUSED


def test_a_name_that_changes_its_address_is_refused(port: int) -> None:
    """Each hop asks once and is checked; robots.txt is a hop of its own."""
    names = Names(table={"rebind.example": [[SERVER], ["127.0.0.1"]]})
    assert _rejected(f"http://rebind.example:{port}/report.txt", names).kind is (
        RejectionKind.REFUSED
    )
    assert names.asked == ["rebind.example"] * 2


def test_robots(port: int) -> None:
    closed = _rejected(f"http://closed.example:{port}/report.txt")
    failing = _rejected(f"http://failing.example:{port}/report.txt")
    assert (closed.kind, failing.kind) == (RejectionKind.REFUSED, RejectionKind.REFUSED)
    assert "does not allow" in closed.reason
    assert "503" in failing.reason


def test_limits_and_failures(port: int) -> None:
    base = f"http://post.example:{port}"
    assert _rejected(f"{base}/report.txt", document_bytes=50).kind is RejectionKind.TOO_LARGE
    assert "404" in _rejected(f"{base}/absent").reason
    assert _rejected(f"{base}/picture").kind is RejectionKind.UNREADABLE
    assert _rejected(f"http://user:word@post.example:{port}/").kind is RejectionKind.REFUSED
    assert _rejected("http://post.example:1/").kind is RejectionKind.REFUSED


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::1",
        "::",
        "::127.0.0.1",
        "::8.8.8.8",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    with pytest.raises(Refused):
        checked_address("name.example", 80, lambda host, port: [address])


def test_one_bad_address_among_good_ones_is_refused() -> None:
    with pytest.raises(Refused):
        checked_address("name.example", 80, lambda host, port: ["1.1.1.1", "127.0.0.1"])


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700:4700::1111"])
def test_public_addresses(address: str) -> None:
    assert checked_address("name.example", 80, lambda host, port: [address]) == address


@pytest.mark.parametrize("url", ["http://2130706433/", "http://0x7f.1/", "http://localhost/"])
def test_other_spellings_of_loopback_are_refused(url: str) -> None:
    """These go through the system's own resolver, which knows them without a network."""
    (found,) = read(url)
    assert isinstance(found, Rejection)
    assert found.kind is RejectionKind.REFUSED
