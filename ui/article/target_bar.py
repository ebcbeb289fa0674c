"""The strip beside the chosen words: what is chosen, and what a key or a click makes of it.

It stands in the margin, where no words are: a click that was meant for the text never lands on it. In the right margin
it leaves the inner edge to the connectors, and stands above or below the chips and the line to the card.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from reader.model.labels import Label
from ui.actions.keys import KEYS, short_key, with_key
from ui.article.page import CONNECTORS
from ui.article.view import ArticleView
from ui.here import Here, Mode, Target
from ui.language.i18n import label_name
from ui.language.struck import short
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import SCALE, px
from ui.look.theme import Theme

_EDGE, _LEAST, _MOST = 3, 84, 180  # points to the margin's edges; the narrowest and the widest strip
_TOLD = 60  # characters of a line of what the markup says; the tooltip has it whole
_AROUND = 12  # points of a strip's width that the words of its buttons do not have


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
        self._buttons: dict[str, QPushButton] = {}
        self._acts: dict[str, tuple[str, QPushButton]] = {}
        self._taken: tuple[QRectF, ...] = ()
        self._shown: tuple[object, ...] = ()
        self.head = QLabel(self)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.told = QLabel(self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self._lay_out()
        self.set_labels(labels)
        SCALE.follow(self._fit_words)
        self.hide()
        here.changed.connect(self.follow)
        KEYS.changed.connect(self.name_acts)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self._place())
        view.laidOut.connect(self._place)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 3, 2, 3)
        self._column.setSpacing(2)
        self._column.addWidget(self.head)
        for id, name, wanted in (
            ("attribute_assertion", self.tr("Who says"), self.attributeChosen),
            ("note", self.tr("Note"), self.noteChosen),
            ("link", self.tr("Link"), self.linkChosen),
        ):
            self._acts[id] = name, self._button(name, "", wanted.emit)
            self._column.addWidget(self._acts[id][1])
        self._column.addWidget(self.told)
        self.name_acts()

    def name_acts(self) -> None:
        """Say the keys that the actions below the labels have now."""
        for id, (name, button) in self._acts.items():
            button.setProperty("words", f"{short_key(id)} {name}".strip())
            button.setToolTip(plain_tooltip(with_key(name, id)))
        self._cut_names()

    def _button(self, name: str, key: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("words", f"{key} {name}".strip())
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
        small = "border: none; border-radius: 4px; padding: 4px 3px; text-align: left; min-width: 0"
        self.setStyleSheet(
            f"#target_bar {{ {base}; border: 1px solid {theme.border.name()}; border-radius: 7px; }}"
            f"QLabel {{ {base}; font-size: {px(11)}px; padding: 0 1px 2px 2px; }}"
            f"QPushButton {{ {base}; {small}; font-size: {px(12)}px; }}"
            f"QPushButton:hover {{ background: {theme.selection.name()}; }}"
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
            for button in self.findChildren(QPushButton):
                button.setVisible(here.mode is Mode.READING)
            self._name_keys()
        self._tell()
        self._place()

    def _tell(self) -> None:
        """What the page's markup says of the chosen words; a screen reader hears it as the text's description."""
        told = self._view.told_of_chosen() if self._here.mode is Mode.READING else ""
        if told != self._view.accessibleDescription():
            self._view.setAccessibleDescription(told)
            self.told.setText("\n".join(short(line, _TOLD) for line in told.split("\n")))
            self.told.setToolTip(plain_tooltip(told))
        self.told.setVisible(bool(told))

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

    def keep_clear(self, taken: Sequence[QRectF]) -> None:
        """Leave these places of the viewport to others."""
        if tuple(taken) != self._taken:
            self._taken = tuple(taken)
            self._place()

    def _place(self) -> None:
        """Stand in the margin beside the first line of what is chosen that is on the screen."""
        lines = self._view.target_lines()
        if not lines or not self.head.text():
            self.hide()
            return
        (left, width), room = self._view.column, self._view.viewport().rect()
        if self._view.right_gutter:  # badges stand on the right in text that is read from the right
            self._fit(round(left) - 2 * _EDGE)
            start = max(0, round(left) - self.width() - _EDGE)
        else:
            start = round(left + width) + CONNECTORS
            self._fit(room.width() - start - 2 * _EDGE)
            start = min(start, room.width() - self.width())
        self.move(QPoint(start, self._free_top(start, round(lines[0].top()))))
        self.show()
        self.raise_()

    def _free_top(self, left: int, wanted: int) -> int:
        """The place nearest to `wanted` where all of the strip is on the screen and on nothing that is taken."""
        lowest = max(_EDGE, self._view.viewport().height() - self.height() - _EDGE)
        taken = [box.toAlignedRect().adjusted(-1, -_EDGE, 1, _EDGE) for box in self._taken]
        tops = (wanted, *(box.bottom() + 1 for box in taken), *(box.top() - self.height() for box in taken))

        def cost(top: int) -> tuple[int, int]:
            shared = (box.intersected(QRect(QPoint(left, top), self.size())) for box in taken)
            return sum(box.width() * box.height() for box in shared if not box.isEmpty()), abs(top - wanted)

        return min((max(_EDGE, min(lowest, top)) for top in tops), key=cost)

    def _fit(self, room: int) -> None:
        """As wide as the longest name, within the room there is; what a mode asks for takes all of that."""
        names = (QFontMetrics(b.font()).horizontalAdvance(b.property("words")) for b in self._all_buttons())
        longest = max(names) if self._here.mode is Mode.READING else px(_MOST)
        self.setFixedWidth(max(_LEAST, min(px(_MOST), room, longest + _AROUND)))
        self.setFixedHeight(self._column.totalHeightForWidth(self.width()))

    def _all_buttons(self) -> list[QPushButton]:
        return [*self._buttons.values(), *(button for _, button in self._acts.values())]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut_names()

    def _cut_names(self) -> None:
        """Cut names that are too long for the margin; the tooltips have them whole."""
        for button in self._all_buttons():
            words, room = button.property("words"), self.width() - _AROUND
            button.setText(QFontMetrics(button.font()).elidedText(words, Qt.TextElideMode.ElideRight, room))


def _tinted(fill: QColor, line: QColor) -> str:
    return (
        f"QPushButton {{ background: {fill.name()}; color: {line.name()}; }}"
        f"QPushButton:hover {{ border: 1px solid {line.name()}; padding: 3px 2px; }}"
    )
