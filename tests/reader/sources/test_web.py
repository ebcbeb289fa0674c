"""Fetching, from a server on this machine that does what bad servers do."""

from __future__ import annotations

import base64
import gzip
import re
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from reader.errors import FetchError
from reader.sources import proxies, web
from reader.sources.private_addresses import is_public

PAGE = "<html><body><p>Wali kota membantah – “tidak benar”.</p></body></html>"


class Server(BaseHTTPRequestHandler):
    seen: ClassVar[list[dict[str, str]]] = []
    asked: ClassVar[list[str]] = []
    hold: ClassVar[threading.Event] = threading.Event()

    def do_GET(self) -> None:
        self.seen.append({k.lower(): v for k, v in self.headers.items()})
        self.asked.append(self.path)
        getattr(self, "go_" + self.path.rpartition("/")[2])()  # a proxy is asked with the whole address

    def do_CONNECT(self) -> None:
        self.asked.append(self.path)
        self.send_error(403)

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Type": "text/html; charset=windows-1252", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def go_page(self) -> None:
        self.answer(PAGE.encode("windows-1252"))

    def go_moved(self) -> None:
        self.answer(b"", 302, Location="/page")

    def go_loop(self) -> None:
        self.answer(b"", 302, Location="/loop")

    def go_file(self) -> None:
        self.answer(b"", 302, Location="file:///etc/passwd")

    def go_large(self) -> None:
        self.answer(gzip.compress(b"x" * 300_000), Content_Encoding="gzip")

    def go_picture(self) -> None:
        self.answer(b"\x89PNG", Content_Type="image/png")

    def go_gone(self) -> None:
        self.answer(b"", 410)

    def go_broken(self) -> None:
        self.answer(b"", 302, Location="http://[kabar")

    def go_drip(self) -> None:
        """A byte now and then, so that no single read takes too long."""
        self.answer(b"<p>")
        while not self.hold.wait(0.05):
            try:
                self.wfile.write(b"x")
            except OSError:
                return

    def go_slow(self) -> None:
        self.hold.wait(20)

    def log_message(self, format: str, *args: object) -> None:
        """Be quiet."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    Server.seen.clear()
    Server.asked.clear()
    Server.hold.clear()
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    Server.hold.set()
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_comes_with_its_charset_and_its_last_address(site: str) -> None:
    page = web.fetch(f"{site}/moved", private=True)
    assert page.data.decode(page.encoding) == PAGE
    assert (page.address, page.url, page.media_type) == (f"{site}/moved", f"{site}/page", "text/html")
    assert page.retrieved is not None


def test_nothing_of_the_reader_is_told(site: str) -> None:
    web.fetch(f"{site}/page", private=True)
    assert not {"cookie", "referer", "authorization"} & set(Server.seen[0])
    assert Server.seen[0]["user-agent"].startswith("Tilik/")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("loop", "redirected more than 5 times"),
        ("file", "only http and https"),
        ("large", "larger than 0 MB"),
        ("picture", "no page but image/png"),
        ("gone", "410"),
        ("broken", "no address"),
    ],
)
def test_what_is_no_page_is_refused_with_the_reason(site: str, path: str, why: str) -> None:
    with pytest.raises(FetchError, match=why):
        web.fetch(f"{site}/{path}", private=True, limit=200_000)


def test_a_server_that_keeps_silent_is_given_up(site: str) -> None:
    with pytest.raises(FetchError, match="too long"):
        web.fetch(f"{site}/slow", private=True, total=0.3)


def test_a_server_that_never_comes_to_an_end_is_given_up(site: str) -> None:
    with pytest.raises(FetchError, match="too long"):
        web.fetch(f"{site}/drip", private=True, total=0.3)


@pytest.mark.parametrize("address", ["http://[kabar", "http://a..b/", "http://kabar.example:99999/", "https:///1"])
def test_what_is_no_address_is_said_plainly(address: str) -> None:
    with pytest.raises(FetchError, match=re.escape(address)):
        web.fetch(address)


def test_addresses_of_this_computer_are_refused_before_a_byte_is_sent(site: str) -> None:
    with pytest.raises(FetchError, match="of this computer or its network"):
        web.fetch(f"{site}/page")
    assert Server.seen == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True), ("2606:4700::1111", True), ("::ffff:93.184.215.14", True),
        ("127.0.0.1", False), ("10.0.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False),
        ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False), ("::1", False), ("fd00::1", False),
        ("fe80::1%eth0", False), ("ff02::1", False), ("::ffff:10.0.0.1", False), ("::ffff:127.0.0.1", False),
        ("::ffff:169.254.169.254", False), ("::ffff:224.0.0.1", False),
        # NAT64 by the prefix of all and by one of a network's own, with 48, 56, 64 and 96 bits
        ("64:ff9b::93.184.215.14", True), ("64:ff9b::a9fe:a9fe", False), ("64:ff9b::10.0.0.1", False),
        ("64:ff9b:1::93.184.215.14", True), ("64:ff9b:1::192.168.1.1", False), ("64:ff9b:1:a9fe:a9:fe00::", False),
        ("64:ff9b:1:5db8:d7:e00::", True), ("64:ff9b:1:7f:0:1::", False), ("64:ff9b:1:0:a:0:100:0", False),
        ("64:ff9b:1::", False), ("64:ff9b:1:2:3:4:10.1.2.3", False),
        # 6to4, Teredo (its server and its client), compatible and translated
        ("2002:7f00:1::", False), ("2002:c0a8:101::1", False), ("2001:0:7f00:1::", False),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", False), ("2001:0:4136:e378:8000:63bf:f5ff:fffe", False),
        ("::127.0.0.1", False), ("::10.0.0.1", False), ("::ffff:0:127.0.0.1", False), ("::ffff:0:10.0.0.1", False),
        ("::", False), ("0::ffff:0.0.0.0", False),
    ],
)  # fmt: skip
def test_neighbours_are_known_in_every_spelling(address: str, public: bool) -> None:
    """By what a connection says whom it reached; one address in IPv6's spelling of IPv4 stays that address."""
    assert is_public(address) is public


