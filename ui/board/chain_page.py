"""Who told whom via whom: each voice to the chosen claim, and which of them count as sources of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from reader.board.values import AGAIN, OUTLET, RELAY, SPOKEN_FOR, UNSPECIFIED, Row, Voice, counted
from reader.model.vocabulary import ATTRIBUTION, SILENT
from ui.board.matrix_model import SIGNS
from ui.dialogs.parts import words
from ui.language.plain_words import plain
from ui.look.plain_tooltip import plain_tooltip

_MARK = Qt.ItemDataRole.UserRole


class ChainPage(QWidget):
    """`placeWanted` carries the mark of a voice."""

    placeWanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wording = words("", self)
        self.wording.setObjectName("panel_title")
        self.tree = QTreeWidget(self)
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([self.tr("Who told whom, up to the outlet"), self.tr("Counts")])
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.setColumnWidth(1, 190)
        self.tree.setAccessibleName(self.tr("Chain of reporting"))
        self.tree.setToolTip(self.tr("Each voice, from whoever is committed to the outlet (Enter opens the place)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.wording)
        column.addWidget(self.tree, 1)
        self.tree.itemActivated.connect(self._open)
        self.show_row(None)

    def show_row(self, row: Row | None) -> None:
        """The voices to that claim."""
        self.tree.clear()
        self.wording.setText(
            row.wording if row is not None else self.tr("Choose a claim to see who says it on whose word.")
        )
        for stance in (*ATTRIBUTION["stance"], SILENT) if row is not None else ():
            assert row is not None
            if voices := row.by(stance):
                self._add(stance, voices)

    def _add(self, stance: str, voices: Sequence[Voice]) -> None:
        reasons = counted(voices)
        number = sum(not why for _, why in reasons)
        name = plain("stance", stance) if stance != SILENT else plain("response_form", SILENT)
        counts = self.tr("%n independent source(s)", "", number) if stance in ("support", "deny") else ""
        head = QTreeWidgetItem([f"{SIGNS.get(stance, '■')} {name}", counts])
        font = head.font(0)
        font.setBold(True)
        for column in (0, 1):
            head.setFont(column, font)
        self.tree.addTopLevelItem(head)
        for voice, why in reasons:
            said = self.reason(why) if stance in ("support", "deny") else ""
            item = QTreeWidgetItem([" → ".join(voice.chain), said])
            item.setData(0, _MARK, voice.mark)
            quote = " ".join(voice.mark.anchor.quote.split())
            item.setToolTip(0, plain_tooltip(f"{' → '.join(voice.chain)}: “{quote}”"))
            head.addChild(item)
        head.setExpanded(True)

    def reason(self, why: str) -> str:
        """Return why a voice does not count as a source of its own, or that it does."""
        return {
            "": self.tr("counts"),
            OUTLET: self.tr("no source is given"),
            UNSPECIFIED: self.tr("nobody knows who that is"),
            RELAY: self.tr("only passes it on"),
            AGAIN: self.tr("the same source again"),
            SPOKEN_FOR: self.tr("counted by its own people"),
        }[why]

    def _open(self, item: QTreeWidgetItem) -> None:
        mark = item.data(0, _MARK)
        if mark is not None:
            self.placeWanted.emit(mark)
