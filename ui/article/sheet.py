"""A sheet of paper to be read: the text edit below the page, with a reader's keys and wheel in place of an editor's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.look.theme import Theme, paper_palette

_NOTCH = 120  # eighths of a degree that a wheel turns from one notch to the next


class Sheet(QTextEdit):
    """`zoomWanted` carries the notches that the wheel was turned with Ctrl, upwards counted positive."""

    zoomWanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turned = 0
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the paper is ours to paint
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def dress(self, theme: Theme) -> None:
        """Take the colours of the paper."""
        colours = paper_palette(self.palette(), theme)
        self.setPalette(colours)
        self.viewport().setPalette(colours)

    def scrolled(self) -> QPointF:
        """Return the document's place at the viewport's top left."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def to_end(self) -> None:
        """Scroll to the very end."""
        # Long documents are laid out as they are read: asking for the last block lays out all of them.
        self.document().documentLayout().blockBoundingRect(self.document().lastBlock())
        bar = self.verticalScrollBar()
        bar.setMaximum(max(bar.maximum(), round(self.document().size().height()) - self.viewport().height()))
        bar.setValue(bar.maximum())

    def paint_words(self, painter: QPainter, area: QRect) -> None:
        """Paint what stands in `area` of the viewport, as Qt would without what it selects and without its text cursor:
        in text that turns round that is seen even when it has no width."""
        context, at = QAbstractTextDocumentLayout.PaintContext(), self.scrolled()
        context.palette = self.palette()
        painter.save()
        painter.translate(-at)
        visible = QRectF(area).translated(at)
        painter.setClipRect(visible)
        context.clip = visible
        self.document().documentLayout().draw(painter, context)
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the ends of the article, with Ctrl too; Qt would go to its own cursor's line."""
        plain = event.modifiers() & ~(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Home and not plain:
            self.verticalScrollBar().setValue(0)
        elif event.key() == Qt.Key.Key_End and not plain:
            self.to_end()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        if notches:
            self.zoomWanted.emit(notches)
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        # The first time Qt would go to its own text cursor, at the beginning, and the reader's place be lost.
        value = self.verticalScrollBar().value()
        super().showEvent(event)
        self.verticalScrollBar().setValue(value)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.viewport().update()


def without_control(event: QMouseEvent) -> QMouseEvent:
    """Return the press without Ctrl, which Qt would take for something else."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.ControlModifier
    return QMouseEvent(
        event.type(), event.position(), event.globalPosition(), event.button(), event.buttons(), modifiers
    )
