"""A line above the article that stays until it is read: what failed, what was kept, what the cleaner has to say."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget


class Banner(QFrame):
    """Hidden until `tell` or `remark`. The latest message replaces the one before; a remark replaces no warning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = QPushButton(self)
        self.dismiss = QToolButton(self)
        self.dismiss.setText("✕")
        self.dismiss.setAccessibleName(self.tr("Close the message"))
        self.dismiss.setToolTip(self.tr("Close the message (Esc)"))
        self.dismiss.clicked.connect(self.close_message)
        self._remark = self._about = ""
        self._warning = False
        self._read: set[str] = set()
        self._call: Callable[[], None] | None = None
        self.action.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 8, 7)
        row.addWidget(self.text, 1)
        row.addWidget(self.action)
        row.addWidget(self.dismiss)
        # No higher than its words, also where no article stands below it.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def tell(
        self, text: str, *, warning: bool = True, action: str = "", call: Callable[[], None] | None = None,
        about: str = "",
    ) -> None:  # fmt: skip
        """Show `text`, with a button `action` that calls `call`. What is `about` an article goes when it is left."""
        self._remark, self._about, self._warning = "", about, warning
        self.setProperty("tone", "warning" if warning else "")
        self.style().polish(self)
        self.text.setText(text)
        self.setAccessibleName(text)
        self.action.setVisible(call is not None)
        self.action.setText(action)
        self.action.setAccessibleName(action)
        self._call = call
        self.show()

    @property
    def warns(self) -> bool:
        """Whether it says what failed, as against what is to be known."""
        return self.isVisible() and self._warning

    def leave(self, article_id: str) -> None:
        """Another article is on the desk than the one that the message is about, or the same: then it stays."""
        if self._about and self._about != article_id:
            self._about = ""
            self.hide()

    def remark(self, sentences: Sequence[str]) -> None:
        """What is to be known of the article, quietly: the first sentence, and the others behind a button.

        Without sentences the remark before goes away. One that the reader closed does not come again.
        """
        whole = "\n".join(sentences)
        if (self._remark or self.isHidden()) and whole != self._remark:
            self.hide()
            self._remark = ""
            if sentences and whole not in self._read:
                more = self.tr("Show all (%n)", "", len(sentences)) if len(sentences) > 1 else ""
                self.tell(
                    sentences[0], warning=False, action=more, call=(lambda: self._show_all(whole)) if more else None
                )
                self._remark = whole

    def _show_all(self, whole: str) -> None:
        self.tell(whole, warning=False)
        self._remark = whole

    def close_message(self) -> None:
        """It was read."""
        self._read.add(self._remark)
        self._remark = ""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_message()
            return
        super().keyPressEvent(event)

    def _act(self) -> None:
        self.hide()
        if self._call is not None:
            self._call()
