"""Who told whom via whom: each voice to the chosen claim, and which of them count as sources of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from reader.board.counting import Count, count, counted
from reader.board.values import Row
from reader.board.voice import Voice
from reader.edits.attribution import DENY, SUPPORT
from reader.model.vocabulary import ATTRIBUTION, SILENT
from ui.board.counts import count_words, reason_hint, reason_words
from ui.board.matrix_model import SIGNS
from ui.dialogs.parts import words
from ui.language.plain_words import plain
from ui.look.plain_tooltip import plain_tooltip

_VOICE = Qt.ItemDataRole.UserRole


class ChainPage(QWidget):
    """`placeWanted` carries the mark of a voice."""

    placeWanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Row | None = None
        self.wording = words("", self)
        self.wording.setObjectName("panel_title")
        self.tree = QTreeWidget(self)
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([self.tr("Who told whom, up to the outlet"), self.tr("Counts")])
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.setColumnWidth(1, 330)
        self.tree.setAccessibleName(self.tr("Chain of reporting"))
        self.tree.setToolTip(self.tr("Each voice, from whoever is committed to the outlet (Enter opens the place)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.wording)
        column.addWidget(self.tree, 1)
        self.tree.itemActivated.connect(self._open)
        self.show_row(None)

    def show_row(self, row: Row | None) -> None:
        """The voices to that claim; of the same claim, what was chosen and where it stood stays."""
        here, sight = self._chosen(), self.tree.verticalScrollBar().value()
        same = row is not None and self._row is not None and {m.id for m in row.mentions} & {
            m.id for m in self._row.mentions
        }  # fmt: skip
        self._row = row
        self.tree.clear()
        self.wording.setText(
            row.wording if row is not None else self.tr("Choose a claim to see who says it on whose word.")
        )
        for stance in (*ATTRIBUTION["stance"], SILENT) if row is not None else ():
            assert row is not None
            if voices := row.by(stance):
                self._add(stance, voices, here if same else None)
        if same:
            self.tree.verticalScrollBar().setValue(sight)

    def _chosen(self) -> tuple[str, str, str] | None:
        item = self.tree.currentItem()
        voice = item.data(0, _VOICE) if item is not None else None
        return _who(voice) if isinstance(voice, Voice) else None

    def _add(self, stance: str, voices: Sequence[Voice], chosen: tuple[str, str, str] | None) -> None:
        counts = stance in (SUPPORT, DENY)
        name = plain("stance", stance) if stance != SILENT else plain("response_form", SILENT)
        head = QTreeWidgetItem(
            [f"{SIGNS.get(stance, '■')} {name}", self._number(count(voices)) if counts else ""]
        )  # fmt: skip
        font = head.font(0)
        font.setBold(True)
        for column in (0, 1):
            head.setFont(column, font)
        self.tree.addTopLevelItem(head)
        for voice, why in counted(voices):
            item = _item(voice, why if counts else voice.standing, counts)
            head.addChild(item)
            if _who(voice) == chosen:
                self.tree.setCurrentItem(item)
        head.setExpanded(True)

    def _number(self, count: Count) -> str:
        if count.unidentified:
            return self.tr("Independent sources: {0}").format(count_words(count))
        return self.tr("%n independent source(s)", "", count.least)

    def _open(self, item: QTreeWidgetItem) -> None:
        voice = item.data(0, _VOICE)
        if isinstance(voice, Voice):
            self.placeWanted.emit(voice.mark)


def _who(voice: Voice) -> tuple[str, str, str]:
    """Which voice it is, also after it was read again."""
    return voice.relation, voice.mark.id, voice.source


def _item(voice: Voice, why: str, counts: bool) -> QTreeWidgetItem:
    """One voice; of a stance that nothing is counted of, only what a capture did to its words is said."""
    way = " → ".join(voice.chain)
    item = QTreeWidgetItem([way, reason_words(why) if counts or why else ""])
    item.setData(0, _VOICE, voice)
    quote = " ".join(voice.mark.anchor.quote.split())
    item.setToolTip(0, plain_tooltip(f"{way}: “{quote}”"))
    item.setToolTip(1, plain_tooltip(reason_hint(why)))
    return item
