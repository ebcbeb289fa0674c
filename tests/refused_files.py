"""A file that the system refuses to open, whoever the tests run as: root is refused nothing."""

from __future__ import annotations

import builtins
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def refuse_to_open(monkeypatch: pytest.MonkeyPatch, refused: Path) -> None:
    """Refuse `refused` to all that open files in this process, until the test ends."""

    def instead(really: Callable[..., Any]) -> Callable[..., Any]:
        def opening(path: Any, *args: Any, **options: Any) -> Any:
            if isinstance(path, str | bytes | os.PathLike) and os.fsdecode(path) == str(refused):
                raise PermissionError(13, "Permission denied", str(refused))
            return really(path, *args, **options)

        return opening

    monkeypatch.setattr(os, "open", instead(os.open))
    monkeypatch.setattr(builtins, "open", instead(open))
