"""A paper as a Word document: real styles that a desk can restyle, and a comment of Word's own on each marked word.

The same paper gives the same bytes: what the library dates by the clock is dated by the paper.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO
from zipfile import ZipFile

from reader.exchange.exporters.package import package
from reader.exchange.exporters.paper.docx_comments import Comments, bookmark_of
from reader.exchange.exporters.paper.docx_elements import (
    add_bookmark,
    add_field,
    add_link,
    bookmark_name,
    contents_field,
    mark_right_to_left,
    repeat_head,
    set_language,
    shade,
)
from reader.exchange.exporters.paper.docx_styles import Styles, add_styles
from reader.exchange.exporters.paper.opening import zip_field
from reader.exchange.exporters.paper.parts import (
    Bullets,
    Code,
    Grid,
    Heading,
    Paper,
    Paragraph,
    Part,
    Piece,
    Quotation,
    Rule,
    Words,
    is_link,
)
from reader.exchange.exporters.paper.writing import printable
from reader.exchange.records.word_bookmarks import ARTICLE

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Block

_OF_ARTICLE = "article-"  # how the anchor of an article's heading begins
_LOOKS = {"lead": "Lead", "facts": "Facts", "result": "Verdict", "notice": "Notice", "term": "Term", "who": "Who"}


def write_docx(paper: Paper, out: BinaryIO) -> Iterator[None]:
    """Write the document to `out`, yielding after each section."""
    writer = _Writer(paper)
    for section in paper.sections:
        writer.section(section.parts)
        yield
    writer.save(out)


class _Writer:
    def __init__(self, paper: Paper) -> None:
        import docx  # late: only this format needs it

        self.paper = paper
        self.document: Document = docx.Document()
        add_styles(self.document)
        self._styles = Styles(self.document)
        set_language(self.document, {"id": "id-ID"}.get(paper.language, "en-GB"))
        self._tell_properties()
        self._foot()
        self.comments = Comments(self.document)
        self._bookmarks = 0
        self._fresh = self._begun = False
        self._end = self.document.element.body.sectPr
        self._block("Title", (Piece(paper.title),))
        for part in paper.lead:
            self.part(part)
        if paper.contents:
            self._contents()

    def _tell_properties(self) -> None:
        properties = self.document.core_properties
        properties.title, properties.author, properties.last_modified_by = (
            printable(self.paper.title)[:255],
            "Tilik",
            "Tilik",
        )
        properties.comments, properties.language, properties.revision = "", self.paper.language, 1
        properties.created = properties.modified = self.paper.as_of.replace(tzinfo=None, microsecond=0)

    def _foot(self) -> None:
        line = self.document.sections[0].footer.paragraphs[0]
        line.style = "Foot"
        before, _, rest = (self.paper.foot or "{0} / {1}").partition("{0}")
        between, _, after = rest.partition("{1}")
        line.add_run(before)
        add_field(line, "PAGE")
        line.add_run(between)
        add_field(line, "NUMPAGES")
        line.add_run(after)

    def _contents(self) -> None:
        """The table of contents, as a field: its rows lead there, and Word puts page numbers to them when asked."""
        found = [
            p for s in self.paper.sections for p in s.parts if isinstance(p, Heading) and p.anchor and p.level <= 2
        ]
        self._block("Contents Heading", (Piece(self.paper.contents),))
        rows = [(f"Contents {h.level}", h.anchor, printable("".join(p.text for p in h.words))) for h in found]
        contents_field(self.document, rows)

    # -- parts ---------------------------------------------------------------------------------------------------------

    def section(self, parts: tuple[Part, ...]) -> None:
        """Write the parts of a section, on a page of their own."""
        self._fresh = self._begun
        self._begun = True
        for part in parts:
            self.part(part)

    def part(self, part: Part) -> None:
        """Write one part."""
        write: Callable[[_Writer, Any], None] = _WRITERS[type(part)]
        write(self, part)

    def _block(self, style: str, words: Words) -> Block:
        block = self._paragraph(style)
        if self._fresh:
            block.paragraph_format.page_break_before = True
            self._fresh = False
        self._words(block, words)
        return block

    def _paragraph(self, style: str) -> Block:
        """An empty paragraph at the end; python-docx goes through all that there are to find it."""
        from docx.oxml import OxmlElement
        from docx.text.paragraph import Paragraph as WordParagraph

        made: Any = OxmlElement("w:p")
        self._end.addprevious(made)
        made.style = self._styles.paragraph(style)
        return WordParagraph(made, self.document._body)

    def heading(self, part: Heading) -> None:
        block = self._block(f"Heading {min(9, part.level)}", part.words)
        for name in _bookmarks(part.anchor):
            self._bookmarks += 1
            add_bookmark(block, name, self._bookmarks)

    def paragraph(self, part: Paragraph) -> None:
        self._block(_LOOKS.get(part.look, "Normal"), part.words)

    def quotation(self, part: Quotation) -> None:
        block = self._block("Quote", part.words)
        if part.depth > 1:
            from docx.shared import Cm

            block.paragraph_format.left_indent = Cm(0.8 * min(6, part.depth))
        if part.by:
            block.paragraph_format.keep_with_next = True
            self._block("Quoted", part.by)

    def bullets(self, part: Bullets) -> None:
        from docx.shared import Cm

        for item in part.items:
            if item.sign:
                block = self._block("List Continue", (Piece(f"{item.sign} "), *item.words))
                block.paragraph_format.left_indent = Cm(0.65 * item.level)
            else:
                self._block("List Bullet" + (f" {min(3, item.level)}" if item.level > 1 else ""), item.words)

    def code(self, part: Code) -> None:
        self._block("Code Lines", (Piece(part.text),))

    def rule(self, _part: Rule) -> None:
        self._block("Facts", (Piece("⁂"),))

    def grid(self, part: Grid) -> None:
        from docx.shared import Emu

        if part.caption:
            self._block("Caption", (Piece(part.caption),)).paragraph_format.keep_with_next = True
        rows = ([part.head] if any(part.head) else []) + [*part.rows]
        columns = max((len(row) for row in rows), default=1)
        table = self.document.add_table(rows=len(rows), cols=columns, style="Table Grid")
        table.autofit = False
        shares = part.widths or (1,) * columns
        section = self.document.sections[0]
        room = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
        widths = [Emu(room * share // sum(shares)) for share in shares]
        for width, column in zip(widths, table.columns, strict=True):
            column.width = width
        for said, made in zip(rows, table.rows, strict=True):
            for n, (words, cell) in enumerate(zip(said, made.cells, strict=False)):
                cell.width = widths[n]
                is_head = said is part.head or (part.row_heads and n == 0)
                cell.paragraphs[0]._p.style = self._styles.paragraph("Table Head" if is_head else "Table Words")
                if is_head:
                    shade(cell)
                self._words(cell.paragraphs[0], words)
        if any(part.head):
            repeat_head(table.rows[0])
        self._paragraph("Table Words")

    # -- words ---------------------------------------------------------------------------------------------------------

    def _words(self, block: Block, words: Words) -> None:
        for piece in words:
            self.comments.begin(piece, block)
            run = block.add_run(printable(piece.text))
            run.bold, run.italic = piece.bold or None, piece.italic or None
            run.font.strike = piece.struck or None
            run.font.superscript, run.font.subscript = piece.raised > 0 or None, piece.raised < 0 or None
            if style := self._styles.words(piece):
                run._r.style = style
            mark_right_to_left(run, piece.text)
            if piece.link and is_link(piece.link):
                add_link(block, run, piece.link)
            self.comments.cover(piece, run)
        mark_right_to_left(block, "".join(piece.text for piece in words))

    def save(self, out: BinaryIO) -> None:
        """Write the file; its members without the moment at which they were made."""
        self.comments.write()
        made = io.BytesIO()
        self.document.save(made)
        with ZipFile(made) as found, package(out, is_packed=True) as packed:
            for n, info in enumerate(found.infolist()):
                packed.put(info.filename, found.read(info), b"" if n else zip_field(self.paper.kind))


def _bookmarks(anchor: str) -> Iterator[str]:
    """The name that links lead to, and for an article the hidden one that says which it is."""
    if anchor:
        yield bookmark_name(anchor)
    if anchor.startswith(_OF_ARTICLE):
        yield bookmark_of(anchor.removeprefix(_OF_ARTICLE), ARTICLE)


_WRITERS: dict[type[Any], Callable[[_Writer, Any], None]] = {
    Heading: _Writer.heading, Paragraph: _Writer.paragraph, Quotation: _Writer.quotation, Bullets: _Writer.bullets,
    Code: _Writer.code, Rule: _Writer.rule, Grid: _Writer.grid,
}  # fmt: skip
