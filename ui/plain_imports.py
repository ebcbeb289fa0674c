"""Python's own `import` while the window's modules are loaded.

PySide6 puts an `import` of its own into `builtins`, which reads the source of every module that is imported from then
on, to see whether it writes `from __feature__ import ...`. No module here does; reading 130 files costs a tenth of the
time to the first paint.
"""

from __future__ import annotations

import builtins
from importlib import import_module


def use() -> None:
    """Import as without PySide6 from now on; nothing happens when PySide6 has left `import` alone."""
    import_module("PySide6.QtCore")  # which exchanges `import` as it is loaded
    own = getattr(builtins, "__orig_import__", None)
    if own is not None:
        builtins.__import__ = own
