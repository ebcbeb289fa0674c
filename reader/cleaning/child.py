"""The worker's own process: pages in on stdin, articles out on stdout, until stdin ends.

Before it reads any it gives up all that it does not need (`reader.sandbox`), and says with `=` what the system granted.
An article is a message beginning with `+`; an error a person may read begins with `-`, what a file holds that is not
one article with `*`. Whatever else goes
wrong ends the process, and its last words on stderr are reported by `Worker`.
"""

from __future__ import annotations

import os
import signal
import socket
import sys

from reader.cleaning.by_media_type import clean
from reader.cleaning.pipe import READY, cleaned_bytes, held_bytes, page_of, ready_bytes
from reader.errors import CleaningError
from reader.model.held import SeveralError
from reader.sandbox import confine, limit_time
from reader.sandbox.frames import receive, send
from reader.sandbox.message_codec import message_out
from reader.system import step_back


def serve(megabytes: int, seconds: float, *, background: bool = False) -> None:
    """Clean every page that comes in, one after the other, each in `seconds` of the processor."""
    if background:
        step_back()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program; it tells this process by closing the pipe
    layers = confine(megabytes, seconds)
    socket.has_ipv6 = False  # a library of a library opens a socket when it is imported, only to ask for this
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not write into the answers
    send(out, READY + ready_bytes(layers))
    while (head := receive(sys.stdin.buffer)) is not None and (data := receive(sys.stdin.buffer)) is not None:
        limit_time(seconds)
        try:
            answer = b"+" + cleaned_bytes(clean(page_of(head, data)))
        except SeveralError as error:
            answer = b"*" + held_bytes(error.held)
        except CleaningError as error:
            answer = b"-" + message_out(error.message)
        send(out, answer)


if __name__ == "__main__":
    serve(int(sys.argv[1]), float(sys.argv[2]), background="background" in sys.argv[3:])
