"""One command from its words to its exit code."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable

from reader.commands import exits, streams
from reader.commands.output import Output
from reader.commands.parser import parser
from reader.errors import TilikError

Command = Callable[[argparse.Namespace, Output], int]
_ROOMS = {
    **dict.fromkeys(("recapture", "compare"), "revisions"),
    **dict.fromkeys(("encrypt", "decrypt", "passphrase"), "encrypting"),
}


def run(argv: list[str] | None = None) -> int:
    """Return the exit code of one command; argparse itself leaves with 2 for wrong usage."""
    streams.open_closed()
    _use_utf8()
    options = parser().parse_args(argv)
    out = Output(json=options.json)
    try:
        code = _command(options.command)(options, out)
        _keep_safe(options, out)
        return code
    except TilikError as error:
        out.error(str(error))
        return exits.of(error)
    except BrokenPipeError:
        # The reader of our stdout went away (`tilik list | head`); say nothing more on it, at exit neither.
        _say_no_more()
        return exits.IO_ERROR
    except OSError as error:
        _say_no_more()
        named = f"{error.filename}: " if error.filename else ""
        out.error(f"{named}reading or writing failed: {error.strerror or error}")
        return exits.IO_ERROR
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    finally:
        if (comparing := getattr(options, "comparing", None)) is not None:
            comparing.say()
        _tell_lacking(out)


def _tell_lacking(out: Output) -> None:
    """What this system did not grant to a process that read something foreign; who read nothing loads nothing."""
    if "reader.sandbox.lacking" in sys.modules:
        from reader.sandbox import lacking

        if (missing := lacking.take()) is not None:
            out.warn(str(missing))


def _keep_safe(options: argparse.Namespace, out: Output) -> None:
    """A command that wrote may have a backup to make; others load nothing for that."""
    if getattr(options, "written", None) is not None:
        from reader.commands.backups import back_up_if_due

        back_up_if_due(options, out)


def _use_utf8() -> None:
    """What a pipe or a file gets is UTF-8 with `\\n` on every system; only a terminal has an encoding of its own."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", newline="\n")


def _say_no_more() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _command(name: str) -> Command:
    """Each command's module is loaded alone: `tilik clean` needs no database."""
    if name == "clean":
        from reader.commands.cleaning import clean

        return clean
    if name == "anchor":
        from reader.commands.anchoring import anchor

        return anchor
    if name in ("annotate", "labels"):
        from reader.commands import marks

        return marks.annotate if name == "annotate" else marks.labels
    if name in ("export", "formats"):
        from reader.commands import handing_out

        return handing_out.export if name == "export" else handing_out.formats
    if name == "import":
        from reader.commands.bring import import_

        return import_
    if name in _ROOMS:
        from importlib import import_module

        found: Command = getattr(import_module(f"reader.commands.{_ROOMS[name]}"), name)
        return found
    if name == "fetch":
        from reader.commands.fetching import fetch

        return fetch
    if name in ("edit", "publisher"):
        from reader.commands import facts, publisher

        return facts.edit if name == "edit" else publisher.publisher
    if name in ("empty-trash", "erase", "compact"):
        from reader.commands import erasing

        return {"empty-trash": erasing.empty_trash, "erase": erasing.erase, "compact": erasing.compact}[name]
    from reader.commands import backups, desk

    return {**desk.COMMANDS, **backups.COMMANDS}[name]
