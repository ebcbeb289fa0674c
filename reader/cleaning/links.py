"""Addresses: only http, https and mailto ever leave the cleaner, made absolute."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_STRIPPED = re.compile("[\x00-\x20\x7f-\xa0\u2028\u2029]+")
_LONGEST = 4096


def absolute(address: str, base: str) -> str:
    """`address` against `base` when the result is http, https or mailto with something in it, else empty.

    White space and controls are taken out first, as a browser does, so that they cannot hide a scheme.
    """
    if not address or len(address) > _LONGEST:
        return ""
    bare = _STRIPPED.sub("", address).replace("\\", "/")
    try:
        whole = urljoin(base, bare) if base else bare
        parts = urlsplit(whole)
        host = parts.hostname
    except ValueError:  # an address no browser could open either, such as http://[x
        return ""
    if parts.scheme == "mailto":
        return whole if "@" in parts.path else ""
    return whole if parts.scheme in ("http", "https") and host else ""


def web(address: str, base: str) -> str:
    """As `absolute`, for http and https alone."""
    found = absolute(address, base)
    return "" if found.startswith("mailto:") else found
