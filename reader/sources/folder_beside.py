"""The folder of pictures that a browser saves beside a page: `page_files`, in German `page-Dateien`.

The folder is listed and no name out of the page is opened, so that a page cannot reach other files.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from urllib.parse import quote

from reader.model.pages import Companion

# What Windows and the browsers put after a page's name, by language. Source:
# https://learn.microsoft.com/windows/win32/shell/manage#connected-files
_ENDINGS = (
    "_files", ".files", "_archivos", "_arquivos", "_bestanden", "-bestanden", "_bylos", "-dateien", "_datoteke",
    "_dosyalar", "_elemei", "_failid", "_fails", "_fajlovi", "_ficheiros", "_fichiers", "_file", "-filer", "_filer",
    "_fitxategiak", "_fitxers", "_pliki", "_soubory", "_tiedostot",
)  # fmt: skip
_MOST_FILES, _MOST_FOLDERS = 2000, 200
MOST_BYTES = 20_000_000  # of one picture
MOST_TOGETHER = 64_000_000
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM")


def is_folder_beside(name: str, files: Iterable[str]) -> bool:
    """Return whether a folder of that name is one that browsers save beside one of these pages. `…_files` always is."""
    folded = name.casefold()
    stems = {Path(file).stem.casefold() for file in files} if folded.endswith(_ENDINGS) else set()
    return folded.endswith("_files") or any(folded.removesuffix(ending) in stems for ending in _ENDINGS)


def pictures_beside(page: Path, data: bytes) -> tuple[Companion, ...]:
    """Return the pictures in the folders beside `page` whose names stand in it. What cannot be read is passed over: the
    page then shows the address alone, as any page does."""
    found: list[Companion] = []
    room = MOST_TOGETHER
    for folder in _folders(page, data):
        for file in _files(folder):
            size, name = file.stat().st_size, file.name
            if size > min(room, MOST_BYTES) or not _stands_in(name, data):
                continue
            picture = _picture(Path(file.path))
            if picture:
                room -= len(picture)
                found.append(Companion(f"{folder.name}/{name}", picture))
    return tuple(found)


def _folders(page: Path, data: bytes) -> Iterator[Path]:
    """The folder that has the page's name, or one that the page speaks of: the page may have been renamed."""
    for entry in _entries(page.parent):
        if not entry.name.casefold().endswith(_ENDINGS) or not entry.is_dir(follow_symlinks=False):
            continue
        if entry.name.startswith(page.stem) or _stands_in(entry.name, data):
            yield Path(entry.path)


def _files(folder: Path) -> Iterator[os.DirEntry[str]]:
    found = (entry for entry in _entries(folder) if entry.is_file(follow_symlinks=False))
    return (entry for entry, _ in zip(found, range(_MOST_FILES), strict=False))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []


def _stands_in(name: str, data: bytes) -> bool:
    """Whether a page speaks of that name, in one of the ways in which an address may be written."""
    return any(
        way.encode("utf-8", "surrogateescape") in data for way in dict.fromkeys((name, quote(name), escape(name)))
    ) or (not name.isascii() and name.encode("cp1252", "replace") in data)


def _picture(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            start = file.read(16)
            if start.startswith(_PICTURES) or start[4:8] == b"ftyp":
                return start + file.read(MOST_BYTES)
    except OSError:
        return b""
    return b""
