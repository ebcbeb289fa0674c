"""A paper as PDF, by Typst: bookmarks, page numbers, tags for screen readers, and the scripts of the world.

Why Typst: it is one wheel without dependencies, needs neither Qt nor a screen nor a browser, sets Arabic, Thai and
emoji with the fonts of the machine, gives the same bytes for the same paper, and writes what PDF/UA asks for. All texts
go to it as data; nothing of them is ever read as markup, and nothing is fetched.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from importlib.resources import files
from typing import Any

from reader.errors import ExportError
from reader.exchange.exporters.paper.docx_styles import FILLS
from reader.exchange.exporters.paper.opening import named_pdf
from reader.exchange.exporters.paper.parts import Heading, Paper, Piece, Sign, is_link
from reader.exchange.exporters.paper.writing import is_right_to_left, printable
from reader.program_data import resources

LINES = {
    "blue": "0a5a96", "amber": "8a5a00", "rose": "b01657", "green": "256b2b", "violet": "6a3fb0", "teal": "0b6a6a",
    "brown": "7a4a21", "slate": "4b5768",
}  # fmt: skip
LIMIT = 3_000_000  # characters of what Typst is told; it needs some 300 bytes of memory for each
_NO_LETTERS = {
    "en": "This computer has no font for some letters of this paper; they are shown as empty boxes.",
    "id": "Komputer ini tidak memiliki fon untuk beberapa huruf dokumen ini; huruf itu tampil sebagai kotak kosong.",
}


def pdf(paper: Paper) -> bytes:
    """Return the file. Where the machine lacks a font for some letters, the file says so on its first page."""
    try:
        import typst  # late: only this format needs it
    except ImportError as error:
        raise ExportError("PDF is not written on this system: Typst is not made for it; choose HTML or Word") from error
    source = files(__package__).joinpath("paper.typ").read_bytes()
    record = _told(paper)
    if (size := len(json.dumps(record))) > LIMIT:
        share = size * 100 // LIMIT
        raise ExportError(
            "too long for one PDF ({0} % of what one may hold); choose fewer articles, HTML or Word", share
        )
    try:
        return named_pdf(_compiled(typst, source, record, ["ua-1"]), paper.kind)
    except typst.TypstError as error:
        if "could not be displayed" in str(error):
            record["notice"] = _NO_LETTERS.get(paper.language, _NO_LETTERS["en"])
        return named_pdf(_compiled(typst, source, record, []), paper.kind)


def _compiled(typst: Any, source: bytes, record: Mapping[str, Any], standards: Sequence[str]) -> bytes:
    made: bytes = typst.compile(
        source, format="pdf", font_paths=[str(resources() / "fonts")], pdf_standards=list(standards),
        sys_inputs={"data": json.dumps(record)},
    )  # fmt: skip
    return made


def _told(paper: Paper) -> dict[str, Any]:
    anchors = {p.anchor for s in paper.sections for p in s.parts if isinstance(p, Heading) and p.anchor}
    return {
        "title": printable(paper.title), "language": paper.language, "contents": paper.contents, "notice": "",
        "foot": (paper.foot or "{0} / {1}").replace("{0}", "\0").replace("{1}", "\0").split("\0"),
        "day": [paper.as_of.year, paper.as_of.month, paper.as_of.day],
        "fills": FILLS, "lines": LINES,
        "lead": [_part(part, anchors) for part in paper.lead],
        "sections": [[_part(part, anchors) for part in section.parts] for section in paper.sections],
    }  # fmt: skip


def _part(part: Any, anchors: set[str]) -> Any:
    """A part as plain values; what it is stands in `is`, and whether it reads from right to left in `right`."""
    if isinstance(part, Piece):
        return _piece(part, anchors)
    if isinstance(part, str):
        return printable(part)
    if isinstance(part, tuple):
        return [_part(one, anchors) for one in part]
    if not hasattr(part, "__dataclass_fields__"):
        return part
    record = {f.name: _part(getattr(part, f.name), anchors) for f in fields(part)}
    words = "".join(piece.text for piece in getattr(part, "words", ()))
    return record | {"is": type(part).__name__, "right": is_right_to_left(words)}


def _piece(piece: Piece, anchors: set[str]) -> dict[str, Any]:
    link = piece.link if is_link(piece.link) else ""
    if link.startswith("#") and link[1:] not in anchors:
        link = ""
    looks = {name: True for name in ("bold", "italic", "struck", "muted", "code") if getattr(piece, name)}
    record: dict[str, Any] = {"text": printable(piece.text), **looks}
    if link:
        record["link"] = link
    if piece.raised:
        record["raised"] = piece.raised
    if piece.signs:
        record["signs"] = [_sign(sign) for sign in piece.signs]
    if piece.begins:
        record["begins"] = [_sign(sign) for sign in piece.begins]
    return record


def _sign(sign: Sign) -> dict[str, str]:
    return {"code": printable(sign.code), "colour": sign.colour, "underline": sign.underline}
