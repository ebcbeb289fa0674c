"""The library: one door in, plain values out."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reader.edits import Change, Edit
from reader.errors import FullDiskError, LibraryError, MissingLibraryError, ReadOnlyError
from reader.events import Event
from reader.messages import Message
from reader.model.articles import Place
from reader.model.erasing import Erasure
from reader.model.steps import DAYS, Compacted, Emptied
from reader.store import driver, files, opening
from reader.store.backups.leftovers import remove_left
from reader.store.connections import ReadConnections
from reader.store.identity import SECOND, make_second_place
from reader.store.integrity import seal
from reader.store.lock import Lock
from reader.store.safety import Safety
from reader.system_reasons import is_full, reason_of

Told = Callable[[int, int], object]

if TYPE_CHECKING:
    from reader.store.encrypting import Encrypting
    from reader.store.importing import Inside
    from reader.store.integrity.damage import Damage
    from reader.store.integrity.from_original import Clean
    from reader.store.integrity.healing import Remedy
    from reader.store.writer import Writer


class Library(Safety):
    """A library that is open. Safe to use from several threads; writers wait for each other.

    It is read by plain `sqlite3`; what writes is loaded when it is first needed. `changed` is emitted after each
    commit, on the thread that made the change.
    """

    def __init__(self, path: Path, place: Path, lock: Lock | None) -> None:
        """`place` is where the file is read: a copy of `path` where SQLite cannot read beside that."""
        self.path = path
        self.readonly = lock is None
        self.owed = False  # whether it is to be checked: it was not closed in order, or is not as it was then
        self._sound = ""  # when all of it was last found sound
        self._unread: seal.Seal | None = None  # what it is to be compared with, where it was believed by size and time
        self._since: list[Damage] = []  # what something else took out since it was closed
        self.opening_notices: tuple[Message, ...] = ()  # what a person should know of how it came to be open
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
        opening.refuse_loose_link(path)
        path = opening.real(path)
        opening.refuse_no_file(path)
        driver.look_again(path)
        opening.refuse_gone(path)
        if readonly and not path.exists():
            raise MissingLibraryError("there is no library at {0}", path)
        if readonly or not files.is_writable(path):
            return cls._open_readonly(path)
        lock = None
        try:
            files.make_private(path)
            lock = Lock(path)
            remove_left(path)
            number = files.version(path)
            if number:  # before anything is asked of it, an upgrade above all
                opening.refuse_foreign(path)
            owed, sealed = bool(number) and opening.is_owed(path), seal.read(path)
            older = opening.bring_to_today(path, number, told)
            since = opening.told_since(path, path, sealed) if owed and not older else []
            seal.take_off(path)
            made = cls(path, path, lock)
            made._unread = None if owed else sealed
            made._since, made.owed, made._sound = since, owed, sealed.checked if sealed is not None else ""
            return made
        except BaseException as error:
            if lock is not None:
                lock.release()
            if path.exists() and is_full(error):
                why = reason_of(error)
                raise FullDiskError("{0}; what is in the library can still be read", why) from error
            if isinstance(error, sqlite3.Error | OSError):
                raise LibraryError("{0} cannot be opened: {1}", path, reason_of(error)) from error
            raise

    @classmethod
    def _open_readonly(cls, path: Path) -> Library:
        place = files.readable(path) if not path.is_dir() else _unpacked(path)
        if files.version(place) != files.SCHEMA:
            _forget(path, place)
            raise LibraryError("{0} was made by an older Tilik; it must be upgraded, which needs to write", path)
        opening.refuse_foreign(place)
        made = cls(path, place, None)
        made.owed = opening.is_owed(path) and not Lock.is_held(path)
        made._unread = None if made.owed or Lock.is_held(path) or place != path else seal.read(path)
        if made.owed:
            made._since = opening.told_since(path, place, seal.read(path))
        return made

    def close(self) -> None:
        """Let go of the file; the library may then be opened elsewhere."""
        with self._writing:
            self._connections.close()
            _forget(self.path, self._place)
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            if self._lock is not None and not self.owed:
                seal.put(self.path, self._sound)
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

    def erase(self, wanted: Erasure) -> Emptied:
        """Delete articles, marks, notes and people for good, with all that ever held them here.

        No article need be in the trash. Texts, marks, links, evidence that is such a mark, original pages, words in the
        indexes and steps of undo go, and what is freed in the file is overwritten. `erase_in_backups` does the same to
        backups. Raises what `apply` raises.
        """
        return self._write().erase(wanted)

    def compact(self, days: int = DAYS, *, anew: bool = True) -> Compacted:
        """Let go of the way back of steps that are older than `days`; they stay in the history by their names.

        With `anew` the file is written anew, which takes a while, and becomes smaller; else its room is used again.
        It may end anywhere and loses nothing. Raises what `apply` raises.
        """
        return self._write().compact(days, anew=anew)

    def old_steps(self, days: int = DAYS) -> int:
        """Return how many steps `compact` would let go of."""
        from reader.store.erasing.compacting import old_steps

        with self._reading() as connection:
            return len(old_steps(connection, days))

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

    # -- another library in its place -------------------------------------------------------------------------

    def heal(self, only: Sequence[str] | None = None, clean: Clean | None = None) -> Library:
        """Close this library and return the healed one in its place, open; the damaged file is kept beside it.

        `only`: just what has these ids is taken from elsewhere; `clean` as for `remedies`. Raises `LibraryError`; this
        one is open again then.
        """
        from reader.store import healing

        self.owed = True  # the damaged file gets no seal
        self.close()
        try:
            healing.heal(self.path, None if only is None else frozenset(only), clean)
        except LibraryError:
            self._connections = ReadConnections(self.path)
            self._lock = Lock(self.path)
            raise
        return Library.open(self.path)

    def encrypt(self, made: Encrypting, *, remove_plain: bool = False) -> Library:
        """Close this library and return the encrypted one in its place, open; its `opening_notices` say what a person
        should know, and what copies are not encrypted, which are removed with `remove_plain`. Raises `LibraryError`;
        this one is open again then."""
        from reader.store import encrypting

        self.close()
        try:
            notices = made.carry_out()
        except LibraryError:
            self._connections = ReadConnections(self.path)
            self._lock = Lock(self.path)
            raise
        if remove_plain:
            notices += encrypting.remove_plain(self.path, list(encrypting.plain_copies(self.path)))
        library = Library.open(self.path)
        library.opening_notices = (*notices, *encrypting.said(self.path))
        return library

    @staticmethod
    def begin_new(path: Path) -> None:
        """Make a library where one was and is not any more; its backups stay. Raises `LibraryError`."""
        opening.begin_new(opening.real(path))

    @staticmethod
    def copy_clean(path: Path, target: Path) -> list[Remedy]:
        """Make a clean library at `target` of the rows of another, whatever else that holds; what could not be taken as
        it was. Raises `LibraryError`."""
        from reader.store import healing

        return healing.copy_clean(path, target)

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
        files.refuse_locked(place, backup)
    except BaseException:
        _forget(backup, place)
        raise
    return place


def _forget(path: Path, place: Path) -> None:
    """Remove the private copy that was read in the place of `path`, if there is one."""
    if place != path:
        import shutil

        shutil.rmtree(place.parent, ignore_errors=True)
