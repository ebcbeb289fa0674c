"""One page from the network, when a person asked for it, and only then.

Addresses of this computer and its neighbours are refused after the name was looked up, on the address that is really
connected to, so that a page or a redirect cannot reach what only this computer can reach (SSRF). Where the system's
settings name a proxy it is used; then the names that we can look up ourselves are looked at before it is asked.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import SplitResult, urljoin, urlsplit

from reader import __version__
from reader.credentials import without_credentials
from reader.errors import FetchError
from reader.messages import Message, Words
from reader.model.pages import Page
from reader.model.stamps import now
from reader.sources.files import page_of_bytes
from reader.sources.private_addresses import is_public
from reader.sources.proxies import login_of, proxy_of
from reader.system_reasons import reason_of

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager, Timeout

CONNECT, READ, TOTAL = 10.0, 20.0, 30.0  # seconds
LIMIT = 50 * 1024 * 1024  # bytes, unpacked
REDIRECTS = 5
_HEADERS = {
    "User-Agent": f"Tilik/{__version__} (desktop reader; fetches one page when its user asks)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8,text/markdown;q=0.8,application/pdf;q=0.7",
    "Accept-Encoding": "gzip, deflate",
}
_PAGES = ("text/", "application/xhtml+xml", "application/xml", "application/pdf", "application/epub+zip")


def fetch(address: str, *, total: float = TOTAL, limit: int = LIMIT, private: bool = False) -> Page:
    """Return the page at `address`. `private` lets addresses of this computer through (for tests).

    Raises `FetchError`, which says in a sentence what went wrong: offline, refused, too slow, too large, no page.
    """
    address = without_credentials(address)  # neither sent nor kept
    deadline, asked = time.monotonic() + total, address
    for _ in range(REDIRECTS + 1):
        _check_scheme(asked)
        with _answer(asked, deadline, private) as response:
            where = response.headers.get("Location", "")
            if response.status in (301, 302, 303, 307, 308) and where:
                asked = _joined(asked, where)
                continue
            return _page(address, asked, response, deadline, limit)
    raise FetchError("{0} was redirected more than {1} times", address, REDIRECTS)


def _check_scheme(address: str) -> None:
    parts = _split(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError("{0}: only http and https addresses are fetched", address)


def _split(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError as error:
        raise FetchError("{0} is no address: {1}", address, reason_of(error)) from error


def _joined(address: str, where: str) -> str:
    try:
        return without_credentials(urljoin(address, where))
    except ValueError as error:
        raise FetchError("{0} was redirected to what is no address: {1}", address, reason_of(error)) from error


class _Deadline:
    """Ends every connection at the deadline: a server that sends a byte now and then never runs into a time-out."""

    def __init__(self, seconds: float) -> None:
        self._twins: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def watch(self, reached: socket.socket) -> None:
        """The twin stays ours when TLS takes the socket over."""
        self._twins.append(reached.dup())

    def _end(self) -> None:
        for twin in list(self._twins):
            with suppress(OSError):  # it is over already
                twin.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        self._timer.join()
        for twin in self._twins:
            twin.close()


@contextmanager
def _answer(address: str, deadline: float, private: bool) -> Iterator[BaseHTTPResponse]:
    import urllib3

    left = _remaining(address, deadline)
    timeout = urllib3.Timeout(connect=min(CONNECT, left), read=min(READ, left))
    proxy = proxy_of(address)
    if proxy and not private:
        _check_target(address)
    with _Deadline(left) as cut, _pool(private or bool(proxy), timeout, cut, proxy, _authorities(address)) as pool:
        try:
            response = pool.request("GET", address, headers=_HEADERS, redirect=False, preload_content=False)
            _remaining(address, deadline)  # headers that were cut off look like headers that ended
            yield response
            response.release_conn()
        except urllib3.exceptions.HTTPError as error:
            _remaining(address, deadline)
            raise FetchError("{0} could not be fetched: {1}", address, _reason(error)) from error


def _remaining(address: str, deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise FetchError("{0} took too long to answer and was given up", address)
    return left


def _reason(error: Exception) -> Words:
    import urllib3

    if isinstance(error, urllib3.exceptions.ProxyError):
        return Message("this computer's proxy could not be reached or refused it")
    if isinstance(error, urllib3.exceptions.NameResolutionError):
        return Message("its name was not found. Are you offline?")
    if isinstance(error, urllib3.exceptions.SSLError):
        return Message("its certificate is not valid")
    if isinstance(error, urllib3.exceptions.NewConnectionError):
        return Message("no connection could be made. Are you offline?")
    if isinstance(error, urllib3.exceptions.TimeoutError):
        return Message("it took too long to answer")
    broken = isinstance(error, urllib3.exceptions.ProtocolError)
    return Message("the connection broke off") if broken else str(error)


def _check_target(address: str) -> None:
    """What a proxy is asked for: only the proxy sees what it connects to, and only we know what may be asked."""
    host = _split(address).hostname or ""
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):  # behind many a proxy no name can be looked up
        return
    if not all(map(is_public, found)):
        raise _private(host)


def _authorities(address: str) -> ssl.SSLContext | None:
    """Those whom the system trusts, asked by its own means; None where nothing is encrypted."""
    if not address.casefold().startswith("https:"):
        return None
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _pool(
    private: bool, timeout: Timeout, cut: _Deadline, proxy: str, authorities: ssl.SSLContext | None
) -> PoolManager:
    """A pool whose connections look whom they reached before a byte is sent."""
    import urllib3
    from urllib3.connection import HTTPConnection, HTTPSConnection

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _checked(super()._new_conn(), self.host, private, cut)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return _checked(super()._new_conn(), self.host, private, cut)

    class PlainPool(urllib3.HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(urllib3.HTTPSConnectionPool):
        ConnectionCls = Secure

    made = (
        urllib3.ProxyManager(
            without_credentials(proxy), proxy_headers=login_of(proxy), retries=False, timeout=timeout,
            ssl_context=authorities,
        )
        if proxy
        else urllib3.PoolManager(retries=False, timeout=timeout, ssl_context=authorities)
    )  # fmt: skip
    made.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}
    return made


def _checked(reached: socket.socket, host: str, private: bool, cut: _Deadline) -> socket.socket:
    if private or is_public(str(reached.getpeername()[0])):
        cut.watch(reached)
        return reached
    reached.close()
    raise _private(host)


def _private(host: str) -> FetchError:
    return FetchError("{0} is an address of this computer or its network, which pages may not ask for", host)


def _page(address: str, final: str, response: BaseHTTPResponse, deadline: float, limit: int) -> Page:
    if response.status >= 400:
        raise FetchError("{0} answered {1}", address, f"{response.status} {response.reason or ''}".rstrip())
    kind, _, rest = response.headers.get("Content-Type", "").partition(";")
    if not kind.strip().casefold().startswith(_PAGES) and kind.strip():
        raise FetchError("{0} is no page but {1}", address, kind.strip())
    data = _body(address, response, deadline, limit)
    name = _split(final).path.rsplit("/", 1)[-1] or _split(final).hostname or final
    page = page_of_bytes(data, address, name, encoding=_charset(rest), url=final)
    return Page(page.address, page.name, page.data, page.media_type, page.encoding, page.url, now())


def _body(address: str, response: BaseHTTPResponse, deadline: float, limit: int) -> bytes:
    parts, size = [], 0
    for part in response.stream(1 << 16, decode_content=True):
        size += len(part)
        if size > limit:
            raise FetchError("{0} is larger than {1} MB and was given up", address, f"{limit / 2**20:.0f}")
        _remaining(address, deadline)
        parts.append(part)
    _remaining(address, deadline)  # a body that was cut off looks like one that ended
    return b"".join(parts)


def _charset(parameters: str) -> str:
    for one in parameters.split(";"):
        name, _, value = one.partition("=")
        if name.strip().casefold() == "charset":
            return value.strip().strip("\"'")
    return ""
