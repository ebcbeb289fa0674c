"""Where the reader is: the window on the screen, the panes in it, the line in each article. All come back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QObject, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

from reader.errors import TilikError
from reader.model.articles import Place
from reader.model.stamps import now
from ui.reading_time import minutes_left
from ui.session import Session
from ui.settings import Settings

PAUSE = 1500  # milliseconds without scrolling after which the place is kept


class Places(QObject):
    """Remembers scroll places a moment after the reader rests, and whenever asked to `keep`."""

    moved = Signal(float, int)
    failed = Signal(object)

    def __init__(self, session: Session, restore: Callable[[Place], None], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._restore = session, restore
        self._pending: Place | None = None
        self._latest: Place | None = None
        self._furthest: dict[str, float] = {}
        self._clock = QTimer(self, singleShot=True, interval=PAUSE)
        self._clock.timeout.connect(self.keep)

    def note(self, position: int, progress: float) -> None:
        """The first visible character and the share that is read now; the furthest share counts."""
        article = self._session.article
        if article is None:
            return
        furthest = max(progress, self._furthest.get(article.id, 0.0))
        self._furthest[article.id] = furthest
        self._pending = self._latest = Place(article.id, position, furthest, now())
        self._clock.start()
        self.moved.emit(furthest, minutes_left(article.words, furthest))

    @property
    def latest(self) -> Place | None:
        """Where the reader is in the open article; None without one."""
        article = self._session.article
        known = self._latest is not None and article is not None and self._latest.article_id == article.id
        return self._latest if known else None

    def keep(self) -> None:
        """Write the place down now."""
        place, self._pending = self._pending, None
        self._clock.stop()
        if place is None or not self._session.is_open or self._session.readonly:
            return
        try:
            self._session.library.remember_place(place)
        except TilikError as error:
            self.failed.emit(error.message)

    def come_back(self, known: Place | None = None) -> None:
        """Go to where the reader was in the open article. `known` is its place when that is at hand already.

        In an article that was open before, with another text or other marks, that is where the reader is.
        """
        article = self._session.article
        if article is None:
            return
        place = known or self.latest or self._stored(article.id)
        start = place or Place(article.id, 0, 0.0, now())
        self._furthest[article.id] = start.progress
        self._restore(start)
        self.note(start.position, start.progress)

    def _stored(self, article_id: str) -> Place | None:
        if not self._session.is_open:
            return None
        return self._session.library.place(article_id)


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
    if len(widths) == splitter.count() and all(width > 0 for width in widths):
        splitter.setSizes(widths)


def remember_window(window: QWidget, splitter: QSplitter, settings: Settings) -> None:
    """Keep the window's place and, unless a pane is folded, the widths."""
    widths = tuple(splitter.sizes())
    panes = widths if all(widths) else settings.values.panes
    settings.update(geometry=bytes(window.saveGeometry().toBase64().data()).decode(), panes=panes)
