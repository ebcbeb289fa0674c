"""The proxy that this computer's settings name for an address: variables, or the settings of Windows and macOS."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import unquote, urlsplit

from reader.errors import FetchError


def proxy_of(address: str) -> str:
    """Return the address of the proxy by which `address` is to be fetched, empty for none.

    Never one for this computer itself. Raises `FetchError` for a kind that cannot be used here.
    """
    from urllib.request import getproxies, proxy_bypass  # late: it reads the registry on Windows

    parts = urlsplit(address)
    host = parts.hostname or ""
    if _is_this_computer(host):
        return ""
    set_up = getproxies()
    proxy = set_up.get(parts.scheme) or set_up.get("all") or ""
    if not proxy or proxy_bypass(host):
        return ""
    whole = proxy if "://" in proxy else f"http://{proxy}"
    if urlsplit(whole).scheme not in ("http", "https"):
        raise FetchError("{0} could not be fetched: this computer's proxy is of a kind that Tilik cannot use", address)
    return whole


def login_of(proxy: str) -> dict[str, str]:
    """Return the headers by which the proxy knows its user; empty where its address names none."""
    from urllib3.util import make_headers

    parts = urlsplit(proxy)
    if not parts.username:
        return {}
    words = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return dict(make_headers(proxy_basic_auth=words))


def _is_this_computer(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:  # a name
        return False
