"""Where the reader is: the window on the screen, the panes in it, the line in each article. All come back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QByteArray, QObject, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

from reader.errors import TilikError
from reader.messages import Message
from reader.model.articles import Article, Place, Revision
from reader.model.stamps import now
from ui.frame.shown_text import Stretches, from_kept, kept, share, with_stretch
from ui.reading_time import minutes_left
from ui.session import SHOWING, Session
from ui.settings import Settings

PAUSE = 1500  # milliseconds without scrolling after which what is on the screen counts as read and the place is kept
Beside = Callable[[Callable[[], object], Callable[[object], None], Callable[[Message], None]], object]
_SHOWN = "shown:"  # before an article's id: under which the library keeps the stretches that were on the screen


class Places(QObject):
    """`moved` carries the share that was read and the minutes left, `read` an article and the share that has grown.

    Remembers scroll places a moment after the reader rests, and whenever asked to `keep`."""

    moved = Signal(float, int)
    read = Signal(str, float)
    failed = Signal(object)

    def __init__(
        self, session: Session, restore: Callable[[Place], None], parent: QObject, beside: Beside | None = None
    ) -> None:
        """`beside` runs a call on another thread: the disk may be slow, and the window waits for no place."""
        super().__init__(parent)
        self._session, self._restore, self._beside = session, restore, beside
        self._unwritten: dict[str, Callable[[], None]] = {}  # by what it is: what is on its way to the disk
        self._keeping: dict[str, Place] = {}  # by article: its place, as long as that is on its way
        self._pending: Place | None = None
        self._latest: Place | None = None
        self._progress: dict[str, float] = {}
        self._shown: dict[str, tuple[str, Stretches]] = {}  # by article: the text, and what of it was on the screen
        self._screen = (0, 0)
        self._clock = QTimer(self, singleShot=True, interval=PAUSE)
        self._clock.timeout.connect(self._rested)
        session.articleClosed.connect(self._forget)
        self._showing = session.showing.kept if session.is_open else None  # as the library has it; None: not read yet
        session.libraryOpened.connect(self._know_showing)
        session.showing.changed.connect(self._keep_showing)

    def note(self, first: int, last: int) -> None:
        """The screen shows the code points `[first, last)` now; they count as read when they stay for a while."""
        article = self._session.article
        if article is None:
            return
        self._screen = first, last
        self._tell(article, first)
        self._clock.start()

    def _tell(self, article: Article, position: int) -> None:
        progress = self._progress.get(article.id, 0.0)
        self._pending = self._latest = Place(article.id, position, progress, now())
        self.moved.emit(progress, minutes_left(article.words, progress))

    def _rested(self) -> None:
        """The reader has stayed: what is on the screen was read."""
        article, revision = self._session.article, self._session.revision
        if article is not None and revision is not None and self._session.is_open and not self._session.past:
            before = self._stretches(article.id, revision)
            after = with_stretch(before, *self._screen)
            self._shown[article.id] = revision.id, after
            self._progress[article.id] = share(after, len(revision.text))
            self.read.emit(article.id, self._progress[article.id])
            self._tell(article, self._screen[0])
            if after != before:
                words = kept(*self._shown[article.id])
                self._write(
                    _SHOWN + article.id, lambda: self._session.library.remember_setting(_SHOWN + article.id, words)
                )
        self.keep()

    def shown(self, article_id: str) -> Stretches:
        """Return the stretches of an article that stood on the screen since it was opened, and those before."""
        return self._shown.get(article_id, ("", ()))[1]

    def _stretches(self, article_id: str, revision: Revision) -> Stretches:
        """What of a text was on the screen. Of a text that came after the one that was read, and of libraries that do
        not know it, only the share is known: it counts from the beginning."""
        known = self._shown.get(article_id)
        if known is not None and known[0] == revision.id:
            return known[1]
        stored = from_kept(self._session.library.setting(_SHOWN + article_id), revision.id)
        if stored is not None:
            return stored
        return with_stretch((), 0, round(self._progress.get(article_id, 0.0) * len(revision.text)))

    def _know_showing(self) -> None:
        self._showing = self._session.showing.kept

    def _keep_showing(self) -> None:
        """Whose marks are shown is kept with the library too."""
        now_shown = self._session.showing.kept
        if self._showing not in (None, now_shown):
            self._showing = now_shown
            self._write(SHOWING, lambda: self._session.library.remember_setting(SHOWING, now_shown))

    def _write(self, what: str, write: Callable[[], None]) -> None:
        """Begin to write; what comes later of the same is written in its place."""
        if not self._session.is_open or self._session.readonly:
            return
        self._unwritten[what] = write
        if self._beside is not None:
            self._beside(partial(self._put_down, what), lambda _nothing: self._written(what, write), self.failed.emit)
        else:
            self._write_all()

    def _put_down(self, what: str) -> None:
        """On any thread: the newest of it, whichever call comes first."""
        write = self._unwritten.get(what)
        if write is not None:
            write()

    def _written(self, what: str, write: Callable[[], None]) -> None:
        if self._unwritten.get(what) is write:
            del self._unwritten[what]
            self._keeping.pop(what, None)

    def _write_all(self) -> None:
        for what, write in tuple(self._unwritten.items()):
            try:
                write()
            except TilikError as error:
                self.failed.emit(error.message)
            self._written(what, write)

    def _forget(self) -> None:
        """The article is gone from the desk, and it may be gone from the library: it has no place to be kept."""
        self._pending = None
        self._clock.stop()

    @property
    def latest(self) -> Place | None:
        """Where the reader is in the open article; None without one."""
        article = self._session.article
        known = self._latest is not None and article is not None and self._latest.article_id == article.id
        return self._latest if known else None

    def keep(self) -> None:
        """Write the place down, beside the window."""
        place, self._pending = self._pending, None
        self._clock.stop()
        if place is not None and self._session.is_open and not self._session.readonly:
            self._keeping[place.article_id] = place
            self._write(place.article_id, lambda: self._session.library.remember_place(place))

    def keep_all(self) -> None:
        """Write everything down before this returns."""
        self.keep()
        self._write_all()

    def come_back(self, known: Place | None = None) -> None:
        """Go to where the reader was in the open article. `known` is its place when that is at hand already.

        In an article that was open before, with another text or other marks, that is where the reader is.
        """
        article = self._session.article
        if article is None:
            return
        place = known or self.latest or self._stored(article.id)
        start = place or Place(article.id, 0, 0.0, now())
        self._progress[article.id] = start.progress
        self._restore(start)
        self._screen = start.position, start.position
        self._tell(article, start.position)

    def _stored(self, article_id: str) -> Place | None:
        if not self._session.is_open:
            return None
        return self._keeping.get(article_id) or self._session.library.place(article_id)


def restore_window(window: QWidget, settings: Settings) -> None:
    """Put `window` where it was, moved onto a screen that is there."""
    stored = QByteArray.fromBase64(settings.values.geometry.encode())
    if not stored.isEmpty() and window.restoreGeometry(stored):
        onto_a_screen(window)
    else:
        window.resize(_first_size())


def onto_a_screen(window: QWidget) -> None:
    """Move and shrink `window` so that all of it lies on one present screen."""
    frame = window.geometry()
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if not screens or any(screen.contains(frame) for screen in screens):
        return
    best = max(screens, key=lambda screen: _area(screen.intersected(frame)))
    size = frame.size().boundedTo(best.size())
    left = min(max(frame.left(), best.left()), best.right() - size.width() + 1)
    top = min(max(frame.top(), best.top()), best.bottom() - size.height() + 1)
    window.setGeometry(QRect(left, top, size.width(), size.height()))


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())


def _first_size() -> QSize:
    """As in the design, or most of a smaller screen."""
    screens = QGuiApplication.screens()
    room = screens[0].availableSize() if screens else QSize(1280, 800)
    return QSize(min(1440, room.width() * 9 // 10), min(900, room.height() * 9 // 10))


def restore_panes(splitter: QSplitter, settings: Settings) -> None:
    """Give the three panes their widths, as they were left."""
    widths = list(settings.values.panes)
    if tuple(widths) == type(settings.values)().panes:
        widths = first_widths(splitter.window().width())
    if len(widths) == splitter.count() and all(width > 0 for width in widths):
        splitter.setSizes(widths)


def first_widths(width: int) -> list[int]:
    """Return the widths of the three panes in a window of `width` pixels before anybody has moved them: a wide window
    gives the list more room."""
    library, panel = min(380, max(250, width * 41 // 200)), 336
    return [library, max(400, width - library - panel), panel]


def remember_window(window: QWidget, splitter: QSplitter, settings: Settings) -> None:
    """Keep the window's place and, unless a pane is folded, the widths."""
    widths = tuple(splitter.sizes())
    panes = widths if all(widths) else settings.values.panes
    settings.update(geometry=bytes(window.saveGeometry().toBase64().data()).decode(), panes=panes)
