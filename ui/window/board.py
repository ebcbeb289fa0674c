"""The claims board beside the window: opened when it is first asked for, gone with the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

if TYPE_CHECKING:
    from ui.board.window import Scope
    from ui.window.main_window import MainWindow

translate = QCoreApplication.translate


def open_board(window: MainWindow) -> None:
    """Show the board, of the chosen articles when several are chosen."""
    found = window.findChild(Boarding)
    boarding = found if isinstance(found, Boarding) else Boarding(window)
    boarding.show()


def is_open(window: MainWindow) -> bool:
    """Whether the board stands on the screen."""
    found = window.findChild(Boarding)
    return isinstance(found, Boarding) and found.board.isVisible()


class Boarding(QObject):
    """Keeps the board's window, which has no parent: neither window stands in the other's way."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        from ui.board.window import BoardWindow

        self._window = window
        self.board = BoardWindow(window.session, window.jobs, self._scopes(), self._chosen_mark, window.theme)
        self.board.placeWanted.connect(lambda article, mark: window.guarded(lambda: self._go(article, mark)))
        self.board.addressWanted.connect(self._link)
        window.installEventFilter(self)
        window.destroyed.connect(self.board.deleteLater)

    def _scopes(self) -> Sequence[Scope]:
        library, session = self._window.library, self._window.session
        return (
            ("article", translate("Dialogs", "This article"), lambda: [session.article.id] if session.article else []),
            ("chosen", translate("Dialogs", "The chosen articles"), library.selected),
            ("library", translate("Dialogs", "The whole library"), lambda: None),
        )

    def show(self) -> None:
        """Bring the board to the front."""
        if not self.board.isVisible():
            self.board.choose_scope("chosen" if len(self._window.library.selected()) > 1 else "library")
        self.board.show()
        self.board.raise_()
        self.board.activateWindow()

    def _go(self, article_id: str, mark_id: str) -> None:
        self._window.open_hit(article_id, mark_id)
        self._window.panel.reveal(mark_id)
        self._window.raise_()
        self._window.activateWindow()

    def _chosen_mark(self) -> str:
        """The mark that is chosen in the article or in the panel."""
        return self._window.view.selected_mark or next(iter(self._window.panel.chosen), "")

    def _link(self, address: str) -> None:
        from ui.dialogs.link_dialog import LinkDialog
        from ui.window.dialogs import show

        show(LinkDialog(address, self.board))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self.board.close()
        elif event.type() == QEvent.Type.PaletteChange:  # the window knows its new theme a moment later
            QTimer.singleShot(0, self, lambda: self.board.set_theme(self._window.theme))
        return super().eventFilter(watched, event)
