"""Documents and archives, by their first bytes."""

from __future__ import annotations

import re
import zlib

from reader.cleaning.no_pages import kinds
from reader.cleaning.no_pages.kinds import NoPage, Sample

_WARC = re.compile(rb"WARC/\d")
_STARTS = (
    (b"{\\rtf", kinds.RTF),
    (b"%!PS", kinds.POSTSCRIPT),
    (b"\xd0\xcf\x11\xe0", kinds.OLD_OFFICE),
    (b"L\x00\x00\x00\x01\x14\x02\x00", kinds.SHORTCUT),
    (b"BEGIN:VCALENDAR", kinds.CALENDAR),
    (b"BEGIN:VCARD", kinds.CALENDAR),
)
_PDF_STARTS = 1024  # bytes before which readers look for the sign of a PDF


def document(sample: Sample) -> NoPage | None:
    """Return the document or archive that the bytes begin as."""
    data = sample.data
    if data.startswith(b"%PDF-") or (not sample.is_markup and b"\n%PDF-" in data[:_PDF_STARTS]):
        return kinds.PDF
    if _WARC.match(_unpacked(data)):
        return kinds.WARC
    return next((found for start, found in _STARTS if data.startswith(start)), None)


def _unpacked(data: bytes) -> bytes:
    """The first bytes, of what is packed by gzip those within."""
    if not data.startswith(b"\x1f\x8b"):
        return data[:16]
    try:
        return zlib.decompressobj(wbits=31).decompress(data[:4096], 16)
    except zlib.error:
        return b""
