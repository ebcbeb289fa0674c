"""Fields of a claim, a source, evidence or a review: each saved by itself as soon as it is left or chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QListWidget, QPlainTextEdit, QSizePolicy, QWidget

from ui.dialogs.parts import add_row
from ui.language.plain_words import field_name, plain
from ui.look.plain_tooltip import plain_tooltip
from ui.look.written import given_back, written

PAUSE = 250  # milliseconds after the first letter that is not stored yet, as for a mark's note


@dataclass(frozen=True, slots=True)
class Spec:
    """One field: `values` are those of a vocabulary, `lines` of free text are more than one when it may be long.

    `desk` says that no export ever holds it; `hint` is an example of what to type.
    """

    name: str
    values: Sequence[str] = ()
    lines: int = 1
    desk: bool = False
    hint: str = ""


class ValueBox(QComboBox):
    """One value of a vocabulary, or none. The wheel scrolls the page and changes nothing."""

    def __init__(self, field: str, values: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItem("–", "")
        for value in values:
            self.addItem(plain(field, value), value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @property
    def value(self) -> str:
        return str(self.currentData() or "")

    def choose(self, value: str) -> None:
        """Show that value without emitting a change."""
        with QSignalBlocker(self):
            at = self.findData(value)
            if at < 0:
                self.addItem(value, value)  # of a newer vocabulary: kept as it is
                at = self.count() - 1
            self.setCurrentIndex(at)


class Paragraph(QPlainTextEdit):
    """Free text of some lines; `left` when the keyboard leaves it. Tab goes on to the next field."""

    left = Signal()

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 20)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        done = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and done:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Fields(QWidget):
    """`changed` carries what was changed: one field with its new value.

    Free text is told as it is typed, a moment after the first letter: nobody loses a paragraph with the power. What is
    typed until `left` belongs together. Dates and addresses are told when they are whole.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(self, specs: Sequence[Spec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.widgets: dict[str, QLineEdit | Paragraph | ValueBox] = {}
        self._shown: dict[str, str] = {}  # as the fields give it back
        self._typed: set[str] = set()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._take_typed)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(6)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for spec in specs:
            self._add(form, spec)

    def _add(self, form: QFormLayout, spec: Spec) -> None:
        name = field_name(spec.name)
        widget = self._made(spec)
        widget.setAccessibleName(name)
        kept = self.tr("{0} (for the desk only: in no export)").format(name) if spec.desk else name
        widget.setToolTip(plain_tooltip(kept))
        if spec.hint and not isinstance(widget, ValueBox):
            widget.setPlaceholderText(spec.hint)
        self.widgets[spec.name] = widget
        add_row(form, self.tr("{0} (desk only)").format(name) if spec.desk else name, widget)

    def _made(self, spec: Spec) -> QLineEdit | Paragraph | ValueBox:
        if spec.values:
            box = ValueBox(spec.name, spec.values, self)
            box.activated.connect(lambda _at: self._leave(spec.name))
            return box
        if spec.lines > 1:
            text = Paragraph(spec.lines, self)
            text.left.connect(lambda: self._leave(spec.name))
            text.textChanged.connect(lambda: self._follow(spec.name))
            return text
        line = QLineEdit(self)
        line.editingFinished.connect(lambda: self._leave(spec.name))
        if not spec.hint:
            line.textEdited.connect(lambda _text: self._follow(spec.name))
        return line

    def _follow(self, name: str) -> None:
        """A letter came or went. The first one starts the clock; it is not put back by the next."""
        if self.widgets[name].hasFocus():
            self._typed.add(name)
            if not self._pause.isActive():
                self._pause.start()

    def _take_typed(self) -> None:
        """An emptied field is on its way to other words, unless it is left so."""
        typed, self._typed = self._typed, set()
        for name in sorted(typed):
            if self._value(name):
                self._take(name)

    def _leave(self, name: str) -> None:
        self._take(name)
        self.left.emit()

    def _value(self, name: str) -> str:
        widget = self.widgets[name]
        if isinstance(widget, ValueBox):
            return widget.value
        return widget.text().strip() if isinstance(widget, QLineEdit) else written(widget).strip()

    def _take(self, name: str) -> None:
        value = self._value(name)
        if value != self._shown.get(name, ""):
            self._shown[name] = value
            self.changed.emit({name: value})

    def save(self) -> None:
        """Take what is typed in a field that was not left yet."""
        for name in self.widgets:
            self._take(name)
        self.left.emit()

    def show_values(self, values: Mapping[str, str], *, fresh: bool) -> None:
        """Show these. What is being typed stays, unless it is of another thing (`fresh`)."""
        for name, widget in self.widgets.items():
            value, now = values.get(name, ""), self._value(name)
            typed = not fresh and widget.hasFocus() and now != self._shown.get(name, "")
            self._shown[name] = _given_back(widget, value)
            if not typed and now != self._shown[name]:
                _set(widget, value)


def fit(rows: QListWidget, most: int) -> None:
    """Make a list as high as its rows, up to `most` pixels."""
    rows.doItemsLayout()
    heights = sum(max(rows.sizeHintForRow(n), 18) for n in range(rows.count()))
    rows.setFixedHeight(min(most, heights + 6))


def _set(widget: QLineEdit | Paragraph | ValueBox, value: str) -> None:
    if isinstance(widget, ValueBox):
        widget.choose(value)
    elif isinstance(widget, QLineEdit):
        widget.setText(value)
    else:
        widget.setPlainText(value)


def _given_back(widget: QLineEdit | Paragraph | ValueBox, value: str) -> str:
    """`value` as the field says it while nobody types: who only looks at a claim has changed nothing."""
    if isinstance(widget, ValueBox):
        return value
    return (given_back(value) if isinstance(widget, Paragraph) else value).strip()
