"""The window: three panes, a bar above and a line below. Here the widgets are made and connected, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QWidget

from reader.edits import Change
from reader.messages import Words
from reader.model.articles import Place
from ui.actions.actions import Actions
from ui.actions.keys import KEYS, plain, with_keys
from ui.actions.row import FOUND_BY
from ui.annotations.panel import AnnotationPanel
from ui.article.find_bar import FindBar
from ui.article.overview_strip import OverviewStrip
from ui.article.target_bar import TargetBar
from ui.article.view import ArticleView
from ui.desk import Desk, is_typing
from ui.frame import places
from ui.frame.banner import Banner
from ui.frame.folding import TEXT, Folding
from ui.frame.header import Header
from ui.frame.history import History
from ui.frame.places import Places
from ui.frame.remark import remark
from ui.frame.status_bar import StatusBar
from ui.frame.welcome import Welcome
from ui.jobs import Jobs
from ui.language.i18n import edit_name
from ui.language.steps import named, step_words
from ui.library.pane import LibraryPane
from ui.look.theme import Theme
from ui.session import Session
from ui.settings import Settings
from ui.window import label_filter
from ui.window.first_signals import connect_first
from ui.window.menus import Menus
from ui.window.sight import in_sight
from ui.window.stack import stack

if TYPE_CHECKING:
    from ui.window.handover import Handover
    from ui.window.parts import Parts


class MainWindow(QMainWindow):
    """One window on one session. `painted` follows the first paint; `libraryTaken`: another was opened in its place."""

    painted = Signal()
    libraryTaken = Signal(object)

    def __init__(self, session: Session, settings: Settings, jobs: Jobs, theme: Theme, place: Place | None) -> None:
        super().__init__()
        self.session, self.settings, self.jobs, self.theme = session, settings, jobs, theme
        self._library_name = ""
        self.setAcceptDrops(True)
        self.setMinimumSize(720, 480)
        self._painted = False
        KEYS.use(settings.values.keys)
        self.commands = Actions(self)
        self._make_panes()
        self._make_widgets()
        self._lay_out()
        self.reading_keys = self.commands.serve([self.view, self.reading, self.panel.list, self.panel], session.here)
        self.desk = self._make_desk()
        self.menus = Menus(self.menuBar(), self.commands)
        self.commands.connect_all(lambda id: self._acts[id]())
        self.reading_keys.sees = lambda: in_sight(self.desk)
        self.reading_keys.strayed.connect(self.tell_stray)
        connect_first(self.desk)
        self._follow_session()
        self.show_labels()
        self._restore(place)
        if session.is_open:  # a window that is made anew, in another language
            self.library_opened()
            self.parts.revisions.refresh()
            self.name_undo()
        else:
            self.status.show_not_open(refused=False)

    @cached_property
    def parts(self) -> Parts:
        """What does things. Made and connected right after the first paint, or as soon as it is asked for."""
        from ui.window import wiring
        from ui.window.parts import Parts

        made = self.__dict__["parts"] = Parts.on(self.desk, self.find_bar)
        wiring.connect_panes(made, self.bar)
        wiring.connect_parts(made)
        wiring.add_menus(made, self.menus)
        made.libraries.opened.connect(self.libraryTaken)
        return made

    @cached_property
    def _acts(self) -> dict[str, Callable[[], None]]:
        """What each action does. An action without a handler, or the reverse, is a `KeyError`."""
        from ui.window.handlers import handlers

        found = handlers(self.parts)
        if differing := self.commands.by_id.keys() ^ found.keys():
            raise KeyError(f"actions and handlers differ: {sorted(differing)}")
        return found

    @property
    def _focused(self) -> bool:
        """Whether there is nothing but the text; asked before the parts are made, too."""
        return "parts" in self.__dict__ and self.parts.focus_mode.on

    # -- made once --------------------------------------------------------------------------------

    def _make_panes(self) -> None:
        """What holds the rest comes first: a widget that is moved into its place later is styled twice."""
        self.body = QWidget(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self.body)
        self.middle = QWidget()
        self.reading = QWidget(self.middle)
        self.reading.setObjectName("desk")

    def _make_widgets(self) -> None:
        self.header = Header(self.commands, self.theme, self.body)
        self.library = LibraryPane(self.session, self.theme, self.jobs, self.splitter)
        self.middle.setParent(self.splitter)
        self.view = ArticleView(self.session, self.reading, self.theme)
        self.strip = OverviewStrip(self.view, self.reading)
        self.bar = TargetBar(self.session.labels, self.view, self.session.here)
        self.find_bar = FindBar(self.view, self.middle)
        self.welcome = Welcome(self.middle)
        self.panel = AnnotationPanel(self.session, self.splitter, self.theme, self.jobs)
        self.banner = Banner(self.middle)
        self.status = StatusBar(self.body)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self.reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.strip)
        parts = (self.banner, self.find_bar, self.welcome, self.reading)
        self.column = stack(self.middle, parts, stretch=(self.welcome, self.reading))
        for pane in (self.library, self.middle, self.panel):
            self.splitter.addWidget(pane)
        self.splitter.setHandleWidth(1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setCollapsible(1, False)
        self.middle.setMinimumWidth(TEXT)
        stack(self.body, (self.header, self.splitter, self.status), stretch=(self.splitter,))
        self.setCentralWidget(self.body)
        self.setTabOrder(self.header.export, self.library.states.list)

    def _make_desk(self) -> Desk:
        folding = Folding(self.library, self.panel, self.settings, self.commands)
        return Desk(
            window=self, session=self.session, settings=self.settings, jobs=self.jobs, theme=self.theme,
            commands=self.commands,
            reading_keys=self.reading_keys, header=self.header, library=self.library, view=self.view, panel=self.panel,
            banner=self.banner, welcome=self.welcome, status=self.status, body=self.body, middle=self.middle,
            column=self.column, folding=folding, places=Places(self.session, self.view.restore, self, self.jobs.then),
            history=History(),
        )  # fmt: skip

    def _follow_session(self) -> None:
        """By methods of this window, which end with it: session and jobs go on in the window that takes its place."""
        session = self.session
        session.articleOpened.connect(self.article_opened)
        session.articleClosed.connect(self.article_closed)
        session.changed.connect(self.tell_change)
        session.labelsChanged.connect(self.show_labels)
        session.failed.connect(self.warn)
        session.undoChanged.connect(self.name_undo)
        session.libraryOpened.connect(self.library_opened)
        session.showing.changed.connect(self.show_marks_shown)
        self.jobs.changed.connect(self.show_jobs)
        self.status.backupWanted.connect(lambda: self.parts.trouble.say_again())

    def _restore(self, place: Place | None) -> None:
        places.restore_window(self, self.settings)
        places.restore_panes(self.splitter, self.settings)
        self.desk.folding.settle()
        self.set_theme(self.theme)
        self.desk.wear_face(self.settings.values.face)
        self.view.set_marks_hidden(self.settings.values.marks_hidden)
        self._snap_words()
        self.settings.changed.connect(self._snap_words)
        self.settings.changed.connect(self._follow_keys)
        self.settings.failed.connect(self.warn)
        KEYS.changed.connect(self.show_keys)
        self.commands["hide_marks"].setChecked(self.settings.values.marks_hidden)
        self.commands["page_follows"].setChecked(self.settings.values.page_follows)
        if self.session.article is not None:
            self.article_opened(place)
        else:
            self.article_closed()
        self.view.setFocus()
        for page in (self.view.viewport(), self.welcome):
            page.installEventFilter(self)

    # -- the article on the desk --------------------------------------------------------------------------------

    def open(self, article_id: str) -> None:
        """Put an article on the desk, where the reader left it."""
        self.desk.open(article_id)

    def article_opened(self, place: Place | None = None) -> None:
        article, revision = self.session.article, self.session.revision
        assert article is not None and revision is not None
        self._name_window()
        self.welcome.hide()
        self.reading.show()
        self.status.show_left_out(len(revision.left_out))
        self.banner.leave(article.id)
        remark(self.banner, article, revision, self.commands["fetch_text"].trigger)
        self.desk.places.come_back(place)
        self.desk.folding.settle(alone=self._focused)

    def article_closed(self) -> None:
        self._name_window()
        self.banner.leave("")
        self.banner.remark(())
        self.reading.hide()
        self.bar.hide()
        self.welcome.show()
        self.status.show_left_out(0)
        self.status.show_reading(-1, 0)

    def set_library_name(self, name: str) -> None:
        """Name the library in the title of the window; the usual one has no name."""
        self._library_name = name
        self._name_window()

    def _name_window(self) -> None:
        program = f"{self._library_name} – Tilik" if self._library_name else "Tilik"
        article = self.session.article
        self.setWindowTitle(f"{article.title} – {program}" if article is not None else program)

    # -- following the library --------------------------------------------------------------------------------

    def library_opened(self) -> None:
        self.status.show_saved(readonly=self.session.readonly)
        if self.session.readonly:
            self.banner.tell(
                self.tr("This library can only be read. Marks and changes are refused until it can be written.")
            )
        self.parts.trouble.opened()
        QTimer.singleShot(0, self.parts.recleaning.offer)
        self.parts.make_followers()
        self.parts.relations.drawn.connect(self.bar.keep_clear)

    def show_jobs(self) -> None:
        self.status.show_jobs(self.jobs.running)

    def show_marks_shown(self) -> None:
        label_filter.changed(self.desk)

    def tell_change(self, change: Change) -> None:
        article = self.session.article
        self._name_window()
        name = step_words(change.step, article.id if article else "")
        if change.origin == "undo":
            self.status.say(self.tr("Undone: {0}").format(name))
        elif change.origin == "redo":
            self.status.say(self.tr("Done again: {0}").format(name))

    def tell_stray(self) -> None:
        self.status.say(
            with_keys(
                self.tr(
                    "These letters were typed with nothing chosen: they did nothing. "
                    "Click a sentence or press {0} first."
                ),
                "sentence_next",
            )
        )

    def name_undo(self) -> None:
        article = self.session.article
        for id, text, step in (
            ("undo", self.tr("&Undo"), self.session.next_undo),
            ("redo", self.tr("&Redo"), self.session.next_redo),
        ):
            self.commands[id].setText(named(text, step, article.id if article else ""))
            self.commands[id].setProperty(FOUND_BY, plain(f"{text} {edit_name(step.name)}" if step else text))
            self.commands[id].setEnabled(step is not None)

    def show_labels(self) -> None:
        self.commands.set_labels(self.session.labels)
        self.header.set_labels(self.session.labels)
        self.bar.set_labels(self.session.labels)

    def _follow_keys(self) -> None:
        KEYS.use(self.settings.values.keys)

    def show_keys(self) -> None:
        """Work by the keys that the actions have now. What shows them follows `KEYS` itself."""
        self.commands.give_keys()
        self.show_labels()

    def warn(self, words: Words) -> None:
        """Say what was refused, above the text, until it is read or the article is left."""
        self.desk.refuse(words)

    # -- how it looks --------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Dress every part in `theme`."""
        self.theme = self.desk.theme = theme
        for part in (self.header, self.library, self.view, self.strip, self.bar, self.panel):
            part.set_theme(theme)
        self._check_paper()

    def _snap_words(self) -> None:
        self.view.snaps = self.settings.values.snap_words

    def _check_paper(self) -> None:
        self.commands[f"paper_{self.settings.values.theme}"].setChecked(True)

    def draw_icons(self) -> None:
        """What no first paint needs."""
        self.menus.draw_icons(self.theme)
        self.panel.head.draw_icons()

    # -- what the window itself is told ----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._after_paint)
        return super().eventFilter(watched, event)

    def _after_paint(self) -> None:
        """Make what the first paint did without, before anybody can press a key."""
        self.painted.emit()
        self._complete()

    def _complete(self) -> Parts:
        return self.parts

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.panel.holds_focus():
            self.view.setFocus()
        elif event.key() == Qt.Key.Key_Escape and self.banner.warns:
            self.banner.close_message()
        elif event.key() == Qt.Key.Key_Escape and self._focused:
            self.parts.focus_mode.turn(False)
        elif is_typing() or not self.commands.answer(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._focused:
            self.desk.folding.fit(event.size().width())
        if "parts" in self.__dict__:
            self.parts.focus_mode.place()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is None and self.parts.adding.takes(event.mimeData()):
            event.acceptProposedAction()
            self.parts.drop_target.offer(event.mimeData())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.parts.drop_target.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.parts.drop_target.hide()
        event.acceptProposedAction()
        self.desk.guarded(lambda: self.parts.revisions.take_drop(event.mimeData()))

    def hand_on(self) -> Handover:
        """Return what a window made anew is to take up; what is being typed is stored."""
        from ui.window.handover import Handover  # no first paint needs it

        self.keep()
        return Handover.of(self.parts)

    def take_place_of(self, old: MainWindow, left: Handover) -> None:
        """Go on where `old` was: what its jobs bring comes here."""
        old.parts.bequeath(self.parts)
        left.take_up(self.parts)

    def keep(self) -> None:
        """Store what is being typed and where the reader and the window are."""
        self.panel.apply_drafts()
        self.view.tell_place()
        self.desk.places.keep_all()
        self.desk.guarded(lambda: places.remember_window(self, self.splitter, self.settings))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.parts.leaving.agreed(self.close):
            self.keep()
            event.ignore()
            return
        if self.parts.focus_mode.on:
            self.parts.focus_mode.turn(False)
        self.keep()
        super().closeEvent(event)
