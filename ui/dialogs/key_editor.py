"""The editor of keys: every action with its keys; a new one is pressed, and refused where it is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTreeWidgetItem, QVBoxLayout, QWidget

from reader.errors import TilikError
from ui.actions.actions import Actions
from ui.actions.groups import groups
from ui.actions.keys import KEYS, ROWS, may_have, native, plain, row_name, spell
from ui.actions.table import MENU_TITLES, MENUS, TABLE
from ui.dialogs.key_field import KeyField
from ui.dialogs.key_tree import ID, KeyTree, key_names, search_field
from ui.dialogs.parts import button, words
from ui.language.messages import sentence
from ui.look.plain_tooltip import plain_tooltip
from ui.settings import Settings


class KeyEditor(QDialog):
    """Every change holds at once and is kept in the settings."""

    def __init__(self, actions: Actions, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change the keys"))
        self._actions, self._settings = actions, settings
        self.tree = KeyTree(self)
        self.search = search_field(self.tree, self)
        self.name, self.said = words("", self), words("", self)
        self.field = KeyField(self)
        self.field.setPlaceholderText(self.tr("Press the new key"))
        self.field.setAccessibleName(self.tr("The new key"))
        self.field.setToolTip(self.tr("Press the key that the chosen action is to have; Tab leaves the field"))
        self._make_buttons()
        self._fill()
        self._lay_out()
        self._connect()
        self.tree.settle()
        self.resize(self.sizeHint().width(), 660)
        self.search.setFocus()

    def _make_buttons(self) -> None:
        self.instead = button(
            self.tr("&Use it instead"), self.tr("The chosen action has this key and no other (Enter)"), self
        )
        self.beside = button(
            self.tr("Use it as &well"), self.tr("The chosen action has this key beside those it has"), self
        )
        self.none = button(self.tr("&No key"), self.tr("Take the keys of the chosen action away"), self)
        self.usual = button(self.tr("As it wa&s"), self.tr("Give the chosen action the keys that it came with"), self)
        self.all_usual = button(
            self.tr("&All as they were"), self.tr("Give every action the keys that it came with"), self
        )
        self.leave = button(self.tr("&Close"), self.tr("Close (Esc)"), self)
        for one in (self.beside, self.none, self.usual, self.all_usual, self.leave):
            one.setAutoDefault(False)
        self.instead.setDefault(True)

    def _fill(self) -> None:
        for _id, title, rows in groups():
            group = self.tree.add_group(title)
            for row in rows:
                self.tree.add_row(group, row_name(row), "", row.id)
        self._show_keys()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        column.addWidget(self.name)
        for parts in (
            (self.field, self.instead, self.beside),
            (self.none, self.usual, None, self.all_usual, self.leave),
        ):
            row = QHBoxLayout()
            for part in parts:
                if part is None:
                    row.addStretch(1)
                else:
                    row.addWidget(part, 1 if part is self.field else 0)
            column.addLayout(row)
        column.insertWidget(4, self.said)
        stops = (
            self.search, self.tree, self.field, self.instead, self.beside,
            self.none, self.usual, self.all_usual, self.leave,
        )  # fmt: skip
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self.tree.currentItemChanged.connect(lambda *_: self._choose())
        self.tree.itemActivated.connect(lambda *_: self.field.setFocus())
        self.field.recorded.connect(self._judge)
        acts: Sequence[tuple[QPushButton, Callable[[], None]]] = (
            (self.instead, lambda: self._give((self.field.key,))),
            (self.beside, lambda: self._give((*KEYS.of(self.chosen), self.field.key))),
            (self.none, lambda: self._give(())),
            (self.usual, self._as_it_was),
            (self.all_usual, self._all_as_they_were),
            (self.leave, self.reject),
        )
        for one, act in acts:
            one.clicked.connect(lambda _on=False, act=act: act())
        KEYS.changed.connect(self._show_keys)

    # -- what is chosen --------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> str:
        """The id of the chosen action; empty while none is chosen."""
        item = self.tree.currentItem()
        return str(item.data(0, ID) or "") if item is not None and not item.isHidden() else ""

    def _choose(self) -> None:
        self.field.forget()
        self._say("")

    def _show_keys(self) -> None:
        for item in self.tree.rows():
            id = str(item.data(0, ID))
            item.setText(1, key_names(KEYS.sequences(ROWS[id])))
            self._embolden(item, KEYS.is_own(id))
        self._say("")

    def _embolden(self, item: QTreeWidgetItem, own: bool) -> None:
        font = item.font(1)
        font.setBold(own)
        item.setFont(1, font)
        hint = self.tr("Your own keys") if own else ""
        item.setToolTip(1, plain_tooltip(hint))
        item.setData(1, Qt.ItemDataRole.AccessibleDescriptionRole, hint)

    def _say(self, refusal: str) -> None:
        """Say what is chosen and, of the key that was pressed, why it cannot be given."""
        id = self.chosen
        keys = key_names(KEYS.sequences(ROWS[id])) if id else ""
        name = self.tr("{0}: {1}").format(row_name(ROWS[id]), keys or self.tr("no key")) if id else ""
        self.name.setText(name)
        self.said.setText(refusal)
        free = bool(id and self.field.key and not refusal)
        self.instead.setEnabled(free)
        self.beside.setEnabled(free)
        self.none.setEnabled(bool(id and keys))
        self.usual.setEnabled(bool(id) and KEYS.is_own(id))
        self.all_usual.setEnabled(any(map(KEYS.is_own, ROWS)))

    # -- a key that was pressed -------------------------------------------------------------------------------------

    def _judge(self, key: str) -> None:
        if not key:
            self._say(self.tr("This key is not the same on every keyboard."))
        else:
            self._say(self.refusal(self.chosen, key) if self.chosen else self.tr("Choose an action first."))

    def refusal(self, id: str, key: str) -> str:
        """Return why the action `id` cannot have the portable `key`; empty when it can."""
        row = ROWS[id]
        if not may_have(row, key):
            if row.reading or may_have(ROWS["note"], key) is False:
                return self.tr("{0} has its own meaning everywhere.").format(native(key))
            return self.tr("{0} works everywhere, in text fields too: it needs Ctrl, Alt or an F key.").format(
                row_name(row)
            )
        if holder := self._actions.holder(key, id) or _menu(key):
            return self.tr("{0} belongs to “{1}”.").format(native(key), holder)
        return ""

    def _give(self, keys: Sequence[str]) -> None:
        id, own = self.chosen, dict(self._settings.values.keys)
        if not id:
            return
        kept = own.get(id, [])
        unknown = [key for key in kept if not _is_known(id, key)] if isinstance(kept, list) else []
        own[id] = [*dict.fromkeys(keys), *unknown]
        self._keep(own)

    def _as_it_was(self) -> None:
        """Give the chosen action its first keys; refused while another action or a label has one of them."""
        id = self.chosen
        for key in map(spell, ROWS[id].keys) if id else ():
            if holder := self._actions.holder(key, id):
                self._say(self.tr("{0} belongs to “{1}”.").format(native(key), holder))
                return
        self._keep({name: keys for name, keys in self._settings.values.keys.items() if name != id})

    def _all_as_they_were(self) -> None:
        """Give all actions their first keys; refused while a label has one of them."""
        usual = {spell(key) for row in TABLE for key in row.keys}
        for label in self._actions.labels:
            if taken := next((key.toString() for key in label.shortcuts() if key.toString() in usual), ""):
                self._say(self.tr("{0} belongs to “{1}”.").format(native(taken), plain(label.text())))
                return
        self._keep({id: keys for id, keys in self._settings.values.keys.items() if id not in ROWS})

    def _keep(self, own: dict[str, object]) -> None:
        self.field.forget()
        try:
            self._settings.update(keys=own)
        except TilikError as error:
            self._say(sentence(error.message))


def _is_known(id: str, key: object) -> bool:
    return isinstance(key, str) and may_have(ROWS[id], key)


def _menu(key: str) -> str:
    """Return the menu that opens by `key`, by name."""
    for menu in MENUS:
        title = QCoreApplication.translate("Actions", MENU_TITLES[menu])
        if "&" in title and key == f"Alt+{title[title.index('&') + 1].upper()}":
            return plain(title)
    return ""
