"""One window a library: a second start gives its sources to the first and leaves."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from reader.foreign_json import parsed

WAIT = 2000  # milliseconds for the other window to answer
_OK = b"ok\n"
_MOST = 1_000_000  # bytes a message may have


def server_name(library: Path) -> str:
    """Return the same for every spelling of one library's path, and short enough for a socket."""
    return "tilik-" + hashlib.sha256(str(library.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:24]


def hand_over(library: Path, sources: Sequence[str]) -> bool:
    """Give `sources` to the window that has `library` open and raise it; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(library))
    if not socket.waitForConnected(WAIT):
        return False
    socket.write(json.dumps({"sources": list(sources)}).encode() + b"\n")
    answer = b""
    while not answer.endswith(_OK) and socket.waitForReadyRead(WAIT):
        answer += bytes(socket.readAll().data())
    socket.disconnectFromServer()
    return answer.endswith(_OK)


class Instance(QObject):
    """Listens for later starts; `called` carries the sources they were given."""

    called = Signal(object)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        """Only to be made by who holds the library's lock: a socket of that name is then a dead one's."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        name = server_name(library)
        QLocalServer.removeServer(name)
        self.listening = self._server.listen(name)

    @property
    def address(self) -> str:
        """Where the system keeps the socket."""
        return self._server.fullServerName()

    def close(self) -> None:
        """Listen no longer: the library is let go."""
        self._server.close()

    def _greet(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda: self._read(socket))
        if socket.bytesAvailable():
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _MOST:
                socket.abort()
            return
        sources = _sources(bytes(socket.readLine().data()))
        if sources is None:
            socket.abort()
            return
        socket.write(_OK)
        socket.flush()
        self.called.emit(sources)


def _sources(line: bytes) -> list[str] | None:
    try:
        found = parsed(line.decode("utf-8"))["sources"]
    except (ValueError, KeyError, TypeError):
        return None
    return found if isinstance(found, list) and all(isinstance(s, str) for s in found) else None
