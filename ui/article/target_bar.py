"""The strip beside the chosen words: what is chosen, and what a key or a click makes of it.

It stands in the right margin, where no words are: a click that was meant for the text never lands on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from reader.model.labels import Label
from ui.article.view import ArticleView
from ui.here import Here, Mode, Target
from ui.language.i18n import label_name
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import SCALE, px
from ui.look.theme import Theme

_WHOLE = "whole"  # a button's property: its key and its name, which may not have room
_EDGE, _LEAST, _MOST = 4, 84, 132  # points to the margin's edges; the narrowest and the widest strip


class TargetBar(QFrame):
    """Shows what `session.here` holds, beside it. `labelChosen` carries a label's id."""

    labelChosen = Signal(str)
    attributeChosen = Signal()
    noteChosen = Signal()
    linkChosen = Signal()

    def __init__(self, labels: Sequence[Label], view: ArticleView, here: Here) -> None:
        super().__init__(view.viewport())
        self.setObjectName("target_bar")
        self._view, self._here, self._theme = view, here, view._theme
        self._labels: Sequence[Label] = ()
        self._buttons: dict[str, QToolButton] = {}
        self._shown: tuple[object, ...] = ()
        self.head = QLabel(self)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self._lay_out()
        self.set_labels(labels)
        SCALE.follow(self._fit_words)
        self.hide()
        here.changed.connect(self.follow)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self._place())
        view.laidOut.connect(self._place)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(2)
        self._column.addWidget(self.head)
        for name, key, wanted in (
            (self.tr("Who says"), "A", self.attributeChosen),
            (self.tr("Note"), "N", self.noteChosen),
            (self.tr("Link"), "L", self.linkChosen),
        ):
            self._column.addWidget(self._button(name, key, wanted.emit))

    def _button(self, name: str, key: str, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(f"{key} {name}".strip())
        button.setProperty(_WHOLE, (key, name))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
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
            self._column.removeWidget(old)
            old.deleteLater()
        self._labels, self._buttons = labels, {}
        for number, label in enumerate(labels, 1):
            button = self._button(label_name(label), label.key, partial(self.labelChosen.emit, label.id))
            self._column.insertWidget(number, button)
            self._buttons[label.id] = button
        self.set_theme(self._theme)

    def _fit_words(self) -> None:
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """The labels' own tints on the theme's raised ground."""
        self._theme = theme
        base = f"background: {theme.raised.name()}; color: {theme.chrome_text.name()}"
        small = f"border: none; border-radius: 4px; padding: 3px 4px; font-size: {px(12)}px; text-align: left"
        self.setStyleSheet(
            f"#target_bar {{ {base}; border: 1px solid {theme.border.name()}; border-radius: 7px; }}"
            f"QLabel {{ {base}; font-size: {px(11)}px; padding: 0 2px 2px 2px; }}"
            f"QToolButton {{ {base}; {small}; }}"
            f"QToolButton:hover {{ background: {theme.selection.name()}; }}"
        )
        for label in self._labels:
            tint = theme.tint(label.colour)
            self._buttons[label.id].setStyleSheet(_tinted(tint.fill, tint.line))
        self._shown = ()
        self.follow()

    # -- what is chosen --------------------------------------------------------------------------------------------

    def follow(self) -> None:
        """Say what is chosen now, beside it."""
        here = self._here
        shown = (here.mode, here.asked, here.target, len(here.marks))
        if shown != self._shown:
            self._shown = shown
            self.head.setText(self._words())
            for button in self.findChildren(QToolButton):
                button.setVisible(here.mode is Mode.READING)
            self._name_keys()
        self._place()

    def _words(self) -> str:
        here = self._here
        if here.mode is not Mode.READING:
            return here.asked
        if len(here.marks) > 1 and here.target is Target.MARKS:
            return self.tr("Make these {0} marks").format(len(here.marks))
        return {
            Target.WORDS: self.tr("Mark these words"),
            Target.SENTENCE: self.tr("Mark this sentence"),
            Target.MARKS: self.tr("Make this mark"),
        }.get(here.target, "")

    def _name_keys(self) -> None:
        """Each label's button says in full what its key does now."""
        words = {
            Target.WORDS: self.tr("{0} marks these words as {1}"),
            Target.SENTENCE: self.tr("{0} marks this sentence as {1}"),
            Target.MARKS: self.tr("{0} makes this mark a {1}"),
        }.get(self._here.target, "")
        for label in self._labels:
            name = label_name(label)
            hint = words.format(label.key, name) if label.key and words else name
            self._buttons[label.id].setToolTip(plain_tooltip(hint))

    # -- where -----------------------------------------------------------------------------------------------------

    def _place(self) -> None:
        """Stand in the right margin beside the first line of what is chosen that is on the screen."""
        lines = self._view.target_lines()
        if not lines or not self.head.text():
            self.hide()
            return
        left, width = self._view.column
        room, start = self._view.viewport().rect(), round(left + width) + _EDGE
        least, most = px(_LEAST), px(_MOST)
        if self._view.right_gutter:  # badges stand on the right in text that is read from the right
            self._fit(max(least, min(most, round(left) - 2 * _EDGE)))
            start = max(0, round(left) - self.width() - _EDGE)
        else:
            self._fit(max(least, min(most, room.width() - start - _EDGE)))
            start = min(start, room.width() - self.width())
        top = min(round(lines[0].top()), room.bottom() - self.height() - _EDGE)
        self.move(QPoint(start, max(_EDGE, top)))
        self.show()
        self.raise_()

    def _fit(self, width: int) -> None:
        self.setFixedWidth(width)
        self.setFixedHeight(self._column.totalHeightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A name that is too long for the margin is cut; the tooltip has it whole."""
        super().resizeEvent(event)
        for button in self.findChildren(QToolButton):
            key, name = button.property(_WHOLE)
            metrics = QFontMetrics(button.font())
            room = self.width() - 22 - metrics.horizontalAdvance(key)
            button.setText(f"{key} {metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)}".strip())


def _tinted(fill: QColor, line: QColor) -> str:
    return (
        f"QToolButton {{ background: {fill.name()}; color: {line.name()}; }}"
        f"QToolButton:hover {{ border: 1px solid {line.name()}; padding: 2px 3px; }}"
    )
