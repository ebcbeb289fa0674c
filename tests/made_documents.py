"""Small documents of our own writing, made when a test wants them."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Mapping, Sequence

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def run(text: str) -> str:
    """Return words of a Word document."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(inner: str, style: str = "") -> str:
    """Return a paragraph of a Word document."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{inner}</w:p>"


def docx(body: str, *, note: str = "", before: str = "") -> bytes:
    """Return a Word document with a link `rId9` and one footnote, 2."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>'
        for id, name in (("Title", "Title"), ("Heading1", "heading 1"), ("Quote", "Quote"))
    )
    rels = "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'
        for id, kind, target, mode in (
            ("rId9", "hyperlink", "https://contoh.example/a", ' TargetMode="External"'),
            ("f", "footnotes", "footnotes.xml", ""),
            ("s", "styles", "styles.xml", ""),
        )
    )
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return zipped({
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{main}"/></Types>',  # noqa: E501
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',  # noqa: E501
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{rels}</Relationships>',
        "word/document.xml": f"{before}<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/footnotes.xml": f'<w:footnotes {_W}><w:footnote w:id="2">{par(run(note))}</w:footnote></w:footnotes>',
        "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
    })  # fmt: skip


def epub(chapters: Mapping[str, str], metadata: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a book whose chapters are these bodies, in their order."""
    items = "".join(f'<item id="{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in chapters)
    order = "".join(f'<itemref idref="{n}"/>' for n in chapters)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">'
        f"<metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="o/c.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    pages = {
        f"o/{name}.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{body}</body></html>'
        for name, body in chapters.items()
    }
    return zipped({
        "mimetype": "application/epub+zip", "META-INF/container.xml": container, "o/c.opf": package, **pages,
        **(more or {}),
    })  # fmt: skip


Placed = tuple[float, float, float, str]  # x, y, size, words


def pdf(pages: Sequence[Sequence[Placed]], info: str = "") -> bytes:
    """Return a PDF with words at their places, in Helvetica."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for words in pages:
        stream = "".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, size, text in words).encode()
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    objects.append(f"<<{info}>>".encode())
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, len(objects), start
    )  # fmt: skip
    return bytes(out)


def warc(records: Sequence[tuple[str, int, str, bytes]], *, packed: bool = False) -> bytes:
    """Return a web archive of answers: address, status, type, body, captured on 5 April 2020."""
    out = b""
    for url, status, kind, body in records:
        answer = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2020-04-05T06:07:08Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{abs(hash(url))}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        record = head.encode() + answer + b"\r\n\r\n"
        out += gzip.compress(record) if packed else record
    return out
