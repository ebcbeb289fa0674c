"""Two captures side by side: what differs is struck out or underlined, the marks it touches are listed first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reader.anchoring import Outcome
from reader.messages import Message
from reader.model.captures import Text
from reader.model.spans import Span
from reader.revisions.compare import Compared, Touched, compare
from reader.system import write_whole
from reader.system_reasons import reason_of
from reader.text.offsets import Offsets
from ui.dialogs.parts import button, words
from ui.jobs import Jobs
from ui.language.captures import text_names
from ui.language.i18n import label_name
from ui.language.messages import translate_message
from ui.look.keys import native
from ui.look.plain_tooltip import plain_tooltip
from ui.look.scale import px
from ui.session import Session

_TOUCHED = 130  # most pixels of the list of marks


class CompareWindow(QWidget):
    """`compared` comes when the two captures are shown, `failed` with a sentence."""

    compared = Signal()
    failed = Signal(object)

    def __init__(
        self, session: Session, jobs: Jobs, article_id: str, revisions: Sequence[Text], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Compare captures – Tilik"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.resize(1180, 740)
        self._session, self._jobs, self._article_id = session, jobs, article_id
        self.found: Compared | None = None
        self._moving = False
        self._anchors: tuple[list[int], list[int]] = ([0], [0])
        self.at = -1
        self.old, self.new = self._picker(revisions, self.tr("Earlier")), self._picker(revisions, self.tr("Later"))
        self.old.setCurrentIndex(len(revisions) - 2)
        self.new.setCurrentIndex(len(revisions) - 1)
        self.summary = words(self.tr("Comparing…"), self)
        self.touched = QListWidget(self)
        self.before, self.after = self._page(self.tr("Earlier capture")), self._page(self.tr("Later capture"))
        self.previous = button(
            self.tr("Previous change"), self.tr("Previous change ({0})").format(native("Shift+F7")), self
        )
        self.next = button(self.tr("Next change"), self.tr("Next change (F7)"), self)
        self.export = button(self.tr("Export report…"), self.tr("Save the report ({0})").format(native("Ctrl+E")), self)
        self._lay_out()
        self._connect()
        self._begin()

    def _picker(self, revisions: Sequence[Text], name: str) -> QComboBox:
        made = QComboBox(self)
        for one, told in zip(revisions, text_names(revisions), strict=True):
            made.addItem(told, one.id)
        made.setAccessibleName(name)
        made.setToolTip(plain_tooltip(name))
        return made

    def _page(self, name: str) -> QPlainTextEdit:
        made = QPlainTextEdit(self)
        made.setStyleSheet(f'font-family: "Literata"; font-size: {px(15)}px')
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        made.setAccessibleName(name)
        made.setToolTip(plain_tooltip(name))
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        parts: tuple[QWidget, ...] = (self.old, self.new, self.summary, self.previous, self.next, self.export)
        for part in parts:
            head.addWidget(part, int(part is self.summary))
        self.touched.setAccessibleName(self.tr("Marks whose words differ"))
        self.touched.setToolTip(self.tr("Marks whose words differ (Enter goes there)"))
        self.touched.setWordWrap(True)
        self.touched.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sides = QSplitter(Qt.Orientation.Horizontal, self)
        sides.addWidget(self.before)
        sides.addWidget(self.after)
        self._whole = QSplitter(Qt.Orientation.Vertical, self)
        self._whole.addWidget(self.touched)
        self._whole.addWidget(sides)
        self._whole.setStretchFactor(1, 1)
        self._whole.setSizes([_TOUCHED, 600])
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self._whole, 1)

    def _connect(self) -> None:
        self.old.activated.connect(self._begin)
        self.new.activated.connect(self._begin)
        self.touched.itemActivated.connect(self._go_chosen)
        self.touched.itemClicked.connect(self._go_chosen)
        self.next.clicked.connect(lambda: self.step(1))
        self.previous.clicked.connect(lambda: self.step(-1))
        self.export.clicked.connect(self.ask_export)
        for key, call in (("F7", partial(self.step, 1)), ("Shift+F7", partial(self.step, -1)),
                          ("Ctrl+E", self.ask_export), ("Esc", self.close)):  # fmt: skip
            QShortcut(QKeySequence(key), self).activated.connect(call)
        self.before.verticalScrollBar().valueChanged.connect(lambda: self._follow(0))
        self.after.verticalScrollBar().valueChanged.connect(lambda: self._follow(1))

    # -- comparing -------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Compare beside the window: a long article takes a second."""
        self.summary.setText(self.tr("Comparing…"))
        old, new = str(self.old.currentData()), str(self.new.currentData())
        work = partial(compare, self._session.library, self._article_id, old, new)
        self._jobs.then(work, self._show, self._fail)

    def _fail(self, reason: Message) -> None:
        self.summary.setText("")
        self.failed.emit(reason)

    def _show(self, found: Compared) -> None:
        self.found, self.at = found, -1
        self._to_old, self._to_new = Offsets(found.old.text), Offsets(found.new.text)
        self._anchors = (
            [
                0,
                *(self._to_old.to_utf16(d.old.start) for d in found.differences),
                self._to_old.to_utf16(len(found.old.text)),
            ],
            [
                0,
                *(self._to_new.to_utf16(d.new.start) for d in found.differences),
                self._to_new.to_utf16(len(found.new.text)),
            ],
        )
        _mark(self.before, found.old.text, [d.old for d in found.differences], self._to_old, struck=True)
        _mark(self.after, found.new.text, [d.new for d in found.differences], self._to_new, struck=False)
        self.touched.clear()
        self.touched.addItems([self._line(one) for one in found.touched])
        self._fit_touched()
        places = self.tr("%n place(s) differ", "", len(found.differences))
        self.summary.setText(places + " · " + self.tr("%n mark(s) touched", "", len(found.touched)))
        self.compared.emit()

    def _fit_touched(self) -> None:
        """No more room for the marks than they take, all of it for many, and none where there are none."""
        self.touched.setVisible(self.touched.count() > 0)
        self.touched.doItemsLayout()
        rows = sum(self.touched.sizeHintForRow(n) for n in range(self.touched.count()))
        top = min(_TOUCHED, max(30, rows + 8))
        self._whole.setSizes([top, max(1, self._whole.height() - top)])

    def _line(self, one: Touched) -> str:
        name = label_name(self._session.label(one.annotation.label))
        if one.outcome is Outcome.REMOVED:
            return self.tr("{0}: “{1}” is not found in the later capture").format(name, _short(one.before))
        if not one.before:
            return self.tr("{0}: “{1}” is not found in the earlier capture").format(name, _short(one.after))
        return self.tr("{0}: “{1}” → “{2}”").format(name, _short(one.before), _short(one.after))

    # -- going about -----------------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """To the next or the previous place that differs, round the ends."""
        if self.found is not None and self.found.differences:
            start = -1 if self.at < 0 and by > 0 else max(self.at, 0)
            self.at = (start + by) % len(self.found.differences)
            place = self.found.differences[self.at]
            self._go(place.old, place.new)

    def _go_chosen(self) -> None:
        row = self.touched.currentRow()
        if self.found is not None and row >= 0:
            one = self.found.touched[row]
            self._go(one.old[0] if one.old else None, one.new[0] if one.new else None)

    def _go(self, old: Span | None, new: Span | None) -> None:
        self._moving = True
        for page, span, offsets in ((self.before, old, self._to_old), (self.after, new, self._to_new)):
            if span is not None:
                cursor = QTextCursor(page.document())
                cursor.setPosition(offsets.to_utf16(span.start))
                cursor.setPosition(offsets.to_utf16(span.end), QTextCursor.MoveMode.KeepAnchor)
                page.setTextCursor(cursor)
                page.centerCursor()
        self._moving = False

    def _follow(self, side: int) -> None:
        """Scroll the other side to the words that belong beside the first ones shown here."""
        if self._moving or self.found is None:
            return
        here, there = (self.before, self.after) if side == 0 else (self.after, self.before)
        ours, theirs = self._anchors[side], self._anchors[1 - side]
        top = here.firstVisibleBlock().position()
        at = max(min(bisect_right(ours, top) - 1, len(ours) - 1), 0)
        self._moving = True
        block = there.document().findBlock(max(theirs[at] + top - ours[at], 0))
        if block.isValid():
            there.verticalScrollBar().setValue(block.firstLineNumber())
        self._moving = False

    # -- the report ------------------------------------------------------------------------------------------------

    def ask_export(self) -> None:
        """Save the report as Markdown or HTML, by the name's ending."""
        if self.found is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export report"), "compare.md", self.tr("Markdown (*.md);;HTML (*.html)")
        )
        if name:
            self.write_report(Path(name))

    def write_report(self, path: Path) -> None:
        """Write the report of the two captures that are shown to `path`, whole or not at all."""
        from reader.revisions.compare_report import FORMATS

        assert self.found is not None
        form = FORMATS["html" if path.suffix.lower() in (".html", ".htm") else "md"]
        try:
            write_whole(path, form(self.found).encode())
        except OSError as error:
            self.failed.emit(self.tr("{0} could not be written: {1}").format(path, translate_message(reason_of(error))))
            return
        self.summary.setText(self.tr("Saved {0}").format(path.name))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 120 else line[:119] + "…"


def _mark(page: QPlainTextEdit, text: str, spans: Sequence[Span], offsets: Offsets, *, struck: bool) -> None:
    """Show `text` with `spans` struck out or underlined on a tint: never told by colour alone."""
    page.setPlainText(text)
    form = QTextCharFormat()
    form.setFontStrikeOut(struck)
    form.setFontUnderline(not struck)
    form.setFontWeight(700)
    form.setBackground(QColor(200, 60, 40, 60) if struck else QColor(40, 150, 70, 60))
    cursor = QTextCursor(page.document())
    cursor.beginEditBlock()
    for span in spans:
        if span.end > span.start:
            cursor.setPosition(offsets.to_utf16(span.start))
            cursor.setPosition(offsets.to_utf16(span.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(form)
    cursor.endEditBlock()
