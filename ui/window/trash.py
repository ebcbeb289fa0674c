"""The trash emptied, or some of it, when that was asked: no undo brings back what is deleted for good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from reader.model.steps import Emptied
from reader.progress import Progress
from ui.desk import Desk
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
        desk = self._desk
        if desk.session.readonly:
            desk.warn(self.tr("This library can only be read; nothing was changed."))
        elif not article_ids:
            desk.say(self.tr("The trash is empty."))
        else:
            self._ask(article_ids)

    def _ask(self, article_ids: Sequence[str]) -> None:
        from PySide6.QtWidgets import QMessageBox  # no first paint needs it

        box = message(QApplication.activeModalWidget() or self._desk.window, self._question(article_ids), warning=True)
        sure = box.addButton(self.tr("&Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        sure.clicked.connect(partial(self._start, tuple(article_ids)))
        box.open()

    def _question(self, article_ids: Sequence[str]) -> str:
        if len(article_ids) == 1:
            title = self._desk.session.library.article(article_ids[0]).title
            asked = self.tr("Delete “{0}” for good?").format(shortened(title))
        else:
            asked = self.tr("Delete %n article(s) for good?", "", len(article_ids))
        return "\n\n".join(
            (
                asked,
                self.tr(
                    "Texts, marks, original pages and their steps of undo leave the library. This cannot be undone."
                ),
                self.tr("Backups that were made before still hold them."),
            )
        )

    def _start(self, article_ids: Sequence[str]) -> None:
        desk = self._desk
        name = self.tr("Deleting %n article(s) for good", "", len(article_ids))
        job = desk.jobs.start(name, partial(_steps, desk.session.library, article_ids))
        job.done.connect(lambda results: self.latest.tell(results[0]))
        job.failed.connect(lambda reason: desk.latest.warn(reason))

    def tell(self, done: Emptied) -> None:
        """Say what was deleted."""
        self._desk.say(self.tr("%n article(s) deleted for good.", "", done.articles))


def _steps(library: Library, article_ids: Sequence[str]) -> Iterator[Progress]:
    yield Progress(1, 1, result=library.delete_for_good(article_ids))
