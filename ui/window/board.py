"""The claims board beside the window: opened when it is first asked for, gone with the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from ui.desk import Desk
from ui.window.trash import Trash

if TYPE_CHECKING:
    from ui.board.window import Scope

translate = QCoreApplication.translate


def open_board(desk: Desk) -> None:
    """Show the board, of the chosen articles when several are chosen."""
    found = desk.window.findChild(Boarding)
    boarding = found if isinstance(found, Boarding) else Boarding(desk)
    boarding.show()


def is_open(desk: Desk) -> bool:
    """Return whether the board stands on the screen."""
    found = desk.window.findChild(Boarding)
    return isinstance(found, Boarding) and found.board.isVisible()


class Boarding(QObject):
    """Keeps the board's window, which has no parent: neither window stands in the other's way."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        from ui.board.window import BoardWindow

        self._desk = desk
        self.board = BoardWindow(desk.session, desk.jobs, self._scopes(), self._chosen_mark, desk.theme)
        self.board.placeWanted.connect(lambda article, mark: desk.guarded(lambda: self._go(article, mark)))
        self.board.addressWanted.connect(self._link)
        self._trash = Trash(desk)
        self.board.eraseWanted.connect(self._trash.erase)
        desk.window.installEventFilter(self)
        desk.window.destroyed.connect(self.board.deleteLater)

    def _scopes(self) -> Sequence[Scope]:
        library, session = self._desk.library, self._desk.session
        return (
            ("article", translate("Dialogs", "This article"), lambda: [session.article.id] if session.article else []),
            ("chosen", translate("Dialogs", "The chosen articles"), library.selected),
            ("library", translate("Dialogs", "The whole library"), lambda: None),
        )

    def show(self) -> None:
        """Bring the board to the front."""
        if not self.board.isVisible():
            self.board.choose_scope("chosen" if len(self._desk.library.selected()) > 1 else "library")
        self.board.show()
        self.board.raise_()
        self.board.activateWindow()

    def _go(self, article_id: str, mark_id: str) -> None:
        self._desk.open_hit(article_id, mark_id)
        self._desk.panel.reveal(mark_id)
        self._desk.window.raise_()
        self._desk.window.activateWindow()

    def _chosen_mark(self) -> str:
        """The mark that is chosen in the article or in the panel."""
        return self._desk.session.here.mark

    def _link(self, address: str) -> None:
        from ui.dialogs.link_dialog import LinkDialog
        from ui.window.dialogs import show

        show(LinkDialog(address, self.board))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self.board.close()
        elif event.type() == QEvent.Type.PaletteChange:  # the window knows its new theme a moment later
            QTimer.singleShot(0, self, lambda: self.board.set_theme(self._desk.theme))
        return super().eventFilter(watched, event)
