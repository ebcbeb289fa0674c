"""The command line: the same program without a window, without Qt and without a display."""

from __future__ import annotations

import sys

from reader.commands import COMMANDS, main
from reader.import_path import leave_current_folder

__all__ = ["COMMANDS", "main"]

if __name__ == "__main__":
    leave_current_folder()
    sys.exit(main())
