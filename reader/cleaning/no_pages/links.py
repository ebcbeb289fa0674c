"""Files that hold an address and no words: links to one page."""

from __future__ import annotations

import re

from reader.cleaning.no_pages import kinds
from reader.cleaning.no_pages.kinds import NoPage, Sample, link_to
from reader.text.saved_formats import is_plist

_SHORTCUT = re.compile(r"^\[InternetShortcut\]\s*$", re.I | re.M)
_URL = re.compile(r"^URL\s*=\s*(\S+)", re.I | re.M)
_DESKTOP = re.compile(r"(?:#[^\n]*\n)*\s*\[Desktop Entry\]")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.I)
_SHORT = 1 << 14  # characters of a file that is nothing but a link


def link(sample: Sample) -> NoPage | None:
    """Return what kind of link or list of links a file is."""
    if is_plist(sample.data.lstrip()):
        return _property_list(sample.data)
    start = sample.start
    if len(start) < _SHORT and (_SHORTCUT.match(start) or _DESKTOP.match(start) or _is_shortcut(sample)):
        url = _URL.search(start)
        return link_to(url[1]) if url is not None else None
    return _list(sample.lines) if not sample.is_markup else None


def _is_shortcut(sample: Sample) -> bool:
    """Some programs write other sections before that of the address."""
    return sample.start[:1] == "[" and _SHORTCUT.search(sample.start) is not None


def _property_list(data: bytes) -> NoPage:
    """A `.webloc` holds an address; of others nobody can read anything."""
    from reader.cleaning.property_list import BrokenListError, property_list

    try:
        found = property_list(data)
    except BrokenListError:
        return kinds.PROPERTIES
    url = found.get("URL") if isinstance(found, dict) else None
    return link_to(url) if isinstance(url, str) and url else kinds.PROPERTIES


def _list(lines: list[str]) -> NoPage | None:
    """Addresses alone, one a line."""
    told = [line.strip() for line in lines if not line.lstrip().startswith("#")]
    if not told or not all(_ADDRESS.fullmatch(line) for line in told):
        return None
    return link_to(told[0]) if len(told) == 1 else kinds.ADDRESSES
