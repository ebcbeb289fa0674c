"""All sources with the parties they speak for: merged when two names are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.model.claims import Source
from reader.model.erasing import Erasure
from reader.text.folding import fold_text
from ui.board.picture import Picture
from ui.dialogs.parts import button, open_within_screen, words
from ui.language.plain_words import field_name, plain
from ui.look.keys import native
from ui.look.plain_tooltip import plain_tooltip

_ITEM = Qt.ItemDataRole.UserRole


class _List(QTreeWidget):
    """`wanted` carries `merge` (M), `delete` (Del) or `open` (Enter)."""

    wanted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = {
            Qt.Key.Key_M: "merge", Qt.Key.Key_Delete: "delete", Qt.Key.Key_Return: "open", Qt.Key.Key_Enter: "open",
        }.get(Qt.Key(event.key()))  # fmt: skip
        if asked and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.wanted.emit(asked)
        else:
            super().keyPressEvent(event)


class SourcesPage(QWidget):
    """`chosen` carries the chosen sources, `mergeWanted` the one that stays and the others, `openWanted` the
    one whose place is asked for."""

    chosen = Signal(object)
    mergeWanted = Signal(object, object)
    deleteWanted = Signal(object)
    eraseWanted = Signal(object)
    newWanted = Signal(str)
    openWanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources: Sequence[Source] | None = None
        self._counts: Counter[str] = Counter()
        self.filter = QLineEdit(self)
        self.list = _List(self)
        self.merge = button(self.tr("Merge…"), self.tr("Make the chosen sources one (M)"), self)
        self.delete = button(self.tr("Delete"), self.tr("Delete the chosen sources; their marks stay (Del)"), self)
        self.erase = button(
            self.tr("Delete for good…"), self.tr("Delete the chosen sources with all that was ever noted of them"), self
        )
        self.new = QLineEdit(self)
        self.empty = words("", self)
        self._name()
        self._lay_out()
        self._connect()

    def _name(self) -> None:
        self.filter.setPlaceholderText(self.tr("Find in the sources"))
        self.filter.setAccessibleName(self.tr("Find in the sources"))
        self.filter.setToolTip(
            plain_tooltip(self.tr("Show only sources that hold all these words ({0})").format(native("Ctrl+F")))
        )
        self.list.setHeaderLabels([field_name("name"), field_name("kind"), field_name("party"), self.tr("Marks")])
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.tr("Sources"))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setObjectName("welcome")
        self.empty.hide()
        self.empty.setText(
            self.tr(
                "No sources here yet.\n\nChoose the mark of a source in an article and press B, and it stands here."
            )
        )
        self.list.setToolTip(self.tr("Sources (Enter opens a place that names one, M makes several one)"))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 150), (2, 190), (3, 70)):
            self.list.setColumnWidth(column, width)
        self.new.setPlaceholderText(self.tr("Name of a new source, then Enter"))
        self.new.setAccessibleName(self.tr("New source"))
        self.new.setToolTip(self.tr("Name of a new source, for example a party that people speak for (Enter)"))

    def _lay_out(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        row.addWidget(self.merge)
        row.addWidget(self.delete)
        row.addWidget(self.erase)
        row.addWidget(self.new, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _text: self._narrow())
        self.list.itemSelectionChanged.connect(self._tell)
        self.list.itemDoubleClicked.connect(lambda _item, _column: self._do("open"))
        self.list.wanted.connect(self._do)
        self.merge.clicked.connect(lambda: self._do("merge"))
        self.delete.clicked.connect(lambda: self._do("delete"))
        self.erase.clicked.connect(lambda: self._do("erase"))
        self.new.returnPressed.connect(self._new)

    # -- what it shows ---------------------------------------------------------------------------------------------

    def show_picture(self, picture: Picture) -> None:
        """The sources of this moment; what was chosen stays chosen. Marks are counted in the board's articles."""
        counts = self._counts if picture.counts is None else picture.counts
        if picture.sources == self._sources and counts == self._counts:
            return
        self._sources, self._counts = picture.sources, counts
        chosen = {source.id for source in self.selected()}
        here, sight = self.list.currentItem(), self.list.verticalScrollBar().value()
        current = here.data(0, _ITEM).id if here is not None else ""
        names = {source.id: source.name for source in picture.sources}
        self.list.blockSignals(True)
        self.list.clear()
        for source in sorted(picture.sources, key=lambda s: s.name.casefold()):
            cells = [source.name, plain("kind", source.kind), names.get(source.party, ""), str(counts[source.id])]
            item = QTreeWidgetItem([" ".join(cell.split()) for cell in cells])
            item.setData(0, _ITEM, source)
            item.setTextAlignment(3, Qt.AlignmentFlag.AlignCenter)
            self.list.addTopLevelItem(item)
            if source.id == current:
                self.list.setCurrentItem(item, 0, QItemSelectionModel.SelectionFlag.NoUpdate)
            item.setSelected(source.id in chosen)
        self._narrow()
        self._say_nothing(nothing=not picture.sources)
        self.list.verticalScrollBar().setValue(sight)
        self.list.blockSignals(False)
        self._enable()
        if self.isVisible():
            self._tell()

    def _say_nothing(self, *, nothing: bool) -> None:
        """Without any source the page says where they come from."""
        self.list.setVisible(not nothing)
        self.empty.setVisible(nothing)

    def _narrow(self) -> None:
        wanted = fold_text(self.filter.text()).split()
        for number in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(number)
            if item is None:
                continue
            source = item.data(0, _ITEM)
            held = fold_text("\n".join((item.text(0), item.text(1), item.text(2), *source.aliases)))
            item.setHidden(not all(word in held for word in wanted))

    def selected(self) -> list[Source]:
        """Return the chosen sources, from the top."""
        chosen = sorted(self.list.selectedItems(), key=self.list.indexOfTopLevelItem)
        return [item.data(0, _ITEM) for item in chosen if not item.isHidden()]

    def _enable(self) -> None:
        chosen = self.selected()
        self.merge.setEnabled(len(chosen) > 1)
        self.delete.setEnabled(bool(chosen))
        self.erase.setEnabled(bool(chosen))

    def _tell(self) -> None:
        self._enable()
        self.chosen.emit(self.selected())

    # -- what it does ----------------------------------------------------------------------------------------------

    def _new(self) -> None:
        if name := self.new.text().strip():
            self.new.clear()
            self.newWanted.emit(name)

    def _do(self, asked: str) -> None:
        chosen = self.selected()
        if asked == "merge" and len(chosen) > 1:
            self._merge(chosen)
        elif asked == "delete" and chosen:
            self.deleteWanted.emit(chosen)
        elif asked == "erase" and chosen:
            self.eraseWanted.emit(Erasure(sources=tuple(source.id for source in chosen)))
        elif asked == "open" and chosen:
            self.openWanted.emit(chosen[0])

    def _merge(self, sources: list[Source]) -> None:
        from ui.board.joining import NameQuestion

        question = NameQuestion([source.name for source in sources], self)

        def accepted() -> None:
            kept = sources[question.kept]
            self.mergeWanted.emit(kept, [s for s in sources if s.id != kept.id])

        question.accepted.connect(accepted)
        open_within_screen(question)
