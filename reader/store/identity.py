"""Which library a file is: an id that lives in it, and stays when it is renamed, moved or restored."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from reader.errors import LibraryError
from reader.model.stamps import new_id
from reader.store import files
from reader.store.backups.listing import FOLDER
from reader.store.backups.listing import SECOND as PLACE
from reader.store.integrity import seal
from reader.system import sync_folder
from reader.system_reasons import reason_of

ID = "library id"  # the setting
SECOND = "second place of backups"  # the setting that says where else backups go; empty: nowhere
_READ = "SELECT value FROM setting WHERE key = ?"


def settings_of(path: Path, *keys: str) -> list[str]:
    """Return these settings of the library at `path`; empty ones where it has none, or cannot be read."""
    try:
        with contextlib.closing(files.connect(path, readonly=True)) as found:
            return [str((found.execute(_READ, (key,)).fetchone() or ("",))[0]) for key in keys]
    except sqlite3.Error:
        return ["" for _ in keys]


def id_of(path: Path, *, give: bool = True) -> str:
    """Return the library's id, given to it now where it has none; one of its name where it is not to be written."""
    (known,) = settings_of(path, ID)
    if known:
        return known
    if give and files.is_writable(path):
        sealed = seal.read(path)
        closed = sealed if sealed is not None and seal.fits(path, sealed) else None
        with contextlib.suppress(sqlite3.Error):
            with contextlib.closing(files.connect(path, readonly=False)) as found:
                id = new_id().replace("-", "")  # one word: it is the name of a folder
                found.execute("INSERT INTO setting(key, value) VALUES (?, ?) ON CONFLICT DO NOTHING", (ID, id))
                given = str(found.execute(_READ, (ID,)).fetchone()[0])
            if closed is not None:  # a library that was closed stays one that was closed in order
                seal.put(path, closed.checked)
            return given
    return f"named-{path.stem}"


def make_second_place(folder: Path, library: Path) -> None:
    """Make the folder for backups in `folder`; it tells later whether the disk is there. Raises `LibraryError`."""
    if not folder.is_dir():
        raise LibraryError("{0} is no folder", folder)
    if folder.resolve() == (library.parent / FOLDER).resolve():
        raise LibraryError("{0} is where the backups are kept already", folder)
    try:
        (folder / PLACE).mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder)
    except OSError as error:
        raise LibraryError("{0} was not written: {1}", folder / PLACE, reason_of(error)) from error
