"""The styles of our Word documents: named for what they are for, so that a desk can give them its own looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reader.exchange.exporters.paper.docx_elements import element
from reader.exchange.exporters.paper.parts import Piece, is_link

if TYPE_CHECKING:
    from docx.document import Document

FILLS = {
    "blue": "CFE3F7", "amber": "FBE3A8", "rose": "F9CFDC", "green": "CFECCF", "violet": "E4D9F7", "teal": "C5ECEA",
    "brown": "ECDCCB", "slate": "DDE1E7",
}  # fmt: skip
LINES = {"solid": "single", "dotted": "dotted", "wavy": "wave", "dashed": "dash", "double": "double"}
_MOST_NAME = 60
_MUTED, _TEXT, _ACCENT = "555555", "1B1B1B", "0A5A96"


class _WordLook(NamedTuple):
    name: str
    fill: str = ""
    line: str = ""
    colour: str = ""
    face: str = ""


class _Look(NamedTuple):
    base: str = "Normal"
    size: float = 0
    bold: bool = False
    colour: str = ""
    before: float = 0
    after: float = 4
    left: float = 0  # centimetres
    fill: str = ""
    follows: bool = False  # stays with what comes next


_PARAGRAPHS = {
    "Lead": _Look(size=11.5, after=6),
    "Facts": _Look(size=9, colour=_MUTED),
    "Verdict": _Look(fill="F1EFE8", left=0.3),
    "Notice": _Look(fill="F1EFE8", left=0.3),
    "Term": _Look(bold=True, after=0, follows=True),
    "Who": _Look(before=6, after=2, follows=True),
    "Quoted": _Look(size=9, colour=_MUTED, left=0.8, after=6),
    "Code Lines": _Look(size=9),
    "Contents Heading": _Look(size=11, bold=True, before=12, follows=True),
    "Contents 1": _Look(after=2, bold=True),
    "Contents 2": _Look(after=1, left=0.6),
    "Table Words": _Look(size=9, after=0),
    "Table Head": _Look(size=9, bold=True, after=0),
    "Foot": _Look(size=8, colour=_MUTED),
}


def add_styles(document: Document) -> None:
    """Add our paragraph styles, and quieten those of the template."""
    from docx.enum.style import WD_STYLE_TYPE

    for name, look in _PARAGRAPHS.items():
        style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.quick_style = document.styles[look.base], True
        _apply(style, look)
    for name, size in (("Title", 20.0), ("Heading 1", 16.0), ("Heading 2", 13.0), ("Heading 3", 11.0)):
        style = document.styles[name]
        _in_text_face(style)
        _apply(style, _Look(size=size, bold=True, colour=_TEXT, before=18 if name != "Title" else 0, after=6))
        style.paragraph_format.keep_with_next = True
    quote: Any = document.styles["Quote"]
    _apply(quote, _Look(colour=_TEXT, left=0.8, after=3))
    quote.font.italic = False
    caption: Any = document.styles["Caption"]
    _apply(caption, _Look(size=9.5, bold=True, colour=_MUTED, before=8))
    normal: Any = document.styles["Normal"]
    _apply(normal, _Look(size=10.5, after=6))


def _apply(style: Any, look: _Look) -> None:
    from docx.shared import Cm, Pt, RGBColor

    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    if look.left:
        form.left_indent = Cm(look.left)
    if look.size:
        style.font.size = Pt(look.size)
    if look.bold:
        style.font.bold = True
    if look.colour:
        style.font.color.rgb = RGBColor.from_string(look.colour)
    if look.follows:
        form.keep_with_next = True
    if look.fill:
        style.element.get_or_add_pPr().insert_element_before(
            element("shd", val="clear", color="auto", fill=look.fill), "w:tabs", "w:suppressAutoHyphens", "w:spacing",
            "w:ind", "w:jc",
        )  # fmt: skip


def _in_text_face(style: Any) -> None:
    """Headings in the face of the text: the template's own is another in each program. No line under the title."""
    for face in style.element.xpath("./w:rPr/w:rFonts"):
        face.getparent().remove(face)
    for border in style.element.xpath("./w:pPr/w:pBdr"):
        border.getparent().remove(border)


class Styles:
    """The styles of one document by the ids that it has for them; those of words are made when they are first used.

    An id is looked up once: the library searches all styles for each paragraph and run.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ids: dict[object, str] = {}

    def paragraph(self, name: str) -> str:
        """Return the id of a paragraph style."""
        if name not in self._ids:
            self._ids[name] = str(self._document.styles[name].style_id)
        return self._ids[name]

    def words(self, piece: Piece) -> str:
        """Return the id of the style of a piece's words; empty for none."""
        if piece.signs:
            sign = piece.signs[-1]
            look = _WordLook(f"Mark {sign.name}", FILLS.get(sign.colour, "DDE1E7"), sign.underline)
        elif piece.link and is_link(piece.link):
            look = _WordLook("Hyperlink", line="solid", colour=_ACCENT)
        elif piece.code:
            look = _WordLook("Code Words", face="Consolas")
        elif piece.muted:
            look = _WordLook("Muted", colour=_MUTED)
        else:
            return ""
        if look not in self._ids:
            self._ids[look] = self._made(look)
        return self._ids[look]

    def _made(self, look: _WordLook) -> str:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import RGBColor

        style: Any = self._document.styles.add_style(self._free_name(look.name), WD_STYLE_TYPE.CHARACTER)
        style.quick_style = True
        if look.colour:
            style.font.color.rgb = RGBColor.from_string(look.colour)
        if look.face:
            style.font.name = look.face
        said = style.element.get_or_add_rPr()
        if look.line:
            said.append(element("u", val=LINES.get(look.line, "single")))
        if look.fill:
            said.append(element("shd", val="clear", color="auto", fill=look.fill))
        return str(style.style_id)

    def _free_name(self, name: str) -> str:
        """A name that no style has yet, without the signs that Word has its own use for."""
        plain = " ".join("".join(c if c.isalnum() or c in "-_." else " " for c in name).split())[:_MOST_NAME]
        taken, tried, n = {str(style.name) for style in self._document.styles}, plain, 1
        while tried in taken:
            n += 1
            tried = f"{plain} {n}"
        return tried
