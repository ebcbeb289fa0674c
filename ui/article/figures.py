"""The pictures of an article, from the library and from nowhere else, read when they come into sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImageReader, QPixmap

from reader.errors import TilikError
from reader.model.articles import Block

if TYPE_CHECKING:
    from reader.model.pages import Picture

MOST_PIXELS = 40_000_000  # of a picture that is decoded at all
_TALLEST = 520  # points of a picture on the page
_KEPT = 24  # decoded pictures
_FORMATS = {"image/png": b"png", "image/jpeg": b"jpeg", "image/gif": b"gif", "image/webp": b"webp", "image/bmp": b"bmp"}


def decoded(picture: Picture, width: int) -> QPixmap | None:
    """Return `picture` no wider than `width` pixels; None when it is too large, of a format we do not show, or
    broken."""
    name = _FORMATS.get(picture.media_type)
    if name is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(picture.data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    # The format is said, so that no other reader (SVG above all) is tried on the bytes.
    reader = QImageReader(buffer, QByteArray(name))
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    if size.width() > width:
        reader.setScaledSize(QSize(width, max(1, size.height() * width // size.width())))
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)


def height_in(pixmap: QPixmap, width: float) -> int:
    """Return the height in points that a picture takes in a column of `width` points."""
    fitting = min(width, float(pixmap.width()))
    return round(min(_TALLEST, pixmap.height() * fitting / max(1, pixmap.width())))


class Figures(QObject):
    """Gives pictures by block; one that is not at hand is read a moment later, and `loaded` then says so."""

    loaded = Signal(str)

    def __init__(self, fetch: Callable[[str], Picture], parent: QObject) -> None:
        """`fetch` gets a stored picture by its id and may raise `TilikError`."""
        super().__init__(parent)
        self._fetch = fetch
        self._known: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._wanted: dict[str, int] = {}
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._load)

    def picture(self, block: Block, width: int) -> QPixmap | None:
        """Return the picture of a figure for a column of `width` pixels, or None: not stored, not shown or not read
        yet."""
        id = block.attrs.get("picture", "")
        if not id:
            return None
        if id in self._known:
            self._known.move_to_end(id)
            return self._known[id]
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
                self._known[id] = decoded(self._fetch(id), width)
            except TilikError:
                self._known[id] = None  # the placeholder stands there and names the address
            self.loaded.emit(id)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
