"""The window: three panes, a bar above and a line below. Here the widgets are made and connected, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QSplitter, QWidget

from reader.edits import Change
from reader.errors import TilikError
from reader.messages import Words
from reader.model.articles import Place
from ui.actions.actions import Actions
from ui.annotations.panel import AnnotationPanel
from ui.article.find_bar import FindBar
from ui.article.overview_strip import OverviewStrip
from ui.article.selection_bar import SelectionBar
from ui.article.view import ArticleView
from ui.jobs import Jobs
from ui.language import i18n
from ui.language.messages import translate_message, translate_stored
from ui.library.pane import LibraryPane
from ui.look.theme import Theme
from ui.marking.actions import Marking
from ui.session import Session
from ui.settings import ReadingFace, Settings
from ui.window import dialogs, label_filter, places, trouble, wiring
from ui.window.add_sources import Adding
from ui.window.banner import Banner
from ui.window.focus import FocusMode
from ui.window.folding import TEXT, Folding
from ui.window.handlers import handlers
from ui.window.handover import Handover
from ui.window.header import Header
from ui.window.menus import Menus
from ui.window.places import Places
from ui.window.reclean import Recleaning
from ui.window.results import Results, is_typing
from ui.window.revisions import Revisions
from ui.window.stack import stack
from ui.window.status_bar import StatusBar
from ui.window.welcome import Welcome

if TYPE_CHECKING:
    from ui.marking.merge import Merging
    from ui.revisions.left_out import LeftOutDrawer
    from ui.window.connectors import Relations


class MainWindow(QMainWindow):
    """One window on one session. `themeWanted` and `languageWanted` are for the program to follow."""

    themeWanted = Signal(str)
    languageWanted = Signal(str)
    painted = Signal()

    def __init__(self, session: Session, settings: Settings, jobs: Jobs, theme: Theme, place: Place | None) -> None:
        super().__init__()
        self.session, self.settings, self.jobs, self.theme = session, settings, jobs, theme
        self.successor: MainWindow | None = None
        self.setWindowTitle("Tilik")
        self.setAcceptDrops(True)
        self.setMinimumSize(720, 480)
        self._painted = False
        self.refusal = ""  # what was last said of a library that could not be opened
        self.commands = Actions(self)
        self._make_panes()
        self._make_widgets()
        self._lay_out()
        self.marking = Marking(session, settings, self.view, self.panel, self)
        self.results = Results(self)
        self.adding = Adding(session, settings, jobs, self)
        self.recleaning, self.revisions = Recleaning(self), Revisions(self)
        self.places = Places(session, self.view.restore, self)
        self.menus = Menus(self.menuBar(), self.commands)
        self.commands.connect_all(handlers(self))
        self.folding = Folding(self.library, self.panel, settings, self.commands)
        self.focus_mode = FocusMode(self)
        self.commands.serve([self.reading, self.panel])
        wiring.connect(self)
        wiring.connect_own(self)
        wiring.add_menus(self)
        self.show_labels()
        self._restore(place)
        if session.is_open:  # a window that is made anew, in another language
            self.library_opened()
            self.revisions.refresh()
            self.name_undo()
        else:
            self.status.show_not_open(refused=False)

    # -- made once --------------------------------------------------------------------------------

    def _make_panes(self) -> None:
        """What holds the rest comes first: a widget that is moved into its place later is styled twice."""
        self.body = QWidget(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self.body)
        self.desk = QWidget()
        self.reading = QWidget(self.desk)
        self.reading.setObjectName("desk")

    def _make_widgets(self) -> None:
        self.header = Header(self.commands, self.theme, self.body)
        self.library = LibraryPane(self.session, self.theme, self.splitter)
        self.desk.setParent(self.splitter)
        self.view = ArticleView(self.session, self.reading, self.theme)
        self.strip = OverviewStrip(self.view, self.reading)
        self.bar = SelectionBar(self.session.labels, self.view)
        self.find_bar = FindBar(self.view, self.desk)
        self.welcome = Welcome(self.desk)
        self.panel = AnnotationPanel(self.session, self.splitter, self.theme)
        self.banner = Banner(self.desk)
        self.status = StatusBar(self.body)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self.reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.strip)
        parts = (self.banner, self.find_bar, self.welcome, self.reading)
        self.desk_column = stack(self.desk, parts, stretch=(self.welcome, self.reading))
        for pane in (self.library, self.desk, self.panel):
            self.splitter.addWidget(pane)
        self.splitter.setHandleWidth(1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setCollapsible(1, False)
        self.desk.setMinimumWidth(TEXT)
        stack(self.body, (self.header, self.splitter, self.status), stretch=(self.splitter,))
        self.setCentralWidget(self.body)
        self.setTabOrder(self.header.export, self.library.states.list)

    def _restore(self, place: Place | None) -> None:
        places.restore_window(self, self.settings)
        places.restore_panes(self.splitter, self.settings)
        self.folding.settle()
        self.set_theme(self.theme)
        self.view.set_face(self.settings.values.face)
        self.view.set_marks_hidden(self.settings.values.marks_hidden)
        self.commands["hide_marks"].setChecked(self.settings.values.marks_hidden)
        self.commands["page_follows"].setChecked(self.settings.values.page_follows)
        if self.session.article is not None:
            self.article_opened(place)
        else:
            self.article_closed()
        self.view.setFocus()
        for page in (self.view.viewport(), self.welcome):
            page.installEventFilter(self)

    def _make_followers(self) -> None:
        """What watches the marks, and the first paint does without."""
        for part in (self.relations, self.merging):
            part.setObjectName(type(part).__name__)

    @cached_property
    def relations(self) -> Relations:
        """The connectors of the chosen mark; made when the library is open."""
        from ui.window.connectors import Relations

        return Relations(self)

    @cached_property
    def merging(self) -> Merging:
        """The offer to make two marks one; made when the library is open."""
        from ui.marking.merge import Merging

        return Merging(self)

    @cached_property
    def drawer(self) -> LeftOutDrawer:
        """What is not in the article, below it; made when it is first wanted."""
        from ui.revisions.left_out import LeftOutDrawer

        made = LeftOutDrawer(self.session, self.desk)
        made.hide()
        made.putBack.connect(partial(dialogs.put_back, self))
        made.takeOut.connect(partial(dialogs.take_out, self))
        made.placeChosen.connect(self.view.scroll_to)
        made.closed.connect(self.view.setFocus)
        self.desk_column.addWidget(made)
        return made

    # -- the article on the desk --------------------------------------------------------------------------------

    @property
    def current(self) -> MainWindow:
        """This window, or the one that took its place in another language: where a job that ends reports."""
        window = self
        while window.successor is not None:
            window = window.successor
        return window

    def open(self, article_id: str) -> None:
        """Put an article on the desk, where the reader left it."""
        self._put_on_desk(article_id)
        self.view.setFocus()

    def open_first(self, article_id: str) -> bool:
        """Put an article on an empty desk while nothing is being typed; False when that is not so.

        The keyboard stays where it is, unless it was on the empty desk.
        """
        if self.session.article is not None or is_typing():
            return False
        focus = QApplication.focusWidget()
        stays = focus is not None and not self.desk.isAncestorOf(focus)
        self._put_on_desk(article_id)
        if not stays:
            self.view.setFocus()
        return True

    def _put_on_desk(self, article_id: str) -> None:
        self.panel.apply_drafts()
        self.places.keep()
        self.session.open(article_id)

    def open_hit(self, article_id: str, annotation_id: str) -> None:
        """Put an article on the desk at one of its marks, or at the words that were searched."""
        self.open(article_id)
        if annotation_id:
            self.view.select_mark(annotation_id)

    def search(self, words: str) -> None:
        if words and self.library.isHidden():
            self.folding.fold("library", shown=True)
        self.library.search(words)

    def article_opened(self, place: Place | None = None) -> None:
        article, revision = self.session.article, self.session.revision
        assert article is not None and revision is not None
        self.setWindowTitle(f"{article.title} – Tilik")
        self.welcome.hide()
        self.reading.show()
        self.status.show_left_out(len(revision.left_out))
        self.banner.remark([translate_stored(notice) for notice in revision.notices])
        self.places.come_back(place)
        self.folding.settle(alone=self.focus_mode.on)

    def article_closed(self) -> None:
        self.setWindowTitle("Tilik")
        self.banner.remark(())
        self.reading.hide()
        self.bar.hide()
        self.welcome.show()
        self.status.show_left_out(0)
        self.status.show_reading(-1, 0)

    def mark_clicked(self, id: str) -> None:
        self.marking.linking.finish(id)
        self.panel.select(id)

    def card_activated(self, id: str) -> None:
        self.marking.linking.finish(id)
        self.view.select_mark(id)

    def go(self, id: str) -> None:
        """To the mark at the other end of a link, in this article or another."""
        if not self.panel.model.holds(id):
            self.open(self.session.library.annotation(id).article_id)
        self.view.select_mark(id)
        self.panel.reveal(id)

    # -- following the library --------------------------------------------------------------------------------

    def library_opened(self) -> None:
        self.status.show_saved(readonly=self.session.readonly)
        if self.session.readonly:
            self.banner.tell(
                self.tr("This library can only be read. Marks and changes are refused until it can be written.")
            )
        trouble.opened(self)
        self.recleaning.offer()
        self._make_followers()

    def show_jobs(self) -> None:
        self.status.show_jobs(self.jobs.running)

    def show_marks_shown(self) -> None:
        label_filter.changed(self)

    def tell_change(self, change: Change) -> None:
        name = i18n.edit_name(change.edit.name)
        if change.origin == "undo":
            self.status.say(self.tr("Undone: {0}").format(name))
        elif change.origin == "redo":
            self.status.say(self.tr("Done again: {0}").format(name))

    def name_undo(self) -> None:
        for id, text, name in (
            ("undo", self.tr("&Undo"), self.session.undo_name),
            ("redo", self.tr("&Redo"), self.session.redo_name),
        ):
            shown = i18n.edit_name(name).replace("&", "&&") if name else ""
            self.commands[id].setText(f"{text} {shown}".strip())
            self.commands[id].setEnabled(bool(name))

    def show_labels(self) -> None:
        self.commands.set_labels(self.session.labels)
        self.header.set_labels(self.session.labels)
        self.bar.set_labels(self.session.labels)

    def warn(self, words: Words) -> None:
        """Say what failed, above the text, until it is read; what the core says is put in the reader's language."""
        self.banner.tell(translate_message(words))

    # -- how it looks --------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Dress every part in `theme`."""
        self.theme = theme
        for part in (self.header, self.library, self.view, self.strip, self.bar, self.panel):
            part.set_theme(theme)
        self._check_paper()

    def _check_paper(self) -> None:
        self.commands[f"paper_{self.settings.values.theme}"].setChecked(True)

    def draw_icons(self) -> None:
        """What no first paint needs."""
        self.menus.draw_icons(self.theme)
        self.panel.head.draw_icons()

    def set_face(self, face: ReadingFace) -> None:
        """Set the text in `face` from now on; the first visible words stay where they are."""
        face = face.clamped()
        self.settings.update(face=face)
        self.view.set_face(face)

    # -- what the window itself is told ----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.focus_mode.on:
            self.focus_mode.turn(False)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.focus_mode.on:
            self.folding.fit(event.size().width())
        self.focus_mode.place()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is None and self.adding.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.guarded(lambda: self.revisions.take_drop(event.mimeData()))

    def hand_on(self) -> Handover:
        """What a window made anew is to take up; what is being typed is stored."""
        self.panel.apply_drafts()
        self.view.tell_place()
        self.places.keep()
        self.guarded(lambda: places.remember_window(self, self.splitter, self.settings))
        return Handover.of(self)

    def guarded(self, act: Callable[[], object]) -> None:
        """Do `act`; what it refuses is told above the text."""
        try:
            act()
        except TilikError as error:
            self.warn(error.message)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.focus_mode.on:
            self.focus_mode.turn(False)
        self.panel.apply_drafts()
        self.view.tell_place()
        self.places.keep()
        self.guarded(lambda: places.remember_window(self, self.splitter, self.settings))
        super().closeEvent(event)
