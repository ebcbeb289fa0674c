"""Every setting of this computer, once: its name, its type and what it is before anyone changes it.

Kept as one JSON file, written whole under a temporary name and renamed. What belongs to a library (its labels, where
its reader is) is in the library and not here.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import TilikError
from reader.foreign_json import parsed
from reader.messages import Words
from reader.system import write_whole
from reader.system_reasons import reason_of
from ui.language.messages import translate_message

RECENTS = 10
WORDS = (80, 200)  # per cent
LATER = 400  # milliseconds after which what was only noted is written
PAPERS = ("system", "light", "sepia", "dark", "contrast", "contrast_light")
_Number = TypeVar("_Number", int, float)


_BESIDE, _BESIDES = 13, (11, 24)  # pixels of letters beside a text of the usual size, and at most


@dataclass(frozen=True)
class ReadingFace:
    """How the reading column is set. `size` and `letter_spacing` in pixels, `measure` in characters a line."""

    family: str = "Literata"
    size: int = 19
    line_height: float = 1.5
    measure: int = 66
    letter_spacing: float = 0.0
    justify: bool = False

    SIZES = (12, 40)
    LINE_HEIGHTS = (1.2, 2.0)
    MEASURES = (45, 90)

    @property
    def beside(self) -> int:
        """The size in pixels of what stands beside the text and belongs to it: marks, notes."""
        return _between(round(_BESIDE * self.size / ReadingFace.size), _BESIDES)

    def clamped(self) -> ReadingFace:
        """Return the same face with every figure inside its bounds."""
        return replace(
            self,
            size=_between(self.size, self.SIZES),
            line_height=_between(self.line_height, self.LINE_HEIGHTS),
            measure=_between(self.measure, self.MEASURES),
            letter_spacing=_between(self.letter_spacing, (0.0, 3.0)),
        )


def _between(value: _Number, bounds: tuple[_Number, _Number]) -> _Number:
    return max(bounds[0], min(bounds[1], value))


@dataclass(frozen=True)
class Values:
    """All settings with their defaults. `language` empty: that of the system. `theme` is one of `PAPERS`."""

    theme: str = "system"
    language: str = ""
    annotator: str = ""
    face: ReadingFace = field(default_factory=ReadingFace)
    marks_hidden: bool = False
    snap_words: bool = True  # what the mouse selects are whole words; a mark that cuts one is asked about
    page_follows: bool = False  # the page shows only the label that the panel is filtered by
    lock_after: int = 0  # minutes without a key until everything is hidden; 0: never
    words_size: int = 100  # per cent of the size that the system's font asks for
    last_label: str = "claim"
    geometry: str = ""  # base64 of QWidget.saveGeometry()
    panes: tuple[int, ...] = (250, 840, 336)
    library_shown: bool = True
    panel_shown: bool = True
    recents: tuple[str, ...] = ()
    recent_libraries: tuple[str, ...] = ()
    last_library: str = ""  # the one that was switched to in the window; empty: the usual one
    export_folder: str = ""
    export_format: str = ""
    export_options: dict[str, Any] = field(default_factory=dict)  # by format, as they were the last time
    add_folder: str = ""
    keys: dict[str, Any] = field(default_factory=dict)  # the user's own, by action; what is unknown is kept


class Settings(QObject):
    """The settings as they are now. `changed` carries the names that changed.

    They are on disk after every `update`. What is only noted, because a key waits for nothing but its mark, is written
    a little later, beside the window where `beside` is given; `keep` writes it at once. `failed` carries the reason
    when that cannot be done.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """Read `path`; a file that cannot be understood is renamed aside and reported in `notice`."""
        super().__init__(parent)
        self.path = path
        self.notice = ""
        self.beside: Callable[[Callable[[], None]], object] | None = None  # runs a call on another thread
        self.values = self._read()
        self._writing, self._number, self._written = threading.Lock(), 0, 0
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._write_later)

    def update(self, **new: Any) -> None:
        """Set values by name and write the file. `TilikError` when it cannot be written; they hold until the end."""
        if self._set(new):
            self._write()

    def note(self, **new: Any) -> None:
        """Set values by name now, and write them a little later."""
        if self._set(new):
            self._later.start()

    def keep(self) -> None:
        """Write what is not written yet. `TilikError` when it cannot be."""
        if self._number > self._written:
            self._write()

    def _set(self, new: Mapping[str, Any]) -> bool:
        before, self.values = self.values, replace(self.values, **new)
        names = {name for name in new if getattr(before, name) != getattr(self.values, name)}
        if names:
            self._number += 1
            self.changed.emit(names)
        return bool(names)

    def remember_recent(self, source: str) -> None:
        """Put `source` at the top of the recent sources."""
        rest = [s for s in self.values.recents if s != source]
        self.update(recents=(source, *rest)[:RECENTS])

    def _read(self) -> Values:
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return Values()
        except OSError as error:
            return self._put_aside(reason_of(error))
        except UnicodeDecodeError as error:
            return self._put_aside(reason_of(error))
        try:
            return _values(parsed(text))
        except (ValueError, TypeError) as error:
            return self._put_aside(reason_of(error))

    def _put_aside(self, reason: Words) -> Values:
        aside = self.path.with_name(self.path.name + ".broken")
        try:
            os.replace(self.path, aside)
        except OSError:
            self.notice = self.tr("The settings in {0} cannot be read ({1}). The defaults are used.").format(
                self.path, translate_message(reason)
            )
        else:
            self.notice = self.tr(
                "The settings in {0} could not be read ({1}). They were kept as {2}; the defaults are used."
            ).format(self.path, translate_message(reason), aside.name)
        return Values()

    def _write(self) -> None:
        self._later.stop()
        self._put_down(self._number, self._text())

    def _write_later(self) -> None:
        write = partial(self._try_to_put_down, self._number, self._text())
        if self.beside is not None:
            self.beside(write)
        else:
            write()

    def _text(self) -> bytes:
        text = json.dumps(asdict(self.values), indent=2, ensure_ascii=False) + "\n"
        return text.encode("utf-8", "backslashreplace")

    def _try_to_put_down(self, number: int, text: bytes) -> None:
        try:
            self._put_down(number, text)
        except TilikError as error:
            self.failed.emit(error.message)

    def _put_down(self, number: int, text: bytes) -> None:
        """On any thread: what is older than what the file holds is not written over it."""
        with self._writing:
            if number <= self._written:
                return
            try:
                write_whole(self.path, text)
            except OSError as error:
                raise TilikError(
                    "{0}",
                    self.tr("The settings could not be written to {0}: {1}").format(
                        self.path, translate_message(reason_of(error))
                    ),
                ) from error
            self._written = number


