"""Which stored article has an address: the one that an added page or an imported set may be a version of."""

from __future__ import annotations

from reader.errors import TilikError
from reader.store import Library


def at_address(library: Library, address: str) -> str:
    """Return the id of the one article at `address`; empty when there is none, or no single one."""
    try:
        return library.find(address) if address else ""
    except TilikError:  # of several nobody can say which is meant
        return ""
