"""How a claim stands to other claims: narrower than, contradicts, presupposes, responds to."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.model.claims import Claim, Related
from reader.model.vocabulary import CLAIM_LINKS
from reader.text.folding import fold_text
from ui.board.fields import ValueBox, fit
from ui.dialogs.parts import button
from ui.language.plain_words import plain

_ITEM = Qt.ItemDataRole.UserRole


class RelatedBox(QWidget):
    """`changed` carries the field `related` with its new value."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim: Claim | None = None
        self._claims: Mapping[str, str] = {}  # their words, by their ids
        self.list = QListWidget(self)
        self.kind = ValueBox("related", CLAIM_LINKS, self)
        self.kind.removeItem(0)
        self.other = QLineEdit(self)
        self.add = button(self.tr("Relate"), self.tr("Relate the two claims (Enter)"), self)
        self.drop = button(self.tr("Remove"), self.tr("Take the chosen relation away"), self)
        self._name()
        self._lay_out()
        self.add.clicked.connect(self._add)
        self.other.returnPressed.connect(self._add)
        self.drop.clicked.connect(self._drop)

    def _name(self) -> None:
        self.list.setAccessibleName(self.tr("Related claims"))
        self.list.setToolTip(self.tr("How this claim stands to others"))
        self.list.setWordWrap(True)
        self.kind.setAccessibleName(self.tr("How they are related"))
        self.kind.setToolTip(self.tr("How they are related"))
        self.other.setPlaceholderText(self.tr("Words of the other claim"))
        self.other.setAccessibleName(self.tr("The other claim"))
        self.other.setToolTip(self.tr("Type words of the other claim, choose it, press Enter"))

    def _lay_out(self) -> None:
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addWidget(self.kind)
        column.addWidget(self.other)
        foot.addWidget(self.add)
        foot.addWidget(self.drop)
        foot.addStretch(1)
        column.addLayout(foot)

    def know(self, claims: Mapping[str, str]) -> None:
        """The claims that can be chosen: their words by their ids."""
        if claims == self._claims:
            return
        self._claims = claims
        completer = QCompleter(sorted({" ".join(text.split()) for text in claims.values()}), self.other)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.other.setCompleter(completer)

    def show_claim(self, claim: Claim | None, *, fresh: bool) -> None:
        """Show how that claim stands to others."""
        item = self.list.currentItem() if self.list.count() and not fresh else None
        kept = item.data(_ITEM) if item is not None else None
        self._claim = claim
        if fresh:
            self.other.clear()
        self.list.clear()
        for related in claim.related if claim is not None else ():
            other = self._claims.get(related.claim_id)
            words = " ".join(other.split()) if other is not None else self.tr("a claim that is not shown here")
            item = QListWidgetItem(f"{plain('related', related.kind)}: {words}", self.list)
            item.setData(_ITEM, related)
            if related == kept:
                self.list.setCurrentItem(item)
        fit(self.list, 110)
        self.list.setVisible(bool(self.list.count()))
        self.drop.setEnabled(bool(self.list.count()))

    def _found(self) -> str:
        """The id of the claim whose words were typed: all of them, or the only one that holds them."""
        typed = fold_text(self.other.text()).strip()
        own = self._claim.id if self._claim is not None else ""
        named = {id: fold_text(text).strip() for id, text in self._claims.items() if id != own}
        exact = [id for id, text in named.items() if text == typed]
        holds = [id for id, text in named.items() if typed and typed in text]
        found = exact[:1] or (holds if len(holds) == 1 else [])
        return found[0] if found else ""

    def _add(self) -> None:
        other = self._found()
        if not other:
            self.other.selectAll()
            return
        before = self._claim.related if self._claim is not None else ()
        after = tuple(dict.fromkeys((*before, Related(self.kind.value, other))))
        self.other.clear()
        self.changed.emit({"related": after})

    def _drop(self) -> None:
        item = self.list.currentItem() if self.list.currentRow() >= 0 else None
        if item is not None and self._claim is not None:
            gone = item.data(_ITEM)
            self.changed.emit({"related": tuple(r for r in self._claim.related if r != gone)})
