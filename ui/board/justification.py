"""The justification of a verdict: sentences, each with the marks and the evidence that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.board.values import Row
from reader.model.annotations import Annotation
from reader.model.claims import Sentence
from ui.board.fields import PAUSE, Paragraph, fit
from ui.dialogs.parts import button, words
from ui.language.plain_words import field_name, plain
from ui.look.plain_tooltip import plain_tooltip
from ui.look.written import given_back, written

_ID = Qt.ItemDataRole.UserRole


class Justification(QWidget):
    """`changed` carries the field `justification` with its new value, `placeWanted` a mark that is cited."""

    changed = Signal(object)
    left = Signal()  # what was typed until now belongs together
    placeWanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: tuple[Sentence, ...] = ()
        self._marks: dict[str, Annotation] = {}
        self._cited: Mapping[str, Annotation] = {}
        self._draft = ""  # the last sentence, as it was stored while it was typed
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.list = QListWidget(self)
        self.words = Paragraph(2, self)
        self.new = QLineEdit(self)
        self.cites = QListWidget(self)
        self.up = button(self.tr("Earlier"), self.tr("Move the sentence up"), self)
        self.down = button(self.tr("Later"), self.tr("Move the sentence down"), self)
        self.remove = button(self.tr("Remove"), self.tr("Take the sentence out"), self)
        self._rests = words(self.tr("This sentence rests on:"), self)
        self._name()
        self._lay_out()
        self._connect()

    # -- made once -------------------------------------------------------------------------------------------------

    def _name(self) -> None:
        for part, name in (
            (self.list, field_name("justification")), (self.words, self.tr("The chosen sentence")),
            (self.new, self.tr("A further sentence")), (self.cites, self.tr("What the sentence rests on")),
        ):  # fmt: skip
            part.setAccessibleName(name)
            part.setToolTip(plain_tooltip(name))
        self.new.setPlaceholderText(self.tr("Write a further sentence and press Enter"))
        self.cites.setToolTip(self.tr("What the sentence rests on (Space ticks, Enter opens the place)"))
        for one in (self.list, self.cites):
            one.setWordWrap(True)

    def _lay_out(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words(field_name("justification"), self))
        for part in (self.list, self.words, self._rests, self.cites):
            column.addWidget(part)
        for one in (self.up, self.down, self.remove):
            row.addWidget(one)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.new)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._choose())
        self.words.left.connect(self.save)
        self.words.textChanged.connect(self._follow)
        self.new.textEdited.connect(lambda _text: self._follow())
        self.new.returnPressed.connect(self._add)
        self._pause.timeout.connect(self._take_typed)
        self.cites.itemChanged.connect(lambda _item: self._cite())
        self.cites.itemActivated.connect(self._open)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)

    # -- what it shows ---------------------------------------------------------------------------------------------

    def know(self, marks: Mapping[str, Annotation]) -> None:
        """The marks that sentences rest on, beside those of the claim that is shown."""
        self._cited = marks

    def show_row(self, row: Row, *, fresh: bool) -> None:
        """The sentences of the claim's review, and all that they may cite."""
        kept = None if fresh else self._sentence()
        at = max(0, self.list.currentRow())
        self._sentences = row.review.justification if row.review is not None else ()
        if fresh:
            self.new.clear()
            self._draft = ""
        if kept is None or kept in self._sentences:  # the same sentence, wherever it is now
            at = self._sentences.index(kept) if kept is not None else 0
        with QSignalBlocker(self.list):
            self.list.clear()
            for number, sentence in enumerate(self._sentences, 1):
                self.list.addItem(f"{number}. {sentence.text}  [{len(sentence.cites)}]")
            self.list.setCurrentRow(min(at, len(self._sentences) - 1))
        fit(self.list, 110)
        self._offer(row)
        fit(self.cites, 140)
        self._choose()

    def _offer(self, row: Row) -> None:
        cited = [id for sentence in self._sentences for id in sentence.cites]
        self._marks = {m.id: m for m in row.mentions} | {id: self._cited[id] for id in cited if id in self._cited}
        kept = {m.id: f"“{' '.join(m.anchor.quote.split())[:120]}”" for m in row.mentions}
        kept |= {
            e.id: f"{plain('bearing', e.bearing)}: {(e.title or e.excerpt or e.target)[:120]}" for e in row.evidence
        }
        for id in cited:
            mark = self._marks.get(id)
            kept.setdefault(id, f"“{mark.anchor.quote[:120]}”" if mark is not None else self.tr("(no longer there)"))
        item = self.cites.currentItem() if self.cites.count() else None
        current = item.data(_ID) if item is not None else None
        with QSignalBlocker(self.cites):
            self.cites.clear()
            for id, text in kept.items():
                item = QListWidgetItem(text, self.cites)
                item.setData(_ID, id)
                item.setCheckState(Qt.CheckState.Unchecked)
                if id == current:
                    self.cites.setCurrentItem(item)

    def _choose(self) -> None:
        sentence = self._sentence()
        for part in (self.list, self.words, self._rests, self.cites, self.up, self.down, self.remove):
            part.setVisible(sentence is not None)
        if sentence is None:
            return
        if written(self.words) != given_back(sentence.text) and not self.words.hasFocus():
            self.words.setPlainText(sentence.text)
        self.up.setEnabled(self.list.currentRow() > 0)
        self.down.setEnabled(self.list.currentRow() < len(self._sentences) - 1)
        with QSignalBlocker(self.cites):
            for number in range(self.cites.count()):
                item = self.cites.item(number)
                on = item.data(_ID) in sentence.cites
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _sentence(self) -> Sentence | None:
        at = self.list.currentRow()
        return self._sentences[at] if 0 <= at < len(self._sentences) else None

    # -- what it does ----------------------------------------------------------------------------------------------

    def _put(self, sentence: Sentence | None, at: int) -> None:
        """Put the sentence in that place, or take the one there out."""
        after = list(self._sentences)
        after[at : at + 1] = [sentence] if sentence is not None else []
        self._tell(after)

    def _tell(self, after: list[Sentence]) -> None:
        if tuple(after) != self._sentences:
            self._sentences = tuple(after)
            self.changed.emit({"justification": tuple(after)})

    def _follow(self) -> None:
        """A letter came or went. The first one starts the clock; it is not put back by the next."""
        if not self._pause.isActive() and (self.words.hasFocus() or self.new.hasFocus()):
            self._pause.start()

    def _take_typed(self) -> None:
        self._reword()
        self._keep_draft()

    def _keep_draft(self) -> None:
        """The further sentence as far as it is typed: the last one, until Enter ends it."""
        text = self.new.text().strip()
        if text == self._draft:
            return
        rest = [*self._sentences]
        cites: tuple[str, ...] = ()
        if self._draft and rest and rest[-1].text == self._draft:
            cites = rest.pop().cites
        self._draft = text
        self._tell([*rest, Sentence(text, cites)] if text else rest)

    def _add(self) -> None:
        self._keep_draft()
        self._draft = ""
        self.new.clear()
        self.left.emit()

    def _reword(self) -> None:
        sentence, text = self._sentence(), written(self.words).strip()
        if sentence is not None and text and text != given_back(sentence.text).strip():
            self._put(replace(sentence, text=text), self.list.currentRow())

    def save(self) -> None:
        """Take what is typed and was not left yet."""
        self._take_typed()
        self.left.emit()

    def _cite(self) -> None:
        sentence = self._sentence()
        if sentence is None:
            return
        items = [self.cites.item(number) for number in range(self.cites.count())]
        ticked = tuple(str(i.data(_ID)) for i in items if i.checkState() == Qt.CheckState.Checked)
        self._put(replace(sentence, cites=ticked), self.list.currentRow())

    def _move(self, step: int) -> None:
        at, after = self.list.currentRow(), list(self._sentences)
        if self._sentence() is not None and 0 <= at + step < len(after):
            after[at], after[at + step] = after[at + step], after[at]
            with QSignalBlocker(self.list):
                self.list.setCurrentRow(at + step)
            self._tell(after)

    def _remove(self) -> None:
        if self._sentence() is not None:
            self._put(None, self.list.currentRow())

    def _open(self, item: QListWidgetItem) -> None:
        mark = self._marks.get(str(item.data(_ID)))
        if mark is not None:
            self.placeWanted.emit(mark)
