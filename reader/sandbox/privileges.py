"""What a process may do beyond others on Linux: given up, with its place on the network."""

from __future__ import annotations

import ctypes

from reader.sandbox import kernel
from reader.system import machine

_SET_CAPABILITIES = {"x86_64": 126, "aarch64": 91}
_VERSION = 0x20080522


def forbid_privileges() -> str:
    """Gain no privileges from any program from now on. Raises `OSError`."""
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    return "no_new_privs"


def leave_network() -> str:
    """Move into a network of its own, in which there is nothing, not even this computer. Raises `OSError`."""
    own = kernel.NEW_NETWORK | kernel.NEW_IPC
    try:
        kernel.unshare(own)
    except PermissionError:  # not the system's owner: one's own user namespace allows it, where there may be one
        _as_own_user(own)
    return "a network namespace of its own"


def _as_own_user(own: int) -> None:
    try:
        kernel.unshare(own | kernel.NEW_USER)
    except OSError as error:  # a container, or a system on which they are switched off
        raise OSError(error.errno, "this system lets an ordinary user make no user namespace") from error


def drop_capabilities() -> str:
    """Give up all that makes the system's owner more than a user. Raises `OSError`."""
    if (kind := machine()) not in _SET_CAPABILITIES:
        raise OSError(38, f"the number of the call is not known for {kind}")
    head = (ctypes.c_uint32 * 2)(_VERSION, 0)
    none = (ctypes.c_uint32 * 6)()
    kernel.prctl(kernel.PR_CAP_AMBIENT, kernel.PR_CAP_AMBIENT_CLEAR_ALL)
    kernel.call(_SET_CAPABILITIES[kind], head, none)
    return "no capabilities"
