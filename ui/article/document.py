"""The Qt document of a revision: built from our own blocks, so that it says exactly the revision's text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QPixmap,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from reader.model.articles import Block, BlockKind, InlineKind, InlineMark, Revision
from reader.model.spans import Span
from ui.article.block_styles import BlockStyles
from ui.article.display_breaks import Positions, display_breaks
from ui.article.table_columns import MEASURED, MOST_COLUMNS, Columns
from ui.look.theme import Theme
from ui.settings import ReadingFace

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QUrl

LINK = QTextCharFormat.Property.UserProperty + 1  # the address of a link; AnchorHref would let Qt act on it


# What makes two blocks beside each other look alike: kind, level, right to left, head row. A run goes in at once.
_Look = tuple[BlockKind, int, bool, bool]


def _look(block: Block) -> _Look:
    attrs = block.attrs
    return block.kind, block.level, attrs.get("dir") == "rtl", bool(attrs.get("header"))


@dataclass(frozen=True)
class _Table:
    """The rows of a table, its columns, and which cells of each row stand side by side."""

    rows: list[Block]
    columns: Columns
    pieces: list[list[tuple[int, int]]]
    text: str

    @property
    def usual(self) -> tuple[int, int]:
        """The cells side by side of most of the rows that stand on one line."""
        return Counter(pieces[0] for pieces in self.pieces).most_common(1)[0][0]

    def starts(self, row: Block, pieces: list[tuple[int, int]]) -> list[int]:
        """The code points at which the pieces of a row begin."""
        found, at, cells = [], row.span.start, row.span.of(self.text).split("\t")
        for n, cell in enumerate(cells):
            if any(n == first for first, _ in pieces):
                found.append(at)
            at += len(cell) + 1
        return found

    @property
    def breaks(self) -> list[int]:
        """The code points before which a row goes on below."""
        broken = [(row, pieces) for row, pieces in zip(self.rows, self.pieces, strict=True) if len(pieces) > 1]
        return [at for row, pieces in broken for at in self.starts(row, pieces)[1:]]


class ArticleDocument(QTextDocument):
    """`revision` set in `face` and the colours of `theme`.

    `raw_text()` equals the revision's text. Positions of this document and code points of the text are different
    numbers (`position`, `code_point`): Qt counts UTF-16 units, and monstrous runs and wide rows of tables are broken
    for display. Tables are set for a column of `room` points, or of the face's own width.
    """

    def __init__(
        self, revision: Revision, theme: Theme, face: ReadingFace, parent: QObject | None = None, room: float = 0
    ) -> None:
        super().__init__(parent)
        self.shown, self.theme, self.face = revision, theme, face
        self.blocks = revision.blocks or (Block(Span(0, len(revision.text))),)
        self._starts = [block.span.start for block in self.blocks]
        self.styles = BlockStyles(theme, face)
        self.room = min(room or self.styles.column, float(self.styles.column))
        self._tables = list(self._measured_tables())
        below = [at for table in self._tables for at in table.breaks]
        self._breaks = sorted({*display_breaks(revision.text, self.blocks), *below})
        self.positions = Positions(revision.text, self._breaks)
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setDefaultFont(self.styles.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)
        self._build()

    # -- reading it ------------------------------------------------------------------------------------------------

    def raw_text(self) -> str:
        """Return what the document says: the revision's text, read back out of Qt."""
        raw = self.toRawText()
        # The n-th display break stands in the raw text n characters further than in ours.
        edges = [0, *(at + n for n, at in enumerate(self._breaks)), len(raw)]
        pieces = [raw[a + bool(n) : b] for n, (a, b) in enumerate(pairwise(edges))]
        return "".join(pieces).replace("\u2029", "\n")

    def position(self, code_point: int) -> int:
        """Return the document's position of a code point."""
        return self.positions.to_document(code_point)

    def code_point(self, position: int) -> int:
        """Return the code point at a position of the document."""
        return self.positions.to_text(position)

    @cached_property
    def mirrored(self) -> bool:
        """Whether any of it is read from right to left."""
        return any(block.attrs.get("dir") == "rtl" for block in self.blocks) or self.starts_mirrored

    @property
    def starts_mirrored(self) -> bool:
        """Whether its first block is read from right to left."""
        return self.firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft

    def index_at(self, code_point: int) -> int:
        """Return which of the revision's blocks holds a code point."""
        return max(0, bisect_right(self._starts, code_point) - 1)

    def block_of(self, block: QTextBlock) -> tuple[int, Block, bool]:
        """Return the revision's block that a Qt block shows: its number, itself, and whether this is its first line."""
        start = self.code_point(block.position())
        index = self.index_at(start)
        return index, self.blocks[index], start == self._starts[index]

    def link_at(self, position: int) -> str:
        """Return the address of the link at a position of the document, or an empty string."""
        cursor = QTextCursor(self)
        cursor.setPosition(min(position + 1, self.characterCount() - 1))
        return str(cursor.charFormat().property(LINK) or "")

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Always something that is valid and empty: Qt then opens no file and no share by itself."""
        return QPixmap(1, 1) if type == int(QTextDocument.ResourceType.ImageResource.value) else b" "

    def give_height(self, block: Block, height: int) -> None:
        """Make an empty block, a figure, `height` points high."""
        cursor = QTextCursor(self.findBlock(self.position(block.span.start)))
        form = cursor.blockFormat()
        form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(form)

    # -- building it -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        for look, run in groupby(self.blocks, key=_look):
            self._put(cursor, look, list(run))
        for mark in self.shown.inline:
            self._emphasise(cursor, mark)
        for table in self._tables:
            self._set_columns(cursor, table)
        cursor.endEditBlock()

    def _put(self, cursor: QTextCursor, look: _Look, blocks: list[Block]) -> None:
        kind, level, rtl, header = look
        form = self.styles.block_format(kind, level, rtl=rtl, first=False)
        letters = self.styles.char_format(kind, level, header=header)
        start = cursor.position()
        if blocks[0] is self.blocks[0]:
            cursor.setBlockFormat(form)
            cursor.setBlockCharFormat(letters)
        else:
            cursor.insertBlock(form, letters)
            start += 1
        tight: list[int] = []
        cursor.insertText(self._shown(Span(blocks[0].span.start, blocks[-1].span.end), blocks, tight), letters)
        self._open_run(start, self.styles.block_format(kind, level, rtl=rtl, first=True), form)
        for position in tight:
            self._tighten(position)

    def _open_run(self, position: int, first: QTextBlockFormat, form: QTextBlockFormat) -> None:
        if first.topMargin() != form.topMargin():
            opening = QTextCursor(self)
            opening.setPosition(position)
            opening.setBlockFormat(first)

    def _shown(self, span: Span, blocks: list[Block], tight: list[int]) -> str:
        """The words of `span` with the display breaks put in; `tight` gets the positions of the lines after which
        no paragraph ends."""
        text = self.shown.text
        breaks = [at for at in self._breaks if span.start < at < span.end] if self._breaks else []
        inner = breaks + self._line_ends(blocks)
        tight += [self.positions.end_to_document(at) for at in inner]
        edges = [span.start, *breaks, span.end]
        # Qt takes U+2028 and \n for a new block alike; text that is frozen holds no U+2028 or U+2029.
        return "\n".join(text[a:b] for a, b in pairwise(edges))

    def _line_ends(self, blocks: list[Block]) -> list[int]:
        """Line feeds inside blocks (code, verse): a new line there, no new paragraph."""
        text, found = self.shown.text, []
        inside = text.count("\n", blocks[0].span.start, blocks[-1].span.end) - (len(blocks) - 1)
        for block in blocks if inside else ():
            at = text.find("\n", block.span.start, block.span.end)
            while at >= 0:
                found.append(at)
                at = text.find("\n", at + 1, block.span.end)
        return found

    def _tighten(self, position: int) -> None:
        ended = QTextCursor(self)
        ended.setPosition(position)
        above = QTextBlockFormat(ended.blockFormat())
        above.setBottomMargin(0)
        ended.setBlockFormat(above)
        if ended.movePosition(QTextCursor.MoveOperation.NextBlock):
            below = QTextBlockFormat(ended.blockFormat())
            below.setTopMargin(0)
            ended.setBlockFormat(below)

    def _measured_tables(self) -> Iterator[_Table]:
        text = self.shown.text
        for kind, run in groupby(self.blocks, key=lambda block: block.kind):
            rows = list(run) if kind is BlockKind.TABLE_ROW else []
            if rows and all(text.count("\t", row.span.start, row.span.end) < MOST_COLUMNS for row in rows):
                columns = self.styles.columns([row.span.of(text) for row in rows[:MEASURED]], self.room)
                yield _Table(rows, columns, [columns.pieces(row.span.of(text)) for row in rows], text)

    @property
    def has_tables(self) -> bool:
        """Whether its look depends on the width of the column."""
        return bool(self._tables)

    def _set_columns(self, cursor: QTextCursor, table: _Table) -> None:
        """Most rows of a table are alike: all are set so at once, and then those that are not."""
        rows, usual = table.rows, table.usual
        rtl = rows[0].attrs.get("dir") == "rtl"
        cursor.setPosition(self.position(rows[0].span.start))
        cursor.setPosition(self.positions.end_to_document(rows[-1].span.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeBlockFormat(self.styles.cells_format(table.columns, *usual, rtl=rtl))
        for row, pieces in zip(rows, table.pieces, strict=True):
            for piece, start in zip(pieces, table.starts(row, pieces), strict=True) if pieces != [usual] else ():
                cursor.setPosition(self.position(start))
                cursor.mergeBlockFormat(self.styles.cells_format(table.columns, *piece, rtl=rtl))
        cursor.setPosition(self.positions.end_to_document(rows[-1].span.end))
        last = cursor.blockFormat()
        last.setBottomMargin(self.styles.block_format(BlockKind.CAPTION, 0).bottomMargin())
        cursor.setBlockFormat(last)

    def _emphasise(self, cursor: QTextCursor, mark: InlineMark) -> None:
        cursor.setPosition(self.positions.to_document(mark.span.start))
        end = self.positions.end_to_document(mark.span.end)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        form = self.styles.inline_format(mark.kind)
        if mark.kind is InlineKind.LINK:
            form.setProperty(LINK, mark.target)
        cursor.mergeCharFormat(form)
