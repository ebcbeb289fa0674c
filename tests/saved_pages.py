"""Pages as programs save them, made with the libraries that such files are made with. What they tell is invented."""

from __future__ import annotations

import io
import json
import plistlib
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from PIL import Image

URL = "https://kabar.example/berita/pasar"
PARAGRAPHS = (
    "Wali Kota Muara Jati membantah kabar bahwa pasar ikan “Séroja” akan ditutup bulan depan oleh pemerintah kota.",
    "Kabar itu tidak benar, pasar tetap buka seperti biasa, kata juru bicaranya kepada para pedagang pada hari Senin.",
    "Pedagang menyebut surat edaran yang beredar sejak pekan lalu, yang menurut mereka memuat tanda tangan camat.",
)
TITLE = "Wali Kota Bantah Tutup Pasar"


def picture(kind: str = "PNG", colour: tuple[int, int, int] = (40, 90, 160)) -> bytes:
    """Return a picture of 320 by 200 points."""
    out = io.BytesIO()
    Image.new("RGB", (320, 200), colour).save(out, kind)
    return out.getvalue()


def page(image: str = "", head: str = "", more: str = "", root: str = "", before_head: str = "") -> str:
    """Return the markup of an article, with a picture between its words when `image` leads to one."""
    one, *rest = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    shown = f'<figure><img src="{image}" alt="Pasar ikan" width="320" height="200"></figure>' if image else ""
    return (
        f'<!DOCTYPE html><html lang="id"{root}>{before_head}'
        f'<head><meta charset="utf-8"><title>{TITLE}</title>{head}</head>'
        f"<body><article><h1>{TITLE}</h1>{one}{shown}{''.join(rest)}{more}</article></body></html>"
    )


def mhtml(
    markup: str,
    parts: Mapping[str, tuple[str, bytes]],
    *,
    charset: str = "utf-8",
    date: str = "Tue, 3 Mar 2020 08:15:00 +0100",
    url: str = URL,
) -> bytes:
    """Return a MIME file as Chrome saves it. `parts` are by their address, or by `cid:…`, each with its type."""
    whole = MIMEMultipart("related", type="text/html")
    whole["From"] = "<Saved by Blink>"
    whole["Snapshot-Content-Location"] = url
    whole["Subject"] = TITLE
    whole["Date"] = date
    main = MIMEText("", "html", charset)
    main.set_payload(markup.encode(charset))
    del main["Content-Transfer-Encoding"]
    from email.encoders import encode_base64, encode_quopri

    encode_quopri(main)
    main["Content-Location"] = url
    whole.attach(main)
    for address, (kind, data) in parts.items():
        part = MIMEBase(*kind.split("/"))
        part.set_payload(data)
        encode_base64(part)
        part["Content-ID" if address.startswith("cid:") else "Content-Location"] = (
            f"<{address[4:]}>" if address.startswith("cid:") else address
        )
        whole.attach(part)
    return whole.as_bytes()


def mail(markup: str) -> bytes:
    """Return a mail that says the same in plain words and as a page."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "redaksi@kabar.example", "kamu@kabar.example", "Séroja tetap buka"
    made["Date"] = "Tue, 3 Mar 2020 08:15:00 +0700"
    made.set_content("\n\n".join(PARAGRAPHS))
    made.add_alternative(markup, subtype="html")
    return made.as_bytes()


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """Return a ZIP archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def maff(image: bytes, url: str = URL) -> bytes:
    """Return a MAFF archive of one page."""
    index = f"""<?xml version="1.0"?>
<RDF:RDF xmlns:MAF="http://maf.mozdev.org/metadata/rdf#" xmlns:RDF="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <RDF:Description RDF:about="urn:root">
    <MAF:originalurl RDF:resource="{url}"/><MAF:title RDF:resource="{TITLE}"/>
    <MAF:archivetime RDF:resource="Tue, 03 Mar 2020 07:15:00 GMT"/>
    <MAF:indexfilename RDF:resource="index.html"/><MAF:charset RDF:resource="UTF-8"/>
  </RDF:Description>
</RDF:RDF>"""
    return zipped({
        "20200303/index.html": page("index_files/one.png"), "20200303/index_files/one.png": image,
        "20200303/index.rdf": index,
    })  # fmt: skip


def single_file_zip(image: bytes) -> bytes:
    """Return an archive as SingleFile makes it, with its manifest."""
    manifest = {
        "originalUrl": URL, "title": TITLE, "archiveTime": "2020-03-03T07:15:00.000Z", "indexFilename": "index.html",
        "resources": {"images/0.png": "https://gambar.example/one.png"},
    }  # fmt: skip
    return zipped({"index.html": page("images/0.png"), "images/0.png": image, "manifest.json": json.dumps(manifest)})


def webarchive(markup: str, parts: Mapping[str, tuple[str, bytes]], *, binary: bool = True, frame: str = "") -> bytes:
    """Return a property list as Safari saves it; the time stands in the answer of the first part's server."""
    answer = plistlib.dumps(
        {
            "$archiver": "NSKeyedArchiver",
            "$objects": [
                "$null", {"NS.keys": [plistlib.UID(2)], "NS.objects": [plistlib.UID(3)]}, "Date",
                "Tue, 03 Mar 2020 07:15:00 GMT",
            ],
        },
        fmt=plistlib.FMT_BINARY,
    )  # fmt: skip
    made = {
        "WebMainResource": _resource(URL, "text/html", markup.encode(), "UTF-8"),
        "WebSubresources": [
            {**_resource(address, kind, data, ""), "WebResourceResponse": answer}
            for address, (kind, data) in parts.items()
        ],
        "WebSubframeArchives": [
            {"WebMainResource": _resource("https://kabar.example/bingkai", "text/html", frame.encode(), "UTF-8")}
        ],
    }
    return plistlib.dumps(made, fmt=plistlib.FMT_BINARY if binary else plistlib.FMT_XML)


def _resource(url: str, kind: str, data: bytes, charset: str) -> dict[str, object]:
    return {
        "WebResourceURL": url, "WebResourceMIMEType": kind, "WebResourceData": data,
        "WebResourceTextEncodingName": charset, "WebResourceFrameName": "",
    }  # fmt: skip
