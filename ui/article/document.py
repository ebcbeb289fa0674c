"""The Qt document of a revision: built from our own blocks, so that it says exactly the revision's text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
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
from reader.model.struck_places import pieces_at, struck_places
from ui.article.block_styles import BlockStyles, role_of
from ui.article.display_breaks import display_breaks
from ui.article.inserts import Insert, Positions, inserts, struck_words, units
from ui.article.tables import Table, tables_of
from ui.look.theme import Theme
from ui.settings import ReadingFace

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QUrl

LINK = QTextCharFormat.Property.UserProperty + 1  # the address of a link; AnchorHref would let Qt act on it


K = InlineKind
_DRAWN = frozenset({K.HIGHLIGHT, K.KEYBOARD, K.RUBY})
_PLAIN = frozenset({K.HIGHLIGHT, K.QUOTATION, K.RUBY, K.TIME})  # their letters look like those round them


def _reads(mark: InlineMark) -> bool:
    return bool(mark.attrs.get("reading"))


# What makes two blocks beside each other look alike: kind, level, right to left, head row, role. A run goes in at once.
_Look = tuple[BlockKind, int, bool, bool, str]


def _look(block: Block) -> _Look:
    attrs = block.attrs
    return block.kind, block.level, attrs.get("dir") == "rtl", bool(attrs.get("header")), role_of(block)


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
        self.struck = struck_places(revision)
        self._tables = list(self._measured_tables())
        below = [at for table in self._tables for at in table.breaks]
        breaks = {*display_breaks(revision.text, self.blocks), *below}
        self._inserts = inserts(revision.text, self.blocks, breaks, self.struck)
        self.positions = Positions(revision.text, self._inserts)
        self.gaps = [
            (at, at + units(insert.shown))
            for at, insert in zip(self.positions.placed, self._inserts, strict=True)
            if insert.struck != (0, 0)
        ]
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
        raw, pieces, done, more = self.toRawText(), list[str](), 0, 0
        for insert in self._inserts:  # what stands in the raw text and not in ours
            pieces.append(raw[done : insert.at + more])
            more += len(insert.shown)
            done = insert.at + more
        return "".join([*pieces, raw[done:]]).replace("\u2029", "\n")

    def position(self, code_point: int) -> int:
        """Return the document's position of a code point."""
        return self.positions.to_document(code_point)

    def code_point(self, position: int) -> int:
        """Return the code point at a position of the document."""
        return self.positions.to_text(position)

    @cached_property
    def drawn(self) -> list[InlineMark]:
        """The publisher's marks that are drawn round their words, in the order of the text."""
        found = [
            mark for mark in self.shown.inline if mark.kind in _DRAWN and (mark.kind is not K.RUBY or _reads(mark))
        ]
        return sorted(found, key=lambda mark: mark.span.start) if found else found

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
        lines = False
        for look, run in groupby(self.blocks, key=_look):
            self._put(cursor, look, list(run))
            lines = lines or look[0] is BlockKind.CODE or look[4] in ("verse", "stanza")
        if lines:
            self._close_runs()
        for mark in self.shown.inline:
            if mark.kind not in _PLAIN:
                self._emphasise(cursor, mark)
        for at, insert in zip(self.positions.placed, self._inserts, strict=True):
            if insert.struck != (0, 0):
                self._strike(cursor, at, insert)
        for table in self._tables:
            self._set_columns(cursor, table)
        cursor.endEditBlock()

    def _put(self, cursor: QTextCursor, look: _Look, blocks: list[Block]) -> None:
        kind, level, rtl, header, role = look
        form = self.styles.block_format(kind, level, rtl=rtl, first=False, role=role)
        letters = self.styles.char_format(kind, level, header=header, role=role)
        start = cursor.position()
        if blocks[0] is self.blocks[0]:
            cursor.setBlockFormat(form)
            cursor.setBlockCharFormat(letters)
        else:
            cursor.insertBlock(form, letters)
            start += 1
        tight: list[int] = []
        cursor.insertText(self._shown(Span(blocks[0].span.start, blocks[-1].span.end), blocks, tight), letters)
        self._open_run(start, self.styles.block_format(kind, level, rtl=rtl, first=True, role=role), form)
        for position in tight:
            self._tighten(position)

    def _open_run(self, position: int, first: QTextBlockFormat, form: QTextBlockFormat) -> None:
        if first.topMargin() != form.topMargin():
            opening = QTextCursor(self)
            opening.setPosition(position)
            opening.setBlockFormat(first)

    def _shown(self, span: Span, blocks: list[Block], tight: list[int]) -> str:
        """The words of `span` with what is shown between them; `tight` gets the positions of the lines after which
        no paragraph ends."""
        text, here = self.shown.text, [self._inserts[n] for n in self.positions.around(span.start, span.end)]
        inner = [insert.at for insert in here if insert.breaks] + self._line_ends(blocks)
        tight += [self.positions.end_to_document(at) for at in inner]
        pieces, done = list[str](), span.start
        for insert in here:
            pieces += [text[done : insert.at], insert.shown]
            done = insert.at
        # Qt takes U+2028 and \n for a new block alike; text that is frozen holds no U+2028 or U+2029.
        return "".join(pieces) + text[done : span.end]

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

    def _measured_tables(self) -> Iterator[Table]:
        text, struck = self.shown.text, self.struck

        def said(row: Block) -> str:
            if not struck:
                return row.span.of(text)
            shown, places = row.span.of(text), [x for x in struck if row.span.start <= x.at <= row.span.end]
            for place in reversed(places):
                at = place.at - row.span.start
                shown = shown[:at] + "".join(pieces_at(text, place.at, struck_words(place))) + shown[at:]
            return shown

        return tables_of(self.blocks, text, said, lambda rows: self.styles.columns(rows, self.room))

    @property
    def has_tables(self) -> bool:
        """Whether its look depends on the width of the column."""
        return bool(self._tables)

    def _set_columns(self, cursor: QTextCursor, table: Table) -> None:
        """Most rows of a table are alike: all are set so at once, and then those that are not."""
        rows, usual, known = table.rows, table.usual, dict[object, QTextBlockFormat]()
        rtl = rows[0].attrs.get("dir") == "rtl"
        self._take(cursor, Span(rows[0].span.start, rows[-1].span.end))
        cursor.mergeBlockFormat(self.styles.cells_format(table.columns, *usual, rtl=rtl))
        for n, (row, pieces) in enumerate(zip(rows, table.pieces, strict=True)):
            wide = table.wide(n)
            if pieces == [usual] and not wide:
                continue
            for piece, start in zip(pieces, table.starts(row, pieces), strict=True):
                key = piece, tuple(wide.items())
                if key not in known:
                    known[key] = self.styles.cells_format(table.columns, *piece, rtl=rtl, wide=wide)
                cursor.setPosition(self.position(start))
                cursor.mergeBlockFormat(known[key])
        for place in table.heads():
            self._take(cursor, place)
            cursor.mergeCharFormat(self.styles.inline_format(InlineKind.STRONG))
        cursor.setPosition(self.positions.end_to_document(rows[-1].span.end))
        last = cursor.blockFormat()
        last.setBottomMargin(self.styles.block_format(BlockKind.CAPTION, 0).bottomMargin())
        cursor.setBlockFormat(last)

    @cached_property
    def rules(self) -> dict[int, list[tuple[float, float]]]:
        """By the code point where a row begins, from where to where the line below it goes; of tables with cells that
        take more than their own place."""
        return {at: lines for table in self._tables if table.cells for at, lines in table.rules()}

    def _take(self, cursor: QTextCursor, span: Span) -> None:
        """Select a span."""
        cursor.setPosition(self.positions.to_document(span.start))
        cursor.setPosition(self.positions.end_to_document(span.end), QTextCursor.MoveMode.KeepAnchor)

    def _strike(self, cursor: QTextCursor, at: int, insert: Insert) -> None:
        block = self.blocks[self.index_at(insert.at)]
        first, last = insert.struck
        cursor.setPosition(at + first)
        cursor.setPosition(at + last, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(self.styles.struck_format(block.kind, block.level))

    def _close_runs(self) -> None:
        """The last line of a poem or a listing keeps the distance of a paragraph from what follows."""
        for block, behind in pairwise((*self.blocks, Block(Span(0, 0)))):
            lines = block.kind is BlockKind.CODE or block.attrs.get("role") == "verse"
            if lines and (behind.kind, behind.attrs.get("role")) != (block.kind, block.attrs.get("role")):
                cursor = QTextCursor(self)
                cursor.setPosition(self.positions.end_to_document(block.span.end))
                form = cursor.blockFormat()
                form.setBottomMargin(self.styles.block_format(BlockKind.PARAGRAPH, 0).bottomMargin())
                cursor.setBlockFormat(form)

    def _emphasise(self, cursor: QTextCursor, mark: InlineMark) -> None:
        form = self.styles.inline_format(mark.kind)
        if mark.kind is InlineKind.LINK:
            form.setProperty(LINK, mark.target)
        self._take(cursor, mark.span)
        cursor.mergeCharFormat(form)
