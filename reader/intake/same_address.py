"""Which stored article has an address, in any of its spellings: the one that a page or a set may be a version of."""

from __future__ import annotations

from collections.abc import Iterable

from reader.errors import TilikError
from reader.intake.newer_version import ENOUGH, shared_words
from reader.store.answering import Answering
from reader.text.addresses import plain_address, spellings


def at_address(library: Answering, address: str) -> str:
    """Return the id of the one article at `address`, however that is spelled; empty when there is none, or no single
    one."""
    try:
        return library.find(address) if address else ""
    except TilikError:  # of several nobody can say which is meant
        found = _spelled(library, address)
        return found[0] if len(found) == 1 else ""


def same_address(library: Answering, address: str) -> str:
    """Return the id of the first article at that page, however its address is spelled; empty when there is none."""
    return next(iter(_spelled(library, address)), "") if address else ""


def older_version(library: Answering, addresses: Iterable[str], text: str) -> str:
    """Return the id of the article that a page at these addresses with that text may be a newer version of; the first
    that was here, empty when there is none.

    Where an address names a whole site, as some sites have it on every page, the words must be alike too.
    """
    for address in dict.fromkeys(address for address in addresses if address):
        for id in _spelled(library, address):
            if not plain_address(address).is_front_page or _is_alike(library, id, text):
                return id
    return ""


def _spelled(library: Answering, address: str) -> list[str]:
    plain = plain_address(address)
    found = library.at_addresses(spellings(address))
    return [id for id, url in found if plain_address(url) == plain]


def _is_alike(library: Answering, id: str, text: str) -> bool:
    return shared_words(library.revision(library.article(id).revision_id).text, text) >= ENOUGH
