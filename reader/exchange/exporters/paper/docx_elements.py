"""What Word has and python-docx has no name for: fields, links, bookmarks, direction, heads of tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reader.exchange.exporters.paper.writing import is_right_to_left

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_MOST_NAME = 40  # characters that Word takes for the name of a bookmark


def element(name: str, /, **attributes: str) -> Any:
    """Return an element of WordprocessingML, its attributes in the same namespace."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def add_field(paragraph: Paragraph, code: str) -> None:
    """Add a field that Word fills in, as the number of the page."""
    for part in (
        element("fldChar", fldCharType="begin"),
        _instruction(code),
        element("fldChar", fldCharType="separate"),
    ):
        paragraph.add_run()._r.append(part)
    paragraph.add_run("1")
    paragraph.add_run()._r.append(element("fldChar", fldCharType="end"))


def _instruction(code: str) -> Any:
    made = element("instrText")
    made.text = f" {code} "
    return made


def contents_field(document: Document, rows: Sequence[tuple[str, str, str]]) -> None:
    """Add a table of contents: the style, the anchor and the words of each row."""
    if not rows:
        return
    for n, (style, anchor, words) in enumerate(rows):
        block = document.add_paragraph(style=style)
        if n == 0:
            codes = (_instruction('TOC \\o "1-2" \\h \\z \\u'), element("fldChar", fldCharType="separate"))
            for part in (element("fldChar", fldCharType="begin"), *codes):
                block.add_run()._r.append(part)
        add_link(block, block.add_run(words), f"#{anchor}")
    block.add_run()._r.append(element("fldChar", fldCharType="end"))


def add_link(paragraph: Paragraph, run: Run, link: str) -> None:
    """Make a run lead to an address, or to a bookmark of the document."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    made = element("hyperlink", history="1")
    if link.startswith("#"):
        made.set(qn("w:anchor"), bookmark_name(link[1:]))
    else:
        made.set(qn("r:id"), paragraph.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run._r.addprevious(made)
    made.append(run._r)


def bookmark_name(anchor: str) -> str:
    """Return an anchor as Word may name a bookmark."""
    plain = "".join(c if c.isalnum() and c.isascii() else "_" for c in anchor)
    return f"a{plain}"[:_MOST_NAME]


def add_bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Give a paragraph a name, as one that links lead to."""
    begin = element("bookmarkStart", id=str(number), name=name)
    at = 1 if paragraph._p.pPr is not None else 0
    paragraph._p.insert(at, begin)
    paragraph._p.append(element("bookmarkEnd", id=str(number)))


def mark_right_to_left(part: Run | Paragraph, text: str) -> None:
    """Say of a run or a paragraph that it reads from right to left, where its first letter does."""
    if not is_right_to_left(text):
        return
    from docx.text.run import Run

    if isinstance(part, Run):
        part.font.rtl = True
    else:
        part._p.get_or_add_pPr().insert_element_before(
            element("bidi"), "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc",
            "w:rPr", "w:sectPr",
        )  # fmt: skip


def repeat_head(row: _Row) -> None:
    """Let a row of a table stand again on each page."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))


def set_language(document: Document, tag: str) -> None:
    """Say in which language words are, unless they say otherwise: Word spells by it."""
    styles: Any = document.styles.element
    for lang in styles.xpath(".//w:rPrDefault//w:lang"):
        lang.getparent().remove(lang)
    for defaults in styles.xpath(".//w:rPrDefault/w:rPr"):
        defaults.append(element("lang", val=tag, eastAsia="ja-JP", bidi="ar-SA"))


def shade(cell: _Cell) -> None:
    """Give a cell that heads others its ground."""
    cell._tc.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill="F1EFE8"))