def test_a_name_that_leads_here_is_refused_too(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.getaddrinfo

    def rebound(host: str, port: int, *args: object, **named: object) -> object:
        return real("127.0.0.1", port, *args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", rebound)
    with pytest.raises(FetchError, match=r"kabar\.example is an address of this computer"):
        web.fetch(site.replace("127.0.0.1", "kabar.example") + "/page")
    assert Server.seen == []


def test_offline_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    def offline(*args: object, **named: object) -> object:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", offline)
    with pytest.raises(FetchError, match="Are you offline"):
        web.fetch("https://kabar.example/1")


def test_nobody_answering_is_said_plainly() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(FetchError, match="no connection could be made"):
        web.fetch(f"http://127.0.0.1:{port}/", private=True)


# --- proxies and authorities


def test_the_systems_proxy_is_asked_and_knows_its_user(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", site.replace("http://", "http://ani:s%40fe@"))
    monkeypatch.setenv("no_proxy", "inside.example")
    found = web.fetch("http://kabar.invalid/page")
    assert found.data.decode(found.encoding) == PAGE and found.url == "http://kabar.invalid/page"
    assert Server.asked == ["http://kabar.invalid/page"]
    assert base64.b64decode(Server.seen[0]["proxy-authorization"].removeprefix("Basic ")) == b"ani:s@fe"
    assert proxies.proxy_of("http://inside.example/page") == ""


def test_what_is_encrypted_goes_through_the_proxy_too(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", site.replace("http://", "http://ani:s3cret@"))
    with pytest.raises(FetchError, match="proxy could not be reached or refused it") as caught:
        web.fetch("https://kabar.invalid/page")
    assert Server.asked == ["kabar.invalid:443"] and "s3cret" not in str(caught.value)


@pytest.mark.parametrize("address", ["http://10.0.0.1/page", "http://[64:ff9b::a9fe:a9fe]/page", "http://[::1]:1/page"])
def test_a_proxy_is_not_asked_for_neighbours(site: str, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("http_proxy", site)
    with pytest.raises(FetchError):
        web.fetch(address, total=2)
    assert Server.asked == []


def test_this_computer_is_never_asked_for_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    for host in ("localhost", "a.localhost", "127.0.0.1", "[::1]"):
        assert proxies.proxy_of(f"http://{host}:8080/") == ""
    assert proxies.proxy_of("http://kabar.example/") == "http://proxy.example:3128"
    monkeypatch.setenv("http_proxy", "socks5://proxy.example")
    with pytest.raises(FetchError, match="of a kind that Tilik cannot use"):
        proxies.proxy_of("http://kabar.example/")


def test_certificates_are_judged_by_the_authorities_of_the_system() -> None:
    import truststore

    assert isinstance(web._authorities("https://kabar.example/"), truststore.SSLContext)
    assert web._authorities("http://kabar.example/") is None
