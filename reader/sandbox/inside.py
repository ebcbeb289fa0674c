"""How a `ConfinedProcess` begins: it gives up what it does not need, and names the layers that hold."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Sequence
from typing import IO

from reader.sandbox.confine import confine
from reader.sandbox.frames import send
from reader.sandbox.layers import plain_layers


def enter(arguments: Sequence[str]) -> tuple[IO[bytes], IO[bytes]]:
    """Confine this process as the first two of its arguments say; return the pipes that come in and go out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program; it tells this process by closing the pipe
    layers = confine(int(arguments[0]), float(arguments[1]))
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not write into the answers
    send(out, json.dumps(plain_layers(layers)).encode("ascii"))
    return sys.stdin.buffer, out
