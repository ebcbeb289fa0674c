"""The process that reads sets: commands in on stdin, items out on stdout, until stdin ends.

It is confined before it hears of any file (`reader.sandbox`), and gets the bytes of one set and of nothing else, by
asking for them. Items are read when they are asked for, some ahead of what is being stored.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Iterator
from typing import IO, Any

from reader.errors import MessageError, SetError
from reader.exchange import importers
from reader.exchange.confined import wire
from reader.exchange.confined.handed import Handed
from reader.exchange.importers import door
from reader.exchange.importers.importer import SetFile
from reader.sandbox.frames import receive, send
from reader.sandbox.inside import enter
from reader.sandbox.limits import limit_time
from reader.system_reasons import reason_of


class Serving:
    """Does what it is told, in order; what comes while it waits for bytes is done afterwards."""

    def __init__(self, incoming: IO[bytes], outgoing: IO[bytes]) -> None:
        self._incoming, self._outgoing = incoming, outgoing
        self._waiting: deque[bytes] = deque()
        self._file: SetFile | None = None
        self._items: Iterator[wire.Item] = iter(())

    def serve(self) -> None:
        """Serve until the other side has gone."""
        while (command := self._waiting.popleft() if self._waiting else receive(self._incoming)) is not None:
            what, path, format, seconds = wire.loaded(command)
            limit_time(float(seconds))
            try:
                self._do(str(what), str(path), str(format))
            except MessageError as error:
                send(self._outgoing, wire.error_out(error, of_item=what == wire.NEXT))
            except OSError as error:
                why = SetError("{0} cannot be read: {1}", wire.path_of(error.filename or path), reason_of(error))
                send(self._outgoing, wire.error_out(why, of_item=what == wire.NEXT))

    def ask(self, *question: Any) -> Any:
        """Ask for something of a file. Raises `OSError` as the system did."""
        send(self._outgoing, wire.ASKS + wire.dumped(question))
        while (message := receive(self._incoming)) is not None:
            if message[:1] == wire.GIVEN:
                return message[1:] if question[0] == "read" else wire.loaded(message[1:])
            if message[:1] == wire.WITHHELD:
                number = int(wire.loaded(message[1:]))
                raise OSError(number, os.strerror(number), str(question[1]))
            self._waiting.append(message)
        raise SystemExit

    def _do(self, what: str, path: str, format: str) -> None:
        if what == wire.NEXT:
            self._next()
        elif what == wire.DETECT:
            send(self._outgoing, wire.ANSWER + wire.dumped(importers.known(wire.path_of(path), format).id))
        elif what == wire.READ:
            self._file = importers.known(wire.path_of(path), format).read(wire.path_of(path))
            self._items = self._file.items
            send(self._outgoing, wire.ANSWER + wire.dumped([self._file.format, self._file.sender]))
        elif self._file is not None:
            self._carried(what, path, self._file)

    def _next(self) -> None:
        item = next(self._items, None)
        send(self._outgoing, wire.END if item is None else wire.item_out(item))

    def _carried(self, what: str, id: str, file: SetFile) -> None:
        if what == wire.ORIGINAL and (original := file.original(id)) is not None:
            send(self._outgoing, wire.BYTES + wire.original_head(original), original.data)
        elif what == wire.PICTURE and (picture := file.picture(id)) is not None:
            send(self._outgoing, wire.BYTES + wire.picture_head(picture), picture.data)
        else:
            send(self._outgoing, wire.NONE)


def main(arguments: list[str]) -> None:
    """Confine this process, then serve."""
    serving = Serving(*enter(arguments))
    door.use(Handed(serving.ask))
    serving.serve()


if __name__ == "__main__":
    main(sys.argv[1:])
