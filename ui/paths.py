"""Where things lie: the program's own data, the user's library, the settings of this computer."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from reader.program_data import data_folder


def resources() -> Path:
    """Return the folder with icons, fonts, themes and translations."""
    return data_folder() / "resources"


def seeds() -> Path:
    """Return the folder with the sample pages that a new user opens first."""
    return data_folder() / "seeds"


USUAL_NAME = "library"  # of the file that a library lies in, without its suffix


def library_is_named() -> bool:
    """Return whether the environment says which library is the usual one."""
    return bool(os.environ.get("TILIK_LIBRARY"))


def default_library() -> Path:
    """TILIK_LIBRARY, else the user's own in the platform's data folder: the one that the command line uses."""
    if named := os.environ.get("TILIK_LIBRARY"):
        return Path(named)
    return platformdirs.user_data_path("tilik", appauthor=False) / f"{USUAL_NAME}.tilik"


def settings_file() -> Path:
    """Return the settings of this computer and user."""
    return platformdirs.user_config_path("tilik", appauthor=False) / "settings.json"


def library_to_open(named: Path | None, last: str) -> tuple[Path, str]:
    """Return the library that the start names, else `last`, the one that was switched to, else the user's usual one.

    And the one that should have been opened and is not there, if any.
    """
    if named is not None:
        return named.absolute(), ""
    usual = default_library().absolute()
    if not last or library_is_named():
        return usual, ""
    return (Path(last), "") if Path(last).is_file() else (usual, last)


def library_name(path: Path) -> str:
    """Return what the window calls the library at `path`; empty for the usual one."""
    if path == default_library().absolute():
        return ""
    return path.stem if path.stem != USUAL_NAME else path.absolute().parent.name
