"""What keeps a copy of the library while it is open: backups after half an hour of changes and at the end, and the file
itself brought up to what was acknowledged, so that a copy of it alone lacks nothing that is older than a minute.

All of it is done beside the window, on connections of its own: no mark waits for it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.edits import Change
from reader.errors import TilikError
from reader.messages import Message
from ui.compaction import Compaction
from ui.jobs import Jobs, message_of
from ui.session import Session

if TYPE_CHECKING:
    from reader.store import Library, Made
    from ui.window.parts import Parts

LOOKS = 30_000  # milliseconds between two looks: what was acknowledged is in the file a minute later at the latest


class Safekeeping(QObject):
    """Begins with `start`. `parts` are those of the window on the screen, which says what cannot be kept."""

    def __init__(self, session: Session, jobs: Jobs, parts: Callable[[], Parts], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._parts = session, jobs, parts
        self._changed = self._looking = self._compacting = False
        self._changes = self._kept = 0  # in this session, and how many of them a backup holds
        self.untold: Message | None = None  # why there is no backup, until the window says it
        self._clock = QTimer(self, interval=LOOKS)
        self._clock.timeout.connect(self.look)
        session.changed.connect(self._note)

    def start(self) -> None:
        """Make the backup that is due now, and look again and again from now on."""
        self._clock.start()
        self._back_up("start")

    def look(self) -> None:
        """Bring the file up to date, if something was changed since the last look, and make a backup of what was
        changed since the last one when it is due, also while nobody works."""
        if not self._session.is_open or self._looking:
            return
        if self._changed:
            self._changed, self._looking = False, True
            self._jobs.then(self._session.library.settle, self._settled, self._not_settled)
        if self._kept < self._changes:
            self._back_up("timed")

    def last(self) -> None:
        """Make the backup of a session's end. There is no window any more, and nothing waits for it."""
        if self._session.is_open:
            with contextlib.suppress(TilikError, OSError):  # told by whoever closes
                self._try(self._session.library, "closing")

    def back_up_left(self, path: Path) -> None:
        """Make the backup of the end for a library that was left for the one in the window."""
        from reader.store import back_up_if_due

        self._jobs.then(partial(back_up_if_due, path, "closing"), lambda _made: None, self._parts().desk.warn)

    def _note(self, _change: Change) -> None:
        self._changed = True
        self._changes += 1

    def _settled(self, whole: bool) -> None:
        self._looking = False
        status = self._parts().desk.status
        if whole:
            status.show_saved(readonly=self._session.readonly)
            return
        self._changed = True  # somebody reads an older moment: another look will do
        status.saved.setToolTip(self.tr("A copy of the library's file alone would lack what you did last."))

    def _not_settled(self, reason: Message) -> None:
        self._looking = False
        self._parts().desk.warn(reason)

    def _back_up(self, why: str) -> None:
        done = partial(self._backed_up, self._changes)
        self._jobs.then(partial(self._try, self._session.library, why), done, self._not_backed_up)

    def _try(self, library: Library, why: str) -> Made | None:
        """On a worker thread."""
        try:
            return library.back_up_if_due(why)
        except Exception as error:  # told by the window, or, when that is being closed, by whoever closes
            self.untold = message_of(error)
            raise

    def _backed_up(self, changes: int, made: Made | None) -> None:
        """`changes` had been made when it was begun."""
        if made is not None:
            self._kept = max(self._kept, changes)
        self._parts().trouble.backed_up(made)
        if not self._compacting:
            self._compacting = True
            Compaction(lambda: self._parts().desk, self._session.library, self)

    def _not_backed_up(self, reason: Message) -> None:
        self.untold = None
        self._parts().trouble.not_backed_up(reason)
