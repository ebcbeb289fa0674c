"""The menu of a right click in the text: what belongs to the words, the mark or the link that were clicked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from ui.desk import Desk
from ui.here import Target

_MARK = ("note", "tags", "link", "delete_mark")
_WORDS = ("attribute_assertion", "attribute_denial", "note", "link")
_LONGEST = 40  # characters of the words that an entry shows


def open_text_menu(desk: Desk, at: QPointF) -> QMenu:
    """Show the menu at a place of the text's viewport."""
    menu, here, link = QMenu(desk.view), desk.session.here, desk.view.link_at(at)
    commands = desk.commands
    if here.target is Target.MARKS:
        _add_changes(desk, menu)
        menu.addActions([commands[id] for id in _MARK])
    elif here.target is not Target.NOTHING:
        menu.addActions(commands.labels)
        menu.addSeparator()
        menu.addActions([commands[id] for id in _WORDS])
    menu.addSeparator()
    menu.addActions([commands["copy"], commands["copy_source"]])
    _add_search(desk, menu)
    desk.view.add_picture_entry(menu, at)
    if link:
        menu.addSeparator()
        _add_link(desk, menu, link)
    menu.popup(desk.view.viewport().mapToGlobal(at.toPoint()))
    return menu


def _add_changes(desk: Desk, menu: QMenu) -> None:
    change = menu.addMenu(QCoreApplication.translate("Menus", "C&hange label"))
    assert change is not None
    change.addActions(desk.commands.relabels)


def _add_search(desk: Desk, menu: QMenu) -> None:
    """Look for the selected words in the library."""
    words = " ".join(" ".join(span.of(desk.view.text) for span in desk.session.here.words).split())
    if words and len(words) <= _LONGEST:
        name = QCoreApplication.translate("TextMenu", "Search the library for “{0}”").format(words.replace("&", "&&"))
        menu.addAction(name).triggered.connect(lambda: _search(desk, words))


def _search(desk: Desk, words: str) -> None:
    desk.header.search.setText(words)
    desk.search(words)


def _add_link(desk: Desk, menu: QMenu, link: str) -> None:
    follow = menu.addAction(QCoreApplication.translate("TextMenu", "Open the link…"))
    follow.triggered.connect(lambda: desk.view.linkActivated.emit(link))
    copy = menu.addAction(QCoreApplication.translate("TextMenu", "Copy the link's address"))
    copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(link))
