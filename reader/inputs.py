"""What may be read as a file: opening a pipe or a device would wait for whoever writes into it, perhaps for ever."""

from __future__ import annotations

import stat
from pathlib import Path

from reader.messages import Message
from reader.system_reasons import reason_of


def why_no_file(path: Path, *, folder: bool = False) -> Message | None:
    """Return why `path` is not read, as a sentence; None for a file and, with `folder`, for a folder."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return Message("{0}: there is no such file", path)
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        return Message("{0} cannot be read: {1}", path, reason_of(error))
    if stat.S_ISREG(mode) or (folder and stat.S_ISDIR(mode)):
        return None
    return Message("{0} is a folder" if stat.S_ISDIR(mode) else "{0} is not a file", path)
