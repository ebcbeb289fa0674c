"""The two questions of the board: which wording stays when claims are merged, and which mentions are split off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.model.annotations import Annotation
from reader.model.articles import Article
from ui.dialogs.parts import button, words
from ui.look.plain_tooltip import plain_tooltip


class _Question(QDialog):
    """A list with an accepting button below it."""

    def __init__(self, title: str, question: str, accept: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(560, 380)
        self.list = QListWidget(self)
        self.list.setAccessibleName(question)
        self.list.setToolTip(plain_tooltip(question))
        self.list.setWordWrap(True)
        self.take = button(accept, self.tr("Do it; one undo brings it back (Enter)"), self)
        self.leave = button(self.tr("Cancel"), self.tr("Do nothing (Esc)"), self)
        self.column, row = QVBoxLayout(self), QHBoxLayout()
        self.column.addWidget(words(question, self))
        self.column.addWidget(self.list, 1)
        row.addStretch(1)
        row.addWidget(self.take)
        row.addWidget(self.leave)
        self.column.addLayout(row)
        self.take.setDefault(True)
        self.take.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)


class _Choice(_Question):
    """`kept` is the place of what stays."""

    def __init__(self, names: Sequence[str], title: str, question: str, accept: str, parent: QWidget | None) -> None:
        super().__init__(title, question, accept, parent)
        self.list.addItems([" ".join(name.split()) for name in names])
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self.accept())

    @property
    def kept(self) -> int:
        return max(0, self.list.currentRow())


class MergeQuestion(_Choice):
    """Which wording stays."""

    def __init__(self, wordings: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(wordings, self.tr("Merge claims"), self.tr("Which wording stays?"), self.tr("&Merge"), parent)


class NameQuestion(_Choice):
    """Which name stays; the others become its other names."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        question = self.tr("Which name stays? The others are kept as its other names.")
        super().__init__(names, self.tr("Merge sources"), question, self.tr("&Merge"), parent)


class SplitQuestion(_Question):
    """`marks` are the ticked mentions, `wording` what was typed; empty for the words of the first."""

    def __init__(
        self, mentions: Sequence[Annotation], articles: Mapping[str, Article], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Split the claim"),
            self.tr("Which mentions are another claim? (Space ticks)"),
            self.tr("&Split off"),
            parent,
        )
        self._mentions = list(mentions)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Wording of the new claim (empty: the words of its first mention)"))
        self.words.setAccessibleName(self.tr("Wording of the new claim"))
        self.words.setToolTip(self.tr("Wording of the new claim"))
        self.column.insertWidget(2, self.words)
        for mark in self._mentions:
            article = articles.get(mark.article_id)
            item = QListWidgetItem(
                f"“{' '.join(mark.anchor.quote.split())}”  {article.title if article else ''}", self.list
            )
            item.setCheckState(Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(lambda _item: self._follow())
        self._follow()

    @property
    def marks(self) -> list[Annotation]:
        ticked = Qt.CheckState.Checked
        return [mark for n, mark in enumerate(self._mentions) if self.list.item(n).checkState() == ticked]

    @property
    def wording(self) -> str:
        return self.words.text()

    def _follow(self) -> None:
        """Some of them, not all: a claim keeps at least one mention."""
        self.take.setEnabled(0 < len(self.marks) < len(self._mentions))
