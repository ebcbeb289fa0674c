"""Addresses: only http, https and mailto ever leave the cleaner, made absolute."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from reader.credentials import without_credentials

_STRIPPED = re.compile("[\x00-\x20\x7f-\xa0\u2028\u2029]+")
_LONGEST = 4096
# Addresses that `urljoin` gives back as they are, or with nothing but the host before them: most of a page's.
_REST = r"(?:\?[\w%=&+,./:~*!()-]+)?(?:#[\w%=&/.~-]+)?"
_WHOLE = re.compile(rf"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[\w%=+,.:~@/*!()-]*)?{_REST}", re.ASCII)
_ROOTED = re.compile(rf"(?:/[\w%=+,:~@*!()-][\w%=+,.:~@*!()-]*)+/?{_REST}", re.ASCII)


def absolute(address: str, base: str) -> str:
    """Return `address` against `base` when the result is http, https or mailto with something in it, else empty.

    White space and controls are taken out first, as a browser does, so that they cannot hide a scheme.
    """
    if not address or len(address) > _LONGEST:
        return ""
    if _WHOLE.fullmatch(address):
        return address
    if address[0] == "/" and _ROOTED.fullmatch(address) and (origin := _origin(base)):
        return origin + address
    bare = _STRIPPED.sub("", address).replace("\\", "/")
    try:
        whole = without_credentials(urljoin(base, bare) if base else bare)
        parts = urlsplit(whole)
        host = parts.hostname
    except ValueError:  # an address no browser could open either, such as http://[x
        return ""
    if parts.scheme == "mailto":
        return whole if "@" in parts.path else ""
    return whole if parts.scheme in ("http", "https") and host else ""


@lru_cache(maxsize=64)
def _origin(base: str) -> str:
    """Scheme and host of a page on the web, empty for any other base."""
    try:
        parts = urlsplit(without_credentials(base))
        return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def web(address: str, base: str) -> str:
    """Return as `absolute`, for http and https alone."""
    found = absolute(address, base)
    return "" if found.startswith("mailto:") else found


def is_elsewhere_on_site(target: str, page: str) -> bool:
    """Return whether an address leads to another page of the same site as `page`; hosts count as one by their last
    names."""
    try:
        there, here = urlsplit(target), urlsplit(page)
        same = _site(there.hostname or "") == _site(here.hostname or "")
    except ValueError:
        return False
    return there.scheme != "mailto" and same and there.path.rstrip("/") != here.path.rstrip("/")


def _site(host: str) -> str:
    """`news.example.co.uk` and `www.example.co.uk` are both `example.co.uk`."""
    names = host.split(".")
    count = 3 if len(names) > 2 and len(names[-1]) == 2 and len(names[-2]) <= 3 else 2
    return ".".join(names[-count:])
