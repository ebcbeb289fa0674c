"""Finds the claim or the source that a mark mentions: type a few of its words, or take the last one with Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QListWidgetItem, QWidget

from reader.model.claims import Claim, Source
from reader.text.folding import fold_text
from ui.annotations.finders.frame import CUT, FinderFrame
from ui.look.theme import Theme

MOST = 60  # that are listed; more words find the others
_KNOWN = Qt.ItemDataRole.UserRole


class KnownFinder(FinderFrame):
    """`chosen` carries the id of a claim or source, empty for none at all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._known: list[tuple[str, str, str]] = []  # id, what is shown, what is searched
        self._none = False
        self._focus: QWidget | None = None
        self.close_.setToolTip(self.tr("Leave it as it is (Esc)"))
        self.close_.setAccessibleName(self.tr("Leave it as it is"))
        self.words.setToolTip(self.tr("Arrows choose, Enter takes it, Esc leaves it as it is"))
        self.words.textChanged.connect(self.refresh)
        self.lay_out()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.draw_cross()

    def stops(self) -> list[QWidget]:
        """Return the controls in the order in which they stand."""
        return [self.close_, self.words]

    def open(self, kind: str, first: Sequence[Claim | Source], known: Sequence[Claim | Source], *, held: bool) -> None:
        """List `first` and then the rest of `known`; `held` says that the mark mentions one, so that it can stop to."""
        self._focus = QApplication.focusWidget()
        claim = kind == "claim"
        self.title.setText(self.tr("Which claim is it?") if claim else self.tr("Which source is it?"))
        self.words.setPlaceholderText(self.tr("Type words of the claim") if claim else self.tr("Type a name"))
        self.words.setAccessibleName(self.words.placeholderText())
        self.list.setAccessibleName(self.tr("Claims") if claim else self.tr("Sources"))
        ordered = {one.id: one for one in (*first, *reversed(known))}
        self._known = [(one.id, *_words(one)) for one in ordered.values()]
        self._none = held
        self.words.clear()
        self.refresh()
        self.set_theme(self._theme)
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """List what has the typed words, all of them, in any order."""
        self.list.clear()
        typed = fold_text(self.words.text()).split()
        found = [(id, shown) for id, shown, all_ in self._known if all(word in all_ for word in typed)]
        for id, shown in found[:MOST]:
            self._add(shown, id)
        if self._none and not typed:
            self._add(self.tr("None of them"), "")
        if not self.list.count():
            self.say_nothing_found(self.tr("None has these words.") if typed else self.tr("There is none yet."))
        self.list.setCurrentRow(0)

    def _add(self, shown: str, id: str) -> None:
        item = QListWidgetItem(shown[:CUT])
        item.setData(_KNOWN, id)
        item.setSizeHint(QSize(0, 26))
        self.list.addItem(item)

    # -- what is taken ---------------------------------------------------------------------------------------------

    def take(self, item: QListWidgetItem | None) -> None:
        id = item.data(_KNOWN) if item is not None else None
        if isinstance(id, str):
            self._leave()
            self.chosen.emit(id)

    def cancel(self) -> None:
        """Choose nothing."""
        self._leave()
        super().cancel()

    def _leave(self) -> None:
        """Fold away, with the keyboard where it was."""
        back = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if back and self._focus is not None and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = None


def _words(known: Claim | Source) -> tuple[str, str]:
    """What is shown of it, and what is searched in."""
    if isinstance(known, Claim):
        texts = [known.text, known.translation, known.note]
    else:
        texts = [known.name, *known.aliases, known.affiliation, known.role]
    return " ".join(texts[0].split()), fold_text(" ".join(texts))
