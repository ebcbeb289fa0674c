"""How an importer gets at bytes: it asks this door and opens nothing itself.

In our own process the door leads to the disk. In the confined process that reads sets of strangers nothing can be
opened; there it leads to whoever asked for the set (`reader.exchange.confined`), who hands out the bytes of that set
and of what belongs beside it, and of no other file.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BufferedReader
from pathlib import Path
from typing import Protocol

from reader import database_files


class Door(Protocol):
    """Whoever opens files. Each raises `OSError` as the system does."""

    def opened(self, path: Path) -> BufferedReader:
        """Return the file, to be read and closed."""
        ...

    def size(self, path: Path) -> int:
        """Return how many bytes it has."""
        ...

    def is_file(self, path: Path) -> bool:
        """Return whether it is a file."""
        ...

    def is_folder(self, path: Path) -> bool:
        """Return whether it is a folder."""
        ...

    def names(self, folder: Path, suffix: str, most: int, *, deep: bool) -> Iterable[str]:
        """Return the files of a folder, or at any depth, that end so: by their names from there on, with `/`."""
        ...


class Disk:
    """The door that leads to the disk."""

    def opened(self, path: Path) -> BufferedReader:
        return database_files.opened(path)

    def size(self, path: Path) -> int:
        return path.stat().st_size

    def is_file(self, path: Path) -> bool:
        return path.is_file()

    def is_folder(self, path: Path) -> bool:
        return path.is_dir()

    def names(self, folder: Path, suffix: str, most: int, *, deep: bool) -> list[str]:
        """At most one more than `most`, in no order."""
        found: list[str] = []
        for file in folder.rglob(f"*{suffix}") if deep else folder.glob(f"*{suffix}"):
            found.append(file.relative_to(folder).as_posix())
            if len(found) > most:
                break
        return found


_door: Door = Disk()


def use(door: Door) -> None:
    """Go through that door from now on."""
    global _door
    _door = door


def opened(path: Path) -> BufferedReader:
    """Return a file, to be read and closed. Raises `OSError`."""
    return _door.opened(path)


def size(path: Path) -> int:
    """Return how many bytes a file has. Raises `OSError`."""
    return _door.size(path)


def is_file(path: Path) -> bool:
    """Return whether it is a file."""
    return _door.is_file(path)


def is_folder(path: Path) -> bool:
    """Return whether it is a folder."""
    return _door.is_folder(path)


def names(folder: Path, suffix: str, most: int, *, deep: bool = True) -> list[str]:
    """Return the files in a folder that end so, sorted, one more than `most` at most; by their names from there on."""
    return sorted(_door.names(folder, suffix, most, deep=deep))
