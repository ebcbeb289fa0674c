"""What bears on a claim: addresses, files that are kept in the library, and words of articles."""

from __future__ import annotations

from collections.abc import Callable
from mimetypes import guess_type
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.board.values import Row
from reader.model.claims import Evidence
from reader.model.pages import Original
from reader.model.vocabulary import EVIDENCE
from reader.system import write_whole
from reader.system_reasons import reason_of
from reader.targets import safe_file_name
from ui.board.acts import Acts
from ui.board.fields import Fields, Spec, ValueBox, fit
from ui.dialogs.parts import button
from ui.language.messages import translate_message
from ui.language.plain_words import field_name, plain
from ui.look.plain_tooltip import plain_tooltip
from ui.session import Session

_ITEM = Qt.ItemDataRole.UserRole
SIGNS = {"supports": "+", "refutes": "−", "context": "○"}


class EvidenceBox(QWidget):
    """`placeWanted` carries the mark whose words are evidence, `addressWanted` an address."""

    placeWanted = Signal(object)
    addressWanted = Signal(str)

    def __init__(
        self, session: Session, acts: Acts, chosen_mark: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._acts, self._chosen_mark = session, acts, chosen_mark
        self._row: Row | None = None
        self._shown: Evidence | None = None
        self.bearing = ValueBox("bearing", EVIDENCE["bearing"], self)
        self.bearing.removeItem(0)
        self.grade = ValueBox("grade", EVIDENCE["grade"], self)
        self.address = QLineEdit(self)
        self.list = QListWidget(self)
        self.fields = Fields((
            Spec("bearing", EVIDENCE["bearing"]), Spec("grade", EVIDENCE["grade"]), Spec("title"),
            Spec("excerpt", lines=2), Spec("retrieved", hint="2026-05-31"), Spec("note"),
        ), self)  # fmt: skip
        self._make_buttons()
        self._name()
        self._lay_out()
        self._connect()

    # -- made once -------------------------------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self.attach = button(self.tr("Attach"), self.tr("Attach this address (Enter); nothing is fetched"), self)
        self.file = button(self.tr("File…"), self.tr("Attach a file; its bytes are kept in the library"), self)
        self.mark = button(
            self.tr("Chosen mark"), self.tr("Attach the words of the mark that is chosen in the article"), self
        )
        self.open_ = button(self.tr("Open"), self.tr("Open the chosen evidence (Enter)"), self)
        self.remove = button(self.tr("Remove"), self.tr("Detach the chosen evidence"), self)

    def _name(self) -> None:
        for box, name in ((self.bearing, "bearing"), (self.grade, "grade")):
            box.setAccessibleName(field_name(name))
            box.setToolTip(plain_tooltip(self.tr("{0} of what is attached next").format(field_name(name))))
        self.address.setPlaceholderText(self.tr("https://… an address that bears on it"))
        self.address.setAccessibleName(self.tr("Address of evidence"))
        self.address.setToolTip(self.tr("Type or paste an address and press Enter; nothing is fetched"))
        self.list.setAccessibleName(self.tr("Evidence"))
        self.list.setToolTip(self.tr("What bears on the claim (Enter opens it)"))
        self.list.setWordWrap(True)

    def _lay_out(self) -> None:
        column, choice, ways, own = QVBoxLayout(self), QGridLayout(), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        choice.addWidget(self.bearing, 0, 0)
        choice.addWidget(self.grade, 0, 1)
        choice.addWidget(self.address, 1, 0, 1, 2)
        for one in (self.attach, self.file, self.mark):
            ways.addWidget(one)
        ways.addStretch(1)
        for one in (self.open_, self.remove):
            own.addWidget(one)
        own.addStretch(1)
        column.addLayout(choice)
        column.addLayout(ways)
        column.addWidget(self.list)
        column.addLayout(own)
        column.addWidget(self.fields)

    def _connect(self) -> None:
        self.address.returnPressed.connect(self._attach_address)
        self.attach.clicked.connect(self._attach_address)
        self.file.clicked.connect(self._attach_file)
        self.mark.clicked.connect(self._attach_mark)
        self.open_.clicked.connect(self._open)
        self.remove.clicked.connect(self._remove)
        self.list.itemActivated.connect(lambda _item: self._open())
        self.list.currentRowChanged.connect(lambda _row: self._choose())
        self.fields.changed.connect(self._change)
        self.fields.left.connect(self._acts.end_typing)

    # -- what it shows ---------------------------------------------------------------------------------------------

    def show_row(self, row: Row, *, fresh: bool) -> None:
        """The evidence of that claim."""
        self._row = row
        kept = "" if fresh or self._shown is None else self._shown.id
        if fresh:
            self.address.clear()
        self.list.blockSignals(True)
        self.list.clear()
        for one in row.evidence:
            item = QListWidgetItem(self._said(one), self.list)
            item.setData(_ITEM, one)
        self.list.setCurrentRow(
            next((n for n, e in enumerate(row.evidence) if e.id == kept), 0 if row.evidence else -1)
        )
        self.list.blockSignals(False)
        fit(self.list, 150)
        self._choose()

    def _said(self, one: Evidence) -> str:
        words = one.title or (" ".join(one.excerpt.split()) if one.form == "span" else one.target)
        parts = [plain("bearing", one.bearing), plain("form", one.form), plain("grade", one.grade)]
        return f"{SIGNS.get(one.bearing, '')} {' · '.join(p for p in parts if p)}\n{words[:200]}"

    def chosen(self) -> Evidence | None:
        """Return what is chosen in the list."""
        found = (
            self._row.evidence[self.list.currentRow()]
            if self._row is not None and self.list.currentRow() >= 0
            else None
        )
        return found

    def _choose(self) -> None:
        found = self.chosen()
        fresh = found is None or self._shown is None or found.id != self._shown.id
        if fresh:
            self.save()
        self._shown = found
        has = bool(self.list.count())
        for part in (self.list, self.open_, self.remove, self.fields):
            part.setVisible(has)
        if found is not None:
            self.fields.show_values({n: str(getattr(found, n)) for n in self.fields.widgets}, fresh=fresh)

    def save(self) -> None:
        """Take what is typed and was not left yet."""
        if self._shown is not None:
            self.fields.save()

    # -- what it does ----------------------------------------------------------------------------------------------

    def _change(self, fields: object) -> None:
        if self._shown is not None and isinstance(fields, dict):
            self._acts.change_evidence(self._shown, fields)

    def _attach_address(self) -> None:
        typed = self.address.text().strip()
        if (
            typed
            and self._row is not None
            and self._acts.add_evidence(self._row, self.bearing.value, typed, self.grade.value)
        ):
            self.address.clear()

    def _attach_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Attach a file"))
        if name and self._row is not None:
            self.attach_file(Path(name))

    def attach_file(self, file: Path) -> bool:
        """Keep the file's bytes in the library, as evidence."""
        try:
            data = file.read_bytes()
        except OSError as error:
            self._acts.failed.emit(
                self.tr("{0} could not be read: {1}").format(file.name, translate_message(reason_of(error)))
            )
            return False
        original = Original.of(data, guess_type(file.name)[0] or "application/octet-stream", file.name)
        return self._row is not None and self._acts.add_evidence(
            self._row, self.bearing.value, original, self.grade.value
        )

    def _attach_mark(self) -> None:
        id = self._chosen_mark()
        marks = self._session.library.annotations_by_id([id]) if id else []
        if not marks:
            self._acts.failed.emit(self.tr("Choose a mark in the article first."))
        elif self._row is not None:
            self._acts.add_evidence(self._row, self.bearing.value, marks[0], self.grade.value)

    def _remove(self) -> None:
        if (found := self.chosen()) is not None:
            self._acts.take_evidence(found)

    def _open(self) -> None:
        found = self.chosen()
        if found is None:
            return
        if found.form == "address":
            self.addressWanted.emit(found.target)
        elif found.form == "file":
            self._save_copy(found)
        elif marks := self._session.library.annotations_by_id([found.target]):
            self.placeWanted.emit(marks[0])
        else:
            self._acts.failed.emit(self.tr("The mark is no longer there; the excerpt holds its words."))

    def _save_copy(self, found: Evidence) -> None:
        """A kept file is not opened by itself: a copy goes where the reader wants it."""
        original = self._session.library.original(found.target)
        start = safe_file_name(original.name, "file")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy of the file"), start)
        if name:
            try:
                write_whole(Path(name), original.data)
            except OSError as error:
                self._acts.failed.emit(
                    self.tr("{0} could not be written: {1}").format(name, translate_message(reason_of(error)))
                )
