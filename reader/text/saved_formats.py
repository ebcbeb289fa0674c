"""Which file that holds saved pages some bytes are, by what is in them. Nothing is unpacked here."""

from __future__ import annotations

import re

MIME, ZIP, WEBARCHIVE = "multipart/related", "application/zip", "application/x-webarchive"
CONTAINERS = (MIME, ZIP, WEBARCHIVE)
_HEADERS = 1 << 16  # bytes in which the headers of a MIME file end
_BLANK = re.compile(rb"\r?\n\r?\n|\r\r")
_HEADER = re.compile(rb"(?:From |[!-9;-~]+[ \t]*:)")
_VERSION = re.compile(rb"^MIME-Version[ \t]*:", re.IGNORECASE | re.MULTILINE)
_PARTS = re.compile(rb"^(?:Content-Type[ \t]*:[ \t]*(?:multipart/|text/)|Content-Transfer-Encoding)", re.I | re.M)
_PLIST = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!DOCTYPE plist[^>]{0,300}>\s*)?<plist\b", re.IGNORECASE)
_END_OF_ZIP, _ZIP_COMMENT = b"PK\x05\x06", 1 << 16


def container_of(data: bytes) -> str:
    """Return the media type of the container that `data` is, empty when it is none.

    A page with a ZIP archive inside (SingleFile's pages that unpack themselves) is a ZIP archive.
    """
    start = data[:_HEADERS].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"PK\x03\x04") or (start[:1] == b"<" and _END_OF_ZIP in data[-_ZIP_COMMENT - 22 :]):
        return ZIP
    if is_plist(start) and b"WebMainResource" in data:
        return WEBARCHIVE
    return MIME if _opens_as_mime(start) else ""


def is_plist(start: bytes) -> bool:
    """Return whether bytes begin as a property list of Apple's, of either kind."""
    return start.startswith(b"bplist00") or _PLIST.match(start) is not None


def _opens_as_mime(start: bytes) -> bool:
    if _HEADER.match(start) is None:
        return False
    end = _BLANK.search(start)
    head = start[: end.start()] if end is not None else start
    lines = [line for line in head.splitlines() if line[:1] not in (b" ", b"\t")]
    named = all(_HEADER.match(line) for line in lines)
    return named and _VERSION.search(head) is not None and _PARTS.search(head) is not None
