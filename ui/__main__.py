"""`tilik`: a command of the command line when the first word is one, the window otherwise.

What is not loaded when Python starts is imported where it is used, after the current folder has left the import path.
"""

from __future__ import annotations

import os
import sys

from reader.import_path import leave_current_folder

TYPE_CHECKING = False  # as in `typing`, which may not be loaded yet
if TYPE_CHECKING:
    import argparse

NO_SCREEN = 69


def main(argv: list[str] | None = None) -> int:
    """Run `tilik` with `argv` (without the program's name); the exit code."""
    words = sys.argv[1:] if argv is None else argv
    if words[:1] == ["--worker"]:  # a bundled program starts itself so, see `start_isolated`
        from reader.system import run_worker

        run_worker(words[1:])
        return 0
    if _is_command(words):
        from reader.__main__ import main as command

        return command(words)
    options = _parser().parse_args(words)
    if options.headless_demo is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from ui.headless import demo

        return demo(options.headless_demo)
    if not has_screen():
        print(
            "tilik: there is no screen here to open a window on; the commands work without one (tilik --help).",
            file=sys.stderr,
        )
        return NO_SCREEN
    load_window()
    from ui.app import run

    return run(options.library, [_absolute(source) for source in options.sources], samples=options.samples)


def load_window() -> None:
    """Import the window's modules, in the shortest way; all of them stay until the end."""
    from importlib import import_module

    from reader.memory import gc_paused
    from ui import plain_imports

    with gc_paused(freeze=True):
        plain_imports.use()
        import_module("ui.app")


def has_screen() -> bool:
    """Return whether Qt would find a screen; Qt itself ends the program when there is none."""
    from reader.system import is_linux

    if not is_linux():
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _is_command(words: list[str]) -> bool:
    """A file that has the name of a command is opened as `./list`: what lies in a folder must not change what a script
    does there."""
    if not words:
        return False
    if words[0] in ("-h", "--help", "--version"):
        return True
    from reader.__main__ import COMMANDS

    return words[0] in COMMANDS


def _parser() -> argparse.ArgumentParser:
    import argparse
    from pathlib import Path

    parser = argparse.ArgumentParser("tilik", add_help=False)
    parser.add_argument("sources", nargs="*", metavar="FILE|FOLDER|ADDRESS")
    parser.add_argument("--library", type=Path)
    parser.add_argument("--samples", action="store_true")
    parser.add_argument("--headless-demo", type=Path, metavar="FOLDER")
    return parser


def _absolute(source: str) -> str:
    """A path that another window, started elsewhere, understands too; an address as it is."""
    return source if "://" in source else os.path.join(os.getcwd(), source)


if __name__ == "__main__":
    leave_current_folder()
    sys.exit(main())
