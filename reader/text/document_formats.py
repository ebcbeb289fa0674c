"""Which document or archive of pages some bytes are, by what is in them. Nothing is unpacked here but some bytes."""

from __future__ import annotations

import codecs
import re
import zlib

EPUB = "application/epub+zip"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
SUBRIP, WEBVTT = "application/x-subrip", "text/vtt"
WARC, WACZ = "application/warc", "application/wacz"
_PDF_STARTS = 1024  # bytes before which readers look for the sign of a PDF
_CLOCK = rb"(?:\d{1,3}:)?\d{1,2}:\d\d[,.]\d{1,3}"
_SUBRIP = re.compile(rb"\s*\d+[ \t]*\r?\n[ \t]*" + _CLOCK + rb"[ \t]*-->[ \t]*" + _CLOCK)
_WEBVTT = re.compile(rb"WEBVTT(?:[ \t][^\n]*)?(?:\r?\n|$)")
_WARC = re.compile(rb"WARC/\d")
# How names begin in the list at the end of a ZIP archive, all of which are there.
_ZIPPED = (
    (EPUB, (b"META-INF/container.xml",)),
    (WORD, (b"[Content_Types].xml", b"word/")),
    (WACZ, (b"datapackage.json", b"archive/")),
)
_ENTRY = b"PK\x01\x02"
_NAME_AT = 46  # bytes of an entry of that list before its name


def document_of(data: bytes) -> str:
    """Return the media type of the document or archive of pages that `data` is, empty when it is none."""
    start = data[:4096].removeprefix(codecs.BOM_UTF8)
    if start.startswith(b"%PDF-") or (start.lstrip()[:1] != b"<" and b"\n%PDF-" in start[:_PDF_STARTS]):
        return PDF
    if start.startswith(b"PK\x03\x04"):
        return next((kind for kind, names in _ZIPPED if all(_lists(data, name) for name in names)), "")
    if _WARC.match(_unpacked(start)):
        return WARC
    if start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        start = start[2:].replace(b"\x00", b"")
    if _WEBVTT.match(start):
        return WEBVTT
    return SUBRIP if _SUBRIP.match(start) else ""


def _lists(data: bytes, name: bytes) -> bool:
    """Whether the archive's list has a name that begins so, and not only a file with those words in it."""
    at = data.rfind(name)
    while at >= 0:
        if data[at - _NAME_AT : at - _NAME_AT + 4] == _ENTRY:
            return True
        at = data.rfind(name, 0, at)
    return False


def _unpacked(start: bytes) -> bytes:
    """The first bytes, of what is packed by gzip those within."""
    if not start.startswith(b"\x1f\x8b"):
        return start[:16]
    try:
        return zlib.decompressobj(wbits=31).decompress(start, 16)
    except zlib.error:
        return b""
