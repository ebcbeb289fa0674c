"""A name and a password within an address: they are of whoever typed them, and go into no library, set or message."""

from __future__ import annotations

import re

_WITHIN = re.compile(r"^(\s*(?:[a-z][a-z0-9+.-]*:)?[/\\]{2})[^/\\?#\s]*@", re.I)


def without_credentials(address: str) -> str:
    """Return `address` as it is but for the name and password that stand before its host."""
    return _WITHIN.sub(r"\1", address) if "@" in address else address
