"""Capturing the open article again, what becomes of its marks, its older texts: what the window does with revisions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QFileDialog

from reader.messages import Words
from reader.progress import Progress
from ui.desk import Desk
from ui.revisions.revision_bar import RevisionBar
from ui.window.add_sources import SET_SUFFIXES, Adding
from ui.window.heirs import Heritable
from ui.window.known_texts import KnownTexts, Reader, known_texts, with_marks
from ui.window.results import Results
from ui.window.stopper import Stopper
from ui.window.taking import take_with_marks

if TYPE_CHECKING:
    from reader.edits import Change
    from reader.intake.capture_again import Captured
    from reader.model.annotations import Annotation
    from reader.model.articles import Article
    from reader.store import Library
    from ui.jobs import Job
    from ui.revisions.compare_window import CompareWindow
    from ui.revisions.outcome_drawer import OutcomeDrawer
    from ui.window.attaching import Attaching

_LONGEST = 40  # characters of a title in the line below


class Revisions(Heritable):
    """Nothing is fetched but on its command, and no text is replaced: a new one is put beside the old ones."""

    def __init__(self, desk: Desk, adding: Adding, results: Results) -> None:
        super().__init__(desk.window)
        self._desk, self._adding, self._results = desk, adding, results
        self.bar = RevisionBar(desk.middle)
        desk.column.insertWidget(1, self.bar)
        self._known = KnownTexts()
        self._reader: Reader = known_texts
        self._reading: Job | None = None
        self._compare: CompareWindow | None = None
        self.bar.chosen.connect(self.show_revision)
        self.bar.newestWanted.connect(self.newest)
        self.bar.marksWanted.connect(self.list_marks)
        self.bar.compareWanted.connect(self.compare)
        session = desk.session
        session.articleOpened.connect(self.refresh)
        session.libraryOpened.connect(self.refresh)
        session.articleClosed.connect(self._clear)
        session.changed.connect(self._follow)

    @cached_property
    def drawer(self) -> OutcomeDrawer:
        """The marks by outcome, below the text; made when it is first wanted."""
        from ui.revisions.outcome_drawer import OutcomeDrawer

        made = OutcomeDrawer(self._desk.middle)
        made.confirmWanted.connect(self._confirm)
        made.attachWanted.connect(self._attach)
        made.leaveWanted.connect(self._leave)
        made.openWanted.connect(self._open)
        made.closed.connect(self._desk.view.setFocus)
        self._desk.reading_keys.guard([made.list])
        self._desk.column.addWidget(made)
        return made

    # -- capturing -------------------------------------------------------------------------------------------------

    def capture(self) -> None:
        """Fetch the open article from its address now."""
        article = self._desk.session.article
        if article is None:
            self._desk.say(self.tr("Open an article first."))
        elif not article.url:
            self._desk.warn(self.tr("This article has no address. Capture it from a file instead."))
        else:
            self._start(article.url)

    def ask_file(self) -> None:
        """Choose the newer version of the open article."""
        if self._desk.session.article is None:
            self._desk.say(self.tr("Open an article first."))
            return
        name, _ = QFileDialog.getOpenFileName(
            self._desk.window, self.tr("Newer version of this article"), self._desk.settings.values.add_folder,
            self.tr(
                "Pages and texts (*.html *.htm *.xhtml *.mht *.mhtml *.htz *.maff *.webarchive"
                " *.txt *.text *.md *.markdown);;All files (*)"
            ),
        )  # fmt: skip
        if name:
            self._start(name)

    def take_drop(self, mime: QMimeData) -> None:
        """What was dropped on the window: one page over an open article may be a newer version of that."""
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        alone = len(mime.urls()) == 1 and len(files) == 1 and files[0].is_file()
        article, revision = self._desk.session.article, self._desk.session.revision
        if article is None or revision is None or not alone or files[0].suffix.lower() in SET_SUFFIXES:
            self._adding.take(mime)
            return
        look = partial(_look, files[0], article.url, revision.text)
        self._desk.jobs.then(look, partial(self._take_file, files[0], article), self._warn)

    def _take_file(self, path: Path, article: Article, may_be_newer: bool) -> None:
        """Ask only where the address or the words of the page speak for the article that is still open."""
        now = self._desk.session.article
        if may_be_newer and now is not None and now.id == article.id and QApplication.activeModalWidget() is None:
            self._offer(path)
        else:
            self._adding.add([str(path)])

    def _offer(self, path: Path) -> None:
        from PySide6.QtWidgets import QMessageBox

        from ui.window.dialogs import message

        article = self._desk.session.article
        assert article is not None
        box = message(self._desk.window, self.tr("Is {0} a newer version of “{1}”?").format(path.name, article.title))
        newer = box.addButton(self.tr("&Newer version of this article"), QMessageBox.ButtonRole.AcceptRole)
        other = box.addButton(self.tr("&Another article"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(other)
        newer.clicked.connect(lambda: self._start(str(path), article.id))
        other.clicked.connect(lambda: self._adding.add([str(path)]))
        box.open()

    def _start(self, source: str, article_id: str = "") -> None:
        desk, article = self._desk, self._desk.session.article
        if desk.session.library.readonly:
            desk.warn(self.tr("This library can only be read; nothing was changed."))
            return
        id = article_id or (article.id if article else "")
        stopper = Stopper()
        work = partial(_steps, desk.session.library, id, source, stopper)
        job = desk.jobs.start(self.tr("Capturing again"), work, writes=False, stop=stopper.stop)
        job.done.connect(lambda found: self.latest._take(found[0]))
        job.failed.connect(lambda reason: desk.latest.warn(reason))
        if "://" in source:
            desk.status.show_network(urlsplit(source).hostname or "")
            job.ended.connect(lambda: desk.latest.status.show_network(""))

    def _take(self, found: Captured) -> None:
        desk = self._desk
        if found.edit is None:
            desk.banner.tell(
                self.tr("Nothing has changed since the last capture; nothing was recorded."), warning=False
            )
            return
        take_with_marks(desk, found.edit, lambda: self.latest._taken(found))

    def _taken(self, found: Captured) -> None:
        desk, article = self._desk, self._desk.session.article
        if article is not None and article.id == found.article_id and not desk.session.past:
            desk.say(self.tr("Captured again; one undo takes it back."))
            self._list_when_known = bool(found.carried)
            self.refresh()
        else:
            message = self.tr("“{0}” was captured again: open").format(_short(found.title))
            self._results.tell(message, lambda: self.latest.open_newest(found.article_id))

    def _warn(self, reason: Words) -> None:
        self._desk.latest.warn(reason)

    def open_newest(self, article_id: str) -> None:
        """Put the newest text of an article on the desk, with the marks by outcome."""
        self._desk.open(article_id)
        self._list_when_known = True
        self.refresh()

    def list_when_known(self) -> None:
        """List the marks by outcome as soon as they are read."""
        self._list_when_known = True
        self.refresh()

    _list_when_known = False

    # -- following -------------------------------------------------------------------------------------------------

    def _clear(self) -> None:
        self._forget("")
        self.bar.hide()
        if self._has_drawer:
            self.drawer.hide()

    def _forget(self, article_id: str) -> None:
        """What is read for an article that was left is not waited for."""
        if self._reading is not None:
            self._reading.cancel()
        self._reading, self._known = None, KnownTexts(article_id)

    def _follow(self, change: Change) -> None:
        """Marks that were confirmed, moved or undone; new revisions come with `articleOpened`."""
        if change.unlisted:
            self.refresh()
        elif self._reading is not None and self._known.follow(change):
            self._read(self._reader)  # what is being read may be from before the change
        elif self._known.several and self._known.follow(change):
            self._tell()

    def refresh(self) -> None:
        """Ask which texts there are. Nearly always it is one, and then nothing is read."""
        session, article = self._desk.session, self._desk.session.article
        if article is None or not session.is_open:
            return
        self._forget(article.id)
        listed = self._list_when_known or self._shows_marks
        if listed or session.library.text_count(article.id) > 1:
            self._read(with_marks if listed else known_texts)
        else:
            self._show(self._known)

    def _read(self, reader: Reader) -> None:
        """Ask beside the window; the words of the texts are not read, and marks only where they are listed."""
        self._forget(self._known.article_id)
        self._reader = reader
        ask = partial(reader, self._desk.session.library, self._known.article_id)
        self._reading = self._desk.jobs.then(ask, self._show, self._warn)

    @property
    def _has_drawer(self) -> bool:
        return "drawer" in self.__dict__

    @property
    def _shows_marks(self) -> bool:
        return self._has_drawer and self.drawer.isVisible()

    def _show(self, known: KnownTexts) -> None:
        session = self._desk.session
        self._reading = None
        if session.article is None or session.revision is None or session.article.id != known.article_id:
            return
        self._known = known
        if known.several or not self.bar.isHidden():
            self.bar.show_revisions(known.heads, session.revision.id)
        if self._list_when_known:
            self._list_when_known = False
            self.drawer.show()
        self._tell()

    def _tell(self) -> None:
        """Say what became of the marks: how many in the bar, each in the drawer while it is open."""
        self.bar.show_asking(self._known.asking, self._known.carried)
        if self._shows_marks and self._known.marks is not None:
            self.drawer.show_marks(self._known.in_order())

    # -- reading and deciding --------------------------------------------------------------------------------------

    def show_revision(self, revision_id: str) -> None:
        """Read another revision of the open article."""
        self._desk.panel.apply_drafts()
        self._desk.places.keep()
        self._desk.session.show_revision(revision_id)

    def newest(self) -> None:
        """Back to the newest text."""
        article = self._desk.session.article
        if article is not None:
            self.show_revision(article.revision_id)
            self._desk.view.setFocus()

    def list_marks(self) -> None:
        """The marks by outcome, with the keyboard in the list; they are read when they are first wanted."""
        if self._known.article_id == "" or (self._reading is None and not self._known.several):
            self._desk.say(self.tr("This article was captured only once."))
            return
        if self._known.marks is None:
            self.drawer.show_marks(())
            self._read(with_marks)
        self.drawer.show()
        self.drawer.list.setFocus()

    def _mark(self, id: str) -> Annotation:
        return self._desk.session.library.annotation(id)

    def _confirm(self, id: str) -> None:
        from reader.revisions.carry_marks import confirm

        self._at_newest()
        self._desk.session.do(confirm(self._mark(id)))

    def _leave(self, id: str) -> None:
        from reader.revisions.carry_marks import leave

        self._at_newest()
        mark, library = self._mark(id), self._desk.session.library
        wanted = {mark.anchor.revision_id, mark.origin.revision_id if mark.origin is not None else ""}
        known = {head.id: library.revision(head.id) for head in self._known.heads if head.id in wanted}
        self._desk.session.do(leave(mark, known))

    def _attach(self, id: str) -> None:
        self._at_newest()
        self._attaching.begin(id)

    @cached_property
    def _attaching(self) -> Attaching:
        from ui.window.attaching import Attaching

        return Attaching(self._desk)

    def _open(self, id: str) -> None:
        """Show the mark: a removed one on the old revision, at its place."""
        self.show_revision(self._mark(id).anchor.revision_id)
        self._desk.view.select_mark(id)

    def _at_newest(self) -> None:
        if self._desk.session.past:
            self.newest()

    def compare(self) -> None:
        """Two captures of the open article side by side."""
        from ui.revisions.compare_window import CompareWindow

        article = self._desk.session.article
        if article is None or not self._known.several:
            self._desk.say(self.tr("This article was captured only once."))
            return
        if self._compare is not None:
            self._compare.close()
        self._compare = CompareWindow(
            self._desk.session, self._desk.jobs, article.id, self._known.heads, self._desk.window
        )
        self._compare.failed.connect(self._warn)
        self._compare.show()


def _look(path: Path, address: str, text: str) -> bool:
    from reader.intake.newer_version import may_be_newer

    return may_be_newer(path, address, text)


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"


def _steps(library: Library, article_id: str, source: str, stopper: Stopper) -> Iterator[Progress]:
    from reader.cleaning import Worker
    from reader.intake.capture_again import steps

    with Worker() as worker:
        stopper.works_with(worker)
        yield from steps(library, article_id, source, worker)
