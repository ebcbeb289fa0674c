"""A link of an article: its real address is shown, and nothing opens by itself."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.dialogs.parts import button, words


def spelled_host(address: str) -> str:
    """Return the host as it is really asked for (`xn--…`), so that letters that look alike are told apart."""
    host = urlsplit(address).hostname or ""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


class LinkDialog(QDialog):
    """Copy the address, or open it in the browser; Esc does neither."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Link"))
        self._address = address
        column = QVBoxLayout(self)
        column.addWidget(words(self.tr("This link leads to {0}").format(spelled_host(address) or address), self))
        column.addWidget(words(address, self))
        row = QHBoxLayout()
        row.addStretch(1)
        self.copy = button(self.tr("&Copy address"), self.tr("Put the address on the clipboard"), self)
        self.open_ = button(self.tr("&Open in the browser"), self.tr("Leave Tilik and open the address"), self)
        self.leave = button(self.tr("Cancel"), self.tr("Do nothing (Esc)"), self)
        for one in (self.copy, self.open_, self.leave):
            row.addWidget(one)
        column.addLayout(row)
        self.copy.setDefault(True)
        self.copy.clicked.connect(self._copy)
        self.open_.clicked.connect(self._open)
        self.leave.clicked.connect(self.reject)
        self.setMinimumWidth(460)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self.accept()

    def _open(self) -> None:
        if urlsplit(self._address).scheme in ("http", "https", "mailto"):
            QDesktopServices.openUrl(QUrl(self._address))
        self.accept()
