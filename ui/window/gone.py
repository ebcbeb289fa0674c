"""A library that cannot be opened, or was there and is not any more: why, and what a person would have instead."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reader.errors import GoneError, LockedError, NewerLibraryError, TilikError
from ui.language.messages import translate_message
from ui.window.dialogs import ask_gone, ask_library


def instead(parent: QWidget, text: str, path: Path) -> tuple[Path, str]:
    """Return the library to open, after what was asked was done, with `again`; or `quit`."""
    from reader.store import Library

    answer = ask_gone(parent, text)
    try:
        if answer == "restore":
            Library.put_back(path)
        elif answer == "new":
            Library.begin_new(path)
    except TilikError as error:
        return instead(parent, translate_message(error.message), path)
    if answer == "elsewhere":
        named = ask_library(parent, path)
        return (named, "again") if named is not None else instead(parent, text, path)
    return path, "quit" if answer == "quit" else "again"


def refusal(error: TilikError, path: Path) -> str:
    """Return why the library was not opened, which file it is, and what can be done."""
    text = translate_message(error.message)
    if str(path) not in text:
        text = f"{path}: {text}"
    if isinstance(error, LockedError | NewerLibraryError | GoneError):
        return text
    more = QCoreApplication.translate(
        "Program",
        "See that its disk is there, has room, and that you may read and write in its folder; then try again. "
        "Backups are kept in {0}.",
    )
    return f"{text}\n\n{more.format(path.parent / 'backups')}"
