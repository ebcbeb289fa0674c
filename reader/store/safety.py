"""What a library says of its own soundness, and the copies that are kept of it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import LibraryError
from reader.messages import Message
from reader.model.erasing import Erasure
from reader.model.stamps import now
from reader.store import driver, files
from reader.store.answering import Answering
from reader.store.damaged import moment
from reader.store.identity import SECOND
from reader.store.integrity import seal
from reader.store.integrity.damage import Damage
from reader.store.lock import Lock
from reader.system_reasons import reason_of

if TYPE_CHECKING:
    from reader.store.backing_up import Made
    from reader.store.erased_backups import Rewritten
    from reader.store.integrity.from_original import Clean
    from reader.store.integrity.healing import Remedy


class Safety(Answering):
    """Checks, what healing would do, and backups. `owed`: it is to be checked, because it was not closed in order or is
    not as it was then."""

    path: Path
    readonly: bool
    owed: bool
    _sound: str  # when all of it was last found sound
    _unread: seal.Seal | None  # what it is to be compared with, where it was believed by size and time
    _since: list[Damage]  # what something else took out since it was closed

    def check(self) -> list[Message]:
        """Return what is wrong with the library, a sentence each; empty when it is sound."""
        return [damage.message for damage in self.examine()]

    def examine(self, stop: Callable[[], bool] = lambda: False) -> list[Damage]:
        """Return all that is damaged; empty when the library is sound, which is noted then. It may take minutes: `stop`
        is asked now and then, and ends it without an answer."""
        from reader.store.integrity.examining import examine

        found = list(examine(self._connections.path, stop))
        told = {one.part for one in found}
        found += [one for one in self._since if one.part not in told]
        if not stop():
            self.owed = bool(found)
            self._sound = "" if found else now().isoformat()
            if self.readonly and not found:
                Lock.while_free(self.path, lambda: seal.put(self.path, self._sound))
        return found

    def examine_article(self, article_id: str) -> list[Damage]:
        """Return what of one article is damaged: its rows and its marks compared with their digests. Each time that it
        is opened, shown or handed out, because no check has seen what was damaged since."""
        from reader.store.integrity.article_checked import damaged_in

        with self._reading() as connection:
            return damaged_in(connection, article_id)

    @property
    def unread(self) -> bool:
        """Whether the library was believed by its size and its time alone, because it is large."""
        return self._unread is not None and self._unread.size > seal.WHOLE

    def is_as_closed(self, stop: Callable[[], bool] = lambda: False) -> bool:
        """Compare the bytes of a large library with what they were when it was closed; when they are others, it is owed
        a check. To be called beside the window: about half a second for a gigabyte."""
        if self._unread is None:
            return True
        with self._reading() as connection:  # while it reads, no change is brought into the file
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            same = seal.is_as_sealed(self.path, self._unread, stop)
        self._unread = None
        self.owed = self.owed or not same
        return same

    def quick_check(self) -> list[Damage]:
        """Return what SQLite's quick check finds in the file: some thousandths of a second for most libraries."""
        from reader.store.integrity.examining import quick

        return quick(self._connections.path)

    def remedies(self, clean: Clean | None = None) -> list[Remedy]:
        """Return what healing would do, thing by thing, and where it would take it from. Nothing is changed. `clean`
        makes a text of a page: texts come from their original pages too."""
        from reader.store import healing

        return healing.plan(self.path, clean)

    def last_sound(self) -> str:
        """Return the day and time when all of the library was last found sound; empty when it never was."""
        sealed = seal.last(self.path)
        return max(self._sound, sealed.checked if sealed is not None else "")[:16].replace("T", " ")

    @property
    def warning(self) -> Message | None:
        """What a person should know of the place where the library lies; None when there is nothing."""
        from reader.store.location import warning

        return warning(self.path)

    @property
    def due(self) -> bool:
        """Whether a whole day went by since all of it was last found sound."""
        return not self._sound or moment(self._sound) < now() - timedelta(days=1)

    def backup(self, target: Path | None = None, *, overwrite: bool = False) -> Path:
        """Return A whole, checked copy; a plain library file at `target`, else among the backups beside the library.

        Raises `LibraryError`, also for a `target` that is a library, or a file when `overwrite` does not say so.
        """
        if target is not None:
            made = files.copy_out(self.path, target, overwrite=overwrite)
            if self.encrypted:
                self._give_key(made)
            return made
        return self.back_up().path

    @property
    def encrypted(self) -> bool:
        """Whether the library and its backups are encrypted. What is exported never is."""
        return driver.key_of(self.path) is not None

    def _give_key(self, copy: Path) -> None:
        from reader.store import key_files

        try:
            key_files.put(key_files.beside(copy), key_files.text_of(self.path))
        except OSError as error:
            raise LibraryError("{0} was not written: {1}", key_files.beside(copy), reason_of(error)) from error

    def back_up(self, why: str = "hand") -> Made:
        """Make a backup that costs what has changed since the one before, at the second place too. Raises
        `LibraryError`."""
        from reader.store.backing_up import back_up

        return back_up(self.path, why, thorough=why in ("hand", "start"))

    def back_up_if_due(self, why: str = "timed") -> Made | None:
        """Make a backup when something was changed since the newest, and that is half an hour old; at the beginning and
        the end of a session, which `why` says ("start", "closing"), whenever something was changed."""
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

    # -- backups ---------------------------------------------------------------------------------------------

    def erase_in_backups(self, wanted: Erasure) -> Iterator[Rewritten]:
        """Delete the same from each backup of this library, which is written anew beside itself and then renamed."""
        from reader.store.erased_backups import erase_in_backups

        return erase_in_backups(self.path, wanted)

    def backups(self) -> list[Path]:
        """Return the backups of this library and of those it took the place of, oldest first."""
        from reader.store.restoring import backups_here

        return [one.path for one in backups_here(self.path)]
