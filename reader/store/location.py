"""Where a library lies: on a drive of the network, or in a folder that another program synchronises."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from reader.messages import Message
from reader.system import is_network_drive

_FOLDERS = {
    "dropbox": "Dropbox", "onedrive": "OneDrive", "google drive": "Google Drive", "googledrive": "Google Drive",
    "my drive": "Google Drive", "mobile documents": "iCloud", "icloud drive": "iCloud", "icloud~": "iCloud",
    "nextcloud": "Nextcloud", "owncloud": "ownCloud", "pcloud": "pCloud", "megasync": "MEGA", "mega": "MEGA",
    "box sync": "Box", "yandex.disk": "Yandex Disk", "seafile": "Seafile", "syncthing": "Syncthing",
}  # fmt: skip
_SIGNS = {
    ".dropbox": "Dropbox", ".stfolder": "Syncthing", ".nextcloudsync.log": "Nextcloud", ".owncloudsync.log": "ownCloud",
    ".sync.ffs_db": "FreeFileSync", ".megaignore": "MEGA",
}  # fmt: skip


@lru_cache(maxsize=64)
def on_network(folder: Path) -> bool:
    """Return whether a folder is on a drive of the network, where SQLite's log beside the file is not safe."""
    return is_network_drive(folder)


def synchronised_by(path: Path) -> str:
    """Return the program that synchronises the folder of a file, as its name or what lies in it says; empty: none."""
    for folder in path.absolute().parents:
        name = folder.name.casefold()
        for start, program in _FOLDERS.items():
            if name == start or name.startswith((f"{start} ", f"{start}-", f"{start} - ")):
                return program
        for sign, program in _SIGNS.items():
            if (folder / sign).exists():
                return program
    return ""


def warning(path: Path) -> Message | None:
    """Return what a person should know of the place of her library; None when there is nothing."""
    if on_network(path.absolute().parent):
        return Message(
            "{0} is on a network drive; it is written without a log beside it, which is slower, and by one program at"
            " a time", path,
        )  # fmt: skip
    program = synchronised_by(path)
    if program:
        return Message(
            "{0} lies in a folder that {1} synchronises; let only one computer have it open, and keep backups"
            " elsewhere", path, program,
        )  # fmt: skip
    return None
