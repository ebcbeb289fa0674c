"""The menu bar, made from the action table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QMenu, QMenuBar

from reader.system import is_mac
from ui.actions.actions import Actions, hint, parent_menu
from ui.actions.keys import plain
from ui.actions.table import MENU_TITLES, MENUS, TABLE
from ui.language.i18n import LANGUAGES
from ui.look.plain_tooltip import plain_tooltip
from ui.look.theme import Theme

ROLES = {
    "about": QAction.MenuRole.AboutRole,
    "settings": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
}
OF_MAC = ("Ctrl+M",)  # puts a window away there


def leave_to_mac(actions: Actions) -> None:
    """Take the keys from our actions that every Mac program has for something else."""
    for row in TABLE:
        kept = [key for key in actions[row.id].shortcuts() if key.toString() not in OF_MAC]
        if len(kept) < len(actions[row.id].shortcuts()):
            actions[row.id].setShortcuts(kept)
            actions[row.id].setToolTip(hint(plain(actions[row.id].text()), actions[row.id]))


class MenuLetters(QObject):
    """Keeps what is typed into an open menu for that menu: while the menu bar has the keyboard, Qt would take a letter
    for the shortcut of an action that stands in one of its menus."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        event.accept()
        return True


class Menus:
    """Fills `bar`. The recent sources are listed when their menu opens; label actions follow the labels."""

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        self._actions = actions
        self._letters = MenuLetters(bar)
        bar.installEventFilter(self._letters)
        self._menus: dict[str, QMenu] = {}
        for name in MENUS:
            self._menus[name] = self._made(bar.addMenu(QCoreApplication.translate("Actions", MENU_TITLES[name])))
            self._fill(name)
        for row in TABLE:
            # By what they are: by default Qt guesses from English words.
            actions[row.id].setMenuRole(ROLES.get(row.id, QAction.MenuRole.NoRole))
        if is_mac():
            leave_to_mac(actions)
        self._label_end = self._menus["annotate"].actions()[0]
        self._labels: list[object] = []
        actions.labelsRebuilt.connect(self.show_labels)

    def __getitem__(self, name: str) -> QMenu:
        return self._menus[name]

    def _made(self, menu: QMenu | None) -> QMenu:
        assert menu is not None
        menu.installEventFilter(self._letters)
        return menu

    def _fill(self, name: str) -> None:
        menu, section = self._menus[name], 0
        for row in TABLE:
            if parent_menu(row.menu) == name and row.menu not in self._menus:
                self._menus[row.menu] = self._made(
                    menu.addMenu(QCoreApplication.translate("Actions", MENU_TITLES[row.menu]))
                )
                self._fill(row.menu)
            elif row.menu == name:
                if row.section != section:
                    menu.addSeparator()
                    section = row.section
                menu.addAction(self._actions[row.id])

    def show_labels(self) -> None:
        """The label actions at the top of Annotate; changing the chosen mark's label in a menu of its own."""
        menu = self._menus["annotate"]
        for action in self._actions.labels:
            menu.insertAction(self._label_end, action)
        change = self._menus.get("change")
        if change is None:
            title = QCoreApplication.translate("Menus", "C&hange label")
            change = self._menus["change"] = self._made(QMenu(title, menu))
            menu.insertMenu(self._actions["note"], change)
        change.clear()
        change.addActions(self._actions.relabels)

    def add_languages(self, chosen: str, choose: Callable[[str], None]) -> QMenu:
        """Return A menu of languages under View."""
        menu = self._made(self._menus["view"].addMenu(QCoreApplication.translate("Menus", "Lan&guage")))
        one = QActionGroup(menu)
        for code, name in LANGUAGES.items():
            action = one.addAction(menu.addAction(name))
            action.setCheckable(True)
            action.setChecked(code == chosen)
            action.triggered.connect(lambda _checked=False, code=code: choose(code))
        return menu

    def add_recents(self, recents: Callable[[], Sequence[str]], choose: Callable[[str], object]) -> None:
        """A menu of the sources that were added last, under File."""
        menu = self._made(QMenu(QCoreApplication.translate("Menus", "&Recent"), self._menus["file"]))
        self._menus["file"].insertMenu(self._actions["import_set"], menu)

        def fill() -> None:
            menu.clear()
            for source in recents():
                # A file may be called "&x": it is data, not a key.
                action = menu.addAction(source.replace("&", "&&"))
                action.setToolTip(plain_tooltip(source))
                action.triggered.connect(lambda _checked=False, source=source: choose(source))
            if not recents():
                menu.addAction(QCoreApplication.translate("Menus", "Nothing yet")).setEnabled(False)

        menu.aboutToShow.connect(fill)

    def add_libraries(self, recents: Callable[[], Sequence[str]], choose: Callable[[Path], object]) -> None:
        """A menu of the libraries that were open last, under File; what is not there any more is grey."""
        menu = self._made(QMenu(QCoreApplication.translate("Menus", "Recent libraries"), self._menus["file"]))
        self._menus["file"].insertMenu(self._actions["backup"], menu)

        def fill() -> None:
            menu.clear()
            for name in recents():
                action = menu.addAction(name.replace("&", "&&"))
                action.setToolTip(plain_tooltip(name))
                action.setEnabled(Path(name).is_file())
                action.triggered.connect(lambda _checked=False, path=Path(name): choose(path))
            if not recents():
                menu.addAction(QCoreApplication.translate("Menus", "Nothing yet")).setEnabled(False)

        menu.aboutToShow.connect(fill)

    def draw_icons(self, theme: Theme) -> None:
        """Icons in the theme's colour; done after the first paint, no menu is open before."""
        from ui.look.icons import icon

        for row in TABLE:
            if row.icon:
                self._actions[row.id].setIcon(icon(row.icon, theme.muted))
