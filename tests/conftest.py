"""Every test runs without a screen and in folders of its own, so that nothing of the person at the desk is touched."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Defaults only, and before Qt is loaded: another platform or other fonts can be asked for from outside.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("FONTCONFIG_FILE", str(Path(__file__).with_name("fonts.conf")))

# The same examples in every run: what fails is what was changed, not what chance brings. `make drill` tries others.
settings.register_profile("same", derandomize=True)
settings.register_profile("others", derandomize=False)
settings.load_profile(os.environ.get("TILIK_EXAMPLES", "same"))

# A whole program on a small library: fixtures that several files of the window's tests share.
pytest_plugins = ["tests.ui.window_desk", "tests.kept_readers", "tests.quick_passphrases"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say in which random order the tests ran, so that it can be had again."""
    if seed := getattr(config.option, "randomly_seed", None):
        terminalreporter.write_line(f"The same order again: -p randomly --randomly-seed={seed}")


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
    ours = ("tilik_", "http_proxy", "https_proxy", "all_proxy", "no_proxy")
    for variable in [name for name in os.environ if name.casefold().startswith(ours)]:
        monkeypatch.delenv(variable)
    return home


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The program's own application object in its default look: what pytest-qt would make has other fonts and sizes."""
    from ui.app import make_application
    from ui.look import style, theme

    application = make_application()
    # Windows come and go here: that the last is closed would end the loop in which the next one waits to be painted.
    application.setQuitOnLastWindowClosed(False)
    style.dress(application, theme.load("light"))
    return application
