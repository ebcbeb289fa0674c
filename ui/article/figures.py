"""The pictures of an article, from the library and from nowhere else, read when they come into sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from reader.errors import TilikError
from reader.model.articles import Block

if TYPE_CHECKING:
    from reader.cleaning.pixels import PictureReader
    from reader.model.pages import Picture

_TALLEST = 520  # points of a picture on the page
_KEPT = 24  # decoded pictures
_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"})


@cache
def _reader() -> PictureReader:
    """The process of the program that decodes pictures; it ends with the program."""
    from reader.cleaning.pixels import PictureReader

    return PictureReader()


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "tilik-pictures")


def image_of(picture: Picture, width: int) -> QImage | None:
    """Return `picture` no wider than `width` pixels; None when it is too large, of a format we do not show, or broken.

    It is decoded in a process of its own: no reader of Qt's sees its bytes. Any thread may ask.
    """
    if picture.media_type not in _TYPES:
        return None
    try:
        found = _reader().pixels(picture.data, width)
    except OSError:  # no process could be started: the place says that there is no picture
        return None
    if found is None:
        return None
    image = QImage(found.data, found.width, found.height, 4 * found.width, QImage.Format.Format_RGBA8888)
    return image.copy()  # of pixels that it owns


def decoded(picture: Picture, width: int) -> QPixmap | None:
    """Return the same for the window's thread, which waits."""
    image = image_of(picture, width)
    return None if image is None else QPixmap.fromImage(image)


def height_in(pixmap: QPixmap, width: float) -> int:
    """Return the height in points that a picture takes in a column of `width` points."""
    fitting = min(width, float(pixmap.width()))
    return round(min(_TALLEST, pixmap.height() * fitting / max(1, pixmap.width())))


class Figures(QObject):
    """Gives pictures by block; one that is not at hand is read a moment later, and `loaded` then says so."""

    loaded = Signal(str)
    _made = Signal(str, object)

    def __init__(self, fetch: Callable[[str], Picture], parent: QObject) -> None:
        """`fetch` gets a stored picture by its id and may raise `TilikError`."""
        super().__init__(parent)
        self._fetch = fetch
        self._known: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._wanted: dict[str, int] = {}
        self._begun: set[str] = set()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._load)
        self._made.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def picture(self, block: Block, width: int) -> QPixmap | None:
        """Return the picture of a figure for a column of `width` pixels, or None: not stored, not shown or not read
        yet."""
        id = block.attrs.get("picture", "")
        if not id:
            return None
        if id in self._known:
            self._known.move_to_end(id)
            return self._known[id]
        if id not in self._begun:
            self._wanted[id] = width
            self._timer.start()
        return None

    def is_read(self, id: str) -> bool:
        """Return whether a picture is at hand, so that `loaded` will not come for it again."""
        return self._known.get(id) is not None

    def _load(self) -> None:
        wanted, self._wanted = self._wanted, {}
        for id, width in wanted.items():
            try:
                picture = self._fetch(id)
                self._begun.add(id)
                _threads().submit(self._make, id, picture, width)
            except TilikError:
                self._keep(id, None)  # the placeholder stands there and names the address

    def _make(self, id: str, picture: Picture, width: int) -> None:
        """Called on a thread of its own."""
        image = image_of(picture, width)
        with suppress(RuntimeError):  # the page is gone
            self._made.emit(id, image)

    @Slot(str, object)
    def _keep(self, id: str, image: QImage | None) -> None:
        self._begun.discard(id)
        self._known[id] = None if image is None else QPixmap.fromImage(image)
        self.loaded.emit(id)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
