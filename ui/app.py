"""The composition root: builds everything once, in the order that brings the first article on the screen soonest."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from reader.errors import InterruptedQueryError, LibraryError, LockedError, TilikError
from reader.memory import gc_paused
from reader.model.articles import Place
from reader.store import FirstPaint, first_paint
from ui import paths
from ui.appearance import Appearance
from ui.ending import Ending, leave
from ui.garbage import Collector
from ui.jobs import Jobs, Once, message_of
from ui.language import i18n
from ui.language.messages import translate_message
from ui.look import style
from ui.look.theme import Theme
from ui.safekeeping import Safekeeping
from ui.session import Session
from ui.settings import Settings
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from reader.store import Library, Restored
    from ui.single_instance import Instance
    from ui.window.handover import Handover

FAILED = 74


def run(library: Path | None, sources: Sequence[str], *, samples: bool = False) -> int:
    """Open the window on `library` (default: the user's own) and add `sources`; the exit code when it is closed."""
    application = make_application()
    settings = Settings(paths.settings_file())
    path, missing = paths.library_to_open(library, settings.values.last_library)
    # Someone holds this library or died holding it; only then is it worth asking for another window.
    if path.with_name(path.name + ".owner").exists():
        from ui.single_instance import hand_over

        if hand_over(path, sources):
            return 0
    with gc_paused(freeze=True):
        program = Program(path, settings, sources, samples=samples)
        program.missing = missing
        program.start()
    application.aboutToQuit.connect(lambda: program.latest.close(last=True))
    Ending(lambda: leave(program.latest.window.desk, program.latest.window.keep), application)
    Collector(application)
    return application.exec()


def make_application() -> QApplication:
    """Qt's application object, with our name and fonts."""
    QApplication.setApplicationName("tilik")
    QApplication.setApplicationDisplayName("Tilik")
    QApplication.setDesktopFileName("tilik")
    # By option: `setStyle` gives the style back, and with it the 600 names of `QStyle`, which take long to load.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    style.register_fonts()
    application.setFont(style.chrome_font())
    return application


class Program(QObject):
    """A library, its session and its window. The window may be made anew (another language); the session stays.

    Another library is another program, which takes this one's place: `latest` is the one on the screen. `opened` is
    the library when it is open already.
    """

    _indexed = Signal(int, int)

    def __init__(
        self,
        path: Path,
        settings: Settings,
        sources: Sequence[str] = (),
        *,
        samples: bool = False,
        opened: Library | None = None,
    ) -> None:
        super().__init__()
        self.path, self.settings = path, settings
        self._sources, self._samples = list(sources), samples
        self._readonly = False
        self._given = opened
        self.missing = ""  # a library that was to be opened in place of this one, and is not there
        self._heir: Program | None = None
        self._closed = False
        self._translators: list[QTranslator] = []
        self._begun = False  # whether the first paint is over, and the library being opened
        self._instance: Instance | None = None
        self.exit_code = 0
        self.jobs = Jobs(self)
        settings.beside = self._beside
        self._indexed.connect(self._show_indexed)
        self._library = Once(self.jobs, lambda: self._explained(self._load_library))
        self._first: FirstPaint | None = first_paint(path)
        self.session = Session(self._open_library, self._first, self)
        self.session.annotator = settings.values.annotator
        self.safekeeping = Safekeeping(self.session, self.jobs, lambda: self.window.parts, self)
        self._language = ""
        self._follow_language()
        self.appearance = Appearance(settings, self)
        self.window = self._make_window(self._first.place if self._first else None)
        self._first = None
        self.appearance.changed.connect(self._wear)
        settings.changed.connect(self._settings_changed)

    def _beside(self, write: Callable[[], None]) -> None:
        self.jobs.then(write, lambda _nothing: None, self.window.warn)

    # -- start -----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Show the window; everything that the first frame can do without comes after it."""
        self.window.show()

    def _make_window(self, place: Place | None) -> MainWindow:
        window = MainWindow(self.session, self.settings, self.jobs, self.appearance.theme, place)
        window.installEventFilter(self.appearance)
        window.set_library_name(paths.library_name(self.path))
        window.libraryTaken.connect(self._take_over)
        window.painted.connect(self._after_first_paint)
        return window

    def _open_library(self) -> Library:
        """The library, from any thread. Raises `TilikError` with a sentence that names the file."""
        return self._library.result()

    def _explained(self, call: Callable[[], Library]) -> Library:
        try:
            return call()
        except TilikError:
            raise
        except Exception as error:  # the edge of a job: whoever wants the library is to get a sentence
            import logging

            logging.getLogger(__name__).exception("the library cannot be opened")
            raise LibraryError("{0} cannot be opened: {1}", self.path, message_of(error)) from error

    def _load_library(self) -> Library:
        """On a worker thread: SQLAlchemy alone takes as long to import as Qt does."""
        given, self._given = self._given, None
        from reader.store import Library

        return given or Library.open(self.path, readonly=self._readonly, told=self._tell_indexed)

    def _tell_indexed(self, done: int, total: int) -> None:
        """On a worker thread: an older library is brought up to date, unless the window is closed meanwhile."""
        if self._closed:
            raise InterruptedQueryError("the search was stopped")
        self._indexed.emit(done, total)

    def _show_indexed(self, done: int, total: int) -> None:
        if not self.session.is_open:
            self.window.status.show_not_open(refused=False, share=f"{100 * done // max(1, total)} %")

    def _after_first_paint(self) -> None:
        """Begin to open the library before anything else: marking waits for that, icons do not."""
        if self._begun:  # this is a window made anew
            self.window.draw_icons()
            return
        self._begun = True
        self._open_beside()
        if self.settings.notice:
            self.window.warn(self.settings.notice)
        if self.missing:
            text = self.tr("{0}, the library that was open last, is not there. This is the usual one.")
            self.window.warn(text.format(self.missing))

    def _open_beside(self) -> None:
        self.jobs.then(self._try_to_open, self._opened, lambda reason: self._refused(LibraryError("{0}", reason)))

    def _try_to_open(self) -> TilikError | None:
        try:
            self._open_library()
        except TilikError as error:
            return error
        return None

    def _take_up(self) -> TilikError | None:
        """Give the opened library to the session; the error when it cannot be read after all."""
        try:
            self._explained(lambda: self.session.library)
        except TilikError as error:
            self._library.result().close()
            return error
        return None

    def _opened(self, error: TilikError | None) -> None:
        error = error or self._take_up()
        if error is not None:
            self._refused(error)
            return
        self._begin()
        QTimer.singleShot(0, self._make_ready)

    def _make_ready(self) -> None:
        """What may come a little after the first mark could be made, and what that would wait for."""
        from PySide6.QtGui import QIcon  # not needed for the first paint

        if self._closed:
            return
        if not self.session.readonly:
            self._serve()
        self.window.draw_icons()
        QApplication.setWindowIcon(QIcon(str(paths.resources() / "icons" / "tilik.svg")))
        self.window.panel.make_ready()
        self.window.status.make_ready()
        self.appearance.ask_desktop()
        self.window.parts.damages.begin(self.window.libraryTaken.emit)
        self.jobs.then(self.session.library.prepare, lambda _nothing: None, self.window.warn)

    def _serve(self) -> None:
        """Listen to other starts with this library, and keep a copy of it."""
        from ui.single_instance import Instance

        self._instance = Instance(self.path, self)
        self._instance.called.connect(self.take)
        self.safekeeping.start()

    def _remember_library(self) -> None:
        from ui.window.libraries import remembered

        names = remembered(self.settings.values.recent_libraries, self.path)
        if paths.library_name(self.path):
            self.window.desk.guarded(lambda: self.settings.update(recent_libraries=names))

    def _begin(self) -> None:
        self._remember_library()
        self.window.desk.guarded(self.window.parts.adding.take_up)
        if self._samples and not self.session.library.count():
            self.window.parts.adding.add_samples()
        if self._sources:
            self.window.desk.guarded(lambda: self.window.parts.adding.add(self._sources))

    def take(self, sources: Sequence[str]) -> None:
        """What a second start hands over: raise the window and add its sources."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        if sources:
            self.window.desk.guarded(lambda: self.window.parts.adding.add(list(sources)))

    # -- a library that cannot be opened ----------------------------------------------------------------------------

    def _refused(self, error: TilikError) -> None:
        from ui.single_instance import hand_over
        from ui.window.refused import Refused

        if isinstance(error, LockedError) and hand_over(self.path, self._sources):
            self._quit(0)
            return
        self.window.draw_icons()
        asked = Refused(self.window.desk, self.window.parts.trouble, self.path)
        asked.again.connect(self._open_again)
        asked.other.connect(lambda path: self._open_again(False, path))
        asked.given_up.connect(partial(self._quit, FAILED))
        asked.ask(error)

    def _open_again(self, readonly: bool, path: Path | None = None) -> None:
        self.path, self._readonly = path or self.path, readonly
        self._library.forget()
        self._open_beside()

    def _quit(self, code: int) -> None:
        self.exit_code = code
        QApplication.exit(code)

    # -- what can change while it runs --------------------------------------------------------------------------------

    def _wear(self, worn: Theme) -> None:
        self.window.set_theme(worn)
        self.window.draw_icons()

    def _settings_changed(self, names: set[str]) -> None:
        if "annotator" in names:
            self.session.annotator = self.settings.values.annotator
        if "language" in names and i18n.chosen(self.settings.values.language) != self._language:
            self._follow_language()
            self._rebuild()

    def _follow_language(self) -> None:
        self._remove_translators()
        self._language = i18n.chosen(self.settings.values.language)
        self._translators = i18n.install(self._language)

    def _remove_translators(self) -> None:
        for old in self._translators:
            QCoreApplication.removeTranslator(old)
        self._translators = []

    def _rebuild(self) -> None:
        """The window anew, in the new language, where the old one was; what runs reports to the new one."""
        old = self.window
        left: Handover = old.hand_on()
        self.window = self._make_window(left.place)
        self.window.show()
        self.window.draw_icons()
        self.window.take_place_of(old, left)
        if self.session.is_open:
            self.window.parts.damages.begin(self.window.libraryTaken.emit)
        old.hide()
        old.deleteLater()

    # -- another library ----------------------------------------------------------------------------------------------

    @property
    def latest(self) -> Program:
        """This program, or the one that took its place with another library."""
        program = self
        while program._heir is not None:
            program = program._heir
        return program

    def _take_over(self, found: Library | Restored) -> None:
        """Another library takes this one's place, or a backup of it."""
        from reader.store import Library

        if isinstance(found, Library):
            self._switch(found)
        else:
            self._put_back(found)

    def _put_back(self, read: Restored) -> None:
        """A backup takes the library's place, which is let go for that and opened again."""
        from ui.window import trouble

        if not self.window.parts.leaving.agreed(partial(self._put_back, read), switching=True):
            return
        self.window.keep()
        self.jobs.close()
        self.session.close()
        told, new = trouble.put_back(read), Program(self.path, self.settings)
        self._heir = new
        new.start()
        new.window.banner.tell(told)
        self.window.hide()
        self.close()
        self.window.deleteLater()

    def _switch(self, library: Library) -> None:
        """Another library takes this one's place. Its window is on the screen before this one goes."""
        if self.window.parts.focus_mode.on:
            self.window.parts.focus_mode.turn(False)
        self.window.keep()
        new = self._heir = Program(library.path, self.settings, opened=library)
        new.start()
        last = "" if library.path == paths.default_library().absolute() else str(library.path)
        from ui.window.libraries import remembered

        names = remembered(self.settings.values.recent_libraries, library.path, self.path)
        new.window.desk.guarded(lambda: self.settings.update(last_library=last, recent_libraries=names))
        self.window.hide()
        self.close()
        self.window.deleteLater()
        new.safekeeping.back_up_left(self.path)

    def _keep_settings(self) -> None:
        if self.settings.beside == self._beside:  # no program has taken this one's place
            self.settings.beside = None
        try:
            self.settings.keep()
        except TilikError as error:  # there is no window any more to say it
            print("tilik: " + translate_message(error.message), file=sys.stderr)

    def close(self, *, last: bool = False) -> None:
        """Stop what runs, let go of the library, and leave the application object without this program's language; the
        `last` one makes a backup before."""
        if self._closed:
            return
        self._closed = True
        self.appearance.close()
        self.settings.changed.disconnect(self._settings_changed)
        self.jobs.close()
        if last:
            self.safekeeping.last()
        self._keep_settings()
        if self._instance is not None:
            self._instance.close()
        self.session.close()
        self._remove_translators()
        if self.safekeeping.untold is not None:  # it failed while the window was being closed
            from ui.window import trouble

            print("tilik: " + trouble.no_backup(self.safekeeping.untold), file=sys.stderr)
            self.safekeeping.untold = None
