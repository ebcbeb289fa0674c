"""The library: one door in, plain values out."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reader.edits import Change, Edit
from reader.errors import LibraryError, MissingLibraryError, ReadOnlyError
from reader.events import Event
from reader.messages import Message
from reader.model.articles import Place
from reader.model.steps import Emptied
from reader.store import files
from reader.store.answering import Answering
from reader.store.backups.left import remove_left
from reader.store.connections import ReadConnections
from reader.store.identity import SECOND, make_second_place
from reader.store.lock import Lock
from reader.store.looking import has_words_of_today
from reader.system_reasons import reason_of

Told = Callable[[int, int], object]

if TYPE_CHECKING:
    from reader.store.backing_up import Made
    from reader.store.importing import Inside
    from reader.store.writer import Writer


class Library(Answering):
    """A library that is open. Safe to use from several threads; writers wait for each other.

    It is read by plain `sqlite3`; what writes is loaded when it is first needed. `changed` is emitted after each
    commit, on the thread that made the change.
    """

    def __init__(self, path: Path, place: Path, lock: Lock | None) -> None:
        """`place` is where the file is read: a copy of `path` where SQLite cannot read beside that."""
        self.path = path
        self.readonly = lock is None
        self.changed: Event[Change] = Event()
        self._connections = ReadConnections(place)
        self._place = place
        self._lock = lock
        self._writing = threading.RLock()
        self._writer: Writer | None = None

    @classmethod
    def open(cls, path: Path, *, readonly: bool = False, told: Told | None = None) -> Library:
        """Open the library at `path`; make it when there is none, bring an older one up to date after a backup, which
        may take minutes: `told` hears how many rows of how many are indexed, and stops it by what it raises.

        A file without write permission opens read-only. Raises `LockedError` when another Tilik has it,
        `NewerLibraryError` for a later schema, `LibraryError` for anything that is no sound library.
        """
        if readonly and not path.exists():
            raise MissingLibraryError("there is no library at {0}", path)
        if readonly or not files.is_writable(path):
            return cls._open_readonly(path)
        files.make_private(path)
        lock = Lock(path)
        try:
            remove_left(path)
            number = files.version(path)
            if 0 < number < files.SCHEMA or (number and not has_words_of_today(path)):
                from reader.store import upgrade

                upgrade.upgrade(path, told=told)
            if number == 0:
                from reader.store import upgrade

                upgrade.create(path)
            return cls(path, path, lock)
        except BaseException as error:
            lock.release()
            if isinstance(error, sqlite3.Error | OSError):
                raise LibraryError("{0} cannot be opened: {1}", path, reason_of(error)) from error
            raise

    @classmethod
    def _open_readonly(cls, path: Path) -> Library:
        place = files.readable(path) if not path.is_dir() else _unpacked(path)
        if files.version(place) != files.SCHEMA:
            _forget(path, place)
            raise LibraryError("{0} was made by an older Tilik; it must be upgraded, which needs to write", path)
        return cls(path, place, None)

    def close(self) -> None:
        """Let go of the file; the library may then be opened elsewhere."""
        with self._writing:
            self._connections.close()
            _forget(self.path, self._place)
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # -- the door ------------------------------------------------------------------------------------------------

    def apply(self, edit: Edit, origin: str = "user", who: str = "") -> Change:
        """Carry out `edit`, whole or not at all; it is on disk when this returns. `who` is kept in the change log.

        Raises `ConflictError` when something is no longer as the edit's *before* has it, `ReadOnlyError`,
        and `LibraryError` when the disk is full or fails. Nothing is changed then.
        """
        return self._write().apply_all((edit,), origin, who)[0]

    def apply_all(self, edits: Sequence[Edit], origin: str = "user", who: str = "") -> list[Change]:
        """Carry out `edits` one after the other in one transaction: all of them or none, each a step of its own.

        Raises as `apply`. `changed` is emitted for each, when all are on the disk.
        """
        return self._write().apply_all(edits, origin, who)

    @contextmanager
    def importing(self, name: str, who: str = "", *, trial: bool = False) -> Iterator[Inside]:
        """Bring in much at once: one transaction on one connection, one step of undo, whole or not at all.

        What is given in the block sees what it wrote so far by `view`. All of it is on disk when the block is left, and
        told as one change; nothing is kept when it raises, nor of a `trial`. Raises as `apply`; other writers wait.
        """
        with self._write().importing(name, who, trial=trial) as inside:
            yield inside

    def objection(self, number: int) -> Message | None:
        """Return why the step cannot be taken back now; None when it can. It is tried out, and nothing is kept."""
        return self._write().objection(number)

    def undo(self, number: int | None = None) -> Change | None:
        """Take the last change back, or that of this number, also one made before a restart; None when there is none.

        Raises `ConflictError` when a later step builds on it, `NotFoundError` when no step of that number is done.
        """
        return self._write().undo(number)

    def redo(self, number: int | None = None) -> Change | None:
        """Do the change again that was last taken back, or that of this number; None when there is none."""
        return self._write().redo(number)

    def undo_all(self, numbers: Sequence[int]) -> list[Change]:
        """Take these steps back in that order, all of them or, with the error that `undo` raises, none."""
        return self._write().undo_all(numbers)

    def delete_for_good(self, article_ids: Sequence[str]) -> Emptied:
        """Delete articles that are in the trash, with their texts, marks, original pages and steps of undo.

        No undo brings them back, and nothing of them is left in the file. Backups made before still hold them.
        Whole or not at all; raises `ConflictError` for an article that is not in the trash, and what `apply` raises.
        """
        return self._write().delete_for_good(article_ids)

    def prepare(self) -> None:
        """Load what writes, so that the first change need not wait for it. To be called on a thread of its own."""
        if not self.readonly:
            self._write()

    def _write(self) -> Writer:
        if self.readonly:
            raise ReadOnlyError("{0} can only be read; the change was not made", self.path)
        from reader.store.writer import Writer

        with self._writing:
            if self._writer is None:
                self._writer = Writer(self.path, self._writing, self.changed.emit)
            return self._writer

    # -- not undoable --------------------------------------------------------------------------------------------

    def remember_place(self, place: Place) -> None:
        """Keep where the reader is in an article; no change of the library, so no undo step."""
        self._write().remember_place(place)

    def remember_setting(self, key: str, value: str) -> None:
        """Keep a small value that belongs to this library and not to this computer."""
        self._write().remember_setting(key, value)

    # -- safety --------------------------------------------------------------------------------------------------

    def check(self) -> list[Message]:
        """Return what is wrong with the library, a sentence each; empty when it is sound."""
        from reader.store.checking import problems

        with self._reading() as connection:
            return list(problems(connection))

    def backup(self, target: Path | None = None, *, overwrite: bool = False) -> Path:
        """Return A whole, checked copy; a plain library file at `target`, else among the backups beside the library.

        Raises `LibraryError`, also for a `target` that is a library, or a file when `overwrite` does not say so.
        """
        if target is not None:
            return files.copy_out(self.path, target, overwrite=overwrite)
        return self.back_up().path

    def back_up(self, why: str = "hand") -> Made:
        """Make a backup that costs what has changed since the one before, at the second place too. Raises
        `LibraryError`."""
        from reader.store.backing_up import back_up

        return back_up(self.path, why, thorough=why in ("hand", "start"))

    def back_up_if_due(self, why: str = "timed") -> Made | None:
        """Make a backup when something was changed since the newest, and that is half an hour old; at the end of a
        session, which `why` says ("closing"), whenever something was changed."""
        from reader.store.backing_up import back_up_if_due

        return None if self.readonly else back_up_if_due(self.path, why)

    def settle(self) -> bool:
        """Put what was acknowledged into the file itself, so that a copy of that alone holds it; whether all of it is.

        No mark waits for this: it is done on a connection of its own. Raises `LibraryError`.
        """
        if self.readonly:
            return True
        try:
            with contextlib.closing(files.connect(self.path, readonly=False)) as found:
                _busy, log, done = found.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
                return bool(log == done)
        except sqlite3.Error as error:
            raise LibraryError("{0} could not be written: {1}", self.path, reason_of(error)) from error

    def second_place(self) -> str:
        """Return the folder where backups go too; empty: there is none."""
        return self.setting(SECOND)

    def use_second_place(self, folder: Path | None) -> None:
        """Keep backups in `folder` too from now on, a stick or another disk; None: no more. Raises `LibraryError`."""
        if folder is not None:
            make_second_place(folder, self.path)
        self.remember_setting(SECOND, str(folder.absolute()) if folder is not None else "")


def _unpacked(backup: Path) -> Path:
    """The library that a backup holds, in a private folder."""
    import tempfile

    from reader.store.restoring import read_whole

    place = Path(tempfile.mkdtemp(prefix="tilik-")) / "library.tilik"
    try:
        with open(place, "xb") as file:
            read_whole(backup, file)
    except BaseException:
        _forget(backup, place)
        raise
    return place


def _forget(path: Path, place: Path) -> None:
    """Remove the private copy that was read in the place of `path`, if there is one."""
    if place != path:
        import shutil

        shutil.rmtree(place.parent, ignore_errors=True)
