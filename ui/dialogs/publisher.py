"""Who publishes the reviews of this library, and on which scale they are rated: for ClaimReview and Check."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.model.publisher import GRADES, LANGUAGES, Grade, Publisher
from reader.model.vocabulary import REVIEW
from ui.dialogs.parts import add_row, align_number, button, words
from ui.language.i18n import LANGUAGES as NAMES
from ui.language.plain_words import plain
from ui.look.plain_tooltip import plain_tooltip

_RANGE = (-100, 100)
_WEB = ("https://", "http://")


class PublisherDialog(QDialog):
    """`saved` carries the new values; nothing is saved while the scale does not hold or an address is none."""

    saved = Signal(object)

    def __init__(self, publisher: Publisher, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Publisher and rating scale"))
        self._publisher = publisher
        self.name = self._line(publisher.name, self.tr("Name"), self.tr("The house, as its readers know it"))
        self.address = self._line(publisher.address, self.tr("Address"), self.tr("The address of its site"))
        self.logo = self._line(publisher.logo, self.tr("Logo"), self.tr("The address of its logo"))
        self.worst = self._number(publisher.worst, self.tr("Worst"), self.tr("The number of what is all wrong"))
        self.best = self._number(publisher.best, self.tr("Best"), self.tr("The number of what is all right"))
        self.values: dict[str, QLineEdit] = {}
        self.names: dict[tuple[str, str], QLineEdit] = {}
        self.refused = words("", self)
        self.save = button(self.tr("Save"), self.tr("Keep these values in this library"), self)
        self.leave = button(self.tr("Cancel"), self.tr("Change nothing (Esc)"), self)
        self._lay_out()
        self.resize(620, self.sizeHint().height())
        for line in (self.name, self.address, self.logo, *self.values.values(), *self.names.values()):
            line.textChanged.connect(lambda _text: self._show())
        for box in (self.worst, self.best):
            box.valueChanged.connect(lambda _value: self._show())
        self.save.clicked.connect(self._save)
        self.leave.clicked.connect(self.reject)
        self._show()

    def _lay_out(self) -> None:
        form, grid, row, column = QFormLayout(), QGridLayout(), QHBoxLayout(), QVBoxLayout(self)
        for field in (self.name, self.address, self.logo, self.worst, self.best):
            add_row(form, field.accessibleName(), field)
        heads = (self.tr("Rating"), self.tr("Number"), *(NAMES[language] for language in LANGUAGES))
        for n, head in enumerate(heads):
            grid.addWidget(words(head, self, wrap=False), 0, n)
        for n, share in enumerate((0, 1, 4, 4)):
            grid.setColumnStretch(n, share)
        for n, key in enumerate(GRADES, 1):
            self._grade(grid, n, key)
        row.addStretch(1)
        row.addWidget(self.save)
        row.addWidget(self.leave)
        column.addLayout(form)
        column.addLayout(grid)
        column.addWidget(self.refused)
        column.addLayout(row)

    def _grade(self, grid: QGridLayout, row: int, key: str) -> None:
        grade, called = self._publisher.grade(key), _called(key)
        grid.addWidget(words(called, self, wrap=False), row, 0)
        value = "" if grade.value is None else str(grade.value)
        hint = self.tr("Its number on the scale; empty: none")
        self.values[key] = self._line(value, self.tr("Number of {0}").format(called), hint)
        grid.addWidget(self.values[key], row, 1)
        for n, language in enumerate(LANGUAGES, 2):
            name = self.tr("{0} in {1}").format(called, NAMES[language])
            self.names[key, language] = self._line(grade.names.get(language, ""), name, name)
            grid.addWidget(self.names[key, language], row, n)

    def _line(self, text: str, name: str, hint: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setCursorPosition(0)
        line.setAccessibleName(name)
        line.setToolTip(plain_tooltip(hint))
        return line

    def _number(self, value: int, name: str, hint: str) -> QSpinBox:
        box = QSpinBox(self)
        align_number(box)
        box.setRange(*_RANGE)
        box.setValue(value)
        box.setAccessibleName(name)
        box.lineEdit().setAccessibleName(name)
        box.setToolTip(plain_tooltip(hint))
        return box

    def publisher(self) -> Publisher:
        """Return what the dialog says. Raises `ValueError` for a number that is none."""
        made = replace(
            self._publisher, name=self.name.text().strip(), address=self.address.text().strip(),
            logo=self.logo.text().strip(), worst=self.worst.value(), best=self.best.value(),
        )  # fmt: skip
        for key, line in self.values.items():
            value = int(line.text()) if line.text().strip() else None
            names = {one: text for one in LANGUAGES if (text := self.names[key, one].text().strip())}
            made = made.with_grade(key, Grade(value, {**GRADES[key].names, **names}))
        return made

    def _show(self) -> None:
        """Say what does not hold yet, as one types."""
        reason = self._objection()
        self.refused.setText(reason)
        self.save.setEnabled(not reason)

    def _objection(self) -> str:
        try:
            made = self.publisher()
        except ValueError:
            return self.tr("A number of the scale is a whole number, or nothing.")
        for field in (self.address, self.logo):
            if (text := field.text().strip()) and not text.startswith(_WEB):
                return self.tr("{0}: an address of the web begins with https://").format(field.accessibleName())
        problems = made.problems()
        if "worst" in problems:
            return self.tr("The worst number is smaller than the best.")
        return self.tr("Outside the scale: {0}").format(", ".join(map(_called, problems))) if problems else ""

    def _save(self) -> None:
        self.saved.emit(self.publisher())
        self.accept()


def _called(key: str) -> str:
    return plain("rating" if key in REVIEW["rating"] else "verdict", key)
