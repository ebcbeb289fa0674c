"""The drawer after a capture: marks by what became of them, with both wordings, and what can be done by a key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from reader.anchoring import Outcome
from reader.model.annotations import Annotation
from reader.revisions.carry_marks import needs_review, outcome_of
from reader.revisions.compare import Run, runs
from ui.dialogs.parts import button, words
from ui.language.messages import translate_stored
from ui.look.plain_tooltip import plain_tooltip
from ui.revisions.drawer import Drawer

ORDER = (Outcome.CHANGED, Outcome.REMOVED, Outcome.MOVED)


class _Marks(QListWidget):
    """`wanted` carries what its keys ask for: confirm, attach, leave or open."""

    wanted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        asked = {Qt.Key.Key_C: "confirm", Qt.Key.Key_A: "attach", Qt.Key.Key_O: "leave", Qt.Key.Key_Return: "open"}
        if key in asked and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.wanted.emit(asked[key])
        else:
            super().keyPressEvent(event)


class OutcomeDrawer(Drawer):
    """Each signal carries the id of the chosen mark; `closed` comes when the drawer goes away."""

    confirmWanted = Signal(str)
    attachWanted = Signal(str)
    leaveWanted = Signal(str)
    openWanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawer")
        self._marks: dict[str, Annotation] = {}
        self.title = words("", self)
        self.list = _Marks(self)
        self.before, self.after = self._side(self.tr("Old wording")), self._side(self.tr("New wording"))
        self.why = words("", self)
        self.confirm = button(self.tr("Confirm (C)"), self.tr("The mark is right where it stands (C)"), self)
        self.attach = button(
            self.tr("Attach to selection (A)"), self.tr("Put the mark on the words selected in the text (A)"), self
        )
        self.leave = button(
            self.tr("Leave on the old text (O)"), self.tr("The mark stays on the words it was made on (O)"), self
        )
        self.open = button(self.tr("Show (Enter)"), self.tr("Show the mark in the text it stands on (Enter)"), self)
        self.shut = button(self.tr("Close"), self.tr("Close the drawer (Esc)"), self)
        self._name()
        self._lay_out()
        self._connect()
        self.hide()

    def _name(self) -> None:
        self.list.setAccessibleName(self.tr("Marks by outcome"))
        self.list.setToolTip(self.tr("Marks by outcome (C confirms, A attaches, O leaves, Enter shows)"))
        self.list.setMinimumWidth(200)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(210)
        self.setMaximumHeight(340)

    def _side(self, name: str) -> QPlainTextEdit:
        made = QPlainTextEdit(self)
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        made.setAccessibleName(name)
        made.setToolTip(plain_tooltip(name))
        return made

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.addWidget(self.before)
        sides.addWidget(self.after)
        acts = QHBoxLayout()
        for act in (self.confirm, self.attach, self.leave, self.open):
            acts.addWidget(act)
        acts.addStretch(1)
        right = QVBoxLayout()
        right.addLayout(sides, 1)
        right.addWidget(self.why)
        body = QHBoxLayout()
        body.addWidget(self.list, 2)
        body.addLayout(right, 3)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 8, 8)
        column.addLayout(head)
        column.addLayout(body, 1)
        column.addLayout(acts)

    def _connect(self) -> None:
        signals = {
            "confirm": self.confirmWanted, "attach": self.attachWanted, "leave": self.leaveWanted,
            "open": self.openWanted,
        }  # fmt: skip
        self.list.wanted.connect(lambda asked: self._ask(signals[asked]))
        self.list.itemDoubleClicked.connect(lambda: self._ask(self.openWanted))
        self.list.currentItemChanged.connect(self._choose)
        self.confirm.clicked.connect(lambda: self._ask(self.confirmWanted))
        self.attach.clicked.connect(lambda: self._ask(self.attachWanted))
        self.leave.clicked.connect(lambda: self._ask(self.leaveWanted))
        self.open.clicked.connect(lambda: self._ask(self.openWanted))
        self.shut.clicked.connect(self.close_drawer)

    # -- what it shows ---------------------------------------------------------------------------------------------

    def show_marks(self, marks: Sequence[Annotation]) -> None:
        """List `marks`: those that ask first, then by outcome; placed ones are only counted."""
        row = self.list.currentRow()
        counts = Counter(found for mark in marks if (found := outcome_of(mark)) is not None)
        listed = [mark for mark in marks if outcome_of(mark) in ORDER or needs_review(mark)]
        listed.sort(key=lambda mark: (not needs_review(mark), _rank(mark), mark.anchor.start))
        self._marks = {mark.id: mark for mark in listed}
        with QSignalBlocker(self.list):
            self.list.clear()
            for mark in listed:
                self._add(mark)
        names = [f"{self.name(one)}: {counts[one]}" for one in (*ORDER, Outcome.PLACED)]
        self.title.setText(" · ".join(names))
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._choose()

    def name(self, outcome: Outcome | None) -> str:
        """Return an outcome in the reader's language."""
        return {
            Outcome.CHANGED: self.tr("Changed"), Outcome.REMOVED: self.tr("Removed"), Outcome.MOVED: self.tr("Moved"),
        }.get(outcome or Outcome.PLACED, self.tr("In place"))  # fmt: skip

    def _add(self, mark: Annotation) -> None:
        sign = "⚠ " if needs_review(mark) else ""
        item = QListWidgetItem(f"{sign}{self.name(outcome_of(mark))}: {' '.join(_old(mark).split())[:200]}", self.list)
        item.setData(Qt.ItemDataRole.UserRole, mark.id)

    def _mark(self) -> Annotation | None:
        item = self.list.currentItem() if self.list.count() else None
        return self._marks.get(item.data(Qt.ItemDataRole.UserRole)) if item is not None else None

    def _choose(self) -> None:
        mark = self._mark()
        gone = mark is None or outcome_of(mark) is Outcome.REMOVED
        old, new = ("", "") if mark is None else (_old(mark), "" if gone else mark.anchor.quote)
        before, after = runs(old, new) if old and new else ([Run(old, False)], [Run(new, False)])
        _fill(self.before, before, struck=True)
        _fill(self.after, after, struck=False)
        self.after.setPlaceholderText(self.tr("Not found in the new text") if mark is not None else "")
        why = mark.origin.why if mark is not None and mark.origin is not None else ""
        self.why.setText(translate_stored(why) if why else "")
        self.confirm.setEnabled(mark is not None and not gone)
        self.leave.setEnabled(mark is not None and (not gone or needs_review(mark)))
        for act in (self.attach, self.open):
            act.setEnabled(mark is not None)

    def _ask(self, signal: object) -> None:
        mark, emit = self._mark(), getattr(signal, "emit", None)
        if mark is not None and emit is not None:
            emit(mark.id)


def _rank(mark: Annotation) -> int:
    found = outcome_of(mark)
    return ORDER.index(found) if found in ORDER else len(ORDER)


def _old(mark: Annotation) -> str:
    return (mark.origin.quote if mark.origin is not None else "") or mark.anchor.quote


def _fill(side: QPlainTextEdit, pieces: Sequence[Run], *, struck: bool) -> None:
    """Words that only this wording has are struck out or underlined, and bold: never told by colour alone."""
    side.clear()
    differs, plain = QTextCharFormat(), QTextCharFormat()
    differs.setFontStrikeOut(struck)
    differs.setFontUnderline(not struck)
    differs.setFontWeight(700)
    cursor = side.textCursor()
    for piece in pieces:
        cursor.insertText(piece.text, differs if piece.differs else plain)
