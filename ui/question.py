"""What the library is asked beside the window: one question at a time, a newer one stops the one before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from reader.messages import Message
from ui.jobs import Jobs

if TYPE_CHECKING:
    from reader.store import Interrupt

Ask = Callable[["Interrupt"], Any]  # called on a thread
Receive = Callable[[Any], object]
Refused = Callable[[Message], object]


class _Question(QObject):
    """One question. Its answer is dropped when it was stopped meanwhile."""

    def __init__(self, receive: Receive, refused: Refused, parent: QObject) -> None:
        from reader.store import Interrupt  # no first paint needs it

        super().__init__(parent)
        self.interrupt = Interrupt()
        self._receive, self._refused = receive, refused

    def take(self, answer: object) -> None:
        self._end(self._receive, answer)

    def refuse(self, reason: Message) -> None:
        self._end(self._refused, reason)

    def _end(self, tell: Callable[[Any], object], what: object) -> None:
        self.deleteLater()
        if not self.interrupt.stopped:
            tell(what)


class Questions(QObject):
    """Asks by `jobs`. The receivers are called on the main thread, and only for the question asked last."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._last: list[Interrupt] = []
        last = self._last
        self.destroyed.connect(lambda: _stop(last))

    def ask(self, call: Ask, receive: Receive, refused: Refused) -> None:
        """Stop what is being asked, and let `call` answer beside the window."""
        self.stop()
        question = _Question(receive, refused, self)
        interrupt = question.interrupt
        self._last.append(interrupt)
        self._jobs.then(lambda: call(interrupt), question.take, question.refuse, stop=interrupt.stop)

    def stop(self) -> None:
        """Ask no longer: no answer comes of what was asked until now."""
        _stop(self._last)


def _stop(asked: list[Interrupt]) -> None:
    for interrupt in asked:
        interrupt.stop()
    asked.clear()
