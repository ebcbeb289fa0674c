"""The menu of an article in the library pane: what can be done with it without going to it first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from reader.model.articles import Article, State
from reader.model.erasing import Erasure
from ui.window import dialogs, library_files
from ui.window.parts import Parts


def open_menu(parts: Parts, article_ids: Sequence[str], at: QPoint) -> None:
    """Open the menu of these articles at a place of the screen."""
    parts.desk.guarded(lambda: ArticleMenu(parts, article_ids).popup(at))


class ArticleMenu(QMenu):
    """Of one article, or of several what goes for all of them. It is gone when it is closed."""

    def __init__(self, parts: Parts, article_ids: Sequence[str]) -> None:
        super().__init__(parts.desk.library)
        self._parts, self._ids = parts, article_ids
        if len(article_ids) == 1:
            self._add_single(parts.desk.session.library.article(article_ids[0]))
        self._add_fetching()
        several = self.tr("&Export %n article(s)…", "", len(article_ids))
        self._add(
            several if len(article_ids) > 1 else self.tr("&Export this article…"),
            lambda: library_files.export_these(parts.desk, parts.results, article_ids),
        )
        self.addSeparator()
        self._add_states()
        self.aboutToHide.connect(parts.desk.library.menu_gone)

    def _add(self, words: str, act: Callable[[], object], *, enabled: bool = True) -> None:
        action = self.addAction(words)
        action.setEnabled(enabled)
        action.triggered.connect(lambda _checked=False: self._parts.desk.guarded(act))

    def _add_single(self, article: Article) -> None:
        desk, addressed, there = self._parts.desk, bool(article.url), _file_of(article)
        self._add(self.tr("&Open"), lambda: desk.open(article.id))
        self._add(self.tr("&Title, byline, date and address…"), lambda: self._edit_facts(article))
        self._add(self.tr("&Capture again"), lambda: self._capture(article), enabled=addressed)
        self.addSeparator()
        self._add(self.tr("Copy &address"), lambda: self._copy(article), enabled=addressed)
        self._add(self.tr("Open a&ddress…"), partial(dialogs.link, desk, article.url), enabled=addressed)
        if there is not None:
            self._add(self.tr("Open the &folder of its file"), lambda: _show(there))
        self.addSeparator()

    def _add_fetching(self) -> None:
        """Where only addresses are here: their texts. An article of several of which some have one is passed over."""
        library = self._parts.desk.session.library
        articles = [library.article(id) for id in self._ids]
        waiting = [one.id for one in articles if not one.words and one.url]
        if waiting:
            one, more = self.tr("&Fetch the text"), self.tr("&Fetch %n text(s)", "", len(waiting))
            self._add(more if len(self._ids) > 1 else one, lambda: self._parts.fetching.fetch(waiting))

    def _add_states(self) -> None:
        library = self._parts.desk.library
        for state, name in library.states.names().items():
            if state is None or (state is State.TRASHED and library.in_trash):
                continue
            words = self.tr("Move to {0}").format(name)
            if len(self._ids) > 1:
                words = self.tr("Move %n article(s) to {0}", "", len(self._ids)).format(name)
            self._add(words, partial(library.move_articles, self._ids, state))

        self.addSeparator()
        erased = Erasure(articles=tuple(self._ids))
        self._add(self.tr("Delete for &good…"), lambda: self._parts.trash.erase(erased))

    def _edit_facts(self, article: Article) -> None:
        self._parts.desk.open(article.id)
        self._parts.desk.commands["edit_facts"].trigger()

    def _capture(self, article: Article) -> None:
        """What becomes of it is told of the article on the desk, so that is where it goes first."""
        self._parts.desk.open(article.id)
        self._parts.revisions.capture()

    def _copy(self, article: Article) -> None:
        QGuiApplication.clipboard().setText(article.url)
        self._parts.desk.say(self.tr("Copied {0}").format(article.url))


def _file_of(article: Article) -> Path | None:
    """The file that it came from, if that still is there."""
    path = Path(article.origin) if article.origin and "://" not in article.origin else None
    try:
        return path if path is not None and path.is_absolute() and path.is_file() else None
    except (OSError, ValueError):  # what an imported set calls a file need not be one
        return None


def _show(path: Path) -> None:
    from ui.dialogs.export_dialog import show_in_folder

    show_in_folder(path)
