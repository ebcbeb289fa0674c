"""How the text is set: paper, face, size, height, width, spacing. Every change shows at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.parts import add_row, align_number, button
from ui.look.paper_names import paper_name
from ui.look.plain_tooltip import plain_tooltip
from ui.settings import PAPERS, ReadingFace

_INDENT = 8  # pixels
FAMILIES = ("Literata", "Atkinson Hyperlegible Next", "Inter", "Noto Naskh Arabic")


class ReadingFaceDialog(QDialog):
    """`faceChosen` and `paperChosen` at every change; there is nothing to confirm."""

    faceChosen = Signal(object)
    paperChosen = Signal(str)

    def __init__(self, face: ReadingFace, paper: str, families: list[str], parent: QWidget | None = None) -> None:
        """`families` are the faces to choose from, the bundled ones first."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Reading face"))
        self._face = face
        self.paper = self._choice({id: paper_name(id) for id in PAPERS}, paper)
        self.family = self._choice({name: name for name in families}, face.family)
        self.size_ = self._whole(*ReadingFace.SIZES, face.size, self.tr(" px"))
        self.height_ = self._part(*ReadingFace.LINE_HEIGHTS, face.line_height, 0.05)
        self.measure = self._whole(*ReadingFace.MEASURES, face.measure, "")
        self.spacing = self._part(0.0, 3.0, face.letter_spacing, 0.1)
        self.justify = QCheckBox(self)
        self.justify.setChecked(face.justify)
        self._lay_out()
        self._connect()

    def _choice(self, names: dict[str, str], chosen: str) -> QComboBox:
        box = QComboBox(self)
        for value, name in names.items():
            box.addItem(name, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    @staticmethod
    def _indented(box: QAbstractSpinBox) -> None:
        """A style sheet's padding leaves the left edge of a number as it is."""
        box.lineEdit().setTextMargins(_INDENT, 0, 0, 0)

    def _whole(self, low: int, high: int, value: int, suffix: str) -> QSpinBox:
        box = QSpinBox(self)
        align_number(box)
        box.setRange(low, high)
        box.setValue(value)
        box.setSuffix(suffix)
        self._indented(box)
        return box

    def _part(self, low: float, high: float, value: float, step: float) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        align_number(box)
        box.setRange(low, high)
        box.setSingleStep(step)
        self._indented(box)
        box.setValue(value)
        return box

    def _lay_out(self) -> None:
        column, form = QVBoxLayout(self), QFormLayout()
        column.addLayout(form)
        for text, field in (
            (self.tr("Paper"), self.paper),
            (self.tr("Face"), self.family),
            (self.tr("Size"), self.size_),
            (self.tr("Line height"), self.height_),
            (self.tr("Characters a line"), self.measure),
            (self.tr("Letter spacing"), self.spacing),
            (self.tr("Justified"), self.justify),
        ):
            field.setAccessibleName(text)
            field.setToolTip(plain_tooltip(text))
            add_row(form, text, field)
        self.reset = button(self.tr("As at first"), self.tr("Set everything back but the paper"), self)
        self.reset.clicked.connect(self._reset)
        column.addWidget(self.reset)

    def _connect(self) -> None:
        self.paper.currentIndexChanged.connect(lambda: self.paperChosen.emit(str(self.paper.currentData())))
        self.family.currentIndexChanged.connect(self._tell)
        for box in (self.size_, self.measure):
            box.valueChanged.connect(self._tell)
        for part in (self.height_, self.spacing):
            part.valueChanged.connect(self._tell)
        self.justify.toggled.connect(self._tell)

    def _tell(self) -> None:
        self._face = replace(
            self._face,
            family=str(self.family.currentData()),
            size=self.size_.value(),
            line_height=round(self.height_.value(), 2),
            measure=self.measure.value(),
            letter_spacing=round(self.spacing.value(), 2),
            justify=self.justify.isChecked(),
        )
        self.faceChosen.emit(self._face)

    def _reset(self) -> None:
        plain = ReadingFace()
        self.family.setCurrentIndex(max(0, self.family.findData(plain.family)))
        self.size_.setValue(plain.size)
        self.height_.setValue(plain.line_height)
        self.measure.setValue(plain.measure)
        self.spacing.setValue(plain.letter_spacing)
        self.justify.setChecked(plain.justify)
