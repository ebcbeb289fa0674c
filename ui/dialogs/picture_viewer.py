"""A picture of an article, as large as the screen lets it be or pixel by pixel, with its caption."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.dialogs.parts import button, words
from ui.look.plain_tooltip import plain_tooltip

_SHARE = 0.9  # of the screen that the viewer takes at most


class PictureViewer(QDialog):
    """The picture as large as the window; a click or the button shows it pixel by pixel, and back. Esc closes."""

    def __init__(self, picture: QPixmap, caption: str, described: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Picture"))
        self._picture, self._fits = picture, True
        self.image = QLabel(self)
        self.image.setTextFormat(Qt.TextFormat.PlainText)
        self.image.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.image.setAccessibleName(described or caption or self.tr("Picture"))
        self.area = QScrollArea(self)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area.setWidget(self.image)
        self.area.setAccessibleName(self.tr("Picture"))
        self.area.viewport().installEventFilter(self)
        self.caption = words(caption or described, self)
        self.caption.setVisible(bool(caption or described))
        self.turn = button("", "", self)
        self.shut = button(self.tr("&Close"), self.tr("Close the picture (Esc)"), self)
        self.turn.clicked.connect(lambda: self.show_fitting(not self._fits))
        self.shut.clicked.connect(self.reject)
        self._lay_out()
        self.resize(self._wanted())
        self.show_fitting(True)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.caption, 1)
        row.addWidget(self.turn)
        row.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.area, 1)
        column.addLayout(row)
        self.turn.setDefault(True)
        self.turn.setFocus()

    def _wanted(self) -> QSize:
        """As large as the picture and what stands below it, within the screen."""
        room = self.screen().availableSize() * _SHARE
        size = self._picture.deviceIndependentSize().toSize() + QSize(24, 110)
        return size.boundedTo(room).expandedTo(QSize(480, 320).boundedTo(room))

    @property
    def share(self) -> float:
        """How large a pixel of the picture is shown, in pixels of the screen."""
        shown = self.image.pixmap()
        return shown.width() / self._picture.width() if self._picture.width() else 1.0

    def show_fitting(self, fits: bool) -> None:
        """Fit the whole picture into the window, or show it pixel by pixel."""
        self._fits = fits
        self._show()
        self.turn.setText(self.tr("&Pixel by pixel (100 %)") if fits else self.tr("&Fit the window"))
        hint = self.tr("Show the picture in its own size (Enter)") if fits else self.tr("Show all of it (Enter)")
        self.turn.setToolTip(plain_tooltip(hint))
        self.turn.setAccessibleName(self.turn.text().replace("&", ""))

    def _show(self) -> None:
        room, picture = self.area.maximumViewportSize(), self._picture
        ratio = self.devicePixelRatioF()
        if self._fits and (picture.width() > room.width() * ratio or picture.height() > room.height() * ratio):
            picture = picture.scaled(
                room * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        picture.setDevicePixelRatio(ratio)
        self.image.setPixmap(picture)
        self.image.resize(picture.deviceIndependentSize().toSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        released = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        if released and isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            self._turn_at(event.position())
            return True
        return super().eventFilter(watched, event)

    def _turn_at(self, at: QPointF) -> None:
        """The place under the mouse stays under it, as far as the window goes."""
        before = QRect(self.image.pos(), self.image.size())
        x, y = ((at.x() - before.x()) / max(1, before.width()), (at.y() - before.y()) / max(1, before.height()))
        self.show_fitting(not self._fits)
        self.area.horizontalScrollBar().setValue(round(x * self.image.width() - at.x()))
        self.area.verticalScrollBar().setValue(round(y * self.image.height() - at.y()))
