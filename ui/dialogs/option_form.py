"""The options of a format as a form, made from their own declaration: boxes to tick, choices, lines of text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, fields
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from ui.dialogs.parts import add_row
from ui.language.messages import translate_message
from ui.look.plain_tooltip import plain_tooltip

Control = QCheckBox | QComboBox | QLineEdit


class OptionForm(QWidget):
    """One control an option. `changed` is emitted whenever a value changes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controls: dict[str, Control] = {}
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def show_options(self, kind: type[Any], values: Mapping[str, Any]) -> None:
        """Show the options of `kind` with these values, or their defaults."""
        while self._rows.rowCount():
            self._rows.removeRow(0)
        self.controls = {}
        for field in fields(kind):
            value = values.get(field.name, field.default)
            control = self._control(field, value if isinstance(value, type(field.default)) else field.default)
            control.setToolTip(plain_tooltip(translate_message(field.metadata["help"])))
            self.controls[field.name] = control
        self.setVisible(bool(self.controls))

    def values(self) -> dict[str, Any]:
        """Return what is chosen, by the options' names."""
        return {name: _value(control) for name, control in self.controls.items()}

    def _control(self, field: Field[Any], value: Any) -> Control:
        label = translate_message(field.metadata["label"])
        if isinstance(field.default, bool):
            box = QCheckBox(label, self)
            box.setChecked(bool(value))
            box.toggled.connect(self.changed)
            self._rows.addRow(box)
            box.setAccessibleName(label)
            return box
        control = self._choices(field, str(value)) if "choices" in field.metadata else self._line(str(value))
        control.setAccessibleName(label)
        add_row(self._rows, label, control)
        return control

    def _choices(self, field: Field[Any], value: str) -> QComboBox:
        combo = QComboBox(self)
        for name, words in field.metadata["choices"].items():
            combo.addItem(translate_message(words), name)
        combo.setCurrentIndex(max(0, combo.findData(value)))
        combo.currentIndexChanged.connect(self.changed)
        return combo

    def _line(self, value: str) -> QLineEdit:
        line = QLineEdit(value, self)
        line.textChanged.connect(self.changed)
        return line


def _value(control: Control) -> Any:
    if isinstance(control, QCheckBox):
        return control.isChecked()
    return control.currentData() if isinstance(control, QComboBox) else control.text().strip()
