"""How the files of papers begin: what they are, so that only an earlier one of the same kind is replaced unasked."""

from __future__ import annotations

import re
import struct

REPORT, ARTICLES = "claims report", "articles"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# A PDF has four bytes above 127 in its second line, whichever; ours are these.
_PDF_BYTES = {REPORT: b"\xd4\xe9\xec\xf2", ARTICLES: b"\xd4\xe9\xec\xe1"}
_EXTRA = 0x6C54  # of a field that readers of zip files pass over


def generator(kind: str) -> str:
    """Return what an HTML file of this kind says it was made by."""
    return f'<meta name="generator" content="Tilik, {kind}">'


def front_matter(kind: str) -> str:
    """Return the first lines of a Markdown file."""
    return f'---\ngenerator: "Tilik, {kind}"\n---\n\n'


def zip_field(kind: str) -> bytes:
    """Return the field that the first member of a zip file carries."""
    said = f"tilik {kind}".encode()
    return struct.pack("<HH", _EXTRA, len(said)) + said


def named_pdf(made: bytes, kind: str) -> bytes:
    """Return a PDF that says in its second line what it is; nothing else in it moves."""
    return re.sub(rb"(?s)\A(%PDF-[\d.]+\n%)[\x80-\xff]{4}", lambda found: found[1] + _PDF_BYTES[kind], made, count=1)


def opens_html(kind: str) -> bytes:
    """Return the expression for the first bytes of a file of this kind; as do those below."""
    head = rb'<!DOCTYPE html>\n<html lang="(?:en|id)">\n<head>\n<meta charset="utf-8">\n'
    return head + re.escape(generator(kind).encode())


def opens_markdown(kind: str) -> bytes:
    return re.escape(front_matter(kind).encode())


def opens_word(kind: str) -> bytes:
    return rb"PK\x03\x04.{26}\[Content_Types\]\.xml" + re.escape(zip_field(kind))


def opens_pdf(kind: str) -> bytes:
    return rb"%PDF-[\d.]+\n%" + re.escape(_PDF_BYTES[kind])
