"""What stands where the cards would be when there are none, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.model.labels import Label
from ui.actions.keys import KEYS, with_key, with_keys
from ui.language.i18n import label_name
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import SCALE, length, px
from ui.look.theme import Theme
from ui.look.underlines import HEIGHT as LINE
from ui.look.underlines import underline
from ui.session import Session

MOST = 6  # labels whose keys are shown
_ROW, _CAP = 34, 26.0


class KeyCaps(QWidget):
    """The keys of the labels, each beside its name as a mark looks in the text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.labels: Sequence[Label] = ()
        SCALE.follow(self._fit)

    def show_labels(self, labels: Sequence[Label]) -> None:
        """Show those of `labels` that have a key, at most `MOST`."""
        self.labels = [label for label in labels if label.key][:MOST]
        self.setAccessibleName(", ".join(f"{label.key} {label_name(label)}" for label in self.labels))
        self._fit()
        self.update()

    def _fit(self) -> None:
        self.setFixedHeight(px(_ROW) * len(self.labels))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, px(_ROW) * len(self.labels))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = QFontMetricsF(self._face()).horizontalAdvance
        widest = max((wide(label_name(label)) for label in self.labels), default=0.0)
        left = max(0.0, (self.width() - length(_CAP) - 14 - widest - 12) / 2)
        for row, label in enumerate(self.labels):
            top = row * px(_ROW) + 2.0
            self._paint_cap(painter, QRectF(left, top, length(_CAP), length(_CAP)), label.key)
            room = QRectF(
                left + length(_CAP) + 14, top, min(wide(label_name(label)) + 12, self.width() - left), length(_CAP)
            )
            self._paint_name(painter, room, label)

    def _paint_cap(self, painter: QPainter, box: QRectF, key: str) -> None:
        painter.setPen(QPen(self._theme.faint, 1))
        painter.setBrush(self._theme.border)
        painter.drawRoundedRect(box.adjusted(0.5, 1.5, -0.5, 1.5), 5, 5)  # the foot of the key
        painter.setBrush(self._theme.raised)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -1.5), 5, 5)
        painter.setPen(self._theme.chrome_text)
        painter.setFont(self.font())
        painter.drawText(box.adjusted(0, 0, 0, -2), Qt.AlignmentFlag.AlignCenter, key)

    def _paint_name(self, painter: QPainter, room: QRectF, label: Label) -> None:
        tint = self._theme.tint(label.colour)
        painter.fillRect(room.adjusted(0, 2, 0, -2), tint.fill)
        painter.setFont(self._face())
        painter.setPen(self._theme.text)
        name = QFontMetricsF(self._face()).elidedText(label_name(label), Qt.TextElideMode.ElideRight, room.width() - 10)
        painter.drawText(room.adjusted(6, 0, 0, -2), Qt.AlignmentFlag.AlignVCenter, name)
        underline(painter, room.left(), room.right(), room.bottom() - LINE, label.underline, tint.line)

    def _face(self) -> QFont:
        font = QFont("Literata")
        font.setPixelSize(px(16))
        return font


class EmptyMarks(QWidget):
    """One sentence, and what helps: the labels' keys and the way to the manual, or a button that clears the filter."""

    clearWanted = Signal()
    manualWanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.hint, self.keys = QLabel(self), QLabel(self), KeyCaps(theme, self)
        self.clear = QPushButton(self.tr("Clear filter"), self)
        self.clear.setAccessibleName(self.tr("Clear filter"))
        self.clear.setToolTip(self.tr("Show all marks again"))
        self.clear.clicked.connect(self.clearWanted)
        self.how = QPushButton(self.tr("How to mark…"), self)
        self.how.setAccessibleName(self.tr("How to mark…"))
        self.how.clicked.connect(self.manualWanted)
        self.name_keys()
        KEYS.changed.connect(self.name_keys)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for label in (self.words, self.hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setProperty("tone", "muted")
        column.addWidget(self.words)
        column.addWidget(self.keys)
        column.addWidget(self.hint)
        column.addWidget(self.how, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def minimumSizeHint(self) -> QSize:
        """Claim no room from the cards while they are shown in its place."""
        return super().minimumSizeHint() if self.isVisible() else QSize(0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.updateGeometry()

    def explain(self, session: Session, total: int, *, filtered: bool, words: str) -> None:
        """Say why there is no card, of an article with `total` marks."""
        if session.revision is None:
            self.no_article()
        elif total == 0:
            self.no_marks(session.labels)
        elif filtered:
            self.nothing_found(words)
        else:
            self.nobody_shown()

    def no_article(self) -> None:
        """Nothing is open."""
        self._say(self.tr("Open an article to see its marks here."))

    def no_marks(self, labels: Sequence[Label]) -> None:
        """The article has no marks: the keys that make one."""
        self.keys.show_labels(labels)
        self._say(self.tr("No marks yet. Select words and press a key:"), hint=_choosing(), keys=True)

    def name_keys(self) -> None:
        """Say the keys that choose a sentence now."""
        self.hint.setText(_choosing() if self.hint.text() else "")
        self.how.setToolTip(plain_tooltip(with_key(self.tr("Open the manual at the page on marking"), "manual")))

    def nothing_found(self, text: str) -> None:
        """The filter leaves nothing; `text` is what was typed there, if anything was."""
        found = self.tr("No mark has “{0}” in its words, note or tags.").format(text)
        self._say(found if text else self.tr("No mark has this label."), clear=True)

    def nobody_shown(self) -> None:
        """All people who made marks here are hidden."""
        self._say(self.tr("The marks of everybody here are hidden."), clear=True)

    def _say(self, words: str, *, hint: str = "", keys: bool = False, clear: bool = False) -> None:
        self.words.setText(words)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.keys.setVisible(keys)
        self.how.setVisible(keys)
        self.clear.setVisible(clear)

    def set_theme(self, theme: Theme) -> None:
        self.keys.set_theme(theme)


def _choosing() -> str:
    text = QCoreApplication.translate("EmptyMarks", "With nothing selected, {0} and {1} choose a sentence.")
    return with_keys(text, "sentence_next", "sentence_previous")
