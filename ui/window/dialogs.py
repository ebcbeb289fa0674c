"""Opens the dialogs, each imported when it is first asked for: none is needed for the first paint."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QWidget

from reader import edits
from ui.desk import Desk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from reader.model.articles import Block


MOST_WIDE = 20_000  # pixels of a picture that is shown in its own size
READING_FACES = ("Literata", "Inter", "Noto Naskh Arabic")
translate = QCoreApplication.translate


def message(parent: QWidget, text: str, *, warning: bool = False) -> QMessageBox:
    """Return A message whose text is shown as it is, never as markup."""
    from PySide6.QtWidgets import QMessageBox

    icon = QMessageBox.Icon.Warning if warning else QMessageBox.Icon.Information
    box = QMessageBox(icon, "Tilik", "", parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box


def ask_refused(parent: QWidget, text: str, offered: Collection[str]) -> str:
    """Return why the library was not opened, and what now: `again`, `quit`, or one of what is `offered`: `readonly`,
    `restore`, `copy`, `elsewhere`, `new`."""
    from PySide6.QtWidgets import QMessageBox

    box, role = message(parent, text, warning=True), QMessageBox.ButtonRole
    said = {
        "again": (translate("Dialogs", "Try again"), role.AcceptRole),
        "readonly": (translate("Dialogs", "Only read"), role.ActionRole),
        "restore": (translate("Dialogs", "Restore a backup…"), role.ActionRole),
        "copy": (translate("Dialogs", "Make a clean copy…"), role.ActionRole),
        "elsewhere": (translate("Dialogs", "Look elsewhere…"), role.ActionRole),
        "new": (translate("Dialogs", "Begin a new library"), role.ActionRole),
        "quit": (translate("Dialogs", "Quit"), role.RejectRole),
    }
    buttons = {way: box.addButton(*said[way]) for way in said if way in ("again", "quit") or way in offered}
    box.setDefaultButton(buttons["again"])
    box.setEscapeButton(buttons["quit"])
    box.exec()
    return next((way for way, button in buttons.items() if button is box.clickedButton()), "quit")


def ask_library(parent: QWidget, path: Path) -> Path | None:
    """Return the library that a person names in place of the one at `path`; None when she names none."""
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getOpenFileName(parent, translate("Dialogs", "Where the library is"), str(path.parent))
    return Path(name) if name else None


def ask_clean_copy(parent: QWidget, path: Path) -> Path | None:
    """Return where a clean copy of the library at `path` is to be; None for none."""
    from PySide6.QtWidgets import QFileDialog

    proposed = str(path.with_name(f"{path.stem}-clean{path.suffix}"))
    name, _ = QFileDialog.getSaveFileName(parent, translate("Dialogs", "Where the clean copy is to be"), proposed)
    return Path(name) if name else None


def settings(desk: Desk, choose_second: Callable[[bool], None]) -> None:
    """The settings that are in no menu, beside those that are. `choose_second` asks for a second place for backups, or
    takes it away where it is given true."""
    from ui.dialogs.settings import SettingsDialog

    library = desk.session.library
    dialog = SettingsDialog(desk.settings, library.path, desk.window, second=library.second_place())
    dialog.secondWanted.connect(lambda none: desk.guarded(lambda: choose_second(none)))
    dialog.keysWanted.connect(lambda: edit_keys(desk))
    dialog.publisherWanted.connect(lambda: edit_publisher(desk))
    show(dialog)


def edit_publisher(desk: Desk) -> None:
    """Who publishes the reviews of the library, and on which scale they are rated."""
    from reader.model.publisher import PUBLISHER, parsed, written
    from ui.dialogs.publisher import PublisherDialog

    library = desk.session.library
    dialog = PublisherDialog(parsed(library.setting(PUBLISHER)), desk.window)
    if library.readonly:
        dialog.save.setVisible(False)
    dialog.saved.connect(lambda made: library.remember_setting(PUBLISHER, written(made)))
    show(dialog)


def edit_labels(desk: Desk) -> None:
    """Name, key and colour the labels."""
    from reader.query import Query
    from ui.dialogs.label_editor import LabelEditor

    session = desk.session
    dialog = LabelEditor(session.labels, lambda id: bool(session.library.count(Query(label=id))), desk.window)
    dialog.saved.connect(lambda labels: session.do(edits.save_labels(session.labels, labels)))
    show(dialog)


def show(dialog: QDialog) -> None:
    """Open `dialog` over its window, no larger than the screen; it is gone when it is closed."""
    from ui.dialogs.parts import open_within_screen

    open_within_screen(dialog)


def palette(desk: Desk) -> None:
    """Actions and articles by a few letters."""
    from ui.dialogs.palette import Palette

    dialog = Palette(desk.commands, desk.session.library.titles_first, desk.window)
    dialog.articleChosen.connect(desk.open)
    show(dialog)


def reading_face(desk: Desk) -> None:
    """How the text is set, seen at once behind the dialog."""
    from ui.dialogs.reading_face import ReadingFaceDialog

    values = desk.settings.values
    others = [family for family in QFontDatabase.families() if family not in READING_FACES]
    dialog = ReadingFaceDialog(values.face, values.theme, [*READING_FACES, *others], desk.window)
    dialog.faceChosen.connect(desk.set_face)
    dialog.paperChosen.connect(lambda paper: desk.settings.update(theme=paper))
    show(dialog)


def keys(desk: Desk) -> None:
    """Every action with its keys."""
    from ui.dialogs.key_sheet import KeySheet

    sheet = KeySheet(desk.commands, desk.window)
    sheet.changeWanted.connect(lambda: edit_keys(desk))
    show(sheet)


def edit_keys(desk: Desk) -> None:
    """Give actions other keys."""
    from ui.dialogs.key_editor import KeyEditor

    show(KeyEditor(desk.commands, desk.settings, desk.window))


def manual(desk: Desk, page: str = "") -> None:
    """The manual at `page`, or where it was left."""
    from ui.language import i18n
    from ui.manual.window import ManualWindow

    found, language = desk.window.findChild(ManualWindow), i18n.chosen(desk.settings.values.language)
    if not isinstance(found, ManualWindow):
        found = ManualWindow(desk.commands, language, lambda: desk.theme, desk.window)
        found.addressWanted.connect(lambda address: link(desk, address))
        found.open("start")
    if page:
        found.open(page)
    found.show()
    found.raise_()
    found.activateWindow()
    found.view.setFocus()


def about(desk: Desk) -> None:
    """What this is, and where its library lies."""
    from ui.dialogs.about import About

    show(About(desk.session.library.path, desk.window))


def picture(desk: Desk, block: Block) -> None:
    """A picture of the article, large; one that cannot be shown stays where it is."""
    from ui.article.figures import decoded
    from ui.dialogs.picture_viewer import PictureViewer

    shown = decoded(desk.session.library.picture(block.attrs.get("picture", "")), MOST_WIDE)
    if shown is not None:
        caption = desk.view.caption_of(block)
        show(PictureViewer(shown, caption, block.attrs.get("alt", ""), desk.window))


def link(desk: Desk, address: str) -> None:
    """Where a link leads; nothing is opened until the reader says so."""
    from ui.dialogs.link_dialog import LinkDialog

    show(LinkDialog(address, desk.window))
