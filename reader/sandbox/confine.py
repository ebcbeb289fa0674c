"""All layers of a sandbox, entered from inside by the process that is to be confined, in the order that works."""

from __future__ import annotations

import os

from reader.sandbox.layers import Layer, tried
from reader.sandbox.limits import limit_time, limit_use
from reader.system import is_linux, is_windows, limit_memory

MEMORY, LIMITS, NETWORK = "memory", "limits", "network"
PRIVILEGES, CAPABILITIES, FILES, CALLS, RIGHTS = "privileges", "capabilities", "files", "calls", "rights"
AROUND = "TILIKAROUND"  # how whoever started the process has confined it from outside, see `start`


def confine(megabytes: int, seconds: float) -> tuple[Layer, ...]:
    """Give up, for good, what reading a page does not need; return what the system granted of it.

    One thread must be running. `megabytes` of address space and `seconds` of the processor are left, see `limit_time`.
    """
    around = os.environ.pop(AROUND, "")
    found = [tried(MEMORY, lambda: _memory(megabytes)), tried(LIMITS, limit_use)]
    limit_time(seconds)
    if is_linux():
        found += _linux()
    if is_windows():
        from reader.sandbox import windows

        found.append(tried(RIGHTS, windows.lower_integrity))
    return (*found, *([Layer(around, True, "from outside")] if around else []))


def _memory(megabytes: int) -> str:
    if not limit_memory(megabytes):
        raise OSError(38, "this system has no such limit")
    return f"{megabytes} MB"


def _linux() -> list[Layer]:
    from reader.sandbox import call_filter, landlock, privileges
    from reader.sandbox.readable import readable

    files = readable()  # looked up while files may still be looked for
    return [
        tried(NETWORK, privileges.leave_network),  # needs what the next two give up
        tried(CAPABILITIES, privileges.drop_capabilities),
        tried(PRIVILEGES, privileges.forbid_privileges),  # what the last two ask for
        tried(FILES, lambda: landlock.forbid_files(files)),
        tried(CALLS, call_filter.forbid_calls),
    ]
