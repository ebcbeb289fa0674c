"""Stored pictures as plain pixels. Their bytes are a stranger's, so they are decoded by a process that reaches nothing;
the window gets numbers for colours, and none of its own decoders sees a byte of them.
"""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass

from reader.cleaning.pictures import MOST_PIXELS
from reader.sandbox.confined_process import ConfinedProcess, EndedError

SECONDS = 20  # of the processor for one picture
MEMORY_MB = 1500
_BYTES = 4  # of a pixel: red, green, blue, how opaque


@dataclass(frozen=True, slots=True)
class Pixels:
    """A decoded picture, row by row from the top, four bytes a pixel."""

    width: int
    height: int
    data: bytes


class PictureReader:
    """Decodes pictures one after the other, in a process that is started for the first and after each that broke it.

    May be called from several threads; they wait for each other.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: ConfinedProcess | None = None

    def pixels(self, data: bytes, widest: int) -> Pixels | None:
        """Return the picture, made smaller where it is wider than that; None for what is none of the raster formats
        that we show, has too many pixels, or is broken. Raises `OSError` when no process can be started."""
        with self._turn:
            try:
                return self._asked(data, widest)
            except (EndedError, ValueError, TypeError, RecursionError):  # it broke on this picture
                self._end()
                return None

    def close(self) -> None:
        """End the process; the next picture starts another."""
        with self._turn:
            self._end()

    def _asked(self, data: bytes, widest: int) -> Pixels | None:
        if self._process is None:
            self._process = ConfinedProcess("reader.cleaning.pixels_child", memory_mb=MEMORY_MB, seconds=SECONDS)
        self._process.send(json.dumps([widest, SECONDS]).encode("ascii"), data)
        width, height = json.loads(self._process.receive(100))
        if not width:
            return None
        if not (isinstance(width, int) and isinstance(height, int) and 0 < width <= max(1, widest)):
            raise ValueError("no size of a picture")
        size = width * height * _BYTES
        if not 0 < size <= MOST_PIXELS * _BYTES or len(found := self._process.receive(size)) != size:
            raise ValueError("no picture of that size")
        return Pixels(width, height, found)

    def _end(self) -> None:
        ended, self._process = self._process, None
        if ended is not None:
            ended.close()
