"""Addresses of this computer and its neighbours, in every spelling: an address may hold another that is meant."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_TRANSLATED = IPv6Network("64:ff9b::/96")  # NAT64, RFC 6052
_TRANSLATED_HERE = IPv6Network("64:ff9b:1::/48")  # the same by a prefix that a network chooses, RFC 8215
_LOW = tuple(map(IPv6Network, ("::/96", "::ffff:0:0/96", "::ffff:0:0:0/96")))  # compatible, mapped, translated (SIIT)
# Where the 32 bits of the other address stand, as shifts and widths, for prefixes of 48, 56, 64 and 96 bits (RFC 6052);
# bits 64 to 71 are never a part of it.
_PLACES = (((64, 16), (40, 16)), ((64, 8), (32, 24)), ((24, 32),), ((0, 32),))


def is_public(address: str) -> bool:
    """Return whether an address leads to no computer but one that all can reach."""
    found = ip_address(address.split("%")[0])
    if isinstance(found, IPv4Address):
        return _is_global(found)
    meant = list(_meant(found))
    if meant or any(found in network for network in (*_LOW, _TRANSLATED_HERE)):
        return bool(meant) and all(map(_is_global, meant))
    return _is_global(found)


def _is_global(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not address.is_multicast


def _meant(address: IPv6Address) -> Iterator[IPv4Address]:
    """The addresses that one of the newer kind holds: whoever translates goes on to them."""
    low = IPv4Address(int(address) & 0xFFFFFFFF)
    if address in _TRANSLATED or any(address in network for network in _LOW):
        yield low
    if address in _TRANSLATED_HERE:
        yield from _within(int(address))
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo


def _within(bits: int) -> Iterator[IPv4Address]:
    """In each of the places that a prefix of a network's own may mean; what begins with zeros is none."""
    for parts in _PLACES:
        value = 0
        for shift, width in parts:
            value = value << width | (bits >> shift & (1 << width) - 1)
        if value >> 24:
            yield IPv4Address(value)
