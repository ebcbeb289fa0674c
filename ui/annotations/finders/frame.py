"""What every finder in the panel is made of: a title, a field for words, a list below it, and the keys between them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.look.icons import icon
from ui.look.scale import SCALE, px
from ui.look.theme import Theme

CUT = 200  # letters of a row
_HEIGHT = 200  # points of the list
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class FinderFrame(QFrame):
    """`chosen` carries the id that was found, `cancelled` comes with Esc or the cross.

    The words stay in the field while the arrows choose in the list. Hidden until it is opened.
    """

    chosen = Signal(str)
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finder")
        self._theme = theme
        self.title, self.words, self.list = QLabel(self), QLineEdit(self), QListWidget(self)
        self.close_ = QToolButton(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setObjectName("finder_title")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows reach it from the field
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        SCALE.follow(self._fit)
        self.words.installEventFilter(self)
        self.list.itemClicked.connect(self.take)
        self.close_.clicked.connect(self.cancel)
        self.hide()

    def _fit(self) -> None:
        self.list.setFixedHeight(px(_HEIGHT))

    def lay_out(self, *between: QWidget) -> None:
        """Stack the parts, with further controls `between` the field and the list."""
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(9, 7, 9, 9)
        column.setSpacing(6)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_)
        column.addLayout(head)
        for widget in (self.words, *between, self.list):
            column.addWidget(widget)

    def draw_cross(self) -> None:
        """Give the cross the theme's colour."""
        self.close_.setIcon(icon("x", self._theme.muted))

    def say_nothing_found(self, words: str) -> None:
        """Put `words` into the empty list, not to be chosen."""
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    # -- the keys --------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go to the list, Enter takes what is chosen there, Esc chooses nothing."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in _KEYS:
            QApplication.sendEvent(self.list, event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            return super().eventFilter(watched, event)
        return True

    def enter(self) -> None:
        """Take the row that is chosen."""
        self.take(self.list.currentItem())

    def take(self, item: QListWidgetItem | None) -> None:
        """Choose what a row stands for."""
        raise NotImplementedError

    def cancel(self) -> None:
        """Choose nothing."""
        self.cancelled.emit()
