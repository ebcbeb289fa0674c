"""What is taken from a process before it reads bytes of strangers: files, network, programs, other processes.

`confine` gives it all up from inside, for good, and says layer by layer what the system granted. `start` starts such a
process, with what only the parent can do (Windows, macOS). A layer that a system has not is told, never passed over in
silence: `tilik check --sandbox` tries each thing from inside.
"""

from __future__ import annotations

from reader.sandbox.confine import confine
from reader.sandbox.layers import Layer, layers_of, plain_layers
from reader.sandbox.limits import limit_time
from reader.sandbox.start import start
from reader.sandbox.used import processor_seconds

__all__ = ["Layer", "confine", "layers_of", "limit_time", "plain_layers", "processor_seconds", "start"]
