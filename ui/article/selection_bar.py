"""The small bar at the selection: a button for each label, and for a note."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QToolButton

from reader.model.labels import Label
from ui.article.view import ArticleView
from ui.language.i18n import label_name
from ui.look.plain_tooltip import plain_tooltip
from ui.look.theme import Theme

_GAP = 8


class SelectionBar(QFrame):
    """Comes with a selection made by mouse and goes with it. `labelChosen` carries a label's id."""

    labelChosen = Signal(str)
    noteChosen = Signal()
    linkChosen = Signal()

    def __init__(self, labels: Sequence[Label], view: ArticleView) -> None:
        super().__init__(view.viewport())
        self.setObjectName("selection_bar")
        self._view, self._theme = view, view._theme
        self._labels: Sequence[Label] = ()
        self._buttons: dict[str, QToolButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 4, 4, 4)
        self._row.setSpacing(3)
        self._note = self._button(self.tr("Note"), "N", self.noteChosen.emit)
        self._link = self._button(self.tr("Link"), "L", self.linkChosen.emit)
        self._row.addWidget(self._note)
        self._row.addWidget(self._link)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(18)
        shadow.setOffset(0, 3)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        self.set_labels(labels)
        self.hide()
        view.spansSelected.connect(self._follow)

    def _button(self, name: str, key: str, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(f"{name}  {key}".strip())
        button.setAccessibleName(name)
        button.setToolTip(plain_tooltip(f"{name} ({key})" if key else name))
        # The selection must outlive the click, and the keys work on in the text.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.clicked.connect(act)
        return button

    def set_labels(self, labels: Sequence[Label]) -> None:
        """A button for each label, in their order."""
        for old in self._buttons.values():
            self._row.removeWidget(old)
            old.deleteLater()
        self._labels, self._buttons = labels, {}
        for number, label in enumerate(labels):
            button = self._button(label_name(label), label.key, lambda _=False, id=label.id: self.labelChosen.emit(id))
            self._row.insertWidget(number, button)
            self._buttons[label.id] = button
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """The labels' own tints on the theme's raised ground."""
        self._theme = theme
        base = f"background: {theme.raised.name()}; color: {theme.chrome_text.name()}"
        self.setStyleSheet(
            f"#selection_bar {{ {base}; border: 1px solid {theme.border.name()}; border-radius: 8px; }}"
            f"QToolButton {{ {base}; border: none; border-radius: 5px; padding: 5px 9px; font-size: 13px; }}"
            f"QToolButton:hover {{ background: {theme.selection.name()}; }}"
        )
        for label in self._labels:
            tint = theme.tint(label.colour)
            self._buttons[label.id].setStyleSheet(
                f"QToolButton {{ background: {tint.fill.name()}; color: {tint.line.name()}; }}"
                f"QToolButton:hover {{ border: 1px solid {tint.line.name()}; padding: 4px 8px; }}"
            )

    def _follow(self, spans: list[object]) -> None:
        box = self._view.selection_rect() if spans else None
        if box is None or box.isEmpty():
            self.hide()
            return
        self.adjustSize()
        room = self._view.viewport().rect()
        top = box.bottom() + _GAP
        if top + self.height() > room.bottom() - 4:
            top = max(4, box.top() - self.height() - _GAP)
        left = min(max(6, box.center().x() - self.width() // 2), max(6, room.width() - self.width() - 6))
        self.move(QPoint(left, top))
        self.show()
        self.raise_()
