"""The trash emptied, or some of it, when that was asked: no undo brings back what is deleted for good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from reader.messages import Message
from reader.model.claims import Claim, Source
from reader.model.erasing import Erasure
from reader.model.steps import Emptied
from reader.progress import Progress
from ui.desk import Desk
from ui.language.messages import translate_message
from ui.language.steps import shortened
from ui.window.dialogs import message
from ui.window.heirs import Heritable

if TYPE_CHECKING:
    from reader.store import Library


class Trash(Heritable):
    """Asks with the number, deletes beside the window, and says what was deleted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk

    def empty(self) -> None:
        """Delete for good all that is in the trash."""
        self.delete(self._desk.session.library.trashed())

    def delete(self, article_ids: Sequence[str]) -> None:
        """Delete these articles of the trash for good, when it is said that they shall be."""
        if not article_ids and not self._desk.session.readonly:
            self._desk.say(self.tr("The trash is empty."))
        else:
            self.erase(Erasure(articles=tuple(article_ids)))

    def erase(self, wanted: Erasure) -> None:
        """Delete for good whatever is named, when it is said that it shall be, also from the backups if that is."""
        desk = self._desk
        if desk.session.readonly:
            desk.warn(self.tr("This library can only be read; nothing was changed."))
        elif wanted:
            self._ask(wanted)

    def _ask(self, wanted: Erasure) -> None:
        from PySide6.QtWidgets import QCheckBox, QMessageBox  # no first paint needs it

        over = QApplication.activeModalWidget() or QApplication.activeWindow() or self._desk.window
        box = message(over, self._question(wanted), warning=True)
        too = QCheckBox(box)
        if backups := len(self._desk.session.library.backups()):
            too.setText(self.tr("&Also delete it from %n backup(s), which are written anew", "", backups))
            box.setCheckBox(too)
        sure = box.addButton(self.tr("&Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        sure.clicked.connect(lambda: self._start(wanted, backups=too.isChecked()))
        box.open()

    def _question(self, wanted: Erasure) -> str:
        kept = self.tr("Backups that were made before still hold it, unless they are written anew.")
        beyond = self.tr(
            "Sets exported earlier, copies that other programs made, and what a solid-state disk keeps of overwritten "
            "places are beyond Tilik's reach."
        )
        return "\n\n".join((self._asked(wanted), self._told(wanted), f"{kept} {beyond}"))

    def _asked(self, wanted: Erasure) -> str:
        articles = wanted.articles
        if len(articles) == 1:
            title = self._desk.session.library.article(articles[0]).title
            return self.tr("Delete “{0}” for good?").format(shortened(title))
        if articles:
            return self.tr("Delete %n article(s) for good?", "", len(articles))
        if wanted.marks:
            return self.tr("Delete %n mark(s) for good?", "", len(wanted.marks))
        if wanted.notes:
            return self.tr("Delete the note(s) of %n mark(s) for good?", "", len(wanted.notes))
        if len(wanted.claims) > 1:
            return self.tr("Delete %n claim(s) for good?", "", len(wanted.claims))
        if wanted.claims:
            claims = self._desk.session.library.of_kind("claim", wanted.claims)
            words = ", ".join(shortened(one.text) for one in claims.values() if isinstance(one, Claim))
            return self.tr("Delete “{0}” for good?").format(words)
        found = self._desk.session.library.of_kind("source", wanted.sources)
        names = ", ".join(shortened(one.name) for one in found.values() if isinstance(one, Source))
        return self.tr("Delete “{0}” for good?").format(names)

    def _told(self, wanted: Erasure) -> str:
        if wanted.articles:
            return self.tr(
                "Texts, marks, original pages and their steps of undo leave the library. This cannot be undone."
            )
        if wanted.sources:
            return self.tr("Marks on words of articles stay, and are about nobody. This cannot be undone.")
        if wanted.claims:
            return self.tr(
                "Its evidence, its reviews and what other claims say of it go too. Marks on words of articles stay, "
                "and mention no claim. This cannot be undone."
            )
        return self.tr("Its steps of undo go too. This cannot be undone.")

    def _start(self, wanted: Erasure, *, backups: bool) -> None:
        desk = self._desk
        name = self.tr("Deleting %n article(s) for good", "", len(wanted.articles))
        if not wanted.articles:
            name = self.tr("Deleting for good")
        job = desk.jobs.start(name, partial(_steps, desk.session.library, wanted, backups))
        job.done.connect(lambda results: self.latest.tell(results))
        job.failed.connect(lambda reason: desk.latest.warn(reason))

    def tell(self, results: Sequence[Emptied | Message]) -> None:
        """Say what was deleted, and which backups could not be written anew."""
        for one in results:
            if isinstance(one, Message):
                self._desk.warn(translate_message(one))
            elif one.articles or not one:
                self._desk.say(self.tr("%n article(s) deleted for good.", "", one.articles))
            else:
                self._desk.say(self.tr("Deleted for good."))


def _steps(library: Library, wanted: Erasure, backups: bool) -> Iterator[Progress]:
    done = library.erase(wanted)
    kept = library.backups() if backups else []
    yield Progress(1, len(kept) + 1, result=done)
    for n, one in enumerate(library.erase_in_backups(wanted) if backups else (), 2):
        yield Progress(n, len(kept) + 1, result=one.refused or None)
