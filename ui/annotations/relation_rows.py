"""The links of a mark as rows: what each is, the other end to go to, and a button that takes the link away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QToolButton, QWidget

from reader.model.annotations import Relation
from ui.look.direction import quote_apart
from ui.look.icons import icon
from ui.look.scale import SCALE, px
from ui.look.theme import Theme

MOST = 40  # rows that are made; the line under them tells how many more there are
SHOWN = 3  # rows that show without scrolling
_OVER = 10  # pixels that a row is higher than its letters
_CUT = 300


@dataclass(frozen=True, slots=True)
class Line:
    """One link: the relation, how it is said, the id of the mark at the other end and its words."""

    relation: Relation
    word: str
    other: str
    quote: str


class QuoteButton(QPushButton):
    """Words cut to the room there is."""

    def __init__(self, quote: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.quote = quote[:_CUT]
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(60, self.fontMetrics().height() + _OVER - 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut_to_fit()

    def say(self, quote: str) -> None:
        """Other words."""
        self.quote = quote[:_CUT]
        self._cut_to_fit()

    def _cut_to_fit(self) -> None:
        shown = QFontMetrics(self.font()).elidedText(
            quote_apart(self.quote), Qt.TextElideMode.ElideRight, self.width() - 12
        )
        self.setText(shown.replace("&", "&&"))


class RelationRows(QScrollArea):
    """`goRequested` carries the id of the mark at the other end, `unlinkRequested` the line to take away."""

    goRequested = Signal(str)
    unlinkRequested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: list[Line] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_lines([])
        SCALE.follow(self._make)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these links; without any, nothing is shown at all."""
        if list(lines) == self.lines and self.widget() is not None:
            return
        self.lines = list(lines)
        self._make()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._make()

    @property
    def _row_height(self) -> int:
        return self.fontMetrics().height() + _OVER

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.widget() is not None:
            self._make()

    def _make(self) -> None:
        old = self.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()  # not at once: it may be one of its buttons that was pressed
        inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, line in enumerate(self.lines[:MOST]):
            self._row(inner, grid, row, line)
        more = len(self.lines) - MOST
        if more > 0:
            grid.addWidget(_words(self.tr("and {0} more").format(more), inner), MOST, 1)
        rows = min(len(self.lines), SHOWN)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setFixedHeight(rows * self._row_height)
        self.setVisible(bool(self.lines))

    def _row(self, inner: QWidget, grid: QGridLayout, row: int, line: Line) -> None:
        said = f"{line.word} {line.quote[:_CUT]}"
        go, away = QuoteButton(line.quote, inner), QToolButton(inner)
        go.setAccessibleName(self.tr("Go to: {0}").format(said))
        go.setToolTip(self.tr("Go to this mark"))
        go.clicked.connect(lambda: self.goRequested.emit(line.other))
        away.setIcon(icon("unlink", self._theme.muted))
        away.setAccessibleName(self.tr("Remove link: {0}").format(said))
        away.setToolTip(self.tr("Remove this link"))
        away.clicked.connect(lambda: self.unlinkRequested.emit(line))
        away.setFixedSize(px(26), self._row_height - 2)
        for button in (go, away):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        grid.addWidget(_words(line.word, inner), row, 0)
        grid.addWidget(go, row, 1)
        grid.addWidget(away, row, 2)
        grid.setRowMinimumHeight(row, self._row_height)


def _words(text: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("tone", "muted")
    label.setText(text)
    return label
