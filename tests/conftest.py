"""Every test runs without a screen and in folders of its own, so that nothing of the person at the desk is touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

# Only a default: `QT_QPA_PLATFORM=xcb xvfb-run -a make test` runs the same tests on a real window.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A whole program on a small library: fixtures that several files of the window's tests share.
pytest_plugins = ["tests.ui.window_desk"]

_FOLDERS = {
    "HOME": ".",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
}


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This test's home, an empty folder beside its `tmp_path`; every folder a program may write to lies in it."""
    home = tmp_path_factory.mktemp("home")
    for variable, name in _FOLDERS.items():
        folder = home / name
        # Qt refuses a run folder that others may read.
        folder.mkdir(mode=0o700, exist_ok=True)
        monkeypatch.setenv(variable, str(folder))
    for variable in [name for name in os.environ if name.startswith("TILIK_")]:
        monkeypatch.delenv(variable)
    return home
