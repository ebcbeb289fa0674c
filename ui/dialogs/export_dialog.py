"""Export: which articles and marks, which format, what it cannot hold, how it begins; then write it, whole or not at
all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.errors import TilikError
from reader.exchange.exporters import EXPORTERS, GROUPS, Exporter, LossReport, Release, export, exporter
from reader.exchange.exporters.preview import Beginning, beginning, drawn, is_drawn
from reader.exchange.selection import selected
from reader.messages import Message
from reader.model.dataset import Dataset
from reader.progress import Progress
from reader.store import Library
from reader.targets import safe_file_name
from ui.dialogs.export_preview import ExportPreview
from ui.dialogs.marks_choice import MarksChoice
from ui.dialogs.option_form import OptionForm
from ui.dialogs.parts import FRAME, add_row, button, words
from ui.language.messages import translate_message, translate_stored
from ui.look.plain_tooltip import plain_tooltip

BESIDE = 32  # pixels beside and between two columns
PREVIEW = 240  # pixels of height below the form
PLANNED = 200  # articles that are counted at once for the report; more are counted when writing starts


@dataclass(frozen=True)
class Scope:
    """Articles that may be exported: what to call them, their ids (None: the whole library), and after what the file is
    named."""

    name: str
    ids: list[str] | None
    story: str = ""


Options = Mapping[str, Mapping[str, Any]]


class ExportDialog(QDialog):
    """`exportWanted` carries the work (a callable that makes the generator of progress) and the target file.
    `previewWanted` carries the work that draws a page, and who takes the result: a `Beginning`, or why there is none.

    `format` and `options` (by format) are those of the last time; what lets a protected source out never is.
    """

    exportWanted = Signal(object, str)
    previewWanted = Signal(object, object)

    def __init__(
        self,
        library: Library,
        scopes: list[Scope],
        folder: str,
        parent: QWidget | None = None,
        *,
        format: str = "",
        options: Options | None = None,
        language: str = "en",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.resize(1080, 680)
        self._remembered, self._language = dict(options or {}), language
        self._library, self._scopes, self._folder = library, scopes, folder or str(Path.home())
        self.scope, self.format = QComboBox(self), QComboBox(self)
        for scope in scopes:
            self.scope.addItem(scope.name)
        offer_formats(self.format)
        self.users = words("", self)
        self.lost = words("", self)
        self.format.setCurrentIndex(max(self.format.findData(EXPORTERS[0].id), self.format.findData(format)))
        self.form = OptionForm(self)
        with library.dataset("tilik").still() as whole:
            people = whole.facts.people() if whole.facts is not None else ()
        self.marks = MarksChoice(library.labels(), people, self)
        self.protected = QCheckBox(self.tr("Write who protected sources are, into this one file"), self)
        self.desk_values = QCheckBox(self.tr("Write what only the desk may know, into this one file"), self)
        self.preview, self.caption, self._wanted = ExportPreview(self), words("", self), 0
        self._lay_out()
        self._connect()
        self._choose_format()
        if is_drawn(self.exporter):  # again when somebody can take the work
            self._soon.start()

    # -- made once -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        top = QFormLayout()
        for text, field in ((self.tr("Articles"), self.scope), (self.tr("Format"), self.format)):
            field.setAccessibleName(text)
            field.setToolTip(plain_tooltip(text))
            add_row(top, text, field)
        add_row(top, self.tr("Marks"), self.marks)
        for box, help in (
            (self.protected, self.tr("Else they are “Source 1”, with the rule that protects them.")),
            (self.desk_values, self.tr("Notes and addresses of sources, ground rules, reliability, credibility.")),
        ):
            box.setAccessibleName(box.text())
            box.setToolTip(plain_tooltip(help))
            box.toggled.connect(lambda _on: self._soon.start())
        self.preview.name(self.tr("How the file begins"))
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addLayout(top)
        for part in (self.users, self.form, self.protected, self.desk_values, self._scrolled(self.lost)):
            left.addWidget(part)
        self.unencrypted = words(
            self.tr("This library is encrypted; the file will not be. Whoever has it can read it."), self
        )
        self.unencrypted.setVisible(self._library.encrypted)
        left.addWidget(self.unencrypted)
        right.addWidget(self.caption)
        right.addWidget(self.preview, 1)
        sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        room = self.screen().availableSize().width() - FRAME.width() - BESIDE
        if 2 * left.minimumSize().width() > room:
            sides.setDirection(QBoxLayout.Direction.TopToBottom)  # small screens, large words
            self.preview.setMinimumHeight(PREVIEW)
        column = QVBoxLayout(self)
        column.addLayout(sides, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.write = button(self.tr("&Export…"), self.tr("Choose the file and write it"), self)
        self.leave = button(self.tr("Cancel"), self.tr("Write nothing (Esc)"), self)
        self.write.setDefault(True)
        row.addWidget(self.write)
        row.addWidget(self.leave)
        column.addLayout(row)

    def _scrolled(self, label: QLabel) -> QScrollArea:
        """A label that may be long, in a room of its own."""
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(label)
        area.setAccessibleName(self.tr("What will be written and what will be lost"))
        area.setToolTip(plain_tooltip(area.accessibleName()))
        return area

    def _connect(self) -> None:
        # Planning reads the articles: a moment after the last change is soon enough.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(50)
        self._soon.timeout.connect(self.plan)
        self.format.currentIndexChanged.connect(self._choose_format)
        self.scope.currentIndexChanged.connect(self._soon.start)
        self.marks.changed.connect(self._soon.start)
        self.form.changed.connect(self._soon.start)
        self.write.clicked.connect(self._ask_target)
        self.leave.clicked.connect(self.reject)

    # -- what is chosen --------------------------------------------------------------------------------------------

    @property
    def exporter(self) -> Exporter:
        """The chosen format."""
        return exporter(str(self.format.currentData()))

    def dataset(self, name: str = "") -> Dataset:
        """Return the chosen marks of the chosen articles as a set, called after its file, its story or the library."""
        scope = self._scopes[self.scope.currentIndex()]
        name = name or scope.story or self._library.path.stem
        return selected(self._library.dataset(name, scope.ids), self.marks.selection())

    def chosen_options(self) -> Any:
        """Return the format's options as the form has them."""
        return self.exporter.options(**self.form.values())

    def release(self) -> Release:
        """Return what else may leave the desk with this one file."""
        return Release(self.protected.isChecked(), self.desk_values.isChecked())

    def remembered(self) -> dict[str, Any]:
        """Return the options of each format, to be shown the next time."""
        return {**self._remembered, self.exporter.id: self.form.values()}

    def _choose_format(self) -> None:
        self.users.setText(translate_message(self.exporter.users))
        remembered = {"language": self._language, **self._remembered.get(self.exporter.id, {})}
        self.form.show_options(self.exporter.options, remembered)
        self.plan()

    # -- before a byte is written ----------------------------------------------------------------------------------

    def plan(self) -> None:
        """Count what the format cannot hold and show how the file would begin."""
        dataset, options = self.dataset(), self.chosen_options()
        try:
            if dataset.count > PLANNED:
                self.lost.setText(self.tr("More than {0} articles: losses are told after writing.").format(PLANNED))
            else:
                self.lost.setText(self._losses(self.exporter.plan(dataset, options, self.release())))
            self._preview(dataset, options)
        except TilikError as error:
            self.lost.setText(translate_message(error.message))

    def _preview(self, dataset: Dataset, options: Any) -> None:
        """Show the first page; one that must be drawn is made beside the window, and comes when it is ready."""
        self._wanted += 1
        self.caption.setText(self.tr("How the file begins:"))
        if not is_drawn(self.exporter):
            made = beginning(self.exporter, dataset, options, self.release())
            if made.is_package:
                self.caption.setText(self.tr("What is in the package:"))
            self.preview.show_beginning(made)
            return
        self.preview.show_text(self.tr("The first page is being drawn …"))
        work = partial(drawn, self.exporter, dataset, options, self.release())
        self.previewWanted.emit(work, partial(self._drawn, self._wanted))

    def _drawn(self, wanted: int, answer: Beginning | Message) -> None:
        """Show what was asked for, if nothing else was chosen meanwhile."""
        if wanted != self._wanted:
            return
        if isinstance(answer, Message):
            self.preview.show_text(translate_message(answer))
            return
        exact = self.tr("The first page, made from the first article:")
        about = self.tr("About how the first page will look, made from the first article:")
        self.caption.setText(exact if answer.is_exact else about)
        self.preview.show_beginning(answer)

    def _losses(self, report: LossReport) -> str:
        parts = (
            self.tr("%n article(s)", "", report.documents),
            self.tr("%n mark(s)", "", report.annotations),
            self.tr("%n link(s)", "", report.relations),
        )
        counted = ", ".join(parts) + "."
        if report.losses:
            lines = "\n".join(f"  – {translate_message(loss.message)}" for loss in report.losses)
            counted += " " + self.tr("What will be lost:") + "\n" + lines
        else:
            counted += " " + self.tr("Nothing is lost.")
        return "\n".join((counted, *self._cuts(report)))

    def _cuts(self, report: LossReport) -> list[str]:
        """Texts that lacked something before, whatever the format holds."""
        if not report.cuts:
            return []
        told = (f"  – {one.title}: {' '.join(map(translate_stored, one.notices))}" for one in report.cut)
        return [self.tr("%n text(s) of which a part is missing since they were added:", "", report.cuts), *told]

    # -- writing ---------------------------------------------------------------------------------------------------

    def _ask_target(self) -> None:
        exporter = self.exporter
        story = self._scopes[self.scope.currentIndex()].story.replace("/", "-").replace("\\", "-")
        start = str(Path(self._folder) / f"{safe_file_name(story, 'tilik')}{exporter.suffix}")
        kind = f"{translate_message(exporter.name)} (*{exporter.suffix})"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), start, kind)
        if name:
            self.start(Path(name))

    def start(self, target: Path) -> None:
        """Write the set to `target` beside the window, and close."""
        work: Callable[[], Iterator[Progress]] = partial(
            export, self.exporter, self.dataset(target.stem), target, self.chosen_options(), release=self.release()
        )
        self.exportWanted.emit(work, str(target))
        self.accept()


def offer_formats(field: QComboBox) -> None:
    """Put the formats into `field`, under headings of whom they are for, which cannot be chosen."""
    offered, bold = QStandardItemModel(field), field.font()
    bold.setBold(True)
    for heading, forms in GROUPS:
        item = QStandardItem(translate_message(heading))
        item.setEnabled(False)
        item.setFont(bold)
        offered.appendRow(item)
        for form in forms:
            item = QStandardItem(translate_message(form.name))
            item.setData(form.id, Qt.ItemDataRole.UserRole)
            offered.appendRow(item)
    field.setModel(offered)


def show_in_folder(target: Path) -> None:
    """Open the folder that holds `target` in the file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent)))
