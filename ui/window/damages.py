"""A damaged library is shown as one: looked through after an unclean end, and once a day, while the window goes on."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from ui.desk import Desk
from ui.language.messages import sentence, translate_message

if TYPE_CHECKING:
    from reader.messages import Message
    from reader.model.pages import Cleaned, Page
    from reader.store import Damage, Library, Remedy

T = TypeVar("T")
PLACE = "place told"  # under which the library keeps what was said of where it lies
CALM = 60_000  # milliseconds after the opening until the daily check begins
_TOLD = 2  # damages of an article that are said above it
_PAUSE = 0.002  # seconds that a check leaves to the window, again and again


class Damages(QObject):
    """Checks the library beside the window and says what is damaged, of the library and of each article that is opened.

    `opened` brings the healed library, to be taken in place of this one.
    """

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.found: list[Damage] = []
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self.check)

    def begin(self, take: Callable[[Library], object]) -> None:
        """The library is open: check it now when it was not closed in order, later when a day has gone by. `take` gets
        the healed one."""
        self.opened.connect(take)
        library = self._desk.session.library
        self._desk.session.articleOpened.connect(self._look)
        if library.opening_notices:
            self._desk.banner.tell("\n".join(map(sentence, library.opening_notices)), warning=False)
            library.opening_notices = ()
        self._look()  # the first article is painted before the library is open
        self._desk.jobs.then(lambda: library.warning, self._say_place, self._desk.warn)
        if library.owed:
            self._desk.jobs.then(library.quick_check, self._take_quick, self._desk.warn)
        elif library.unread:
            stopped = threading.Event()
            self._desk.jobs.then(
                lambda: library.is_as_closed(stopped.is_set), self._take_compared, self._desk.warn, stop=stopped.set
            )
        elif library.due:
            self._calm.start()

    def _take_compared(self, same: bool) -> None:
        """A large library is as it was closed, or is looked through now."""
        library = self._desk.session.library
        if not same:
            self._desk.jobs.then(library.quick_check, self._take_quick, self._desk.warn)
        elif library.due:
            self._calm.start()

    def _look(self) -> None:
        """Compare what is shown of the article with what was stored, beside the window; what a check found is said at
        once."""
        article = self._desk.session.article
        if article is None:
            return
        self._name_article()
        library = self._desk.session.library
        self._desk.jobs.then(lambda: library.examine_article(article.id), self._take_of_article, self._desk.warn)

    def _take_of_article(self, found: list[Damage]) -> None:
        new = [one for one in found if one not in self.found]
        if new:
            self.found = [*self.found, *new]
            self._name_article()

    def _say_place(self, warning: Message | None) -> None:
        """Say once where the library lies, when that may harm it."""
        library = self._desk.session.library
        if warning is None or library.readonly or library.setting(PLACE) == str(warning):
            return
        library.remember_setting(PLACE, str(warning))
        self._desk.banner.tell(translate_message(warning), warning=False)

    def check(self) -> None:
        """Look through the whole library, beside the window."""
        library, stopped = self._desk.session.library, threading.Event()
        self._desk.jobs.then(
            lambda: library.examine(lambda: _wait_a_little(stopped)), self._take, self._desk.warn, stop=stopped.set
        )

    def _take_quick(self, found: list[Damage]) -> None:
        if found:
            self._take(found)
        self.check()

    def _take(self, found: list[Damage]) -> None:
        self.found = found
        if found:
            named = [one for one in found if one.part != "file"] or found  # words and marks rather than pages
            first = translate_message(named[0].message)
            text = self.tr("The library is damaged, in %n place(s): {0}", "", len(found)).format(first)
            self._desk.banner.tell(text, action=self.tr("What can be healed…"), call=self.ask)
            self._name_article()

    def _name_article(self) -> None:
        """Say of the article on the desk that parts of it are missing or not to be trusted."""
        article = self._desk.session.article
        if article is None or not self.found:
            return
        own = [one for one in self.found if one.article_id == article.id]
        if own:
            said = "; ".join(translate_message(one.message) for one in own[:_TOLD])
            said += f" (+{len(own) - _TOLD})" if len(own) > _TOLD else ""
            text = self.tr("Parts of this article are damaged, and may be missing or wrong: {0}").format(said)
        elif any(one.part == "file" for one in self.found):
            text = self.tr("The file of the library is damaged: marks or words of this article may be missing.")
        else:
            return
        self._desk.banner.tell(text, action=self.tr("What can be healed…"), call=self.ask)

    # -- healing -------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Find out what can be healed, and ask what is to be."""
        library = self._desk.session.library
        self._desk.say(self.tr("Looking for sound copies…"))
        self._desk.jobs.then(lambda: _cleaning(library.remedies), self._show, self._desk.warn)

    def _show(self, found: Sequence[Remedy]) -> None:
        from ui.dialogs.healing import HealingDialog

        self._desk.say("")
        dialog = HealingDialog(found, self._desk.window)
        dialog.setEnabled(not self._desk.session.readonly)
        dialog.chosen.connect(self._heal)
        dialog.rejected.connect(lambda: self._take(self.found))  # left as it is, it is still shown as damaged
        dialog.open()

    def _heal(self, ids: list[str]) -> None:
        library: Library = self._desk.session.library
        self._desk.jobs.then(
            lambda: _cleaning(partial(library.heal, ids)), self.opened.emit, self._desk.warn
        )  # fmt: skip


def _cleaning(work: Callable[[Callable[[Page], Cleaned]], T]) -> T:
    """Do what may clean original pages again, in a process of its own."""
    from reader.cleaning.worker import Worker

    with Worker() as worker:
        return work(worker.clean)


def _wait_a_little(stopped: threading.Event) -> bool:
    time.sleep(_PAUSE)
    return stopped.is_set()