def _values(found: Any) -> Values:
    """Known names with the right types; an unknown name is from another version and passed over."""
    if not isinstance(found, Mapping):
        raise TypeError("it holds no table of settings")
    known = {f.name: getattr(Values(), f.name) for f in fields(Values)}
    return Values(**{name: _typed(name, found[name], default) for name, default in known.items() if name in found})


def _typed(name: str, value: Any, default: Any) -> Any:
    if isinstance(default, ReadingFace):
        return _face(value)
    if name == "words_size" and type(value) is int:
        return _between(value, WORDS)
    if name == "theme" and value not in PAPERS:
        raise ValueError(f"{name} cannot be {value!r}")
    if isinstance(default, tuple):
        kind = int if name == "panes" else str
        if not isinstance(value, list) or not all(isinstance(item, kind) for item in value):
            raise ValueError(f"{name} is no list of {kind.__name__}")
        return tuple(value)
    if type(value) is not type(default):
        raise ValueError(f"{name} cannot be {value!r}")
    return value


def _face(value: Any) -> ReadingFace:
    if not isinstance(value, Mapping):
        raise TypeError("face is no table")
    known = asdict(ReadingFace())
    face: dict[str, Any] = {}
    for name, default in known.items():
        found = value.get(name, default)
        number = isinstance(default, float) and isinstance(found, int | float) and not isinstance(found, bool)
        if not number and type(found) is not type(default):
            raise ValueError(f"face: {name} cannot be {found!r}")
        face[name] = float(found) if number else found
    return ReadingFace(**face).clamped()
