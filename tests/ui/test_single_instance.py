from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from ui.single_instance import Instance, hand_over, server_name

_SECOND = """
import sys
from pathlib import Path
from ui.single_instance import hand_over
sys.exit(not hand_over(Path(sys.argv[1]), sys.argv[2:]))
"""


def test_a_second_start_hands_its_sources_to_the_first(library_path: Path, qtbot: QtBot) -> None:
    instance = Instance(library_path)
    assert instance.listening
    with qtbot.waitSignal(instance.called) as told:
        second = subprocess.Popen([sys.executable, "-c", _SECOND, str(library_path), "a.html", "https://example.org/"])
    assert told.args == [["a.html", "https://example.org/"]]
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert second.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a named pipe has no permission bits")
def test_only_its_owner_can_reach_the_window(library_path: Path, qtbot: QtBot) -> None:
    instance = Instance(library_path)
    socket = Path(instance.address)
    assert socket.is_socket() and stat.S_IMODE(socket.stat().st_mode) & 0o077 == 0


def test_with_no_window_there_is_nobody_to_hand_over_to(library_path: Path, qtbot: QtBot) -> None:
    assert not hand_over(library_path, ["a.html"])


def test_a_dead_ones_socket_does_not_stand_in_the_way(library_path: Path, qtbot: QtBot) -> None:
    first = Instance(library_path)
    second = Instance(library_path)
    assert first.listening and second.listening


def test_another_library_is_another_name(tmp_path: Path) -> None:
    assert server_name(tmp_path / "a") != server_name(tmp_path / "b")
    assert server_name(tmp_path / "a") == server_name(tmp_path / "c" / ".." / "a")


def test_what_is_no_message_is_dropped(library_path: Path, qtbot: QtBot) -> None:
    instance = Instance(library_path)
    socket = QLocalSocket()
    socket.connectToServer(server_name(library_path))
    with qtbot.assertNotEmitted(instance.called), qtbot.waitSignal(socket.disconnected):
        socket.write(b'{"sources": 3}\n')
        socket.flush()
