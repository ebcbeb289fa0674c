"""How a page of the manual looks: room between the lines, keys as caps, tables with air, pictures that fit."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QFont,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from ui.look.theme import Theme

_LINE = 140  # percent of a line's height
_LARGER = {1: 1.7, 2: 1.25, 3: 1.1}  # headings, in times the text's size


def dress(document: QTextDocument, theme: Theme) -> None:
    """Give a page that was just read its look."""
    cursor = QTextCursor(document)
    for block in blocks(document):
        cursor.setPosition(block.position())
        cursor.setBlockFormat(_spaced(block, document))
        for fragment in fragments(block):
            _dress_words(cursor, block, fragment, theme)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, theme)


def _spaced(block: QTextBlock, document: QTextDocument) -> QTextBlockFormat:
    made, level, size = block.blockFormat(), block.blockFormat().headingLevel(), document.defaultFont().pixelSize()
    pictured = any(fragment.charFormat().isImageFormat() for fragment in fragments(block))
    in_table = QTextCursor(block).currentTable() is not None
    made.setLineHeight(
        100 if pictured or in_table else _LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    )
    made.setTopMargin(0 if in_table else size * (1.2 if level > 1 else 0.0))
    made.setBottomMargin(0 if in_table else size * 0.6)
    return made


def _dress_words(cursor: QTextCursor, block: QTextBlock, fragment: QTextFragment, theme: Theme) -> None:
    old, level = fragment.charFormat(), block.blockFormat().headingLevel()
    if old.isImageFormat():
        return
    made = QTextCharFormat(old)
    made.clearProperty(QTextFormat.Property.FontSizeAdjustment)  # it would win over the size in pixels
    size = cursor.document().defaultFont().pixelSize()
    made.setProperty(QTextFormat.Property.FontPixelSize, round(size * _LARGER.get(level, 1.0)))
    made.setFontFamilies(["Literata"] if level else ["Inter"])
    if level:
        made.setFontWeight(QFont.Weight.Bold)
    if old.fontFixedPitch():
        made.setFontFixedPitch(False)
        made.setFontWeight(QFont.Weight.DemiBold)
        made.setBackground(QBrush(theme.selection))
    if old.isAnchor():
        made.setForeground(QBrush(theme.accent))
        made.setFontUnderline(True)
    cursor.setPosition(fragment.position())
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(made)


def _dress_table(table: QTextTable, theme: Theme) -> None:
    form = table.format()
    form.setCellPadding(5)
    form.setCellSpacing(0)
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(theme.border))
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)


def fit_pictures(document: QTextDocument, width: int, ratio: float) -> None:
    """Make no picture wider than `width` pixels; smaller ones keep their size. `ratio` is the screen's."""
    for block in blocks(document):
        for fragment in fragments(block):
            form = fragment.charFormat()
            if form.isImageFormat():
                _fit(document, fragment, max(width, 120), ratio)


def _fit(document: QTextDocument, fragment: QTextFragment, width: int, ratio: float) -> None:
    """Put a smaller copy, smoothly made, in the place of a picture that is too wide: Qt would draw it coarsely."""
    form = fragment.charFormat().toImageFormat()
    name = QUrl(form.name())
    picture = QImage(document.baseUrl().resolved(name).toLocalFile())
    wanted = min(picture.width(), width)
    if picture.isNull() or form.width() == wanted:
        return
    smooth = Qt.TransformationMode.SmoothTransformation
    copy = picture.scaledToWidth(min(picture.width(), round(wanted * ratio)), smooth)
    document.addResource(QTextDocument.ResourceType.ImageResource.value, document.baseUrl().resolved(name), copy)
    form.setWidth(wanted)
    form.setHeight(round(wanted * picture.height() / picture.width()))
    cursor = QTextCursor(document)
    cursor.setPosition(fragment.position())
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(form)


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Return the blocks of a document."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments(block: QTextBlock) -> list[QTextFragment]:
    """Return the runs of one format in a block."""
    found, at = [], block.begin()
    while not at.atEnd():
        found.append(at.fragment())
        at += 1
    return found
