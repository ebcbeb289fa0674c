"""The folder of pictures that a browser saves beside a page: `page_files`, in German `page-Dateien`.

The folder is listed and no name out of the page is opened, so that a page cannot reach other files.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from urllib.parse import quote

from reader.model.pages import Companion
from reader.text.invariants import frozen

# What Windows and the browsers put after a page's name, by language. Source:
# https://learn.microsoft.com/windows/win32/shell/manage#connected-files
_ENDINGS = (
    "_files", ".files", "_archivos", "_arquivos", "_bestanden", "-bestanden", "_bylos", "-dateien", "_datoteke",
    "_dosyalar", "_elemei", "_failid", "_fails", "_fajlovi", "_ficheiros", "_fichiers", "_file", "-filer", "_filer",
    "_fitxategiak", "_fitxers", "_pliki", "_soubory", "_tiedostot",
)  # fmt: skip
# A page speaks of such a folder by its whole name; without this no folder is listed, which may hold thousands of pages.
_SPOKEN_OF = re.compile(rb"(?:" + b"|".join(re.escape(ending.encode()) for ending in _ENDINGS) + rb")/", re.IGNORECASE)
_MOST_FILES = 2000
MOST_BYTES = 20_000_000  # of one picture
MOST_TOGETHER = 64_000_000
_SCRAPBOOK, _HEAD = b"data-scrapbook-", 1 << 13
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
            picture = _picture(Path(file.path), min(room, MOST_BYTES)) if _stands_in(file.name, data) else b""
            if picture:
                room -= len(picture)
                name = file.name if folder == page.parent else f"{folder.name}/{file.name}"
                found.append(Companion(frozen(name), picture))
    return tuple(found)


def _folders(page: Path, data: bytes) -> Iterator[Path]:
    """The folder that has the page's name, or one that the page speaks of: the page may have been renamed.

    WebScrapBook puts the pictures into the page's own folder, which is a folder of that page alone.
    """
    if _SCRAPBOOK in data[:_HEAD]:
        yield page.parent
    for entry in _entries(page.parent) if _SPOKEN_OF.search(data) is not None else ():
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
        way.encode("utf-8", "surrogateescape") in data
        for way in dict.fromkeys((name, quote(name, errors="surrogateescape"), escape(name)))
    ) or (not name.isascii() and name.encode("cp1252", "replace") in data)


def _picture(path: Path, most: int) -> bytes:
    """The bytes of a picture; none of anything else, or of one that is larger than `most`."""
    try:
        with path.open("rb") as file:
            start = file.read(16)
            if start.startswith(_PICTURES) or start[4:8] == b"ftyp":
                whole = start + file.read(most)
                return whole if len(whole) <= most else b""
    except OSError:
        return b""
    return b""
