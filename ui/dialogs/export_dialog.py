"""Export: which articles, which format, what it cannot hold, how it begins; then write it, whole or not at all."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.errors import TilikError
from reader.exchange.exporters import EXPORTERS, Exporter, LossReport, export
from reader.model.dataset import Dataset
from reader.progress import Progress
from reader.store import Library
from ui.dialogs.parts import add_row, button, words
from ui.language.messages import translate_message
from ui.look.plain_tooltip import plain_tooltip

PREVIEW = 4000  # characters
PLANNED = 200  # articles that are counted at once for the report; more are counted when writing starts


@dataclass(frozen=True)
class Scope:
    """Articles that may be exported: what to call them, and their ids (None: the whole library)."""

    name: str
    ids: list[str] | None


class ExportDialog(QDialog):
    """`exportWanted` carries the work (a callable that makes the generator of progress) and the target file."""

    exportWanted = Signal(object, str)

    def __init__(self, library: Library, scopes: list[Scope], folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.resize(680, 600)
        self._library, self._scopes, self._folder = library, scopes, folder or str(Path.home())
        self.scope, self.format = QComboBox(self), QComboBox(self)
        for scope in scopes:
            self.scope.addItem(scope.name)
        for exporter in EXPORTERS:
            self.format.addItem(translate_message(exporter.name), exporter.id)
        self.users = words("", self)
        self.lost = words("", self)
        self.options: dict[str, QCheckBox] = {}
        self._form = QFormLayout()
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._lay_out()
        self._connect()
        self._choose_format()

    # -- made once -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        top = QFormLayout()
        for text, field in ((self.tr("Articles"), self.scope), (self.tr("Format"), self.format)):
            field.setAccessibleName(text)
            field.setToolTip(plain_tooltip(text))
            add_row(top, text, field)
        self.preview.setAccessibleName(self.tr("How the file begins"))
        self.preview.setToolTip(self.tr("How the file begins"))
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.users)
        column.addLayout(self._form)
        column.addWidget(self.lost)
        column.addWidget(words(self.tr("How the file begins:"), self))
        column.addWidget(self.preview, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.write = button(self.tr("&Export…"), self.tr("Choose the file and write it"), self)
        self.leave = button(self.tr("Cancel"), self.tr("Write nothing (Esc)"), self)
        self.write.setDefault(True)
        row.addWidget(self.write)
        row.addWidget(self.leave)
        column.addLayout(row)

    def _connect(self) -> None:
        # Planning reads the articles: a moment after the last change is soon enough.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(50)
        self._soon.timeout.connect(self.plan)
        self.format.currentIndexChanged.connect(self._choose_format)
        self.scope.currentIndexChanged.connect(self._soon.start)
        self.write.clicked.connect(self._ask_target)
        self.leave.clicked.connect(self.reject)

    # -- what is chosen --------------------------------------------------------------------------------------------

    @property
    def exporter(self) -> Exporter:
        """The chosen format."""
        return EXPORTERS[self.format.currentIndex()]

    def dataset(self) -> Dataset:
        """Return the chosen articles as a set."""
        scope = self._scopes[self.scope.currentIndex()]
        return self._library.dataset("tilik", scope.ids)

    def chosen_options(self) -> Any:
        """Return the format's options as the form has them."""
        return self.exporter.options(**{name: box.isChecked() for name, box in self.options.items()})

    def _choose_format(self) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self.options = {}
        self.users.setText(translate_message(self.exporter.users))
        for field in fields(self.exporter.options):
            box = QCheckBox(translate_message(field.metadata["label"]), self)
            box.setChecked(bool(field.default))
            box.setToolTip(plain_tooltip(translate_message(field.metadata["help"])))
            box.setAccessibleName(box.text())
            box.toggled.connect(self._soon.start)
            self.options[field.name] = box
            self._form.addRow(box)
        self.plan()

    # -- before a byte is written ----------------------------------------------------------------------------------

    def plan(self) -> None:
        """Count what the format cannot hold and show how the file would begin."""
        dataset, options = self.dataset(), self.chosen_options()
        try:
            if dataset.count > PLANNED:
                self.lost.setText(self.tr("More than {0} articles: losses are told after writing.").format(PLANNED))
            else:
                self.lost.setText(self._losses(self.exporter.plan(dataset, options)))
            self.preview.setPlainText(_beginning(self.exporter, dataset, options))
        except TilikError as error:
            self.lost.setText(translate_message(error.message))

    def _losses(self, report: LossReport) -> str:
        parts = (
            self.tr("%n article(s)", "", report.documents),
            self.tr("%n mark(s)", "", report.annotations),
            self.tr("%n link(s)", "", report.relations),
        )
        counted = ", ".join(parts) + "."
        if not report.losses:
            return counted + " " + self.tr("Nothing is lost.")
        lines = "\n".join(f"  – {translate_message(loss.message)}" for loss in report.losses)
        return counted + " " + self.tr("What will be lost:") + "\n" + lines

    # -- writing ---------------------------------------------------------------------------------------------------

    def _ask_target(self) -> None:
        exporter = self.exporter
        start = str(Path(self._folder) / f"tilik{exporter.suffix}")
        kind = f"{translate_message(exporter.name)} (*{exporter.suffix})"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), start, kind)
        if name:
            self.start(Path(name))

    def start(self, target: Path) -> None:
        """Write the set to `target` beside the window, and close."""
        work: Callable[[], Iterator[Progress]] = partial(
            export, self.exporter, self.dataset(), target, self.chosen_options()
        )
        self.exportWanted.emit(work, str(target))
        self.accept()


def _beginning(exporter: Exporter, dataset: Dataset, options: Any) -> str:
    """The first characters of the file, from its first article alone."""
    first = list(_first(dataset))
    out = io.BytesIO()
    one = Dataset(dataset.name, dataset.labels, lambda: iter(first), len(first))
    for _step in exporter.write(one, out, options):
        pass
    return out.getvalue()[: PREVIEW * 4].decode("utf-8-sig", "ignore")[:PREVIEW]


def _first(dataset: Dataset) -> Iterator[Any]:
    for document in dataset.documents():
        yield document
        return


def show_in_folder(target: Path) -> None:
    """Open the folder that holds `target` in the file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent)))
