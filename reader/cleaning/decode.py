"""Bytes to text, by ourselves: no parser is trusted to guess a charset.

The order is that of the WHATWG Encoding and HTML standards (byte order mark, HTTP header, `<meta>`), with
labels from the `webencodings` table, which knows no UTF-7; then detection. Valid UTF-8 that holds more
than ASCII is taken for UTF-8 whatever the page says, because no other charset looks like it by accident.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from reader import notices
from reader.errors import CleaningError
from reader.messages import Message
from reader.model.pages import Page
from reader.notices import notice

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"\x89PNG\r\n", Message("a PNG picture")),
    (b"\xff\xd8\xff", Message("a JPEG picture")),
    (b"GIF8", Message("a GIF picture")),
    (b"RIFF", Message("a RIFF media file")),
    (b"%PDF-", Message("a PDF document")),
    (b"PK\x03\x04", Message("a ZIP archive")),
    (b"\x1f\x8b", Message("a gzip archive")),
    (b"7z\xbc\xaf", Message("a 7z archive")),
    (b"SQLite format 3\x00", Message("an SQLite database")),
    (b"\x7fELF", Message("a program")),
    (b"MZ\x90", Message("a program")),
    (b"\xd0\xcf\x11\xe0", Message("an old Office document")),
    (b"OggS", Message("an Ogg media file")),
    (b"ID3", Message("an MP3 file")),
)
_META = re.compile(rb"<meta\b[^>]{0,1000}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]{1,40})", re.I)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([a-zA-Z0-9_:.-]{1,40})", re.I)
_COMMENT = re.compile(rb"<!--.*?-->", re.S)
_SAMPLE = 1 << 20
# What detection may answer, by chardet's name, and the label that the WHATWG standard knows it by: the charsets that
# old web pages are written in. Left out are those that text in another one is easily taken for (ISO-8859-3, Mac, DOS).
_DETECTABLE = {
    "big5hkscs": "big5", "cp932": "shift_jis", "euc_jis_2004": "euc-jp", "cp949": "euc-kr", "euc_kr": "euc-kr",
    "gb18030": "gb18030", "cp874": "windows-874", "koi8-r": "koi8-r", "koi8-u": "koi8-u", "iso8859-2": "iso-8859-2",
    "iso8859-5": "iso-8859-5", "iso8859-6": "iso-8859-6", "iso8859-7": "iso-8859-7", "iso8859-8": "iso-8859-8",
    "utf-8": "utf-8", **{f"cp{page}": f"windows-{page}" for page in range(1250, 1259)},
}  # fmt: skip
_TOO_FEW = 3  # bytes that are not ASCII; then the commonest old charset is the better guess
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page, the charset it was read with, and what the reader should know of it."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def refuse_binary(page: Page) -> None:
    """Raise `CleaningError`, saying what it is, when the page's bytes are no text."""
    data = page.data
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise CleaningError("{0}: this is {1}, not a page of text", page.address, what)
    head = data[:_SAMPLE]
    if _bom(head) or _bare_utf16(head):
        return
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls * 20 > len(head):
        raise CleaningError("{0}: this is a binary file, not a page of text", page.address)


def decode(data: bytes, declared: str = "", *, markup: bool = False) -> Decoded:
    """Return the text of `data`; `declared` is the HTTP header's charset, `markup` looks for a `<meta>` too."""
    bom = _bom(data)
    if bom:
        mark, name = bom
        return _decoded(data[len(mark) :].decode(name, "replace"), name, [])
    wide = _bare_utf16(data)
    if wide:
        return _decoded(data.decode(wide, "replace"), wide, [notices.UTF16])
    label = declared or (_declared_inside(data) if markup else "")
    name = _known(label)
    found_notices = []
    if label and not name:
        found_notices.append(notice(notices.CHARSET_UNKNOWN, label))
    text, used = _read(data, name)
    if name and used != name:
        found_notices.append(notice(notices.CHARSET_WRONG, name, used))
    return _decoded(text, used, found_notices)


def _bom(data: bytes) -> tuple[bytes, str] | None:
    return next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), None)


def _bare_utf16(data: bytes) -> str:
    """UTF-16 without a mark: ASCII in it makes every other byte zero."""
    head = data[:4096]
    if len(head) < 8:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.1 else ""


def _declared_inside(data: bytes) -> str:
    """The charset in an XML declaration or the first `<meta>` of the first 64 KiB, as written."""
    head = data[:65536]
    found = _XML.search(head) or _META.search(_COMMENT.sub(b"", head))
    return found.group(1).decode("ascii") if found else ""


def _known(label: str) -> str:
    """The charset's name by the WHATWG labels, or an empty string. A label of UTF-16 means UTF-8 here."""
    if not label:
        return ""
    from webencodings import lookup

    encoding = lookup(label)
    if encoding is None:
        return ""
    return "utf-8" if encoding.name.startswith("utf-16") else str(encoding.codec_info.name)


def _read(data: bytes, declared: str) -> tuple[str, str]:
    """Text and charset: valid UTF-8 first, then the declared one if it fits, else what detection says."""
    try:
        text = data.decode("utf-8")
        if declared in ("", "utf-8") or not data.isascii():
            return text, "utf-8"
    except UnicodeDecodeError:
        pass
    if declared and "\ufffd" not in (text := data.decode(declared, "replace")):
        return text, declared
    tries = [name for name in (declared, _detected(data), "utf-8", "cp1252") if name]
    read = [(data.decode(name, "replace"), name) for name in dict.fromkeys(tries)]
    best = min(text.count("\ufffd") for text, _ in read)
    first, name = read[0]
    few = first.count("\ufffd") <= max(best, _odd_bytes(data) // 10)
    return (first, name) if few else next(pair for pair in read if pair[0].count("\ufffd") == best)


def _odd_bytes(data: bytes) -> int:
    return len(data) - len(data.translate(None, bytes(range(128, 256))))


def _detected(data: bytes) -> str:
    """The charset that the first `_SAMPLE` bytes look like, or an empty string when too few of them could tell."""
    from chardet import detect

    if _odd_bytes(data[:_SAMPLE]) < _TOO_FEW:
        return ""
    found = detect(data[:_SAMPLE], max_bytes=_SAMPLE, include_encodings=_DETECTABLE, compat_names=False)["encoding"]
    return _known(_DETECTABLE.get(found or "", ""))


def _decoded(text: str, encoding: str, found_notices: list[str]) -> Decoded:
    lost = text.count("\ufffd")
    if lost:
        found_notices.append(notice(notices.UNREADABLE, lost, encoding, "\ufffd"))
    if "\0" in text:
        found_notices.append(notice(notices.NUL, "\ufffd"))
        text = text.replace("\0", "\ufffd")
    return Decoded(text, encoding, tuple(found_notices))
